//! Time as a place: any step of a run can be had again, bit for bit, whatever was changed on the way.

use std::rc::Rc;

use ndarray::ArrayView1;
use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    dataset::{OwnPoint, OwnPoints, Source},
    experiment::{Change, Experiment, What},
    inspect::point::WorkedPoint,
    loss_curve::{Bucket, LossCurve},
    parameter::{Kind, Parameter},
    refusal::Refusal,
    run::{CLASSIFIERS, Classifier, Run},
    settings::{Rates, Settings},
    timeline::{
        Event, Record, SHARES, Sample, Stop, Timeline,
        versions::{MAX_GHOSTS, MAX_UNDO, Versions},
    },
};

const SMALL: Settings =
    Settings { seed: 8, points: 9, classes: 3, hidden: 5, rate: 0.8, reg: 0.002, ..Settings::DEFAULT };

/// Every bit of both classifiers that is shown.
fn bits(run: &Run) -> Vec<u64> {
    let mut all: Vec<u64> = run.state().iter().map(|number| number.to_bits()).collect();
    for classifier in CLASSIFIERS {
        let trainer = run.trainer(classifier);
        all.extend(trainer.gradients().parameters().iter().map(|number| number.to_bits()));
        all.extend([trainer.loss(), trainer.data_loss(), trainer.accuracy()].map(f64::to_bits));
        all.push(trainer.known().halted_since.map_or(u64::MAX, u64::from));
    }
    all
}

/// The run of an experiment taken straight to a step, and looked at in each: without anything of the timeline.
fn walk(experiment: &Experiment, step: u32, mut look: impl FnMut(&Run)) -> Run {
    let mut run = Run::with_own(&experiment.settings, experiment.own());
    let mut apart = false;
    loop {
        let now = run.steps();
        for change in experiment.changes().iter().filter(|change| change.step == now) {
            match change.what {
                What::Setting { .. } => run.set_rates(experiment.settings_at(now).rates()),
                What::Parameter { classifier, parameter, value } => {
                    run.edit(classifier, |network| parameter.set(network, value)).unwrap();
                }
                What::Apart => apart = true,
            }
        }
        look(&run);
        if now == step {
            return run;
        }
        if apart { run.step_apart() } else { run.step() }.unwrap();
    }
}

/// A straight run, and all losses on the way: of both classifiers, and then on the points that are held out.
fn straight(experiment: &Experiment, step: u32) -> (Run, [Vec<f64>; 4]) {
    let mut losses: [Vec<f64>; 4] = Default::default();
    let run = walk(experiment, step, |run| {
        for (place, classifier) in CLASSIFIERS.into_iter().enumerate() {
            losses[place].push(run.trainer(classifier).loss());
            losses[2 + place].extend(run.trainer(classifier).test_loss());
        }
    });
    (run, losses)
}

/// What a straight run meets on its way to a step, looked for with plain means.
fn milestones(experiment: &Experiment, end: u32) -> Vec<(u32, Event)> {
    let mut first: Vec<(u32, Event)> = Vec::new();
    let mut meet = |step, event| {
        if first.iter().all(|(_, other)| *other != event) {
            first.push((step, event));
        }
    };
    walk(experiment, end, |run| {
        for classifier in CLASSIFIERS {
            for (share, least) in SHARES.into_iter().enumerate() {
                if run.trainer(classifier).accuracy() >= least {
                    meet(run.steps(), Event::Reached { share, classifier });
                }
            }
        }
        let trainer = run.trainer(Classifier::Network);
        let network = trainer.network();
        // A unit that is active on held-out points alone learns nothing from them.
        let hidden = trainer.data().points.dot(&network.layer(0).matrix()) + ArrayView1::from(network.layer(0).biases);
        for (unit, column) in hidden.columns().into_iter().enumerate() {
            if network.activation == Activation::Relu && column.iter().all(|z| *z <= 0.0) {
                meet(run.steps(), Event::Died { unit });
            }
        }
    });
    first
}

