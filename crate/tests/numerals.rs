//! Numbers as people write them mean on the command line what they mean on the page: the table of cases is the page's.

#![cfg(not(target_family = "wasm"))] // of the command line

use proptest::prelude::*;
use serde_json::Value;
use spiral_lab::numerals::{self, plain};

/// What a text may mean.
fn readings(text: &str, whole: bool) -> Vec<f64> {
    let found = numerals::readings(text, whole, &|text| text.parse().ok());
    found.into_iter().filter(|value| !value.is_nan()).collect()
}

fn table(name: &str) -> Vec<Value> {
    let table: Value = serde_json::from_str(include_str!("../../www/test/numerals.json")).unwrap();
    table[name].as_array().unwrap().clone()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn every_case_of_the_pages_table_means_the_same() {
    for case in table("one") {
        assert_eq!(readings(case[0].as_str().unwrap(), false), [number(&case[1])], "{case}");
    }
    for case in table("whole") {
        assert_eq!(readings(case[0].as_str().unwrap(), true), [number(&case[1])], "{case}");
    }
    for case in table("two") {
        let values: Vec<f64> = case[2].as_array().unwrap().iter().map(number).collect();
        assert_eq!(readings(case[0].as_str().unwrap(), case[1] == true), values, "{case}");
    }
    for case in table("none") {
        for whole in [false, true] {
            assert_eq!(readings(case.as_str().unwrap(), whole), [0.0; 0], "{case}");
        }
    }
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_program_prints_is_read_in_either_width(value in any::<f64>(), space in prop::sample::select(vec!["", " ", "\t", "\u{3000}"])) {
        prop_assume!(value.is_finite());
        for text in [format!("{value}"), format!("{value:e}"), wide(&format!("{value:e}"))] {
            // 1.234 may be a thousand only where a whole number is wanted.
            prop_assert_eq!(readings(&[space, &text, space].concat(), false), [value]);
        }
    }

    #[test]
    fn nothing_panics_and_no_number_is_nan(text in "[0-9,.+\\-e '_，。０]{0,12}|.{0,12}", whole in any::<bool>()) {
        let values = readings(&text, whole);
        prop_assert!(values.len() <= 2 && values.iter().all(|value| !value.is_nan()));
        let _ = plain(&text);
    }
}
