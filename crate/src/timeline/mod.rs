//! A run that can go to any of its steps again, bit for bit, whatever was changed on the way.
//!
//! [`Timeline::advance`] and [`Timeline::seek`] alone move time. A step that lies behind is had again from the nearest
//! state that was kept before it (`keyframes`), by training; a change there cuts off what followed, and the record as it
//! was is handed back, so that it can be taken up again.

pub use self::{
    keyframes::{CURVES, Keyframe, Keyframes, Reading, Tails},
    milestones::{Event, Milestones, NEVER, SHARES},
    record::Record,
    trace::Sample,
};
use crate::{
    divergence::Divergence,
    experiment::{Change, Experiment, What},
    loss_curve::Bucket,
    parameter::Parameter,
    refusal::Refusal,
    run::{CLASSIFIERS, Classifier, Run},
    training::{Diverged, Trainer},
};

mod keyframes;
mod milestones;
mod record;
mod trace;
pub mod versions;

/// What a run is to come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// A loss below this.
    LossBelow(Classifier, f64),
    /// An accuracy of at least this, 0…1.
    AccuracyOf(Classifier, f64),
}

impl Goal {
    /// Whether a run is there.
    #[must_use]
    pub fn is_met(self, run: &Run) -> bool {
        match self {
            Goal::LossBelow(classifier, loss) => run.trainer(classifier).loss() < loss,
            Goal::AccuracyOf(classifier, accuracy) => run.trainer(classifier).accuracy() >= accuracy,
        }
    }
}

/// Why a run does not go on.
#[derive(Debug, Clone, PartialEq)]
pub enum Stop {
    /// The next loss of this classifier would not be a finite number.
    Diverged(Classifier, Diverged),
    /// Changes that the experiment foresees for this step lead to a loss that is not a finite number. These are they; they are
    /// forgotten, and the others of the step have been made.
    Refused(Vec<Change>),
}

/// A run, where it stands, and what is kept of it.
pub struct Timeline {
    run: Run,
    record: Record,
    /// Of either curve what the bucket of this step holds from before it; nothing where a bucket begins here.
    tails: Tails,
    /// Whether each classifier goes on for itself here, as the experiment has it.
    apart: bool,
}

impl Timeline {
    /// Begins the run of an experiment, at step 0. Its changes at step 0 may be refused: see [`Stop::Refused`].
    pub fn new(experiment: Experiment) -> (Self, Result<(), Stop>) {
        let run = Run::with_own(&experiment.settings, experiment.own());
        let record = Record::new(experiment, &run);
        let mut timeline = Timeline { run, record, tails: [None; CURVES], apart: false };
        let begun = timeline.make_changes();
        timeline.record_losses();
        (timeline, begun)
    }

    /// Both classifiers where they stand.
    #[must_use]
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// What is kept.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The record alone.
    #[must_use]
    pub fn into_record(mut self) -> Record {
        self.record.leave_end(&self.run, self.tails);
        self.record
    }

    /// Why a classifier does not go on from here; nothing if it does.
    pub fn divergence(&mut self, classifier: Classifier) -> Option<Divergence> {
        let by_hand = self.by_hand(classifier);
        self.run.divergence(classifier, &by_hand)
    }

    /// The parameters of a classifier that were set by hand up to this step, and to what.
    #[must_use]
    pub fn by_hand(&self, classifier: Classifier) -> Vec<(Parameter, f64)> {
        let mut all = Vec::new();
        for change in self.record.experiment.changes() {
            if change.step <= self.run.steps() {
                all.extend(change.what.by_hand(classifier));
            }
        }
        all
    }

    /// The last step of the record whose loss was at most twice ln K, from where a run that diverges can take another way.
    /// Nothing if there is none. Of a long run the curve knows only in which bucket it lies: that is gone through once more.
    pub fn last_calm_step(&mut self, classifier: Classifier) -> Option<u32> {
        let calm = 2.0 * self.run.data().chance();
        let bucket = self.record.curves()[classifier as usize].last_at_most(calm)?;
        let mut last = bucket.start;
        if bucket.len() > 1 {
            let here = self.run.steps();
            for step in bucket {
                self.seek(step, u32::MAX);
                if self.run.trainer(classifier).loss() <= calm {
                    last = step;
                }
            }
            self.seek(here, u32::MAX);
        }
        Some(last)
    }

