//! The link on its way from JavaScript, and numbers as people write them.

use facade::{read_number, read_settings, settings_object};
use js_sys::{Array, Reflect};
use spiral_lab::{
    dataset::own::Unreadable,
    experiment::{
        link::{self, Correction, Reader, Slip},
        text::Why,
    },
    numerals,
    settings::Settings,
};
use wasm_bindgen::prelude::*;

use crate::changes::{write, written};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** What a chapter of the lesson begins with: settings that differ from the defaults, and a step. */
export interface Beginning {
  settings: Partial<Settings>;
  step: number;
}
/** What is wrong with a piece of the changes: it is not of the form `step:name=value`, its step is none, no parameter or setting
 * has its name, its value is not allowed, it stands behind a later one, it replaces another value of the same at the same step,
 * or a newer version of the page knows what it names. */
export type Wrong = 'form' | 'step' | 'name' | 'value' | 'order' | 'again' | 'later';
/** What is wrong with the text of own points: a sign that is none of theirs, at the place that is the last number; it was cut off,
 * and should hold so many; from that place on there is more; or a number is beyond what a point may have. The other number is
 * how many were read. */
export type OwnWrong = 'ownSign' | 'ownCutOff' | 'ownRest' | 'ownLimits';
/** Something in a link that was not followed to the letter: of what kind, or what is wrong with a piece of the changes; the name;
 * what stands there; what stands in its place, or the name that was probably meant; the numbers that it may mean, or NaN. */
export type Slip = [
  kind: 'number' | 'unclear' | 'word' | 'unknown' | 'twice' | 'newer' | OwnWrong | Wrong,
  name: string,
  given: string,
  used: string,
  one: number,
  other: number,
];
/** What a link says: the run; the chapter of the lesson, or 0; what it says for the names of the page, in their order; what was not
 * followed to the letter; whether anything was a name of a link. */
export type Arrived = [
  settings: Settings,
  own: string,
  changes: string,
  step: number,
  lesson: number,
  others: (string | undefined)[],
  slips: Slip[],
  hasNames: boolean,
];
";

#[wasm_bindgen]
extern "C" {
    /// What a link says.
    #[wasm_bindgen(typescript_type = "Arrived")]
    pub type Arrived;
    /// Chapters of the lesson.
    #[wasm_bindgen(typescript_type = "readonly Beginning[]")]
    pub type Beginnings;
}

/// Reads a link: what stands behind the `#`, and the query before it. `others` are the names that it may hold beside those that
/// decide the run, with spaces between them, and with `lesson` among them if that may open a chapter.
#[wasm_bindgen(js_name = readLink)]
pub fn read_link(hash: &str, query: &str, others: &str, chapters: Beginnings) -> Arrived {
    let chapters: Array = chapters.unchecked_into();
    let with = Reader {
        others,
        chapters: chapters.length(),
        chapter: &|number| beginning(&chapters.get(number - 1)),
        read: &read_number,
        write: &written,
    };
    let link = link::read(hash, query, &with);
    let (said, slips, arrived) = (Array::new(), Array::new(), Array::new());
    for name in others.split(' ') {
        said.push(&link.given(name).map_or(JsValue::UNDEFINED, JsValue::from));
    }
    for correction in &link.corrections {
        slips.push(&slip(correction));
    }
    arrived.push(&settings_object(&link.experiment.settings));
    arrived.push(&link.experiment.own().text().into());
    arrived.push(&write(&link.experiment).into());
    arrived.push(&link.step.into());
    arrived.push(&link.lesson.into());
    arrived.push(&said);
    arrived.push(&slips);
    arrived.push(&link.has_names().into());
    JsValue::from(arrived).unchecked_into()
}

/// The number that a text may mean, and another where it is unclear; NaN where there is none.
#[wasm_bindgen]
pub fn readings(text: &str, whole: bool) -> Vec<f64> {
    numerals::readings(text, whole, &read_number).into()
}

/// What a chapter begins with; one that is not allowed begins as usual.
fn beginning(chapter: &JsValue) -> (Settings, u32) {
    let of = |name: &str| Reflect::get(chapter, &name.into()).unwrap_or_default();
    let step = of("step").as_f64().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is no step becomes one")]
    (read_settings(&of("settings")).unwrap_or_default(), step as u32)
}

fn slip(Correction { kind, name, given, used, readings }: &Correction) -> Array {
    let kind = match kind {
        Slip::Number => "number",
        Slip::Unclear => "unclear",
        Slip::Word => "word",
        Slip::Name => "unknown",
        Slip::Again => "twice",
        Slip::Later => "newer",
        Slip::Own(Unreadable::Sign(_)) => "ownSign",
        Slip::Own(Unreadable::CutOff(_)) => "ownCutOff",
        Slip::Own(Unreadable::Rest(_)) => "ownRest",
        Slip::Own(Unreadable::Limits) => "ownLimits",
        Slip::Change(Why::Form) => "form",
        Slip::Change(Why::Step) => "step",
        Slip::Change(Why::Name) => "name",
        Slip::Change(Why::Value) => "value",
        Slip::Change(Why::Order) => "order",
        Slip::Change(Why::Again) => "again",
        Slip::Change(Why::Later) => "later",
    };
    let slip = Array::new();
    for text in [kind, name, given, used] {
        slip.push(&text.into());
    }
    for &number in readings {
        slip.push(&number.into());
    }
    slip
}
