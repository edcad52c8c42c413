//! The look inside tells the truth: every number is recomputed from the naive oracle, and nothing of a run changes.

mod naive;

use naive::{affine, naive};
use ndarray::{ArrayView1, Axis};
use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    dataset::{Dataset, Spiral},
    inspect::{
        check::{Check, CheckAll, Checked},
        lines::Lines,
        phases::Phases,
        point::WorkedPoint,
        units::Units,
    },
    kernel::{Kernel, dense::Dense},
    network::Network,
    parameter::{Kind, Parameter},
    random::RandomState,
    run::{CLASSIFIERS, Classifier, Run},
    settings::Settings,
};

const SMALL: Settings =
    Settings { seed: 5, points: 20, classes: 4, hidden: 13, rate: 0.8, reg: 0.002, ..Settings::DEFAULT };

fn trained(settings: &Settings, steps: u32) -> Run {
    let mut run = Run::new(settings);
    run.advance(steps).unwrap();
    run
}

fn parameters(network: &Network) -> impl Iterator<Item = f64> + '_ {
    network.parameters().iter().copied()
}

#[test]
fn units_are_active_dead_and_important_as_the_oracle_counts() {
    // With a rate as large as this some units die; before the first step each stands on its fold at the origin.
    for (settings, steps) in [(SMALL, 100), (Settings { rate: 30.0, hidden: 40, ..SMALL }, 100), (SMALL, 0)] {
        let run = trained(&settings, steps);
        let network = run.trainer(Classifier::Network).network();
        let mut units = Units::default();
        units.read(run.data(), network);
        let z = &affine(run.data(), network)[0];
        let n = run.data().len() as f64;
        for j in 0..settings.hidden {
            let z = z.column(j);
            let out: f64 = network.layer(1).row(j).iter().map(|u| u.abs()).sum();
            let mean = z.iter().filter(|&&z| z > 0.0).sum::<f64>() / n;
            assert_eq!(units.active()[j], z.iter().filter(|&&z| z > 0.0).count() as f64);
            assert!((units.importance()[j] - mean * out).abs() <= 1e-12 * (1.0 + mean * out));
            assert_eq!(units.importance()[j] == 0.0, units.active()[j] == 0.0 || out == 0.0);
        }
        assert_eq!(units.dead(), units.active().iter().filter(|&&points| points == 0.0).count());
        assert!(units.dead() > 0 || settings == SMALL, "the wild run has dead units");
        let mut expected: Vec<u32> = (0..).take(settings.hidden).collect();
        // The library's sort leaves equals as they are: the first of them first.
        expected.sort_by(|a, b| units.importance()[*b as usize].total_cmp(&units.importance()[*a as usize]));
        assert_eq!(units.order(), expected);
    }
}

#[test]
fn without_a_relu_every_unit_is_active_everywhere_none_is_dead_and_none_folds() {
    let run = trained(&Settings { activation: Activation::Identity, ..SMALL }, 40);
    let network = run.trainer(Classifier::Network).network();
    let (mut units, mut lines) = (Units::default(), Lines::default());
    units.read(run.data(), network);
    lines.read(network, 1.2);
    assert_eq!((units.active(), units.dead()), ([run.data().len() as f64; 13].as_slice(), 0));
    assert!(lines.all().is_empty());
    let z = &affine(run.data(), network)[0];
    for (unit, importance) in units.importance().iter().enumerate() {
        let mean = z.column(unit).mapv(f64::abs).mean().unwrap();
        let outputs = network.layer(1).row(unit).iter().map(|u| u.abs()).sum::<f64>();
        assert!((importance - mean * outputs).abs() <= 1e-14 * importance);
    }
}

#[test]
fn a_linear_classifier_has_no_hidden_units() {
    let run = trained(&SMALL, 3);
    let mut units = Units::default();
    units.read(run.data(), run.trainer(Classifier::Network).network());
    units.read(run.data(), run.trainer(Classifier::Linear).network());
    assert!(units.active().is_empty() && units.order().is_empty() && units.dead() == 0);
}

/// Compares a list with the oracle's, number by number, to within rounding of the greatest.
fn assert_close<'a>(what: &str, ours: impl IntoIterator<Item = &'a f64>, theirs: impl IntoIterator<Item = f64>) {
    let (ours, theirs): (Vec<f64>, Vec<f64>) = (ours.into_iter().copied().collect(), theirs.into_iter().collect());
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let size = theirs.iter().fold(0.0, |max: f64, number| max.max(number.abs()));
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() <= 1e-12 * size, "{what}: {ours:e} is not {theirs:e}");
    }
}

