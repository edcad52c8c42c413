//! Refusals as JavaScript gets them: an Error with the sentence, and with code and details as its property `refusal`.

use js_sys::{Error, Object};
use spiral_lab::refusal::{Detail, Refusal};
use wasm_bindgen::prelude::*;

use super::{digits, set, words};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("refusal.d.ts");

/// A refusal on its way to JavaScript.
#[derive(Debug)]
pub struct Refused(Refusal);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Refused(refusal)
    }
}

impl From<Refused> for JsValue {
    fn from(Refused(refusal): Refused) -> Self {
        let details = Object::new();
        set(&details, "code", refusal.code().into());
        refusal.details(|name, detail| {
            let value = match detail {
                Detail::Name(word) => word.into(),
                Detail::Words(choice) => words(choice),
                Detail::Thing(thing) => thing.word().into(),
                Detail::Number(number) => number.into(),
                Detail::Flag(flag) => flag.into(),
            };
            set(&details, name, value);
        });
        let error = Error::new(&refusal.sentence(digits));
        set(&error, "refusal", details.into());
        error.into()
    }
}
