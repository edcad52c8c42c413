//! What a hidden unit makes of its pre-activation z = w·x + b before the next layer sees it.
//!
//! Without the ReLU a hidden layer is only one more matrix: (X·W1 + b1)·W2 + b2 = X·(W1·W2) + (b1·W2 + b2), a linear
//! classifier in more numbers.

use crate::refusal::Refusal;

/// The activation function of all hidden units of a network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Activation {
    /// h = max(0, z).
    #[default]
    Relu,
    /// h = z: the ReLU taken away.
    Identity,
}

/// Every activation function, by its name in the link and on the command line.
pub const ACTIVATIONS: [(&str, Activation); 2] = [("relu", Activation::Relu), ("none", Activation::Identity)];

impl Activation {
    /// The one of this name.
    ///
    /// # Errors
    /// [`Refusal::UnknownActivation`] if there is none.
    pub fn named(name: &str) -> Result<Self, Refusal> {
        let known = ACTIVATIONS.iter().find(|(known, _)| *known == name);
        known.map(|(_, activation)| *activation).ok_or_else(|| Refusal::UnknownActivation { value: name.into() })
    }

    /// Its name in the link.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Activation::Relu => "relu",
            Activation::Identity => "none",
        }
    }

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
    fn each_is_found_by_its_name() {
        for (name, activation) in ACTIVATIONS {
            assert_eq!((Activation::named(name), activation.name()), (Ok(activation), name));
        }
        let refused = Activation::named("tanh").unwrap_err().to_string();
        assert_eq!(refused, "activation must be relu or none, not tanh.");
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
