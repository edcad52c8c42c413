//! The facade of what a hand may try: check a slope, switch a hidden unit off, set a number, take it back.

use wasm_bindgen::prelude::*;

use super::{
    Classifier, Lab,
    inspect::{Kind, index},
    whole,
};
use crate::{
    edits::Edits,
    inspect::{
        ablation::Ablation,
        check::{Check, CheckAll, Checked},
    },
    network::Network,
    parameter::{self, Parameter},
    refusal::{Refusal, Thing},
    run::{self, Run},
};

/// What trying keeps between two calls.
#[derive(Default)]
pub(super) struct HandsOn {
    check: Check,
    check_all: CheckAll,
    as_if: Ablation,
    edits: Edits,
}

impl HandsOn {
    /// The mean cross-entropy of what a board shows.
    pub(super) fn shown_data_loss(&self, run: &Run, classifier: Classifier) -> f64 {
        match classifier {
            Classifier::Network if self.as_if.off() > 0 => self.as_if.data_loss(),
            _ => run.trainer(classifier.into()).data_loss(),
        }
    }

    /// The network that a board shows: without the hidden units that are off.
    pub(super) fn shown<'a>(&'a self, run: &'a Run, classifier: Classifier) -> &'a Network {
        let trained = run.trainer(classifier.into()).network();
        match classifier {
            Classifier::Linear => trained,
            Classifier::Network => self.as_if.network().unwrap_or(trained),
        }
    }

    /// Brings what is shown without some units to where the run is now.
    pub(super) fn follow(&mut self, run: &Run) {
        self.as_if.follow(run.trainer(run::Classifier::Network));
    }
}

#[wasm_bindgen]
impl Lab {
    /// Checks the slope of the full loss by one parameter. Returns twelve numbers: layer, kind (0 a weight, 1 a bias),
    /// index, value, analytic slope, numeric slope, relative error, L(w − ε), L(w + ε), kinks in between, the difference of
    /// the slopes, and how much of it rounding and the length of ε explain.
    ///
    /// # Errors
    /// A sentence, if there is no such parameter or ε is none.
    #[wasm_bindgen(js_name = checkSlope)]
    pub fn check_slope(
        &mut self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        index: f64,
        epsilon: f64,
    ) -> Result<Vec<f64>, Refusal> {
        let parameter = self.parameter(classifier, layer, kind, index)?;
        let check = &mut self.hands_on.check;
        check.begin(self.run.trainer(classifier.into()));
        check.check(self.run.data(), parameter, epsilon).map(|checked| numbers(&checked))
    }

    /// Starts to check the slopes of all parameters of the classifier as it stands now.
    ///
    /// # Errors
    /// A sentence, if ε is none.
    #[wasm_bindgen(js_name = beginChecks)]
    pub fn begin_checks(&mut self, classifier: Classifier, epsilon: f64) -> Result<(), Refusal> {
        self.hands_on.check_all.begin(self.run.trainer(classifier.into()), epsilon)
    }

    /// Checks at most so many further parameters. Returns how many have been checked, how many there are, how many of
    /// those checked have a kink in between, and how many of the others differ by more than is explained.
    ///
    /// # Errors
    /// A sentence, if a loss beside a parameter is not a finite number; the check is over then.
    #[wasm_bindgen(js_name = goOnChecking)]
    pub fn go_on_checking(&mut self, at_most: f64) -> Result<Vec<u32>, Refusal> {
        let at_most = whole("the number of checks", at_most, 0, u32::MAX)? as usize;
        let checks = &mut self.hands_on.check_all;
        checks.go_on(self.run.data(), at_most)?;
        let (done, total) = checks.progress();
        Ok([done, total, checks.kinked(), checks.apart()].map(|count| count as u32).to_vec())
    }

    /// The check so far whose difference is the greatest share of what is explained, as from `checkSlope`.
    #[wasm_bindgen(js_name = worstCheck)]
    pub fn worst_check(&self) -> Option<Vec<f64>> {
        self.hands_on.check_all.worst().map(numbers)
    }

    /// Switches a hidden unit off or on in what is painted, and in `asIfLoss` and `asIfAccuracy`. Training goes on with
    /// all units.
    ///
    /// # Errors
    /// A sentence, if there is no such unit.
    #[wasm_bindgen(js_name = switchUnit)]
    pub fn switch_unit(&mut self, unit: f64, on: bool) -> Result<(), Refusal> {
        let unit = index(Thing::Unit, unit, self.hidden())?;
        self.hands_on.as_if.switch(self.run.trainer(run::Classifier::Network), unit, on)
    }

    /// Switches all hidden units on.
    #[wasm_bindgen(js_name = allUnitsOn)]
    pub fn all_units_on(&mut self) {
        self.hands_on.as_if.all_on();
    }

