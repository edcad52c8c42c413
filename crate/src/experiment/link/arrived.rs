//! The text of a link as it arrives: typed by hand, or passed on by a messenger or a course page that has rewritten it.
//!
//! The signs that mean something in it are ASCII, so it is taken apart as bytes.

use super::names::is_one_of;
use crate::numerals::plain;

/// A name and what was given for it.
pub(super) struct Pair {
    /// As it is known, in small letters.
    pub(super) name: String,
    /// As it was written.
    pub(super) written: String,
    /// In the letters of a script, without spaces around it.
    pub(super) text: String,
}

/// Without the signs that lead to it, in half width, and decoded once more where it was encoded as a whole.
#[inline(never)]
pub(super) fn unescaped(link: &str) -> String {
    // The browser encodes what is full width, and with it the signs that separate.
    let half = plain(&decoded(link.as_bytes(), 0x80));
    let mut bare = half.as_bytes();
    while let [b'#' | b'!' | b'?' | b'/' | b' ', rest @ ..] = bare {
        bare = rest;
    }
    // In text there is no byte 255.
    decoded(bare, if bare.contains(&b'=') { 255 } else { 0 })
}

/// Takes a link to its pieces: what stands between the signs that separate, `&`, which may have become `&amp;`, `#`, and `;`
/// where a name follows.
#[inline(never)]
pub(super) fn each_piece(link: &[u8], take: &mut dyn FnMut(&[u8])) {
    let (mut begun, mut rest) = (link, link);
    let mut length = 0;
    while let [sign, after @ ..] = rest {
        rest = after;
        if matches!(sign, b'&' | b'#') || (*sign == b';' && begins_with_a_name(after)) {
            take(begun.get(..length).unwrap_or_default());
            while let [b'a' | b'A', b'm' | b'M', b'p' | b'P', b';', after @ ..] = rest
                && *sign == b'&'
            {
                rest = after;
            }
            (begun, length) = (rest, 0);
        } else {
            length += 1;
        }
    }
    take(begun);
}

/// Whether letters or points and then `=` come next.
fn begins_with_a_name(text: &[u8]) -> bool {
    let (mut has_begun, mut has_ended) = (false, false);
    for sign in text {
        match sign {
            b'=' => return has_begun,
            b' ' => has_ended = has_begun,
            b'a'..=b'z' | b'A'..=b'Z' | b'.' if !has_ended => has_begun = true,
            _ => return false,
        }
    }
    false
}

/// A name and its value; nothing where there is no name, or one that messengers and search engines add for purposes of their own.
#[inline(never)]
pub(super) fn pair(piece: &[u8]) -> Option<Pair> {
    let mut parts = piece.splitn(2, |sign| *sign == b'=');
    let written = plain(&decoded(parts.next()?, 0));
    let value = decoded(parts.next().unwrap_or_default(), 0);
    let text = plain(value.strip_suffix(';').unwrap_or(&value));
    let name = written.to_ascii_lowercase();
    if name.is_empty() || is_tracking(&name) { None } else { Some(Pair { name, written, text }) }
}

/// With `%5B` and the like as what they stand for, where that is text; only bytes from `least` on are taken for such. Percent
/// signs that encode nothing stay, and so does `+`: in a number it is a sign.
#[inline(never)]
fn decoded(mut rest: &[u8], least: u8) -> String {
    let mut whole = Vec::new();
    while let [first, after @ ..] = rest {
        let (mut bytes, mut behind) = (Vec::new(), rest);
        while let [b'%', high, low, after @ ..] = behind
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
            && 16 * high + low >= least
        {
            bytes.push(16 * high + low);
            behind = after;
        }
        if bytes.is_empty() {
            whole.push(*first);
            rest = after;
        } else {
            let is_text = str::from_utf8(&bytes).is_ok();
            whole.extend_from_slice(if is_text { &bytes } else { rest.get(..3 * bytes.len()).unwrap_or_default() });
            rest = behind;
        }
    }
    String::from_utf8(whole).unwrap_or_default()
}

/// What a hexadecimal digit stands for.
fn digit(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' | b'A'..=b'F' => Some((sign | 0x20) - b'a' + 10),
        _ => None,
    }
}

/// What messengers and search engines add to an address for purposes of their own.
fn is_tracking(name: &str) -> bool {
    is_one_of("utm gbraid wbraid mc_cid mc_eid igshid _ga _gl spm from isappinstalled nsukey", name)
        || name.starts_with("utm_")
        || name.ends_with("clid")
        || name.ends_with("clkid")
}
