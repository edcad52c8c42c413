//! Finite differences confirm every gradient: the slope that a kernel tells is the slope of the loss that it tells.

mod naive;

use std::rc::Rc;

use naive::affine;
use spiral_lab::{
    activation::Activation,
    dataset::{Dataset, Spiral},
    kernel,
    network::Network,
    random::RandomState,
    run::{CLASSIFIERS, Run},
    settings::{Rates, Settings},
    training::Trainer,
};

/// Half the distance between the two losses of a central difference (L(w + ε) − L(w − ε)) / 2ε.
const EPSILON: f64 = 1e-5;

/// How far a central difference may be from the true slope.
///
/// - Rounding: each loss is about 1 and off by some 1e-15 (a mean of a few hundred terms), so the quotient is off by
///   1e-15/ε = 1e-10.
/// - Truncation: ε²/6·|L‴|. One parameter moves a score by at most a·ε, where a is the product of an activation and
///   the weights after it; the third derivative of softmax cross-entropy in one direction is at most a³/4. In the
///   networks here a is below 8, so this is below 1e-10/6·8³/4 = 2e-9.
const TOLERANCE: f64 = 4e-9;

/// The same network with one parameter moved.
fn moved(network: &Network, index: usize, by: f64) -> Network {
    let mut network = network.clone();
    network.parameters_mut()[index] += by;
    network
}

/// Whether a hidden unit folds at some point between the two networks: the loss has a kink there, and no slope.
fn kink_between(data: &Dataset, below: &Network, above: &Network) -> bool {
    if below.activation == Activation::Identity {
        return false;
    }
    let (below, above) = (affine(data, below), affine(data, above));
    let hidden = below.len() - 1;
    let pairs = below[..hidden].iter().flatten().zip(above[..hidden].iter().flatten());
    pairs.into_iter().any(|(below, above)| (*below > 0.0) != (*above > 0.0))
}

/// Compares every slope with a central difference of the loss and returns the number of declared kinks.
fn kinks_among(data: &Dataset, network: &Network, slopes: &[f64], mut loss: impl FnMut(&Network) -> f64) -> usize {
    let mut kinks = 0;
    for (index, slope) in slopes.iter().enumerate() {
        let (below, above) = (moved(network, index, -EPSILON), moved(network, index, EPSILON));
        if kink_between(data, &below, &above) {
            kinks += 1;
            continue;
        }
        let difference = (loss(&above) - loss(&below)) / (2.0 * EPSILON);
        let of = network.widths();
        assert!((difference - slope).abs() < TOLERANCE, "parameter {index} of {of:?}: {slope} is not {difference}");
    }
    kinks
}

/// The kernel's gradient of the data loss against its data loss.
fn kinks_of_data_loss(data: &Dataset, network: &Network) -> usize {
    let widths = network.widths();
    let mut kernel = kernel::fastest(data, widths);
    let mut gradients = Network::zeros(widths);
    kernel.gradients(data, network, &mut gradients);
    let mut elsewhere = Network::zeros(widths);
    kinks_among(data, network, gradients.parameters(), |moved| kernel.gradients(data, moved, &mut elsewhere).data_loss)
}

#[test]
fn finite_differences_confirm_every_gradient_of_both_classifiers_through_the_tutorials_run() {
    let mut run = Run::new(&Settings::default());
    for steps in [0, 1000] {
        run.advance(steps).unwrap();
        for classifier in CLASSIFIERS {
            let network = run.trainer(classifier).network();
            let kinks = kinks_of_data_loss(run.data(), network);
            // At step 0 all biases are 0, so at the first point of each arm, the origin, every unit is on its fold,
            // and every one of the 100 first biases is a kink. (The next test takes points that are nowhere special.)
            let allowed = if network.layers().len() == 1 {
                0
            } else if run.steps() == 0 {
                140
            } else {
                20
            };
            assert!(kinks <= allowed, "{kinks} kinks at step {}", run.steps());
        }
    }
}

#[test]
fn finite_differences_confirm_every_gradient_whatever_the_sizes() {
    for (seed, widths) in (0..).zip([vec![2, 2], vec![2, 6], vec![2, 1, 2], vec![2, 7, 5], vec![2, 6, 5, 4, 3]]) {
        let mut stream = RandomState::new(seed);
        let classes = widths[widths.len() - 1];
        let mut data = Spiral::new(12, classes, 0.4).draw(&mut stream);
        data.points.mapv_inplace(|coordinate| coordinate + 0.1 * stream.normal());
        let mut network = Network::zeros(&widths);
        let count = network.count();
        network.parameters_mut().fill_with(|| stream.normal() * 0.6);
        let kinks = kinks_of_data_loss(&data, &network);
        assert!(kinks <= 1, "{kinks} kinks among {count} parameters of {widths:?}");
        kinks_of_data_loss(&data, &network.with(Activation::Identity));
    }
}

#[test]
fn a_step_goes_down_the_slope_of_the_whole_loss_with_the_penalty() {
    let settings = Settings { points: 15, hidden: 9, ..Settings::default() };
    for classifier in CLASSIFIERS {
        let mut trainer = Run::new(&settings).into_trainer(classifier);
        for _ in 0..300 {
            trainer.step().unwrap();
        }
        let rates = Rates { rate: 0.5, reg: 0.3 };
        trainer.set_rates(rates);
        let data = Rc::new(trainer.data().clone());
        let before = trainer.network().clone();
        trainer.step().unwrap();
        let step = before.parameters().iter().zip(trainer.network().parameters());
        let slopes: Vec<f64> = step.map(|(before, after)| (before - after) / rates.rate).collect();
        let kinks = kinks_among(&data, &before, &slopes, |network| {
            Trainer::new(Rc::clone(&data), network.clone(), rates).loss()
        });
        assert!(kinks <= 1, "{kinks} kinks");
    }
}