/// A dataset of this one point.
fn alone(data: &Dataset, index: usize) -> Dataset {
    let points = data.points.row(index).to_owned().insert_axis(Axis(0));
    Dataset { points, labels: vec![data.labels[index]], classes: data.classes }
}

#[test]
fn a_points_numbers_are_the_oracles() {
    for settings in [SMALL, Settings::default()] {
        let run = trained(&settings, 300);
        let n = run.data().len() as f64;
        for classifier in CLASSIFIERS {
            let network = run.trainer(classifier).network();
            let mut point = WorkedPoint::default();
            for index in [0, 7, 19, 45] {
                point.work_out(run.data(), network, index).unwrap();
                let one = alone(run.data(), index);
                let (affine, oracle) = (affine(&one, network), naive(&one, network));
                let (scores, hidden) = affine.split_last().unwrap();
                assert_eq!(point.inputs.as_slice(), one.points.as_slice().unwrap());
                assert_eq!(point.label, usize::from(one.labels[0]));
                assert_close("z", &point.z, hidden.iter().flatten().copied());
                assert_close("hidden", &point.hidden, hidden.iter().flatten().map(|z| z.max(0.0)));
                assert_close("scores", &point.scores, scores.iter().copied());
                let sum: f64 = scores.iter().map(|score| (score - point.greatest).exp()).sum();
                let probs = scores.mapv(|score| (score - point.greatest).exp() / sum);
                assert_close("sum", [&point.sum], [sum]);
                assert_close("probabilities", &point.probs, probs.iter().copied());
                assert_close("loss", [&point.loss], [oracle.data_loss]);
                // Of one point alone the gradients are those of its own loss, N times its share of the mean's.
                let shares = parameters(&oracle.gradients).map(|slope| slope / n);
                assert_close("shares", &parameters(&point.shares).collect::<Vec<_>>(), shares);
                let dscores = oracle.gradients.hidden_and_scores().1.biases;
                assert_close("p − 1[y]", &point.errors, dscores.iter().copied());
                assert_close("dscores", &point.dscores, dscores.iter().map(|slope| slope / n));
                if let (Some(first), second) = network.hidden_and_scores() {
                    let dhidden = second.matrix().dot(&ArrayView1::from(dscores)) / n;
                    assert_close("dhidden", &point.dhidden, dhidden);
                    assert_close("dz", &point.dz, oracle.gradients.layer(0).biases.iter().map(|slope| slope / n));
                    assert_eq!(point.z.len(), first.outputs());
                }
            }
        }
    }
}

#[test]
fn all_points_shares_add_up_to_the_gradient_of_every_kernel() {
    for settings in [SMALL, Settings { hidden: 64, noise: 0.4, ..Settings::default() }] {
        let run = trained(&settings, 200);
        for classifier in CLASSIFIERS {
            let trainer = run.trainer(classifier);
            let widths = trainer.network().widths();
            let mut sums = vec![0.0; parameters(trainer.network()).count()];
            let mut sizes = sums.clone();
            let mut point = WorkedPoint::default();
            for index in 0..run.data().len() {
                point.work_out(run.data(), trainer.network(), index).unwrap();
                for (place, share) in parameters(&point.shares).enumerate() {
                    sums[place] += share;
                    sizes[place] += share.abs();
                }
            }
            let mut dense = Network::zeros(widths);
            Dense::new(widths).gradients(run.data(), trainer.network(), &mut dense);
            for gradients in [trainer.gradients(), &dense] {
                for ((sum, gradient), size) in sums.iter().zip(parameters(gradients)).zip(&sizes) {
                    assert!((sum - gradient).abs() <= 1e-12 * size, "{sum:e} is not {gradient:e}");
                }
            }
        }
    }
}

#[test]
fn a_point_that_is_not_there_gets_a_sentence_and_leaves_the_last_one() {
    let run = trained(&SMALL, 3);
    let network = run.trainer(Classifier::Network).network();
    let mut point = WorkedPoint::default();
    point.work_out(run.data(), network, 79).unwrap();
    let before = point.clone();
    let refusal = point.work_out(run.data(), network, 80).unwrap_err();
    assert_eq!(refusal.to_string(), "There is no point 80: they are counted from 0 to 79.");
    assert_eq!(point, before);
}

