//! How a network does on points that it is not trained on.

use std::rc::Rc;

use crate::{
    dataset::Dataset,
    kernel::{self, Evaluation, Kernel},
    network::Network,
};

/// Points that are held out, and how a network has done on them last.
pub struct HeldOut {
    data: Rc<Dataset>,
    kernel: Box<dyn Kernel>,
    /// What the kernel computes beside the loss; nobody goes down it.
    gradients: Network,
    evaluation: Evaluation,
}

impl HeldOut {
    /// For networks in the shape of this one, which has at most one hidden layer.
    ///
    /// # Panics
    /// If it has more.
    #[must_use]
    pub fn new(data: Rc<Dataset>, network: &Network) -> Self {
        let kernel = kernel::shallow(&data, network.widths()).expect("the lesson's networks are shallow");
        let mut held_out = HeldOut {
            data,
            kernel,
            gradients: network.zeros_like(),
            evaluation: Evaluation { data_loss: 0.0, correct: 0 },
        };
        held_out.evaluate(network);
        held_out
    }

    /// Sees how a network does. Allocates nothing.
    pub fn evaluate(&mut self, network: &Network) {
        self.evaluation = self.kernel.gradients(&self.data, network, &mut self.gradients);
    }

    /// Mean cross-entropy over the points.
    #[must_use]
    pub fn data_loss(&self) -> f64 {
        self.evaluation.data_loss
    }

    /// The share of the points whose own class has the greatest score, 0…1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
    pub fn accuracy(&self) -> f64 {
        self.evaluation.correct as f64 / self.data.len() as f64
    }
}
