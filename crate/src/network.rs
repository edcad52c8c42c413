//! A classifier as data: a stack of dense layers with an activation function between them.
//!
//! **No hidden layer is the linear classifier, one is the two-layer network**; more is only data. The same shape holds
//! the gradients, so that a weight and its gradient have the same address.
//!
//! All weights and biases lie in one list: layer by layer, the weights row by row (inputs×outputs), then the biases. A layer
//! is a view of its part.

use ndarray::{ArrayView2, ArrayViewMut2};

use crate::{activation::Activation, random::RandomState};

/// The standard deviation of the first weights: the script's `0.01 * np.random.randn(…)`.
const FIRST_WEIGHTS: f64 = 0.01;

/// One dense layer of a network: outputs = inputs·weights + biases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer<'a> {
    /// inputs×outputs, row by row.
    pub weights: &'a [f64],
    /// One for each output.
    pub biases: &'a [f64],
}

/// One dense layer of a network, to be written to.
#[derive(Debug, PartialEq)]
pub struct LayerMut<'a> {
    /// inputs×outputs, row by row.
    pub weights: &'a mut [f64],
    /// One for each output.
    pub biases: &'a mut [f64],
}

impl<'a> Layer<'a> {
    /// Number of inputs.
    #[must_use]
    pub fn inputs(self) -> usize {
        self.weights.len() / self.outputs()
    }

    /// Number of outputs.
    #[must_use]
    pub fn outputs(self) -> usize {
        self.biases.len()
    }

    /// The weights of one input, one for each output.
    #[must_use]
    pub fn row(self, input: usize) -> &'a [f64] {
        &self.weights[input * self.outputs()..][..self.outputs()]
    }

    /// The weight from an input to an output.
    #[must_use]
    pub fn weight(self, input: usize, output: usize) -> f64 {
        self.weights[input * self.outputs() + output]
    }

    /// The weights as a matrix, inputs×outputs.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn matrix(self) -> ArrayView2<'a, f64> {
        ArrayView2::from_shape((self.inputs(), self.outputs()), self.weights).expect("as many numbers as that")
    }

    /// outputs = inputs·W + b, each summed from its bias on in the order of the inputs. Allocates nothing.
    #[inline(never)]
    pub fn affine(self, inputs: &[f64], outputs: &mut [f64]) {
        outputs.copy_from_slice(self.biases);
        for (input, row) in inputs.iter().zip(self.weights.chunks_exact(self.outputs())) {
            for (output, weight) in outputs.iter_mut().zip(row) {
                *output += input * weight;
            }
        }
    }

    /// √Σw² of the weights, and √Σb² of the biases.
    #[must_use]
    #[inline(never)]
    pub fn norms(self) -> [f64; 2] {
        [self.weights, self.biases].map(|numbers| {
            let mut sums = [0.0; 8];
            add_squares(&mut sums, numbers);
            sums.iter().sum::<f64>().sqrt()
        })
    }

    /// The norms of what is between this layer and another of the same shape.
    #[must_use]
    #[inline(never)]
    pub fn distances(self, other: Layer) -> [f64; 2] {
        [(self.weights, other.weights), (self.biases, other.biases)].map(|(ours, theirs)| {
            let mut sums = [0.0; 8];
            add_squares_between(&mut sums, ours, theirs);
            sums.iter().sum::<f64>().sqrt()
        })
    }
}

impl LayerMut<'_> {
    /// The weights of one input, one for each output.
    #[must_use]
    pub fn row(&mut self, input: usize) -> &mut [f64] {
        let outputs = self.biases.len();
        &mut self.weights[input * outputs..][..outputs]
    }

    /// The weights as a matrix, inputs×outputs.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn matrix(&mut self) -> ArrayViewMut2<'_, f64> {
        let shape = (self.weights.len() / self.biases.len(), self.biases.len());
        ArrayViewMut2::from_shape(shape, self.weights).expect("as many numbers as that")
    }
}

/// Dense layers, an activation function after each but the last, whose outputs are the class scores.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Network {
    /// Of all layers but the last.
    pub activation: Activation,
    /// Inputs, then each layer's outputs.
    widths: Vec<usize>,
    /// Layer by layer, weights row by row, then biases.
    parameters: Vec<f64>,
}

