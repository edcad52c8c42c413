//! Where a classifier does not go on: since when, whether the other one is to go on without it, and from where both can take
//! another way. Why it is so is told by the inspector's module.

use facade::{Classifier, Refused};
use spiral_lab::experiment::What;
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
impl Session {
    /// From this step on lets a classifier go on when the other one cannot, which then stays as it is: a change of the
    /// experiment.
    ///
    /// # Errors
    /// None.
    #[wasm_bindgen(js_name = letOneGoOn)]
    pub fn let_one_go_on(&mut self) -> Result<(), Refused> {
        self.change(&[What::Apart], false)
    }

    /// The last step whose loss was at most 2·ln K; undefined if there is none.
    #[wasm_bindgen(js_name = lastCalmStep)]
    pub fn last_calm_step(&mut self, classifier: Classifier) -> Option<u32> {
        self.versions.last_calm_step(classifier.into())
    }
}
