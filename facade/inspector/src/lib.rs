//! The WebAssembly module of the look inside: reads every number of a step, and can change none, for it has a copy of the run.
//! Numbers stay in the module's memory: a pointer says where, and a view that is made there is good until the next call.

use facade::{Classifier, Kind, PartialSettings, Refused, index, positive, read_settings, shown, whole};
use spiral_lab::{
    dataset::OwnPoints,
    inspect::{
        ablation::Ablation,
        check::{Check, CheckAll},
        lines::Lines,
        phases::Phases,
        point::WorkedPoint,
        units::Units,
    },
    network::Network,
    refusal::Thing,
    regions::Picture,
    run::Run,
    settings::{MAX_STEPS, Rates},
    training::Trainer,
};
use wasm_bindgen::prelude::*;

mod checks;
mod divergence;
pub mod points;
mod shading;

/// A copy of a run at one step, and what was read of it last. Call `free()` when done with it.
#[wasm_bindgen]
pub struct Inspector {
    run: Run,
    /// What was added to all coordinates.
    shift: f64,
    /// The hidden units that are off.
    units_off: Ablation,
    lines: Lines,
    units: Units,
    point: WorkedPoint,
    phases: Phases,
    check: Check,
    check_all: CheckAll,
    /// What either board shows, shaded by probability.
    pictures: [Picture; 2],
}

/// A list of numbers on a point's way through a classifier.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Part {
    /// H: x·W1 + b1.
    Z = 0,
    /// H: max(0, z).
    Hidden = 1,
    /// K.
    Scores = 2,
    /// K: scores less the greatest.
    Shifted = 3,
    /// K: exp(shifted).
    Exps = 4,
    /// K.
    Probabilities = 5,
    /// K: p − 1\[y\].
    Errors = 6,
    /// K: (p − 1\[y\]) / N.
    ScoreSlopes = 7,
    /// H: dscores·W2ᵀ.
    HiddenSlopes = 8,
    /// H: the same, 0 where the unit is not active.
    ZSlopes = 9,
}

