//! Why something that was asked for is not done: a code with its details, and a sentence made of both.

use std::{error::Error, fmt};

/// Why something that was asked for is not done; nothing has changed when it comes.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// No setting has this name.
    UnknownSetting {
        /// What was taken for a name.
        name: String,
    },
    /// A choice does not have this word.
    UnknownChoice {
        /// Of the setting.
        name: &'static str,
        /// Those it has.
        words: &'static [&'static str],
        /// What was given.
        value: String,
    },
    /// Settings are no object that could hold numbers by name.
    NoSettings,
    /// A number does not keep to its limits.
    OutOfLimits {
        /// Of the setting, or of whatever the number is for.
        name: &'static str,
        /// Least value allowed.
        min: f64,
        /// Greatest value allowed.
        max: f64,
        /// Whether only whole numbers are allowed.
        whole: bool,
        /// What was given.
        value: f64,
    },
    /// A number must be finite and greater than 0.
    NotPositive {
        /// What the number is for.
        name: &'static str,
        /// What was given.
        value: f64,
    },
    /// ε must be greater than 0 and at most so great.
    BadEpsilon {
        /// Greatest value allowed.
        max: f64,
        /// What was given.
        value: f64,
    },
    /// A weight or bias must be a finite number.
    NotFinite {
        /// A weight or a bias.
        thing: Thing,
        /// What was given.
        value: f64,
    },
    /// There is no such thing.
    NotThere {
        /// What kind of thing was asked for.
        thing: Thing,
        /// Which of them, counted from 0.
        index: usize,
        /// How many there are.
        count: usize,
    },
    /// The loss would not be a finite number with what was to be done.
    LossNotFinite,
    /// The loss would not be a finite number without a hidden unit.
    LossNotFiniteWithout {
        /// The hidden unit.
        unit: usize,
    },
    /// The loss is not a finite number at a distance of ε from a parameter.
    LossNotFiniteBeside {
        /// ε.
        epsilon: f64,
    },
    /// A picture needs other colours than were given.
    WrongColours {
        /// K.
        classes: usize,
        /// Bytes given; three are needed for each class.
        given: usize,
    },
    /// The browser has no random numbers to offer.
    NoRandomness,
}

/// What is counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A layer of a network.
    Layer,
    /// A weight of a layer.
    Weight,
    /// A bias of a layer.
    Bias,
    /// A hidden unit.
    Unit,
    /// A point of the data.
    Point,
}

impl Thing {
    /// What it is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Thing::Layer => "layer",
            Thing::Weight => "weight",
            Thing::Bias => "bias",
            Thing::Unit => "hidden unit",
            Thing::Point => "point",
        }
    }
}

/// A detail of a refusal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Detail<'a> {
    /// The name of a setting, or of what a number is for.
    Name(&'a str),
    /// The words of a choice.
    Words(&'static [&'static str]),
    /// What is counted.
    Thing(Thing),
    /// A number of any kind.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// The words of a choice, as a sentence has them.
#[inline(never)]
fn or(words: &[&str]) -> String {
    let mut all = String::new();
    for (i, word) in words.iter().enumerate() {
        all += match i {
            0 => "",
            _ if i + 1 == words.len() => " or ",
            _ => ", ",
        };
        all += word;
    }
    all
}

/// A code, and its sentence, in which `{name}` stands for a detail.
type Spelled = (&'static str, &'static str);

