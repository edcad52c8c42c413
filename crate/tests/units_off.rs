//! A weight set by hand, and hidden units switched off in what is shown.

use std::rc::Rc;

use spiral_lab::{
    inspect::ablation::Ablation,
    network::Network,
    parameter::{Kind, Parameter},
    run::{CLASSIFIERS, Classifier, Run},
    settings::{Rates, Settings},
    training::Trainer,
};

const SMALL: Settings =
    Settings { seed: 8, points: 12, classes: 3, hidden: 9, rate: 0.8, reg: 0.002, ..Settings::DEFAULT };

fn trained(steps: u32) -> Run {
    let mut run = Run::new(&SMALL);
    run.advance(steps).unwrap();
    run
}

/// Every bit of a classifier that is shown.
fn bits(trainer: &Trainer) -> Vec<u64> {
    let numbers = trainer.network().parameters().iter().chain(trainer.gradients().parameters()).copied();
    numbers.chain([trainer.loss(), trainer.data_loss(), trainer.accuracy()]).map(f64::to_bits).collect()
}

fn bits_of_both(run: &Run) -> [Vec<u64>; 2] {
    CLASSIFIERS.map(|classifier| bits(run.trainer(classifier)))
}

#[test]
fn an_edited_classifier_is_one_that_always_stood_there() {
    let mut run = trained(70);
    for classifier in CLASSIFIERS {
        let other = bits(run.trainer(CLASSIFIERS[1 - classifier as usize]));
        let parameter = Parameter { layer: 0, kind: Kind::Weight, index: 2 };
        run.edit(classifier, |network| parameter.set(network, -1.5)).unwrap();
        let trainer = run.trainer(classifier);
        assert_eq!((parameter.value(trainer.network()), trainer.steps()), (-1.5, 70));
        let rates = Rates { rate: SMALL.rate, reg: SMALL.reg };
        let anew = Trainer::new(Rc::new(run.data().clone()), trainer.network().clone(), rates);
        assert!(bits(trainer) == bits(&anew), "loss, accuracy and gradients follow");
        assert!(bits(run.trainer(CLASSIFIERS[1 - classifier as usize])) == other, "the other one stays");
    }
    run.advance(5).unwrap();
    assert_eq!(CLASSIFIERS.map(|classifier| run.trainer(classifier).steps()), [75; 2]);
}

/// The network with these units' weights, biases and output weights at 0.
fn without(network: &Network, units: &[usize]) -> Network {
    let mut network = network.clone();
    for &unit in units {
        network.layer_mut(0).matrix().column_mut(unit).fill(0.0);
        network.layer_mut(0).biases[unit] = 0.0;
        network.layer_mut(1).row(unit).fill(0.0);
    }
    network
}

#[test]
fn units_that_are_off_change_what_is_shown_and_not_what_is_trained() {
    let (mut watched, mut unwatched) = (trained(50), trained(50));
    let mut as_if = Ablation::default();
    assert!(as_if.network().is_none());
    for unit in [3, 7] {
        as_if.switch(watched.trainer(Classifier::Network), unit, false).unwrap();
    }
    watched.advance(20).unwrap();
    as_if.follow(watched.trainer(Classifier::Network));
    let trainer = watched.trainer(Classifier::Network);
    let expected = without(trainer.network(), &[3, 7]);
    assert_eq!(as_if.network(), Some(&expected));
    let rates = Rates { rate: SMALL.rate, reg: SMALL.reg };
    let anew = Trainer::new(Rc::new(watched.data().clone()), expected, rates);
    assert_eq!(as_if.loss().to_bits(), anew.loss().to_bits());
    assert_eq!(as_if.accuracy(), anew.accuracy());
    assert!(as_if.is_off(3) && !as_if.is_off(4) && !as_if.is_off(99) && as_if.off() == 2);
    unwatched.advance(20).unwrap();
    assert!(bits_of_both(&watched) == bits_of_both(&unwatched));

    as_if.switch(trainer, 3, true).unwrap();
    as_if.switch(trainer, 7, true).unwrap();
    assert!(as_if.network().is_none(), "all on again is the network itself");
    let refusal = as_if.switch(trainer, 9, false).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no hidden unit 9: they are counted from 0 to 8.");
    let refusal = as_if.switch(watched.trainer(Classifier::Linear), 0, false).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no hidden unit.");
}

