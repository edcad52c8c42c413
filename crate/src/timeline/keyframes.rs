//! States of a run at chosen steps, from which any step between is a short way by training.
//!
//! Keyframes lie at the multiples of a gap, and at steps at which something was changed. When there are too many, every
//! second multiple is dropped and the gap doubles: 1,600 of them reach over a million steps with gaps of 640.

use std::rc::Rc;

use crate::{
    loss_curve::{Bucket, LossCurve},
    run::{CLASSIFIERS, Run},
    training::Known,
};

/// Steps between two keyframes at first. Copying a state takes a thirtieth of a step of the tutorial's run, so that one in
/// five costs 0.8 %, and a run of a hundred steps has enough of them for a curve.
const FIRST_GAP: u32 = 5;

/// Keyframes at most.
const CAPACITY: usize = 1600;

/// Bytes of all states at most, if that is fewer keyframes.
const MAX_BYTES: usize = 40 << 20;

/// Loss curves of a run: those of both classifiers, and where points are held out the same on those.
pub const CURVES: usize = 4;

/// A run at one step, on arriving there: before the changes of the step.
#[derive(Debug, Clone)]
pub struct Keyframe {
    /// Updates done.
    pub step: u32,
    /// All parameters of the left classifier, then of the right one. Records that share their first steps share these.
    pub state: Rc<[f64]>,
    /// What was known on arriving at this step, for either classifier.
    pub known: [Known; 2],
    /// Of either loss curve what its bucket holds from before this step; nothing where a bucket begins here.
    pub tails: Tails,
    /// What either classifier had come to at this step, after the changes of the step.
    pub readings: [Reading; 2],
}

/// Of each loss curve what its bucket holds from before a step; nothing where a bucket begins there.
pub type Tails = [Option<Bucket>; CURVES];

/// What one classifier has come to at a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Data loss plus regularization loss.
    pub loss: f64,
    /// Mean cross-entropy over the points.
    pub data_loss: f64,
    /// Share of the points that are classified rightly, 0…1.
    pub accuracy: f64,
    /// The same of those that are held out; NaN where none is.
    pub test_accuracy: f64,
}

impl Reading {
    /// Of both classifiers, in the order of the boards.
    #[must_use]
    #[inline(never)]
    pub fn of(run: &Run) -> [Reading; 2] {
        CLASSIFIERS.map(|classifier| {
            let trainer = run.trainer(classifier);
            let test_accuracy = trainer.test_accuracy().unwrap_or(f64::NAN);
            Reading {
                loss: trainer.loss(),
                data_loss: trainer.data_loss(),
                accuracy: trainer.accuracy(),
                test_accuracy,
            }
        })
    }
}

impl Keyframe {
    /// Of a run that has just arrived at its step.
    #[must_use]
    #[inline(never)]
    pub fn of(run: &Run, tails: Tails) -> Self {
        Keyframe { step: run.steps(), state: run.state(), known: run.known(), tails, readings: Reading::of(run) }
    }
}

/// Keyframes by step; the first is at step 0.
#[derive(Debug, Clone)]
pub struct Keyframes {
    gap: u32,
    capacity: usize,
    frames: Vec<Keyframe>,
}

impl Keyframes {
    /// Begins with the one at step 0.
    #[must_use]
    pub fn new(first: Keyframe) -> Self {
        let capacity = (MAX_BYTES / size_of_val(&*first.state).max(1)).clamp(2, CAPACITY);
        let mut frames = Vec::with_capacity(capacity);
        frames.push(first);
        Keyframes { gap: FIRST_GAP, capacity, frames }
    }

    /// Whether a keyframe is due at this step.
    #[must_use]
    pub fn is_due(&self, step: u32) -> bool {
        step.is_multiple_of(self.gap)
    }

    /// Whether there is one at this step.
    #[must_use]
    #[inline(never)]
    pub fn has(&self, step: u32) -> bool {
        self.frames.binary_search_by_key(&step, |frame| frame.step).is_ok()
    }