impl Network {
    /// A ReLU network at its start: weights 0.01·randn drawn row by row, layer by layer, biases 0.
    ///
    /// `widths` counts the inputs, then each layer's outputs: `[2, K]` is the linear classifier, `[2, H, K]` the
    /// two-layer network.
    #[must_use]
    pub fn random(widths: &[usize], stream: &mut RandomState) -> Self {
        let mut network = Network::zeros(widths);
        for layer in network.layers_mut() {
            for weight in layer.weights {
                *weight = FIRST_WEIGHTS * stream.normal();
            }
        }
        network
    }

    /// A ReLU network of zeros; `widths` as for [`Network::random`].
    #[must_use]
    pub fn zeros(widths: &[usize]) -> Self {
        let count = widths.windows(2).map(size_of_layer).sum();
        Network { activation: Activation::Relu, widths: widths.to_vec(), parameters: vec![0.0; count] }
    }

    /// The same numbers with another activation function between the layers.
    #[must_use]
    pub fn with(self, activation: Activation) -> Self {
        Network { activation, ..self }
    }

    /// Zeros in the shape of this network, with its activation function.
    #[must_use]
    pub fn zeros_like(&self) -> Self {
        Network::zeros(&self.widths).with(self.activation)
    }

    /// The widths that made this network: inputs, then each layer's outputs.
    #[must_use]
    pub fn widths(&self) -> &[usize] {
        &self.widths
    }

    /// All weights and biases: layer by layer, weights row by row, then biases.
    #[must_use]
    pub fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// The same, to be written to.
    #[must_use]
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// The layers, from the inputs to the scores.
    pub fn layers(&self) -> impl ExactSizeIterator<Item = Layer<'_>> {
        let count = self.widths.len().saturating_sub(1);
        (0..count).map(|place| self.layer(place))
    }

    /// One layer, counted from the inputs.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    #[inline(never)]
    pub fn layer(&self, place: usize) -> Layer<'_> {
        let start = self.widths[..=place].windows(2).map(size_of_layer).sum::<usize>();
        let [inputs, outputs] = [self.widths[place], self.widths[place + 1]];
        let (weights, rest) = self.parameters[start..].split_at(inputs * outputs);
        Layer { weights, biases: &rest[..outputs] }
    }

    /// The layers, from the inputs to the scores, to be written to.
    pub fn layers_mut(&mut self) -> impl Iterator<Item = LayerMut<'_>> {
        let mut rest = &mut self.parameters[..];
        self.widths.windows(2).map(move |pair| {
            let (weights, others) = std::mem::take(&mut rest).split_at_mut(pair[0] * pair[1]);
            let (biases, others) = others.split_at_mut(pair[1]);
            rest = others;
            LayerMut { weights, biases }
        })
    }

    /// One layer, counted from the inputs, to be written to.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    #[inline(never)]
    pub fn layer_mut(&mut self, place: usize) -> LayerMut<'_> {
        self.layers_mut().nth(place).expect("a place below the number of layers")
    }

    /// H, the hidden units; 0 where the scores come straight from the inputs.
    #[must_use]
    pub fn hidden(&self) -> usize {
        if let [_, hidden, _] = *self.widths { hidden } else { 0 }
    }

    /// The hidden layer, if there is one, and the layer that gives the scores.
    ///
    /// # Panics
    /// If there are more layers.
    #[must_use]
    #[inline(never)]
    pub fn hidden_and_scores(&self) -> (Option<Layer<'_>>, Layer<'_>) {
        match self.widths.len() {
            2 => (None, self.layer(0)),
            3 => (Some(self.layer(0)), self.layer(1)),
            _ => panic!("neither one layer nor two"),
        }
    }

    /// The same, to be written to.
    ///
    /// # Panics
    /// If there are more layers.
    #[must_use]
    #[inline(never)]
    pub fn hidden_and_scores_mut(&mut self) -> (Option<LayerMut<'_>>, LayerMut<'_>) {
        let mut layers = self.layers_mut();
        match (layers.next(), layers.next(), layers.next()) {
            (Some(scores), None, _) => (None, scores),
            (hidden, Some(scores), None) => (hidden, scores),
            _ => panic!("neither one layer nor two"),
        }
    }

    /// Becomes like a network of the same shape. Allocates nothing.
    pub fn assign(&mut self, other: &Network) {
        self.activation = other.activation;
        self.parameters.copy_from_slice(&other.parameters);
    }

    /// How many weights and biases there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.parameters.len()
    }

    /// Σw² over all weights, without the biases: what the L2 penalty punishes.
    #[must_use]
    pub fn sum_of_squares(&self) -> f64 {
        let mut sums = [0.0; 8];
        self.layers().for_each(|layer| add_squares(&mut sums, layer.weights));
        sums.iter().sum()
    }

    /// Whether every weight and bias is a finite number.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        // No early end, so that it takes few instructions for many numbers.
        self.parameters.iter().fold(true, |all, number| all & number.is_finite())
    }
}

