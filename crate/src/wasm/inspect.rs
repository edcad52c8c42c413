//! The facade of the look inside. Numbers stay in the module's memory: a pointer says where, and a view that is made
//! there is good until the next call.

use js_sys::Error;
use wasm_bindgen::prelude::*;

use super::{Classifier, Lab, whole};
use crate::{
    inspect::{lines::Lines, units::Units},
    parameter,
    refusal::Refusal,
};

/// What the look inside keeps between two calls.
#[derive(Default)]
pub(super) struct Insight {
    lines: Lines,
    units: Units,
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

#[wasm_bindgen]
impl Lab {
    /// H, the network's hidden units.
    #[wasm_bindgen(getter)]
    pub fn hidden(&self) -> usize {
        self.trainer(Classifier::Network).network().layers[0].outputs()
    }

    /// K, the classes.
    #[wasm_bindgen(getter)]
    pub fn classes(&self) -> usize {
        self.run.data().classes
    }

    /// Where a layer's weights start, row by row, or its biases; with `slopes`, their gradient of the data loss.
    ///
    /// # Errors
    /// A sentence, if there is no such layer.
    #[wasm_bindgen(js_name = statePointer)]
    pub fn state_pointer(
        &self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        slopes: bool,
    ) -> Result<*const f64, Error> {
        let trainer = self.trainer(classifier);
        let network = if slopes { trainer.gradients() } else { trainer.network() };
        let layer = &network.layers[index("layer", layer, network.layers.len())?];
        Ok(match kind {
            Kind::Weight => layer.weights.as_ptr(),
            Kind::Bias => layer.biases.as_ptr(),
        })
    }

    /// Finds the lines on which the first layer's outputs are 0, cut to the square that reaches `reach` from the
    /// origin, and returns how many there are at `linesPointer`: H folds of the network, K lines of the linear one.
    ///
    /// # Errors
    /// A sentence, if the reach is not a positive number.
    #[wasm_bindgen(js_name = findLines)]
    pub fn find_lines(&mut self, classifier: Classifier, reach: f64) -> Result<usize, Error> {
        let reach = super::positive("reach", reach)?;
        self.insight.lines.read(self.run.trainer(classifier.into()).network(), reach);
        Ok(self.insight.lines.all().len())
    }

    /// Seven numbers a line: w_x, w_y, b, and x and y of the start and of the end, or NaN where nothing is in sight.
    #[wasm_bindgen(js_name = linesPointer)]
    pub fn lines_pointer(&self) -> *const f64 {
        self.insight.lines.all().as_ptr().cast()
    }

    /// Looks at every hidden unit on every point, and returns how many units are dead.
    #[wasm_bindgen(js_name = readUnits)]
    pub fn read_units(&mut self) -> usize {
        self.insight.units.read(self.run.data(), self.run.trainer(Classifier::Network.into()).network());
        self.insight.units.dead()
    }

    /// On how many points each unit was active at the last `readUnits`: H numbers.
    #[wasm_bindgen(js_name = activePointer)]
    pub fn active_pointer(&self) -> *const f64 {
        self.insight.units.active().as_ptr()
    }

    /// Each unit's importance: H numbers.
    #[wasm_bindgen(js_name = importancePointer)]
    pub fn importance_pointer(&self) -> *const f64 {
        self.insight.units.importance().as_ptr()
    }

    /// The units from the most important to the least: H unsigned 32-bit numbers.
    #[wasm_bindgen(js_name = orderPointer)]
    pub fn order_pointer(&self) -> *const u32 {
        self.insight.units.order().as_ptr()
    }
}

/// An index below `count`.
fn index(what: &str, value: f64, count: usize) -> Result<usize, Error> {
    let index = whole(what, value, 0, u32::MAX)? as usize;
    Refusal::unless_below(what, index, count).map_err(refused)?;
    Ok(index)
}

fn refused(refusal: Refusal) -> Error {
    Error::new(&refusal.0)
}
