//! The lines in the plane on which the first layer's outputs are 0: the folds of the hidden units, or, for the linear
//! classifier, where each class's score changes sign.

use crate::{activation::Activation, network::Network};

/// Where w·(x, y) + b = 0. Seven numbers in a row in memory.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Line {
    /// The output's two weights: the line's normal. It points to the side where the output is positive: where the
    /// unit is active, or the class's score grows.
    pub w: [f64; 2],
    /// The output's bias.
    pub b: f64,
    /// The part of the line within the window, (x, y) of start and end: whoever walks from start to end has the
    /// positive side to the left (y grows upwards). NaN if the line does not cross the window.
    pub segment: [[f64; 2]; 2],
}

impl Line {
    /// The line cut to the square that reaches `reach` from the origin to each side.
    #[must_use]
    pub fn new(w: [f64; 2], b: f64, reach: f64) -> Self {
        Line { w, b, segment: clip(w, b, reach).unwrap_or([[f64::NAN; 2]; 2]) }
    }

    /// The part within the window, if the line crosses it.
    #[must_use]
    pub fn crosses(&self) -> Option<[[f64; 2]; 2]> {
        (!self.segment[0][0].is_nan()).then_some(self.segment)
    }
}

/// The lines of all outputs of a first layer.
#[derive(Default)]
pub struct Lines {
    lines: Vec<Line>,
}

impl Lines {
    /// Reads the lines off the network's first layer, whose inputs are x and y, cut to the square of this reach. Hidden units
    /// without a ReLU have none: they do not fold.
    pub fn read(&mut self, network: &Network, reach: f64) {
        let layer = network.layer(0);
        self.lines.clear();
        if network.layers().len() > 1 && network.activation == Activation::Identity {
            return;
        }
        let line = |j| Line::new([layer.weight(0, j), layer.weight(1, j)], layer.biases[j], reach);
        self.lines.extend((0..layer.outputs()).map(line));
    }

    /// One line for each output of the first layer, or none at all.
    #[must_use]
    pub fn all(&self) -> &[Line] {
        &self.lines
    }
}

/// Cuts the line as Liang and Barsky do: each pair of sides leaves an interval of the way along it.
fn clip([wx, wy]: [f64; 2], b: f64, reach: f64) -> Option<[[f64; 2]; 2]> {
    // Scaled so that the greater weight is ±1, since the square of a tiny weight would be 0.
    let scale = wx.abs().max(wy.abs());
    let (wx, wy, b) = (wx / scale, wy / scale, b / scale);
    // The line's point next to the origin is −b·w/|w|², and (w_y, −w_x) has w to its left.
    let share = -b / (wx * wx + wy * wy);
    if !share.is_finite() {
        return None;
    }
    let (nearest, along) = ([share * wx, share * wy], [wy, -wx]);
    let (mut start, mut end) = (f64::NEG_INFINITY, f64::INFINITY);
    for (from, speed) in nearest.into_iter().zip(along) {
        if speed == 0.0 {
            if from.abs() > reach {
                return None;
            }
            continue;
        }
        let (one, other) = ((-reach - from) / speed, (reach - from) / speed);
        start = start.max(one.min(other));
        end = end.min(one.max(other));
    }
    let at = |t: f64| [0, 1].map(|axis| (nearest[axis] + t * along[axis]).max(-reach).min(reach));
    (start < end).then(|| [at(start), at(end)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{network::Layer, random::RandomState};
    use proptest::prelude::*;

    /// Twice the area of the triangle a, b, c: positive if c lies to the left of the way from a to b.
    fn turn(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_segment_lies_on_its_line_ends_on_the_frame_and_has_the_positive_side_to_its_left(
            angle in 0.0..std::f64::consts::TAU,
            offset in -2.0..2.0,
            size in prop_oneof![Just(1e-200), Just(1.0), Just(1e200)],
            reach in 0.3..3.0,
        ) {
            let (w, b) = ([size * angle.cos(), size * angle.sin()], size * offset);
            let value = |[x, y]: [f64; 2]| (w[0] * x + w[1] * y + b) / size;
            let corners = [[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]].map(|corner| corner.map(|c| c * reach));
            match Line::new(w, b, reach).crosses() {
                None => {
                    let sides = corners.map(|corner| value(corner) > 0.0);
                    prop_assert!(sides == [true; 4] || sides == [false; 4], "the window is on one side");
                }
                Some([start, end]) => {
                    for point in [start, end] {
                        prop_assert!(value(point).abs() < 1e-14 * (1.0 + reach) * 10.0);
                        let frame = point[0].abs().max(point[1].abs());
                        prop_assert!((frame - reach).abs() < 1e-13, "{point:?} is on the frame");
                    }
                    for corner in corners.into_iter().filter(|corner| value(*corner).abs() > 1e-9) {
                        prop_assert_eq!(turn(start, end, corner) > 0.0, value(corner) > 0.0);
                    }
                }
            }
        }
    }

    #[test]
    fn a_unit_without_weights_has_no_line() {
        for b in [-1.0, 0.0, 1.0] {
            assert_eq!(Line::new([0.0, 0.0], b, 1.0).crosses(), None);
        }
    }

    #[test]
    fn lines_along_the_axes_are_cut_like_any_other() {
        assert_eq!(Line::new([0.0, 2.0], -1.0, 1.0).crosses(), Some([[-1.0, 0.5], [1.0, 0.5]]));
        assert_eq!(Line::new([0.0, -2.0], 1.0, 1.0).crosses(), Some([[1.0, 0.5], [-1.0, 0.5]]));
        assert_eq!(Line::new([4.0, 0.0], -1.0, 1.0).crosses(), Some([[0.25, 1.0], [0.25, -1.0]]));
        assert_eq!(Line::new([4.0, 0.0], -5.0, 1.0).crosses(), None);
        // Along the frame itself.
        assert_eq!(Line::new([4.0, 0.0], -4.0, 1.0).crosses(), Some([[1.0, 1.0], [1.0, -1.0]]));
    }

    #[test]
    fn every_output_of_the_first_layer_has_its_line() {
        let mut lines = Lines::default();
        for (widths, seed) in [([2, 7, 3].as_slice(), 1), (&[2, 4], 2), (&[2, 1, 2], 3)] {
            let mut network = Network::random(widths, &mut RandomState::new(seed));
            network.layer_mut(0).biases.fill(0.001);
            lines.read(&network, 1.5);
            let Layer { weights, biases } = network.layer(0);
            let line = |j| Line::new([weights[j], weights[widths[1] + j]], biases[j], 1.5);
            assert_eq!(lines.all(), (0..widths[1]).map(line).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_line_that_touches_a_corner_and_no_more_does_not_cross() {
        for (wx, wy) in [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
            assert_eq!(Line::new([wx, wy], -2.0, 1.0).crosses(), None);
            assert!(Line::new([wx, wy], -1.999, 1.0).crosses().is_some());
        }
    }
}
