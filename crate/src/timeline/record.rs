//! What is kept of a run: its experiment, its losses, and the states from which each of its steps can be had again.

use std::rc::Rc;

use super::{
    keyframes::{CURVES, Keyframe, Keyframes, Tails},
    milestones::Milestones,
};
use crate::{
    experiment::{Change, Experiment, What},
    loss_curve::LossCurve,
    run::{Classifier, Run},
};

/// The record of one run. A copy is cheap: states and curves are shared until one of the two goes on.
#[derive(Debug, Clone)]
pub struct Record {
    pub(super) experiment: Experiment,
    pub(super) keyframes: Keyframes,
    /// The last two have no loss where no point is held out.
    curves: [Rc<LossCurve>; CURVES],
    /// How many of them there are.
    count: usize,
    milestones: Milestones,
    diverged: Option<Classifier>,
}

impl Record {
    /// Of a run at its beginning; no loss is recorded yet.
    pub(super) fn new(experiment: Experiment, run: &Run) -> Self {
        let milestones = Milestones::new(experiment.settings.hidden);
        let keyframes = Keyframes::new(Keyframe::of(run, [None; CURVES]));
        let count = if run.points().test.is_some() { CURVES } else { CURVES / 2 };
        Record { experiment, keyframes, curves: Default::default(), count, milestones, diverged: None }
    }

    /// The experiment as far as it has been taken, and what the link foresees for later steps.
    #[must_use]
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// The losses of both classifiers at every step, in the order of the boards.
    #[must_use]
    pub fn curves(&self) -> [&LossCurve; 2] {
        [&self.curves[0], &self.curves[1]]
    }

    /// The same on the points that are held out; infinite where the loss is no finite number. Nothing where no point is.
    #[must_use]
    pub fn test_curves(&self) -> Option<[&LossCurve; 2]> {
        (self.count == CURVES).then(|| [&*self.curves[2], &self.curves[3]])
    }

    /// Steps at which something happened.
    #[must_use]
    pub fn milestones(&self) -> &Milestones {
        &self.milestones
    }

    /// The states that are kept.
    #[must_use]
    pub fn keyframes(&self) -> &Keyframes {
        &self.keyframes
    }

    /// The last step that has been reached.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.curves[0].count().saturating_sub(1)
    }

    /// The classifier for which the run stops at the end, as its next loss would not be a finite number; nothing if it has not
    /// been tried, or goes on.
    #[must_use]
    pub fn diverged(&self) -> Option<Classifier> {
        self.diverged
    }

    /// Takes note that the run does not go on from its end.
    pub(super) fn stop_for(&mut self, classifier: Classifier) {
        self.diverged = Some(classifier);
    }

    /// Whether all its losses but the last, at which something may have been changed, are those of the other record, too.
    #[must_use]
    pub fn is_part_of(&self, other: &Record) -> bool {
        let end = self.end();
        end <= other.end() && self.experiment.is_equal_up_to(&other.experiment, end.saturating_sub(1))
    }

    /// Whether the losses of a step are still to be recorded.
    pub(super) fn lacks(&self, step: u32) -> bool {
        self.curves[0].count() == step
    }

    /// Records the losses of the next step, at which the run stands.
    pub(super) fn push(&mut self, losses: [f64; CURVES], run: &Run) {
        self.milestones.look(run);
        for (curve, loss) in self.curves[..self.count].iter_mut().zip(losses) {
            Rc::make_mut(curve).push(loss);
        }
    }

    /// Records the state of a run that arrives at a step, where one is due or something is to be changed.
    pub(super) fn arrive(&mut self, run: &Run, tails: Tails) {
        let step = run.steps();
        if self.lacks(step) && self.curves[0].is_full() {
            self.keyframes.before_buckets_double(&self.curves[..self.count]);
        }
        let due = self.lacks(step) && self.keyframes.is_due(step);
        if due || (!self.experiment.at(step).is_empty() && !self.keyframes.has(step)) {
            self.keyframes.insert(Keyframe::of(run, tails));
        }
    }

    /// Records the state of a run that is about to leave the end, so that what it had come to there stays known.
    #[inline(never)]
    pub(super) fn leave_end(&mut self, run: &Run, tails: Tails) {
        let step = run.steps();
        // Where something was changed there is a state already, from before it.
        if step == self.end() && self.experiment.at(step).is_empty() && !self.keyframes.has(step) {
            self.keyframes.insert(Keyframe::of(run, tails));
        }
    }

    /// Drops states until those that the other record does not share take so many bytes at most; the step stays at hand.
    #[inline(never)]
    pub(super) fn keep_few_states(&mut self, step: u32, bytes: usize, other: &Record) {
        self.keyframes.keep_few(step, bytes, &other.keyframes);
    }

    /// Lets the record end at a step whose losses are to be taken anew, with these changes there. `arrival` is the run
    /// before the changes of the step. What is foreseen for after the end is still to come.
    pub(super) fn branch(&mut self, changes: &[What], arrival: Keyframe) {
        let Keyframe { step, tails, .. } = arrival;
        self.diverged = None;
        self.experiment.forget_between(step, self.end());
        for &what in changes {
            self.experiment.add(Change { step, what });
        }
        self.milestones.forget_from(step);
        self.keyframes.forget_after(step);
        if !self.keyframes.has(step) {
            self.keyframes.insert(arrival);
        }
        for (curve, tail) in self.curves[..self.count].iter_mut().zip(tails) {
            Rc::make_mut(curve).truncate(step, tail);
        }
    }
}
