//! Steps at which something happened that is worth going back to: an accuracy that was reached, a hidden unit that died.

use crate::{
    activation::Activation,
    run::{CLASSIFIERS, Classifier, Run},
    training::Trainer,
};

/// Shares of the points, 0…1: the step is kept at which a classifier first gets so many right.
pub const SHARES: [f64; 3] = [0.5, 0.9, 0.98];

/// Stands for the step of what has not happened.
pub const NEVER: u32 = u32::MAX;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// A classifier got this share of the points right for the first time.
    Reached {
        /// Which of [`SHARES`].
        share: usize,
        /// Whose accuracy.
        classifier: Classifier,
    },
    /// A hidden unit was active on no point that it is trained on, for the first time. Its gradient is 0 then: it learns no more, unless
    /// the penalty on its weights brings it back.
    Died {
        /// Of the network.
        unit: usize,
    },
}

/// The first step of each event of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestones {
    reached: [[u32; SHARES.len()]; 2],
    died: Vec<u32>,
}

impl Milestones {
    /// Of a run that has not begun, with so many hidden units.
    pub(super) fn new(hidden: usize) -> Self {
        Milestones { reached: [[NEVER; SHARES.len()]; 2], died: vec![NEVER; hidden] }
    }

    /// Looks at a run that has come to its step for the first time. Allocates nothing.
    pub(super) fn look(&mut self, run: &Run) {
        let step = run.steps();
        for (reached, classifier) in self.reached.iter_mut().zip(CLASSIFIERS) {
            let accuracy = run.trainer(classifier).accuracy();
            for (first, share) in reached.iter_mut().zip(SHARES) {
                if *first == NEVER && accuracy >= share {
                    *first = step;
                }
            }
        }
        // A unit that is active nowhere has no gradient, which is quickly seen; whether that is the reason takes longer.
        let Some((_, trainer)) = run.with_hidden_units() else { return };
        let biases = trainer.gradients().layer(0).biases;
        if !biases.contains(&0.0) {
            return;
        }
        for (unit, (first, gradient)) in self.died.iter_mut().zip(biases).enumerate() {
            if *first == NEVER && *gradient == 0.0 && is_dead(trainer, unit) {
                *first = step;
            }
        }
    }

    /// Forgets what happened from a step on.
    pub(super) fn forget_from(&mut self, step: u32) {
        for first in self.reached.iter_mut().flatten().chain(&mut self.died) {
            if *first >= step {
                *first = NEVER;
            }
        }
    }

    /// The step at which each of [`SHARES`] was first reached, by the linear classifier and by the network; [`NEVER`] if it was not.
    #[must_use]
    pub fn reached(&self) -> &[[u32; SHARES.len()]; 2] {
        &self.reached
    }

    /// The step at which each hidden unit was first active on no point that it is trained on, or [`NEVER`].
    #[must_use]
    pub fn died(&self) -> &[u32] {
        &self.died
    }

    /// Each event with its step, in no order.
    pub fn events(&self) -> impl Iterator<Item = (u32, Event)> + '_ {
        let reached = CLASSIFIERS.into_iter().zip(&self.reached).flat_map(|(classifier, steps)| {
            steps.iter().enumerate().map(move |(share, first)| (*first, Event::Reached { share, classifier }))
        });
        let died = self.died.iter().enumerate().map(|(unit, first)| (*first, Event::Died { unit }));
        reached.chain(died).filter(|(first, _)| *first != NEVER)
    }
}

/// Whether a hidden unit of the network is active on no point that it is trained on.
fn is_dead(trainer: &Trainer, unit: usize) -> bool {
    let network = trainer.network();
    let hidden = network.layer(0);
    let [x, y] = [0, 1].map(|input| hidden.row(input)[unit]);
    let bias = hidden.biases[unit];
    network.activation == Activation::Relu
        && trainer.data().points.outer_iter().all(|point| bias + point[0] * x + point[1] * y <= 0.0)
}