/// A curve holds these losses, from which its buckets are made anew.
fn holds(curve: &LossCurve, losses: &[f64]) {
    assert_eq!(curve.count() as usize, losses.len());
    let width = curve.width() as usize;
    let buckets = losses.chunks(width);
    assert_eq!(curve.buckets().len(), buckets.len());
    for (bucket, losses) in curve.buckets().iter().zip(buckets) {
        assert_eq!(bucket.first.to_bits(), losses[0].to_bits());
        assert_eq!(bucket.min, losses.iter().copied().fold(f64::INFINITY, f64::min));
        assert_eq!(bucket.max, losses.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    }
}

/// What a straight run knows of both classifiers at each of its steps, its last point worked out as the look inside does.
fn known(experiment: &Experiment, end: u32) -> [Vec<Sample>; 2] {
    let (mut samples, mut worked) = ([Vec::new(), Vec::new()], WorkedPoint::default());
    walk(experiment, end, |run| {
        for (samples, classifier) in samples.iter_mut().zip(CLASSIFIERS) {
            let trainer = run.trainer(classifier);
            worked.work_out(run.data(), trainer.network(), run.data().len() - 1).unwrap();
            let probability = worked.probs[worked.label];
            let tested = trainer.test_accuracy().unwrap_or(f64::NAN);
            samples.push([
                run.steps().into(),
                trainer.loss(),
                trainer.data_loss(),
                trainer.accuracy(),
                probability,
                tested,
            ]);
        }
    });
    samples
}

/// Of the last point.
fn trace(timeline: &Timeline, classifier: Classifier, from: u32) -> Vec<Sample> {
    timeline.trace(classifier, timeline.run().data().len() - 1, from)
}

/// Each sample of a trace is what a straight run knows at its step; where the run stands and where it ends are among them.
fn traces_are_straight(timeline: &Timeline) {
    let record = timeline.record();
    for (classifier, expected) in CLASSIFIERS.into_iter().zip(known(record.experiment(), record.end())) {
        let samples = trace(timeline, classifier, 0);
        for sample in &samples {
            assert_eq!(sample.map(f64::to_bits), expected[sample[0] as usize].map(f64::to_bits));
        }
        let (here, kept) = samples.split_first().unwrap();
        assert_eq!(here[0], f64::from(timeline.run().steps()));
        assert!(kept.windows(2).all(|pair| pair[0][0] < pair[1][0]));
        assert_eq!(kept[0][0], 0.0);
        assert!(samples.iter().any(|sample| sample[0] == f64::from(record.end())), "the end is known");
        let later = trace(timeline, classifier, timeline.run().steps());
        let bits = |sample: &Sample| sample.map(f64::to_bits);
        assert!(later[1..].iter().map(bits).eq(kept.iter().filter(|sample| sample[0] >= here[0]).map(bits)));
    }
}

/// The timeline stands where a straight run of its experiment stands, and its curves are that run's.
fn is_straight(timeline: &Timeline) {
    let mut found: Vec<(u32, Event)> = timeline.record().milestones().events().collect();
    let mut expected = milestones(timeline.record().experiment(), timeline.record().end());
    for events in [&mut found, &mut expected] {
        events.sort_by_key(|event| format!("{event:?}"));
    }
    assert_eq!(found, expected);
    let (run, _) = straight(timeline.record().experiment(), timeline.run().steps());
    assert!(bits(timeline.run()) == bits(&run), "at step {}", run.steps());
    let (_, losses) = straight(timeline.record().experiment(), timeline.record().end());
    for (curve, losses) in timeline.record().curves().iter().zip(&losses) {
        holds(curve, losses);
    }
    assert_eq!(timeline.record().test_curves().is_some(), !losses[2].is_empty());
    for (curve, losses) in timeline.record().test_curves().iter().flatten().zip(&losses[2..]) {
        holds(curve, losses);
    }
    traces_are_straight(timeline);
}

#[derive(Debug, Clone)]
enum Command {
    Advance(u32),
    /// To this share of what is on record, training so many steps at a time.
    Seek(f64, u32),
    /// Whether it goes on with the change before it.
    SetRate(f64, bool),
    SetReg(f64),
    Edit(bool, usize, f64),
    /// Several at once.
    Zero(Vec<usize>),
    /// Another run, with so many hidden units; whether it goes on with the change before it; and a step for which another
    /// rate is foreseen.
    Begin(usize, Activation, bool, u32),
    /// A rate and a penalty with which weights overflow after 75 steps or so.
    Diverge,
    /// Whether one goes on without the other.
    GoOnApart,
    CutOff,
    /// One of the records to be compared with.
    BringBack(usize),
    Forget(usize),
    Undo,
    Redo,
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (0..120_u32).prop_map(Command::Advance),
        4 => (0.0..=1.0, prop_oneof![Just(1), Just(7), Just(u32::MAX)]).prop_map(|(to, most)| Command::Seek(to, most)),
        1 => (0.01..1.5, any::<bool>()).prop_map(|(rate, goes_on)| Command::SetRate(rate, goes_on)),
        1 => (0.0..0.1).prop_map(Command::SetReg),
        2 => (any::<bool>(), any::<usize>(), -2.0..2.0).prop_map(|(right, draw, to)| Command::Edit(right, draw, to)),
        1 => prop::collection::vec(any::<usize>(), 1..4).prop_map(Command::Zero),
        1 => (1..7_usize, any::<bool>(), any::<bool>(), 1..200_u32).prop_map(|(hidden, relu, goes_on, foreseen)| {
            Command::Begin(hidden, if relu { Activation::Relu } else { Activation::Identity }, goes_on, foreseen)
        }),
        1 => Just(Command::Diverge),
        2 => Just(Command::GoOnApart),
        1 => Just(Command::CutOff),
        1 => any::<usize>().prop_map(Command::BringBack),
        1 => any::<usize>().prop_map(Command::Forget),
        2 => Just(Command::Undo),
        1 => Just(Command::Redo),
    ]
}

