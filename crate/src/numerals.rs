//! Numbers as people write them: with a point or a comma, in groups of three, full width from a Chinese keyboard.
//!
//! To read an f64 takes 8 kB of code, which the page has in JavaScript already; so what a script would write is left to the
//! caller to read.

/// Reads a number as scripts write it, if the text is one.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<f64>;

/// The number that a text may mean, and another where it is unclear, as `1,000` may be one or a thousand; NaN where there is
/// none. Where a whole number is asked for, a group of three digits after a comma is a group of digits.
#[must_use]
pub fn readings(text: &str, whole: bool, read: Read) -> [f64; 2] {
    let text = plain(text);
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(&text);
    let sign = &text[..text.len() - unsigned.len()];
    let (digits, power) = unsigned.split_at(unsigned.find(['e', 'E']).unwrap_or(unsigned.len()));
    if !is_power(power) {
        return [f64::NAN; 2];
    }
    mantissas(digits.trim_matches(' '), whole).map(|mantissa| {
        let number = [sign, &mantissa, power].concat();
        if mantissa.is_empty() { f64::NAN } else { read(&number).unwrap_or(f64::NAN) }
    })
}

/// The one number that a text means, if it means one.
#[must_use]
pub fn only_number(text: &str, whole: bool, read: Read) -> Option<f64> {
    let [one, other] = readings(text, whole, read);
    if one.is_nan() || !other.is_nan() { None } else { Some(one) }
}

/// In the letters of a script: half width, one minus sign, one kind of space, no space around.
#[must_use]
#[inline(never)] // here and below: one copy is enough
pub fn plain(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    let half = half.trim_matches(' ');
    match half.strip_prefix(['+', '-']) {
        Some(rest) => [&half[..1], rest.trim_start_matches(' ')].concat(),
        None => half.into(),
    }
}

/// The letter of a script that stands for this one.
pub(crate) fn half_width(c: char) -> char {
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

/// Nothing, or e and a whole number.
fn is_power(text: &str) -> bool {
    let Some(power) = text.strip_prefix(['e', 'E']) else { return true };
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a number without sign and power may be, as a script would write it; an empty text stands for none.
#[inline(never)]
fn mantissas(text: &str, whole: bool) -> [String; 2] {
    let none = || [String::new(), String::new()];
    // What stands between the digits: how many signs, the first and the last, and whether all but the last are the same.
    let (mut count, mut first, mut last, mut are_same) = (0, ' ', ' ', true);
    // The digits of the group that is read, and whether those before it are groups of three behind a first one that does not
    // begin with 0.
    let (mut length, mut are_groups) = (0, true);
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => {
                digits.push(c);
                length += 1;
            }
            '.' | ',' | ' ' | '\'' | '_' => {
                let is_group = if count == 0 { matches!(length, 1..=3) && !text.starts_with('0') } else { length == 3 };
                are_groups &= is_group;
                are_same &= count == 0 || last == first;
                last = if matches!(c, '.' | ',') { c } else { ' ' };
                first = if count == 0 { last } else { first };
                (count, length) = (count + 1, 0);
            }
            _ => return none(),
        }
    }
    let (before, after) = digits.split_at(digits.len() - length);
    let with_point = [before, ".", after].concat();
    let is_group = are_groups && length == 3;
    match (count, last) {
        _ if digits.is_empty() => none(),
        (0, _) => [digits, String::new()],
        // 0,5 and .5; but 1,000 may be a thousand, and where there can be no decimals 1.000 and 1,00 may mean none, too.
        (1, ',') if is_group && whole => [digits, String::new()],
        (1, ',') if is_group || (whole && length >= 2) => [with_point, digits],
        (1, '.') if is_group && whole => [with_point, digits],
        (1, '.' | ',') => [with_point, String::new()],
        // 1 000 and 1,000,000; then 1'000.5, 1,000.5 and 1.000,5.
        _ if is_group && are_same && last == first => [digits, String::new()],
        (_, '.' | ',') if are_groups && are_same && last != first => [with_point, String::new()],
        _ => none(),
    }
}
