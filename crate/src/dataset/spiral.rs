//! The spiral of the tutorial's script.

use super::Dataset;
use crate::random::RandomState;

/// A spiral with one arm for each class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spiral {
    /// Points on each arm, at least 2.
    pub points: usize,
    /// Arms K, at most 256.
    pub classes: usize,
    /// Standard deviation of a point's angle, in radians, before it is multiplied.
    pub noise: f64,
    /// What each angle is multiplied by; 1 leaves its bits, as x·1 is exact.
    pub turn: f64,
    /// From where one arm starts to where the next one does.
    pub gap: Gap,
}

/// The angle from the start of one arm to that of the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gap {
    /// In radians, 0…6.3.
    Radians(f64),
    /// 2π/K: the arms start evenly around the centre.
    Even,
}

impl Gap {
    /// The script's: each arm starts at the angle at which the one before it ends.
    pub const DEFAULT: Gap = Gap::Radians(4.0);

    /// In radians.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are few classes")]
    pub fn radians(self, classes: usize) -> f64 {
        match self {
            Gap::Radians(radians) => radians,
            Gap::Even => std::f64::consts::TAU / classes as f64,
        }
    }
}

/// How far an arm goes round, in radians.
const ARM: f64 = 4.0;

impl Spiral {
    /// The tutorial's, in these sizes and not turned further.
    #[must_use]
    pub fn new(points: usize, classes: usize, noise: f64) -> Self {
        Spiral { points, classes, noise, turn: 1.0, gap: Gap::DEFAULT }
    }

    /// Draws the points of one arm after the other, as the tutorial's script does: radius r = linspace(0, 1, N),
    /// angle t = linspace(gap·j, gap·j + 4, N) + noise·randn(N), point (r·sin(turn·t), r·cos(turn·t)).
    ///
    /// # Panics
    /// If there are more than 256 classes.
    #[must_use]
    pub fn draw(&self, stream: &mut RandomState) -> Dataset {
        let (mut coordinates, mut labels) = (Vec::new(), Vec::new());
        let gap = self.gap.radians(self.classes);
        for class in 0..self.classes {
            assert!(class < 256, "at most 256 classes");
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "checked just before")]
            let (label, arm) = (class as u8, class as f64);
            let radii = linspace(0.0, 1.0, self.points);
            let angles = linspace(gap * arm, gap * arm + ARM, self.points);
            for (radius, angle) in radii.zip(angles) {
                let angle = self.turn * (angle + stream.normal() * self.noise);
                coordinates.push(radius * libm::sin(angle));
                coordinates.push(radius * libm::cos(angle));
                labels.push(label);
            }
        }
        Dataset::new(coordinates, labels, self.classes)
    }
}

/// NumPy's `linspace`: `count` evenly spaced numbers, the last exactly `end` although start + i·step need not be.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn linspace(start: f64, end: f64, count: usize) -> impl Iterator<Item = f64> {
    let last = count - 1;
    let step = (end - start) / last as f64;
    (0..count).map(move |i| if i == last { end } else { i as f64 * step + start })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linspace_ends_exactly_at_its_end() {
        let mut saved = 0;
        for (start, end) in [(0.0, 1.0), (4.0, 8.0)] {
            for count in 2_u32..600 {
                let numbers: Vec<f64> = linspace(start, end, count as usize).collect();
                assert_eq!((numbers[0], numbers[numbers.len() - 1]), (start, end));
                assert_eq!(numbers.len(), count as usize);
                let steps = f64::from(count - 1);
                saved += u32::from(steps * ((end - start) / steps) + start != end);
            }
        }
        assert!(saved > 10, "start + i·step misses the end for some counts, or this tests nothing");
    }

    #[test]
    fn turning_multiplies_the_angle_of_each_point_and_keeps_its_radius() {
        let tutorial = Spiral::new(40, 3, 0.2);
        let draw = |turn| Spiral { turn, ..tutorial }.draw(&mut RandomState::new(7));
        assert_eq!(draw(1.0), tutorial.draw(&mut RandomState::new(7)));
        let (once, twice) = (draw(1.0), draw(2.0));
        assert_eq!(once.labels, twice.labels);
        for (point, turned) in once.points.rows().into_iter().zip(twice.points.rows()) {
            let radius = point[0].hypot(point[1]);
            assert!((radius - turned[0].hypot(turned[1])).abs() < 1e-15);
            // sin 2t = 2·sin t·cos t
            assert!((turned[0] * radius - 2.0 * point[0] * point[1]).abs() < 1e-14);
        }
    }

    #[test]
    fn arms_start_a_gap_apart_or_evenly_around_the_centre() {
        let start = |gap, arm: usize| {
            let spiral = Spiral { gap, ..Spiral::new(50, 4, 0.0) };
            let data = spiral.draw(&mut RandomState::new(1));
            let [x, y] = [0, 1].map(|axis| data.points[[50 * arm + 1, axis]]);
            let end = 4.0 / 49.0;
            libm::atan2(x, y) - end
        };
        let is_same = |a: f64, b: f64| libm::cos(a - b) > 1.0 - 1e-12;
        for arm in 0..4_u32 {
            let at = f64::from(arm);
            assert!(is_same(start(Gap::Radians(0.3), arm as usize), 0.3 * at));
            assert!(is_same(start(Gap::Even, arm as usize), std::f64::consts::FRAC_PI_2 * at));
        }
    }

    #[test]
    fn without_noise_a_point_lies_where_the_formula_says() {
        let data = Spiral::new(3, 2, 0.0).draw(&mut RandomState::new(5));
        let expected = [(0.0, 0.0_f64), (0.5, 2.0), (1.0, 4.0), (0.0, 4.0), (0.5, 6.0), (1.0, 8.0)];
        for (row, (radius, angle)) in expected.into_iter().enumerate() {
            assert!((data.points[[row, 0]] - radius * angle.sin()).abs() < 1e-15);
            assert!((data.points[[row, 1]] - radius * angle.cos()).abs() < 1e-15);
        }
        assert_eq!(data.labels, [0, 0, 0, 1, 1, 1]);
        assert!(data.len() == 6 && !data.is_empty());
        assert!(Dataset::new(Vec::new(), Vec::new(), 2).is_empty());
    }
}
