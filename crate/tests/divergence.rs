//! A run that diverges ends at its last finite step, says why, and can be had back.

use std::rc::Rc;

use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    divergence::{Cause, Divergence, Quantity},
    experiment::{Experiment, What},
    inspect::units,
    parameter::{Kind, Parameter},
    run::{CLASSIFIERS, Classifier},
    settings::Settings,
    timeline::{Stop, Timeline},
    training::Trainer,
};

use Classifier::{Linear, Network};

const WILD: Settings =
    Settings { seed: 0, points: 100, classes: 3, noise: 0.2, hidden: 100, rate: 100.0, reg: 1.0, ..Settings::DEFAULT };

fn begin(settings: Settings) -> Timeline {
    let (timeline, begun) = Timeline::new(Experiment::new(settings));
    assert_eq!(begun, Ok(()));
    timeline
}

/// Goes on with whichever classifier can until this one cannot, and tells why.
fn why(timeline: &mut Timeline, classifier: Classifier) -> Divergence {
    timeline.change(&[What::Apart]).unwrap();
    loop {
        if let Some(divergence) = timeline.divergence(classifier) {
            return divergence;
        }
        assert!(timeline.run().steps() < 10_000 && timeline.advance(1).is_ok());
    }
}

#[test]
fn a_penalty_with_rate_times_reg_above_2_turns_weights_over() {
    let of = |settings, classifier| why(&mut begin(settings), classifier);
    let penalty = |factor| Cause::Penalty { factor };
    let first = Quantity::SquaredWeights;
    assert_eq!(of(WILD, Linear), Divergence { step: 77, first, cause: penalty(-99.0) });
    let first = Quantity::Difference { point: 81 };
    assert_eq!(of(WILD, Network), Divergence { step: 75, first, cause: penalty(-99.0) });
    let slower = Settings { rate: 2.5, ..WILD };
    assert_eq!(of(slower, Network), Divergence { step: 667, first: Quantity::Loss, cause: penalty(-1.5) });
    assert_eq!(of(slower, Linear).cause, penalty(-1.5));
    let threefold = Settings { rate: 4.0, activation: Activation::Identity, ..WILD };
    assert_eq!(of(threefold, Network).cause, penalty(-3.0));
}

#[test]
fn without_a_penalty_it_is_the_rate() {
    let settings = Settings { reg: 0.0, activation: Activation::Identity, ..WILD };
    let Divergence { step, first, cause } = why(&mut begin(settings), Network);
    assert_eq!((step, first), (86, Quantity::Score { point: 0, class: 0 }));
    assert!(matches!(cause, Cause::Rate { gradient } if gradient > 1e150 && gradient.is_finite()), "{cause:?}");
}

#[test]
fn with_a_relu_and_no_penalty_units_die_but_nothing_overflows() {
    let mut timeline = begin(Settings { reg: 0.0, ..WILD });
    assert_eq!(timeline.advance(2000), Ok(()));
    assert_eq!(CLASSIFIERS.map(|classifier| timeline.divergence(classifier)), [None, None]);
}

#[test]
fn a_number_set_by_hand_is_named_where_the_run_would_go_on_without_it() {
    let tutorial = Settings { rate: 1.0, reg: 0.001, ..WILD };
    let set = |classifier, layer, kind, value, settings| {
        let parameter = Parameter { layer, kind, index: 0 };
        let mut timeline = begin(settings);
        timeline.change(&[What::Parameter { classifier, parameter, value }]).unwrap();
        (why(&mut timeline, classifier), Cause::ByHand { parameter, value })
    };
    let (Divergence { step, first, cause }, by_hand) = set(Network, 0, Kind::Bias, 1e300, tutorial);
    assert_eq!((step, cause), (0, by_hand));
    assert_eq!(first, Quantity::Score { point: 0, class: 0 });
    let fast = Settings { rate: 100.0, ..tutorial };
    let (Divergence { first, cause, .. }, by_hand) = set(Network, 0, Kind::Bias, 1.7e308, fast);
    assert_eq!(cause, by_hand);
    assert!(matches!(first, Quantity::Parameter(Parameter { layer: 1, kind: Kind::Weight, .. })), "{first:?}");
    // A weight that the penalty then drives is not to blame, nor a bias that the weights do without.
    assert_eq!(set(Linear, 0, Kind::Weight, 1e110, WILD).0.cause, Cause::Penalty { factor: -99.0 });
    assert_eq!(set(Linear, 0, Kind::Bias, 1e140, WILD).0.cause, Cause::Penalty { factor: -99.0 });
}

