//! What scripts/reference.py and scripts/reference_sets.py have written to golden/, and how it is compared with.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]

use serde_json::Value;
use spiral_lab::settings::{SETTINGS, Settings};

pub fn read(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("what scripts/reference.py writes")
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

pub fn whole(value: &Value) -> usize {
    value.as_u64().and_then(|n| n.try_into().ok()).unwrap_or_else(|| panic!("{value} is not a whole number"))
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is not a list"))
}

/// Compares an array with what the script keeps of one. An entry may be `unit` away.
pub fn assert_same_array<'a>(what: &str, ours: impl IntoIterator<Item = &'a f64>, theirs: &Value, unit: f64) {
    let ours: Vec<f64> = ours.into_iter().copied().collect();
    assert_eq!(ours.len(), whole(&theirs["size"]), "size of {what}");
    for entry in list(&theirs["entries"]) {
        let (place, theirs) = (whole(&entry[0]), number(&entry[1]));
        assert!((ours[place] - theirs).abs() <= unit, "{what}[{place}] is {:e}, not {theirs:e}", ours[place]);
    }
    // Each entry may be off, and each addition rounds by 1.1e-16 of a sum no greater than `abs_sum`.
    let tolerance = ours.len() as f64 * (unit + 1.1e-16 * number(&theirs["abs_sum"]));
    let sums = [("sum", ours.iter().sum::<f64>()), ("abs_sum", ours.iter().map(|x| x.abs()).sum())];
    for (name, ours) in sums {
        let theirs = number(&theirs[name]);
        assert!((ours - theirs).abs() <= tolerance, "{name} of {what} is {ours:e}, not {theirs:e}");
    }
}

/// What a record does not name is the tutorial's.
pub fn settings_of(record: &Value) -> Settings {
    let mut settings = Settings::default();
    for name in SETTINGS.iter().map(|setting| setting.name) {
        match &record["settings"][name] {
            Value::Null => {}
            Value::String(word) => settings.set(name, word.as_str()).unwrap(),
            value => settings.set(name, number(value)).unwrap(),
        }
    }
    settings
}
