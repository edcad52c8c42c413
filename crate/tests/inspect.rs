//! The look inside tells the truth: every number is recomputed from the naive oracle, and nothing of a run changes.

mod naive;

use naive::affine;
use spiral_lab::{
    inspect::units::Units,
    network::Network,
    run::{CLASSIFIERS, Classifier, Run},
    settings::Settings,
};

const SMALL: Settings = Settings { seed: 5, points: 20, classes: 4, noise: 0.2, hidden: 13, rate: 0.8, reg: 0.002 };

fn trained(settings: &Settings, steps: u32) -> Run {
    let mut run = Run::new(settings);
    run.advance(steps).unwrap();
    run
}

fn parameters(network: &Network) -> impl Iterator<Item = f64> + '_ {
    network.layers.iter().flat_map(|layer| layer.weights.iter().chain(&layer.biases)).copied()
}

#[test]
fn units_are_active_dead_and_important_as_the_oracle_counts() {
    // With a rate as large as this some units die.
    for settings in [SMALL, Settings { rate: 30.0, hidden: 40, ..SMALL }] {
        let run = trained(&settings, 100);
        let network = run.trainer(Classifier::Network).network();
        let mut units = Units::default();
        units.read(run.data(), network);
        let z = &affine(run.data(), network)[0];
        let n = run.data().len() as f64;
        for j in 0..settings.hidden {
            let z = z.column(j);
            let out: f64 = network.layers[1].weights.row(j).iter().map(|u| u.abs()).sum();
            let mean = z.iter().filter(|&&z| z > 0.0).sum::<f64>() / n;
            assert_eq!(units.active()[j], z.iter().filter(|&&z| z > 0.0).count() as f64);
            assert!((units.importance()[j] - mean * out).abs() <= 1e-12 * (1.0 + mean * out));
            assert_eq!(units.importance()[j] == 0.0, units.active()[j] == 0.0 || out == 0.0);
        }
        assert_eq!(units.dead(), units.active().iter().filter(|&&points| points == 0.0).count());
        assert!(units.dead() > 0 || settings == SMALL, "the wild run has dead units");
        let ordered: Vec<f64> = units.order().iter().map(|&j| units.importance()[j as usize]).collect();
        assert!(ordered.len() == settings.hidden && ordered.is_sorted_by(|a, b| a >= b));
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
