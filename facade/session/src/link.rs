//! The link on its way from JavaScript, and numbers as people write them.

use facade::{digits, read_number, read_settings, set, settings_object};
use js_sys::{Array, Object, Reflect};
use spiral_lab::{
    dataset::own::Unreadable,
    experiment::{
        link::{self, Correction, Link, Reader},
        text::{Problem, Why},
    },
    numerals,
    settings::{Settings, Value},
};
use wasm_bindgen::prelude::*;

use crate::changes::{own_text, write, written};

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
/** Something in a link that was not followed to the letter. */
export type Correction =
  /** A value that was not allowed, and what stands in its place; nothing where the page decides. */
  | { kind: 'value'; name: string; given: string; used: string }
  /** A number that may be read in two ways, and what stands in its place. */
  | { kind: 'unclear'; name: string; given: string; readings: readonly number[]; used: string }
  /** A name that is not known, and the one that was probably meant. */
  | { kind: 'name'; name: string; given: string; meant: string | null }
  /** Another value for a name that stood there before. */
  | { kind: 'again'; name: string; given: string }
  /** Something is wrong with the text of own points, at a place from 1 on, or 0 where that is of no help; so many points were
   * read before it, of so many. */
  | { kind: 'own'; given: string; wrong: 'sign' | 'cutOff' | 'rest' | 'limits'; place: number; read: number; of: number }
  /** What a newer version of the page has written. */
  | { kind: 'later'; given: string }
  /** A piece of the changes. */
  | { kind: 'change'; given: string; why: Wrong };
/** What a link says. `others` holds what it says for the names of the page; `later` and `laterChanges` what a newer version of
 * the page has written, as pieces of a link, each behind its `&`, and of its changes. */
export interface Arrived {
  settings: Settings;
  own: string;
  changes: string;
  step: number;
  lesson: number;
  others: Record<string, string>;
  corrections: Correction[];
  later: string;
  laterChanges: string;
}
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
/// decide the run, with `lesson` among them, if that may open a chapter.
#[wasm_bindgen(js_name = readLink)]
pub fn read_link(hash: &str, query: &str, others: Vec<String>, chapters: Beginnings) -> Arrived {
    let chapters: Array = chapters.unchecked_into();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let with = Reader {
        others: &others,
        chapters: chapters.length(),
        chapter: &|number| beginning(&chapters.get(number - 1)),
        read: &read_number,
        write: &written,
    };
    let link = link::read(hash, query, &with);
    let arrived = Object::new();
    let said = Object::new();
    for name in others {
        link.given(name).into_iter().for_each(|text| set(&said, name, text.into()));
    }
    let Link { experiment, step, lesson, corrections, later: [later, later_changes], .. } = link;
    set(&arrived, "settings", settings_object(&experiment.settings).into());
    set(&arrived, "own", own_text(&experiment).into());
    set(&arrived, "changes", write(&experiment).into());
    set(&arrived, "step", step.into());
    set(&arrived, "lesson", lesson.into());
    set(&arrived, "others", said.into());
    set(&arrived, "corrections", corrections.into_iter().map(correction).collect::<Array>().into());
    set(&arrived, "later", later.into());
    set(&arrived, "laterChanges", later_changes.into());
    JsValue::from(arrived).unchecked_into()
}

/// Whether a text has a name of a link in it.
#[wasm_bindgen(js_name = hasName)]
pub fn has_name(text: &str, others: Vec<String>) -> bool {
    link::has_name(text, &others.iter().map(String::as_str).collect::<Vec<_>>())
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

fn correction(correction: Correction) -> JsValue {
    let object = Object::new();
    let say = |kind: &str, given: String| {
        set(&object, "kind", kind.into());
        set(&object, "given", given.into());
    };
    let name = |name: &str| set(&object, "name", name.into());
    match correction {
        Correction::Value { name: of, given, readings, used } => {
            name(of);
            let used = if let Value::Number(number) = used { digits(number) } else { String::new() };
            set(&object, "used", used.into());
            if readings[1].is_nan() {
                say("value", given);
            } else {
                say("unclear", given);
                set(&object, "readings", readings.map(JsValue::from).into_iter().collect::<Array>().into());
            }
        }
        Correction::Name { written, given, meant } => {
            say("name", given);
            name(&written);
            set(&object, "meant", meant.map_or(JsValue::NULL, JsValue::from));
        }
        Correction::Again { name: of, given, .. } => {
            say("again", given);
            name(&of);
        }
        Correction::Own(wrong, read) => {
            let (why, place, of) = match wrong {
                Unreadable::Sign(place) => ("sign", place, 0),
                Unreadable::CutOff(_, of) => ("cutOff", 0, of),
                Unreadable::Rest(place) => ("rest", place, 0),
                Unreadable::Limits => ("limits", 0, 0),
            };
            say("own", String::new());
            set(&object, "wrong", why.into());
            for (name, number) in [("place", place), ("read", read), ("of", of)] {
                set(&object, name, number.into());
            }
        }
        Correction::Later(piece) => say("later", piece),
        Correction::Change(Problem { piece, why }) => {
            say("change", piece);
            set(&object, "why", word(why).into());
        }
    }
    object.into()
}

fn word(why: Why) -> &'static str {
    match why {
        Why::Form => "form",
        Why::Step => "step",
        Why::Name => "name",
        Why::Value => "value",
        Why::Order => "order",
        Why::Again => "again",
        Why::Later => "later",
    }
}
