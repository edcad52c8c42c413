//! Why a run does not go on: the first number of the next step that is not finite, and what made it so great.
//!
//! A trainer that has diverged stands at its last finite step. What overflows lies one step ahead: this module computes
//! that step once more, in the order of the tutorial's script, and looks at every number on the way.

use crate::{
    parameter::{Kind, Parameter},
    settings::Rates,
    training::Trainer,
};

/// From here on a weight or bias that was set by hand may be too great by itself: three such numbers multiplied lie at the
/// end of f64, 1.8·10³⁰⁸.
const GREAT: f64 = 1e100;

/// Why a classifier does not go on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Divergence {
    /// The last step with a finite loss, at which the classifier stands.
    pub step: u32,
    /// What is not finite first.
    pub first: Quantity,
    /// What made it so.
    pub cause: Cause,
}

/// A number that the next step would compute. The order of the kinds is that of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A weight or bias after the update w − rate·(dw + reg·w).
    Parameter(Parameter),
    /// A class score.
    Score {
        /// Which point, 0…N−1.
        point: usize,
        /// Which class, 0…K−1.
        class: usize,
    },
    /// How far a point's greatest score lies above that of its own class: the loss of the point is no less.
    Difference {
        /// Which point, 0…N−1.
        point: usize,
    },
    /// Σw² over all weights, in the penalty ½·reg·Σw².
    SquaredWeights,
    /// The sum of all points' losses, each of which is finite.
    Loss,
}

/// What makes a number overflow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cause {
    /// The penalty: a step multiplies each weight by the factor 1 − rate·reg, beside what the gradient adds. It is less than
    /// −1, so that weights change their sign and grow with every step.
    Penalty {
        /// 1 − rate·reg.
        factor: f64,
    },
    /// The gradient: steps that are too long lead to where the next gradient is greater still.
    Rate {
        /// The size of the greatest number in the gradient of the data loss.
        gradient: f64,
    },
    /// A weight or bias that was set by hand: if it were 0, the next loss would be a finite number.
    ByHand {
        /// Which.
        parameter: Parameter,
        /// To what.
        value: f64,
    },
}

impl Divergence {
    /// Why the trainer does not go on; nothing if it does. `by_hand` are the parameters of it that were set by hand on its
    /// way, and to what.
    pub fn ahead_of(trainer: &mut Trainer, by_hand: &[(Parameter, f64)]) -> Option<Self> {
        trainer.prepare().err()?;
        let step = trainer.known().halted_since.unwrap_or(trainer.steps());
        let first = first(trainer);
        let of_hand = by_hand.iter().find_map(|&(parameter, value)| Cause::by_hand(trainer, parameter, value));
        Some(Divergence { step, first, cause: of_hand.unwrap_or_else(|| Cause::of(trainer)) })
    }
}

/// The first number that is not finite on the way from the next parameters to their loss.
fn first(trainer: &mut Trainer) -> Quantity {
    for (place, layer) in trainer.ahead().layers().enumerate() {
        for (kind, numbers) in [(Kind::Weight, layer.weights), (Kind::Bias, layer.biases)] {
            if let Some(index) = first_infinite(numbers) {
                return Quantity::Parameter(Parameter { layer: place, kind, index });
            }
        }
    }
    // No hidden unit overflows before the scores: where Σw² is finite, no weight is further from 0 than 1.4·10¹⁵⁴.
    for point in 0..trainer.data().len() {
        let label = usize::from(trainer.data().labels[point]);
        let scores = trainer.scores_ahead(point);
        if let Some(class) = first_infinite(scores) {
            return Quantity::Score { point, class };
        }
        if scores.iter().any(|score| score - scores[label] == f64::INFINITY) {
            return Quantity::Difference { point };
        }
    }
    if trainer.ahead().sum_of_squares().is_finite() { Quantity::Loss } else { Quantity::SquaredWeights }
}

/// The place of the first number that is not finite.
#[inline(never)]
fn first_infinite(numbers: &[f64]) -> Option<usize> {
    numbers.iter().position(|number| !number.is_finite())
}

impl Cause {
    fn of(trainer: &Trainer) -> Self {
        let Rates { rate, reg } = trainer.rates();
        let factor = 1.0 - rate * reg;
        if factor < -1.0 {
            return Cause::Penalty { factor };
        }
        let gradients = trainer.gradients().parameters();
        Cause::Rate { gradient: gradients.iter().fold(0.0, |greatest, slope| greatest.max(slope.abs())) }
    }

    /// A parameter that was set to a value by hand, if it is the cause: it is still about as great, since one that has grown
    /// tenfold was driven by something else; and if it were 0, the next loss would be a finite number. The trainer comes back
    /// to where it is.
    fn by_hand(trainer: &mut Trainer, parameter: Parameter, value: f64) -> Option<Self> {
        let mut network = trainer.network().clone();
        let now = parameter.value(&network);
        if value.abs() < GREAT || now.abs() < GREAT || now.abs() > 10.0 * value.abs() {
            return None;
        }
        let (step, known, rates) = (trainer.steps(), trainer.known(), trainer.rates());
        let mut goes_on_with = |value| {
            parameter.set(&mut network, value);
            trainer.restore(step, network.parameters(), known, rates);
            trainer.loss().is_finite() && trainer.prepare().is_ok()
        };
        let goes_on = goes_on_with(0.0);
        goes_on_with(now);
        goes_on.then_some(Cause::ByHand { parameter, value })
    }
}
