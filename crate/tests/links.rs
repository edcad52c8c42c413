//! Links as they arrive lead on the command line where they lead on the page: the table of cases is the page's.

#![cfg(not(target_family = "wasm"))] // of the command line

#[path = "../examples/link/mod.rs"]
mod link;

use std::collections::HashMap;

use serde_json::Value as Json;
use spiral_lab::settings::{Settings, Value};

fn value(json: &Json) -> Value<'_> {
    json.as_str().map_or_else(|| Value::Number(json.as_f64().unwrap()), Value::Word)
}

#[test]
fn a_link_leads_where_the_table_says_that_it_leads() {
    type Cases = Vec<(String, serde_json::Map<String, Json>)>;
    let table: HashMap<String, Cases> = serde_json::from_str(include_str!("../../www/test/links.json")).unwrap();
    for (text, says) in table.values().flatten() {
        let (mut settings, mut step) = (Settings::default(), 0);
        for (name, said) in says {
            match name.as_str() {
                "step" => step = said.as_u64().unwrap(),
                name => settings.set(name, value(said)).unwrap(),
            }
        }
        let link = link::read(text);
        assert_eq!((link.experiment.settings, u64::from(link.step)), (settings, step), "{text}");
    }
    let told = |text: &str| link::read(text).corrections.concat();
    assert_eq!(told("#seed=1&SEED=2"), "SEED=2 was left out, because seed stands there twice.");
    assert_eq!(told("#utm_source=mail&fbclid=x&lang=zh&lesson=3&seed=1&seed=1"), "");
    assert_eq!(told("#rate=1,000"), "rate=1,000 may mean 1 or 1000, so it is 1 here.");
}
