//! Why something that was asked for is not done, as a sentence for whoever asked.

use std::{error::Error, fmt};

/// A sentence; nothing has changed when it comes.
///
/// Its numbers are kept as numbers until it is shown: to write an f64 takes 17 kB of code, which the page need not load
/// because JavaScript can do it.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal(Vec<Part>);

/// A part of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// As it stands.
    Words(&'static str),
    /// To be written in digits.
    Number(f64),
}

impl From<&'static str> for Part {
    fn from(words: &'static str) -> Self {
        Part::Words(words)
    }
}

impl From<f64> for Part {
    fn from(number: f64) -> Self {
        Part::Number(number)
    }
}

impl From<usize> for Part {
    #[expect(clippy::cast_precision_loss, reason = "indices are far below 2^53")]
    fn from(number: usize) -> Self {
        Part::Number(number as f64)
    }
}

impl Refusal {
    /// A sentence of these parts.
    #[must_use]
    pub fn new(parts: &[Part]) -> Self {
        Refusal(parts.to_vec())
    }

    /// The sentence, with its numbers as `digits` writes them.
    pub fn sentence(&self, digits: impl Fn(f64) -> String) -> String {
        let mut sentence = String::new();
        for part in &self.0 {
            match part {
                Part::Words(words) => sentence.push_str(words),
                Part::Number(number) => sentence.push_str(&digits(*number)),
            }
        }
        sentence
    }

    /// Refuses an index that does not fall below `count`.
    pub(crate) fn unless_below(what: &'static str, index: usize, count: usize) -> Result<(), Refusal> {
        let there_is_no = "There is no ".into();
        match count {
            _ if index < count => Ok(()),
            0 => Err(Refusal::new(&[there_is_no, what.into(), ".".into()])),
            _ => {
                let which = [what.into(), " ".into(), index.into()];
                let range = [": they are counted from 0 to ".into(), (count - 1).into(), ".".into()];
                Err(Refusal([[there_is_no].as_slice(), &which, &range].concat()))
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(|number| number.to_string()))
    }
}

impl Error for Refusal {}
