//! One step in its phases, for all points at once: forward, softmax, loss, gradients. The fifth, update, is the
//! trainer's own step: it stands at the step whose gradients it hands out, so that looking changes nothing.

use super::forward::{cross_entropy, greatest, make_room};
use crate::{
    dataset::Dataset,
    network::{Layer, Network},
    training::Trainer,
};

/// What the phases of one classifier's step compute. Each function does its phase and what comes before it.
pub struct Phases {
    hidden: Vec<f64>,
    pub(super) scores: Vec<f64>,
    probs: Vec<f64>,
    pub(super) losses: Vec<f64>,
    dscores: Vec<f64>,
    penalty: Network,
}

impl Default for Phases {
    fn default() -> Self {
        let nothing = Vec::new;
        let penalty = Network::default();
        Phases {
            hidden: nothing(),
            scores: nothing(),
            probs: nothing(),
            losses: nothing(),
            dscores: nothing(),
            penalty,
        }
    }
}

impl Phases {
    /// Phase 1: the scores h·W2 + b2 of every point, N×K.
    pub fn forward(&mut self, data: &Dataset, network: &Network) -> &[f64] {
        let (hidden, scores) = network.hidden_and_scores();
        let classes = scores.outputs();
        self.hidden.resize(hidden.map_or(0, Layer::outputs), 0.0);
        self.scores.resize(data.len() * classes, 0.0);
        for (point, outputs) in data.points.rows().into_iter().zip(self.scores.chunks_exact_mut(classes)) {
            let inputs = [point[0], point[1]];
            let Some(layer) = hidden else {
                scores.affine(&inputs, outputs);
                continue;
            };
            layer.affine(&inputs, &mut self.hidden);
            self.hidden.iter_mut().for_each(|z| *z = network.activation.of(*z));
            scores.affine(&self.hidden, outputs);
        }
        &self.scores
    }

    /// Phase 2: the probabilities exp(score) / Σ exp(score) of every point, N×K.
    pub fn softmax(&mut self, data: &Dataset, network: &Network) -> &[f64] {
        self.forward(data, network);
        let classes = data.classes;
        self.probs.clear();
        self.probs.extend_from_slice(&self.scores);
        for probs in self.probs.chunks_exact_mut(classes) {
            let greatest = greatest(probs);
            probs.iter_mut().for_each(|score| *score = libm::exp(*score - greatest));
            let sum: f64 = probs.iter().sum();
            probs.iter_mut().for_each(|exp| *exp /= sum);
        }
        &self.probs
    }

    /// Phase 3: each point's loss −ln p\[y\], N of them. Their mean is the trainer's data loss, to within rounding.
    pub fn loss(&mut self, data: &Dataset, network: &Network) -> &[f64] {
        self.softmax(data, network);
        let points = self.scores.chunks_exact(data.classes).zip(&data.labels);
        self.losses.clear();
        self.losses.extend(points.map(|(scores, &label)| cross_entropy(scores, usize::from(label))));
        &self.losses
    }

    /// Phase 4: dscores = (p − 1\[y\]) / N, N×K, and the penalty's gradients. Those of the data loss are the trainer's.
    pub fn gradients(&mut self, trainer: &Trainer) -> &[f64] {
        let (data, network) = (trainer.data(), trainer.network());
        self.loss(data, network);
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let n = data.len() as f64;
        self.dscores.clear();
        self.dscores.extend_from_slice(&self.probs);
        for (slopes, &label) in self.dscores.chunks_exact_mut(data.classes).zip(&data.labels) {
            slopes[usize::from(label)] -= 1.0;
            slopes.iter_mut().for_each(|slope| *slope /= n);
        }
        make_room(&mut self.penalty, network);
        for (penalty, layer) in self.penalty.layers_mut().zip(network.layers()) {
            for (penalty, w) in penalty.weights.iter_mut().zip(layer.weights) {
                *penalty = trainer.rates().reg * w;
            }
        }
        &self.dscores
    }

    /// The gradient of ½·reg·Σw² at the last phase 4: reg·W in the shape of the network, and 0 for the biases.
    #[must_use]
    pub fn penalty(&self) -> &Network {
        &self.penalty
    }
}
