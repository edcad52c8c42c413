//! Same settings, same bits: what training comes to after 2000 steps, held against golden/bits.json.
//!
//! Native, wasm and the browser all compare with the one record, and so with each other. When a change of the engine
//! changes the bits on purpose, record them anew and say so in the commit:
//!
//! ```text
//! cargo test -p spiral-lab --test same_bits -- --ignored
//! ```
//!
//! Every number stands there as 16 hexadecimal digits: a loss as its IEEE 754 bits, and many numbers as the 64-bit
//! FNV-1a hash of their bytes, eight to a number, least significant first: hash = 0xcbf29ce484222325, then for each
//! byte hash = (hash XOR byte) · 0x100000001b3 modulo 2⁶⁴. Parameters are taken layer by layer, weights row by row and
//! then biases, points as x and y in turn: the orders of the facade's `parameters` and `points`.

use serde_json::{Value, json};
use spiral_lab::{
    activation::Activation,
    run::{Classifier, Run},
    settings::{SETTINGS, Setting, Settings, Value as Set},
};

const STEPS: u32 = 2000;

/// The tutorial's settings, two that share nothing with them (no size here is a multiple of two lanes), and the ReLU taken
/// away.
fn configurations() -> [Settings; 4] {
    let odd = Settings {
        seed: 4_294_967_295,
        points: 33,
        classes: 5,
        noise: 0.35,
        hidden: 37,
        rate: 0.4,
        reg: 0.01,
        ..Settings::DEFAULT
    };
    [
        Settings::default(),
        odd,
        Settings { seed: 42, points: 71, classes: 2, noise: 0.0, hidden: 1, rate: 2.0, reg: 0.0, ..Settings::DEFAULT },
        Settings { activation: Activation::Identity, ..odd },
    ]
}

fn hex(bits: u64) -> String {
    format!("{bits:016x}")
}

fn hash<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> String {
    let bytes = numbers.into_iter().flat_map(|number| number.to_bits().to_le_bytes());
    let fnv = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    hex(bytes.fold(0xcbf2_9ce4_8422_2325, fnv))
}

fn by_name(settings: &Settings) -> Value {
    let value = |set| match set {
        Set::Number(number) => json!(number),
        Set::Word(word) => json!(word),
    };
    SETTINGS.iter().map(|setting| (setting.name, value(setting.of(settings)))).collect()
}

fn classifier(run: &Run, classifier: Classifier) -> Value {
    let trainer = run.trainer(classifier);
    json!({
        "loss": hex(trainer.loss().to_bits()),
        "parameters": hash(trainer.network().parameters()),
    })
}

fn measure(settings: &Settings) -> Value {
    let mut run = Run::new(settings);
    run.advance(STEPS).unwrap();
    json!({
        "settings": by_name(settings),
        "steps": STEPS,
        "points": hash(&run.data().points),
        "linear": classifier(&run, Classifier::Linear),
        "network": classifier(&run, Classifier::Network),
    })
}

#[test]
fn training_comes_to_the_recorded_bits() {
    let records: Value = serde_json::from_str(include_str!("golden/bits.json")).unwrap();
    for (place, settings) in configurations().iter().enumerate() {
        let record = &records[place];
        for setting in &SETTINGS {
            assert!(has(&record["settings"][setting.name], setting, settings), "{}", setting.name);
        }
        let measured = measure(settings);
        for part in ["steps", "points", "linear", "network"] {
            assert_eq!(measured[part], record[part], "see the top of this file");
        }
    }
}

/// Whether a setting stands so in the record; one that does not stand there is the tutorial's.
fn has(recorded: &Value, setting: &Setting, settings: &Settings) -> bool {
    let value = setting.of(settings);
    match value {
        _ if recorded.is_null() => value == setting.default(),
        Set::Number(number) => recorded.as_f64() == Some(number),
        Set::Word(word) => recorded.as_str() == Some(word),
    }
}

#[test]
fn the_hash_is_fnv_1a() {
    // "foobar" from the authors' table of test vectors is 85944171f73967e8; a number's bytes come in eights, so here
    // is the empty hash, and one number by hand: 0.0 multiplies eight times by the prime.
    assert_eq!(hash(&[]), "cbf29ce484222325");
    let by_hand = (0..8).fold(0xcbf2_9ce4_8422_2325_u64, |hash, _| hash.wrapping_mul(0x100_0000_01b3));
    assert_eq!(hash(&[0.0]), hex(by_hand));
    assert_ne!(hash(&[0.0]), hash(&[-0.0]));
}

#[test]
#[ignore = "writes the record instead of comparing with it"]
#[cfg(not(target_family = "wasm"))]
fn record() {
    let runs: Vec<Value> = configurations().iter().map(measure).collect();
    let text = serde_json::to_string_pretty(&runs).unwrap() + "\n";
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/bits.json"), text).unwrap();
}
