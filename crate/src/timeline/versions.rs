//! One history for everything that changes a run: settings, parameters, a new start. Each change leaves the record as it
//! was before; undo takes it up again, whole, and redo takes up the one that undo left. Losses that have been left, and are
//! not those of the run that goes on, stay to be compared with.

use super::{Goal, Record, Stop, Timeline};
use crate::{
    experiment::{Experiment, What},
    refusal::Refusal,
    run::{Classifier, Run},
};

/// Changes that can be taken back at most.
pub const MAX_UNDO: usize = 100;

/// Records at most that stay to be compared with.
pub const MAX_GHOSTS: usize = 8;

/// Bytes of states that the record keeps of its own that was left last; the one before it keeps half of that, and so on, so that
/// all together keep twice as many at most, whatever they are left for.
const BYTES_WHEN_LEFT: usize = 4 << 20;

/// Bytes of states that a record keeps to be compared with.
const BYTES_OF_GHOST: usize = 1 << 20;

/// A record that was left, and the step at which it was.
#[derive(Clone)]
struct Left {
    id: u32,
    record: Record,
    step: u32,
}

/// A timeline, and the records that it has left.
pub struct Versions {
    timeline: Timeline,
    undo: Vec<Left>,
    redo: Vec<Left>,
    /// Those to be compared with, the oldest first.
    ghosts: Vec<Left>,
    /// How many records have been left so far, and how many ghosts there was no room for.
    count: u32,
    crowded_out: u32,
    /// How many changes can be taken back no more, as there were more than are kept.
    lost: u32,
}

impl Versions {
    /// Begins with the run of an experiment; what of it may be refused see [`Timeline::new`].
    pub fn new(experiment: Experiment) -> (Self, Result<(), Stop>) {
        let (timeline, begun) = Timeline::new(experiment);
        let (undo, redo, ghosts) = Default::default();
        (Versions { timeline, undo, redo, ghosts, count: 0, crowded_out: 0, lost: 0 }, begun)
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

    /// Takes steps until a goal is met: see [`Timeline::advance_until`].
    ///
    /// # Errors
    /// As there.
    pub fn advance_until(&mut self, goal: Goal, steps: u32) -> Result<bool, Stop> {
        self.timeline.advance_until(goal, steps)
    }

    /// Goes to a step on record: see [`Timeline::seek`].
    pub fn seek(&mut self, step: u32, at_most: u32) -> u32 {
        self.timeline.seek(step, at_most)
    }

    /// From where a run that diverges can take another way: see [`Timeline::last_calm_step`].
    pub fn last_calm_step(&mut self, classifier: Classifier) -> Option<u32> {
        self.timeline.last_calm_step(classifier)
    }

    /// Changes something at this step. With `goes_on` it belongs to the change before it, as the values that a slider
    /// passes through do, and both are taken back as one.
    ///
    /// # Errors
    /// A sentence, if the loss would not be a finite number; nothing has changed then.
    pub fn change(&mut self, changes: &[What], goes_on: bool) -> Result<(), Refusal> {
        let step = self.timeline.run().steps();
        let Some(record) = self.timeline.change(changes)? else { return Ok(()) };
        self.leave(record, step, goes_on);
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
        let step = left.run().steps();
        self.leave(left.into_record(), step, goes_on);
        begun
    }

    /// Lets the run end at this step; tells whether anything followed, which undo restores.
    pub fn cut_off(&mut self) -> bool {
        let step = self.timeline.run().steps();
        let Some(record) = self.timeline.cut_off() else { return false };
        self.leave(record, step, false);
        true
    }

    /// Takes the last change back. Returns the step at which the run was before it, to which [`Versions::seek`] leads;
    /// nothing if there is no change.
    pub fn undo(&mut self) -> Option<u32> {
        let last = self.undo.pop()?;
        let (step, left) = self.take_up(last);
        self.redo.push(left);
        self.keep_few_states();
        Some(step)
    }

    /// Makes the change again that was last taken back, in the same way.
    pub fn redo(&mut self) -> Option<u32> {
        let last = self.redo.pop()?;
        let (step, left) = self.take_up(last);
        self.keep(left);
        Some(step)
    }

    /// How many changes can be taken back, and how many made again.
    #[must_use]
    pub fn depth(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    /// How many changes cannot be taken back any more, because too many came after them.
    #[must_use]
    pub fn lost(&self) -> u32 {
        self.lost
    }

    /// The records to be compared with, each by a number of its own, the oldest first.
    pub fn ghosts(&self) -> impl Iterator<Item = (u32, &Record)> {
        self.ghosts.iter().map(|ghost| (ghost.id, &ghost.record))
    }

    /// How many of them there was no room for so far; undo still leads to them.
    #[must_use]
    pub fn crowded_out(&self) -> u32 {
        self.crowded_out
    }

    /// Goes on with one of them in the place of the run that is shown, which undo restores. Returns the step to go to, as
    /// [`Versions::undo`] does.
    pub fn bring_back(&mut self, id: u32) -> Option<u32> {
        let ghost = self.ghosts.iter().find(|ghost| ghost.id == id)?.clone();
        let (step, left) = self.take_up(ghost);
        self.redo.clear();
        self.keep(left);
        Some(step)
    }

    /// Removes one of them; undo still leads to it, if it did.
    pub fn forget(&mut self, id: u32) {
        self.ghosts.retain(|ghost| ghost.id != id);
    }

    /// Keeps a record that was left at a step for another one.
    fn leave(&mut self, record: Record, step: u32, goes_on: bool) {
        self.redo.clear();
        if goes_on && !self.undo.is_empty() {
            return;
        }
        let left = self.left(record, step);
        self.show_as_ghost(&left);
        self.keep(left);
    }

    fn left(&mut self, record: Record, step: u32) -> Left {
        self.count += 1;
        Left { id: self.count, record, step }
    }

    #[inline(never)]
    fn keep(&mut self, left: Left) {
        if self.undo.len() == MAX_UNDO {
            self.undo.remove(0);
            self.lost += 1;
        }
        self.undo.push(left);
        self.keep_few_states();
    }

    /// Keeps fewer states of each record the longer ago it was left.
    #[inline(never)]
    fn keep_few_states(&mut self) {
        let now = self.timeline.record();
        for list in [&mut self.undo, &mut self.redo] {
            for (age, Left { record, step, .. }) in list.iter_mut().rev().enumerate() {
                record.keep_few_states(*step, BYTES_WHEN_LEFT >> age.min(22), now);
            }
        }
        for Left { record, step, .. } in &mut self.ghosts {
            record.keep_few_states(*step, BYTES_OF_GHOST, now);
        }
    }

    /// Takes up a record. Returns the step to go to, and the record that it takes the place of.
    fn take_up(&mut self, Left { id, record, step }: Left) -> (u32, Left) {
        self.forget(id);
        let (record, at) = self.timeline.take_up(record, step);
        let left = self.left(record, at);
        self.show_as_ghost(&left);
        (step, left)
    }

    /// Lets a record be compared with that is no part of the one that goes on.
    fn show_as_ghost(&mut self, left: &Left) {
        let now = self.timeline.record();
        let is_known = |other: &Record| left.record.is_part_of(other);
        if left.record.end() == 0 || is_known(now) || self.ghosts.iter().any(|ghost| is_known(&ghost.record)) {
            return;
        }
        self.ghosts.retain(|ghost| !ghost.record.is_part_of(&left.record));
        if self.ghosts.len() == MAX_GHOSTS {
            self.ghosts.remove(0);
            self.crowded_out += 1;
        }
        self.ghosts.push(left.clone());
    }
}
