//! What decides a run, and the limits of each of its settings: the one table that the page's sliders, its link, the
//! command line and the errors are made from.

use crate::{activation::Activation, refusal::Refusal};

/// Name, range and default of one setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// As it stands in the link and on the command line.
    pub name: &'static str,
    /// Least value allowed.
    pub min: f64,
    /// Greatest value allowed.
    pub max: f64,
    /// The tutorial's value.
    pub default: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
}

/// Every setting of a run that is a number.
#[rustfmt::skip]
pub const LIMITS: [Limits; 7] = [
    Limits { name: "seed",    min: 0.0,    max: 4_294_967_295.0, default: 0.0,   whole: true },
    Limits { name: "points",  min: 2.0,    max: 500.0,           default: 100.0, whole: true },
    Limits { name: "classes", min: 2.0,    max: 6.0,             default: 3.0,   whole: true },
    Limits { name: "noise",   min: 0.0,    max: 1.0,             default: 0.2,   whole: false },
    Limits { name: "hidden",  min: 1.0,    max: 512.0,           default: 100.0, whole: true },
    Limits { name: "rate",    min: 0.0001, max: 100.0,           default: 1.0,   whole: false },
    Limits { name: "reg",     min: 0.0,    max: 1.0,             default: 0.001, whole: false },
];

/// The longest run that a link or the command line may ask for, in steps.
pub const MAX_STEPS: u32 = 1_000_000;

/// What may change between two steps without losing the run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Learning rate, the script's `step_size`.
    pub rate: f64,
    /// Strength of the L2 penalty ½·reg·Σw².
    pub reg: f64,
}

/// What decides a run: equal settings give equal bits on every machine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Start of the random stream, 0…2³²−1.
    pub seed: u32,
    /// Points of each class, 2…500.
    pub points: usize,
    /// Classes K, the arms of the spiral, 2…6.
    pub classes: usize,
    /// Standard deviation of the angle along an arm, in radians, 0…1.
    pub noise: f64,
    /// Hidden units H of the network, 1…512.
    pub hidden: usize,
    /// What they make of their pre-activations.
    pub activation: Activation,
    /// Learning rate: the script's `step_size`, 0.0001…100.
    pub rate: f64,
    /// Strength of the L2 penalty ½·reg·Σw², 0…1.
    pub reg: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            seed: 0,
            points: 100,
            classes: 3,
            noise: 0.2,
            hidden: 100,
            activation: Activation::Relu,
            rate: 1.0,
            reg: 0.001,
        }
    }
}

impl Settings {
    /// Learning rate and penalty: what may change between two steps.
    #[must_use]
    pub fn rates(&self) -> Rates {
        Rates { rate: self.rate, reg: self.reg }
    }

    /// One number by its name, which must be one of the table.
    #[must_use]
    pub fn get(&self, name: &str) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        match name {
            "seed" => f64::from(self.seed),
            "points" => self.points as f64,
            "classes" => self.classes as f64,
            "noise" => self.noise,
            "hidden" => self.hidden as f64,
            "rate" => self.rate,
            _ => self.reg,
        }
    }

    /// Sets one number by its name.
    ///
    /// # Errors
    /// [`Refusal`] for whoever typed it, if no setting has that name or the value is not allowed; nothing is changed.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked against the limits just before"
    )]
    pub fn set(&mut self, name: &str, value: f64) -> Result<(), Refusal> {
        let limits = limits_of(name)?;
        limits.check(value)?;
        match name {
            "seed" => self.seed = value as u32,
            "points" => self.points = value as usize,
            "classes" => self.classes = value as usize,
            "noise" => self.noise = value,
            "hidden" => self.hidden = value as usize,
            "rate" => self.rate = value,
            _ => self.reg = value,
        }
        Ok(())
    }
}

fn limits_of(name: &str) -> Result<&'static Limits, Refusal> {
    LIMITS.iter().find(|limits| limits.name == name).ok_or_else(|| Refusal::UnknownSetting { name: name.into() })
}

impl Limits {
    /// # Errors
    /// [`Refusal::OutOfLimits`] if the value is not allowed.
    pub fn check(&self, value: f64) -> Result<(), Refusal> {
        let Limits { name, min, max, whole, .. } = *self;
        let fits = (min..=max).contains(&value) && (!whole || libm::trunc(value) == value);
        if fits { Ok(()) } else { Err(Refusal::OutOfLimits { name, min, max, whole, value }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_table() {
        let mut from_table = Settings {
            seed: 9,
            points: 9,
            classes: 5,
            noise: 0.9,
            hidden: 9,
            rate: 9.0,
            reg: 0.9,
            ..Settings::default()
        };
        for limits in LIMITS {
            from_table.set(limits.name, limits.default).expect("a default lies within its limits");
        }
        assert_eq!(from_table, Settings::default());
        for limits in LIMITS {
            assert_eq!(from_table.get(limits.name), limits.default, "{}", limits.name);
        }
    }

    #[test]
    fn what_is_not_allowed_gets_a_sentence_and_changes_nothing() {
        let cases = [
            ("points", 1.0, "points must be a whole number from 2 to 500, not 1."),
            ("points", 7.5, "points must be a whole number from 2 to 500, not 7.5."),
            ("noise", f64::NAN, "noise must be a number from 0 to 1, not NaN."),
            ("rate", f64::INFINITY, "rate must be a number from 0.0001 to 100, not inf."),
            ("seed", 4_294_967_296.0, "seed must be a whole number from 0 to 4294967295, not 4294967296."),
            ("depth", 2.0, "There is no setting called depth."),
        ];
        let mut settings = Settings::default();
        for (name, value, sentence) in cases {
            assert_eq!(settings.set(name, value).unwrap_err().to_string(), sentence);
        }
        assert_eq!(settings, Settings::default());
    }
}
