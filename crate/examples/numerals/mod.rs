//! Numbers as people write them: with a point or a comma, in groups of three, full width from a Chinese keyboard. The rules
//! are those of the page, www/ui/numerals.ts, and www/test/numerals.json is the table of cases for both.

/// Every number that the text may mean: none where it is no number, two where it is unclear, as `1,000` may be one or a
/// thousand. Where a whole number is asked for, a group of three digits after a comma is a group of digits.
pub(crate) fn readings(text: &str, whole: bool) -> Vec<f64> {
    let text = plain(text);
    let unsigned = text.trim_start_matches(['+', '-']);
    let sign = &text[..text.len() - unsigned.len()];
    let (digits, power) = unsigned.split_at(unsigned.find(['e', 'E']).unwrap_or(unsigned.len()));
    if sign.len() > 1 || !is_power(power) || !digits.chars().all(|c| c.is_ascii_digit() || "., '_".contains(c)) {
        return Vec::new();
    }
    let mantissas = mantissas(digits.trim(), whole).into_iter();
    mantissas.filter_map(|mantissa| format!("{sign}{mantissa}{power}").parse().ok()).collect()
}

/// In the letters of a script: half width, one minus sign, one kind of space, no space around.
pub(crate) fn plain(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    let half = half.trim_matches(' ');
    for sign in ["+", "-"] {
        if let Some(rest) = half.strip_prefix(sign) {
            return [sign, rest.trim_start_matches(' ')].concat();
        }
    }
    half.into()
}

fn half_width(c: char) -> char {
    match c {
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{2212}' | '\u{2010}'..='\u{2014}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{feff}' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Nothing, or e and a whole number.
fn is_power(text: &str) -> bool {
    let Some(power) = text.strip_prefix(['e', 'E']) else { return text.is_empty() };
    is_digits(power.strip_prefix(['+', '-']).unwrap_or(power))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a number without sign and power may be, as a script would write it.
fn mantissas(text: &str, whole: bool) -> Vec<String> {
    // 1 000, 1'000.5: nothing else can be meant.
    if groups(text, " '_", ".,").is_some_and(|(count, _)| count >= 1) {
        return vec![text.replace([' ', '\'', '_'], "").replace(',', ".")];
    }
    // 1,000,000 and 1,000.5; 1.000.000 and 1.000,5.
    let is_grouped = |between, point| {
        groups(text, between, point).is_some_and(|(count, decimals)| count >= 2 || (count == 1 && decimals))
    };
    if is_grouped(",", ".") {
        return vec![text.replace(',', "")];
    }
    if is_grouped(".", ",") {
        return vec![text.replace('.', "").replace(',', ".")];
    }
    let point = text.replacen(',', ".", 1);
    let (before, after) = point.split_once('.').unwrap_or((&point, ""));
    let is_decimal =
        [before, after].iter().all(|part| part.is_empty() || is_digits(part)) && before.len() + after.len() > 0;
    if is_decimal { ambiguous(text, whole).unwrap_or_else(|| vec![point]) } else { Vec::new() }
}

/// How many groups of three digits follow the first one to three, which do not begin with 0, and whether decimals come last;
/// nothing if it is not of this form.
fn groups(text: &str, between: &str, point: &str) -> Option<(usize, bool)> {
    let (groups, decimals) = match text.rfind(|c| point.contains(c)) {
        Some(place) if !text[..place].contains(|c| point.contains(c)) => (&text[..place], Some(&text[place + 1..])),
        Some(_) => return None,
        None => (text, None),
    };
    let mut parts = groups.split(|c| between.contains(c));
    let first = parts.next().filter(|first| is_digits(first) && first.len() <= 3 && !first.starts_with('0'));
    let others: Vec<&str> = parts.collect();
    let fits = first.is_some()
        && others.iter().all(|group| is_digits(group) && group.len() == 3)
        && decimals.is_none_or(|digits| digits.is_empty() || is_digits(digits));
    fits.then_some((others.len(), decimals.is_some()))
}

/// A comma or a point in one group of digits, or almost: what it may be instead of the sign before the decimals.
fn ambiguous(text: &str, whole: bool) -> Option<Vec<String>> {
    let together = text.replace(['.', ','], "");
    let (before, after) = text.split_once(['.', ','])?;
    let is_group = is_digits(before) && before.len() <= 3 && !before.starts_with('0') && after.len() == 3;
    let both = vec![text.replace(',', "."), together.clone()];
    if text.contains(',') {
        return match (is_group, whole) {
            (true, true) => Some(vec![together]),
            (true, false) => Some(both),
            (false, _) => (whole && after.len() >= 2).then_some(both),
        };
    }
    // A point is the sign of the decimals in every script and table; only where there can be none it may be something else.
    (is_group && whole).then_some(both)
}