/// How many weights and biases a layer has, by the number of its inputs and that of its outputs.
fn size_of_layer(pair: &[usize]) -> usize {
    (pair[0] + 1) * pair[1]
}

/// Adds the squares of numbers to eight sums side by side: one alone would wait for each addition to finish before the next.
#[inline(never)]
fn add_squares(sums: &mut [f64; 8], numbers: &[f64]) {
    let (eights, rest) = numbers.as_chunks::<8>();
    for eight in eights {
        sums.iter_mut().zip(eight).for_each(|(sum, w)| *sum += w * w);
    }
    sums.iter_mut().zip(rest).for_each(|(sum, w)| *sum += w * w);
}

/// The same for the differences of two lists as long as each other.
#[inline(never)]
fn add_squares_between(sums: &mut [f64; 8], ours: &[f64], theirs: &[f64]) {
    let [ours, theirs] = [ours, theirs].map(|numbers| numbers.as_chunks::<8>());
    for (ours, theirs) in ours.0.iter().zip(theirs.0) {
        sums.iter_mut().zip(ours).zip(theirs).for_each(|((sum, a), b)| *sum += (a - b) * (a - b));
    }
    sums.iter_mut().zip(ours.1).zip(theirs.1).for_each(|((sum, a), b)| *sum += (a - b) * (a - b));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A network whose n-th parameter is n.
    fn counted(widths: &[usize]) -> Network {
        let mut network = Network::zeros(widths);
        (0..).zip(network.parameters_mut()).for_each(|(number, parameter)| *parameter = f64::from(number));
        network
    }

    #[test]
    fn the_layers_are_all_of_the_numbers_in_their_order() {
        let mut network = counted(&[2, 3, 1, 4]);
        let numbers = network.parameters().to_vec();
        let shapes: Vec<_> = network.layers().map(|layer| [layer.inputs(), layer.outputs()]).collect();
        assert_eq!(shapes, [[2, 3], [3, 1], [1, 4]]);
        assert!(network.layers().flat_map(|layer| [layer.weights, layer.biases].concat()).eq(numbers.iter().copied()));
        for (place, layer) in network.clone().layers().enumerate() {
            let LayerMut { weights, biases } = network.layer_mut(place);
            assert_eq!((&*weights, &*biases), (layer.weights, layer.biases));
            assert_eq!(layer, network.layer(place));
        }
        assert!(network.layers_mut().flat_map(|layer| [layer.weights, layer.biases].concat()).eq(numbers));
        assert_eq!(Network::default().layers().len(), 0);
    }

    #[test]
    fn row_weight_and_matrix_say_the_same() {
        let mut network = counted(&[2, 3, 4]);
        let copy = network.clone();
        let layer = copy.layer(1);
        assert_eq!(layer.row(2), [17.0, 18.0, 19.0, 20.0]);
        assert_eq!((layer.weight(2, 1), layer.matrix()[[2, 1]]), (18.0, 18.0));
        assert_eq!(network.layer_mut(1).row(2), layer.row(2));
        assert_eq!(network.layer_mut(1).matrix(), layer.matrix());
    }

    #[test]
    fn a_networks_one_or_two_layers_are_known_by_what_they_do() {
        for (widths, has_hidden) in [(&[2, 3][..], false), (&[2, 5, 3], true)] {
            let mut network = counted(widths);
            let copy = network.clone();
            let (hidden, scores) = copy.hidden_and_scores();
            assert_eq!((hidden.is_some(), scores.outputs()), (has_hidden, 3));
            let (hidden_mut, scores_mut) = network.hidden_and_scores_mut();
            assert_eq!(hidden_mut.map(|layer| &*layer.weights), hidden.map(|layer| layer.weights));
            assert_eq!(scores_mut.biases, scores.biases);
        }
    }
}
