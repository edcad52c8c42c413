//! Refusals as JavaScript gets them: an Error with the sentence, and with code and details as its property `refusal`.

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;

use super::{digits, object};
use crate::refusal::{Detail, Refusal};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("refusal.d.ts");

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        let details = refusal.details().into_iter().map(|(name, detail)| {
            let value = match detail {
                Detail::Name(word) => word.into(),
                Detail::Thing(thing) => thing.word().into(),
                Detail::Number(number) => number.into(),
                Detail::Flag(flag) => flag.into(),
            };
            (name, value)
        });
        let details = object([("code", refusal.code().into())].into_iter().chain(details));
        let error = Error::new(&refusal.sentence(digits));
        // An Error that was made just now takes any property.
        let _ = Reflect::set(&error, &"refusal".into(), &details);
        error.into()
    }
}
