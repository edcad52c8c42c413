//! The hidden units of a network on its points: which are active where, which are dead, and which matter most.

use crate::{
    activation::Activation,
    dataset::Dataset,
    kernel::order::shell_sort,
    network::{Layer, Network},
    settings::Rates,
    training::Trainer,
};

/// The loss of a dead network lies no further from ln K than this once its last biases have come to rest.
const NEAR: f64 = 1e-3;

/// Whether the loss is that of guessing, or very near it.
#[must_use]
pub fn is_guessing(trainer: &Trainer) -> bool {
    (trainer.loss() - trainer.data().chance()).abs() <= NEAR
}

/// Whether every hidden unit is dead, and stays so, and the loss is that of guessing.
///
/// A unit that is active on no point gets no gradient, so that only the penalty moves it: W1 shrinks by the factor
/// 1 − rate·reg, and b1 stays. While that factor is not negative, a pre-activation that is not positive stays so at any
/// point, because it is not at the origin either, where every arm begins. What is left are the biases of the scores, which
/// are the same for all points: at best the loss is ln K.
#[must_use]
pub fn are_dead_for_good(trainer: &Trainer) -> bool {
    let (data, network, Rates { rate, reg }) = (trainer.data(), trainer.network(), trainer.rates());
    if !is_guessing(trainer) || rate * reg > 1.0 {
        return false;
    }
    let (Some(hidden), _) = network.hidden_and_scores() else { return false };
    let (wx, wy, b) = (hidden.row(0), hidden.row(1), hidden.biases);
    let is_active = |x: f64, y: f64, unit: usize| network.activation.is_active(b[unit] + x * wx[unit] + y * wy[unit]);
    !data.points.rows().into_iter().any(|point| (0..b.len()).any(|unit| is_active(point[0], point[1], unit)))
}

/// What each hidden unit does on the points.
#[derive(Default)]
pub struct Units {
    active: Vec<f64>,
    importance: Vec<f64>,
    order: Vec<u32>,
}

impl Units {
    /// Looks at every point with every unit of the first hidden layer; a linear classifier has none.
    ///
    /// Allocates nothing, once there has been room for as many units.
    pub fn read(&mut self, data: &Dataset, network: &Network) {
        let (hidden, scores) = network.hidden_and_scores();
        let units = hidden.map_or(0, Layer::outputs);
        for numbers in [&mut self.active, &mut self.importance] {
            numbers.clear();
            numbers.resize(units, 0.0);
        }
        if let Some(hidden) = hidden {
            self.sum_over_points(data, hidden, network.activation);
            self.weigh(data, scores);
        }
        self.order.clear();
        self.order.extend((0..).zip(0..units).map(|(unit, _)| unit));
        let importance = &self.importance;
        let by_importance = |a: &u32, b: &u32| importance[*b as usize].total_cmp(&importance[*a as usize]);
        shell_sort(&mut self.order, |a, b| by_importance(a, b).then(a.cmp(b)).is_lt());
    }

    /// Counts the points on which each unit is active, and sums |h| over the points.
    fn sum_over_points(&mut self, data: &Dataset, hidden: Layer, activation: Activation) {
        let (wx, wy, b) = (hidden.row(0), hidden.row(1), hidden.biases);
        for point in data.points.rows() {
            let (x, y) = (point[0], point[1]);
            let sums = self.active.iter_mut().zip(&mut self.importance);
            for ((active, sum), ((wx, wy), b)) in sums.zip(wx.iter().zip(wy).zip(b)) {
                // In the order of the kernel, so that a point on a fold is on the same side here and there.
                let z = b + x * wx + y * wy;
                *active += if activation.is_active(z) { 1.0 } else { 0.0 };
                *sum += activation.of(z).abs();
            }
        }
    }

    /// From the sum of |h| to its importance: the mean, times Σ|u| over its output weights.
    fn weigh(&mut self, data: &Dataset, scores: Layer) {
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let n = data.len() as f64;
        for (importance, row) in self.importance.iter_mut().zip(scores.weights.chunks_exact(scores.outputs())) {
            *importance *= row.iter().map(|u| u.abs()).sum::<f64>() / n;
        }
    }

    /// On how many points each unit is active: H whole numbers.
    #[must_use]
    pub fn active(&self) -> &[f64] {
        &self.active
    }

    /// How far each unit moves the scores of the mean point: the mean over the points of Σ_k |h·u_k|, H of them. A dead
    /// unit has 0.
    #[must_use]
    pub fn importance(&self) -> &[f64] {
        &self.importance
    }

    /// All units from the most important to the least, the first of equals first.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Units that are active on no point: they take no part in any score, and get no gradient.
    #[must_use]
    pub fn dead(&self) -> usize {
        self.active.iter().filter(|&&points| points == 0.0).count()
    }
}
