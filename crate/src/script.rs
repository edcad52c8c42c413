//! Where the tutorial's script prints `inf` or `nan`, and this crate has a number.
//!
//! The script takes `np.exp(scores)` of the scores as they are, the kernels of the scores less the greatest one (CS231n,
//! "Practical issues: Numeric stability"). In exact numbers that is the same. In f64, e^s is infinite for s > 709.78 and 0
//! for s < −745.13, and then the script
//!
//! - prints `inf` where the probability of a point's class comes out as 0, because −ln 0 is infinite. Its gradient is
//!   right, so that it goes on as the engine does, and may print numbers again;
//! - prints `nan` where ∞/∞ or 0/0 is the probability of a point's class. The gradients of its weights are NaN with it, and
//!   so are all its losses from there on;
//! - prints `inf`, and `nan` from the next step on, where an infinite e^s belongs to another class.

use crate::{dataset::Dataset, network::Network};

/// While no score is further from 0, nothing of this can happen: no e^s is infinite or 0, and of K classes the least likely
/// has a probability of at least e^−700/K.
const SAFE: f64 = 350.0;

/// What the script prints as the loss of a classifier with these parameters, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// A number.
    Number,
    /// `inf`; its step is that of the engine.
    Inf,
    /// `inf`; its parameters are NaN after this step.
    InfThenNan,
    /// `inf`; all e^s are finite and only their sum is not, so that every probability is 0 and its step another one.
    InfThenOther,
    /// `nan`, and its parameters are NaN after this step.
    Nan,
}

/// How the script fares on the way of a run: the first steps at which it does not print a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Script {
    /// The first step whose loss it prints as `inf`, if that is before any `nan`.
    pub inf_at: Option<u32>,
    /// The step from which on it prints `nan`. May be the next one: then it stands at parameters that are NaN only after it.
    pub nan_from: Option<u32>,
    /// Whether it has gone another way than the engine, so that nothing is known of it any more.
    elsewhere: bool,
}

impl Script {
    /// Whether there is anything more to learn of it.
    fn is_over(&self) -> bool {
        self.elsewhere || self.nan_from.is_some()
    }

    fn with(self, step: u32, printed: Printed) -> Self {
        let inf_at = self.inf_at.or(Some(step));
        match printed {
            Printed::Number => self,
            Printed::Inf => Script { inf_at, ..self },
            Printed::InfThenOther => Script { inf_at, elsewhere: true, ..self },
            Printed::InfThenNan => Script { inf_at, nan_from: Some(step + 1), ..self },
            Printed::Nan => Script { nan_from: Some(step), ..self },
        }
    }
}

/// Watches a classifier for what the script would print in its place; keeps the memory that this takes.
///
/// The scores themselves are seldom computed: mostly their size has a bound for which the norms of the layers are enough, or
/// the distance to parameters whose scores are known. That takes 1 % of a step.
pub struct Watch {
    /// The greatest distance of a point from the origin.
    reach: f64,
    /// What enters a layer, and what leaves it.
    inputs: Vec<f64>,
    outputs: Vec<f64>,
    /// Parameters whose scores were computed, and how far from 0 the furthest of these was; infinitely far if none are near.
    known: Network,
    furthest: f64,
    /// Of each of their layers √Σw² of the weights and √Σb² of the biases.
    norms: Vec<[f64; 2]>,
}

impl Watch {
    /// For networks of the shape of this one, and these points.
    #[must_use]
    #[inline(never)]
    pub fn new(data: &Dataset, network: &Network) -> Self {
        let square = |point: &[f64]| point.iter().map(|x| x * x).sum::<f64>();
        let reach = rows(data).map(square).fold(0.0, f64::max).sqrt();
        let widths = network.widths();
        let room = || vec![0.0; widths.iter().copied().max().unwrap_or(0)];
        let (known, norms) = (network.zeros_like(), vec![[0.0; 2]; network.layers().len()]);
        Watch { reach, inputs: room(), outputs: room(), known, furthest: f64::INFINITY, norms }
    }