    /// Whether this hidden unit is off.
    ///
    /// # Errors
    /// A sentence, if there is no such unit.
    #[wasm_bindgen(js_name = isUnitOff)]
    pub fn is_unit_off(&self, unit: f64) -> Result<bool, Refusal> {
        Ok(self.hands_on.as_if.is_off(index(Thing::Unit, unit, self.hidden())?))
    }

    /// How many hidden units are off.
    #[wasm_bindgen(getter, js_name = unitsOff)]
    pub fn units_off(&self) -> usize {
        self.hands_on.as_if.off()
    }

    /// The network's loss without the units that are off; of no meaning while all are on.
    #[wasm_bindgen(getter, js_name = asIfLoss)]
    pub fn as_if_loss(&self) -> f64 {
        self.hands_on.as_if.loss()
    }

    /// The network's accuracy without the units that are off; of no meaning while all are on.
    #[wasm_bindgen(getter, js_name = asIfAccuracy)]
    pub fn as_if_accuracy(&self) -> f64 {
        self.hands_on.as_if.accuracy()
    }

    /// Makes the network without the units that are off the one that is trained, as one edit; all are on again, those
    /// with zeros all around them.
    ///
    /// # Errors
    /// A sentence, if the loss would not be a finite number.
    #[wasm_bindgen(js_name = applyUnits)]
    pub fn apply_units(&mut self) -> Result<(), Refusal> {
        let network = run::Classifier::Network;
        let zeros = self.hands_on.as_if.zeros(self.run.trainer(network).network());
        let zeros: Vec<(Parameter, f64)> = zeros.map(|parameter| (parameter, 0.0)).collect();
        self.hands_on.edits.set_all(&mut self.run, network, &zeros)?;
        self.hands_on.as_if.all_on();
        Ok(())
    }

    /// Sets a weight or bias by hand; loss, accuracy and gradients follow at the same step.
    ///
    /// # Errors
    /// A sentence, if there is no such parameter, or if the value or the loss that it leads to is not a finite number;
    /// nothing has changed then.
    #[wasm_bindgen(js_name = setParameter)]
    pub fn set_parameter(
        &mut self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        index: f64,
        value: f64,
    ) -> Result<(), Refusal> {
        let parameter = self.parameter(classifier, layer, kind, index)?;
        self.hands_on.edits.set(&mut self.run, classifier.into(), parameter, value)?;
        self.hands_on.follow(&self.run);
        Ok(())
    }

    /// Takes the last edit of this step back, bit for bit; tells whether there was one.
    ///
    /// # Errors
    /// A sentence, if the loss there is no longer a finite number.
    pub fn undo(&mut self) -> Result<bool, Refusal> {
        let undone = self.hands_on.edits.undo(&mut self.run)?;
        self.hands_on.follow(&self.run);
        Ok(undone)
    }

    /// Makes the edit again that was last taken back; tells whether there was one.
    ///
    /// # Errors
    /// A sentence, if the loss there is no longer a finite number.
    pub fn redo(&mut self) -> Result<bool, Refusal> {
        let redone = self.hands_on.edits.redo(&mut self.run)?;
        self.hands_on.follow(&self.run);
        Ok(redone)
    }

    /// How many edits can be taken back: those since the last step, a hundred at most.
    #[wasm_bindgen(getter)]
    pub fn undoable(&self) -> usize {
        self.hands_on.edits.depth(self.run.steps()).0
    }

    /// How many edits can be made again.
    #[wasm_bindgen(getter)]
    pub fn redoable(&self) -> usize {
        self.hands_on.edits.depth(self.run.steps()).1
    }

    /// The step of the first edit in force: from there on no link repeats the run.
    #[wasm_bindgen(getter, js_name = editedAt)]
    pub fn edited_at(&self) -> Option<u32> {
        self.hands_on.edits.edited_at()
    }
}

impl Lab {
    fn parameter(&self, classifier: Classifier, layer: f64, kind: Kind, place: f64) -> Result<Parameter, Refusal> {
        let network = self.trainer(classifier).network();
        let layer = index(Thing::Layer, layer, network.layers().len())?;
        let place = whole(["weight", "bias"][kind as usize], place, 0, u32::MAX)? as usize;
        Parameter::new(network, layer, kind.into(), place)
    }
}

fn numbers(checked: &Checked) -> Vec<f64> {
    let Checked { parameter, value, analytic, numeric, error, below, above, kinks, bound, .. } = *checked;
    let kind = f64::from(u8::from(parameter.kind == parameter::Kind::Bias));
    let place = [parameter.layer as f64, kind, parameter.index as f64];
    place
        .into_iter()
        .chain([value, analytic, numeric, error, below, above, f64::from(kinks), checked.gap(), bound])
        .collect()
}
