//! Changes of a run: a setting on the way, a weight by hand, another run; and each of them taken back.

use facade::{
    Classifier, Kind, PartialSettings, Refused, digits, parameter, read_number, read_settings, set, settings_object,
};
use spiral_lab::{
    dataset::{OwnPoints, own},
    experiment::{Change, Experiment, What, text},
    parameter,
    refusal::{Refusal, Thing},
    settings::{Limits, Setting, Settings},
    timeline::Stop,
};
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
extern "C" {
    /// All settings, and the text of own points.
    #[wasm_bindgen(typescript_type = "Settings & { own: string }")]
    pub type Begun;
}

#[wasm_bindgen]
impl Session {
    /// Begins another run; undo leads back to the one before.
    ///
    /// # Errors
    /// As for `new`.
    pub fn begin(
        &mut self,
        settings: &PartialSettings,
        changes: Option<String>,
        goes_on: bool,
        own: Option<String>,
    ) -> Result<(), Refused> {
        let experiment = read_experiment(read_settings(settings)?, changes, own)?;
        let data = self.data();
        self.stop = self.versions.begin(experiment, goes_on).err();
        self.stands_elsewhere(data);
        Ok(())
    }

    /// Changes the learning rate or the regularization at this step; what followed is cut off, and undo restores it. With
    /// `goes_on` this change and the one before it are taken back as one.
    ///
    /// # Errors
    /// A sentence, if no such setting may be changed on the way or the value is not allowed.
    #[wasm_bindgen(js_name = changeSetting)]
    pub fn change_setting(&mut self, name: &str, value: f64, goes_on: bool) -> Result<(), Refused> {
        let setting = Setting::named(name)?;
        let limits = setting.limits_on_the_way().ok_or_else(|| Refusal::UnknownSetting { name: name.into() })?;
        limits.check(setting.name, value)?;
        let name = setting.name;
        self.change(&[What::Setting { name, value }], goes_on)
    }

    /// Sets a weight or bias by hand; loss, accuracy and gradients follow at the same step.
    ///
    /// # Errors
    /// A sentence, if there is no such parameter, or if the value or the loss that it leads to is not a finite number;
    /// nothing has changed then.
    #[wasm_bindgen(js_name = setParameter)]
    pub fn set_parameter(
        &mut self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        index: f64,
        value: f64,
    ) -> Result<(), Refused> {
        let parameter = parameter(self.run(), classifier, layer, kind, index)?;
        if !value.is_finite() {
            let thing = if parameter.kind == parameter::Kind::Weight { Thing::Weight } else { Thing::Bias };
            return Err(Refusal::NotFinite { thing, value }.into());
        }
        self.change(&[What::Parameter { classifier: classifier.into(), parameter, value }], false)
    }

    /// Makes the network without the units that are off the one that is trained, as one change; all are on again, those
    /// with zeros all around them.
    ///
    /// # Errors
    /// A sentence, if the loss would not be a finite number.
    #[wasm_bindgen(js_name = applyUnits)]
    pub fn apply_units(&mut self) -> Result<(), Refused> {
        let Some((classifier, trainer)) = self.run().with_hidden_units() else { return Ok(()) };
        let mut zeros = Vec::new();
        for parameter in self.units.zeros(trainer.network()) {
            zeros.push(What::Parameter { classifier, parameter, value: 0.0 });
        }
        self.change(&zeros, false)?;
        self.units.all_on();
        Ok(())
    }

    /// Lets the run end at this step; what followed is cut off, and undo restores it.
    #[wasm_bindgen(js_name = cutOff)]
    pub fn cut_off(&mut self) {
        if self.versions.cut_off() {
            self.version += 1;
        }
    }

    /// Takes the last change back. Returns the step at which the run was before it, where `seek` leads; until then it stands
    /// at the nearest state before that.
    pub fn undo(&mut self) -> Option<u32> {
        let data = self.data();
        let step = self.versions.undo();
        self.stands_elsewhere(data);
        step
    }

    /// Makes the change again that was last taken back. Returns the step to go to, as `undo` does.
    pub fn redo(&mut self) -> Option<u32> {
        let data = self.data();
        let step = self.versions.redo();
        self.stands_elsewhere(data);
        step
    }

    /// The changes of the experiment as text, which the constructor reads.
    pub fn changes(&self) -> String {
        write(self.versions.timeline().record().experiment())
    }

    /// The settings that the run began with, and the text of its own points, as a link has it.
    pub fn beginning(&self) -> Begun {
        beginning(self.versions.timeline().record().experiment())
    }

    /// The changes that were forgotten, as text, if the last `advance` met one that leads to no finite loss.
    #[wasm_bindgen(getter)]
    pub fn forgotten(&self) -> Option<String> {
        let Some(Stop::Refused(changes)) = &self.stop else { return None };
        Some(write_changes(changes, self.versions.timeline().record().experiment()))
    }
}

impl Session {
    /// Makes changes at this step, and has what is shown follow.
    pub(crate) fn change(&mut self, changes: &[What], goes_on: bool) -> Result<(), Refused> {
        self.versions.change(changes, goes_on)?;
        self.stop = None;
        self.version += 1;
        self.follow();
        Ok(())
    }

    /// Another experiment stands in the place of one with this data; with other data all hidden units are on.
    pub(crate) fn stands_elsewhere(&mut self, before: *const spiral_lab::dataset::Dataset) {
        self.version += 1;
        if self.data() != before {
            self.units = Default::default();
        }
        self.follow();
    }
}

/// What a run begins with; what is wrong with the changes or the own points is left out, which whoever has read the link has
/// told.
pub(crate) fn read_experiment(
    settings: Settings,
    changes: Option<String>,
    own: Option<String>,
) -> Result<Experiment, Refused> {
    let (own, _) = OwnPoints::read(&own.unwrap_or_default());
    let (classes, needed) = (settings.class_count(), own.classes());
    let limits = Limits { min: needed as f64, max: own::MOST_CLASSES.into(), whole: true };
    limits.check("classes", classes as f64)?;
    let mut experiment = Experiment::new(settings).with_own(own.into());
    let (changes, _) =
        text::parse(&changes.unwrap_or_default(), [&[2, classes], &[2, settings.hidden, classes]], &read_number);
    changes.into_iter().for_each(|change| experiment.add(change));
    Ok(experiment)
}

/// The changes of an experiment as text.
pub(crate) fn write(experiment: &Experiment) -> String {
    write_changes(experiment.changes(), experiment)
}

/// How an experiment begins.
pub(crate) fn beginning(experiment: &Experiment) -> Begun {
    let settings = settings_object(&experiment.settings);
    set(settings.unchecked_ref(), "own", experiment.own().text().into());
    settings.unchecked_into()
}

/// Changes of an experiment as text.
fn write_changes(changes: &[Change], experiment: &Experiment) -> String {
    let classes = experiment.settings.class_count();
    text::format(changes, [&[2, classes], &[2, experiment.settings.hidden, classes]], &written)
}

/// A number as a link has it.
pub(crate) fn written(number: f64) -> String {
    // JavaScript writes −0 as 0, which is another number; and in a link a plus may be read as a space.
    if number == 0.0 && number.is_sign_negative() { "-0".into() } else { digits(number).replace('+', "") }
}