fn network_or_linear(right: bool) -> Classifier {
    CLASSIFIERS[usize::from(right)]
}

fn any_parameter(run: &Run, right: bool, draw: usize, value: f64) -> What {
    let classifier = network_or_linear(right);
    let network = run.trainer(classifier).network();
    let parameter = Parameter::all(network).nth(draw % network.count()).unwrap();
    What::Parameter { classifier, parameter, value }
}

fn begin(settings: Settings) -> Versions {
    let (versions, begun) = Versions::new(Experiment::new(settings));
    assert_eq!(begun, Ok(()));
    versions
}

fn obey(versions: &mut Versions, command: &Command) {
    let run = versions.timeline().run();
    match *command {
        Command::Advance(steps) => {
            let stop = versions.advance(steps);
            assert!(matches!(stop, Ok(()) | Err(Stop::Diverged(..))), "{stop:?}");
        }
        Command::Seek(share, most) => {
            let step = (share * f64::from(versions.timeline().record().end())).round() as u32;
            versions.seek(step, 0);
            assert!(versions.timeline().run().steps() <= step);
            is_straight(versions.timeline());
            while versions.seek(step, most) > 0 {}
            assert_eq!(versions.timeline().run().steps(), step);
        }
        Command::SetRate(value, goes_on) => {
            versions.change(&[What::Setting { name: "rate", value }], goes_on).unwrap();
        }
        Command::SetReg(value) => versions.change(&[What::Setting { name: "reg", value }], false).unwrap(),
        Command::Edit(right, draw, value) => {
            let edit = any_parameter(run, right, draw, value);
            let done = versions.change(&[edit], false);
            assert!(matches!(done, Ok(()) | Err(Refusal::LossNotFinite)), "{done:?}");
        }
        Command::Zero(ref draws) => {
            let zeros: Vec<What> = draws.iter().map(|&draw| any_parameter(run, draw % 2 == 1, draw / 2, 0.0)).collect();
            versions.change(&zeros, false).unwrap();
        }
        Command::Begin(hidden, activation, goes_on, step) => {
            // Of every third run some points are held out, and every fourth is one of own points.
            let test = if step % 3 == 0 { 0.4 } else { 0.0 };
            let data = if step % 4 == 0 { Source::Own } else { Source::Spiral };
            let settings = Settings { hidden, activation, test, data, wrong: test / 4.0, ..SMALL };
            let place = |i| OwnPoint { x: 700 - 100 * i, y: 37 * i * i % 2000 - 900, label: (i % 3) as u8 };
            let mut experiment =
                Experiment::new(settings).with_own(Rc::new(OwnPoints::of((0..15).map(place).collect())));
            experiment.add(Change { step, what: What::Setting { name: "rate", value: 0.3 } });
            versions.begin(experiment, goes_on).unwrap();
        }
        Command::Diverge => {
            let [rate, reg] = [("rate", 100.0), ("reg", 1.0)].map(|(name, value)| What::Setting { name, value });
            versions.change(&[rate, reg], false).unwrap();
        }
        Command::GoOnApart => versions.change(&[What::Apart], false).unwrap(),
        Command::CutOff => {
            let looks_back = run.steps() < versions.timeline().record().end();
            assert_eq!(versions.cut_off(), looks_back);
            let timeline = versions.timeline();
            assert_eq!(timeline.record().end(), timeline.run().steps());
        }
        Command::BringBack(draw) => {
            if let Some(id) = any_ghost(versions, draw) {
                let step = versions.bring_back(id);
                assert!(step.is_some());
                arrive(versions, step);
            }
        }
        Command::Forget(draw) => {
            if let Some(id) = any_ghost(versions, draw) {
                versions.forget(id);
                assert!(versions.ghosts().all(|(other, _)| other != id));
            }
        }
        Command::Undo => {
            let step = versions.undo();
            arrive(versions, step);
        }
        Command::Redo => {
            let step = versions.redo();
            arrive(versions, step);
        }
    }
}

