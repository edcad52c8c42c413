//! The address of one weight or bias of a network: what a click on a diagram picks.

use crate::{
    network::{Layer, LayerMut, Network},
    refusal::{Refusal, Thing},
};

/// What a parameter does in its layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Multiplies an input.
    Weight,
    /// Is added to an output.
    Bias,
}

/// One weight or bias. It has the same address in the network and in its gradient, which has the same shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// 0 for the layer next to the inputs.
    pub layer: usize,
    /// Weight or bias.
    pub kind: Kind,
    /// For a bias its output; for a weight input·outputs + output, as weights are stored row by row.
    pub index: usize,
}

impl Parameter {
    /// The address, if there is such a parameter in the network.
    ///
    /// # Errors
    /// A sentence, if there is no such layer, or no such weight or bias in it.
    pub fn new(network: &Network, layer: usize, kind: Kind, index: usize) -> Result<Self, Refusal> {
        Refusal::unless_below(Thing::Layer, layer, network.layers().len())?;
        let Layer { weights, biases } = network.layer(layer);
        match kind {
            Kind::Weight => Refusal::unless_below(Thing::Weight, index, weights.len())?,
            Kind::Bias => Refusal::unless_below(Thing::Bias, index, biases.len())?,
        }
        Ok(Parameter { layer, kind, index })
    }

    /// All of a network's parameters: layer by layer, weights row by row, then biases.
    pub fn all(network: &Network) -> impl Iterator<Item = Parameter> + use<'_> {
        network.layers().enumerate().flat_map(|(layer, Layer { weights, biases })| {
            let weights = (0..weights.len()).map(move |index| Parameter { layer, kind: Kind::Weight, index });
            let biases = (0..biases.len()).map(move |index| Parameter { layer, kind: Kind::Bias, index });
            weights.chain(biases)
        })
    }

    /// The input, for a weight, and the output that it leads to: the place in the matrix, or in the vector.
    #[must_use]
    pub fn place(self, network: &Network) -> (Option<usize>, usize) {
        let outputs = network.layer(self.layer).outputs();
        match self.kind {
            Kind::Weight => (Some(self.index / outputs), self.index % outputs),
            Kind::Bias => (None, self.index),
        }
    }

    /// Its value in a network that has it.
    #[must_use]
    pub fn value(self, network: &Network) -> f64 {
        let Layer { weights, biases } = network.layer(self.layer);
        match self.kind {
            Kind::Weight => weights[self.index],
            Kind::Bias => biases[self.index],
        }
    }

    /// Changes its value in a network that has it.
    #[inline(never)]
    pub fn set(self, network: &mut Network, value: f64) {
        let LayerMut { weights, biases } = network.layer_mut(self.layer);
        match self.kind {
            Kind::Weight => weights[self.index] = value,
            Kind::Bias => biases[self.index] = value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_is_met_once_in_the_order_in_which_parameters_are_handed_out() {
        let mut network = Network::zeros(&[2, 3, 4]);
        let all: Vec<Parameter> = Parameter::all(&network).collect();
        for (number, parameter) in (0..).zip(&all) {
            assert_eq!(Parameter::new(&network, parameter.layer, parameter.kind, parameter.index), Ok(*parameter));
            parameter.set(&mut network, f64::from(number));
        }
        assert!(network.parameters().iter().copied().eq((0..25).map(f64::from)));
        assert!(all.iter().map(|parameter| parameter.value(&network)).eq((0..25).map(f64::from)));
    }

    #[test]
    fn what_is_not_there_gets_a_sentence() {
        let network = Network::zeros(&[2, 3]);
        let ask = |layer, kind, index| Parameter::new(&network, layer, kind, index).unwrap_err().to_string();
        assert_eq!(ask(1, Kind::Bias, 0), "There is no layer 1: they are counted from 0 to 0.");
        assert_eq!(ask(0, Kind::Weight, 6), "There is no weight 6: they are counted from 0 to 5.");
        assert_eq!(ask(0, Kind::Bias, 3), "There is no bias 3: they are counted from 0 to 2.");
    }
}
