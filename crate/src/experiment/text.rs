//! The changes of an experiment as text, which is how the link and the command line hold them:
//! `200:rate=0.1;350:W1[0,8]=0.5;350:left.b[1]=0`.
//!
//! A parameter has its name in the script: `W1[i,j]`, `b1[j]`, `W2[j,k]`, `b2[k]` are those of the network, `left.W[i,k]`
//! and `left.b[k]` those of the linear classifier; `apart=1` lets one go on where the other stops.
//!
//! To write an f64 takes 17 kB of code and to read one 8, which the page has in JavaScript already; so both are left to the
//! caller, for every number.

use super::{Change, What, link::names::is_later};
use crate::{
    numerals::Read,
    parameter::{Kind, Parameter},
    run::{CLASSIFIERS, Classifier},
    settings::{MAX_STEPS, Setting},
};

/// Writes a number so that it is read back bit for bit.
pub type Write<'a> = &'a dyn Fn(f64) -> String;

/// What lets one classifier go on where the other stops.
const APART: &str = "apart";

/// More layers than any network has.
const MAX_LAYERS: u32 = 100;

/// The widths of both classifiers, in the order of the boards: inputs, then each layer's outputs.
pub type Widths<'a> = [&'a [usize]; 2];

/// A piece of the text that was not taken as it stands, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// As it stands in the text.
    pub piece: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not of the form `step:name=value`.
    Form,
    /// Its step is not a whole number from 0 to [`MAX_STEPS`].
    Step,
    /// No parameter has this name, and no setting that may change on the way.
    Name,
    /// Its value is not a finite number, or not within the setting's limits.
    Value,
    /// It stands behind a piece of a later step; it was put where it belongs.
    Order,
    /// It replaces another value of the same at the same step.
    Again,
    /// A newer version of the page knows what it names.
    Later,
}

/// Reads changes; what cannot be taken is left out and told. Of two changes of one thing at one step both are among them, and
/// the last one holds.
pub fn parse(text: &str, widths: Widths, read: Read) -> (Vec<Change>, Vec<Problem>) {
    let (mut changes, mut problems) = (Vec::<Change>::new(), Vec::new());
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        match parse_one(piece, widths, read) {
            Ok(change) => {
                if changes.last().is_some_and(|last| last.step > change.step) {
                    tell(&mut problems, piece, Why::Order);
                }
                let is_replaced =
                    |other: &&Change| other.step == change.step && other.what.is_about_the_same(change.what);
                if changes.iter().rfind(is_replaced).is_some_and(|other| *other != change) {
                    tell(&mut problems, piece, Why::Again);
                }
                // By hand, as the library's stable sort takes 6 kB of code.
                let place = changes.partition_point(|other| other.step <= change.step);
                changes.insert(place, change);
            }
            Err(why) => tell(&mut problems, piece, why),
        }
    }
    (changes, problems)
}

#[inline(never)] // the page loads one copy
fn tell(problems: &mut Vec<Problem>, piece: &str, why: Why) {
    problems.push(Problem { piece: piece.into(), why });
}

/// Writes changes.
#[must_use]
pub fn format(changes: &[Change], widths: Widths, write: Write) -> String {
    let mut text = String::new();
    for &Change { step, what } in changes {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&write(step.into()));
        text.push(':');
        let value = match what {
            What::Apart => {
                text.push_str(APART);
                1.0
            }
            What::Setting { name, value } => {
                text.push_str(name);
                value
            }
            What::Parameter { classifier, parameter, value } => {
                text.push_str(&name_of(classifier, parameter, widths, write));
                value
            }
        };
        text.push('=');
        text.push_str(&write(value));
    }
    text
}

fn parse_one(piece: &str, widths: Widths, read: Read) -> Result<Change, Why> {
    let (step, rest) = piece.split_once(':').ok_or(Why::Form)?;
    let (name, value) = rest.split_once('=').ok_or(Why::Form)?;
    if is_later(name.trim()) {
        return Err(Why::Later);
    }
    let step = read_whole(step, MAX_STEPS, read).ok_or(Why::Step)?;
    let value = read(value.trim()).filter(|value| value.is_finite()).ok_or(Why::Value)?;
    let what = what(name.trim(), value, widths, read)?;
    Ok(Change { step, what })
}

fn what(name: &str, value: f64, widths: Widths, read: Read) -> Result<What, Why> {
    if let Ok(setting) = Setting::named(name) {
        let limits = setting.limits_on_the_way().ok_or(Why::Name)?;
        limits.check(setting.name, value).map_err(|_| Why::Value)?;
        return Ok(What::Setting { name: setting.name, value });
    }
    if name == APART {
        return if value == 1.0 { Ok(What::Apart) } else { Err(Why::Value) };
    }
    let (classifier, parameter) = find_parameter(name, widths, read).ok_or(Why::Name)?;
    Ok(What::Parameter { classifier, parameter, value })
}

/// The name of a parameter in the script.
fn name_of(
    classifier: Classifier,
    Parameter { layer, kind, index }: Parameter,
    widths: Widths,
    write: Write,
) -> String {
    #[expect(clippy::cast_precision_loss, reason = "places are far below 2^53")]
    let write = |place: usize| write(place as f64);
    let widths = widths[classifier as usize];
    let board = if classifier == Classifier::Linear { "left." } else { "" };
    let number = if widths.len() > 2 { write(layer + 1) } else { String::new() };
    let outputs = widths[layer + 1];
    match kind {
        Kind::Weight => [board, "W", &number, "[", &write(index / outputs), ",", &write(index % outputs), "]"].concat(),
        Kind::Bias => [board, "b", &number, "[", &write(index), "]"].concat(),
    }
}

#[inline(never)]
fn find_parameter(name: &str, widths: Widths, read: Read) -> Option<(Classifier, Parameter)> {
    let (name, places) = name.strip_suffix(']')?.split_once('[')?;
    let (classifier, name) = match name.split_once('.') {
        Some(("left", name)) => (CLASSIFIERS[0], name),
        Some(("right", name)) => (CLASSIFIERS[1], name),
        Some(_) => return None,
        None => (CLASSIFIERS[1], name),
    };
    let widths = widths[classifier as usize];
    let number = name.get(1..)?;
    let layer = match (widths.len(), number) {
        (2, "") => 0,
        (2, _) => return None,
        _ => (read_whole(number, MAX_LAYERS, read)? as usize).checked_sub(1)?,
    };
    let (inputs, outputs) = (*widths.get(layer)?, *widths.get(layer + 1)?);
    let place = |text: &str, below: usize| {
        let last = u32::try_from(below - 1).unwrap_or(u32::MAX);
        read_whole(text, last, read).map(|place| place as usize)
    };
    let (kind, index) = match name.get(..1)? {
        "W" => {
            let (input, output) = places.split_once(',')?;
            (Kind::Weight, place(input, inputs)? * outputs + place(output, outputs)?)
        }
        "b" => (Kind::Bias, place(places, outputs)?),
        _ => return None,
    };
    Some((classifier, Parameter { layer, kind, index }))
}

/// A whole number from 0 to `max`, written in digits alone.
#[inline(never)]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked against the limits just before")]
fn read_whole(text: &str, max: u32, read: Read) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() || !text.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    read(text).filter(|number| *number <= f64::from(max)).map(|number| number as u32)
}
