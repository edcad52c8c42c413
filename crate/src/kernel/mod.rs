//! The inner loop: loss and gradients over all points, in f64, with the same bits on every machine.
//!
//! The seam between *what* is computed and *how fast*: [`Kernel`] is the promise, [`dense`] the plain way of keeping it,
//! for any network, [`piecewise`] the fast one for those of the lesson. Every implementation runs the same tests, against
//! two naive oracles that were written apart from each other.
//!
//! **Same bits everywhere.** No fused multiply-add, no relaxed SIMD, sums in one spelt-out order, and `exp` and `ln`
//! from Rust ([`exp`], `libm`) instead of the platform.

use crate::{dataset::Dataset, network::Network};

pub mod cells;
pub mod dense;
pub mod exp;
pub mod lanes;
pub mod order;
pub mod piecewise;

/// The loss of a network on the data, without the penalty on its weights, and how many points it gets right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evaluation {
    /// Mean over the points of −ln p(label): the cross-entropy. Not a finite number once the scores have overflowed or any
    /// parameter is not finite.
    pub data_loss: f64,
    /// Points whose own class has the greatest score; the first of equal scores wins, as with `np.argmax`.
    pub correct: usize,
}

/// Computes loss and gradients for one shape of network on one dataset; owns the scratch memory for it.
pub trait Kernel {
    /// Writes the gradient of the data loss (without the penalty's) into `gradients`, and returns the loss with the number of
    /// points that are right.
    ///
    /// `data` is the dataset that the kernel was made for, of which it may keep a copy in an order of its own; `network`
    /// and `gradients` have the widths that it was made for. Allocates nothing.
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Evaluation;
}

/// The fastest kernel for a network of these widths (see [`Network::random`]) on this dataset.
#[must_use]
pub fn fastest(data: &Dataset, widths: &[usize]) -> Box<dyn Kernel> {
    shallow(data, widths).unwrap_or_else(|| Box::new(dense::Dense::new(widths)))
}

/// The fast kernel; none if the network has more than one hidden layer, other than two inputs, or more than 7 classes.
#[must_use]
pub fn shallow(data: &Dataset, widths: &[usize]) -> Option<Box<dyn Kernel>> {
    use piecewise::Piecewise;
    let (hidden, classes) = match *widths {
        [2, classes] => (0, classes),
        [2, hidden, classes] => (hidden, classes),
        _ => return None,
    };
    match classes {
        2 | 3 => Some(Box::new(Piecewise::<1>::new(data, hidden))),
        4 | 5 => Some(Box::new(Piecewise::<2>::new(data, hidden))),
        6 | 7 => Some(Box::new(Piecewise::<3>::new(data, hidden))),
        _ => None,
    }
}

/// The place of the greatest score, the first of equals.
#[must_use]
pub fn argmax(scores: &[f64]) -> usize {
    let mut best = 0;
    for (k, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = k;
        }
    }
    best
}
