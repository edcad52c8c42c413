//! Every kernel keeps the promise of [`Kernel`]: loss, accuracy and gradients are those of the naive oracle.

mod naive;

use naive::{affine, naive};
use ndarray::{Array1, Array2, ArrayView1};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseResult};
use spiral_lab::{
    activation::Activation,
    dataset::Dataset,
    kernel::{self, Kernel, argmax, dense::Dense},
    network::Network,
};

/// Makes a kernel for a dataset and widths, or none if it does not do networks of that depth.
type Make = fn(&Dataset, &[usize]) -> Option<Box<dyn Kernel>>;

/// All kernels: a further one joins by one line.
const KERNELS: &[(&str, Make)] = &[
    ("dense", |_, widths| Some(Box::new(Dense::new(widths)))),
    ("fastest", |data, widths| Some(kernel::fastest(data, widths))),
];

/// The greatest departure allowed, as a share of the greatest number concerned.
///
/// Sums here have at most a few hundred terms of size 1 to 1000, and one rounding is 1.1e-16 of the term: two orders
/// of summation stay within some 1e-12 of each other, and a wrong formula never comes near.
const TOLERANCE: f64 = 1e-11;

/// A network and the points for it.
#[derive(Debug)]
struct Case {
    data: Dataset,
    network: Network,
}

/// Points in a square, now and then at the very origin, where every unit without bias stands exactly on its fold.
fn points(count: usize) -> impl Strategy<Value = Array2<f64>> {
    let point = prop_oneof![
        9 => (-1.0..1.0, -1.0..1.0).prop_map(|(x, y): (f64, f64)| [x, y]),
        1 => Just([0.0, 0.0]),
    ];
    vec(point, count).prop_map(Array2::from)
}

fn widths() -> impl Strategy<Value = Vec<usize>> {
    let hidden = prop_oneof![
        1 => Just(Vec::new()),
        4 => vec(1..=41_usize, 1),
        2 => vec(1..=9_usize, 2..=3),
    ];
    (hidden, 2..=6_usize).prop_map(|(hidden, classes)| [vec![2], hidden, vec![classes]].concat())
}

/// Any network with weights up to `size`, half of them with the biases 0 that training starts from.
fn network(widths: &[usize], size: f64) -> impl Strategy<Value = Network> + use<> {
    let zeros = Network::zeros(widths);
    let count = zeros.count();
    let activation = prop_oneof![3 => Just(Activation::Relu), 1 => Just(Activation::Identity)];
    (vec(-size..size, count), any::<bool>(), activation).prop_map(move |(numbers, biased, activation)| {
        let mut network = zeros.clone().with(activation);
        network.parameters_mut().copy_from_slice(&numbers);
        if !biased {
            network.layers_mut().for_each(|layer| layer.biases.fill(0.0));
        }
        network
    })
}

fn case(size: f64) -> impl Strategy<Value = Case> {
    (1..=45_usize, widths()).prop_flat_map(move |(count, widths)| {
        let classes = widths[widths.len() - 1];
        let labels = vec(0..u8::try_from(classes).unwrap(), count);
        (points(count), labels, network(&widths, size))
            .prop_map(move |(points, labels, network)| Case { data: Dataset { points, labels, classes }, network })
    })
}

/// Whether rounding could decide on which side of a fold a point lies, or which of two classes wins it.
fn undecided(data: &Dataset, network: &Network) -> bool {
    let near = |gap: f64, size: f64| gap != 0.0 && gap.abs() < 1e-10 * (1.0 + size);
    let affine = affine(data, network);
    let (scores, hidden) = affine.split_last().expect("at least one layer");
    let folds = network.activation == Activation::Relu;
    let on_a_fold = folds && hidden.iter().flatten().any(|&z| near(z, 1.0));
    let drawn = scores.rows().into_iter().any(|row| {
        let best = row.fold(f64::NEG_INFINITY, |max: f64, &score| max.max(score));
        row.iter().any(|&score| near(score - best, best.abs()))
    });
    on_a_fold || drawn
}

fn close(what: &str, ours: f64, theirs: f64, size: f64) -> TestCaseResult {
    let fits = (ours - theirs).abs() <= TOLERANCE * (1.0 + size);
    prop_assert!(fits, "{what} is {ours:e}, but {theirs:e} by the oracle");
    Ok(())
}

