//! The general kernel: any number of layers, one point after the other, forward and then backward.

use ndarray::{Array1, ArrayView1};

use super::{Fit, Kernel, argmax};
use crate::{
    dataset::Dataset,
    network::{Layer, Network},
};

/// Scratch memory for one point on its way through the layers.
pub struct Dense {
    /// `values[l]` enters layer l: the point itself, then each ReLU's output; the last holds the scores.
    values: Vec<Array1<f64>>,
    /// dL/d of the same numbers, before the ReLU.
    slopes: Vec<Array1<f64>>,
}

impl Dense {
    /// Room for a network of these widths (see [`Network::random`]).
    #[must_use]
    pub fn new(widths: &[usize]) -> Self {
        let room = || widths.iter().map(|&width| Array1::zeros(width)).collect();
        Dense { values: room(), slopes: room() }
    }

    /// Whether this room is that of the network's widths. Allocates nothing.
    #[must_use]
    pub fn fits(&self, network: &Network) -> bool {
        let mut pairs = self.values.windows(2).zip(&network.layers);
        self.values.len() == network.layers.len() + 1
            && pairs.all(|(values, layer)| values[0].len() == layer.inputs() && values[1].len() == layer.outputs())
    }

    /// The K class scores at one point (x, y). Allocates nothing.
    pub fn scores(&mut self, point: &[f64], network: &Network) -> &[f64] {
        slice_mut(&mut self.values[0]).copy_from_slice(point);
        let last = network.layers.len() - 1;
        for (l, layer) in network.layers.iter().enumerate() {
            let (inputs, outputs) = pair(&mut self.values, l);
            affine(inputs, layer, outputs);
            if l < last {
                outputs.iter_mut().for_each(|z| *z = relu(*z));
            }
        }
        slice(&self.values[last + 1])
    }

    /// Adds this point's share of every gradient; the slopes of the scores are already in place.
    fn backward(&mut self, network: &Network, gradients: &mut Network) {
        for (l, layer) in network.layers.iter().enumerate().rev() {
            let (below, above) = pair(&mut self.slopes, l);
            affine_backward(&self.values[l], above, &mut gradients.layers[l]);
            if l > 0 {
                inputs_backward(layer, above, &self.values[l], below);
            }
        }
    }
}

impl Kernel for Dense {
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Fit {
        for layer in &mut gradients.layers {
            layer.weights.fill(0.0);
            layer.biases.fill(0.0);
        }
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let n = data.len() as f64;
        let last = network.layers.len();
        let mut fit = Fit { data_loss: 0.0, correct: 0 };
        for (point, &label) in data.points.rows().into_iter().zip(&data.labels) {
            let label = usize::from(label);
            self.scores(contiguous(&point), network);
            let scores = slice(&self.values[last]);
            fit.correct += usize::from(argmax(scores) == label);
            let slopes = slice_mut(&mut self.slopes[last]);
            fit.data_loss += softmax_cross_entropy(scores, label, n, slopes);
            self.backward(network, gradients);
        }
        fit.data_loss /= n;
        // A unit that is nowhere active hides its weights from the scores.
        if !network.is_finite() {
            fit.data_loss = f64::NAN;
        }
        fit
    }
}

// Layers, each backward beside its forward.

/// outputs = inputs·W + b. Inputs one after the other, so that each output is summed in the order of its inputs.
fn affine(inputs: &Array1<f64>, layer: &Layer, outputs: &mut Array1<f64>) {
    let outputs = slice_mut(outputs);
    outputs.copy_from_slice(slice(&layer.biases));
    for (i, &input) in inputs.iter().enumerate() {
        let row = layer.weights.row(i);
        for (output, weight) in outputs.iter_mut().zip(contiguous(&row)) {
            *output += input * weight;
        }
    }
}

/// In the forward pass: outputs = inputs·W + b. So dW += inputsᵀ·slopes and db += slopes.
fn affine_backward(inputs: &Array1<f64>, slopes: &Array1<f64>, gradient: &mut Layer) {
    gradient.biases += slopes;
    for (i, &input) in inputs.iter().enumerate() {
        let mut row = gradient.weights.row_mut(i);
        let row = row.as_slice_mut().expect("weights are stored row by row");
        for (gradient, slope) in row.iter_mut().zip(slice(slopes)) {
            *gradient += input * slope;
        }
    }
}

/// In the forward pass: inputs = max(0, z), outputs = inputs·W + b. So dz = slopes·Wᵀ, and 0 where inputs ≤ 0.
fn inputs_backward(layer: &Layer, slopes: &Array1<f64>, inputs: &Array1<f64>, dz: &mut Array1<f64>) {
    for (i, dz) in dz.iter_mut().enumerate() {
        let row = layer.weights.row(i);
        let sum: f64 = contiguous(&row).iter().zip(slopes).map(|(weight, slope)| weight * slope).sum();
        *dz = if inputs[i] > 0.0 { sum } else { 0.0 };
    }
}

/// max(0, z) by comparison: one instruction everywhere, and NaN passes through instead of turning into a result.
fn relu(z: f64) -> f64 {
    if z <= 0.0 { 0.0 } else { z }
}

/// −ln softmax(scores)[label], and its gradient (softmax(scores) − 1[label]) / n in `slopes`.
///
/// The greatest score is subtracted first: softmax does not change, and no `exp` overflows (CS231n, "Practical issues:
/// Numeric stability").
fn softmax_cross_entropy(scores: &[f64], label: usize, n: f64, slopes: &mut [f64]) -> f64 {
    let greatest = scores.iter().fold(f64::NEG_INFINITY, |max, &s| if s > max { s } else { max });
    let mut sum = 0.0;
    for (slope, score) in slopes.iter_mut().zip(scores) {
        *slope = libm::exp(score - greatest);
        sum += *slope;
    }
    for slope in slopes.iter_mut() {
        *slope /= sum;
    }
    slopes[label] -= 1.0;
    for slope in slopes.iter_mut() {
        *slope /= n;
    }
    libm::log(sum) - (scores[label] - greatest)
}

// Vectors as slices, over which the compiler vectorises.

fn slice(vector: &Array1<f64>) -> &[f64] {
    vector.as_slice().expect("vectors are contiguous")
}

fn slice_mut(vector: &mut Array1<f64>) -> &mut [f64] {
    vector.as_slice_mut().expect("vectors are contiguous")
}

fn contiguous<'a>(row: &'a ArrayView1<'a, f64>) -> &'a [f64] {
    row.as_slice().expect("matrices are stored row by row")
}

/// `list[l]` and `list[l + 1]`, both mutable.
fn pair(list: &mut [Array1<f64>], l: usize) -> (&mut Array1<f64>, &mut Array1<f64>) {
    let (head, tail) = list.split_at_mut(l + 1);
    (&mut head[l], &mut tail[0])
}