    /// The script at a step, with what was known of it `before`. Allocates nothing.
    #[inline(never)]
    #[must_use]
    pub fn at(&mut self, before: Script, step: u32, data: &Dataset, network: &Network) -> Script {
        if before.is_over() || self.is_safe(network) {
            return before;
        }
        before.with(step, self.printed(data, network))
    }

    /// Whether no score is further from 0 than [`SAFE`], for certain.
    fn is_safe(&mut self, network: &Network) -> bool {
        if self.furthest < SAFE && self.furthest + self.drift(network) < SAFE {
            return true;
        }
        self.furthest = f64::INFINITY;
        self.bound(network) < SAFE
    }

    /// No score is further from 0: |scores| ≤ ‖W2‖·(‖W1‖·|x| + ‖b1‖) + ‖b2‖, because no activation function makes a number greater.
    fn bound(&self, network: &Network) -> f64 {
        network.layers().fold(self.reach, |size, layer| {
            let [weights, biases] = layer.norms();
            weights * size + biases
        })
    }

    /// No score is further from what it is at the known parameters, by the same inequality for differences: those of what
    /// enters a layer, and those of its parameters.
    fn drift(&self, network: &Network) -> f64 {
        let (mut size, mut drift) = (self.reach, 0.0);
        for ((layer, known), [weights, biases]) in network.layers().zip(self.known.layers()).zip(&self.norms) {
            let [weights_moved, biases_moved] = layer.distances(known);
            drift = (weights + weights_moved) * drift + weights_moved * size + biases_moved;
            size = weights * size + biases;
        }
        drift
    }

    /// What the script prints: its own lines, point by point. Allocates nothing.
    #[inline(never)]
    #[must_use]
    pub fn printed(&mut self, data: &Dataset, network: &Network) -> Printed {
        let (mut loss, mut furthest, mut infinite_exp, mut infinite_sum) = (0.0, 0.0_f64, false, false);
        for (point, &label) in rows(data).zip(&data.labels) {
            let scores = self.scores(point, network);
            let (mut sum, mut own) = (0.0, 0.0);
            for (k, &score) in scores.iter().enumerate() {
                let exp_score = libm::exp(score);
                sum += exp_score;
                own = if k == usize::from(label) { exp_score } else { own };
                furthest = furthest.max(score.abs());
                infinite_exp |= exp_score.is_infinite();
            }
            loss -= libm::log(own / sum);
            infinite_sum |= sum.is_infinite();
        }
        self.furthest = furthest;
        self.known.assign(network);
        self.norms.iter_mut().zip(network.layers()).for_each(|(norms, layer)| *norms = layer.norms());
        match loss {
            _ if loss.is_finite() => Printed::Number,
            _ if loss.is_nan() => Printed::Nan,
            _ if infinite_exp => Printed::InfThenNan,
            _ if infinite_sum => Printed::InfThenOther,
            _ => Printed::Inf,
        }
    }

    /// The scores of one point.
    #[inline(never)]
    pub fn scores(&mut self, point: &[f64], network: &Network) -> &[f64] {
        self.inputs[..point.len()].copy_from_slice(point);
        let last = network.layers().len() - 1;
        for (l, layer) in network.layers().enumerate() {
            let outputs = &mut self.outputs[..layer.outputs()];
            layer.affine(&self.inputs[..layer.inputs()], outputs);
            if l < last {
                outputs.iter_mut().for_each(|z| *z = network.activation.of(*z));
            }
            std::mem::swap(&mut self.inputs, &mut self.outputs);
        }
        &self.inputs[..network.layer(last).outputs()]
    }
}

/// The points, one after the other.
fn rows(data: &Dataset) -> impl Iterator<Item = &[f64]> {
    let points = data.points.as_slice().expect("matrices are stored row by row");
    points.chunks(data.points.ncols())
}
