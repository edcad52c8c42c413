//! The sets of points that courses use, wrong labels and held-out points, against NumPy and scikit-learn.

mod reference;

use reference::{assert_same_array, list, number, read, settings_of, whole};
use serde_json::Value;
use spiral_lab::{
    run::{CLASSIFIERS, Run},
    settings::Settings,
};

/// Each coordinate is a sum of at most three numbers, each 2 units in the last place away: of those the greatest is what one
/// coordinate has at most. A spiral's angle is away by more: see golden.rs.
fn unit(settings: &Settings) -> f64 {
    2e-14 * settings.turn.max(1.0) + 2e-15 * settings.shift.abs()
}

fn digits(value: &Value) -> Vec<u8> {
    value.as_str().unwrap().bytes().map(|digit| digit - b'0').collect()
}

#[test]
fn points_labels_and_what_is_held_out_are_those_of_numpy_and_scikit_learn() {
    let records = read(include_str!("golden/sets.json"));
    assert!(records.len() >= 39);
    for record in records {
        let settings = settings_of(&record);
        let run = Run::new(&settings);
        let points = run.points();
        if let Value::Array(theirs) = &record["points"] {
            let ours = points.all.points.as_slice().unwrap();
            assert_eq!(ours.len(), theirs.len(), "{settings:?}");
            for (place, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                let apart = (ours - number(theirs)).abs();
                assert!(apart <= unit(&settings), "{settings:?}: {place} is {apart:e} away");
            }
        } else {
            assert_same_array("points", &points.all.points, &record["points"], unit(&settings));
        }
        assert_eq!(points.all.labels, digits(&record["labels"]), "{settings:?}");
        assert_eq!(points.true_labels, digits(&record["true_labels"]), "{settings:?}");
        let held_out: Vec<usize> =
            points.held_out.iter().enumerate().filter(|(_, held)| **held).map(|(place, _)| place).collect();
        assert_eq!(held_out, list(&record["held_out"]).iter().map(whole).collect::<Vec<_>>(), "{settings:?}");
    }
}

#[test]
fn losses_on_points_of_either_kind_are_numpys() {
    let mut tested = 0;
    for record in read(include_str!("golden/sets.json")) {
        let settings = settings_of(&record);
        let mut run = Run::new(&settings);
        for place in 0..list(&record["linear"]).len() {
            let iteration = whole(&record["linear"][place]["iteration"]);
            while (run.steps() as usize) < iteration {
                run.step().unwrap();
            }
            for (name, classifier) in ["linear", "network"].into_iter().zip(CLASSIFIERS) {
                let (theirs, trainer) = (&record[name][place], run.trainer(classifier));
                let what = format!("{name} of {settings:?} at {iteration}");
                // A shift of 10 makes scores, and with them roundings, as much greater.
                let tolerance = 1e-9 * settings.shift.abs().max(1.0).powi(3);
                let same = |what: &str, ours: f64, theirs: &Value| {
                    let theirs = number(theirs);
                    assert!((ours - theirs).abs() <= tolerance, "{what}: {ours:.15} is not {theirs:.15}");
                };
                same(&what, trainer.loss(), &theirs["loss"]);
                same(&what, trainer.accuracy(), &theirs["accuracy"]);
                assert_eq!(trainer.test_loss().is_some(), theirs["test_loss"].is_number(), "{what}");
                if let (Some(loss), Some(accuracy)) = (trainer.test_loss(), trainer.test_accuracy()) {
                    same(&what, loss, &theirs["test_loss"]);
                    same(&what, accuracy, &theirs["test_accuracy"]);
                    tested += 1;
                }
            }
        }
    }
    assert!(tested > 50);
}

#[test]
fn neither_wrong_labels_nor_held_out_points_touch_what_they_do_not_concern() {
    let usual = Run::new(&Settings::default());
    let held = Run::new(&Settings { test: 0.3, ..Settings::default() });
    assert_eq!((usual.data(), usual.state()), (held.data(), held.state()), "what is held out is drawn last");
    assert_eq!((held.points().train.len(), held.points().test.as_ref().unwrap().len()), (210, 90));
    let wrong = Run::new(&Settings { wrong: 0.2, ..Settings::default() });
    assert_eq!(wrong.data().points, usual.data().points);
    assert_eq!(wrong.points().true_labels, usual.data().labels);
    let changed = wrong.data().labels.iter().zip(&usual.data().labels).filter(|(a, b)| a != b).count();
    assert!((40..=80).contains(&changed), "{changed} of 300");
    let none = Run::new(&Settings { wrong: 0.0, test: 0.0, shift: 0.0, ..Settings::default() });
    assert_eq!(none.points(), usual.points());
}

#[test]
fn a_run_without_a_single_point_to_train_on_has_finite_numbers() {
    let two =
        Settings { points: 2, classes: 2, test: 0.8, data: spiral_lab::dataset::Source::Own, ..Settings::default() };
    let point = spiral_lab::dataset::OwnPoint { x: 100, y: 200, label: 1 };
    for own in [0, 1, 2].map(|count| spiral_lab::dataset::OwnPoints::of(vec![point; count])) {
        let mut run = Run::with_own(&two, &own);
        run.advance(10).unwrap();
        for classifier in CLASSIFIERS {
            let trainer = run.trainer(classifier);
            assert!(trainer.loss().is_finite() && (0.0..=1.0).contains(&trainer.accuracy()));
        }
    }
}
