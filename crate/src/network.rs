//! A classifier as data: a stack of dense layers with an activation function between them.
//!
//! **No hidden layer is the linear classifier, one is the two-layer network**; more is only data. The same shape holds
//! the gradients, so that a weight and its gradient have the same address.

use ndarray::{Array1, Array2};

use crate::{activation::Activation, random::RandomState};

/// The standard deviation of the first weights: the script's `0.01 * np.random.randn(…)`.
const FIRST_WEIGHTS: f64 = 0.01;

/// One dense layer: outputs = inputs·weights + biases.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// inputs×outputs.
    pub weights: Array2<f64>,
    /// One for each output.
    pub biases: Array1<f64>,
}

impl Layer {
    /// A layer of zeros.
    #[must_use]
    pub fn zeros(inputs: usize, outputs: usize) -> Self {
        Layer { weights: Array2::zeros((inputs, outputs)), biases: Array1::zeros(outputs) }
    }

    /// Number of inputs.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.weights.nrows()
    }

    /// Number of outputs.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.weights.ncols()
    }

    /// outputs = inputs·W + b, each summed from its bias on in the order of the inputs. Allocates nothing.
    #[inline(never)]
    pub fn affine(&self, inputs: &[f64], outputs: &mut [f64]) {
        copy(Some(&mut *outputs), self.biases.as_slice());
        for (input, row) in inputs.iter().zip(self.weights.rows()) {
            for (output, weight) in outputs.iter_mut().zip(row.as_slice().expect("matrices are stored row by row")) {
                *output += input * weight;
            }
        }
    }

    /// √Σw² of the weights, and √Σb² of the biases.
    #[must_use]
    #[inline(never)]
    pub fn norms(&self) -> [f64; 2] {
        [self.weights.as_slice(), self.biases.as_slice()].map(|numbers| {
            let mut sums = [0.0; 8];
            add_squares(&mut sums, numbers);
            sums.iter().sum::<f64>().sqrt()
        })
    }

    /// The norms of what is between this layer and another of the same shape.
    #[must_use]
    #[inline(never)]
    pub fn distances(&self, other: &Layer) -> [f64; 2] {
        let weights = (self.weights.as_slice(), other.weights.as_slice());
        let biases = (self.biases.as_slice(), other.biases.as_slice());
        [weights, biases].map(|(ours, theirs)| {
            let mut sums = [0.0; 8];
            add_squares_between(&mut sums, ours, theirs);
            sums.iter().sum::<f64>().sqrt()
        })
    }
}

/// Dense layers, an activation function after each but the last, whose outputs are the class scores.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Network {
    /// Of all layers but the last.
    pub activation: Activation,
    /// From the inputs to the scores; at least one.
    pub layers: Vec<Layer>,
}

impl Network {
    /// A ReLU network at its start: weights 0.01·randn drawn row by row, layer by layer, biases 0.
    ///
    /// `widths` counts the inputs, then each layer's outputs: `[2, K]` is the linear classifier, `[2, H, K]` the
    /// two-layer network.
    #[must_use]
    pub fn random(widths: &[usize], stream: &mut RandomState) -> Self {
        let mut network = Network::zeros(widths);
        for layer in &mut network.layers {
            for weight in layer.weights.as_slice_mut().expect("matrices are stored row by row") {
                *weight = FIRST_WEIGHTS * stream.normal();
            }
        }
        network
    }

    /// A ReLU network of zeros; `widths` as for [`Network::random`].
    #[must_use]
    pub fn zeros(widths: &[usize]) -> Self {
        let layers = widths.windows(2).map(|pair| Layer::zeros(pair[0], pair[1])).collect();
        Network { activation: Activation::Relu, layers }
    }

    /// The same numbers with another activation function between the layers.
    #[must_use]
    pub fn with(self, activation: Activation) -> Self {
        Network { activation, ..self }
    }

    /// Zeros in the shape of this network, with its activation function.
    #[must_use]
    pub fn zeros_like(&self) -> Self {
        Network::zeros(&self.widths()).with(self.activation)
    }