fn any_ghost(versions: &Versions, draw: usize) -> Option<u32> {
    let ids: Vec<u32> = versions.ghosts().map(|(id, _)| id).collect();
    ids.get(draw % ids.len().max(1)).copied()
}

/// What is known of it at the steps whose states it keeps, its first and its last among them, is what a straight run knows.
fn ghost_traces_are_straight(ghost: &Record) {
    let run = Run::with_own(&ghost.experiment().settings, ghost.experiment().own());
    for (classifier, expected) in CLASSIFIERS.into_iter().zip(known(ghost.experiment(), ghost.end())) {
        let samples = ghost.trace(&run, classifier, run.data().len() - 1, 0);
        for sample in &samples[1..] {
            assert_eq!(sample.map(f64::to_bits), expected[sample[0] as usize].map(f64::to_bits));
        }
        assert_eq!(samples[1][0], 0.0);
        assert_eq!(samples[samples.len() - 1][0], f64::from(ghost.end()));
    }
}

/// Each record to be compared with has the losses of a straight run of its experiment, and is no part of another.
fn ghosts_are_straight(versions: &Versions) {
    let ghosts: Vec<&Record> = versions.ghosts().map(|(_, record)| record).collect();
    assert!(ghosts.len() <= MAX_GHOSTS);
    for (i, ghost) in ghosts.iter().enumerate() {
        let (_, losses) = straight(ghost.experiment(), ghost.end());
        for (curve, losses) in ghost.curves().iter().zip(&losses) {
            holds(curve, losses);
        }
        ghost_traces_are_straight(ghost);
        assert!(ghosts.iter().enumerate().all(|(j, other)| i == j || !ghost.is_part_of(other)));
    }
}

fn arrive(versions: &mut Versions, step: Option<u32>) {
    if let Some(step) = step {
        versions.seek(step, u32::MAX);
        assert_eq!(versions.timeline().run().steps(), step);
    }
}

/// Where it stands, with all that can be seen of the record.
fn seen(versions: &Versions) -> (Vec<u64>, Experiment, u32, Vec<Bucket>) {
    let record = versions.timeline().record();
    let buckets = record.curves().iter().flat_map(|curve| curve.buckets()).copied().collect();
    (bits(versions.timeline().run()), record.experiment().clone(), record.end(), buckets)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_step_after_any_history_has_the_bits_of_a_straight_run(commands in prop::collection::vec(command(), 1..25)) {
        let mut versions = begin(SMALL);
        for command in &commands {
            obey(&mut versions, command);
            is_straight(versions.timeline());
        }
        ghosts_are_straight(&versions);
    }

    #[test]
    fn undo_leads_back_through_every_change_and_redo_forth(commands in prop::collection::vec(command(), 1..25)) {
        let mut versions = begin(SMALL);
        // What was seen just before each change that can be taken back.
        let mut before = Vec::new();
        for command in commands.iter().filter(|command| !matches!(command, Command::Undo | Command::Redo)) {
            let (depth, now) = (versions.depth().0, seen(&versions));
            obey(&mut versions, command);
            if versions.depth().0 > depth {
                before.push(now);
            }
        }
        prop_assert_eq!(versions.depth(), (before.len(), 0));
        let mut after = Vec::new();
        for before in before.iter().rev() {
            after.push(seen(&versions));
            obey(&mut versions, &Command::Undo);
            prop_assert!(seen(&versions) == *before);
        }
        prop_assert_eq!(versions.undo(), None);
        for after in after.iter().rev() {
            obey(&mut versions, &Command::Redo);
            prop_assert!(seen(&versions) == *after);
        }
        prop_assert_eq!(versions.redo(), None);
    }
}

