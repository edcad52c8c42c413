//! What a hidden unit makes of its pre-activation z = w·x + b before the next layer sees it.
//!
//! Without the ReLU a hidden layer is only one more matrix: (X·W1 + b1)·W2 + b2 = X·(W1·W2) + (b1·W2 + b2), a linear
//! classifier in more numbers.

/// The activation function of all hidden units of a network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Activation {
    /// h = max(0, z).
    #[default]
    Relu,
    /// h = z: the ReLU taken away.
    Identity,
}

impl Activation {
    /// Every activation function, the default first.
    pub const ALL: [Activation; 2] = [Activation::Relu, Activation::Identity];

    /// What each is called in the link and on the command line.
    pub const WORDS: [&str; 2] = ["relu", "none"];

    /// Whether a unit is active at z: it hands z on as it is, and the slope of its output back. A unit that is not active
    /// does neither.
    #[must_use]
    #[inline(always)]
    pub fn is_active(self, z: f64) -> bool {
        z > 0.0 || self == Activation::Identity
    }

    /// h.
    #[must_use]
    #[inline(always)]
    pub fn of(self, z: f64) -> f64 {
        if self.is_active(z) { z } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_at_its_own_place() {
        for (place, activation) in Activation::ALL.into_iter().enumerate() {
            assert_eq!(activation as usize, place);
        }
    }

    #[test]
    fn a_unit_is_off_only_where_there_is_a_relu() {
        for z in [-2.0, -0.0, 0.0, 3.0] {
            assert_eq!(Activation::Relu.of(z), f64::max(0.0, z));
            assert_eq!(Activation::Identity.of(z), z);
            assert_eq!(Activation::Relu.is_active(z), z > 0.0);
            assert!(Activation::Identity.is_active(z));
        }
    }
}
