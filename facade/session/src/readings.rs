//! All that the page reads of a run in every frame, in one call.

use facade::Classifier;
use spiral_lab::{inspect::units, run};
use wasm_bindgen::prelude::*;

use crate::Session;

/// Numbers about the run, and about each classifier.
const OF_RUN: usize = 16;
const OF_CLASSIFIER: usize = 10;
pub(crate) const COUNT: usize = OF_RUN + 2 * OF_CLASSIFIER;

#[wasm_bindgen]
impl Session {
    /// Where in the module's memory the readings start; the view that is made there is good until the next call. What there is
    /// none of is NaN.
    ///
    /// Of the run: updates done; the last step that has been reached; a count of whatever changes the experiment; learning
    /// rate of the next step, regularization strength; the classifier, 0 or 1, whose next loss after the last step would
    /// not be a finite number, if that has been met; how many changes can be taken back, a hundred at most, and how many made
    /// again; how many ghosts there was no room for so far; how many hidden units are off, and the network's loss and accuracy without them;
    /// 1 if all hidden units have died on the way here and the loss is that of guessing, in which case the inspector knows
    /// whether they still are dead; how many buckets the losses have, and of how many steps each: bucket i starts at step
    /// i·width; how many changes can be taken back no more, as too many came after them.
    ///
    /// Then of the left classifier and of the right one: loss, accuracy, 0…1, the loss at the last step, the step at which the
    /// loss of the tutorial's script is `inf` and that from which on it is `nan`, the step since when it stands still while the
    /// other one goes on, its hidden units, 0 where its scores come straight from the inputs, and of the points that are
    /// held out loss and accuracy, and the loss at the last step.
    pub fn read(&mut self) -> *const f64 {
        let record = self.versions.timeline().record();
        let (run, units) = (self.versions.run(), &self.units);
        let (undoable, redoable) = self.versions.depth();
        let [linear, network] = record.curves();
        let diverged = record.diverged().map_or(f64::NAN, |classifier| classifier as usize as f64);
        let all_died = record.milestones().died().iter().all(|&step| step <= run.steps());
        let may_be_dead = all_died && run.with_hidden_units().is_some_and(|(_, trainer)| units::is_guessing(trainer));
        let off = units.off();
        let without = |value: f64| if off > 0 { value } else { f64::NAN };
        let of_run: [f64; OF_RUN] = [
            run.steps().into(),
            record.end().into(),
            self.version.into(),
            run.rates().rate,
            run.rates().reg,
            diverged,
            undoable as f64,
            redoable as f64,
            self.versions.crowded_out().into(),
            off as f64,
            without(units.loss()),
            without(units.accuracy()),
            f64::from(u8::from(may_be_dead)),
            linear.buckets().len() as f64,
            linear.width().into(),
            self.versions.lost().into(),
        ];
        self.readings[..OF_RUN].copy_from_slice(&of_run);
        let places = self.readings[OF_RUN..].chunks_exact_mut(OF_CLASSIFIER);
        for ((place, classifier), curve) in places.zip(run::CLASSIFIERS).zip([linear, network]) {
            let trainer = run.trainer(classifier);
            let script = trainer.script();
            let step = |step: Option<u32>| step.map_or(f64::NAN, f64::from);
            let since = step(trainer.known().halted_since);
            let hidden = trainer.network().hidden() as f64;
            place.copy_from_slice(&[
                trainer.loss(),
                trainer.accuracy(),
                curve.last(),
                step(script.inf_at),
                step(script.nan_from),
                since,
                hidden,
                trainer.test_loss().unwrap_or(f64::NAN),
                trainer.test_accuracy().unwrap_or(f64::NAN),
                record.test_curves().map_or(f64::NAN, |curves| curves[classifier as usize].last()),
            ]);
        }
        self.readings.as_ptr()
    }

    /// Data loss plus regularization loss.
    pub fn loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).loss()
    }
}
