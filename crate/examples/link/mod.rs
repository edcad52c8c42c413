//! A link of the page, read for the command line: everything in it that decides a run.

use super::numerals;
use spiral_lab::{
    activation::Activation,
    experiment::{
        Experiment,
        text::{self, Problem, Why},
    },
    settings::{LIMITS, Limits, MAX_STEPS, Settings},
};

/// What a link holds beside the run: how it is looked at.
const OF_THE_PAGE: [&str; 3] = ["lang", "lesson", "display"];

/// What a link says, and a sentence for each piece that was not followed to the letter.
pub(super) struct Link {
    pub(super) experiment: Experiment,
    /// The step to which it leads.
    pub(super) step: u32,
    pub(super) corrections: Vec<String>,
}

/// Reads a link, or its part from the `#` on. Pieces that cannot be followed are told, and their nearest allowed values or
/// the defaults stand in their place, as on the page.
pub(super) fn read(link: &str) -> Link {
    let mut settings = Settings::default();
    let (mut step, mut changes, mut corrections) = (0, String::new(), Vec::new());
    let hash = link.rsplit_once('#').map_or(link, |(_, hash)| hash);
    for piece in hash.trim_start_matches('!').split('&').filter(|piece| !piece.is_empty()) {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        let (name, value) = (decoded(name).trim().to_lowercase(), decoded(value));
        let limits = Limits { name: "step", min: 0.0, max: MAX_STEPS.into(), default: 0.0, whole: true };
        match name.as_str() {
            "step" => step = allowed(&limits, &value, &mut corrections) as u32,
            "changes" => changes = value,
            "activation" => settings.activation = activation(&value, &mut corrections),
            name if OF_THE_PAGE.contains(&name) => {}
            name => match LIMITS.iter().find(|limits| limits.name == name) {
                Some(limits) => {
                    let value = allowed(limits, &value, &mut corrections);
                    settings.set(name, value).expect("a value that is allowed");
                }
                None => corrections.push(format!("{name} is no name of a link.")),
            },
        }
    }
    let mut experiment = Experiment::new(settings);
    let Settings { classes, hidden, .. } = settings;
    let (changes, problems) = text::parse(&changes, [&[2, classes], &[2, hidden, classes]], &only_number);
    changes.into_iter().for_each(|change| experiment.add(change));
    corrections.extend(problems.iter().map(sentence));
    Link { experiment, step, corrections }
}

/// The value, or the nearest that is allowed, or the default where it is not one number.
fn allowed(limits: &Limits, text: &str, corrections: &mut Vec<String>) -> f64 {
    let readings = numerals::readings(text, limits.whole);
    let given = if let [value] = readings[..] { Some(value) } else { None };
    let nearest = given.map_or(limits.default, |value| {
        let within = value.clamp(limits.min, limits.max);
        if limits.whole { within.round() } else { within }
    });
    if let [a, b] = readings[..] {
        corrections.push(format!("{}={text} may mean {a} or {b}, so it is {nearest} here.", limits.name));
    } else if given != Some(nearest) {
        corrections.push(format!("{}={text} became {nearest}.", limits.name));
    }
    nearest
}

/// The activation function of this name, or the ReLU.
fn activation(text: &str, corrections: &mut Vec<String>) -> Activation {
    Activation::named(&numerals::plain(text).trim().to_lowercase()).unwrap_or_else(|_| {
        corrections.push(format!("activation={text} became relu."));
        Activation::Relu
    })
}

fn sentence(Problem { piece, why }: &Problem) -> String {
    let why = match why {
        Why::Form => "is not of the form step:name=value and was left out",
        Why::Step => "has a step that is no whole number up to 1000000 and was left out",
        Why::Name => "names nothing that may be changed and was left out",
        Why::Value => "has a value that is not allowed and was left out",
        Why::Order => "stands behind a later change and was put in its place",
    };
    format!("changes: {piece} {why}.")
}

/// The number, if the text can only mean one.
fn only_number(text: &str) -> Option<f64> {
    if let [value] = numerals::readings(text, false)[..] { Some(value) } else { None }
}

/// With `%5B` and the like as what they stand for; what encodes nothing stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| byte == b'%') {
            Some(encoded) => {
                bytes.push(encoded);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.into())
}
