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

fn told(text: &str) -> Vec<String> {
    link::read(text).corrections
}

#[test]
fn a_link_that_opens_a_chapter_begins_with_that_chapters_run() {
    let run = |text: &str| {
        let link = link::read(text);
        let Settings { hidden, rate, .. } = link.experiment.settings;
        (hidden, rate, link.step)
    };
    assert_eq!(run("#lesson=4"), (100, 1.0, 0));
    assert_eq!(run("#lesson=8"), (3, 1.0, 1000));
    assert_eq!(run("#hidden=50&lesson=8&step=7"), (50, 1.0, 7));
    assert_eq!(run("#lesson=12"), (100, 10.0, 1000));
    assert_eq!(run("https://example.org/?lesson=8&step=9#seed=1"), (3, 1.0, 9));
    assert_eq!(told("#lesson=99"), ["lesson=99 became 16."]);
    assert_eq!(told("#lesson=-1"), ["lesson=-1 became 0."]);
}

#[test]
fn what_the_link_says_twice_of_one_step_is_told_and_the_last_holds() {
    let changes = "#rate=2&changes=0:rate=0.5;5:reg=0.1;5:rate=3;5:reg=0.2;5:reg=0.2;7:W1[0,0]=1;7:right.W1[0,0]=2";
    let link = link::read(changes);
    let holds = "holds, in place of what else the link says of the same at this step.";
    let sentences = ["5:reg=0.2", "7:right.W1[0,0]=2", "0:rate=0.5"].map(|piece| format!("changes: {piece} {holds}"));
    assert_eq!(link.corrections, sentences);
    assert_eq!(link.experiment.settings.rate, 0.5);
    assert_eq!(link.experiment.settings_at(5).reg, 0.2);
    assert_eq!(told("#changes=0:rate=0.5"), [""; 0], "nothing else is said of it");
    assert_eq!(told("#rate=0.5&changes=0:rate=0.5"), [""; 0]);
}

#[test]
fn what_a_newer_version_has_written_is_told_as_that() {
    let newer = "was made by a newer version of the page and is not known here.";
    let link = "#batch=20&stop=200&ask=Why%3F&left.rate=0.5&Right.Optimizer=adam&changes=5:optimizer=adam;7:left.reg=0;9:left.b[0]=1&left.foo=1";
    let expected = [
        format!("batch=20 {newer}"),
        format!("left.rate=0.5 {newer}"),
        format!("Right.Optimizer=adam {newer}"),
        "left.foo is no name of a link.".into(),
        format!("changes: 5:optimizer=adam {newer}"),
        format!("changes: 7:left.reg=0 {newer}"),
    ];
    assert_eq!(told(link), expected);
}
