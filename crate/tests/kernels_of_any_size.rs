//! Every kernel against the mathematics written down naively, on networks and points of many shapes.

use std::rc::Rc;

use ndarray::{Array2, ArrayView1, Axis, Zip};
use proptest::prelude::*;
use spiral_lab::{
    dataset::{Dataset, Spiral},
    kernel::{self, Kernel, dense::Dense},
    network::Network,
    random::RandomState,
    run::{Classifier, Run},
    settings::{Rates, Settings},
    training::Trainer,
};

/// What the oracle finds out, and how much rounding it may suffer from.
struct Truth {
    gradients: Network,
    data_loss: f64,
    correct: usize,
    /// Points at which another class comes so close to the greatest score that rounding may decide.
    undecided: usize,
    /// The greatest score in absolute value: `exp` turns its rounding error into a relative one.
    magnitude: f64,
}

/// The page of formulas at the top of the crate, line by line.
fn oracle(data: &Dataset, network: &Network) -> Truth {
    let n = data.len();
    let mut values = vec![data.points.clone()];
    for (l, layer) in network.layers().enumerate() {
        let mut z = values[l].dot(&layer.matrix()) + ArrayView1::from(layer.biases);
        if l + 1 < network.layers().len() {
            z.mapv_inplace(|z| z.max(0.0));
        }
        values.push(z);
    }
    let scores = values.pop().unwrap();
    let magnitude = scores.iter().fold(0.0_f64, |max, score| max.max(score.abs()));

    let greatest = scores.map_axis(Axis(1), |row| row.fold(f64::NEG_INFINITY, |max, &s| max.max(s)));
    let powers = (&scores - &greatest.view().insert_axis(Axis(1))).mapv(f64::exp);
    let sums = powers.sum_axis(Axis(1));
    let probabilities = &powers / &sums.view().insert_axis(Axis(1));

    let (mut data_loss, mut correct, mut undecided) = (0.0, 0, 0);
    let mut slopes = probabilities;
    for (i, &label) in data.labels.iter().enumerate() {
        let own = scores[[i, usize::from(label)]];
        data_loss += (sums[i].ln() - (own - greatest[i])) / n as f64;
        let row = scores.row(i);
        correct += usize::from(kernel::argmax(row.as_slice().unwrap()) == usize::from(label));
        let close = row.iter().filter(|&&score| (score - greatest[i]).abs() <= 1e-12 * magnitude).count();
        undecided += usize::from(close > 1);
        slopes[[i, usize::from(label)]] -= 1.0;
    }
    slopes /= n as f64;

    let mut gradients = Network::zeros(network.widths());
    for l in (0..network.layers().len()).rev() {
        gradients.layer_mut(l).matrix().assign(&values[l].t().dot(&slopes));
        gradients.layer_mut(l).biases.copy_from_slice(&slopes.sum_axis(Axis(0)).to_vec());
        slopes = slopes.dot(&network.layer(l).matrix().t());
        Zip::from(&mut slopes).and(&values[l]).for_each(|slope, &value| {
            if value <= 0.0 {
                *slope = 0.0;
            }
        });
    }
    Truth { gradients, data_loss, correct, undecided, magnitude }
}

