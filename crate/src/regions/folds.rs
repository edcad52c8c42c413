//! The folds of the hidden units along one scan line, in the order in which the line meets them.
//!
//! From one line to the next every fold moves a little and few of them change places, so the order of the last line is
//! nearly the order of this one, and insertion sort mends it in about as many moves as folds have overtaken each other.
//! Over a whole picture two units overtake each other at most once: their folds are straight lines.

use crate::kernel::order::shell_sort;

/// Where a hidden unit's pre-activation is zero on a scan line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    /// Pixels from the start of the line; ±∞ if the fold is not on the line.
    pub at: f64,
    /// The hidden unit.
    pub unit: u32,
}

/// All units' folds, sorted by place.
#[derive(Default)]
pub struct Folds {
    sorted: Vec<Fold>,
}

impl Folds {
    /// Makes room for this many units, and keeps the order that is there if it is for as many.
    pub fn resize(&mut self, units: usize) {
        if self.sorted.len() != units {
            self.sorted.clear();
            self.sorted.extend((0..).zip(0..units).map(|(unit, _)| Fold { at: 0.0, unit }));
        }
    }

    /// Moves each unit's fold to its place on the next line and puts them in order again.
    ///
    /// Insertion sort is quadratic when the order is all wrong, as on the first line of a picture: after a few moves for
    /// each fold the rest is left to a sort that is not.
    pub fn sort(&mut self, places: &[f64]) {
        let mut moves = 4 * self.sorted.len() + 16;
        let mut last = f64::NEG_INFINITY;
        for i in 0..self.sorted.len() {
            let unit = self.sorted[i].unit;
            let fold = Fold { at: places[unit as usize], unit };
            if fold.at >= last {
                last = fold.at;
                self.sorted[i] = fold;
                continue;
            }
            let mut hole = i;
            while hole > 0 && self.sorted[hole - 1].at > fold.at {
                self.sorted[hole] = self.sorted[hole - 1];
                hole -= 1;
            }
            self.sorted[hole] = fold;
            if i - hole > moves {
                return self.sort_anew(places);
            }
            moves -= i - hole;
        }
    }

    fn sort_anew(&mut self, places: &[f64]) {
        for fold in &mut self.sorted {
            fold.at = places[fold.unit as usize];
        }
        shell_sort(&mut self.sorted, |a, b| a.at < b.at);
    }

    /// The folds that are on the line, in order.
    #[must_use]
    pub fn on_the_line(&self) -> &[Fold] {
        let start = self.sorted.partition_point(|fold| fold.at == f64::NEG_INFINITY);
        let end = self.sorted.partition_point(|fold| fold.at < f64::INFINITY);
        &self.sorted[start..end.max(start)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_places_are_sorted_whatever_the_order_before(
            lines in prop::collection::vec(prop::collection::vec(prop_oneof![
                4 => 0.0..10.0,
                1 => Just(f64::INFINITY),
                1 => Just(f64::NEG_INFINITY),
            ], 70), 1..4),
        ) {
            let mut folds = Folds::default();
            folds.resize(70);
            for places in lines {
                folds.sort(&places);
                let mut expected: Vec<f64> = places.iter().copied().filter(|at| at.is_finite()).collect();
                expected.sort_by(f64::total_cmp);
                let found: Vec<f64> = folds.on_the_line().iter().map(|fold| fold.at).collect();
                prop_assert_eq!(found, expected);
                prop_assert!(folds.on_the_line().iter().all(|fold| places[fold.unit as usize] == fold.at));
            }
        }
    }
}
