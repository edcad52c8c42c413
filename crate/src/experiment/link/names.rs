//! The names of a link: those that are known, those of a newer version of the page, and the one that was probably meant.

use crate::settings::{SETTINGS, Setting};

/// What a later version of the page will know: its links may come before it does.
const LATER: &[&str] = &["init", "optimizer", "batch", "features", "hide", "lock", "stop", "ask", "embed"];

/// All that are known, in the order of the link.
pub(super) fn all<'a>(others: &'a [&'a str]) -> Vec<&'a str> {
    SETTINGS
        .iter()
        .map(|setting| setting.name)
        .chain(["own", "changes", "step"])
        .chain(others.iter().copied())
        .collect()
}

pub(super) fn is_known(names: &[&str], name: &str) -> bool {
    names.contains(&name)
}

/// Whether a newer version of the page may have written it, for both boards or for one.
pub(in crate::experiment) fn is_later(name: &str) -> bool {
    match name.split_once('.') {
        Some(("left" | "right", name)) => LATER.contains(&name) || Setting::named(name).is_ok(),
        _ => LATER.contains(&name),
    }
}

/// The name that was probably meant: one that is part of what was written, or nearly the same.
pub(super) fn nearest_name<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut found = None;
    for name in names {
        let is_within = contains(word, name) || (word.len() > 2 && contains(name, word));
        if is_within && found.is_none_or(|longest: &str| name.len() > longest.len()) {
            found = Some(*name);
        }
    }
    let mut least = if word.len() > 4 { 3 } else { 2 };
    if found.is_none() {
        for name in names {
            // Each letter more or less is one already.
            let distance = match word.len().abs_diff(name.len()) {
                0..=2 => distance(word.as_bytes(), name.as_bytes()),
                _ => least,
            };
            if distance < least {
                (found, least) = (Some(*name), distance);
            }
        }
    }
    found
}

/// As the method of `str`, which takes more code for being fast.
fn contains(word: &str, part: &str) -> bool {
    word.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// Letters to add, leave out, replace or swap with their neighbour, to get from one word to the other.
fn distance(from: &[u8], to: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for i in 0..from.len() {
        let mut row = vec![i + 1];
        for j in 0..to.len() {
            let replaced = last[j] + usize::from(from[i] != to[j]);
            let mut least = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        (before, last) = (last, row);
    }
    last[to.len()]
}