#[test]
fn the_phases_are_the_oracles_numbers_for_all_points() {
    let run = trained(&SMALL, 150);
    let data = run.data();
    let n = data.len() as f64;
    for classifier in CLASSIFIERS {
        let trainer = run.trainer(classifier);
        let mut phases = Phases::default();
        let mut point = WorkedPoint::default();
        let scores = affine(data, trainer.network()).pop().unwrap();
        assert_close("scores", phases.forward(data, trainer.network()), scores);
        let (mut probs, mut losses, mut dscores) = (Vec::new(), Vec::new(), Vec::new());
        for index in 0..data.len() {
            point.work_out(data, trainer.network(), index).unwrap();
            probs.extend_from_slice(&point.probs);
            losses.push(point.loss);
            dscores.extend_from_slice(&point.dscores);
        }
        assert_eq!(phases.softmax(data, trainer.network()), probs);
        assert_eq!(phases.loss(data, trainer.network()), losses);
        assert!((losses.iter().sum::<f64>() / n - trainer.data_loss()).abs() < 1e-14);
        assert_eq!(phases.gradients(trainer), dscores);
        for (penalty, layer) in phases.penalty().layers().zip(trainer.network().layers()) {
            assert!(penalty.weights.iter().copied().eq(layer.weights.iter().map(|w| SMALL.reg * w)));
            assert!(penalty.biases.iter().all(|&slope| slope == 0.0));
        }
    }
}

#[test]
fn stepping_by_phases_mixed_with_ordinary_steps_gives_the_same_bits() {
    let (mut watched, mut unwatched) = (Run::new(&SMALL), Run::new(&SMALL));
    let (mut phases, mut point, mut units) = (Phases::default(), WorkedPoint::default(), Units::default());
    for round in 0..60 {
        for classifier in CLASSIFIERS {
            let trainer = watched.trainer(classifier);
            phases.gradients(trainer);
            units.read(watched.data(), trainer.network());
            point.work_out(watched.data(), trainer.network(), round).unwrap();
            // The update by hand from what phase 4 shows is the next step's network, bit for bit.
            let rate = SMALL.rate;
            let slopes = parameters(trainer.gradients()).zip(parameters(phases.penalty()));
            let foreseen =
                parameters(trainer.network()).zip(slopes).map(|(w, (dw, penalty))| w - rate * (dw + penalty));
            let mut ahead = Run::new(&SMALL);
            ahead.advance(watched.steps() + 1).unwrap();
            assert!(parameters(ahead.trainer(classifier).network()).eq(foreseen));
        }
        watched.advance(1).unwrap();
        watched.advance(u32::from(round % 3 == 0) * 4).unwrap();
    }
    unwatched.advance(watched.steps()).unwrap();
    for classifier in CLASSIFIERS {
        let bits = |run: &Run| parameters(run.trainer(classifier).network()).map(f64::to_bits).collect::<Vec<_>>();
        assert!(bits(&watched) == bits(&unwatched));
    }
}

/// The full loss of a network on the data, from the oracle.
fn full_loss(data: &Dataset, network: &Network, reg: f64) -> f64 {
    let squares: f64 = network.layers().flat_map(|layer| layer.weights).map(|w| w * w).sum();
    naive(data, network).data_loss + 0.5 * reg * squares
}

/// Hidden units that are active in one of two networks only, over all points.
fn kinks_between(data: &Dataset, below: &Network, above: &Network) -> u32 {
    if below.activation == Activation::Identity {
        return 0;
    }
    let (below, above) = (affine(data, below), affine(data, above));
    let hidden = below.len() - 1;
    let pairs = below[..hidden].iter().flatten().zip(above[..hidden].iter().flatten());
    pairs.map(|(below, above)| u32::from((*below > 0.0) != (*above > 0.0))).sum()
}

