//! One point worked out: from its coordinates to its loss, and back to its share of every gradient.

use super::forward::{greatest, make_room};
use crate::{
    dataset::Dataset,
    network::{Layer, Network},
    refusal::{Refusal, Thing},
};

/// Every number on one point's way through a classifier, in the order of the tutorial. H is 0 for the linear
/// classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkedPoint {
    /// Its coordinates.
    pub inputs: [f64; 2],
    /// y, its class.
    pub label: usize,
    /// H: z = x·W1 + b1.
    pub z: Vec<f64>,
    /// H: h = max(0, z), or z where the ReLU is taken away.
    pub hidden: Vec<f64>,
    /// K: h·W2 + b2, or x·W + b.
    pub scores: Vec<f64>,
    /// The greatest score.
    pub greatest: f64,
    /// K: scores − greatest.
    pub shifted: Vec<f64>,
    /// K: exp(shifted).
    pub exps: Vec<f64>,
    /// Σ_k exps.
    pub sum: f64,
    /// K: p = exps / sum.
    pub probs: Vec<f64>,
    /// −ln p\[y\] = ln sum − shifted\[y\].
    pub loss: f64,
    /// K: p − 1\[y\], the gradient of this point's loss by its scores.
    pub errors: Vec<f64>,
    /// K: (p − 1\[y\]) / N, the gradient of the mean loss by its scores.
    pub dscores: Vec<f64>,
    /// H: dscores·W2ᵀ.
    pub dhidden: Vec<f64>,
    /// H: dhidden where the unit is active, else 0.
    pub dz: Vec<f64>,
    /// Its share of each gradient: dW2 = h_j·dscores_k, db2 = dscores, dW1 = x_i·dz_j, db1 = dz. All points' shares
    /// add up to the gradient of the data loss.
    pub shares: Network,
}

impl Default for WorkedPoint {
    fn default() -> Self {
        let nothing = Vec::new;
        WorkedPoint {
            inputs: [0.0; 2],
            label: 0,
            z: nothing(),
            hidden: nothing(),
            scores: nothing(),
            greatest: 0.0,
            shifted: nothing(),
            exps: nothing(),
            sum: 0.0,
            probs: nothing(),
            loss: 0.0,
            errors: nothing(),
            dscores: nothing(),
            dhidden: nothing(),
            dz: nothing(),
            shares: Network::default(),
        }
    }
}

impl WorkedPoint {
    /// Works out a point of the dataset. Allocates nothing, if the last one was worked out in a network of this shape.
    ///
    /// # Errors
    /// A sentence, if there is no such point; what was worked out before is still there.
    pub fn work_out(&mut self, data: &Dataset, network: &Network, index: usize) -> Result<(), Refusal> {
        self.work_out_of(data, data.len(), network, index)
    }

    /// The same where only so many of the points are trained on: of a point that is held out it tells what it would add to the
    /// gradients if it were one of them.
    ///
    /// # Errors
    /// As [`WorkedPoint::work_out`].
    pub fn work_out_of(
        &mut self,
        data: &Dataset,
        trained: usize,
        network: &Network,
        index: usize,
    ) -> Result<(), Refusal> {
        Refusal::unless_below(Thing::Point, index, data.len())?;
        self.inputs = [data.points[[index, 0]], data.points[[index, 1]]];
        self.label = usize::from(data.labels[index]);
        self.make_room(network);
        self.forward(network);
        self.softmax();
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        self.backward(network, trained as f64);
        self.share(network);
        Ok(())
    }

    fn make_room(&mut self, network: &Network) {
        let (hidden, scores) = network.hidden_and_scores();
        for numbers in [&mut self.z, &mut self.hidden, &mut self.dhidden, &mut self.dz] {
            numbers.resize(hidden.map_or(0, Layer::outputs), 0.0);
        }
        let of_classes = [&mut self.scores, &mut self.shifted, &mut self.exps, &mut self.probs];
        for numbers in of_classes.into_iter().chain([&mut self.errors, &mut self.dscores]) {
            numbers.resize(scores.outputs(), 0.0);
        }
        make_room(&mut self.shares, network);
    }

    fn forward(&mut self, network: &Network) {
        let (hidden, scores) = network.hidden_and_scores();
        let Some(hidden) = hidden else { return scores.affine(&self.inputs, &mut self.scores) };
        hidden.affine(&self.inputs, &mut self.z);
        for (h, z) in self.hidden.iter_mut().zip(&self.z) {
            *h = network.activation.of(*z);
        }
        scores.affine(&self.hidden, &mut self.scores);
    }

    fn softmax(&mut self) {
        self.greatest = greatest(&self.scores);
        self.sum = 0.0;
        for k in 0..self.scores.len() {
            self.shifted[k] = self.scores[k] - self.greatest;
            self.exps[k] = libm::exp(self.shifted[k]);
            self.sum += self.exps[k];
        }
        for (p, exp) in self.probs.iter_mut().zip(&self.exps) {
            *p = exp / self.sum;
        }
        self.loss = libm::log(self.sum) - self.shifted[self.label];
    }

    fn backward(&mut self, network: &Network, n: f64) {
        self.errors.copy_from_slice(&self.probs);
        self.errors[self.label] -= 1.0;
        for (slope, error) in self.dscores.iter_mut().zip(&self.errors) {
            *slope = error / n;
        }
        let (_, scores) = network.hidden_and_scores();
        for j in 0..self.hidden.len() {
            let slopes = self.dscores.iter().zip(scores.row(j));
            self.dhidden[j] = slopes.map(|(slope, weight)| weight * slope).sum();
            self.dz[j] = if network.activation.is_active(self.z[j]) { self.dhidden[j] } else { 0.0 };
        }
    }

    fn share(&mut self, network: &Network) {
        let last = network.layers().len() - 1;
        for (l, share) in self.shares.layers_mut().enumerate() {
            let inputs = if l == 0 { &self.inputs[..] } else { &self.hidden };
            let slopes = if l == last { &self.dscores } else { &self.dz };
            for (row, input) in share.weights.chunks_exact_mut(slopes.len()).zip(inputs) {
                row.iter_mut().zip(slopes).for_each(|(weight, slope)| *weight = input * slope);
            }
            share.biases.copy_from_slice(slopes);
        }
    }
}
