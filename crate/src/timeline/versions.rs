//! One history for everything that changes a run: settings, parameters, a new start. Each change leaves the record as it
//! was before; undo takes it up again, whole, and redo takes up the one that undo left.

use super::{Record, Stop, Timeline};
use crate::{
    experiment::{Experiment, What},
    refusal::Refusal,
    run::Run,
};

/// Changes that can be taken back at most.
pub const MAX_UNDO: usize = 100;

/// Bytes of states that a record keeps of its own when it is left.
const BYTES_WHEN_LEFT: usize = 400 << 10;

/// A record that was left, and the step at which it was.
struct Left {
    record: Record,
    step: u32,
}

/// A timeline, and the records that it has left.
pub struct Versions {
    timeline: Timeline,
    undo: Vec<Left>,
    redo: Vec<Left>,
}

impl Versions {
    /// Begins with the run of an experiment; what of it may be refused see [`Timeline::new`].
    pub fn new(experiment: Experiment) -> (Self, Result<(), Stop>) {
        let (timeline, begun) = Timeline::new(experiment);
        (Versions { timeline, undo: Vec::new(), redo: Vec::new() }, begun)
    }

    /// The run that is shown, and its record.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Both classifiers where they stand.
    #[must_use]
    pub fn run(&self) -> &Run {
        self.timeline.run()
    }

    /// Takes steps: see [`Timeline::advance`].
    ///
    /// # Errors
    /// As there.
    pub fn advance(&mut self, steps: u32) -> Result<(), Stop> {
        self.timeline.advance(steps)
    }

    /// Goes to a step on record: see [`Timeline::seek`].
    pub fn seek(&mut self, step: u32, at_most: u32) -> u32 {
        self.timeline.seek(step, at_most)
    }

    /// Changes something at this step. With `goes_on` it belongs to the change before it, as the values that a slider
    /// passes through do, and both are taken back as one.
    ///
    /// # Errors
    /// A sentence, if the loss would not be a finite number; nothing has changed then.
    pub fn change(&mut self, changes: &[What], goes_on: bool) -> Result<(), Refusal> {
        let step = self.timeline.run().steps();
        let Some(record) = self.timeline.change(changes)? else { return Ok(()) };
        if goes_on && !self.undo.is_empty() {
            self.redo.clear();
        } else {
            self.leave(Left { record, step });
        }
        Ok(())
    }

    /// Begins another run. `goes_on` as for [`Versions::change`]: of runs that a slider passes through only the one before
    /// them can be had again.
    ///
    /// # Errors
    /// What of the experiment is refused at step 0; the rest has begun.
    pub fn begin(&mut self, experiment: Experiment, goes_on: bool) -> Result<(), Stop> {
        let (timeline, begun) = Timeline::new(experiment);
        let left = std::mem::replace(&mut self.timeline, timeline);
        if goes_on && !self.undo.is_empty() {
            self.redo.clear();
        } else {
            self.leave(Left { step: left.run().steps(), record: left.into_record() });
        }
        begun
    }

    /// Lets the run end at this step; tells whether anything followed, which undo restores.
    pub fn cut_off(&mut self) -> bool {
        let step = self.timeline.run().steps();
        let Some(record) = self.timeline.cut_off() else { return false };
        self.leave(Left { record, step });
        true
    }

    /// Takes the last change back. Returns the step at which the run was before it, to which [`Versions::seek`] leads;
    /// nothing if there is no change.
    pub fn undo(&mut self) -> Option<u32> {
        let last = self.undo.pop()?;
        let step = last.step;
        self.redo.push(take_up(&mut self.timeline, last));
        Some(step)
    }

    /// Makes the change again that was last taken back, in the same way.
    pub fn redo(&mut self) -> Option<u32> {
        let last = self.redo.pop()?;
        let step = last.step;
        self.undo.push(take_up(&mut self.timeline, last));
        Some(step)
    }

    /// How many changes can be taken back, and how many made again.
    #[must_use]
    pub fn depth(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    fn leave(&mut self, mut left: Left) {
        left.record.keep_few_states(left.step, BYTES_WHEN_LEFT);
        self.redo.clear();
        if self.undo.len() == MAX_UNDO {
            self.undo.remove(0);
        }
        self.undo.push(left);
    }
}

fn take_up(timeline: &mut Timeline, Left { record, step }: Left) -> Left {
    let (mut record, step) = timeline.take_up(record, step);
    record.keep_few_states(step, BYTES_WHEN_LEFT);
    Left { record, step }
}