#[test]
fn every_check_is_the_oracles_difference_of_losses() {
    let mut kinks = 0;
    let without_relu = Settings { activation: Activation::Identity, ..SMALL };
    let cases = [(SMALL, 1e-5), (Settings { reg: 0.7, hidden: 5, ..SMALL }, 1e-3), (SMALL, 0.4), (without_relu, 0.4)];
    for (settings, epsilon) in cases {
        let run = trained(&settings, 120);
        for classifier in CLASSIFIERS {
            let trainer = run.trainer(classifier);
            let mut check = Check::default();
            check.begin(trainer);
            for parameter in Parameter::all(trainer.network()) {
                let checked = check.check(run.data(), parameter, epsilon).unwrap();
                let [below, above] = [-epsilon, epsilon].map(|by| {
                    let mut moved = trainer.network().clone();
                    parameter.set(&mut moved, checked.value + by);
                    moved
                });
                let losses = [&below, &above].map(|network| full_loss(run.data(), network, settings.reg));
                assert!((checked.below - losses[0]).abs() < 1e-14 && (checked.above - losses[1]).abs() < 1e-14);
                assert_eq!(checked.numeric, (checked.above - checked.below) / (2.0 * epsilon));
                assert_eq!(checked.kinks, kinks_between(run.data(), &below, &above));
                let penalty = if parameter.kind == Kind::Weight { settings.reg * checked.value } else { 0.0 };
                assert_eq!(checked.analytic, parameter.value(trainer.gradients()) + penalty);
                let gap = (checked.analytic - checked.numeric).abs();
                assert_eq!(
                    checked.error,
                    if gap == 0.0 { 0.0 } else { gap / checked.analytic.abs().max(checked.numeric.abs()) }
                );
                kinks += checked.kinks;
            }
        }
    }
    assert!(kinks > 0, "an ε of 0.4 meets kinks");
}

#[test]
fn a_unit_that_stands_on_its_fold_at_one_end_of_the_way_is_off_there() {
    let epsilon = 0.25;
    for bias in [-epsilon, epsilon] {
        let mut run = trained(&SMALL, 120);
        // At the origin, the first point of each of four arms, z is the bias: moved by ε it is exactly 0 or ±2ε.
        run.edit(Classifier::Network, |network| network.layer_mut(0).biases[3] = bias).unwrap();
        let network = run.trainer(Classifier::Network).network();
        let mut check = Check::default();
        check.begin(run.trainer(Classifier::Network));
        let parameter = Parameter { layer: 0, kind: Kind::Bias, index: 3 };
        let kinks = check.check(run.data(), parameter, epsilon).unwrap().kinks;
        let ends = [bias - epsilon, bias + epsilon].map(|value| {
            let mut moved = network.clone();
            parameter.set(&mut moved, value);
            moved
        });
        assert_eq!(kinks, kinks_between(run.data(), &ends[0], &ends[1]));
    }
}

#[test]
fn the_check_of_all_parameters_in_pieces_finds_the_worst_of_single_checks() {
    let mut run = trained(&Settings::default(), 60);
    let epsilon = 1e-5;
    for classifier in CLASSIFIERS {
        let (mut single, mut all) = (Check::default(), CheckAll::default());
        single.begin(run.trainer(classifier));
        all.begin(run.trainer(classifier), epsilon).unwrap();
        let data = run.data().clone();
        let count = parameters(single.network()).count();
        let list: Vec<Parameter> = Parameter::all(single.network()).collect();
        let singles: Vec<_> =
            list.into_iter().map(|parameter| single.check(&data, parameter, epsilon).unwrap()).collect();
        // The run goes on meanwhile: the check looks at the copy that it began with.
        while !all.go_on(&data, 37).unwrap() {
            run.advance(1).unwrap();
        }
        assert_eq!(all.progress(), (count, count));
        let smooth: Vec<_> = singles.iter().filter(|checked| checked.kinks == 0).collect();
        let share = |checked: &Checked| checked.gap() / checked.bound;
        let worst = smooth.iter().map(|checked| share(checked)).fold(0.0, f64::max);
        assert_eq!(share(all.worst().unwrap()), worst);
        assert!(smooth.contains(&all.worst().unwrap()));
        assert_eq!((all.kinked(), all.apart()), (count - smooth.len(), 0));
    }
}

/// The greatest share of its bound that a difference of slopes takes up, over all parameters without a kink.
fn greatest_share(run: &Run, classifier: Classifier, epsilon: f64) -> f64 {
    let mut check = Check::default();
    check.begin(run.trainer(classifier));
    let all: Vec<Parameter> = Parameter::all(check.network()).collect();
    let mut greatest = 0.0;
    for parameter in all {
        let checked = check.check(run.data(), parameter, epsilon).unwrap();
        assert!(checked.rounding <= checked.bound);
        if checked.kinks > 0 {
            continue;
        }
        assert!(checked.agrees(), "ε = {epsilon:e}: {checked:?}");
        if checked.gap() > 0.0 {
            greatest = f64::max(greatest, checked.gap() / checked.bound);
        }
    }
    greatest
}