/// A run in which two units cancel each other at all points: either of them alone makes the scores so large that their
/// sum over the points is more than any number.
fn with_two_giants(one: usize, other: usize) -> Run {
    let mut run = trained(50);
    let giants = |network: &mut Network| {
        for (unit, sign) in [(one, 1.0), (other, -1.0)] {
            network.layer_mut(0).matrix().column_mut(unit).fill(0.0);
            network.layer_mut(0).biases[unit] = 1e160;
            network.layer_mut(1).row(unit).fill(0.0);
            network.layer_mut(1).row(unit)[0] = sign * 1e148;
        }
    };
    run.edit(Classifier::Network, giants).unwrap();
    run
}

#[test]
fn a_unit_that_must_not_go_stays_on_and_what_was_off_stays_off() {
    let run = with_two_giants(1, 6);
    let trainer = run.trainer(Classifier::Network);
    let mut as_if = Ablation::default();
    let sentence = "Without hidden unit 6 the loss is not a finite number.";
    assert_eq!(as_if.switch(trainer, 6, false).unwrap_err().to_string(), sentence);
    assert!(!as_if.is_off(6) && as_if.network().is_none());

    as_if.switch(trainer, 3, false).unwrap();
    let (loss, accuracy) = (as_if.loss(), as_if.accuracy());
    assert_eq!(as_if.switch(trainer, 6, false).unwrap_err().to_string(), sentence);
    assert!(as_if.is_off(3) && !as_if.is_off(6) && as_if.off() == 1);
    assert_eq!(as_if.network(), Some(&without(trainer.network(), &[3])));
    assert_eq!((as_if.loss().to_bits(), as_if.accuracy()), (loss.to_bits(), accuracy));
}

#[test]
fn a_unit_without_which_the_loss_is_no_longer_finite_can_be_switched_on_again() {
    let calm = trained(50);
    let mut as_if = Ablation::default();
    as_if.switch(calm.trainer(Classifier::Network), 6, false).unwrap();
    let run = with_two_giants(1, 6);
    let trainer = run.trainer(Classifier::Network);
    as_if.follow(trainer);
    assert!(!as_if.loss().is_finite());
    as_if.switch(trainer, 6, true).unwrap();
    assert!(as_if.network().is_none());
}

#[test]
fn all_units_can_be_switched_on_at_once() {
    let run = trained(50);
    let mut as_if = Ablation::default();
    for unit in [0, 8] {
        as_if.switch(run.trainer(Classifier::Network), unit, false).unwrap();
    }
    as_if.all_on();
    assert!(as_if.network().is_none() && as_if.off() == 0 && !as_if.is_off(0));
    as_if.switch(run.trainer(Classifier::Network), 4, false).unwrap();
    assert_eq!(as_if.network(), Some(&without(run.trainer(Classifier::Network).network(), &[4])));
}

#[test]
fn a_unit_that_is_zeroed_for_good_gets_no_gradient_and_stays_off() {
    let mut run = trained(50);
    let mut as_if = Ablation::default();
    as_if.switch(run.trainer(Classifier::Network), 5, false).unwrap();
    let zeros: Vec<Parameter> = as_if.zeros(run.trainer(Classifier::Network).network());
    assert_eq!(zeros.len(), 2 + 1 + 3);
    run.edit(Classifier::Network, |network| zeros.iter().for_each(|zero| zero.set(network, 0.0))).unwrap();
    let trainer = run.trainer(Classifier::Network);
    assert_eq!((trainer.loss().to_bits(), Some(trainer.network())), (as_if.loss().to_bits(), as_if.network()));
    run.advance(30).unwrap();
    let network = run.trainer(Classifier::Network).network();
    assert_eq!(network, &without(network, &[5]));
}