#[test]
fn a_long_run_can_be_cut_at_any_step_and_its_curve_is_that_of_the_rest() {
    let tiny = Settings { points: 2, classes: 2, hidden: 1, ..SMALL };
    let mut versions = begin(tiny);
    versions.advance(20_000).unwrap();
    assert!(versions.timeline().record().curves()[0].width() >= 8);
    for step in [19_999, 19_001, 12_345, 8_191, 8_193, 5, 4096] {
        let left = 20_000_u32.saturating_sub(versions.timeline().run().steps());
        versions.advance(left).unwrap();
        versions.seek(step, u32::MAX);
        let change = What::Setting { name: "rate", value: f64::from(step) / 20_000.0 };
        versions.change(&[change], false).unwrap();
        is_straight(versions.timeline());
        versions.advance(3000).unwrap();
        is_straight(versions.timeline());
    }
}

#[test]
fn a_million_steps_stay_within_1600_keyframes_at_most_640_steps_apart() {
    let tiny = Settings { points: 2, classes: 2, hidden: 1, ..SMALL };
    let (mut timeline, _) = Timeline::new(Experiment::new(tiny));
    timeline.advance(1_000_000).unwrap();
    assert!(timeline.record().keyframes().count() <= 1600);
    for step in [1_000_000, 999_999, 123_456, 1023, 0] {
        assert!(timeline.seek(step, 0) < 640);
    }
}

#[test]
fn a_change_that_leads_to_no_finite_loss_changes_nothing() {
    let mut versions = begin(SMALL);
    versions.advance(20).unwrap();
    versions.seek(10, u32::MAX);
    let before = bits(versions.timeline().run());
    let first = |value, right| any_parameter(versions.timeline().run(), right, 0, value);
    let changes = [What::Setting { name: "rate", value: 0.1 }, first(0.5, false), first(1e200, true)];
    versions.change(&changes, false).unwrap_err();
    assert!(bits(versions.timeline().run()) == before);
    assert_eq!(versions.timeline().run().rates().rate, 0.8);
    assert_eq!(versions.timeline().record().end(), 20, "nothing is cut off");
    versions.seek(20, u32::MAX);
    is_straight(versions.timeline());
}

#[test]
fn a_foreseen_change_that_leads_to_no_finite_loss_is_forgotten_and_no_other() {
    let mut experiment = Experiment::new(SMALL);
    let wrong = What::Parameter {
        classifier: CLASSIFIERS[1],
        parameter: Parameter { layer: 0, kind: Kind::Weight, index: 0 },
        value: 1e200,
    };
    let changes = [
        Change { step: 5, what: What::Setting { name: "rate", value: 0.3 } },
        Change { step: 9, what: What::Setting { name: "rate", value: 0.2 } },
        Change { step: 9, what: wrong },
        Change { step: 12, what: What::Setting { name: "reg", value: 0.0 } },
    ];
    changes.iter().for_each(|&change| experiment.add(change));
    let (mut timeline, begun) = Timeline::new(experiment);
    assert_eq!(begun, Ok(()));
    assert_eq!(timeline.advance(100), Err(Stop::Refused(vec![changes[2]])));
    assert_eq!(timeline.run().steps(), 9);
    timeline.advance(30).unwrap();
    assert_eq!(timeline.run().rates(), Rates { rate: 0.2, reg: 0.0 });
    assert_eq!(timeline.record().experiment().changes(), [changes[0], changes[1], changes[3]]);
    is_straight(&timeline);
}

