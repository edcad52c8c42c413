//! Every setting of a run, described once: the page's controls, its link, the command line and the errors are made from
//! this table. A new setting is a row of it, with its two texts in the page's dictionaries and the code that uses it.

use std::hint::black_box;

use crate::{activation::Activation, refusal::Refusal};

/// Makes of the rows the struct, its defaults and the table, so that no row can lack one of them.
macro_rules! settings {
    ($(#[doc = $about:literal] $name:ident: $type:ty = $default:expr, $kind:expr, $stage:expr, $in_link:expr;)+) => {
        /// What decides a run: equal settings give equal bits on every machine.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Settings {
            $(
                #[doc = $about]
                #[doc = concat!("`", stringify!($kind), "`, by default `", stringify!($default), "`.")]
                pub $name: $type,
            )+
        }

        impl Settings {
            /// The tutorial's.
            pub const DEFAULT: Settings = Settings { $($name: $default,)+ };
        }

        /// How many settings there are.
        const COUNT: usize = [$(stringify!($name)),+].len();

        /// The table, in the order of the link.
        pub static SETTINGS: [Setting; COUNT] = [$(
            Setting {
                name: stringify!($name),
                kind: $kind,
                stage: $stage,
                in_link: $in_link,
                read: |settings| settings.$name.to_number(),
                write: |settings, number| settings.$name = Field::from_number(number),
            },
        )+];

        /// What each setting is, in the order of the table; apart from it, so that the page need not load these texts.
        pub static ABOUT: [&str; COUNT] = [$($about.trim_ascii()),+];
    };
}
settings! {
    /// Start of the random stream.
    seed: u32 = 0, whole(0.0, 4_294_967_295.0, Scale::None), Stage::Data, InLink::Always;
    /// Points of each class.
    points: usize = 100, whole(2.0, 500.0, Scale::Even(1.0)), Stage::Data, InLink::Always;
    /// Classes K, the arms of the spiral.
    classes: usize = 3, whole(2.0, 6.0, Scale::Even(1.0)), Stage::Data, InLink::Always;
    /// Standard deviation of the angle along an arm, in radians.
    noise: f64 = 0.2, real(0.0, 1.0, Scale::Even(0.01)), Stage::Data, InLink::Always;
    /// What the angles of the arms are multiplied by; 2.5 is the spiral of the book Neural Networks from Scratch.
    turn: f64 = 1.0, real(0.25, 4.0, Scale::Even(0.05)), Stage::Data, InLink::UnlessDefault;
    /// Hidden units H of the network.
    hidden: usize = 100, whole(1.0, 512.0, Scale::Powers { per_decade: 20.0, least: 1.0 }), Stage::Model, InLink::Always;
    /// Learning rate, the script's step_size.
    rate: f64 = 1.0, real(0.0001, 100.0, Scale::Powers { per_decade: 10.0, least: 0.0001 }), Stage::Nothing, InLink::Always;
    /// Strength of the L2 penalty ½·reg·Σw².
    reg: f64 = 0.001, real(0.0, 1.0, Scale::Powers { per_decade: 10.0, least: 1e-5 }), Stage::Nothing, InLink::Always;
    /// What hidden units make of their pre-activations; none takes the ReLU away.
    activation: Activation = Activation::Relu, Kind::Choice(&Activation::WORDS), Stage::Model, InLink::UnlessDefault;
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// As it stands in the link and on the command line.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// What a change of it makes anew.
    pub stage: Stage,
    /// When the link says it.
    pub in_link: InLink,
    read: fn(&Settings) -> f64,
    write: fn(&mut Settings, f64),
}

/// What a setting may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A number within limits, and how it is varied bit by bit.
    Number(Limits, Scale),
    /// One of these words, the first by default.
    Choice(&'static [&'static str]),
}

/// What a number may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Least value allowed.
    pub min: f64,
    /// Greatest value allowed.
    pub max: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
}

/// The values that a slider passes through, from the least to the greatest that are allowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// It is no quantity, so there is no slider.
    None,
    /// Steps of this size.
    Even(f64),
    /// So many to each power of ten, from `least` on; a smaller least value that is allowed comes before it.
    Powers {
        /// Values for each power of ten.
        per_decade: f64,
        /// Where they begin, above 0.
        least: f64,
    },
}

