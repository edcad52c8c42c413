//! The inner loop: loss and gradients over all points, in f64, with the same bits on every machine.
//!
//! The seam between *what* is computed and *how fast*: [`Kernel`] is the promise, [`dense`] the plain way of keeping
//! it. Every implementation runs the same tests against the same naive oracle.
//!
//! **Same bits everywhere.** No fused multiply-add, no relaxed SIMD, sums in one spelt-out order, and `exp` and `ln`
//! from Rust (`libm`) instead of the platform.

use crate::{dataset::Dataset, network::Network};

pub mod dense;

/// How well a network fits the data, without the penalty on its weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Mean over the points of −ln p(label): the cross-entropy. Not a finite number once the scores have overflowed.
    pub data_loss: f64,
    /// Points whose own class has the greatest score; the first of equal scores wins, as with `np.argmax`.
    pub correct: usize,
}

/// Computes loss and gradients for one shape of network on one dataset; owns the scratch memory for it.
pub trait Kernel {
    /// Writes the gradient of the data loss (without the penalty's) into `gradients`, and tells the fit.
    ///
    /// `data`, `network` and `gradients` have the shapes that the kernel was made for. Allocates nothing.
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Fit;
}

/// The fastest kernel for a network of these widths (see [`Network::random`]) on this dataset.
#[must_use]
pub fn fastest(data: &Dataset, widths: &[usize]) -> Box<dyn Kernel> {
    let _ = data;
    Box::new(dense::Dense::new(widths))
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
