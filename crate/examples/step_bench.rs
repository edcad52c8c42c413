//! Our engine's side of `npm run bench`, native and as wasm: for each line of JSON that it reads it writes one.
//!
//! ```text
//! echo '{"job":"step","steps":1000,"least_ms":300}' | cargo run --release --example step_bench
//! {"loss":0.294416…,"us":…}
//! ```
//!
//! `step` trains the network alone, without the linear classifier, again and again from its first weights. `exact`
//! and `per_pixel` paint the decision regions of the tutorial's network after 1000 steps. `seek` goes to random steps of a
//! long run, `record` trains with and without keeping a record, `states` tells what a record takes: see `seeks`.

use std::{
    error::Error,
    io::{BufRead, Write, stdin, stdout},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use spiral_lab::{
    regions::{Picture, Window},
    run::{Classifier, Run},
    settings::Settings,
    training::{Diverged, Trainer},
};

mod blocks;
mod seeks;

type Answer = Result<Value, Box<dyn Error>>;

/// Every class has itself for a colour, so that pictures can be compared with those of the other sides.
const CLASSES: [[u8; 4]; 6] = [[0; 4], [1; 4], [2; 4], [3; 4], [4; 4], [5; 4]];

fn main() -> Result<(), Box<dyn Error>> {
    for line in stdin().lock().lines() {
        let request = serde_json::from_str(&line?)?;
        writeln!(stdout(), "{}", answer(&request)?)?;
    }
    Ok(())
}

fn answer(request: &Value) -> Answer {
    match request["job"].as_str() {
        Some("step") => step(request),
        Some("exact") => paint(request, true),
        Some("per_pixel") => paint(request, false),
        Some("seek") => seeks::seek(request),
        Some("record") => seeks::record(request),
        Some("states") => seeks::states(request),
        job => Err(format!("there is no job {job:?}").into()),
    }
}

fn settings(request: &Value) -> Result<Settings, Box<dyn Error>> {
    let mut settings = Settings::default();
    for (name, value) in request["settings"].as_object().into_iter().flatten() {
        settings.set(name, number(value)?)?;
    }
    Ok(settings)
}

fn step(request: &Value) -> Answer {
    let settings = settings(request)?;
    let steps = number(&request["steps"])? as u32;
    let (mut time, mut runs, mut loss) = (Duration::ZERO, 0, 0.0);
    while runs == 0 || milliseconds(time) < number(&request["least_ms"])? {
        let mut trainer = Run::new(&settings).into_trainer(Classifier::Network);
        let start = Instant::now();
        train(&mut trainer, steps)?;
        time += start.elapsed();
        runs += 1;
        loss = trainer.loss();
    }
    Ok(json!({ "us": 1e3 * milliseconds(time) / f64::from(runs * steps), "loss": loss }))
}

fn train(trainer: &mut Trainer, steps: u32) -> Result<(), Diverged> {
    (0..steps).try_for_each(|_| trainer.step())
}

fn paint(request: &Value, exact: bool) -> Answer {
    let mut trainer = Run::new(&Settings::default()).into_trainer(Classifier::Network);
    train(&mut trainer, 1000)?;
    let window = Window::square(number(&request["reach"])?);
    let side = number(&request["side"])? as usize;
    let mut picture = Picture::default();
    picture.resize(side, side);
    let mut pixels = vec![[0; 4]; side * side];
    let (mut time, mut pictures) = (Duration::ZERO, 0);
    while pictures == 0 || milliseconds(time) < number(&request["least_ms"])? {
        let start = Instant::now();
        if exact {
            picture.paint(trainer.network(), &window, &CLASSES);
        } else {
            blocks::paint(trainer.network(), &window, &CLASSES, (side, side), &mut pixels);
        }
        time += start.elapsed();
        pictures += 1;
    }
    let mut answer = json!({ "ms": milliseconds(time) / f64::from(pictures) });
    if request["show"] == true {
        let shown = if exact { picture.rgba() } else { pixels.as_flattened() };
        answer["picture"] = shown.iter().step_by(4).map(|class| char::from(b'0' + class)).collect::<String>().into();
    }
    Ok(answer)
}

fn milliseconds(time: Duration) -> f64 {
    1e3 * time.as_secs_f64()
}

fn number(value: &Value) -> Result<f64, String> {
    value.as_f64().ok_or_else(|| format!("{value} is where a number should be"))
}
