//! Time: going on, going to any step again, the losses on the way.

use facade::{Classifier, Refused, whole};
use spiral_lab::{
    check_code::check_code,
    experiment::Experiment,
    run::Run,
    settings::MAX_STEPS,
    timeline::{Goal, Stop},
};
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
impl Session {
    /// Takes up to `steps` steps with both classifiers, and returns how many it took: fewer if one diverges, or if a
    /// change that was to be made on the way is refused.
    ///
    /// # Errors
    /// A sentence, if `steps` is not a whole number from 0 to a million.
    pub fn advance(&mut self, steps: f64) -> Result<u32, Refused> {
        let steps = whole("steps", steps, 0, MAX_STEPS)?;
        let before = self.run().steps();
        let came = self.versions.advance(steps);
        self.stop_for(came.err());
        Ok(self.run().steps() - before)
    }

    /// Takes up to `steps` steps, and none after the first at which the loss is below `value`, or with `of_accuracy` the accuracy,
    /// 0…1, at least `value`. Returns how many it took; `met` tells whether it is there.
    ///
    /// # Errors
    /// As `advance`.
    #[wasm_bindgen(js_name = advanceUntil)]
    pub fn advance_until(
        &mut self,
        steps: f64,
        classifier: Classifier,
        of_accuracy: bool,
        value: f64,
    ) -> Result<u32, Refused> {
        let steps = whole("steps", steps, 0, MAX_STEPS)?;
        let before = self.run().steps();
        let classifier = classifier.into();
        let goal = if of_accuracy { Goal::AccuracyOf(classifier, value) } else { Goal::LossBelow(classifier, value) };
        let came = self.versions.advance_until(goal, steps);
        self.met = came == Ok(true);
        self.stop_for(came.err());
        Ok(self.run().steps() - before)
    }

    /// Whether the last `advanceUntil` has met its goal.
    #[wasm_bindgen(getter)]
    pub fn met(&self) -> bool {
        self.met
    }

    /// Goes to a step up to `end`, training at most so many steps from the nearest state that is at hand. Returns how many
    /// steps are left to go.
    ///
    /// # Errors
    /// A sentence, if one of the two is not a whole number from 0 to a million.
    pub fn seek(&mut self, step: f64, at_most: f64) -> Result<u32, Refused> {
        let step = whole("step", step, 0, MAX_STEPS)?;
        let at_most = whole("the number of steps", at_most, 0, MAX_STEPS)?;
        let left = self.versions.seek(step, at_most);
        self.stop = None;
        self.follow();
        Ok(left)
    }

    /// Four characters that are the same for whoever repeats the experiment up to this step.
    #[wasm_bindgen(js_name = checkCode)]
    pub fn check_code(&self) -> String {
        check_code(self.run())
    }

    /// Where in the module's memory the losses start: for each bucket its first, least and greatest loss, and the step of
    /// the least. With `test` they are those on the points that are held out, with the infinite for one that is no finite number; 0
    /// if no point is. The view that is made there is good until the next call.
    #[wasm_bindgen(js_name = historyPointer)]
    pub fn history_pointer(&self, classifier: Classifier, test: bool) -> *const f64 {
        let record = self.versions.timeline().record();
        let curves = if test { record.test_curves() } else { Some(record.curves()) };
        curves.map_or(std::ptr::null(), |curves| curves[classifier as usize].buckets().as_ptr().cast())
    }

    /// Where in the module's memory the steps start at which an accuracy of 50, 90 and 98 per cent was first reached, by the
    /// linear classifier and then by the network: six unsigned 32-bit numbers, all ones for what has not happened.
    #[wasm_bindgen(js_name = reachedPointer)]
    pub fn reached_pointer(&self) -> *const u32 {
        self.versions.timeline().record().milestones().reached().as_ptr().cast()
    }

    /// The same for the steps at which each hidden unit was first active on no point.
    #[wasm_bindgen(js_name = diedPointer)]
    pub fn died_pointer(&self) -> *const u32 {
        self.versions.timeline().record().milestones().died().as_ptr()
    }

    /// What a classifier came to at the step where the run stands, then at those steps from step `from` on at which its state
    /// is kept: for each six numbers, a copy. They are the step, the loss, the data loss, the accuracy, the probability
    /// that a point has its own class, and the accuracy on the points that are held out, NaN where none is. Nothing, if there is no such point.
    ///
    /// With the number of a ghost it is that of the ghost, which stands at its first step, and nothing if there is none of this
    /// number; ghosts are numbered from 1.
    #[must_use]
    pub fn trace(&self, classifier: Classifier, point: usize, from: u32, ghost: u32) -> Vec<f64> {
        let classifier = classifier.into();
        let samples = match self.ghost(ghost) {
            Some(record) => {
                let Experiment { settings, .. } = record.experiment();
                record.trace(&Run::with_own(settings, record.experiment().own()), classifier, point, from)
            }
            None if ghost > 0 => Vec::new(),
            None => self.versions.timeline().trace(classifier, point, from),
        };
        samples.into_flattened()
    }
}

impl Session {
    /// The run has moved, and come to a stop if there is one.
    fn stop_for(&mut self, stop: Option<Stop>) {
        self.stop = stop;
        if let Some(Stop::Refused(_)) = self.stop {
            self.version += 1;
        }
        self.follow();
    }
}
