//! An experiment: everything that decides a run, as one value. Two runs of equal experiments have the same bits at every
//! step, so whatever shows, shares or repeats a run needs nothing but its experiment and a step.

use std::rc::Rc;

use crate::{
    dataset::OwnPoints,
    parameter::Parameter,
    run::Classifier,
    settings::{SETTINGS, Setting, Settings, Stage},
};

pub mod link;
pub mod text;

/// How a run begins, and what is changed on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    /// As at step 0.
    pub settings: Settings,
    /// The points, where they are anybody's own.
    own: Rc<OwnPoints>,
    changes: Vec<Change>,
}

/// Something that is changed at a step, before the loss of that step is taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Updates done before it.
    pub step: u32,
    /// What is changed.
    pub what: What,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    /// A setting that makes nothing anew, for both classifiers.
    Setting {
        /// As in the link.
        name: &'static str,
        /// Within the setting's limits.
        value: f64,
    },
    /// A weight or bias of one classifier.
    Parameter {
        /// Whose.
        classifier: Classifier,
        /// Which.
        parameter: Parameter,
        /// A finite number.
        value: f64,
    },
    /// From here on each classifier goes on for itself: one whose next loss would not be a finite number stays as it is, and
    /// the other one does not wait for it ([`Run::step_apart`](crate::run::Run::step_apart)).
    Apart,
}

impl Experiment {
    /// One in which nothing is changed on the way.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Experiment { settings, own: Rc::default(), changes: Vec::new() }
    }

    /// The same with these points for [`Source::Own`](crate::dataset::Source::Own).
    #[must_use]
    pub fn with_own(self, own: Rc<OwnPoints>) -> Self {
        Experiment { own, ..self }
    }

    /// The points, where they are anybody's own.
    #[must_use]
    pub fn own(&self) -> &Rc<OwnPoints> {
        &self.own
    }

    /// The changes, by step; those of one step in the order in which they are made.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Adds a change after all others of its step. An earlier one of the same thing at the same step is forgotten, as it
    /// has no effect any more; a setting that is changed at step 0 is one that the run begins with.
    ///
    /// # Panics
    /// If a setting's value is not within its limits.
    pub fn add(&mut self, change: Change) {
        if let Change { step: 0, what: What::Setting { name, value } } = change {
            let done = self.settings.set(name, value);
            assert!(done.is_ok(), "a change keeps to the limits");
            return;
        }
        self.changes.retain(|other| other.step != change.step || !other.what.is_about_the_same(change.what));
        let place = self.changes.partition_point(|other| other.step <= change.step);
        self.changes.insert(place, change);
    }

    /// Forgets the changes after a step, up to another one.
    pub fn forget_between(&mut self, step: u32, end: u32) {
        self.changes.retain(|change| change.step <= step || change.step > end);
    }

    /// Forgets these changes.
    pub fn forget(&mut self, changes: &[Change]) {
        self.changes.retain(|change| !changes.contains(change));
    }

    /// Whether both have the same points and first weights.
    #[must_use]
    pub fn begins_as(&self, other: &Experiment) -> bool {
        let same = |setting: &Setting| setting.is_same(&self.settings, &other.settings);
        self.own == other.own && SETTINGS.iter().all(|setting| setting.stage == Stage::Nothing || same(setting))
    }

    /// Whether both lead to the same bits up to a step, that included.
    #[must_use]
    pub fn is_equal_up_to(&self, other: &Experiment, step: u32) -> bool {
        let made = |experiment: &Experiment| experiment.changes.partition_point(|change| change.step <= step);
        self.settings == other.settings
            && self.own == other.own
            && self.changes[..made(self)] == other.changes[..made(other)]
    }

    /// The changes of one step.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, step: u32) -> &[Change] {
        let start = self.changes.partition_point(|change| change.step < step);
        let count = self.changes[start..].partition_point(|change| change.step == step);
        &self.changes[start..start + count]
    }

    /// Whether each classifier goes on for itself after the changes of a step.
    #[must_use]
    #[inline(never)]
    pub fn is_apart_at(&self, step: u32) -> bool {
        self.changes.iter().any(|change| change.step <= step && change.what == What::Apart)
    }

    /// The settings as they are after the changes of a step.
    ///
    /// # Panics
    /// Never: a change keeps to the limits.
    #[must_use]
    #[inline(never)]
    pub fn settings_at(&self, step: u32) -> Settings {
        let mut settings = self.settings;
        for change in self.changes.iter().take_while(|change| change.step <= step) {
            if let What::Setting { name, value } = change.what {
                let done = settings.set(name, value);
                assert!(done.is_ok(), "a change keeps to the limits");
            }
        }
        settings
    }
}

impl What {
    /// Which parameter of this classifier it sets by hand, if it does, and to what.
    #[must_use]
    pub fn by_hand(self, of: Classifier) -> Option<(Parameter, f64)> {
        match self {
            What::Parameter { classifier, parameter, value } if classifier == of => Some((parameter, value)),
            _ => None,
        }
    }

    fn is_about_the_same(self, other: What) -> bool {
        match (self, other) {
            (What::Setting { name, .. }, What::Setting { name: other, .. }) => name == other,
            (What::Parameter { classifier, parameter, .. }, What::Parameter { classifier: c, parameter: p, .. }) => {
                (classifier, parameter) == (c, p)
            }
            (What::Apart, What::Apart) => true,
            _ => false,
        }
    }
}
