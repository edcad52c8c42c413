//! What a [`Trainer`] and a [`Run`] promise: lock-step, rates that change under way, readings that disturb nothing,
//! and a divergence that leaves everything in place.

use std::rc::Rc;

use proptest::prelude::*;
use spiral_lab::{
    dataset::{Dataset, Spiral},
    network::Network,
    random::RandomState,
    regions::{Picture, Window},
    run::{CLASSIFIERS, Classifier, Run},
    settings::{Rates, Settings},
    training::{Diverged, Trainer},
};

mod naive;

const SMALL: Settings =
    Settings { seed: 3, points: 20, classes: 4, hidden: 13, rate: 0.8, reg: 0.002, ..Settings::DEFAULT };

/// Every bit of a classifier that training decides.
fn bits(trainer: &Trainer) -> Vec<u64> {
    let numbers = trainer.network().parameters().iter().chain(trainer.gradients().parameters()).copied();
    let readings = [trainer.loss(), trainer.data_loss(), trainer.regularization_loss(), trainer.accuracy()];
    numbers.chain(readings).map(f64::to_bits).collect()
}

fn bits_of_both(run: &Run) -> [Vec<u64>; 2] {
    CLASSIFIERS.map(|classifier| bits(run.trainer(classifier)))
}

/// Σx² of an array's entries.
fn square<'a>(entries: impl IntoIterator<Item = &'a f64>) -> f64 {
    entries.into_iter().map(|x| x * x).sum()
}

/// Which hidden units are active at which points.
fn active(data: &Dataset, network: &Network) -> Vec<bool> {
    let affine = naive::affine(data, network);
    affine.iter().rev().skip(1).flatten().map(|z| *z > 0.0).collect()
}

#[test]
fn alone_or_in_lock_step_a_classifier_learns_the_same_bits() {
    let mut together = Run::new(&SMALL);
    together.advance(500).unwrap();
    for classifier in CLASSIFIERS {
        let mut alone = Run::new(&SMALL).into_trainer(classifier);
        for _ in 0..500 {
            alone.step().unwrap();
        }
        assert_eq!(alone.steps(), together.steps());
        assert!(bits(&alone) == bits(together.trainer(classifier)), "{classifier:?}");
    }
}

#[test]
fn equal_settings_give_equal_bits_and_another_seed_does_not() {
    let trained = |settings: &Settings| {
        let mut run = Run::new(settings);
        run.advance(200).unwrap();
        bits_of_both(&run)
    };
    assert!(trained(&SMALL) == trained(&SMALL));
    assert!(trained(&SMALL) != trained(&Settings { seed: 4, ..SMALL }));
}

#[test]
fn many_small_advances_are_one_large_advance() {
    let (mut small, mut large) = (Run::new(&SMALL), Run::new(&SMALL));
    for steps in [1, 0, 7, 92] {
        small.advance(steps).unwrap();
    }
    large.advance(100).unwrap();
    assert_eq!((small.steps(), large.steps()), (100, 100));
    assert!(bits_of_both(&small) == bits_of_both(&large));
}

#[test]
fn reading_and_painting_never_change_training() {
    let (mut watched, mut unwatched) = (Run::new(&SMALL), Run::new(&SMALL));
    let mut picture = Picture::default();
    for frame in 1..=40_usize {
        watched.advance(5).unwrap();
        for classifier in CLASSIFIERS {
            let _ = bits(watched.trainer(classifier));
            picture.resize(frame, 2 * frame);
            picture.paint(watched.trainer(classifier).network(), &Window::square(1.2), &[[0; 4]; 4]);
        }
        watched.set_rates(Rates { rate: SMALL.rate, reg: SMALL.reg });
    }
    unwatched.advance(200).unwrap();
    assert!(bits_of_both(&watched) == bits_of_both(&unwatched));
}

#[test]
fn a_step_is_the_scripts_update_with_the_penalty_on_weights_alone() {
    for classifier in CLASSIFIERS {
        let mut trainer = Run::new(&SMALL).into_trainer(classifier);
        for _ in 0..60 {
            trainer.step().unwrap();
        }
        let Rates { rate, reg } = Rates { rate: 0.3, reg: 0.2 };
        trainer.set_rates(Rates { rate, reg });
        let (before, slopes) = (trainer.network().clone(), trainer.gradients().clone());
        trainer.step().unwrap();
        for ((before, slope), after) in before.layers().zip(slopes.layers()).zip(trainer.network().layers()) {
            for ((w, slope), after) in before.weights.iter().zip(slope.weights).zip(after.weights) {
                assert!((w - rate * (slope + reg * w) - after).abs() < 1e-15);
            }
            for ((b, slope), after) in before.biases.iter().zip(slope.biases).zip(after.biases) {
                assert!((b - rate * slope - after).abs() < 1e-15);
            }
        }
    }
}

#[test]
fn the_loss_is_data_loss_and_half_reg_times_the_squares_of_the_weights() {
    for classifier in CLASSIFIERS {
        let mut trainer = Run::new(&SMALL).into_trainer(classifier);
        for reg in [0.0, 0.001, 1.0] {
            for _ in 0..20 {
                trainer.step().unwrap();
            }
            trainer.set_rates(Rates { rate: 0.1, reg });
            let squares: f64 = trainer.network().layers().map(|layer| square(layer.weights)).sum();
            assert!((trainer.regularization_loss() - 0.5 * reg * squares).abs() <= 1e-14 * (1.0 + squares));
            assert_eq!(trainer.loss().to_bits(), (trainer.data_loss() + trainer.regularization_loss()).to_bits());
        }
    }
}

