//! The loss of every step so far, in bounded memory: what the chart draws, still quick after a million steps.
//!
//! Losses are gathered in buckets of equal width in steps. When all buckets are in use, neighbours are merged and the
//! width doubles. A bucket keeps its first loss, exactly, and the least and the greatest, so that no spike is lost; of the
//! least it knows the step.

use std::ops::Range;

/// Buckets at most; between half of this and all of it are in use once a run is long.
const CAPACITY: usize = 2048;

/// Loss by step.
#[derive(Debug)]
pub struct LossCurve {
    /// Steps that share a bucket; a power of two.
    width: u32,
    /// Losses recorded.
    count: u32,
    last: f64,
    buckets: Vec<Bucket>,
}

/// The losses of some neighbouring steps, at least one.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Bucket {
    /// The loss at the bucket's first step.
    pub first: f64,
    /// The least loss in the bucket.
    pub min: f64,
    /// The greatest loss in the bucket.
    pub max: f64,
    /// The first step at which the loss is the least: a whole number, so that a bucket is four numbers of one kind.
    pub least_at: f64,
}

impl Bucket {
    /// Of the loss of one step.
    #[must_use]
    pub fn of(loss: f64, step: u32) -> Self {
        Bucket { first: loss, min: loss, max: loss, least_at: f64::from(step) }
    }

    /// With the losses of the steps that follow.
    #[must_use]
    #[inline(never)]
    pub fn with(self, next: Bucket) -> Self {
        let least_at = if next.min < self.min { next.least_at } else { self.least_at };
        Bucket { first: self.first, min: self.min.min(next.min), max: self.max.max(next.max), least_at }
    }
}

impl Default for LossCurve {
    fn default() -> Self {
        LossCurve { width: 1, count: 0, last: f64::NAN, buckets: Vec::with_capacity(CAPACITY) }
    }
}

impl Clone for LossCurve {
    /// With room for all buckets, so that recording goes on without allocating.
    fn clone(&self) -> Self {
        let mut buckets = Vec::with_capacity(CAPACITY);
        buckets.extend_from_slice(&self.buckets);
        LossCurve { buckets, ..*self }
    }
}

impl LossCurve {
    /// Records the loss of the next step. Allocates nothing.
    #[inline(never)] // here and below: the page loads one copy
    pub fn push(&mut self, loss: f64) {
        if self.count.is_multiple_of(self.width) {
            if self.buckets.len() == CAPACITY {
                self.halve();
            }
            self.buckets.push(Bucket::of(loss, self.count));
        } else if let Some(bucket) = self.buckets.last_mut() {
            *bucket = bucket.with(Bucket::of(loss, self.count));
        }
        self.count += 1;
        self.last = loss;
    }

    /// The loss that was recorded last.
    #[must_use]
    pub fn last(&self) -> f64 {
        self.last
    }

    /// Losses recorded: those of the steps below this one.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Whether the next loss makes the buckets twice as wide.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.buckets.len() == CAPACITY && self.count.is_multiple_of(self.width)
    }

    /// Forgets the losses from step `count` on. The bucket that `count` cuts in two becomes `cut`: the losses that it
    /// keeps; nothing where `count` lies between two buckets. The buckets stay as wide as they are. The next loss is to be
    /// recorded before anything is read.
    pub fn truncate(&mut self, count: u32, cut: Option<Bucket>) {
        self.buckets.truncate((count / self.width) as usize);
        self.buckets.extend(cut);
        self.count = count;
    }

    /// Where the last loss that was at most so great is found: the steps of its bucket. Nothing if all losses were greater.
    #[must_use]
    pub fn last_at_most(&self, loss: f64) -> Option<Range<u32>> {
        let place = self.buckets.iter().rposition(|bucket| bucket.min <= loss)?;
        let start = u32::try_from(place).unwrap_or(u32::MAX) * self.width;
        Some(start..self.count.min(start + self.width))
    }

    /// Steps that share a bucket: bucket i starts at step i·width.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// The buckets from step 0 on; the last may not be full yet.
    #[must_use]
    pub fn buckets(&self) -> &[Bucket] {
        &self.buckets
    }

    fn halve(&mut self) {
        for i in 0..CAPACITY / 2 {
            self.buckets[i] = self.buckets[2 * i].with(self.buckets[2 * i + 1]);
        }
        self.buckets.truncate(CAPACITY / 2);
        self.width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records a million losses and one, and looks at every bucket.
    fn none_of_the_extremes_is_lost(loss: impl Fn(u32) -> f64 + Copy) {
        let mut curve = LossCurve::default();
        for step in 0..=1_000_000 {
            curve.push(loss(step));
        }
        let buckets = curve.buckets();
        assert!(buckets.len() <= CAPACITY && buckets.len() >= CAPACITY / 2);
        for (i, bucket) in buckets.iter().enumerate() {
            let start = u32::try_from(i).unwrap() * curve.width();
            let end = (start + curve.width()).min(1_000_001);
            let losses = (start..end).map(loss);
            assert_eq!(bucket.first.to_bits(), loss(start).to_bits());
            assert_eq!(bucket.min.to_bits(), losses.clone().fold(f64::INFINITY, f64::min).to_bits());
            let least_at = (start..end).find(|&step| loss(step) == bucket.min);
            assert_eq!(bucket.least_at, f64::from(least_at.unwrap()));
            assert_eq!(bucket.max.to_bits(), losses.fold(0.0, f64::max).to_bits());
        }
        let last = u32::try_from(buckets.len() - 1).unwrap() * curve.width();
        assert!(last <= 1_000_000 && last + curve.width() > 1_000_000, "the buckets reach to the last step");
    }

    #[test]
    fn a_million_losses_fit_whether_they_fall_or_rise() {
        none_of_the_extremes_is_lost(|step| if step == 700_001 { 9.0 } else { 1.0 / f64::from(step + 1) });
        none_of_the_extremes_is_lost(|step| if step == 300_001 { 0.1 } else { 1.0 + 1e-6 * f64::from(step) });
    }

    #[test]
    fn the_last_loss_that_is_so_little_is_found_in_its_bucket() {
        let mut curve = LossCurve::default();
        assert_eq!(curve.last_at_most(1.0), None);
        [3.0, 1.0, 2.0, 1.0, 5.0].into_iter().for_each(|loss| curve.push(loss));
        assert_eq!(
            [0.5, 1.0, 2.0, 5.0].map(|loss| curve.last_at_most(loss)),
            [None, Some(3..4), Some(3..4), Some(4..5)]
        );
        (5..4997).for_each(|step| curve.push(f64::from(step)));
        assert_eq!((curve.width(), curve.last_at_most(998.0)), (4, Some(996..1000)));
        assert_eq!(curve.last_at_most(1e9), Some(4996..4997), "the last bucket is not full");
    }

    #[test]
    fn a_million_losses_fit_however_they_leap() {
        none_of_the_extremes_is_lost(|step| f64::from(1 + step.wrapping_mul(2_654_435_761) % 100_003));
    }
}