/// Both implementations, the fast one first.
fn kernels(data: &Dataset, network: &Network) -> [(&'static str, Box<dyn Kernel>); 2] {
    let widths = network.widths();
    [("fastest", kernel::fastest(data, widths)), ("dense", Box::new(Dense::new(widths)))]
}

fn greatest<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> f64 {
    numbers.into_iter().fold(0.0, |max, x| x.abs().max(max))
}

/// Runs both kernels, twice each, and compares with the oracle.
fn check(data: &Dataset, network: &Network) {
    let truth = oracle(data, network);
    for (name, mut kernel) in kernels(data, network) {
        let what = format!("{name}, {} points, {:?}", data.len(), network.widths());
        let mut gradients = Network::zeros(network.widths());
        let found = kernel.gradients(data, network, &mut gradients);

        let tolerance = 1e-13 * (10.0 + truth.magnitude);
        let off = (found.data_loss - truth.data_loss).abs();
        assert!(off <= tolerance * (1.0 + truth.data_loss), "{what}: loss {} {}", found.data_loss, truth.data_loss);
        assert!(
            found.correct.abs_diff(truth.correct) <= truth.undecided,
            "{what}: {} {}",
            found.correct,
            truth.correct
        );
        for (l, (ours, theirs)) in gradients.layers().zip(truth.gradients.layers()).enumerate() {
            let close = |part: &str, ours: &mut dyn Iterator<Item = &f64>, theirs: Vec<f64>, natural: f64| {
                let allowed = tolerance * (greatest(&theirs) + 0.1 * natural);
                for (ours, theirs) in ours.zip(&theirs) {
                    let off = (ours - theirs).abs();
                    assert!(
                        off <= allowed,
                        "{what}: layer {l} {part} {ours} {theirs}, off by {off}, allowed {allowed}"
                    );
                }
            };
            let natural = natural_scale(data, network, l);
            close("weights", &mut ours.weights.iter(), theirs.weights.to_vec(), natural);
            close("biases", &mut ours.biases.iter(), theirs.biases.to_vec(), natural);
        }

        let mut again = Network::zeros(network.widths());
        again.layer_mut(0).biases.fill(7.0);
        assert_eq!(kernel.gradients(data, network, &mut again), found, "{what}: the second time");
        assert_eq!(again, gradients, "{what}: the second time");
    }
}

/// How large a layer's gradients could be if every probability were wrong by 1. What is summed is of that size, however
/// well it cancels, and so is a share of the rounding.
fn natural_scale(data: &Dataset, network: &Network, l: usize) -> f64 {
    let mut below = greatest(&data.points).max(1.0);
    for layer in network.layers().take(l) {
        below = below * greatest(layer.weights) * 2.0 + greatest(layer.biases);
    }
    let above: f64 = network.layers().skip(l + 1).map(|layer| greatest(layer.weights)).product();
    below.max(1.0) * above.max(1e-300)
}

fn normals(shape: (usize, usize), scale: f64, stream: &mut RandomState) -> Array2<f64> {
    Array2::from_shape_simple_fn(shape, || scale * stream.normal())
}

/// Points strewn over the plane, or in a spiral, with fitting or with senseless labels.
fn some_points(points: usize, classes: usize, spiral: bool, stream: &mut RandomState) -> Dataset {
    if spiral {
        return Spiral::new((points / classes).max(2), classes, 0.2).draw(stream);
    }
    let labels = (0..points).map(|i| u8::try_from((i * i + i / 3) % classes).unwrap()).collect();
    Dataset { points: normals((points, 2), 1.0, stream), labels, classes }
}

/// Weights and biases of this scale; some units dead everywhere, some active everywhere, some all zero.
fn some_network(widths: &[usize], scale: f64, stream: &mut RandomState) -> Network {
    let mut network = Network::zeros(widths);
    for layer in network.layers_mut() {
        layer.weights.fill_with(|| scale * stream.normal());
        layer.biases.fill_with(|| 0.5 * scale * stream.normal());
    }
    if widths.len() == 3 {
        let mut first = network.layer_mut(0);
        for j in 0..first.biases.len() {
            match j % 11 {
                3 => first.biases[j] = -20.0 * scale,
                5 => first.biases[j] = 20.0 * scale,
                7 => first.biases[j] = 0.0,
                9 => first.matrix().column_mut(j).fill(0.0),
                _ => {}
            }
        }
    }
    network
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_kernels_agree_with_the_oracle(
        points in prop_oneof![4_usize..40, 40_usize..400, 400_usize..=3000],
        classes in 2_usize..=6,
        hidden in prop_oneof![Just(0_usize), 1_usize..12, 12_usize..130, 130_usize..=512],
        scale in prop_oneof![Just(0.01), Just(1.0), Just(30.0)],
        spiral: bool,
        seed: u32,
    ) {
        let mut stream = RandomState::new(seed);
        let data = some_points(points, classes, spiral, &mut stream);
        let widths = if hidden == 0 { vec![2, classes] } else { vec![2, hidden, classes] };
        check(&data, &some_network(&widths, scale, &mut stream));
    }

    #[test]
    fn points_exactly_on_folds_are_not_active(
        points in 4_usize..200,
        classes in 2_usize..=6,
        hidden in 1_usize..60,
        seed: u32,
    ) {
        // Quarters: every product and every sum is exact, and many a point lies on many a fold.
        let mut stream = RandomState::new(seed);
        let mut quarters = |shape: (usize, usize)| normals(shape, 4.0, &mut stream).mapv(|x| x.round() / 4.0);
        let coordinates = quarters((points, 2));
        let labels = (0..points).map(|i| u8::try_from(i % classes).unwrap()).collect();
        let data = Dataset { points: coordinates, labels, classes };
        let mut network = Network::zeros(&[2, hidden, classes]);
        network.layer_mut(0).matrix().assign(&quarters((2, hidden)));
        network.layer_mut(0).biases.copy_from_slice(&quarters((1, hidden)).row(0).to_vec());
        network.layer_mut(1).matrix().assign(&quarters((hidden, classes)));
        check(&data, &network);
    }

    #[test]
    fn deeper_networks_agree_with_the_oracle(
        points in 4_usize..300,
        widths in prop::collection::vec(1_usize..40, 2..4),
        classes in 2_usize..=8,
        seed: u32,
    ) {
        let mut stream = RandomState::new(seed);
        let data = some_points(points, classes, false, &mut stream);
        let widths = [&[2], &widths[..], &[classes]].concat();
        check(&data, &some_network(&widths, 0.7, &mut stream));
    }
}

/// Points along a diagonal, so that the first and the last are corners of the rectangle around them, and units whose
/// folds pass by one of the two so closely that single precision cannot tell on which side: by a share of 1e-13 to 1e-6
/// of the terms that z is made of. Coordinates are of size `reach`, first weights of size `steep`.
fn folds_that_nearly_touch(reach: f64, steep: f64, stream: &mut RandomState) -> (Dataset, Network) {
    let (points, hidden, classes) = (8, 24, 3);
    let along = [0, 1].map(|_| if stream.uniform() < 0.5 { -1.0 } else { 1.0 });
    let middle = [0, 1].map(|_| 3.0 * stream.normal());
    let mut steps: Vec<f64> = (0..points).map(|_| stream.uniform()).collect();
    steps.sort_by(f64::total_cmp);
    let coordinates = Array2::from_shape_fn((points, 2), |(i, axis)| {
        let sideways =
            if i % 7 == 0 { 0.0 } else { 0.1 * stream.uniform() * (steps[i] - steps[0]).min(steps[7] - steps[i]) };
        reach * (middle[axis] + along[axis] * (steps[i] - sideways))
    });
    let labels = (0..points).map(|i| u8::try_from(i % classes).unwrap()).collect();
    let mut network = Network::zeros(&[2, hidden, classes]);
    let mut first = network.layer_mut(0);
    for j in 0..hidden {
        let (sign, corner) = if stream.uniform() < 0.5 { (1.0, 0) } else { (-1.0, 7) };
        let weights = along.map(|way| sign * way * steep * (0.01 + stream.normal().abs()));
        let terms = [0, 1].map(|axis| weights[axis] * coordinates[[corner, axis]]);
        let gap = 10.0_f64.powf(-13.0 + 7.0 * stream.uniform()) * (terms[0].abs() + terms[1].abs());
        (first.row(0)[j], first.row(1)[j]) = (weights[0], weights[1]);
        first.biases[j] = -(terms[0] + terms[1]) + if stream.uniform() < 0.5 { gap } else { -gap };
    }
    network.layer_mut(1).weights.fill_with(|| 1.0 / (reach * steep) * stream.normal());
    (Dataset { points: coordinates, labels, classes }, network)
}

#[test]
fn a_fold_that_passes_by_a_point_closer_than_single_precision_sees_is_on_the_right_side() {
    let mut stream = RandomState::new(8);
    // The last two pairs are beyond the normal numbers of single precision.
    for (reach, steep) in [(1.0, 1.0), (1e3, 1e-3), (1e-3, 1e6), (1.0, 1e-41), (1e-41, 1e37)] {
        for _ in 0..200 {
            let (data, network) = folds_that_nearly_touch(reach, steep, &mut stream);
            check(&data, &network);
        }
    }
}

#[test]
fn of_equal_scores_the_first_counts() {
    let data = some_points(60, 3, false, &mut RandomState::new(1));
    let own = |class: u8| data.labels.iter().filter(|&&label| label == class).count();
    for widths in [vec![2, 3], vec![2, 5, 3]] {
        let mut network = Network::zeros(&widths);
        for (biases, class) in
            [([0.0, 0.0, 0.0], 0), ([0.0, 0.25, 0.25], 1), ([-0.5, -1.0, 0.0], 2), ([1.0, 0.0, 1.0], 0)]
        {
            network.layers_mut().last().unwrap().biases.copy_from_slice(&biases);
            for (name, mut kernel) in kernels(&data, &network) {
                let found = kernel.gradients(&data, &network, &mut Network::zeros(&widths));
                assert_eq!(found.correct, own(class), "{name} {widths:?} {biases:?}");
            }
        }
    }
}

#[test]
fn a_parameter_that_is_not_finite_shows_in_the_loss() {
    let mut stream = RandomState::new(3);
    for classes in 2..=6 {
        let data = some_points(37, classes, false, &mut stream);
        for widths in [vec![2, classes], vec![2, 9, classes]] {
            let healthy = some_network(&widths, 1.0, &mut stream);
            for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                for place in 0..healthy.count() {
                    let mut network = healthy.clone();
                    network.parameters_mut()[place] = bad;
                    for (name, mut kernel) in kernels(&data, &network) {
                        let found = kernel.gradients(&data, &network, &mut Network::zeros(&widths));
                        assert!(!found.data_loss.is_finite(), "{name} {widths:?} {bad} at {place}: {found:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn scores_that_overflow_show_in_the_loss() {
    let data = Spiral::new(50, 3, 0.2).draw(&mut RandomState::new(0));
    let mut network = some_network(&[2, 20, 3], 1.0, &mut RandomState::new(1));
    for layer in network.layers_mut() {
        layer.weights.iter_mut().for_each(|weight| *weight *= 1e160);
    }
    for (name, mut kernel) in kernels(&data, &network) {
        let found = kernel.gradients(&data, &network, &mut Network::zeros(&[2, 20, 3]));
        assert!(!found.data_loss.is_finite(), "{name}: {found:?}");
    }
}

/// NumPy 2.4's losses of the tutorial's script, seed 0, at iterations 0, 100, … and 0, 1000, 2000.
const LINEAR: [f64; 3] = [1.09691944026674, 0.7879374159123619, 0.7862814285735835];
const NETWORK: [f64; 3] = [1.0986372746069606, 0.2944161913237746, 0.26644127562856484];

#[test]
fn both_kernels_retrace_the_tutorial() {
    for (name, make) in [
        ("fastest", kernel::fastest as fn(&Dataset, &[usize]) -> _),
        ("dense", |_, widths| Box::new(Dense::new(widths)) as Box<dyn Kernel>),
    ] {
        for (classifier, losses, every) in [(Classifier::Linear, LINEAR, 100), (Classifier::Network, NETWORK, 1000)] {
            let settings = Settings::default();
            let start = Run::new(&settings).into_trainer(classifier);
            let (data, network) = (Rc::new(start.data().clone()), start.network().clone());
            let kernel = make(&data, network.widths());
            let Settings { rate, reg, .. } = settings;
            let mut trainer = Trainer::with_kernel(data, network, Rates { rate, reg }, kernel);
            for (stretch, loss) in losses.into_iter().enumerate() {
                let off = (trainer.loss() - loss).abs();
                let allowed = if stretch < 2 { 1e-12 } else { 1e-10 };
                assert!(off < allowed, "{name} {classifier:?} {}: {} {loss}", trainer.steps(), trainer.loss());
                (0..every).for_each(|_| trainer.step().unwrap());
            }
        }
    }
}

#[test]
fn the_same_bits_on_every_target() {
    let mut run = Run::new(&Settings::default());
    run.advance(1000).unwrap();
    let bits = |classifier| run.trainer(classifier).loss().to_bits();
    assert_eq!(bits(Classifier::Linear), LINEAR_AT_1000, "{:#x}", bits(Classifier::Linear));
    assert_eq!(bits(Classifier::Network), NETWORK_AT_1000, "{:#x}", bits(Classifier::Network));
}

/// Seen on x86-64 and in WebAssembly, with simd128 and without.
const LINEAR_AT_1000: u64 = 0x3fe9_28ca_f3ce_f98a;
const NETWORK_AT_1000: u64 = 0x3fd2_d7b7_0249_81d8;
