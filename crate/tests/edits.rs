//! What a hand may do to a run: set a number, switch units off, take it back; and what it may not.

use std::rc::Rc;

use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    edits::{Edits, MAX_UNDO},
    inspect::ablation::Ablation,
    network::Network,
    parameter::{Kind, Parameter},
    run::{CLASSIFIERS, Classifier, Run},
    settings::{Rates, Settings},
    training::Trainer,
};

const SMALL: Settings = Settings {
    seed: 8,
    points: 12,
    classes: 3,
    noise: 0.2,
    hidden: 9,
    activation: Activation::Relu,
    rate: 0.8,
    reg: 0.002,
};

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

fn any_parameter(network: &Network, draw: usize) -> Parameter {
    let all: Vec<Parameter> = Parameter::all(network).collect();
    all[draw % all.len()]
}

#[test]
fn an_edited_classifier_is_one_that_always_stood_there() {
    let mut run = trained(70);
    let mut edits = Edits::default();
    for classifier in CLASSIFIERS {
        let other = bits(run.trainer(CLASSIFIERS[1 - classifier as usize]));
        let parameter = Parameter { layer: 0, kind: Kind::Weight, index: 2 };
        edits.set(&mut run, classifier, parameter, -1.5).unwrap();
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_can_be_taken_back_and_made_again_bit_for_bit(
        steps in 0..40_u32,
        draws in prop::collection::vec((any::<bool>(), any::<usize>(), -3.0..3.0), 1..12),
    ) {
        let mut run = trained(steps);
        let mut edits = Edits::default();
        let mut places = vec![bits_of_both(&run)];
        for (network, draw, value) in draws {
            let classifier = CLASSIFIERS[usize::from(network)];
            let parameter = any_parameter(run.trainer(classifier).network(), draw);
            edits.set(&mut run, classifier, parameter, value).unwrap();
            places.push(bits_of_both(&run));
            prop_assert_eq!(edits.edited_at(), Some(steps));
        }
        for place in places[..places.len() - 1].iter().rev() {
            prop_assert!(edits.undo(&mut run).unwrap());
            prop_assert!(&bits_of_both(&run) == place);
        }
        prop_assert_eq!((edits.undo(&mut run), edits.edited_at()), (Ok(false), None));
        for place in &places[1..] {
            prop_assert!(edits.redo(&mut run).unwrap());
            prop_assert!(&bits_of_both(&run) == place);
        }
        prop_assert!(!edits.redo(&mut run).unwrap());
        while edits.undo(&mut run).unwrap() {}
        run.advance(3).unwrap();
        prop_assert!(bits_of_both(&run) == bits_of_both(&trained(steps + 3)), "as if nothing had been touched");
    }
}

#[test]
fn a_step_forgets_what_was_undoable_and_remembers_where_it_began() {
    let mut run = trained(4);
    let mut edits = Edits::default();
    let bias = Parameter { layer: 0, kind: Kind::Bias, index: 1 };
    edits.set(&mut run, Classifier::Linear, bias, 0.25).unwrap();
    assert_eq!(edits.depth(run.steps()), (1, 0));
    run.advance(2).unwrap();
    assert_eq!((edits.depth(run.steps()), edits.edited_at()), ((0, 0), Some(4)));
    let before = bits_of_both(&run);
    assert_eq!((edits.undo(&mut run), edits.redo(&mut run)), (Ok(false), Ok(false)));
    edits.set(&mut run, Classifier::Linear, bias, 0.5).unwrap();
    assert!(edits.undo(&mut run).unwrap() && bits_of_both(&run) == before);
    assert_eq!(edits.edited_at(), Some(4), "the first edit is still in force");
}

#[test]
fn a_run_that_went_on_from_an_edit_is_an_edited_one_for_good() {
    let mut run = trained(4);
    let mut edits = Edits::default();
    let bias = Parameter { layer: 0, kind: Kind::Bias, index: 1 };
    edits.set(&mut run, Classifier::Linear, bias, 0.25).unwrap();
    for step in 5..9 {
        run.advance(1).unwrap();
        assert_eq!((edits.undo(&mut run), edits.redo(&mut run)), (Ok(false), Ok(false)));
        assert_eq!((run.steps(), edits.edited_at()), (step, Some(4)));
    }
    edits.set(&mut run, Classifier::Network, bias, 0.25).unwrap();
    run.advance(1).unwrap();
    assert_eq!((edits.undo(&mut run), edits.edited_at()), (Ok(false), Some(4)), "it began with the first edit");
}

#[test]
fn an_edit_that_was_taken_back_is_none_a_step_later() {
    let mut run = trained(4);
    let mut edits = Edits::default();
    let bias = Parameter { layer: 0, kind: Kind::Bias, index: 1 };
    edits.set(&mut run, Classifier::Linear, bias, 0.25).unwrap();
    assert!(edits.undo(&mut run).unwrap());
    run.advance(1).unwrap();
    assert_eq!((edits.redo(&mut run), edits.depth(run.steps()), edits.edited_at()), (Ok(false), (0, 0), None));
}

#[test]
fn a_new_edit_takes_the_place_of_what_could_be_made_again() {
    let mut run = trained(4);
    let mut edits = Edits::default();
    let bias = Parameter { layer: 0, kind: Kind::Bias, index: 1 };
    for value in [1.0, 2.0, 3.0] {
        edits.set(&mut run, Classifier::Linear, bias, value).unwrap();
    }
    for _ in 0..2 {
        assert!(edits.undo(&mut run).unwrap());
    }
    assert_eq!(edits.depth(4), (1, 2));
    edits.set(&mut run, Classifier::Linear, bias, 9.0).unwrap();
    assert_eq!((edits.depth(4), edits.redo(&mut run)), ((2, 0), Ok(false)));
    assert_eq!(bias.value(run.trainer(Classifier::Linear).network()), 9.0);
}

#[test]
fn an_edit_that_is_refused_stays_to_be_taken_back_or_made_again() {
    let mut run = trained(4);
    let mut edits = Edits::default();
    let weight = Parameter { layer: 0, kind: Kind::Weight, index: 1 };
    let (usual, strict) = (Rates { rate: SMALL.rate, reg: SMALL.reg }, Rates { rate: SMALL.rate, reg: 1e150 });
    let sentence = "The loss would not be a finite number with that.";
    edits.set(&mut run, Classifier::Linear, weight, 1e100).unwrap();
    let far = bits_of_both(&run);
    edits.set(&mut run, Classifier::Linear, weight, 1.0).unwrap();
    let near = bits_of_both(&run);

    // Half a penalty of 1e150 times the square of 1e100 is more than any number.
    run.set_rates(strict);
    assert_eq!(edits.undo(&mut run).unwrap_err().to_string(), sentence);
    run.set_rates(usual);
    assert!(bits_of_both(&run) == near);
    assert_eq!((edits.depth(4), edits.edited_at()), ((2, 0), Some(4)));
    assert!(edits.undo(&mut run).unwrap() && bits_of_both(&run) == far);
    assert!(edits.undo(&mut run).unwrap());

    run.set_rates(strict);
    assert_eq!(edits.redo(&mut run).unwrap_err().to_string(), sentence);
    run.set_rates(usual);
    assert_eq!((edits.depth(4), edits.edited_at()), ((0, 2), None));
    assert!(edits.redo(&mut run).unwrap() && bits_of_both(&run) == far);
    assert!(edits.redo(&mut run).unwrap() && bits_of_both(&run) == near);
}

#[test]
fn only_the_last_hundred_edits_can_be_taken_back() {
    let mut run = trained(2);
    let mut edits = Edits::default();
    let bias = Parameter { layer: 0, kind: Kind::Bias, index: 0 };
    for value in 0..150_u32 {
        edits.set(&mut run, Classifier::Linear, bias, f64::from(value)).unwrap();
    }
    assert_eq!(edits.depth(2).0, MAX_UNDO);
    while edits.undo(&mut run).unwrap() {}
    assert_eq!(bias.value(run.trainer(Classifier::Linear).network()), 49.0);
    assert_eq!(edits.edited_at(), Some(2));
}

#[test]
fn what_cannot_be_set_gets_a_sentence_and_changes_nothing() {
    let mut run = trained(9);
    let mut edits = Edits::default();
    let before = bits_of_both(&run);
    let weight = Parameter { layer: 1, kind: Kind::Weight, index: 26 };
    let cases = [
        (weight, f64::NAN, "A weight must be a finite number, not NaN."),
        (weight, f64::INFINITY, "A weight must be a finite number, not inf."),
        (
            Parameter { kind: Kind::Bias, index: 0, ..weight },
            f64::NEG_INFINITY,
            "A bias must be a finite number, not -inf.",
        ),
        (weight, 1e200, "The loss would not be a finite number with that."),
        (Parameter { index: 27, ..weight }, 0.0, "There is no weight 27: they are counted from 0 to 26."),
        (Parameter { layer: 2, ..weight }, 0.0, "There is no layer 2: they are counted from 0 to 1."),
    ];
    for (parameter, value, sentence) in cases {
        let refusal = edits.set(&mut run, Classifier::Network, parameter, value).unwrap_err();
        assert_eq!(refusal.to_string(), sentence);
        assert!(bits_of_both(&run) == before && edits.edited_at().is_none());
    }
    let same = weight.value(run.trainer(Classifier::Network).network());
    edits.set(&mut run, Classifier::Network, weight, same).unwrap();
    assert_eq!((edits.depth(9), edits.edited_at()), ((0, 0), None), "the same value is no edit");
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
    let mut ablation = Ablation::default();
    assert!(ablation.network().is_none());
    for unit in [3, 7] {
        ablation.switch(watched.trainer(Classifier::Network), unit, false).unwrap();
    }
    watched.advance(20).unwrap();
    ablation.follow(watched.trainer(Classifier::Network));
    let trainer = watched.trainer(Classifier::Network);
    let expected = without(trainer.network(), &[3, 7]);
    assert_eq!(ablation.network(), Some(&expected));
    let rates = Rates { rate: SMALL.rate, reg: SMALL.reg };
    let anew = Trainer::new(Rc::new(watched.data().clone()), expected, rates);
    assert_eq!(ablation.loss().to_bits(), anew.loss().to_bits());
    assert_eq!(ablation.accuracy(), anew.accuracy());
    assert!(ablation.is_off(3) && !ablation.is_off(4) && !ablation.is_off(99) && ablation.off() == 2);
    unwatched.advance(20).unwrap();
    assert!(bits_of_both(&watched) == bits_of_both(&unwatched));

    ablation.switch(trainer, 3, true).unwrap();
    ablation.switch(trainer, 7, true).unwrap();
    assert!(ablation.network().is_none(), "all on again is the network itself");
    let refusal = ablation.switch(trainer, 9, false).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no hidden unit 9: they are counted from 0 to 8.");
    let refusal = ablation.switch(watched.trainer(Classifier::Linear), 0, false).unwrap_err();
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
    let mut ablation = Ablation::default();
    let sentence = "Without hidden unit 6 the loss is not a finite number.";
    assert_eq!(ablation.switch(trainer, 6, false).unwrap_err().to_string(), sentence);
    assert!(!ablation.is_off(6) && ablation.network().is_none());

    ablation.switch(trainer, 3, false).unwrap();
    let (loss, accuracy) = (ablation.loss(), ablation.accuracy());
    assert_eq!(ablation.switch(trainer, 6, false).unwrap_err().to_string(), sentence);
    assert!(ablation.is_off(3) && !ablation.is_off(6) && ablation.off() == 1);
    assert_eq!(ablation.network(), Some(&without(trainer.network(), &[3])));
    assert_eq!((ablation.loss().to_bits(), ablation.accuracy()), (loss.to_bits(), accuracy));
}

#[test]
fn a_unit_without_which_the_loss_is_no_longer_finite_can_be_switched_on_again() {
    let calm = trained(50);
    let mut ablation = Ablation::default();
    ablation.switch(calm.trainer(Classifier::Network), 6, false).unwrap();
    let run = with_two_giants(1, 6);
    let trainer = run.trainer(Classifier::Network);
    ablation.follow(trainer);
    assert!(!ablation.loss().is_finite());
    ablation.switch(trainer, 6, true).unwrap();
    assert!(ablation.network().is_none());
}

#[test]
fn all_units_can_be_switched_on_at_once() {
    let run = trained(50);
    let mut ablation = Ablation::default();
    for unit in [0, 8] {
        ablation.switch(run.trainer(Classifier::Network), unit, false).unwrap();
    }
    ablation.all_on();
    assert!(ablation.network().is_none() && ablation.off() == 0 && !ablation.is_off(0));
    ablation.switch(run.trainer(Classifier::Network), 4, false).unwrap();
    assert_eq!(ablation.network(), Some(&without(run.trainer(Classifier::Network).network(), &[4])));
}

#[test]
fn a_unit_that_was_switched_off_for_good_stays_off_and_can_be_taken_back_until_the_next_step() {
    let mut run = trained(50);
    let before = bits_of_both(&run);
    let (mut ablation, mut edits) = (Ablation::default(), Edits::default());
    ablation.switch(run.trainer(Classifier::Network), 5, false).unwrap();
    let zeros: Vec<_> = ablation.zeros(run.trainer(Classifier::Network).network()).map(|zero| (zero, 0.0)).collect();
    assert_eq!(zeros.len(), 2 + 1 + 3);
    for _ in 0..2 {
        edits.set_all(&mut run, Classifier::Network, &zeros).unwrap();
        let trainer = run.trainer(Classifier::Network);
        assert_eq!(
            (trainer.loss().to_bits(), Some(trainer.network())),
            (ablation.loss().to_bits(), ablation.network())
        );
        assert!(edits.undo(&mut run).unwrap() && bits_of_both(&run) == before);
    }
    assert!(edits.redo(&mut run).unwrap());
    run.advance(30).unwrap();
    let network = run.trainer(Classifier::Network).network();
    assert_eq!(network, &without(network, &[5]));
}