impl Refusal {
    /// The name of its kind, which stays the same whatever the sentence says.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.spelled(&mut |_, _| {}).0
    }

    /// Tells what it is about, detail by detail with its name.
    pub fn details<'a>(&'a self, mut tell: impl FnMut(&'static str, Detail<'a>)) {
        self.spelled(&mut tell);
    }

    /// The refusal as a sentence, with its numbers as `digits` writes them: to write an f64 takes 17 kB of code, which
    /// the page need not load because JavaScript can do it.
    pub fn sentence(&self, digits: impl Fn(f64) -> String) -> String {
        let mut details = Vec::new();
        let (_, template) = self.spelled(&mut |name, detail| details.push((name, detail)));
        let written = |name: &str| match details.iter().find(|(each, _)| *each == name) {
            Some((_, Detail::Name(word))) => (*word).into(),
            Some((_, Detail::Words(words))) => or(words),
            Some((_, Detail::Thing(thing))) => thing.word().into(),
            Some((_, Detail::Number(number))) => digits(*number),
            Some((_, Detail::Flag(_))) | None => String::new(),
        };
        let parts = template.split(['{', '}']).enumerate();
        parts.map(|(i, part)| if i % 2 == 0 { part.into() } else { written(part) }).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "what is counted is far below 2^53")]
    fn spelled<'a>(&'a self, tell: &mut dyn FnMut(&'static str, Detail<'a>)) -> Spelled {
        use Detail::{Flag, Name, Number, Words};
        let count = |number: usize| Number(number as f64);
        match *self {
            Refusal::UnknownSetting { ref name } => {
                tell("name", Name(name));
                ("unknownSetting", "There is no setting called {name}.")
            }
            Refusal::UnknownChoice { name, words, ref value } => {
                tell("name", Name(name));
                tell("words", Words(words));
                tell("value", Name(value));
                ("unknownChoice", "{name} must be {words}, not {value}.")
            }
            Refusal::NoSettings => {
                ("noSettings", "Settings must be an object that holds numbers by name, such as seed.")
            }
            Refusal::OutOfLimits { name, min, max, whole, value } => {
                tell("name", Name(name));
                tell("min", Number(min));
                tell("max", Number(max));
                tell("whole", Flag(whole));
                tell("value", Number(value));
                (
                    "outOfLimits",
                    if whole {
                        "{name} must be a whole number from {min} to {max}, not {value}."
                    } else {
                        "{name} must be a number from {min} to {max}, not {value}."
                    },
                )
            }
            Refusal::NotPositive { name, value } => {
                tell("name", Name(name));
                tell("value", Number(value));
                ("notPositive", "{name} must be a positive number, not {value}.")
            }
            Refusal::BadEpsilon { max, value } => {
                tell("max", Number(max));
                tell("value", Number(value));
                ("badEpsilon", "epsilon must be a number greater than 0 and at most {max}, not {value}.")
            }
            Refusal::NotFinite { thing, value } => {
                tell("thing", Detail::Thing(thing));
                tell("value", Number(value));
                ("notFinite", "A {thing} must be a finite number, not {value}.")
            }
            Refusal::NotThere { thing, index, count: all } => {
                tell("thing", Detail::Thing(thing));
                tell("index", count(index));
                tell("last", Number(all as f64 - 1.0));
                (
                    "notThere",
                    if all == 0 {
                        "There is no {thing}."
                    } else {
                        "There is no {thing} {index}: they are counted from 0 to {last}."
                    },
                )
            }
            Refusal::LossNotFinite => ("lossNotFinite", "The loss would not be a finite number with that."),
            Refusal::LossNotFiniteWithout { unit } => {
                tell("unit", count(unit));
                ("lossNotFiniteWithout", "Without hidden unit {unit} the loss is not a finite number.")
            }
            Refusal::LossNotFiniteBeside { epsilon } => {
                tell("epsilon", Number(epsilon));
                (
                    "lossNotFiniteBeside",
                    "At a distance of {epsilon} from this parameter the loss is not a finite number.",
                )
            }
            Refusal::WrongColours { classes, given } => {
                tell("classes", count(classes));
                tell("given", count(given));
                ("wrongColours", "{classes} classes need three bytes of colour each, not {given} in all.")
            }
            Refusal::NoRandomness => ("noRandomness", "No fresh seed: the browser offers no randomness."),
        }
    }

    /// Refuses an index that does not fall below `count`.
    pub fn unless_below(thing: Thing, index: usize, count: usize) -> Result<(), Refusal> {
        if index < count { Ok(()) } else { Err(Refusal::NotThere { thing, index, count }) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(|number| number.to_string()))
    }
}

impl Error for Refusal {}
