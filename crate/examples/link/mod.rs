//! A link of the page, read for the command line: everything in it that decides a run.

use super::numerals;
use spiral_lab::{
    experiment::{
        Experiment,
        text::{self, Problem, Why},
    },
    settings::{Kind, Limits, MAX_STEPS, Setting, Settings, Value},
};

/// What a link holds beside the run: how it is looked at.
const OF_THE_PAGE: [&str; 3] = ["lang", "lesson", "display"];

/// The step to which a link may lead.
const STEPS: Limits = Limits { min: 0.0, max: MAX_STEPS as f64, whole: true };

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
        match name.as_str() {
            "step" => step = allowed("step", &STEPS, 0.0, &value, &mut corrections) as u32,
            "changes" => changes = value,
            name if OF_THE_PAGE.contains(&name) => {}
            name => match Setting::named(name) {
                Ok(setting) => follow(setting, &value, &mut settings, &mut corrections),
                Err(_) => corrections.push(format!("{name} is no name of a link.")),
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

/// Sets a setting to what the link says, or to the nearest value, or to its default.
fn follow(setting: &Setting, text: &str, settings: &mut Settings, corrections: &mut Vec<String>) {
    let name = setting.name;
    let done = match (setting.kind, setting.default()) {
        (Kind::Number(limits, _), Value::Number(default)) => {
            settings.set(name, allowed(name, &limits, default, text, corrections))
        }
        (_, default) => settings.set(name, word(text).as_str()).or_else(|_| {
            let used = shown(default);
            corrections.push(format!("{name}={text} became {used}."));
            settings.set(name, default)
        }),
    };
    done.expect("a value that is allowed");
}

/// The value, or the nearest that is allowed, or the default where it is not one number.
fn allowed(name: &str, limits: &Limits, default: f64, text: &str, corrections: &mut Vec<String>) -> f64 {
    let readings = numerals::readings(text, limits.whole);
    let given = if let [value] = readings[..] { Some(value) } else { None };
    let nearest = given.map_or(default, |value| {
        let within = value.clamp(limits.min, limits.max);
        if limits.whole { within.round() } else { within }
    });
    if let [a, b] = readings[..] {
        corrections.push(format!("{name}={text} may mean {a} or {b}, so it is {nearest} here."));
    } else if given != Some(nearest) {
        corrections.push(format!("{name}={text} became {nearest}."));
    }
    nearest
}

/// The word of a choice as it is known, however it was typed.
pub(super) fn word(text: &str) -> String {
    numerals::plain(text).trim().to_lowercase()
}

/// A value as it is typed.
pub(super) fn shown(value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.into(),
    }
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