/// The first part of a run that a change of a setting makes anew, with all that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The points.
    Data,
    /// The classifiers and their first weights.
    Model,
    /// The steps, from the same points and first weights.
    Training,
    /// Nothing: it may change between two steps, and acts on the next.
    Nothing,
}

/// When the link says a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InLink {
    /// Whatever it is.
    Always,
    /// Only where it is not the default: links that are older than the setting stay as they are.
    UnlessDefault,
}

/// What a setting is set to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A number.
    Number(f64),
    /// The word of a choice.
    Word(&'a str),
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(word: &'a str) -> Self {
        Value::Word(word)
    }
}

/// The table as a list whose length the compiler does not know: a loop over it is no code for each row.
#[must_use]
#[inline(never)]
pub fn rows() -> &'static [Setting] {
    black_box(&SETTINGS)
}

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

impl Default for Settings {
    fn default() -> Self {
        Settings::DEFAULT
    }
}

impl Settings {
    /// Learning rate and penalty: what may change between two steps.
    #[must_use]
    pub fn rates(&self) -> Rates {
        Rates { rate: self.rate, reg: self.reg }
    }

    /// Sets one setting by its name.
    ///
    /// # Errors
    /// [`Refusal`] for whoever typed it, if no setting has that name or the value is not allowed; nothing is changed.
    pub fn set<'a>(&mut self, name: &str, value: impl Into<Value<'a>>) -> Result<(), Refusal> {
        Setting::named(name)?.set(self, value.into())
    }
}

impl Setting {
    /// The one of this name, in small letters or capitals.
    ///
    /// # Errors
    /// [`Refusal::UnknownSetting`] if there is none.
    #[inline(never)] // here and below: the page loads one copy, and no copy for each row
    pub fn named(name: &str) -> Result<&'static Setting, Refusal> {
        let found = rows().iter().find(|setting| setting.name.eq_ignore_ascii_case(name));
        found.ok_or_else(|| Refusal::UnknownSetting { name: name.into() })
    }

    /// Its limits, if it is a number that may change between two steps of a run.
    #[must_use]
    pub fn limits_on_the_way(&self) -> Option<&Limits> {
        match &self.kind {
            Kind::Number(limits, _) if self.stage == Stage::Nothing => Some(limits),
            _ => None,
        }
    }

    /// Whether it is the same in both.
    #[must_use]
    pub fn is_same(&self, a: &Settings, b: &Settings) -> bool {
        (self.read)(a) == (self.read)(b)
    }

    /// Its value among these.
    #[must_use]
    #[inline(never)]
    pub fn of(&self, settings: &Settings) -> Value<'static> {
        let number = (self.read)(settings);
        match self.kind {
            Kind::Number(..) => Value::Number(number),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place of a word")]
            Kind::Choice(words) => Value::Word(words[number as usize]),
        }
    }

    /// The tutorial's value.
    #[must_use]
    pub fn default(&self) -> Value<'static> {
        self.of(&Settings::DEFAULT)
    }

    /// Sets it.
    ///
    /// # Errors
    /// [`Refusal::OutOfLimits`] or [`Refusal::UnknownChoice`] if the value is not allowed; nothing is changed then.
    #[inline(never)]
    pub fn set(&self, settings: &mut Settings, value: Value) -> Result<(), Refusal> {
        let number = match self.kind {
            Kind::Number(limits, _) => {
                let number = if let Value::Number(number) = value { number } else { f64::NAN };
                limits.check(self.name, number)?;
                number
            }
            Kind::Choice(words) => {
                let word = if let Value::Word(word) = value { word } else { "a number" };
                let Some(place) = words.iter().position(|known| *known == word) else {
                    return Err(Refusal::UnknownChoice { name: self.name, words, value: word.into() });
                };
                place.to_number()
            }
        };
        (self.write)(settings, number);
        Ok(())
    }
}

impl Limits {
    /// # Errors
    /// [`Refusal::OutOfLimits`] if the value is not allowed; `name` says what it is for.
    #[inline(never)]
    pub fn check(&self, name: &'static str, value: f64) -> Result<(), Refusal> {
        let Limits { min, max, whole } = *self;
        let fits = (min..=max).contains(&value) && (!whole || libm::trunc(value) == value);
        if fits { Ok(()) } else { Err(Refusal::OutOfLimits { name, min, max, whole, value }) }
    }
}