/// Runs every kernel twice on the case, since a kernel that keeps scratch must not remember the last time.
fn every_kernel_agrees(Case { data, network }: &Case) -> TestCaseResult {
    prop_assume!(!undecided(data, network));
    let oracle = naive(data, network);
    for (name, make) in KERNELS {
        let widths = network.widths();
        let Some(mut kernel) = make(data, widths) else { continue };
        let mut gradients = Network::zeros(widths);
        gradients.parameters_mut().fill(f64::NAN);
        for _ in 0..2 {
            let found = kernel.gradients(data, network, &mut gradients);
            prop_assert_eq!(found.correct, oracle.correct, "points that {} gets right", name);
            close(&format!("{name}: the loss"), found.data_loss, oracle.data_loss, oracle.data_loss)?;
            for (l, (ours, theirs)) in gradients.layers().zip(oracle.gradients.layers()).enumerate() {
                let ours = ours.weights.iter().chain(ours.biases);
                let theirs = theirs.weights.iter().chain(theirs.biases);
                let size = theirs.clone().fold(0.0, |max: f64, number| max.max(number.abs()));
                for (place, (ours, theirs)) in ours.zip(theirs).enumerate() {
                    close(&format!("{name}: gradient {place} of layer {l}"), *ours, *theirs, size)?;
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_kernel_agrees_with_the_oracle(case in case(1.0)) {
        every_kernel_agrees(&case)?;
    }

    #[test]
    fn every_kernel_agrees_on_the_small_weights_that_training_starts_from(case in case(0.02)) {
        every_kernel_agrees(&case)?;
    }

    /// X·W1·W2 + … = X·(W1·W2) + …: without a ReLU a network is a linear classifier.
    #[test]
    fn without_a_relu_the_layers_are_one(case in case(1.0)) {
        let Case { data, network } = case;
        let network = network.with(Activation::Identity);
        let first = network.layer(0);
        let (mut weights, mut biases) = (first.matrix().to_owned(), Array1::from(first.biases.to_vec()));
        for layer in network.layers().skip(1) {
            weights = weights.dot(&layer.matrix());
            biases = biases.dot(&layer.matrix()) + ArrayView1::from(layer.biases);
        }
        let mut one = Network::zeros(&[2, data.classes]);
        one.layer_mut(0).matrix().assign(&weights);
        one.layer_mut(0).biases.copy_from_slice(&biases.to_vec());
        prop_assume!(!undecided(&data, &network) && !undecided(&data, &one));
        let [many, one] = [network, one].map(|network| {
            let mut gradients = network.zeros_like();
            kernel::fastest(&data, network.widths()).gradients(&data, &network, &mut gradients)
        });
        prop_assert_eq!(many.correct, one.correct);
        close("the loss", many.data_loss, one.data_loss, one.data_loss)?;
    }
}

#[test]
fn scores_in_the_thousands_overflow_no_exponential() {
    let widths = [2, 4, 3];
    let mut network = Network::zeros(&widths);
    network
        .layer_mut(0)
        .matrix()
        .indexed_iter_mut()
        .for_each(|((i, j), w)| *w = 50.0 * (i as f64 - 0.4) * (j as f64 - 1.3));
    network
        .layer_mut(1)
        .matrix()
        .indexed_iter_mut()
        .for_each(|((i, j), w)| *w = 90.0 * (i as f64 - 1.2) * (j as f64 - 0.7));
    let points = Array2::from(vec![[0.9, 0.1], [-0.8, 0.3], [0.2, -1.0], [0.0, 0.0]]);
    let data = Dataset { points, labels: vec![0, 1, 2, 0], classes: 3 };
    let oracle = naive(&data, &network);
    assert!(oracle.data_loss > 1000.0 && oracle.data_loss.is_finite(), "{}", oracle.data_loss);
    every_kernel_agrees(&Case { data, network }).unwrap();
}

#[test]
fn of_equal_scores_the_first_wins() {
    assert_eq!(argmax(&[1.0, 3.0, 3.0, 2.0]), 1);
    assert_eq!(argmax(&[0.0, -0.0, 0.0]), 0);
    for widths in [vec![2, 3], vec![2, 5, 3], vec![2, 5, 4, 3]] {
        let points = Array2::from(vec![[0.5, 0.1], [-0.3, 0.7], [0.9, -0.2], [0.0, 0.0]]);
        let data = Dataset { points, labels: vec![2, 0, 1, 0], classes: 3 };
        let mut all_alike = Network::zeros(&widths);
        all_alike.layers_mut().for_each(|layer| layer.weights.fill(0.25));
        for (name, make) in KERNELS {
            for network in [&Network::zeros(&widths), &all_alike] {
                let Some(mut kernel) = make(&data, &widths) else { continue };
                let found = kernel.gradients(&data, network, &mut Network::zeros(&widths));
                assert_eq!(found.correct, 2, "{name} on {widths:?}: the points of class 0 and no other");
            }
        }
    }
}
