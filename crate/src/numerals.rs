//! Numbers as people write them: with a point or a comma, in groups of three, full width from a Chinese keyboard.
//!
//! To read an f64 takes 8 kB of code, which the page has in JavaScript already; so what a script would write is left to the
//! caller to read.
//! `inline(never)` has the page load one copy of each function.

/// Reads a number as scripts write it, if the text is one.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<f64>;

/// The number that a text may mean, and another where it is unclear, as `1,000` may be one or a thousand; NaN where there is
/// none. Where a whole number is asked for, a group of three digits after a comma is a group of digits.
#[must_use]
#[inline(never)]
pub fn readings(text: &str, whole: bool, read: Read) -> [f64; 2] {
    let text = plain(text);
    let (sign, unsigned) = signed(&text);
    let end = unsigned.bytes().position(|byte| matches!(byte, b'e' | b'E'));
    let digits = unsigned.get(..end.unwrap_or(unsigned.len())).unwrap_or_default();
    let power = end.map_or("0", |end| unsigned.get(end + 1..).unwrap_or_default());
    let (_, size) = signed(power);
    if size.is_empty() || !size.bytes().all(|byte| byte.is_ascii_digit()) {
        return [f64::NAN; 2];
    }
    let (together, with_point, ways) = mantissas(digits.trim_end_matches(' '), whole);
    let number = |digits: &str| read(&[sign, digits, "e", power].concat()).unwrap_or(f64::NAN);
    let (together, with_point) = (number(&together), number(&with_point));
    ways.map(|way| match way {
        Way::Together => together,
        Way::WithPoint => with_point,
        Way::None => f64::NAN,
    })
}

/// The one number that a text means, if it means one.
#[must_use]
pub fn only_number(text: &str, read: Read) -> Option<f64> {
    let [one, other] = readings(text, false, read);
    if one.is_nan() || !other.is_nan() { None } else { Some(one) }
}

/// In the letters of a script: half width, one minus sign, one kind of space, no space around nor after a leading sign.
#[must_use]
#[inline(never)]
pub fn plain(text: &str) -> String {
    let mut half = String::new();
    for c in text.chars().map(half_width) {
        if c != ' ' || !matches!(&*half, "" | "+" | "-") {
            half.push(c);
        }
    }
    while half.ends_with(' ') {
        half.pop();
    }
    half
}

/// The letter of a script that stands for this one.
fn half_width(c: char) -> char {
    match c {
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{2212}' | '\u{2010}'..='\u{2014}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\t'..='\r' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}' => ' ',
        _ => c,
    }
}

/// The sign, if one leads, and what follows.
fn signed(text: &str) -> (&str, &str) {
    let after = |sign: &'static str| text.strip_prefix(sign).map(|rest| (sign, rest));
    after("+").or_else(|| after("-")).unwrap_or(("", text))
}

/// How digits may be read.
enum Way {
    None,
    /// As one whole number.
    Together,
    /// With decimals behind the last sign.
    WithPoint,
}

/// The digits of a number without sign and power, together and with a point where the last sign stands, and how they may be read.
#[inline(never)]
fn mantissas(text: &str, whole: bool) -> (String, String, [Way; 2]) {
    // What stands between the digits: how many signs, the first and the last, and whether all but the last are the same.
    let (mut count, mut first, mut last, mut are_same) = (0, b' ', b' ', true);
    // The digits of the group that is read, and whether those before it are groups of three behind a first one that does not
    // begin with 0.
    let (mut length, mut are_groups) = (0, true);
    let (mut together, mut with_point) = (String::new(), String::new());
    for sign in text.bytes() {
        match sign {
            b'0'..=b'9' => {
                together.push(sign.into());
                with_point.push(sign.into());
                length += 1;
            }
            b'.' | b',' | b' ' | b'\'' | b'_' => {
                are_groups &= if count == 0 { matches!(length, 1..=3) && !text.starts_with('0') } else { length == 3 };
                are_same &= count == 0 || last == first;
                last = if matches!(sign, b'.' | b',') { sign } else { b' ' };
                first = if count == 0 { last } else { first };
                (count, length) = (count + 1, 0);
                with_point.clone_from(&together);
                with_point.push('.');
            }
            _ => return (together, with_point, [Way::None, Way::None]),
        }
    }
    let is_group = are_groups && length == 3;
    let ways = match (count, last) {
        _ if together.is_empty() => [Way::None, Way::None],
        (0, _) => [Way::Together, Way::None],
        // 0,5 and .5; but 1,000 may be a thousand, and where there can be no decimals 1.000 and 1,00 may mean none, too.
        (1, b',') if is_group && whole => [Way::Together, Way::None],
        (1, b',') if is_group || (whole && length >= 2) => [Way::WithPoint, Way::Together],
        (1, b'.') if is_group && whole => [Way::WithPoint, Way::Together],
        (1, b'.' | b',') => [Way::WithPoint, Way::None],
        // 1 000 and 1,000,000; then 1'000.5, 1,000.5 and 1.000,5.
        _ if is_group && are_same && last == first => [Way::Together, Way::None],
        (_, b'.' | b',') if are_groups && are_same && last != first => [Way::WithPoint, Way::None],
        _ => [Way::None, Way::None],
    };
    (together, with_point, ways)
}