    /// The last keyframe up to a step.
    ///
    /// # Panics
    /// Never: there is one at step 0.
    #[must_use]
    #[inline(never)]
    pub fn up_to(&self, step: u32) -> &Keyframe {
        let after = self.frames.partition_point(|frame| frame.step <= step);
        &self.frames[after - 1]
    }

    /// Adds one at a step that has none.
    #[inline(never)]
    pub fn insert(&mut self, frame: Keyframe) {
        if self.frames.len() >= self.capacity {
            self.thin();
        }
        let place = self.frames.partition_point(|other| other.step < frame.step);
        self.frames.insert(place, frame);
    }

    /// Takes note of what both classifiers have come to, if there is a keyframe at this step.
    pub fn note(&mut self, run: &Run) {
        if let Ok(place) = self.frames.binary_search_by_key(&run.steps(), |frame| frame.step) {
            self.frames[place].readings = Reading::of(run);
        }
    }

    /// Those from a step on.
    #[must_use]
    pub fn from(&self, step: u32) -> &[Keyframe] {
        &self.frames[self.frames.partition_point(|frame| frame.step < step)..]
    }

    /// Forgets the keyframes after a step.
    pub fn forget_after(&mut self, step: u32) {
        self.frames.truncate(self.frames.partition_point(|frame| frame.step <= step));
    }

    /// Prepares for the curves' next loss, where that makes their buckets twice as wide: a bucket then begins earlier,
    /// and what it holds from before a keyframe is more.
    pub fn before_buckets_double(&mut self, curves: &[Rc<LossCurve>]) {
        let width = curves[0].width();
        for Keyframe { step, tails, .. } in &mut self.frames {
            let bucket = *step / width;
            if bucket.is_multiple_of(2) {
                continue;
            }
            for (tail, curve) in tails.iter_mut().zip(curves) {
                let before = curve.buckets()[bucket as usize - 1];
                *tail = Some(tail.map_or(before, |tail| before.with(tail)));
            }
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.frames.len()
    }

    /// Bytes of all states, those included that are shared with other records.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.frames.iter().map(|frame| size_of_val(&*frame.state)).sum()
    }

    /// Drops keyframes evenly until the states that others do not hold, too, take so many bytes at most. The first one stays,
    /// the last one, and the one from which a step is reached.
    pub fn keep_few(&mut self, step: u32, bytes: usize, others: &Keyframes) {
        let spared = [0, self.up_to(step).step, self.frames[self.frames.len() - 1].step];
        let is_own = |frame: &Keyframe| !others.holds(frame) && !spared.contains(&frame.step);
        let own = self.frames.iter().filter(|frame| is_own(frame)).count();
        let allowed = bytes / size_of_val(&*self.frames[0].state).max(1);
        let mut kept = 0;
        let mut place = 0;
        self.frames.retain(|frame| {
            if !is_own(frame) {
                return true;
            }
            place += 1;
            let keeps = kept * own < place * allowed.min(own);
            kept += usize::from(keeps);
            keeps
        });
        self.frames.shrink_to_fit();
    }

    /// Whether this very state is among these.
    #[inline(never)]
    fn holds(&self, frame: &Keyframe) -> bool {
        let place = self.frames.binary_search_by_key(&frame.step, |other| other.step);
        place.is_ok_and(|place| Rc::ptr_eq(&self.frames[place].state, &frame.state))
    }

    /// Drops every second keyframe; of those at changes all, if there are too many of them. The run can be trained to each.
    fn thin(&mut self) {
        let mut spared = self.gap;
        while self.frames.len() >= self.capacity {
            self.gap *= 2;
            let gap = self.gap;
            self.frames.retain(|frame| frame.step.is_multiple_of(gap) || !frame.step.is_multiple_of(spared));
            // The second time, those at changes go too: every step is a multiple of 1.
            spared = 1;
        }
    }
}