    /// Takes so many steps, past the end of the record if need be.
    ///
    /// # Errors
    /// Why it does not go on; the run then stands at the last step that it can reach.
    pub fn advance(&mut self, steps: u32) -> Result<(), Stop> {
        (0..steps).try_for_each(|_| self.step())
    }

    /// Takes so many steps at most, and none after the first at which the goal is met; tells whether it is met. One that is met
    /// already takes none.
    ///
    /// # Errors
    /// As [`Timeline::advance`].
    pub fn advance_until(&mut self, goal: Goal, steps: u32) -> Result<bool, Stop> {
        for _ in 0..steps {
            if goal.is_met(&self.run) {
                return Ok(true);
            }
            self.step()?;
        }
        Ok(goal.is_met(&self.run))
    }

    #[inline(never)]
    fn step(&mut self) -> Result<(), Stop> {
        let losses = self.losses();
        let stepped = if self.apart { self.run.step_apart() } else { self.run.step() };
        if let Err((classifier, diverged)) = stepped {
            self.record.stop_for(classifier);
            return Err(Stop::Diverged(classifier, diverged));
        }
        self.arrive(losses)
    }

    /// Goes to a step of the record, by training `at_most` steps from the nearest state that is at hand. Returns how many
    /// steps are left to go; with `at_most` 0 it stands at that state.
    pub fn seek(&mut self, step: u32, at_most: u32) -> u32 {
        let step = step.min(self.record.end());
        let nearest = self.record.keyframes.up_to(step);
        if step < self.run.steps() || nearest.step > self.run.steps() {
            let nearest = nearest.clone();
            self.record.leave_end(&self.run, self.tails);
            self.restore(&nearest);
        }
        let steps = at_most.min(step - self.run.steps());
        let done = self.advance(steps);
        assert!(done.is_ok(), "a step of the record has been reached before");
        step - self.run.steps()
    }

    /// Changes something at this step; what followed is cut off. Returns the record as it was, or nothing where nothing
    /// would be other than it is.
    ///
    /// # Errors
    /// A sentence, if the loss would not be a finite number; nothing has changed then.
    pub fn change(&mut self, changes: &[What]) -> Result<Option<Record>, Refusal> {
        let mut news = Vec::new();
        for &what in changes {
            if self.is_news(what) {
                news.push(what);
            }
        }
        if news.is_empty() {
            return Ok(None);
        }
        self.record.leave_end(&self.run, self.tails);
        let arrival = Keyframe::of(&self.run, self.tails);
        self.apply(&news)?;
        Ok(Some(self.branch(&news, arrival)))
    }

    /// Lets the record end at this step. Returns the record as it was, or nothing where it ends there already.
    pub fn cut_off(&mut self) -> Option<Record> {
        if self.run.steps() == self.record.end() {
            return None;
        }
        let arrival = Keyframe::of(&self.run, self.tails);
        Some(self.branch(&[], arrival))
    }

    /// Takes up a record where it stood at a step, as far as a state at hand goes; [`Timeline::seek`] does the rest.
    /// Returns the record that it leaves, and its step.
    pub fn take_up(&mut self, record: Record, step: u32) -> (Record, u32) {
        let here = self.run.steps();
        self.record.leave_end(&self.run, self.tails);
        if !record.experiment.begins_as(&self.record.experiment) {
            self.run = Run::with_own(&record.experiment.settings, record.experiment.own());
        }
        let left = std::mem::replace(&mut self.record, record);
        let nearest = self.record.keyframes.up_to(step).clone();
        self.restore(&nearest);
        (left, here)
    }

    /// Lets the record go on from here with these changes, which have been made. Returns it as it was.
    fn branch(&mut self, changes: &[What], arrival: Keyframe) -> Record {
        let before = self.record.clone();
        self.record.branch(changes, arrival);
        self.apart = self.record.experiment.is_apart_at(self.run.steps());
        self.record_losses();
        before
    }

