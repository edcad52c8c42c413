//! Hidden units in the forms that points and cells need, and the gradients back in the network's form.

use super::triple::{PerClass, Triple, zeros};
use crate::{
    kernel::lanes::{F32x4, F64x2},
    network::{Layer, LayerMut, Network},
};

/// The score of a class that is not there: its probability comes out 0, and so do its slopes. Finite, because 0 times
/// it must be 0.
const NEVER: f64 = -1e300;

/// A hidden unit as one point needs it.
#[derive(Clone, Copy)]
pub(super) struct Unit<const PAIRS: usize> {
    /// w̃: active where w[0]·x + w[1]·y + w[2] > 0.
    pub(super) w: [f64; 3],
    /// u_k − u_0: what the unit adds to the score of class k more than to that of class 0.
    pub(super) u: [[f64; 2]; PAIRS],
}

/// Four hidden units as a cell needs them: does the fold pass by the rectangle, or through it?
#[derive(Clone, Copy)]
pub(super) struct Folds {
    pub(super) w: [F32x4; 3],
    /// Absolute values of `w[0]` and `w[1]`.
    pub(super) steepness: [F32x4; 2],
    /// More than all that single precision loses of `w[2]`.
    pub(super) slack: F32x4,
}

impl<const PAIRS: usize> Unit<PAIRS> {
    /// What fills up the last eight units: nowhere active.
    pub(super) const NOTHING: Self = Unit { w: [0.0, 0.0, -1.0], u: [[0.0; 2]; PAIRS] };

    /// The network's hidden units.
    pub(super) fn read(units: &mut [Self], first: Layer, second: Layer) {
        let (x, y) = first.weights.split_at(first.outputs());
        let rows = second.weights.chunks_exact(second.outputs());
        for (j, (unit, row)) in units.iter_mut().zip(rows).take(first.outputs()).enumerate() {
            *unit = Unit { w: [x[j], y[j], first.biases[j]], u: differences(row) };
        }
    }

    /// From each unit's moments T_k = Σ s_k·x̃ over the points where it is active to its gradients:
    /// dL/dw̃ = Σ_k u_k·T_k and dL/du_k = w̃·T_k.
    pub(super) fn write(units: &[Self], moments: &[Triple<PAIRS>], first: LayerMut, second: LayerMut) {
        let hidden = first.biases.len();
        let (along_x, along_y) = first.weights.split_at_mut(hidden);
        let rows = second.weights.chunks_exact_mut(second.biases.len());
        for (j, ((unit, moments), row)) in units.iter().zip(moments).zip(rows).take(hidden).enumerate() {
            let [x, y, one] = moments;
            [along_x[j], along_y[j], first.biases[j]] = [unit.times(x), unit.times(y), unit.times(one)];
            write_classes(&unit.along(moments), row);
        }
    }

    /// u·w̃: where the unit is active, what it adds to the scores.
    #[inline(always)]
    pub(super) fn plane(&self) -> Triple<PAIRS> {
        self.w.map(|w| self.u.map(|u| F64x2::new(u) * F64x2::splat(w)))
    }

    /// Σ_k u_k·part_k.
    #[inline(always)]
    fn times(&self, part: &PerClass<PAIRS>) -> f64 {
        let mut sum = F64x2::zero();
        for pair in 0..PAIRS {
            sum += F64x2::new(self.u[pair]) * part[pair];
        }
        sum.sum()
    }

    /// w̃·T_k for each class.
    #[inline(always)]
    fn along(&self, [x, y, one]: &Triple<PAIRS>) -> PerClass<PAIRS> {
        let w = self.w.map(F64x2::splat);
        std::array::from_fn(|pair| w[0] * x[pair] + w[1] * y[pair] + w[2] * one[pair])
    }
}

impl Folds {
    #[inline(always)]
    pub(super) fn of<const PAIRS: usize>(units: &[Unit<PAIRS>; 4]) -> Self {
        let [x, y, bias] = [single(units, 0), single(units, 1), single(units, 2)];
        // What the bias itself loses would be covered by the rectangle's margin too, since a bias that is greater than
        // the other terms keeps the fold away. What is too small for single precision is covered here alone.
        let slack = F32x4::splat(1e-6) * bias.abs() + F32x4::splat(1e-30);
        Folds { w: [x, y, bias], steepness: [x.abs(), y.abs()], slack }
    }
}

/// One part of the weights of four units in single precision.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "bounds and slack grow by more than single precision loses")]
fn single<const PAIRS: usize>([a, b, c, d]: &[Unit<PAIRS>; 4], part: usize) -> F32x4 {
    F32x4::new([a.w[part] as f32, b.w[part] as f32, c.w[part] as f32, d.w[part] as f32])
}

/// What does not pass through hidden units: the biases of the scores; for the linear classifier its weights too.
pub(super) fn direct<const PAIRS: usize>(network: &Network) -> Triple<PAIRS> {
    let (hidden, scores) = network.hidden_and_scores();
    let mut biases = differences(scores.biases);
    if scores.outputs().is_multiple_of(2) {
        biases[PAIRS - 1][1] = NEVER;
    }
    let mut direct = zeros();
    direct[2] = biases.map(F64x2::new);
    if hidden.is_none() {
        for input in 0..2 {
            direct[input] = differences(scores.row(input)).map(F64x2::new);
        }
    }
    direct
}

/// In the forward pass: scores = x̃·direct + …. So its gradients are the moments of all points.
pub(super) fn direct_backward<const PAIRS: usize>(moments: &Triple<PAIRS>, gradients: &mut Network) {
    let (hidden, mut scores) = gradients.hidden_and_scores_mut();
    write_classes(&moments[2], scores.biases);
    if hidden.is_none() {
        for input in 0..2 {
            write_classes(&moments[input], scores.row(input));
        }
    }
}

/// What each class has more than class 0.
#[inline(always)]
fn differences<const PAIRS: usize>(classes: &[f64]) -> [[f64; 2]; PAIRS] {
    std::array::from_fn(|pair| {
        std::array::from_fn(|lane| classes.get(1 + 2 * pair + lane).map_or(0.0, |class| class - classes[0]))
    })
}

/// Gradients of all classes from those of all but class 0: together they are 0, because the probabilities are 1.
#[inline(always)]
fn write_classes<const PAIRS: usize>(others: &PerClass<PAIRS>, all: &mut [f64]) {
    let sum = others.iter().fold(F64x2::zero(), |sum, &pair| sum + pair);
    let others = others.map(F64x2::lanes);
    let (first, rest) = all.split_first_mut().expect("there are two classes at least");
    *first = -sum.sum();
    rest.copy_from_slice(&others.as_flattened()[..rest.len()]);
}