#[test]
fn what_is_foreseen_for_later_still_comes_after_a_change_and_what_was_left_does_not() {
    let mut experiment = Experiment::new(SMALL);
    let rate = |step, value| Change { step, what: What::Setting { name: "rate", value } };
    for change in [rate(5, 0.5), rate(20, 0.1), rate(40, 0.2)] {
        experiment.add(change);
    }
    let (mut versions, begun) = Versions::new(experiment);
    assert_eq!(begun, Ok(()));
    versions.advance(30).unwrap();
    versions.seek(10, u32::MAX);
    versions.change(&[What::Setting { name: "reg", value: 0.01 }], false).unwrap();
    versions.advance(40).unwrap();
    let left = versions.timeline().record().experiment().changes();
    assert_eq!(left.iter().map(|change| change.step).collect::<Vec<_>>(), [5, 10, 40]);
    assert_eq!(versions.run().rates().rate, 0.2);
    is_straight(versions.timeline());
}

#[test]
fn where_one_goes_on_apart_every_step_can_be_had_again_and_a_way_from_before_stops_for_both() {
    let mut versions = begin(Settings { rate: 90.0, reg: 1.0, ..SMALL });
    let Err(Stop::Diverged(first, diverged)) = versions.advance(1000) else { panic!("each weight grows 89-fold") };
    versions.change(&[What::Apart], false).unwrap();
    let Err(Stop::Diverged(last, _)) = versions.advance(1000) else { panic!("the other one diverges, too") };
    let end = versions.run().steps();
    assert!(first != last && end > diverged.last_finite_step);
    is_straight(versions.timeline());
    for step in [end - 1, 3, end, diverged.last_finite_step, diverged.last_finite_step + 1] {
        versions.seek(step, u32::MAX);
        is_straight(versions.timeline());
        let stands = versions.run().trainer(first).known().halted_since;
        assert_eq!(stands, (step > diverged.last_finite_step).then_some(diverged.last_finite_step));
    }
    versions.change(&[What::Setting { name: "rate", value: 0.5 }], false).unwrap();
    assert_eq!(versions.advance(30), Ok(()));
    is_straight(versions.timeline());
    versions.seek(diverged.last_finite_step - 1, u32::MAX);
    versions.change(&[What::Setting { name: "reg", value: 0.999 }], false).unwrap();
    assert!(versions.advance(1000).is_err());
    assert!(versions.run().trainer(first).known().halted_since.is_none(), "a way from before stops for both");
    is_straight(versions.timeline());
    while let Some(step) = versions.undo() {
        arrive(&mut versions, Some(step));
    }
    assert_eq!(versions.timeline().record().end(), diverged.last_finite_step);
    assert!(versions.advance(1).is_err(), "undone, it stops for both again");
    versions.begin(Experiment::new(Settings { rate: 90.0, reg: 1.0, ..SMALL }), false).unwrap();
    assert!(versions.advance(1000).is_err());
    assert_eq!(versions.run().steps(), diverged.last_finite_step, "another run stops for both");
}

#[test]
fn a_short_run_has_samples_enough_for_a_curve_and_a_long_one_has_no_more_than_states_are_kept() {
    let mut versions = begin(Settings { points: 3, hidden: 2, ..SMALL });
    for (end, least) in [(100, 21), (4000, 800), (9000, 800)] {
        versions.advance(end - versions.run().steps()).unwrap();
        let count = trace(versions.timeline(), Classifier::Network, 0).len() - 1;
        assert!((least..=1600).contains(&count), "{count} at step {end}");
    }
}

#[test]
fn only_the_last_hundred_changes_can_be_taken_back() {
    let mut versions = begin(SMALL);
    versions.advance(3).unwrap();
    let parameter = Parameter { layer: 0, kind: Kind::Bias, index: 0 };
    for value in 1..=150_u32 {
        let value = f64::from(value);
        versions.change(&[What::Parameter { classifier: Classifier::Linear, parameter, value }], false).unwrap();
    }
    assert_eq!(versions.depth(), (MAX_UNDO, 0));
    while let Some(step) = versions.undo() {
        versions.seek(step, u32::MAX);
    }
    assert_eq!(parameter.value(versions.run().trainer(Classifier::Linear).network()), 50.0);
    is_straight(versions.timeline());
}

#[test]
fn a_new_change_takes_the_place_of_what_could_be_made_again() {
    let mut versions = begin(SMALL);
    versions.change(&[What::Setting { name: "rate", value: 0.5 }], false).unwrap();
    versions.undo();
    assert_eq!(versions.depth(), (0, 1));
    versions.change(&[What::Setting { name: "reg", value: 0.5 }], false).unwrap();
    assert_eq!((versions.depth(), versions.redo()), ((1, 0), None));
}
