//! Hidden units switched off in what is shown, while training goes on with all of them.

use facade::{Refused, index};
use spiral_lab::refusal::Thing;
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
impl Session {
    /// Switches a hidden unit off or on in what is painted, and in the loss and accuracy without it. Training goes on with
    /// all units.
    ///
    /// # Errors
    /// A sentence, if there is no such unit.
    #[wasm_bindgen(js_name = switchUnit)]
    pub fn switch_unit(&mut self, unit: f64, on: bool) -> Result<(), Refused> {
        let unit = index(Thing::Unit, unit, self.unit_count())?;
        let Some((_, trainer)) = self.versions.run().with_hidden_units() else { return Ok(()) };
        Ok(self.units.switch(trainer, unit, on)?)
    }

    /// Switches all hidden units on.
    #[wasm_bindgen(js_name = allUnitsOn)]
    pub fn all_units_on(&mut self) {
        self.units.all_on();
    }

    /// Whether this hidden unit is off.
    ///
    /// # Errors
    /// A sentence, if there is no such unit.
    #[wasm_bindgen(js_name = isUnitOff)]
    pub fn is_unit_off(&self, unit: f64) -> Result<bool, Refused> {
        Ok(self.units.is_off(index(Thing::Unit, unit, self.unit_count())?))
    }
}

impl Session {
    fn unit_count(&self) -> usize {
        self.run().with_hidden_units().map_or(0, |(_, trainer)| trainer.network().hidden())
    }
}