#[test]
fn rates_may_change_under_way_and_the_run_goes_on_from_where_it_is() {
    let (slow, fast) = (Rates { rate: 0.05, reg: 0.0 }, Rates { rate: 1.5, reg: 0.01 });
    let mut run = Run::new(&SMALL);
    let mut alone = CLASSIFIERS.map(|classifier| Run::new(&SMALL).into_trainer(classifier));
    for (rates, steps) in [(slow, 30), (fast, 50), (slow, 20)] {
        let before = bits_of_both(&run);
        let data_losses = CLASSIFIERS.map(|classifier| run.trainer(classifier).data_loss());
        run.set_rates(rates);
        run.set_rates(rates);
        assert_eq!(CLASSIFIERS.map(|classifier| run.trainer(classifier).data_loss()), data_losses);
        run.advance(steps).unwrap();
        assert!(bits_of_both(&run) != before);
        for trainer in &mut alone {
            trainer.set_rates(rates);
            (0..steps).for_each(|_| trainer.step().unwrap());
        }
    }
    assert_eq!(run.steps(), 100);
    assert!(bits_of_both(&run) == alone.map(|trainer| bits(&trainer)));

    let mut at_once = Run::new(&Settings { rate: slow.rate, reg: slow.reg, ..SMALL });
    let mut afterwards = Run::new(&SMALL);
    afterwards.set_rates(slow);
    at_once.advance(10).unwrap();
    afterwards.advance(10).unwrap();
    assert!(bits_of_both(&at_once) == bits_of_both(&afterwards), "rates set before the first step are the settings");
}

#[test]
fn a_run_that_diverges_stops_at_its_last_finite_step_with_everything_readable_and_goes_on_when_slowed() {
    let wild = Settings { rate: 100.0, reg: 1.0, ..SMALL };
    for classifier in CLASSIFIERS {
        let mut trainer = Run::new(&wild).into_trainer(classifier);
        let mut before = bits(&trainer);
        let diverged = loop {
            match trainer.step() {
                Ok(()) => before = bits(&trainer),
                Err(diverged) => break diverged,
            }
            assert!(trainer.steps() < 10_000, "each step multiplies the weights by about −99");
        };
        let steps = trainer.steps();
        assert_eq!(diverged, Diverged { last_finite_step: steps });
        let sentence = format!("Training diverged: after step {steps} the loss is no longer a finite number.");
        assert_eq!(diverged.to_string(), sentence);
        assert!(steps > 10 && bits(&trainer) == before && trainer.loss().is_finite() && trainer.network().is_finite());

        assert_eq!(trainer.step(), Err(diverged), "it fails again as long as nothing changes");
        assert!(bits(&trainer) == before);

        trainer.set_rates(Rates { rate: 0.5, reg: 1.0 });
        let loss = trainer.loss();
        for _ in 0..50 {
            trainer.step().expect("half of every weight goes at each step");
        }
        assert_eq!(trainer.steps(), steps + 50);
        assert!(trainer.loss() < loss);
    }
}

#[test]
fn a_run_stops_as_one_when_either_classifier_diverges() {
    let mut run = Run::new(&Settings { rate: 100.0, reg: 1.0, ..SMALL });
    let (classifier, diverged) = run.advance(10_000).unwrap_err();
    assert_eq!(classifier, Classifier::Network, "two penalised layers overflow first");
    let stood = bits_of_both(&run);
    assert_eq!(run.advance(1), Err((classifier, diverged)));
    assert!(bits_of_both(&run) == stood, "the other classifier does not go on alone");
    assert_eq!(CLASSIFIERS.map(|classifier| run.trainer(classifier).steps()), [diverged.last_finite_step; 2]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Downhill is downhill: by Taylor a step of rate r lowers the loss by r·|slope|², up to curvature·r²·|slope|², as
    /// long as no hidden unit folds at a point on the way.
    #[test]
    fn a_small_step_lowers_the_loss(
        seed in any::<u32>(),
        widths in prop_oneof![Just(vec![2, 4]), Just(vec![2, 8, 3]), Just(vec![2, 6, 5, 3])],
        reg in 0.0..0.5,
    ) {
        let mut stream = RandomState::new(seed);
        let data = Spiral::new(15, widths[widths.len() - 1], 0.3).draw(&mut stream);
        let mut network = Network::zeros(&widths);
        for layer in network.layers_mut() {
            layer.weights.fill_with(|| 0.7 * stream.normal());
            layer.biases.fill_with(|| 0.3 * stream.normal());
        }
        let data = Rc::new(data);
        let mut trainer = Trainer::new(Rc::clone(&data), network, Rates { rate: 1e-5, reg });
        let (loss, before) = (trainer.loss(), trainer.network().clone());
        trainer.step().unwrap();
        prop_assume!(active(&data, &before) == active(&data, trainer.network()));
        let moves = before.parameters().iter().zip(trainer.network().parameters());
        let foreseen = moves.map(|(before, after)| (before - after) * (before - after)).sum::<f64>() / 1e-5;
        let lowered = loss - trainer.loss();
        prop_assert!((lowered - foreseen).abs() < 0.02 * foreseen, "lowered by {lowered:e}, foreseen {foreseen:e}");
    }
}