#[test]
fn right_slopes_agree_to_within_rounding_and_truncation_and_the_bound_is_not_a_loose_one() {
    let tutorial = Settings::default();
    let cases = [
        (tutorial, 0),
        (tutorial, 200),
        (Settings { reg: 0.7, hidden: 5, ..tutorial }, 200),
        // Great scores, and losses near 0 and far from it.
        (Settings { rate: 30.0, reg: 0.0, hidden: 20, ..tutorial }, 300),
        (Settings { rate: 100.0, reg: 0.0, hidden: 20, ..tutorial }, 20),
        (Settings { classes: 6, points: 200, hidden: 12, ..tutorial }, 100),
        (Settings { classes: 2, points: 2, hidden: 3, ..tutorial }, 50),
    ];
    for (settings, steps) in cases {
        let run = trained(&settings, steps);
        for classifier in CLASSIFIERS {
            for exponent in 0..=12 {
                greatest_share(&run, classifier, 10.0_f64.powi(-exponent));
            }
        }
    }
    let run = trained(&tutorial, 200);
    for (epsilon, least) in [(1e-9, 0.05), (1e-7, 0.05), (1e-5, 0.05), (1e-3, 0.2), (0.1, 0.2)] {
        let share = greatest_share(&run, Classifier::Network, epsilon);
        assert!(share > least, "ε = {epsilon:e}: no difference takes up more than {share} of its bound");
    }
}

#[test]
fn what_is_far_from_0_is_not_taken_for_wrong() {
    let great_penalty = |network: &mut Network| {
        network.layer_mut(0).row(0)[2] = 1e7;
        network.layer_mut(1).row(5)[1] = -3e6;
    };
    let great_scores = |network: &mut Network| network.layer_mut(1).biases.fill(1e9);
    // Two units that cancel each other: their weights are so great that w − ε and w + ε are rounded.
    let great_weights = |network: &mut Network| {
        for (unit, sign) in [(0, 1.0), (1, -1.0)] {
            network.layer_mut(0).matrix().column_mut(unit).fill(0.5);
            network.layer_mut(0).biases[unit] = 0.25;
            network.layer_mut(1).row(unit).fill(sign * 1e6);
        }
    };
    type Edit = fn(&mut Network);
    let edits: [(Edit, f64); 3] = [(great_penalty, SMALL.reg), (great_scores, 0.0), (great_weights, 0.0)];
    for (edit, reg) in edits {
        let mut run = trained(&Settings { reg, ..SMALL }, 5);
        run.edit(Classifier::Network, edit).unwrap();
        for epsilon in [1e-7, 1e-5, 1e-3, 0.1, 1.0] {
            greatest_share(&run, Classifier::Network, epsilon);
        }
    }
}

#[test]
fn an_epsilon_that_is_none_gets_a_sentence() {
    let run = trained(&SMALL, 5);
    let trainer = run.trainer(Classifier::Network);
    let (mut check, mut all) = (Check::default(), CheckAll::default());
    check.begin(trainer);
    for epsilon in [0.0, -1e-5, f64::NAN, 1.1, f64::INFINITY] {
        let refusal =
            check.check(run.data(), Parameter { layer: 0, kind: Kind::Weight, index: 0 }, epsilon).unwrap_err();
        let sentence = format!("epsilon must be a number greater than 0 and at most 1, not {epsilon}.");
        assert_eq!(refusal.to_string(), sentence);
        assert_eq!(all.begin(trainer, epsilon).unwrap_err().to_string(), sentence);
    }
    assert_eq!(all.go_on(run.data(), 10), Ok(true), "nothing has begun");
}

#[test]
fn a_check_of_all_parameters_that_fails_is_over() {
    let mut run = trained(&SMALL, 5);
    // The last unit's output is the same giant at all points, and goes nowhere yet: its first output weight is the
    // first parameter whose move by 1 makes the sum of all points' losses more than any number.
    let giant = |network: &mut Network| {
        network.layer_mut(0).matrix().column_mut(12).fill(0.0);
        network.layer_mut(0).biases[12] = 1e308;
        network.layer_mut(1).row(12).fill(0.0);
    };
    run.edit(Classifier::Network, giant).unwrap();
    let before_it = 2 * 13 + 13 + 12 * 4;
    let mut all = CheckAll::default();
    all.begin(run.trainer(Classifier::Network), 1.0).unwrap();
    assert_eq!(all.go_on(run.data(), before_it), Ok(false));
    let refusal = all.go_on(run.data(), 1).unwrap_err();
    assert_eq!(refusal.to_string(), "At a distance of 1 from this parameter the loss is not a finite number.");
    for _ in 0..2 {
        assert_eq!((all.go_on(run.data(), 1), all.progress().0), (Ok(true), before_it));
    }
}

