//! Why something that was asked for is not done, as a sentence for whoever asked.

use std::fmt;

/// A sentence; nothing has changed when it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Refusal {
    /// Refuses an index that does not fall below `count`.
    pub(crate) fn unless_below(what: &str, index: usize, count: usize) -> Result<(), Refusal> {
        match count {
            _ if index < count => Ok(()),
            0 => Err(Refusal(format!("There is no {what}."))),
            _ => Err(Refusal(format!("There is no {what} {index}: they are counted from 0 to {}.", count - 1))),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
