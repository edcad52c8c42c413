//! The oracle: loss and gradients of any stack of dense layers in whole-matrix steps, as the tutorial's script takes
//! them and as the crate's front page writes them. Slow, short, and without a line in common with the engine.

#![allow(dead_code, reason = "each test file uses its part of it")]

use ndarray::{Array2, ArrayView1, Axis};
use spiral_lab::{activation::Activation, dataset::Dataset, network::Network};

/// What the script knows after one pass forward and one backward.
pub(crate) struct Naive {
    /// Mean of −ln p(label).
    pub(crate) data_loss: f64,
    /// Points whose class has the greatest score, the first of equal scores as with `np.argmax`.
    pub(crate) correct: usize,
    /// Of the data loss alone.
    pub(crate) gradients: Network,
}

/// X·W + b of each layer, N×outputs: what its ReLU folds, and last the scores.
pub(crate) fn affine(data: &Dataset, network: &Network) -> Vec<Array2<f64>> {
    let mut affine: Vec<Array2<f64>> = Vec::new();
    for layer in network.layers() {
        let inputs = affine.last().map_or(data.points.clone(), |z| hidden(network, z));
        affine.push(inputs.dot(&layer.matrix()) + ArrayView1::from(layer.biases));
    }
    affine
}

/// max(0, z) of each entry, or z.
fn hidden(network: &Network, z: &Array2<f64>) -> Array2<f64> {
    z.mapv(|z| if network.activation == Activation::Relu { z.max(0.0) } else { z })
}

/// Forward through all layers, and backward.
pub(crate) fn naive(data: &Dataset, network: &Network) -> Naive {
    let n = data.points.nrows() as f64;
    let affine = affine(data, network);
    let last = affine.len() - 1;

    // ln probs = scores − ln Σ exp(scores), row by row, shifted so that the greatest exponent is 0
    let scores = &affine[last];
    let greatest = scores.fold_axis(Axis(1), f64::NEG_INFINITY, |max, score| max.max(*score)).insert_axis(Axis(1));
    let shifted = scores - &greatest;
    let log_probs = &shifted - &shifted.mapv(f64::exp).sum_axis(Axis(1)).mapv(f64::ln).insert_axis(Axis(1));

    // dscores = (probs − 1[label]) / N
    let mut slopes = log_probs.mapv(f64::exp);
    let (mut data_loss, mut correct) = (0.0, 0);
    for (i, label) in data.labels.iter().map(|&label| usize::from(label)).enumerate() {
        slopes[[i, label]] -= 1.0;
        data_loss -= log_probs[[i, label]] / n;
        let winner = scores.row(i).iter().position(|score| *score == greatest[[i, 0]]);
        correct += usize::from(winner == Some(label));
    }
    slopes /= n;

    // dW = inputsᵀ·dz, db = Σ dz, dinputs = dz·Wᵀ, and 0 where a ReLU has cut the inputs off
    let mut gradients = network.zeros_like();
    for l in (0..=last).rev() {
        let inputs = if l == 0 { data.points.clone() } else { hidden(network, &affine[l - 1]) };
        gradients.layer_mut(l).matrix().assign(&inputs.t().dot(&slopes));
        gradients.layer_mut(l).biases.copy_from_slice(&slopes.sum_axis(Axis(0)).to_vec());
        slopes = slopes.dot(&network.layer(l).matrix().t());
        if network.activation == Activation::Relu {
            slopes.zip_mut_with(&inputs, |slope, input| *slope *= f64::from(*input > 0.0));
        }
    }
    Naive { data_loss, correct, gradients }
}
