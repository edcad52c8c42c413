//! The text of a link as it arrives: typed by hand, or passed on by a messenger or a course page that has rewritten it.

use crate::numerals::{half_width, plain};

/// A name and what was given for it.
pub(super) struct Pair {
    /// As it is known, in small letters.
    pub(super) name: String,
    /// As it was written.
    pub(super) written: String,
    /// Without the spaces around it.
    pub(super) text: String,
    /// The whole piece, as it stands in the link.
    pub(super) raw: String,
}

/// `name=value`, joined by `&`, in the order in which they stand. What messengers and search engines add for purposes of their
/// own is passed over.
pub(super) fn pairs(link: &str) -> Vec<Pair> {
    let pairs = pieces(link).into_iter().map(pair);
    pairs.filter(|pair| !pair.name.is_empty() && !is_tracking(&pair.name)).collect()
}

/// Without the signs that lead to it, in half width, and decoded once more where it was encoded as a whole.
pub(super) fn unescaped(link: &str) -> String {
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

fn pair(raw: &str) -> Pair {
    let (name, text) = raw.split_once('=').unwrap_or((raw, ""));
    let (name, text) = (decoded(name, 0), decoded(text, 0));
    let text = text.strip_suffix(';').unwrap_or(&text);
    let written = trimmed(&name);
    Pair {
        name: plain(written).to_ascii_lowercase(),
        written: written.into(),
        text: trimmed(text).into(),
        raw: raw.into(),
    }
}

/// Without spaces of any kind around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c| half_width(c) == ' ')
}

/// With `%5B` and the like as what they stand for, where that is text; only bytes from `least` on are taken for such. Percent
/// signs that encode nothing stay, and so does `+`: in a number it is a sign.
#[inline(never)] // one copy is enough
fn decoded(text: &str, least: u8) -> String {
    let (mut whole, mut rest) = (Vec::new(), text.as_bytes());
    while !rest.is_empty() {
        let codes = rest.chunks_exact(3).map_while(encoded).take_while(|byte| *byte >= least);
        let bytes: Vec<u8> = codes.collect();
        let (begun, after) = rest.split_at((3 * bytes.len()).max(1));
        let is_text = !bytes.is_empty() && str::from_utf8(&bytes).is_ok();
        whole.extend_from_slice(if is_text { &bytes } else { begun });
        rest = after;
    }
    String::from_utf8(whole).unwrap_or_default()
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
