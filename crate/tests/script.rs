//! Where the tutorial's script prints no number, the trainer says so: held against the script's own lines, with its softmax
//! that nothing is subtracted from, and against what NumPy printed (scripts/reference.py).

mod naive;

use naive::affine;
use ndarray::{Array2, ArrayViewMut1, Axis};
use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    dataset::{Dataset, Spiral},
    experiment::{Experiment, What},
    network::{LayerMut, Network},
    random::RandomState,
    run::{CLASSIFIERS, Run},
    script::{Printed, Script, Watch},
    settings::{Rates, Settings},
    timeline::{Timeline, versions::Versions},
    training::Trainer,
};

/// One iteration of the script in whole matrices: the loss that it prints, and its parameters afterwards.
fn iteration(data: &Dataset, network: &Network, Rates { rate, reg }: Rates) -> (f64, Network) {
    let affine = affine(data, network);
    let (scores, hidden) = affine.split_last().unwrap();
    let exp_scores = scores.mapv(f64::exp);
    let mut dscores = &exp_scores / &exp_scores.sum_axis(Axis(1)).insert_axis(Axis(1));
    let (n, mut loss) = (data.labels.len() as f64, 0.0);
    for (mut row, &label) in dscores.rows_mut().into_iter().zip(&data.labels) {
        loss -= row[usize::from(label)].ln() / n;
        row[usize::from(label)] -= 1.0;
    }
    dscores /= n;
    let mut next = network.clone();
    let mut step = |mut layer: LayerMut, inputs: &Array2<f64>, slopes: &Array2<f64>| {
        let mut weights = layer.matrix();
        loss += 0.5 * reg * weights.mapv(|w| w * w).sum();
        let gradient = inputs.t().dot(slopes) + reg * &weights;
        weights -= &(rate * gradient);
        let mut biases = ArrayViewMut1::from(layer.biases);
        biases -= &(rate * slopes.sum_axis(Axis(0)));
    };
    match next.hidden_and_scores_mut() {
        (None, only) => step(only, &data.points, &dscores),
        (Some(first), second) => {
            let relu = network.activation == Activation::Relu;
            // np.maximum(0, …), which keeps NaN.
            let outputs = hidden[0].mapv(|z| if relu && z <= 0.0 { 0.0 } else { z });
            let mut dhidden = dscores.dot(&network.layer(1).matrix().t());
            dhidden.zip_mut_with(&outputs, |slope, output| {
                if relu && *output <= 0.0 {
                    *slope = 0.0;
                }
            });
            step(second, &outputs, &dscores);
            step(first, &data.points, &dhidden);
        }
    }
    (loss, next)
}

/// The first steps at which the script prints `inf` and `nan`. Until its parameters are NaN it takes the trainer's at every
/// step, because rounding that a high rate multiplies would lead it elsewhere.
#[derive(Default)]
struct Oracle {
    lost: Option<Network>,
    inf_at: Option<u32>,
    nan_from: Option<u32>,
}

impl Oracle {
    fn at(&mut self, trainer: &Trainer) {
        let network = self.lost.as_ref().unwrap_or(trainer.network());
        let (loss, next) = iteration(trainer.data(), network, trainer.rates());
        if loss.is_infinite() && self.nan_from.is_none() {
            self.inf_at.get_or_insert(trainer.steps());
        }
        assert!(self.nan_from.is_none() || loss.is_nan(), "once nan, always nan");
        if loss.is_nan() {
            self.nan_from.get_or_insert(trainer.steps());
        }
        if self.lost.is_some() || !next.is_finite() {
            self.lost = Some(next);
        }
    }

    /// What the trainer says, as far as the script has come: of the step ahead it may know already.
    fn agrees(&self, script: Script, step: u32) -> bool {
        (self.inf_at, self.nan_from) == (script.inf_at, script.nan_from.filter(|&from| from <= step))
    }
}

