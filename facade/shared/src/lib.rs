//! What the modules of the facade have in common. The facade is all that knows that JavaScript exists: it checks what comes
//! in, hands out numbers and pictures, and computes nothing.

use js_sys::{Array, JsString, Reflect};
use spiral_lab::{
    inspect::ablation::Ablation,
    network::Network,
    parameter::{self, Parameter},
    refusal::{Refusal, Thing},
    run::{self, Run},
    settings::Limits,
};
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

pub use refused::Refused;
pub use settings::{AllSettings, PartialSettings, Table, read_settings, settings_object, table, to_js};

pub mod picture;
mod refused;
mod settings;

/// Takes half the room in a module of what Rust brings along for it.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// The two classifiers of the lesson.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Classifier {
    /// Scores straight from the inputs.
    Linear = 0,
    /// One hidden layer of ReLU units.
    Network = 1,
}

impl From<Classifier> for run::Classifier {
    fn from(classifier: Classifier) -> Self {
        match classifier {
            Classifier::Linear => run::Classifier::Linear,
            Classifier::Network => run::Classifier::Network,
        }
    }
}

/// What a parameter does in its layer.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Kind {
    /// Multiplies an input.
    Weight = 0,
    /// Is added to an output.
    Bias = 1,
}

impl From<Kind> for parameter::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Weight => parameter::Kind::Weight,
            Kind::Bias => parameter::Kind::Bias,
        }
    }
}

/// The network that a classifier's board shows: without the hidden units that are off.
#[must_use]
pub fn shown<'a>(run: &'a Run, units_off: &'a Ablation, classifier: Classifier) -> &'a Network {
    let trained = run.trainer(classifier.into()).network();
    if trained.hidden() > 0 { units_off.network().unwrap_or(trained) } else { trained }
}

/// The address of a parameter of a classifier.
///
/// # Errors
/// A sentence, if there is no such parameter.
pub fn parameter(run: &Run, classifier: Classifier, layer: f64, kind: Kind, place: f64) -> Result<Parameter, Refused> {
    let network = run.trainer(classifier.into()).network();
    let layer = index(Thing::Layer, layer, network.layers().len())?;
    let place = whole(["weight", "bias"][kind as usize], place, 0, u32::MAX)? as usize;
    Ok(Parameter::new(network, layer, kind.into(), place)?)
}

/// The index of one of `count` things.
///
/// # Errors
/// A sentence, if there is none.
pub fn index(thing: Thing, value: f64, count: usize) -> Result<usize, Refused> {
    let index = whole(thing.word(), value, 0, u32::MAX)? as usize;
    Refusal::unless_below(thing, index, count)?;
    Ok(index)
}

/// A whole number within its limits.
///
/// # Errors
/// A sentence, if it is not.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
pub fn whole(name: &'static str, value: f64, min: u32, max: u32) -> Result<u32, Refused> {
    let (min, max) = (f64::from(min), f64::from(max));
    Limits { min, max, whole: true }.check(name, value)?;
    Ok(value as u32)
}

/// A finite number greater than 0.
///
/// # Errors
/// A sentence, if it is not.
pub fn positive(name: &'static str, value: f64) -> Result<f64, Refused> {
    if value > 0.0 && value.is_finite() { Ok(value) } else { Err(Refusal::NotPositive { name, value }.into()) }
}

/// Gives a property to an object that was made just now, which takes any.
pub fn set(object: &JsValue, name: &str, value: JsValue) {
    let _ = Reflect::set(object, &name.into(), &value);
}

/// A list of words.
#[must_use]
pub fn words(words: &[&str]) -> JsValue {
    words.iter().copied().map(JsValue::from).collect::<Array>().into()
}

/// The number that JavaScript reads, if it reads one.
#[must_use]
pub fn read_number(text: &str) -> Option<f64> {
    // JavaScript reads nothing as 0.
    let number = if text.is_empty() { None } else { f64::try_from(JsValue::from(text)).ok() };
    number.filter(|number| !number.is_nan())
}

/// The number as JavaScript writes it.
#[must_use]
pub fn digits(number: f64) -> String {
    JsString::from("").concat(&number.into()).into()
}
