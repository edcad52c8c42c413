//! The text of a link as it arrives: typed by hand, or passed on by a messenger or a course page that has rewritten it. The
//! rules are those of the page, www/state/link-text.ts, and www/test/links.json is the table of cases for both.

use spiral_lab::settings::Setting;

use crate::numerals::plain;

/// The names that a link may hold beside those of the settings: of the run, and how it is looked at.
const OTHERS: [&str; 5] = ["changes", "step", "lang", "lesson", "display"];

/// A name and what was given for it.
pub(crate) struct Pair {
    /// As it is known, in small letters.
    pub(crate) name: String,
    /// As it was written.
    pub(crate) written: String,
    /// Without the spaces around it.
    pub(crate) text: String,
}

/// What a link says.
#[derive(Default)]
pub(crate) struct Given {
    /// The first text for each name that is known.
    pub(crate) pairs: Vec<Pair>,
    /// What was left out: an unknown name, or another text for a name that stood there before.
    pub(crate) left_out: Vec<Pair>,
}

impl Given {
    /// The text for a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|pair| pair.name == name).map(|pair| &*pair.text)
    }
}

/// Takes a link, or its part from the `#` on, apart. What messengers and search engines add for purposes of their own is
/// passed over.
pub(crate) fn read(link: &str) -> Given {
    let mut given = Given::default();
    for pair in pieces(&unescaped(link)).into_iter().map(pair) {
        let name = &*pair.name;
        if name.is_empty() || is_tracking(name) {
            continue;
        }
        let is_known = OTHERS.contains(&name) || Setting::named(name).is_ok();
        match given.get(name) {
            Some(first) if first == pair.text => {}
            None if is_known => given.pairs.push(pair),
            _ => given.left_out.push(pair),
        }
    }
    given
}

/// The word of a choice as it is known, however it was typed.
fn word(text: &str) -> String {
    plain(text).to_ascii_lowercase()
}

/// Without the signs that lead to it, in half width, and decoded once more where it was encoded as a whole.
fn unescaped(link: &str) -> String {
    // The browser encodes what is full width, and with it the signs that separate.
    let half = plain(&decoded(link, 0x80));
    let bare = half.trim_start_matches(['#', '!', '?', '/', ' ']);
    if bare.contains('=') { bare.into() } else { decoded(bare, 0) }
}

/// What stands between the signs that separate: `&`, which may have become `&amp;`, `#`, and `;` where a name follows.
fn pieces(link: &str) -> Vec<&str> {
    let (mut pieces, mut begun, mut rest) = (Vec::new(), link, link);
    while let Some((before, after)) = rest.split_once(['&', '#', ';']) {
        let sign = rest.as_bytes()[before.len()];
        rest = after;
        if sign == b';' && !begins_with_a_name(rest) {
            continue;
        }
        pieces.push(&begun[..begun.len() - rest.len() - 1]);
        while sign == b'&' && rest.get(..4).is_some_and(|next| next.eq_ignore_ascii_case("amp;")) {
            rest = &rest[4..];
        }
        begun = rest;
    }
    pieces.push(begun);
    pieces
}

/// Whether letters or points and then `=` come next.
fn begins_with_a_name(text: &str) -> bool {
    let text = text.trim_start_matches(' ');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    rest.len() < text.len() && rest.trim_start_matches(' ').starts_with('=')
}

fn pair(piece: &str) -> Pair {
    let (name, text) = piece.split_once('=').unwrap_or((piece, ""));
    let (name, text) = (decoded(name, 0), decoded(text, 0));
    let written = name.trim();
    let text = text.strip_suffix(';').unwrap_or(&text).trim();
    Pair { name: word(written), written: written.into(), text: text.into() }
}

/// With `%5B` and the like as what they stand for, where that is text; only bytes from `least` on are taken for such.
fn decoded(text: &str, least: u8) -> String {
    let (mut whole, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('%') {
        let codes = rest.as_bytes()[at..].chunks_exact(3);
        let bytes: Vec<u8> = codes.map_while(encoded).take_while(|byte| *byte >= least).collect();
        let end = at + (3 * bytes.len()).max(1);
        whole += &rest[..at];
        whole += match str::from_utf8(&bytes) {
            Ok(known) if !known.is_empty() => known,
            _ => &rest[at..end],
        };
        rest = &rest[end..];
    }
    whole + rest
}

/// The byte that a percent sign and two digits stand for.
fn encoded(signs: &[u8]) -> Option<u8> {
    let &[b'%', high, low] = signs else { return None };
    let digit = |sign: u8| char::from(sign).to_digit(16);
    u8::try_from(16 * digit(high)? + digit(low)?).ok()
}

/// What messengers and search engines add to an address for purposes of their own.
fn is_tracking(name: &str) -> bool {
    const NAMES: [&str; 12] = [
        "utm",
        "gbraid",
        "wbraid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "_ga",
        "_gl",
        "spm",
        "from",
        "isappinstalled",
        "nsukey",
    ];
    NAMES.contains(&name) || name.starts_with("utm_") || name.ends_with("clid") || name.ends_with("clkid")
}
