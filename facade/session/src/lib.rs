//! The WebAssembly module of a run: [`Session`] is the run with its history, [`Picture`](picture::Picture) paints it.

use facade::{Classifier, PartialSettings, Refused, Table, read_settings, table};
use spiral_lab::{
    dataset::Dataset,
    experiment::text::Problem,
    inspect::ablation::Ablation,
    network::Network,
    refusal::Refusal,
    run::{self, Run},
    settings::MAX_STEPS,
    timeline::{Stop, versions::Versions},
    training::Trainer,
};
use wasm_bindgen::prelude::*;

mod changes;
mod divergence;
mod ghosts;
mod picture;
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
    /// What the changes that it began with were told.
    problems: Vec<Problem>,
    /// Why the last `advance` came to an end before its time.
    stop: Option<Stop>,
    /// Counts whatever changes the experiment.
    version: u32,
    /// Whether the last `advanceUntil` has met its goal.
    met: bool,
    /// The hidden units that are switched off in what is shown.
    units: Ablation,
}

#[wasm_bindgen]
impl Session {
    /// Draws points and first weights. `changes` are made on the way, when the run comes to their steps: see `problems`.
    ///
    /// # Errors
    /// A sentence, if a setting is not a number within its limits.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &PartialSettings, changes: Option<String>) -> Result<Session, Refused> {
        let (experiment, problems) = changes::read_experiment(read_settings(settings)?, changes);
        let (versions, begun) = Versions::new(experiment);
        Ok(Session { versions, problems, stop: begun.err(), version: 0, met: false, units: Ablation::default() })
    }

    /// Updates done.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> u32 {
        self.run().steps()
    }

    /// The learning rate of the next step.
    #[wasm_bindgen(getter)]
    pub fn rate(&self) -> f64 {
        self.run().rates().rate
    }

    /// The regularization strength at this step.
    #[wasm_bindgen(getter)]
    pub fn reg(&self) -> f64 {
        self.run().rates().reg
    }

    /// Data loss plus regularization loss.
    pub fn loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).loss()
    }

    /// Mean cross-entropy.
    #[wasm_bindgen(js_name = dataLoss)]
    pub fn data_loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).data_loss()
    }

    /// Share of the points that are classified rightly, 0…1.
    pub fn accuracy(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).accuracy()
    }

    /// The step at which the loss of the tutorial's script is `inf`, if there is one so far.
    #[wasm_bindgen(js_name = scriptInfAt)]
    pub fn script_inf_at(&self, classifier: Classifier) -> Option<u32> {
        self.trainer(classifier).script().inf_at
    }

    /// The step from which on the loss of the tutorial's script is `nan`, if there is one so far.
    #[wasm_bindgen(js_name = scriptNanFrom)]
    pub fn script_nan_from(&self, classifier: Classifier) -> Option<u32> {
        self.trainer(classifier).script().nan_from
    }

    /// The points, x and y in turn: 2·N numbers, a copy.
    pub fn points(&self) -> Vec<f64> {
        self.run().data().points.as_slice().unwrap_or_default().to_vec()
    }

    /// The class of each point: N numbers, a copy.
    pub fn labels(&self) -> Vec<u8> {
        self.run().data().labels.clone()
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
        let trained = self.trainer(classifier).network();
        match classifier {
            Classifier::Linear => trained,
            Classifier::Network => self.units.network().unwrap_or(trained),
        }
    }

    /// Brings what is shown without some units to where the run is now.
    fn follow(&mut self) {
        self.units.follow(self.versions.run().trainer(run::Classifier::Network));
    }
}