fn settings() -> impl Strategy<Value = Settings> {
    let rate = prop_oneof![(0.0..2.0_f64).prop_map(|power| 10_f64.powf(power)), 20.0..=100.0_f64];
    let reg = prop_oneof![Just(0.0), 0.0..0.02_f64];
    let activation = prop_oneof![3 => Just(Activation::Relu), 1 => Just(Activation::Identity)];
    (any::<u32>(), 2..40_usize, 2..=6_usize, 0.0..1.0, 1..40_usize, activation, rate, reg).prop_map(
        |(seed, points, classes, noise, hidden, activation, rate, reg)| {
            let usual = Settings { seed, points, classes, noise, hidden, ..Settings::DEFAULT };
            Settings { activation, rate, reg, ..usual }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_step_that_is_named_is_the_one_at_which_the_script_first_prints_no_number(settings in settings()) {
        let mut run = Run::new(&settings);
        let mut oracles = [Oracle::default(), Oracle::default()];
        for step in 0..60 {
            for (oracle, classifier) in oracles.iter_mut().zip(CLASSIFIERS) {
                let trainer = run.trainer(classifier);
                oracle.at(trainer);
                let script = trainer.script();
                let theirs = (oracle.inf_at, oracle.nan_from);
                prop_assert!(oracle.agrees(script, step), "{classifier:?} at {step}: {script:?}, not {theirs:?}");
            }
            if run.step().is_err() {
                break;
            }
        }
    }

    /// Whatever is changed, taken back and gone through again: it is what a straight run of the same experiment knows.
    #[test]
    fn it_is_known_at_every_step_that_is_had_again(
        rates in prop::collection::vec((1..40_u32, 5.0..100.0_f64), 1..4), back in 0..60_u32,
    ) {
        let settings = Settings { points: 10, hidden: 8, rate: 30.0, ..Settings::default() };
        let (mut versions, _) = Versions::new(Experiment::new(settings));
        for (steps, rate) in rates {
            let _ = versions.advance(steps);
            versions.change(&[What::Setting { name: "rate", value: rate }], false).unwrap();
        }
        let _ = versions.advance(20);
        same_as_straight(versions.timeline())?;
        versions.seek(back, u32::MAX);
        same_as_straight(versions.timeline())?;
        while let Some(step) = versions.undo() {
            versions.seek(step, u32::MAX);
            same_as_straight(versions.timeline())?;
        }
    }
}

fn same_as_straight(timeline: &Timeline) -> Result<(), TestCaseError> {
    let (experiment, step) = (timeline.record().experiment(), timeline.run().steps());
    let mut straight = Run::new(&experiment.settings);
    loop {
        straight.set_rates(experiment.settings_at(straight.steps()).rates());
        if straight.steps() == step {
            break;
        }
        straight.step().unwrap();
    }
    for classifier in CLASSIFIERS {
        let [there, here] = [timeline.run(), &straight].map(|run| run.trainer(classifier).script());
        prop_assert_eq!(there, here, "{:?} at {}", classifier, step);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// What was seen of a network and of those before it that are near says as much as all scores of it.
    #[test]
    fn bounds_on_the_scores_leave_nothing_out(
        seed in any::<u32>(), hidden in prop_oneof![Just(0), 1..20_usize], size in 0.0..3.0_f64, growth in 0.9..1.3_f64,
    ) {
        let mut stream = RandomState::new(seed);
        let data = Spiral::new(20, 3, 0.3).draw(&mut stream);
        let widths = if hidden > 0 { vec![2, hidden, 3] } else { vec![2, 3] };
        let mut network = Network::zeros(&widths);
        let mut watch = Watch::new(&data, &network);
        let size = 10_f64.powf(size);
        for step in 0..60 {
            for layer in network.layers_mut() {
                layer.weights.iter_mut().for_each(|w| *w = growth * *w + 0.1 * size.sqrt() * stream.normal());
                layer.biases.iter_mut().for_each(|b| *b = growth * *b + 0.01 * size * stream.normal());
            }
            let seen = watch.at(Script::default(), step, &data, &network) != Script::default();
            let printed = Watch::new(&data, &network).printed(&data, &network);
            prop_assert_eq!(seen, printed != Printed::Number, "at {}: {:?}", step, printed);
        }
    }
}

/// A linear classifier whose scores are its biases, at one point of this class.
fn printed(biases: &[f64], label: u8) -> Printed {
    let data = Dataset { points: Array2::zeros((1, 2)), labels: vec![label], classes: biases.len() };
    let mut network = Network::zeros(&[2, biases.len()]);
    network.layer_mut(0).biases.copy_from_slice(biases);
    Watch::new(&data, &network).printed(&data, &network)
}

#[test]
fn each_way_to_print_no_number_is_told_from_the_others() {
    assert_eq!(printed(&[700.0, 0.0], 0), Printed::Number);
    assert_eq!(printed(&[709.7, -35.0], 1), Printed::Number, "e^−744.7 is still a number");
    assert_eq!(printed(&[709.7, -36.0], 1), Printed::Inf);
    assert_eq!(printed(&[-300.0, 450.0], 0), Printed::Inf);
    assert_eq!(printed(&[709.79, 0.0], 1), Printed::InfThenNan);
    assert_eq!(printed(&[709.79, 0.0], 0), Printed::Nan, "∞/∞");
    assert_eq!(printed(&[709.5, 709.5], 0), Printed::InfThenOther, "two numbers whose sum is none");
    assert_eq!(printed(&[-746.0, -747.0], 0), Printed::Nan, "0/0");
}

#[test]
fn a_change_by_hand_at_the_same_step_is_counted_and_taken_back() {
    let mut trainer = Run::new(&Settings { points: 5, hidden: 3, ..Settings::default() }).into_trainer(CLASSIFIERS[0]);
    trainer.step().unwrap();
    assert_eq!(trainer.script(), Script::default());
    let bias = trainer.network().layer(0).biases[0];
    trainer.edit(|network| network.layer_mut(0).biases[0] = 2000.0).unwrap();
    assert_eq!(trainer.script().nan_from, Some(1));
    trainer.edit(|network| network.layer_mut(0).biases[0] = bias).unwrap();
    assert_eq!(trainer.script(), Script::default());
    trainer.edit(|network| network.layer_mut(0).biases[0] = 2000.0).unwrap();
    trainer.step().unwrap();
    trainer.edit(|network| network.layer_mut(0).biases[0] = bias).unwrap();
    assert_eq!(trainer.script().nan_from, Some(1), "what the script has lost, no edit brings back");
}
