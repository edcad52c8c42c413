//! The link on its way to and from JavaScript.

use facade::{PartialSettings, Refused, read_settings, settings_object, to_js};
use js_sys::{Array, Function, Reflect};
use spiral_lab::experiment::link::{self, Correction};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** A value that was not taken as it stands: the name, what stands in its place, and the number that it may mean or the two;
 * elsewhere NaN. */
export type FollowedOtherwise = [name: string, used: number | string, one: number, other: number];
/** Where a link leads. */
export type Followed = [settings: Settings, step: number, corrections: FollowedOtherwise[]];
";

#[wasm_bindgen]
extern "C" {
    /// Where a link leads.
    #[wasm_bindgen(typescript_type = "Followed")]
    pub type Followed;
    /// Texts by their names.
    #[wasm_bindgen(typescript_type = "Readonly<Record<string, string>>")]
    pub type Texts;
    /// Every number that a text may mean; the flag asks for a whole number.
    #[wasm_bindgen(typescript_type = "(text: string, whole: boolean) => readonly number[]")]
    pub type Readings;
}

/// The settings and the step to which a link leads: what it says by name, and elsewhere what is usual.
///
/// # Errors
/// A sentence, if a usual setting is not allowed.
#[wasm_bindgen(js_name = followLink)]
pub fn follow_link(
    given: &Texts,
    usual: &PartialSettings,
    step: u32,
    readings: &Readings,
) -> Result<Followed, Refused> {
    let text = |name: &str| Reflect::get(given, &name.into()).ok()?.as_string();
    let readings = |text: &str, whole: bool| {
        let readings: &Function = readings.unchecked_ref();
        let found = readings.call2(&JsValue::NULL, &text.into(), &whole.into()).map(|found| Array::from(&found));
        found.map_or([f64::NAN; 2], |found| [found.get(0), found.get(1)].map(|one| one.as_f64().unwrap_or(f64::NAN)))
    };
    let (settings, step, corrections) = link::follow(&text, (read_settings(usual)?, step), &readings);
    let corrections: Array = corrections.into_iter().map(correction).collect();
    let followed = Array::of3(&settings_object(&settings), &step.into(), &corrections);
    Ok(JsValue::from(followed).unchecked_into())
}

fn correction(Correction { name, readings: [one, other], used }: Correction) -> Array {
    Array::of4(&name.into(), &to_js(used), &one.into(), &other.into())
}