#[wasm_bindgen]
impl Inspector {
    /// A copy of a run that begins with these settings, at step 0; `own` is the text of its own points.
    ///
    /// # Errors
    /// A sentence, if a setting is not a number within its limits.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &PartialSettings, own: Option<String>) -> Result<Inspector, Refused> {
        let (own, _) = OwnPoints::read(&own.unwrap_or_default());
        let settings = read_settings(settings)?;
        Ok(Inspector {
            run: Run::with_own(&settings, &own),
            shift: settings.shift,
            units_off: Ablation::default(),
            lines: Lines::default(),
            units: Units::default(),
            point: WorkedPoint::default(),
            phases: Phases::default(),
            check: Check::default(),
            check_all: CheckAll::default(),
            pictures: Default::default(),
        })
    }

    /// Stands where a session stands: with its `parameters` and the settings of that step. `off` lists the hidden units that
    /// are switched off.
    ///
    /// # Errors
    /// A sentence, if the step is none, or a unit is none.
    pub fn stand(&mut self, step: f64, rate: f64, reg: f64, parameters: &[f64], off: &[u32]) -> Result<(), Refused> {
        let step = whole("step", step, 0, MAX_STEPS)?;
        self.run.restore(step, parameters, Default::default(), Rates { rate, reg });
        self.units_off.all_on();
        if let Some((_, trainer)) = self.run.with_hidden_units() {
            for &unit in off {
                self.units_off.switch(trainer, unit as usize, false)?;
            }
        }
        Ok(())
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

    /// ½·reg·Σw².
    #[wasm_bindgen(js_name = regularizationLoss)]
    pub fn regularization_loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).regularization_loss()
    }

    /// N, the points that are trained on.
    #[wasm_bindgen(getter, js_name = pointCount)]
    pub fn point_count(&self) -> usize {
        self.run.points().train.len()
    }

    /// H, the network's hidden units.
    #[wasm_bindgen(getter)]
    pub fn hidden(&self) -> usize {
        self.run.with_hidden_units().map_or(0, |(_, trainer)| trainer.network().hidden())
    }

    /// K, the classes.
    #[wasm_bindgen(getter)]
    pub fn classes(&self) -> usize {
        self.run.data().classes
    }

    /// Where a layer's weights start, row by row, or its biases; with `slopes`, their gradient of the data loss.
    ///
    /// # Errors
    /// A sentence, if there is no such layer.
    #[wasm_bindgen(js_name = statePointer)]
    pub fn state_pointer(
        &self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        slopes: bool,
    ) -> Result<*const f64, Refused> {
        let trainer = self.trainer(classifier);
        let network = if slopes { trainer.gradients() } else { trainer.network() };
        start_of(network, layer, kind)
    }

    /// Where a layer's weights start, row by row, or its biases, in the network that the board shows: what belongs to
    /// hidden units that are off is 0.
    ///
    /// # Errors
    /// A sentence, if there is no such layer.
    #[wasm_bindgen(js_name = shownPointer)]
    pub fn shown_pointer(&self, classifier: Classifier, layer: f64, kind: Kind) -> Result<*const f64, Refused> {
        start_of(self.shown(classifier), layer, kind)
    }

    /// The mean cross-entropy of the network that the board shows.
    #[wasm_bindgen(js_name = shownDataLoss)]
    pub fn shown_data_loss(&self, classifier: Classifier) -> f64 {
        let hidden = self.trainer(classifier).network().hidden();
        if hidden > 0 && self.units_off.off() > 0 { self.units_off.data_loss() } else { self.data_loss(classifier) }
    }

    /// Works out one point in one classifier as the board shows it, without the hidden units that are off, and returns x, y, its class, the greatest score, Σ exp and its loss.
    ///
    /// # Errors
    /// A sentence, if there is no such point.
    #[wasm_bindgen(js_name = workOut)]
    pub fn work_out(&mut self, classifier: Classifier, point: f64) -> Result<Vec<f64>, Refused> {
        let index = index(Thing::Point, point, self.run.data().len())?;
        let network = shown(&self.run, &self.units_off, classifier);
        self.point.work_out_of(self.run.data(), self.run.points().train.len(), network, index)?;
        let WorkedPoint { inputs: [x, y], label, greatest, sum, loss, .. } = self.point;
        Ok(vec![x, y, label as f64, greatest, sum, loss])
    }

    /// Where a list of the point that was worked out starts.
    #[wasm_bindgen(js_name = partPointer)]
    pub fn part_pointer(&self, part: Part) -> *const f64 {
        let point = &self.point;
        let list = match part {
            Part::Z => &point.z,
            Part::Hidden => &point.hidden,
            Part::Scores => &point.scores,
            Part::Shifted => &point.shifted,
            Part::Exps => &point.exps,
            Part::Probabilities => &point.probs,
            Part::Errors => &point.errors,
            Part::ScoreSlopes => &point.dscores,
            Part::HiddenSlopes => &point.dhidden,
            Part::ZSlopes => &point.dz,
        };
        list.as_ptr()
    }

    /// Where the point's share of a layer's gradients starts.
    ///
    /// # Errors
    /// A sentence, if there is no such layer.
    #[wasm_bindgen(js_name = sharePointer)]
    pub fn share_pointer(&self, layer: f64, kind: Kind) -> Result<*const f64, Refused> {
        start_of(&self.point.shares, layer, kind)
    }

    /// Phase 1 of a step: the scores of all points, N×K.
    pub fn forward(&mut self, classifier: Classifier) -> *const f64 {
        self.phases.forward(&self.run.points().train, self.run.trainer(classifier.into()).network()).as_ptr()
    }

    /// Phase 2: the probabilities of all points, N×K.
    pub fn softmax(&mut self, classifier: Classifier) -> *const f64 {
        self.phases.softmax(&self.run.points().train, self.run.trainer(classifier.into()).network()).as_ptr()
    }

    /// Phase 3: each point's loss, N numbers.
    #[wasm_bindgen(js_name = pointLosses)]
    pub fn point_losses(&mut self, classifier: Classifier) -> *const f64 {
        self.phases.loss(&self.run.points().train, self.run.trainer(classifier.into()).network()).as_ptr()
    }

    /// Phase 4: (p − 1\[y\]) / N of all points, N×K. The gradients of the data loss are at `statePointer`, the penalty's at
    /// `penaltyPointer`. Phase 5, the update, is `advance(1)`.
    pub fn gradients(&mut self, classifier: Classifier) -> *const f64 {
        self.phases.gradients(self.run.trainer(classifier.into())).as_ptr()
    }

    /// Where the penalty's gradient by a layer's weights starts, or by its biases: zeros. Good after `gradients`.
    ///
    /// # Errors
    /// A sentence, if there is no such layer.
    #[wasm_bindgen(js_name = penaltyPointer)]
    pub fn penalty_pointer(&self, layer: f64, kind: Kind) -> Result<*const f64, Refused> {
        start_of(self.phases.penalty(), layer, kind)
    }

    /// Finds the lines on which the first layer's outputs are 0, cut to the square that reaches `reach` from the
    /// origin, and returns how many there are at `linesPointer`: H folds of the network, K lines of the linear one. A
    /// unit that is off has none in sight.
    ///
    /// # Errors
    /// A sentence, if the reach is not a positive number.
    #[wasm_bindgen(js_name = findLines)]
    pub fn find_lines(&mut self, classifier: Classifier, reach: f64) -> Result<usize, Refused> {
        let reach = positive("reach", reach)?;
        self.lines.read(shown(&self.run, &self.units_off, classifier), reach);
        Ok(self.lines.all().len())
    }

    /// Seven numbers a line: w_x, w_y, b, and x and y of the start and of the end, or NaN where nothing is in sight.
    #[wasm_bindgen(js_name = linesPointer)]
    pub fn lines_pointer(&self) -> *const f64 {
        self.lines.all().as_ptr().cast()
    }

    /// Looks at every hidden unit on every point, and returns how many units are dead.
    #[wasm_bindgen(js_name = readUnits)]
    pub fn read_units(&mut self) -> usize {
        if let Some((_, trainer)) = self.run.with_hidden_units() {
            self.units.read(trainer.data(), trainer.network());
        }
        self.units.dead()
    }

    /// On how many points each unit was active at the last `readUnits`: H numbers.
    #[wasm_bindgen(js_name = activePointer)]
    pub fn active_pointer(&self) -> *const f64 {
        self.units.active().as_ptr()
    }

    /// Each unit's importance: H numbers.
    #[wasm_bindgen(js_name = importancePointer)]
    pub fn importance_pointer(&self) -> *const f64 {
        self.units.importance().as_ptr()
    }

    /// The units from the most important to the least: H unsigned 32-bit numbers.
    #[wasm_bindgen(js_name = orderPointer)]
    pub fn order_pointer(&self) -> *const u32 {
        self.units.order().as_ptr()
    }
}

impl Inspector {
    fn trainer(&self, classifier: Classifier) -> &Trainer {
        self.run.trainer(classifier.into())
    }

    /// The network that a board shows: without the hidden units that are off.
    fn shown(&self, classifier: Classifier) -> &Network {
        shown(&self.run, &self.units_off, classifier)
    }
}

/// Where a layer's weights start in memory, row by row, or its biases.
fn start_of(network: &Network, layer: f64, kind: Kind) -> Result<*const f64, Refused> {
    let layer = network.layer(index(Thing::Layer, layer, network.layers().len())?);
    Ok(match kind {
        Kind::Weight => layer.weights.as_ptr(),
        Kind::Bias => layer.biases.as_ptr(),
    })
}