    /// The widths that made this network: inputs, then each layer's outputs.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        let inputs = self.layers[0].inputs();
        std::iter::once(inputs).chain(self.layers.iter().map(Layer::outputs)).collect()
    }

    /// Becomes like a network of the same shape. Allocates nothing.
    pub fn assign(&mut self, other: &Network) {
        self.activation = other.activation;
        for (layer, other) in self.layers.iter_mut().zip(&other.layers) {
            copy(layer.weights.as_slice_mut(), other.weights.as_slice());
            copy(layer.biases.as_slice_mut(), other.biases.as_slice());
        }
    }

    /// How many weights and biases there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.layers.iter().map(|layer| layer.weights.len() + layer.biases.len()).sum()
    }

    /// Writes all numbers into `to`, of which there must be as many: layer by layer, weights row by row, then biases.
    pub fn write_to(&self, to: &mut [f64]) {
        let mut rest = to;
        for layer in &self.layers {
            for numbers in [layer.weights.as_slice(), layer.biases.as_slice()] {
                let count = numbers.map_or(0, <[f64]>::len);
                let (part, others) = rest.split_at_mut(count);
                copy(Some(part), numbers);
                rest = others;
            }
        }
    }

    /// Takes over all numbers from `from`, in the order of [`Network::write_to`].
    pub fn read_from(&mut self, from: &[f64]) {
        let mut rest = from;
        for layer in &mut self.layers {
            for numbers in [layer.weights.as_slice_mut(), layer.biases.as_slice_mut()] {
                let (part, others) = rest.split_at(numbers.as_ref().map_or(0, |numbers| numbers.len()));
                copy(numbers, Some(part));
                rest = others;
            }
        }
    }

    /// Σw² over all weights, without the biases: what the L2 penalty punishes.
    #[must_use]
    pub fn sum_of_squares(&self) -> f64 {
        let mut sums = [0.0; 8];
        self.layers.iter().for_each(|layer| add_squares(&mut sums, layer.weights.as_slice()));
        sums.iter().sum()
    }

    /// Whether every weight and bias is a finite number.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        // No early end, so that it takes few instructions for many numbers.
        let all = |numbers: Option<&[f64]>| {
            let numbers = numbers.expect("matrices are stored row by row");
            numbers.iter().fold(true, |all, number| all & number.is_finite())
        };
        self.layers.iter().all(|layer| all(layer.weights.as_slice()) & all(layer.biases.as_slice()))
    }
}

/// Adds the squares of numbers to eight sums side by side: one alone would wait for each addition to finish before the next.
#[inline(never)]
fn add_squares(sums: &mut [f64; 8], numbers: Option<&[f64]>) {
    let (eights, rest) = numbers.expect("matrices are stored row by row").as_chunks::<8>();
    for eight in eights {
        sums.iter_mut().zip(eight).for_each(|(sum, w)| *sum += w * w);
    }
    sums.iter_mut().zip(rest).for_each(|(sum, w)| *sum += w * w);
}

/// The same for the differences of two lists as long as each other.
#[inline(never)]
fn add_squares_between(sums: &mut [f64; 8], ours: Option<&[f64]>, theirs: Option<&[f64]>) {
    let [ours, theirs] =
        [ours, theirs].map(|numbers| numbers.expect("matrices are stored row by row").as_chunks::<8>());
    for (ours, theirs) in ours.0.iter().zip(theirs.0) {
        sums.iter_mut().zip(ours).zip(theirs).for_each(|((sum, a), b)| *sum += (a - b) * (a - b));
    }
    sums.iter_mut().zip(ours.1).zip(theirs.1).for_each(|((sum, a), b)| *sum += (a - b) * (a - b));
}

/// Copies numbers one by one; ndarray, whose arrays may have any stride, takes 5 kB of code for it.
fn copy(to: Option<&mut [f64]>, from: Option<&[f64]>) {
    let (Some(to), Some(from)) = (to, from) else { panic!("matrices are stored row by row") };
    to.copy_from_slice(from);
}