#[test]
fn the_one_that_stands_says_since_when_and_the_other_one_is_what_it_would_be_alone() {
    let mut timeline = begin(WILD);
    let stop = timeline.advance(100).unwrap_err();
    assert!(matches!(stop, Stop::Diverged(Network, _)));
    assert_eq!((timeline.run().steps(), timeline.divergence(Linear)), (75, None));
    timeline.change(&[What::Apart]).unwrap();
    assert_eq!(timeline.advance(1), Ok(()));
    assert_eq!(timeline.divergence(Network).unwrap().step, 75);
    let stop = timeline.advance(100).unwrap_err();
    assert!(matches!(stop, Stop::Diverged(Linear, _)), "the one that was the last to go");
    assert_eq!(timeline.run().steps(), 77);
    let mut alone = spiral_lab::run::Run::new(&WILD).into_trainer(Linear);
    (0..77).for_each(|_| alone.step().unwrap());
    assert_eq!(timeline.run().trainer(Linear).network(), alone.network());
    // Slowed down, the one that stood goes on from where it stood.
    timeline.change(&[What::Setting { name: "rate", value: 0.1 }]).unwrap();
    assert_eq!(CLASSIFIERS.map(|classifier| timeline.divergence(classifier)), [None, None]);
    assert_eq!(timeline.advance(5), Ok(()));
    let since = CLASSIFIERS.map(|classifier| timeline.run().trainer(classifier).known().halted_since);
    assert_eq!(since, [None, None]);
}

