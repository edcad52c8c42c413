//! The WebAssembly module of a run: [`Session`] is the run with its history, [`Picture`](picture::Picture) paints it.

use facade::{Classifier, PartialSettings, Refused, Table, read_settings, shown, table};
use spiral_lab::{
    dataset::Dataset,
    inspect::ablation::Ablation,
    network::Network,
    refusal::Refusal,
    run::Run,
    settings::MAX_STEPS,
    timeline::{Stop, versions::Versions},
    training::Trainer,
};
use wasm_bindgen::prelude::*;

mod changes;
mod divergence;
mod ghosts;
pub mod link;
mod picture;
pub mod points;
mod readings;
mod time;
mod units;

/// Every setting: its name, what it may be and is by default, what a change of it makes anew.
#[wasm_bindgen(js_name = settingsTable)]
pub fn settings_table() -> Table {
    table()
}

/// The longest run, in steps.
#[wasm_bindgen(js_name = maxSteps)]
pub fn max_steps() -> u32 {
    MAX_STEPS
}

/// A seed that nobody has chosen, from the browser's source of randomness.
///
/// # Errors
/// If the browser has none to offer.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<u32, Refused> {
    getrandom::u32().map_err(|_| Refusal::NoRandomness.into())
}

/// One run of both classifiers, any step of which can be had again, and all that was changed on its way. Call `free()` when
/// done with it.
#[wasm_bindgen]
pub struct Session {
    versions: Versions,
    /// Why the last `advance` came to an end before its time.
    stop: Option<Stop>,
    /// Counts whatever changes the experiment.
    version: u32,
    /// Whether the last `advanceUntil` has met its goal.
    met: bool,
    /// The hidden units that are switched off in what is shown.
    units: Ablation,
    /// See `read`.
    readings: [f64; readings::COUNT],
}

#[wasm_bindgen]
impl Session {
    /// Draws points and first weights. `changes` are made on the way, when the run comes to their steps; `own` is the text of the
    /// points where they are anybody's own.
    ///
    /// # Errors
    /// A sentence, if a setting is not a number within its limits, or an own point is of no class.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &PartialSettings, changes: Option<String>, own: Option<String>) -> Result<Session, Refused> {
        let experiment = changes::read_experiment(read_settings(settings)?, changes, own)?;
        let (versions, begun) = Versions::new(experiment);
        let (units, readings) = (Ablation::default(), [f64::NAN; readings::COUNT]);
        Ok(Session { versions, stop: begun.err(), version: 0, met: false, units, readings })
    }

    /// All weights and biases of the left classifier, then of the right one, a copy: layer by layer, weights row by row, then
    /// biases.
    pub fn parameters(&self) -> Vec<f64> {
        self.run().state().to_vec()
    }
}

impl Session {
    fn run(&self) -> &Run {
        self.versions.run()
    }

    fn trainer(&self, classifier: Classifier) -> &Trainer {
        self.run().trainer(classifier.into())
    }

    fn data(&self) -> *const Dataset {
        self.run().data()
    }

    /// The network that a board shows: without the hidden units that are off.
    fn shown(&self, classifier: Classifier) -> &Network {
        shown(self.run(), &self.units, classifier)
    }

    /// Brings what is shown without some units to where the run is now.
    fn follow(&mut self) {
        if let Some((_, trainer)) = self.versions.run().with_hidden_units() {
            self.units.follow(trainer);
        }
    }
}
