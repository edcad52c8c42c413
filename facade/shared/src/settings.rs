//! Settings on their way to and from JavaScript, and the table of them: its rows as values, its names as TypeScript.

use js_sys::{Array, Object, Reflect};
use spiral_lab::{
    refusal::Refusal,
    settings::{ABOUT, InLink, Kind, Limits, SETTINGS, Scale, Setting, Settings, Stage, Value},
};
use wasm_bindgen::prelude::*;

use super::{Refused, set, words};

#[wasm_bindgen(typescript_custom_section)]
const ROWS: &str = include_str!("settings.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const NAMES: &str = match str::from_utf8(&NAMES_AS_BYTES) {
    Ok(text) => text,
    Err(_) => panic!("names and words are text"),
};

#[expect(dead_code, reason = "what a section of the module is made from does not count as used")]
const NAMES_AS_BYTES: [u8; write_names(&mut [])] = {
    let mut bytes = [0; _];
    write_names(&mut bytes);
    bytes
};

#[wasm_bindgen]
extern "C" {
    /// Any subset of the settings, by name.
    #[wasm_bindgen(typescript_type = "Partial<Settings>")]
    pub type PartialSettings;
    /// All settings, by name.
    #[wasm_bindgen(typescript_type = "Settings")]
    pub type AllSettings;
    /// The table of settings.
    #[wasm_bindgen(typescript_type = "Setting[]")]
    pub type Table;
}

/// Reads settings; what is left out takes its default.
///
/// # Errors
/// A sentence, if a setting is not a number within its limits, or no choice that there is.
pub fn read_settings(given: &JsValue) -> Result<Settings, Refused> {
    if !given.is_object() {
        return Err(Refusal::NoSettings.into());
    }
    let mut settings = Settings::default();
    for setting in &SETTINGS {
        let value = Reflect::get(given, &setting.name.into()).unwrap_or(JsValue::UNDEFINED);
        if !value.is_undefined() {
            let word = value.as_string();
            let number = || Value::Number(value.as_f64().unwrap_or(f64::NAN));
            setting.set(&mut settings, word.as_deref().map_or_else(number, Value::Word))?;
        }
    }
    Ok(settings)
}

/// All settings, in the order of the table.
#[must_use]
pub fn settings_object(settings: &Settings) -> AllSettings {
    let all = Object::new();
    for setting in &SETTINGS {
        set(&all, setting.name, to_js(setting.of(settings)));
    }
    JsValue::from(all).unchecked_into()
}

/// The rows of the table.
#[must_use]
pub fn table() -> Table {
    JsValue::from(SETTINGS.iter().map(row).collect::<Array>()).unchecked_into()
}

fn row(setting: &Setting) -> Object {
    let row = Object::new();
    let number = |name, number: f64| set(&row, name, number.into());
    set(&row, "name", setting.name.into());
    set(&row, "default", to_js(setting.default()));
    set(&row, "stage", stage(setting.stage).into());
    set(&row, "always", (setting.in_link == InLink::Always).into());
    match setting.kind {
        Kind::Choice(choice) => set(&row, "words", words(choice)),
        Kind::Number(Limits { min, max, whole }, scale) | Kind::NumberOr(Limits { min, max, whole }, scale, _) => {
            if let Kind::NumberOr(.., word) = setting.kind {
                set(&row, "word", word.into());
            }
            number("min", min);
            number("max", max);
            set(&row, "whole", whole.into());
            match scale {
                Scale::None => {}
                Scale::Even(step) => number("even", step),
                Scale::Powers { per_decade, least } => {
                    number("perDecade", per_decade);
                    number("least", least);
                }
            }
        }
    }
    row
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Data => "data",
        Stage::Model => "model",
        Stage::Training => "training",
        Stage::Nothing => "nothing",
    }
}

/// A number or a word.
#[must_use]
pub fn to_js(value: Value) -> JsValue {
    match value {
        Value::Number(number) => number.into(),
        Value::Word(word) => word.into(),
    }
}

/// Writes the interface of all settings as far as there is room, and returns how much room it takes.
const fn write_names(out: &mut [u8]) -> usize {
    let mut end = put(out, 0, "/** What decides a run. */\nexport interface Settings {\n");
    let mut i = 0;
    while i < SETTINGS.len() {
        end = put(out, end, "  /** ");
        end = put(out, end, ABOUT[i]);
        end = put(out, end, " */\n  ");
        end = put(out, end, SETTINGS[i].name);
        end = put(out, end, ": ");
        end = match SETTINGS[i].kind {
            Kind::Number(..) => put(out, end, "number"),
            Kind::NumberOr(.., word) => {
                end = put(out, end, "number | ");
                put_words(out, end, &[word])
            }
            Kind::Choice(words) => put_words(out, end, words),
        };
        end = put(out, end, ";\n");
        i += 1;
    }
    put(out, end, "}\n")
}

const fn put_words(out: &mut [u8], mut end: usize, words: &[&str]) -> usize {
    let mut i = 0;
    while i < words.len() {
        end = put(out, end, if i == 0 { "'" } else { " | '" });
        end = put(out, end, words[i]);
        end = put(out, end, "'");
        i += 1;
    }
    end
}

const fn put(out: &mut [u8], start: usize, text: &str) -> usize {
    let text = text.as_bytes();
    let mut i = 0;
    while i < text.len() {
        if start + i < out.len() {
            out[start + i] = text[i];
        }
        i += 1;
    }
    start + text.len()
}