#[test]
fn of_equally_wrong_slopes_the_first_is_the_worst() {
    let mut run = trained(&Settings { reg: 0.0, ..SMALL }, 5);
    run.edit(Classifier::Network, |network| network.layer_mut(0).biases.fill(-50.0)).unwrap();
    let mut all = CheckAll::default();
    all.begin(run.trainer(Classifier::Network), 1e-5).unwrap();
    // Where no unit is active nothing that belongs to one has a slope, so all of these agree without error.
    assert_eq!(all.go_on(run.data(), 2 * 13 + 13), Ok(false));
    let first = Parameter { layer: 0, kind: Kind::Weight, index: 0 };
    assert_eq!(all.worst().map(|checked| (checked.parameter, checked.error)), Some((first, 0.0)));
}

#[test]
fn rounding_puts_a_slope_off_by_about_as_much_as_is_foreseen() {
    let mut run = trained(&SMALL, 120);
    // So small an ε that truncation is nothing beside rounding.
    let epsilon = 1e-9;
    // A loss of less than 1, and one of some 200 because nearly all points are taken for class 0.
    for bias in [0.0, 300.0] {
        run.edit(Classifier::Network, |network| network.layer_mut(1).biases[0] += bias).unwrap();
        let mut check = Check::default();
        check.begin(run.trainer(Classifier::Network));
        let mut greatest = 0.0_f64;
        for parameter in Parameter::all(run.trainer(Classifier::Network).network()) {
            let checked = check.check(run.data(), parameter, epsilon).unwrap();
            assert_eq!(checked.kinks, 0);
            greatest = greatest.max((checked.analytic - checked.numeric).abs() / checked.rounding);
        }
        assert!(greatest > 0.1 && greatest < 10.0, "{greatest} times");
    }
}

#[test]
fn a_dead_unit_without_penalty_has_slopes_0_and_error_0() {
    let mut run = trained(&Settings { reg: 0.0, ..SMALL }, 5);
    run.edit(Classifier::Network, |network| network.layer_mut(0).biases[4] = -50.0).unwrap();
    let mut check = Check::default();
    check.begin(run.trainer(Classifier::Network));
    let checked = check.check(run.data(), Parameter { layer: 0, kind: Kind::Bias, index: 4 }, 1e-5).unwrap();
    assert_eq!((checked.analytic, checked.numeric, checked.error, checked.kinks), (0.0, 0.0, 0.0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Also far from where training leads, and with every unit exactly on its fold at the arms' first points.
    #[test]
    fn whatever_the_network_its_points_shares_add_up_to_the_oracles_gradient(
        seed in any::<u32>(),
        size in prop_oneof![Just(0.01), Just(1.0), Just(30.0)],
        biased in any::<bool>(),
        widths in prop_oneof![Just(vec![2, 4]), Just(vec![2, 1, 2]), Just(vec![2, 11, 6])],
        activation in prop_oneof![Just(Activation::Relu), Just(Activation::Identity)],
    ) {
        let mut stream = RandomState::new(seed);
        let data = Spiral::new(7, widths[widths.len() - 1], 0.3).draw(&mut stream);
        let mut network = Network::zeros(&widths).with(activation);
        for layer in network.layers_mut() {
            layer.weights.fill_with(|| size * stream.normal());
            layer.biases.fill_with(|| if biased { size * stream.normal() } else { 0.0 });
        }
        let oracle: Vec<f64> = parameters(&naive(&data, &network).gradients).collect();
        let mut sums = vec![0.0; oracle.len()];
        let (mut point, mut loss) = (WorkedPoint::default(), 0.0);
        for index in 0..data.len() {
            point.work_out(&data, &network, index).unwrap();
            loss += point.loss;
            sums.iter_mut().zip(parameters(&point.shares)).for_each(|(sum, share)| *sum += share);
        }
        let greatest = oracle.iter().fold(0.0, |max: f64, slope| max.max(slope.abs()));
        for (sum, slope) in sums.iter().zip(&oracle) {
            // A gradient is a sum of probabilities times weights, and scores of some thousands lose three digits of them.
            prop_assert!((sum - slope).abs() <= 1e-11 * (1.0 + greatest), "{sum:e} is not {slope:e}");
        }
        let mean = loss / data.len() as f64;
        prop_assert!((mean - naive(&data, &network).data_loss).abs() <= 1e-12 * (1.0 + mean));
    }
}
