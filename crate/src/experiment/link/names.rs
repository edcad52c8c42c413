//! The names of a link: those that are known, those of a newer version of the page, and the one that was probably meant.

use crate::settings::{Setting, rows};

/// What a later version of the page will know: its links may come before it does.
const LATER: &str = "init optimizer batch features";

/// All that are known, in the order of the link, with spaces between them.
#[inline(never)]
pub(super) fn all(others: &str) -> String {
    let mut names = String::new();
    for setting in rows() {
        names.push_str(setting.name);
        names.push(' ');
    }
    names.push_str("own changes step ");
    names.push_str(others);
    names
}

/// Whether it is one of these words, between which stand spaces.
#[inline(never)]
pub(super) fn is_one_of(words: &str, word: &str) -> bool {
    words.as_bytes().split(|sign| *sign == b' ').any(|known| known == word.as_bytes())
}

/// Whether a newer version of the page may have written it, for both boards or for one.
#[inline(never)]
pub(in crate::experiment) fn is_later(name: &str) -> bool {
    let of_one = name.strip_prefix("left.").or_else(|| name.strip_prefix("right."));
    is_one_of(LATER, of_one.unwrap_or(name)) || of_one.is_some_and(|name| Setting::named(name).is_ok())
}

/// The name that was probably meant: one that is part of what was written, or nearly the same.
#[inline(never)]
pub(super) fn nearest_name<'a>(word: &str, names: &'a str) -> &'a str {
    let (mut found, mut best) = ("", 0);
    for name in names.split(' ') {
        let is_near = |most| is_near(word.as_bytes(), name.as_bytes(), most);
        let score = if contains(word, name) || (word.len() > 2 && contains(name, word)) {
            // The longest of those.
            2 + name.len()
        } else if is_near(1) {
            2
        } else {
            usize::from(word.len() > 4 && is_near(2))
        };
        if score > best {
            (found, best) = (name, score);
        }
    }
    found
}

/// As the method of `str`, which takes more code for being fast.
#[inline(never)]
fn contains(word: &str, part: &str) -> bool {
    word.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// Whether at most so many letters are to be added, left out, replaced or swapped with their neighbour, to get from one word to
/// the other.
#[inline(never)]
fn is_near(from: &[u8], to: &[u8], most: u8) -> bool {
    let ([a, from_rest @ ..], [b, to_rest @ ..]) = (from, to) else { return from.len() + to.len() <= most.into() };
    if a == b && is_near(from_rest, to_rest, most) {
        return true;
    }
    let Some(less) = most.checked_sub(1) else { return false };
    let is_swapped = match (from, to) {
        ([a, b, from_rest @ ..], [c, d, to_rest @ ..]) => a == d && b == c && is_near(from_rest, to_rest, less),
        _ => false,
    };
    is_swapped || is_near(from_rest, to_rest, less) || is_near(from_rest, to, less) || is_near(from, to_rest, less)
}
