//! The engine against NumPy: the same stream, the same points, the same first gradients, the same losses.
//!
//! What NumPy says stands in golden/; scripts/reference.py wrote it and says where the tolerances come from.

use reference::{assert_same_array, list, number, read, settings_of, whole};
use serde_json::Value;
use spiral_lab::{
    network::Network,
    random::RandomState,
    run::{Classifier, Run},
    script::Script,
    settings::Settings,
    training::Trainer,
};

mod reference;

#[test]
fn thousands_of_normals_are_numpys_to_two_units_in_the_last_place() {
    let mut draws = 0;
    for record in read(include_str!("golden/random.json")) {
        let seed = whole(&record["seed"]).try_into().unwrap();
        let mut stream = RandomState::new(seed);
        let bits = record["bits"].as_str().unwrap();
        for place in 0..bits.len() / 16 {
            let theirs = u64::from_str_radix(&bits[16 * place..16 * (place + 1)], 16).unwrap();
            let ours = stream.normal();
            let apart = ours.to_bits().abs_diff(theirs);
            assert!(
                apart <= 2,
                "draw {place} of seed {seed}: {ours:e} is {apart} ulp from {:e}",
                f64::from_bits(theirs)
            );
            draws += 1;
        }
    }
    assert!(draws > 3000, "only {draws} draws");
}

fn assert_same_parameters(what: &str, ours: &Network, theirs: &Value, unit: f64) {
    assert_eq!(2 * ours.layers().len(), list(theirs).len());
    for (l, layer) in ours.layers().enumerate() {
        assert_same_array(&format!("{what} W{}", l + 1), layer.weights, &theirs[2 * l], unit);
        assert_same_array(&format!("{what} b{}", l + 1), layer.biases, &theirs[2 * l + 1], unit);
    }
}

/// Trains to each recorded iteration and compares loss and accuracy there.
fn assert_same_losses(what: &str, trainer: &mut Trainer, theirs: &Value) {
    for row in list(theirs) {
        let iteration = whole(&row["iteration"]);
        while (trainer.steps() as usize) < iteration {
            trainer.step().unwrap();
        }
        let (ours, theirs, tolerance) = (trainer.loss(), number(&row["loss"]), number(&row["tolerance"]));
        let apart = (ours - theirs).abs();
        assert!(apart <= tolerance, "{what} at {iteration}: {ours:.15} is {apart:.1e} from {theirs:.15}");
        let accuracies = list(&row["accuracies"]).iter().map(number);
        let (least, most) = accuracies.fold((1.0, 0.0), |(least, most): (f64, f64), a| (least.min(a), most.max(a)));
        let ours = trainer.accuracy();
        let rounding = 1e-12 + tolerance;
        let fits = (least - rounding..=most + rounding).contains(&ours);
        assert!(fits, "{what} at {iteration}: accuracy {ours} is not {least} to {most}");
    }
}

#[test]
fn every_recorded_run_starts_and_goes_on_as_numpys() {
    let records = [include_str!("golden/runs.json"), include_str!("golden/turned.json")].map(read).concat();
    assert!(records.len() >= 16);
    for record in records {
        let settings = settings_of(&record);
        for (name, classifier) in [("linear", Classifier::Linear), ("network", Classifier::Network)] {
            let run = Run::new(&settings);
            let what = format!("{name} classifier of {settings:?}:");
            let theirs = &record[name];
            // A coordinate is at most 1, and a few roundings of the angle, up to 25 radians at 3.6e-15 each, away; what
            // multiplies the angle multiplies them.
            assert_same_array("points", &run.data().points, &record["points"], 2e-14 * settings.turn.max(1.0));
            let mut trainer = run.into_trainer(classifier);
            // 0.01 times a draw of at most 5, 2 ulp away.
            assert_same_parameters(&what, trainer.network(), &theirs["first_parameters"], 2e-17);
            // Means over the points of numbers of about 1.
            assert_same_parameters(&what, trainer.gradients(), &theirs["first_gradients"], 1e-14);
            assert_same_losses(&what, &mut trainer, &theirs["losses"]);
        }
    }
}

#[test]
fn where_numpy_prints_inf_or_nan_the_trainer_says_so() {
    let (mut infs, mut nans) = ([0; 2], [0; 2]);
    for record in read(include_str!("golden/overflows.json")) {
        let settings = settings_of(&record);
        for (place, (name, classifier)) in
            [("linear", Classifier::Linear), ("network", Classifier::Network)].into_iter().enumerate()
        {
            let mut trainer = Run::new(&settings).into_trainer(classifier);
            for _ in 0..whole(&record["settings"]["iterations"]) {
                trainer.step().unwrap();
            }
            let Script { inf_at, nan_from, .. } = trainer.script();
            let [inf, nan] = ["inf", "nan"].map(|what| record[name][what].as_u64());
            assert_eq!((inf_at.map(u64::from), nan_from.map(u64::from)), (inf, nan), "{name} of {settings:?}");
            infs[place] += u32::from(inf.is_some());
            nans[place] += u32::from(nan.is_some());
        }
    }
    assert!(infs.into_iter().chain(nans).all(|count| count > 2), "{infs:?} {nans:?}");
}

#[test]
fn the_tutorials_network_goes_all_its_10_000_iterations_as_numpys() {
    let losses = Value::Array(read(include_str!("golden/tutorial.json")));
    let mut trainer = Run::new(&Settings::default()).into_trainer(Classifier::Network);
    assert_same_losses("the tutorial's network", &mut trainer, &losses);
}
