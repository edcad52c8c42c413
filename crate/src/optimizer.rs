//! What a step makes of the gradients: the next parameters.

use crate::{network::Network, settings::Rates};

/// Gradient descent as in the tutorial's script. It has no memory of the steps before; one that has keeps it in the shape of the
/// parameters.
#[derive(Debug, Clone, Copy, Default)]
pub struct Descent;

impl Descent {
    /// next = W − rate·(dW + reg·W) for the weights, b − rate·db for the biases. `gradients` are those of the data loss alone, all
    /// three networks of one shape. Allocates nothing.
    pub fn step(self, now: &Network, gradients: &Network, Rates { rate, reg }: Rates, next: &mut Network) {
        for ((next, now), gradient) in next.layers_mut().zip(now.layers()).zip(gradients.layers()) {
            update(next.weights, now.weights, gradient.weights, rate, reg);
            update(next.biases, now.biases, gradient.biases, rate, 0.0);
        }
    }
}

/// next = w − rate·(dw + reg·w), number by number.
fn update(next: &mut [f64], now: &[f64], gradient: &[f64], rate: f64, reg: f64) {
    for ((next, &w), &dw) in next.iter_mut().zip(now).zip(gradient) {
        *next = w - rate * (dw + reg * w);
    }
}
