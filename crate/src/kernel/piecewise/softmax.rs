//! From the scores of many points to their losses and slopes.

use super::{PerClassPoint, Scores};
use crate::kernel::{
    cells::{Cell, TWOS},
    exp::exp,
    lanes::F64x2,
};

/// What the points seen so far add to the loss.
pub(super) struct Losses {
    /// Σ (greatest score − own score).
    shift: F64x2,
    /// Π Σ_k exp(score_k − greatest score), of the points since the last logarithm.
    product: F64x2,
    /// Σ ln Σ_k exp(score_k − greatest score), of those before.
    logarithms: f64,
    /// Points whose own class has the greatest score.
    correct: F64x2,
}

impl Losses {
    pub(super) fn none() -> Self {
        let zero = F64x2::zero();
        Losses { shift: zero, product: F64x2::splat(1.0), logarithms: 0.0, correct: zero }
    }

    /// Σ −ln p(label).
    pub(super) fn sum(&self) -> f64 {
        self.logarithms + self.shift.sum()
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
    pub(super) fn correct(&self) -> usize {
        self.correct.sum() as usize
    }

    /// Turns the scores of a block of cells into their slopes (p − y)/N.
    ///
    /// Three passes over the block, because within one point each number waits for the one before: so that the
    /// processor finds other points' numbers to compute meanwhile.
    #[inline(always)]
    pub(super) fn softmax<const PAIRS: usize>(&mut self, cells: &[Cell<PAIRS>], scores: &mut [Scores<PAIRS>]) {
        for (cell, scores) in cells.iter().zip(&mut *scores) {
            self.subtract_greatest(cell, scores);
        }
        for scores in &mut *scores {
            scores.zeroth.iter_mut().for_each(|score| *score = exp(*score));
            let others = scores.others.as_flattened_mut().as_flattened_mut();
            others.iter_mut().for_each(|score| *score = exp(*score));
        }
        for (cell, scores) in cells.iter().zip(scores) {
            self.slopes(cell, scores);
        }
        // At most 7 for each of at most 256 points: the product stays below 1e217.
        let [even, odd] = self.product.lanes();
        self.logarithms += libm::log(even * odd);
        self.product = F64x2::splat(1.0);
    }

    /// First pass. Softmax does not change, and no `exp` overflows (CS231n, "Practical issues: Numeric stability").
    #[inline(always)]
    fn subtract_greatest<const PAIRS: usize>(&mut self, cell: &Cell<PAIRS>, scores: &mut Scores<PAIRS>) {
        for two in 0..TWOS {
            let mut greatest = F64x2::zero();
            let mut own = F64x2::zero();
            let mut is_greatest = cell.is_first[two];
            for (score, is_class) in places(&scores.others).zip(places(&cell.is_class)) {
                let (score, is_class) = (score[two], is_class[two]);
                // Not where they are equal, so that the first of equals wins.
                let greater = score.gt(greatest);
                greatest = score.or_else(greater, greatest);
                is_greatest = is_class.or_else(greater, is_greatest);
                own += is_class * score;
            }
            self.shift += (greatest - own).only(cell.share[two].gt(F64x2::zero()));
            self.correct += is_greatest;
            scores.zeroth[two] = F64x2::zero() - greatest;
            for score in scores.others.as_flattened_mut() {
                score[two] = score[two] - greatest;
            }
        }
    }

    /// Third pass: sums, quotients, and what is left when the label has been taken away.
    #[inline(always)]
    fn slopes<const PAIRS: usize>(&mut self, cell: &Cell<PAIRS>, scores: &mut Scores<PAIRS>) {
        for two in 0..TWOS {
            let mut sum = scores.zeroth[two];
            for power in places(&scores.others) {
                sum += power[two];
            }
            let one = F64x2::splat(1.0);
            let share = cell.share[two];
            let inverse = one / sum;
            for (power, is_class) in scores.others.as_flattened_mut().iter_mut().zip(places(&cell.is_class)) {
                power[two] = (power[two] * inverse - is_class[two]) * share;
            }
            self.product = self.product * sum.or_else(share.gt(F64x2::zero()), one);
        }
    }
}

fn places<const PAIRS: usize>(numbers: &PerClassPoint<PAIRS>) -> impl Iterator<Item = &[F64x2; TWOS]> {
    numbers.as_flattened().iter()
}