    /// Of both classifiers, and the same on the points that are held out.
    fn losses(&self) -> [f64; CURVES] {
        let [left, right] = CLASSIFIERS.map(|classifier| self.run.trainer(classifier));
        // A curve knows no NaN: what cannot be told from the greatest loss is one.
        let on_test = |trainer: &Trainer| trainer.test_loss().filter(|loss| loss.is_finite()).unwrap_or(f64::INFINITY);
        [left.loss(), right.loss(), on_test(left), on_test(right)]
    }

    fn record_losses(&mut self) {
        if self.record.lacks(self.run.steps()) {
            self.record.push(self.losses(), &self.run);
        }
        self.record.keyframes.note(&self.run);
    }

    /// What there is to do on coming to a step by training, from one with these losses.
    fn arrive(&mut self, before: [f64; CURVES]) -> Result<(), Stop> {
        let step = self.run.steps();
        let lacking = self.record.lacks(step);
        let full = lacking && self.record.curves()[0].is_full();
        let width = self.record.curves()[0].width() << u32::from(full);
        for (tail, loss) in self.tails.iter_mut().zip(before) {
            let last = Bucket::of(loss, step - 1);
            let with_it = tail.map_or(last, |tail| tail.with(last));
            *tail = (!step.is_multiple_of(width)).then_some(with_it);
        }
        self.record.arrive(&self.run, self.tails);
        let made = self.make_changes();
        self.record_losses();
        made
    }

    /// Makes the changes that the experiment has for this step.
    #[inline(never)]
    fn make_changes(&mut self) -> Result<(), Stop> {
        let step = self.run.steps();
        let mut changes = Vec::new();
        for change in self.record.experiment.at(step) {
            changes.push(change.what);
        }
        self.apart |= changes.contains(&What::Apart);
        if changes.is_empty() || self.apply(&changes).is_ok() {
            return Ok(());
        }
        let mut refused = Vec::new();
        for what in changes {
            if self.apply(&[what]).is_err() {
                refused.push(Change { step, what });
            }
        }
        self.record.experiment.forget(&refused);
        Err(Stop::Refused(refused))
    }

    #[inline(never)]
    fn restore(&mut self, Keyframe { step, state, known, tails, .. }: &Keyframe) {
        let before = step.checked_sub(1);
        let experiment = &self.record.experiment;
        let rates = before.map_or(experiment.settings, |before| experiment.settings_at(before)).rates();
        self.run.restore(*step, state, *known, rates);
        self.tails = *tails;
        self.apart = before.is_some_and(|before| experiment.is_apart_at(before));
        let done = self.make_changes();
        assert!(done.is_ok(), "the changes of a step that is on record have been made before");
    }

    /// Whether it would change anything.
    fn is_news(&self, what: What) -> bool {
        match what {
            What::Setting { name, value } => {
                let now = self.record.experiment.settings_at(self.run.steps());
                let mut then = now;
                then.set(name, value).is_ok() && then != now
            }
            What::Apart => !self.apart,
            What::Parameter { classifier, parameter, value } => {
                parameter.value(self.run.trainer(classifier).network()).to_bits() != value.to_bits()
            }
        }
    }

    /// Makes changes of the run, all or none of them.
    #[inline(never)]
    fn apply(&mut self, changes: &[What]) -> Result<(), Refusal> {
        let (step, rates) = (self.run.steps(), self.run.rates());
        let (state, known) = (self.run.state(), self.run.known());
        let mut settings = self.record.experiment.settings_at(step);
        for what in changes {
            if let What::Setting { name, value } = what {
                let done = settings.set(name, *value);
                assert!(done.is_ok(), "a change keeps to the limits");
            }
        }
        self.run.set_rates(settings.rates());
        for classifier in CLASSIFIERS {
            let is_own =
                |what: &&What| matches!(what, What::Parameter { classifier: whose, .. } if *whose == classifier);
            if !changes.iter().any(|what| is_own(&what)) {
                continue;
            }
            let edited = self.run.edit(classifier, |network| {
                for what in changes.iter().filter(is_own) {
                    if let What::Parameter { parameter, value, .. } = *what {
                        parameter.set(network, value);
                    }
                }
            });
            if edited.is_err() {
                self.run.restore(step, &state, known, rates);
                return edited;
            }
        }
        Ok(())
    }
}