const fn whole(min: f64, max: f64, scale: Scale) -> Kind {
    Kind::Number(Limits { min, max, whole: true }, scale)
}

const fn real(min: f64, max: f64, scale: Scale) -> Kind {
    Kind::Number(Limits { min, max, whole: false }, scale)
}

/// What a setting can be in the struct: a number there, or the place of its word among the words of a choice.
trait Field: Copy {
    fn to_number(self) -> f64;
    /// From a number that the setting's row allows.
    fn from_number(number: f64) -> Self;
}

impl Field for f64 {
    fn to_number(self) -> f64 {
        self
    }

    fn from_number(number: f64) -> Self {
        number
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked against the limits before")]
impl Field for u32 {
    fn to_number(self) -> f64 {
        self.into()
    }

    fn from_number(number: f64) -> Self {
        number as u32
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "checked against the limits before, which are far below 2^53"
)]
impl Field for usize {
    fn to_number(self) -> f64 {
        self as f64
    }

    fn from_number(number: f64) -> Self {
        number as usize
    }
}

impl Field for Activation {
    fn to_number(self) -> f64 {
        (self as usize).to_number()
    }

    fn from_number(place: f64) -> Self {
        Activation::ALL[usize::from_number(place)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two allowed values of a setting that differ.
    fn two_values(kind: Kind) -> [Value<'static>; 2] {
        match kind {
            Kind::Number(Limits { min, max, .. }, _) => [min.into(), max.into()],
            Kind::Choice(words) => [words[0].into(), words[1].into()],
        }
    }

    #[test]
    fn each_name_reads_and_writes_its_own_field_alone() {
        for setting in &SETTINGS {
            for value in two_values(setting.kind) {
                let mut settings = Settings::DEFAULT;
                settings.set(setting.name, value).expect("an end of its limits");
                assert_eq!(setting.of(&settings), value, "{}", setting.name);
                for other in SETTINGS.iter().filter(|other| other.name != setting.name) {
                    assert_eq!(other.of(&settings), other.default(), "{} moved by {}", other.name, setting.name);
                }
                settings.set(setting.name, setting.default()).expect("a default is allowed");
                assert_eq!(settings, Settings::DEFAULT);
            }
        }
    }

    #[test]
    fn a_field_can_hold_whatever_its_row_allows() {
        for setting in &SETTINGS {
            let mut settings = Settings::DEFAULT;
            match setting.kind {
                Kind::Number(limits, scale) => {
                    (setting.write)(&mut settings, 0.5);
                    assert_eq!((setting.read)(&settings) == 0.5, !limits.whole, "{}", setting.name);
                    if let Scale::Powers { per_decade, least } = scale {
                        assert!(per_decade >= 1.0 && least > 0.0 && least >= limits.min, "{}", setting.name);
                    }
                }
                Kind::Choice(words) => {
                    assert_eq!(setting.default(), Value::Word(words[0]), "the first word is the default");
                    // As the text of changes holds numbers alone.
                    assert_ne!(setting.stage, Stage::Nothing, "{}", setting.name);
                }
            }
        }
    }

    #[test]
    fn what_is_not_allowed_gets_a_sentence_and_changes_nothing() {
        let cases: [(&str, Value, &str); 9] = [
            ("points", 1.0.into(), "points must be a whole number from 2 to 500, not 1."),
            ("points", 7.5.into(), "points must be a whole number from 2 to 500, not 7.5."),
            ("noise", f64::NAN.into(), "noise must be a number from 0 to 1, not NaN."),
            ("noise", "loud".into(), "noise must be a number from 0 to 1, not NaN."),
            ("rate", f64::INFINITY.into(), "rate must be a number from 0.0001 to 100, not inf."),
            ("seed", 4_294_967_296.0.into(), "seed must be a whole number from 0 to 4294967295, not 4294967296."),
            ("activation", "tanh".into(), "activation must be relu or none, not tanh."),
            ("activation", 1.0.into(), "activation must be relu or none, not a number."),
            ("depth", 2.0.into(), "There is no setting called depth."),
        ];
        let mut settings = Settings::default();
        for (name, value, sentence) in cases {
            assert_eq!(settings.set(name, value).unwrap_err().to_string(), sentence);
        }
        assert_eq!(settings, Settings::default());
    }
}