fn settings() -> impl Strategy<Value = Settings> {
    let rate = prop_oneof![0.5..100.0_f64, Just(100.0)];
    let reg = prop_oneof![0.0..1.0_f64, Just(0.0), Just(1.0)];
    (any::<u32>(), 2..20_usize, 2..=6_usize, 1..12_usize, any::<bool>(), rate, reg).prop_map(
        |(seed, points, classes, hidden, relu, rate, reg)| {
            let activation = if relu { Activation::Relu } else { Activation::Identity };
            Settings { seed, points, classes, hidden, activation, rate, reg, ..WILD }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wild_run_ends_finite_named_and_recoverable(
        settings in settings(),
        by_hand in prop::collection::vec((any::<bool>(), any::<usize>(), -308.0..308.0_f64, any::<bool>()), 0..4),
    ) {
        let mut timeline = begin(settings);
        for (right, draw, size, negative) in by_hand {
            let classifier = CLASSIFIERS[usize::from(right)];
            let network = timeline.run().trainer(classifier).network();
            let parameter = Parameter::all(network).nth(draw % network.count()).unwrap();
            let value = if negative { -libm::pow(10.0, size) } else { libm::pow(10.0, size) };
            // Where that is refused, nothing has changed.
            let _ = timeline.change(&[What::Parameter { classifier, parameter, value }]);
        }
        let stop = timeline.advance(1500);
        for classifier in CLASSIFIERS {
            let trainer = timeline.run().trainer(classifier);
            prop_assert!(trainer.loss().is_finite() && trainer.network().is_finite());
        }
        let end = timeline.run().steps();
        let Err(Stop::Diverged(classifier, diverged)) = stop else {
            prop_assert_eq!((stop, end), (Ok(()), 1500));
            return Ok(());
        };
        let divergence = timeline.divergence(classifier).unwrap();
        prop_assert_eq!((divergence.step, diverged.last_finite_step), (end, end));
        match divergence.cause {
            Cause::Penalty { factor } => prop_assert!(factor < -1.0 && factor.is_finite()),
            Cause::Rate { gradient } => prop_assert!(gradient > 0.0 && settings.rate * settings.reg <= 2.0),
            Cause::ByHand { parameter, value } => {
                let mut without = timeline.run().trainer(classifier).network().clone();
                prop_assert!(value.abs() >= 1e100 && parameter.value(&without).abs() >= 1e100);
                parameter.set(&mut without, 0.0);
                let mut trainer = Trainer::new(Rc::new(timeline.run().data().clone()), without, settings.rates());
                prop_assert!(trainer.step().is_ok());
            }
        }
        // To look changes nothing: it fails again in the same way.
        prop_assert_eq!(timeline.advance(1), Err(stop.unwrap_err()));
        prop_assert_eq!(timeline.divergence(classifier), Some(divergence));
        // A bearable rate and no penalty lead on from step 0, as far as no hand has been in it.
        if let Some(back) = timeline.last_calm_step(classifier) {
            timeline.seek(back, u32::MAX);
            prop_assert_eq!(timeline.run().steps(), back);
            prop_assert!(timeline.run().trainer(classifier).loss() <= 2.0 * timeline.run().data().chance());
            let calm = ["rate", "reg"].map(|name| What::Setting { name, value: if name == "rate" { 0.01 } else { 0.0 } });
            prop_assert!(timeline.change(&calm).is_ok());
            prop_assert_eq!(timeline.advance(20), Ok(()));
        } else {
            timeline.seek(0, u32::MAX);
            let mut calm = vec![What::Setting { name: "rate", value: 0.01 }, What::Setting { name: "reg", value: 0.0 }];
            for classifier in CLASSIFIERS {
                let by_hand = timeline.by_hand(classifier);
                let back = by_hand.iter().map(|&(parameter, _)| What::Parameter { classifier, parameter, value: 0.0 });
                calm.extend(back);
            }
            prop_assert!(calm.len() > 2, "without a hand a run begins calmly");
            prop_assert!(timeline.change(&calm).is_ok());
            prop_assert_eq!(timeline.advance(20), Ok(()));
        }
    }
}

#[test]
fn in_a_long_run_the_last_calm_step_is_found_to_the_step() {
    let mut timeline = begin(Settings { hidden: 10, rate: 1.0, reg: 0.001, ..WILD });
    timeline.advance(5003).unwrap();
    timeline
        .change(&[What::Setting { name: "rate", value: 100.0 }, What::Setting { name: "reg", value: 0.03 }])
        .unwrap();
    let Err(Stop::Diverged(classifier, _)) = timeline.advance(20_000) else { panic!("it diverges") };
    let (end, state) = (timeline.run().steps(), timeline.run().state());
    assert!(timeline.record().curves()[0].width() > 1, "a bucket holds several steps");
    let found = timeline.last_calm_step(classifier).unwrap();
    assert_eq!((timeline.run().steps(), timeline.run().state()), (end, state), "to look moves nothing");

    let calm = 2.0 * timeline.run().data().chance();
    let mut last = 0;
    for step in 4990..=end {
        timeline.seek(step, u32::MAX);
        if timeline.run().trainer(classifier).loss() <= calm {
            last = step;
        }
    }
    assert_eq!(found, last);
    assert!(!last.is_multiple_of(timeline.record().curves()[0].width()), "no step with which a bucket begins");
}

#[test]
fn a_network_whose_units_are_all_dead_is_told_from_one_that_has_yet_to_learn() {
    let dying = Settings { hidden: 10, rate: 5.0, reg: 0.01, ..WILD };
    let mut timeline = begin(dying);
    let is_dead = |timeline: &Timeline| units::are_dead_for_good(timeline.run().trainer(Network));
    assert!(!is_dead(&timeline), "the first loss is near ln 3, too");
    timeline.advance(29).unwrap();
    assert!(!is_dead(&timeline), "dead, but the loss is still on its way");
    timeline.advance(100).unwrap();
    assert!(is_dead(&timeline));
    assert!(!units::are_dead_for_good(timeline.run().trainer(Linear)));
    timeline.advance(3000).unwrap();
    assert!(is_dead(&timeline), "for good");
    // A penalty that turns weights over may wake them.
    timeline.change(&[What::Setting { name: "reg", value: 0.21 }]).unwrap();
    assert!(!is_dead(&timeline));
    let mut linear = begin(Settings { activation: Activation::Identity, rate: 0.01, ..dying });
    linear.advance(5).unwrap();
    assert!(!is_dead(&linear), "without a ReLU no unit dies");
}
