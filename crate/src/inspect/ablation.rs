//! Ablation: the network without some of its hidden units, and its loss without them. Training goes on with all units.
//!
//! A unit that is off has only zeros around it: its weights, its bias and its output weights. Then it adds nothing to
//! any score, nothing to the penalty, and gets no gradient, so that it stays off if the network goes on from there.

use super::forward::make_room;
use crate::{
    dataset::Dataset,
    kernel::{self, Evaluation, Kernel},
    network::{Layer, Network},
    parameter::{Kind, Parameter},
    refusal::{Refusal, Thing},
    training::Trainer,
};

/// A copy of the network without the units that are off, with its loss and accuracy.
pub struct Ablation {
    off: Vec<bool>,
    network: Network,
    gradients: Network,
    kernel: Option<Box<dyn Kernel>>,
    data_loss: f64,
    loss: f64,
    accuracy: f64,
}

impl Default for Ablation {
    fn default() -> Self {
        Ablation {
            off: Vec::new(),
            network: Network::default(),
            gradients: Network::default(),
            kernel: None,
            data_loss: 0.0,
            loss: 0.0,
            accuracy: 0.0,
        }
    }
}

impl Ablation {
    /// Switches one hidden unit off or on.
    ///
    /// # Errors
    /// A sentence, if there is no such unit, or if the loss without it is not a finite number; nothing has changed then.
    pub fn switch(&mut self, trainer: &Trainer, unit: usize, on: bool) -> Result<(), Refusal> {
        let (hidden, _) = trainer.network().hidden_and_scores();
        let units = hidden.map_or(0, Layer::outputs);
        Refusal::unless_below(Thing::Unit, unit, units)?;
        self.off.resize(units, false);
        let before = std::mem::replace(&mut self.off[unit], !on);
        self.follow(trainer);
        if self.network().is_some() && !self.loss.is_finite() {
            self.off[unit] = before;
            self.follow(trainer);
            return Err(Refusal::LossNotFiniteWithout { unit });
        }
        Ok(())
    }

    /// Switches all units on.
    pub fn all_on(&mut self) {
        self.off.fill(false);
    }

    /// How many units are off.
    #[must_use]
    pub fn off(&self) -> usize {
        self.off.iter().filter(|&&off| off).count()
    }

    /// Whether this unit is off.
    #[must_use]
    pub fn is_off(&self, unit: usize) -> bool {
        self.off.get(unit) == Some(&true)
    }

    /// Copies the network as it stands now, without the units that are off, and sees how that does. Does nothing while
    /// all are on.
    pub fn follow(&mut self, trainer: &Trainer) {
        if self.off() == 0 {
            return;
        }
        make_room(&mut self.network, trainer.network());
        make_room(&mut self.gradients, trainer.network());
        self.network.assign(trainer.network());
        for (unit, _) in self.off.iter().enumerate().filter(|(_, off)| **off) {
            each_parameter_of(unit, trainer.network(), &mut |parameter| parameter.set(&mut self.network, 0.0));
        }
        self.evaluate(trainer.data(), trainer.rates().reg);
    }

    #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
    fn evaluate(&mut self, data: &Dataset, reg: f64) {
        let kernel = self.kernel.get_or_insert_with(|| {
            kernel::shallow(data, self.network.widths()).expect("the lesson's networks are shallow")
        });
        let Evaluation { data_loss, correct } = kernel.gradients(data, &self.network, &mut self.gradients);
        self.data_loss = data_loss;
        self.loss = data_loss + 0.5 * reg * self.network.sum_of_squares();
        self.accuracy = correct as f64 / data.len() as f64;
    }

    /// The network without the units that are off, if any is.
    #[must_use]
    pub fn network(&self) -> Option<&Network> {
        (self.off() > 0).then_some(&self.network)
    }

    /// What the mean cross-entropy would be. Only while a unit is off.
    #[must_use]
    pub fn data_loss(&self) -> f64 {
        self.data_loss
    }

    /// What the loss would be: data loss plus regularization loss. Only while a unit is off.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.loss
    }

    /// The share of the points that would be classified rightly, 0…1. Only while a unit is off.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        self.accuracy
    }

    /// What would have to be 0 in the trained network for it to be this one.
    #[must_use]
    pub fn zeros(&self, network: &Network) -> Vec<Parameter> {
        let mut all = Vec::new();
        for (unit, _) in self.off.iter().enumerate().filter(|(_, off)| **off) {
            each_parameter_of(unit, network, &mut |parameter| all.push(parameter));
        }
        all
    }
}

/// The weights, the bias and the output weights of one unit of the first hidden layer.
#[inline(never)]
fn each_parameter_of(unit: usize, network: &Network, visit: &mut dyn FnMut(Parameter)) {
    let (units, outputs) = (network.layer(1).inputs(), network.layer(1).outputs());
    for input in 0..2 {
        visit(Parameter { layer: 0, kind: Kind::Weight, index: input * units + unit });
    }
    visit(Parameter { layer: 0, kind: Kind::Bias, index: unit });
    for k in 0..outputs {
        visit(Parameter { layer: 1, kind: Kind::Weight, index: unit * outputs + k });
    }
}
