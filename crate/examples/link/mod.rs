//! A link of the page, read for the command line: everything in it that decides a run.

use serde_json::Value as Json;
use spiral_lab::{
    dataset::own::Unreadable,
    experiment::{
        Experiment,
        link::{self, Correction, Reader, Slip},
        text::Why,
    },
    settings::{Settings, Value},
};

/// The names that say how the page looks at a run.
const OF_THE_PAGE: &str = "lang lesson display hide lock stop ask chapters embed handin answer check";

/// What the lesson's chapters begin with, as the page reads it.
const CHAPTERS: &str = include_str!("../../../www/lesson/beginnings.json");

/// What a link says, and a sentence for each piece that was not followed to the letter.
pub(super) struct Link {
    pub(super) experiment: Experiment,
    /// The step to which it leads.
    pub(super) step: u32,
    pub(super) corrections: Vec<String>,
}

/// Reads a link, or its part from the `#` on. Pieces that cannot be followed are told, and their nearest allowed values or
/// the defaults stand in their place, as on the page.
pub(super) fn read(text: &str) -> Link {
    let (address, hash) = text.split_once('#').unwrap_or(("", text));
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let chapters: Vec<Json> = serde_json::from_str(CHAPTERS).expect("the chapters are a list");
    let with = Reader {
        others: OF_THE_PAGE,
        chapters: u32::try_from(chapters.len()).expect("a lesson is short"),
        chapter: &|number| beginning(&chapters[number as usize - 1]),
        read: &|text| text.parse().ok(),
        write: &|number| number.to_string(),
    };
    let link = link::read(hash, query, &with);
    let corrections = link.corrections.iter().map(sentence).collect();
    Link { experiment: link.experiment, step: link.step, corrections }
}

/// The settings and the step with which a chapter begins.
fn beginning(chapter: &Json) -> (Settings, u32) {
    let mut settings = Settings::default();
    for (name, value) in chapter["settings"].as_object().expect("settings by their names") {
        let value = value.as_str().map_or_else(|| Value::Number(value.as_f64().unwrap_or(f64::NAN)), Value::Word);
        settings.set(name, value).expect("a chapter keeps to the limits");
    }
    let step = chapter["step"].as_u64().and_then(|step| u32::try_from(step).ok());
    (settings, step.expect("a chapter begins at a step"))
}

fn sentence(Correction { kind, name, given, used, readings: [a, b] }: &Correction) -> String {
    match kind {
        Slip::Number | Slip::Word => format!("{name}={given} became {used}."),
        Slip::Unclear => format!("{name}={given} may mean {a} or {b}, so it is {used} here."),
        Slip::Name => format!("{name} is no name of a link."),
        Slip::Again => {
            format!("{name}={given} was left out, because {} stands there twice.", name.to_lowercase())
        }
        Slip::Own(wrong) => format!("own: {}.", unreadable(*wrong, *a as usize)),
        Slip::Later => format!("{given} {LATER}."),
        Slip::Change(why) => format!("changes: {given} {}.", wrong(*why)),
    }
}

/// What is wrong with the text of own points, of which so many were read.
pub(super) fn unreadable(wrong: Unreadable, read: usize) -> String {
    match wrong {
        Unreadable::Sign(place) => format!("sign {place} belongs to no point; {read} points before it were read"),
        Unreadable::CutOff(all) => format!("the text was cut off: {read} of {all} points were read"),
        Unreadable::Rest(place) => format!("from sign {place} on there is more than {read} points"),
        Unreadable::Limits => format!("a number is beyond what a point may have; {read} points before it were read"),
    }
}

/// As the page says it.
const LATER: &str = "was made by a newer version of the page and is not known here";

fn wrong(why: Why) -> &'static str {
    match why {
        Why::Form => "is not of the form step:name=value and was left out",
        Why::Step => "has a step that is no whole number up to 1000000 and was left out",
        Why::Name => "names nothing that may be changed and was left out",
        Why::Value => "has a value that is not allowed and was left out",
        Why::Order => "stands behind a later change and was put in its place",
        Why::Again => "holds, in place of what else the link says of the same at this step",
        Why::Later => LATER,
    }
}
