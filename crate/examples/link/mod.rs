//! A link of the page, read for the command line: everything in it that decides a run.

use super::numerals;
use arrived::{Given, Pair};
use spiral_lab::{
    experiment::{
        Experiment,
        link::{self, Correction},
        text::{self, Problem, Why},
    },
    settings::{Settings, Value},
};

mod arrived;

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
    let hash = text.rsplit_once('#').map_or(text, |(_, hash)| hash);
    let given = arrived::read(hash);
    let value = |name: &str| given.get(name).map(numerals::plain);
    let (settings, step, followed) = link::follow(&value, (Settings::default(), 0), &two_readings);
    let mut corrections: Vec<String> = given.left_out.iter().map(|pair| left_out(pair, &given)).collect();
    corrections.extend(followed.into_iter().map(|correction| corrected(correction, &given)));
    let mut experiment = Experiment::new(settings);
    let Settings { classes, hidden, .. } = settings;
    let changes = given.get("changes").unwrap_or_default();
    let (changes, problems) = text::parse(changes, [&[2, classes], &[2, hidden, classes]], &only_number);
    changes.into_iter().for_each(|change| experiment.add(change));
    corrections.extend(problems.iter().map(sentence));
    Link { experiment, step, corrections }
}

fn left_out(Pair { name, written, text }: &Pair, given: &Given) -> String {
    match given.get(name) {
        Some(_) => format!("{written}={text} was left out, because {name} stands there twice."),
        None => format!("{written} is no name of a link."),
    }
}

fn corrected(Correction { name, readings, used }: Correction, given: &Given) -> String {
    let (given, used) = (given.get(name).unwrap_or_default(), shown(used));
    match readings {
        [_, b] if b.is_nan() => format!("{name}={given} became {used}."),
        [a, b] => format!("{name}={given} may mean {a} or {b}, so it is {used} here."),
    }
}

/// A value as it is typed.
pub(super) fn shown(value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.into(),
    }
}

fn sentence(Problem { piece, why }: &Problem) -> String {
    let why = match why {
        Why::Form => "is not of the form step:name=value and was left out",
        Why::Step => "has a step that is no whole number up to 1000000 and was left out",
        Why::Name => "names nothing that may be changed and was left out",
        Why::Value => "has a value that is not allowed and was left out",
        Why::Order => "stands behind a later change and was put in its place",
    };
    format!("changes: {piece} {why}.")
}

fn two_readings(text: &str, whole: bool) -> [f64; 2] {
    let mut found = numerals::readings(text, whole).into_iter();
    [(); 2].map(|()| found.next().unwrap_or(f64::NAN))
}

/// The number, if the text can only mean one.
fn only_number(text: &str) -> Option<f64> {
    if let [value] = numerals::readings(text, false)[..] { Some(value) } else { None }
}
