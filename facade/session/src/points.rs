//! The points of a run on their way to JavaScript.

use js_sys::{Array, Float64Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
extern "C" {
    /// The points, those included that are held out, x and y in turn; the class that each is given; the class of each before some
    /// labels were made wrong; 1 for each point that is held out and 0 for the others, nothing where none is; and K, the number of
    /// classes. All of them copies.
    #[wasm_bindgen(
        typescript_type = "[coordinates: Float64Array, labels: Uint8Array, trueLabels: Uint8Array, heldOut: Uint8Array, classes: number]"
    )]
    pub type AllPoints;
}

#[wasm_bindgen]
impl Session {
    /// The points of the run.
    pub fn points(&self) -> AllPoints {
        let points = self.run().points();
        let mut held_out = Vec::new();
        for &is_held_out in &points.held_out {
            held_out.push(u8::from(is_held_out));
        }
        let all = Array::new();
        all.push(&Float64Array::from(points.all.points.as_slice().unwrap_or_default()));
        for bytes in [&points.all.labels, &points.true_labels, &held_out] {
            all.push(&Uint8Array::from(&bytes[..]));
        }
        all.push(&points.all.classes.into());
        JsValue::from(all).unchecked_into()
    }
}
