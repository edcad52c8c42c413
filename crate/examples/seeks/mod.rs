//! What it takes to go to any step of a run, and to keep what that needs.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use spiral_lab::{
    experiment::Experiment,
    random::RandomState,
    run::{CLASSIFIERS, Run},
    settings::Settings,
    timeline::{Keyframe, Keyframes, Timeline},
};

use super::{Answer, milliseconds, number, settings};

/// Steps of each turn when training with and without a record.
const TURN: u32 = 2000;

/// Goes to `seeks` random steps of a run of `steps` steps, one after the other, and holds the loss against the record's.
pub(super) fn seek(request: &Value) -> Answer {
    let mut timeline = begin(&settings(request)?);
    let steps = number(&request["steps"])? as u32;
    timeline.advance(steps).map_err(|stop| format!("{stop:?}"))?;
    let mut stream = RandomState::new(0);
    let mut times = Vec::new();
    for _ in 0..number(&request["seeks"])? as u32 {
        let step = (stream.uniform() * f64::from(steps)) as u32;
        let start = Instant::now();
        timeline.seek(step, u32::MAX);
        times.push(milliseconds(start.elapsed()));
        let curve = timeline.record().curves()[1];
        let bucket = curve.buckets()[(step / curve.width()) as usize];
        let loss = timeline.run().trainer(CLASSIFIERS[1]).loss();
        assert!(timeline.run().steps() == step && (bucket.min..=bucket.max).contains(&loss), "a step of the run");
    }
    let bytes = timeline.record().keyframes().bytes();
    Ok(json!({ "ms": times, "bytes": bytes, "keyframes": timeline.record().keyframes().count() }))
}

/// Trains with and without a record in turn, each from the same first weights on: what either takes, in ms.
pub(super) fn record(request: &Value) -> Answer {
    let settings = settings(request)?;
    let (mut with, mut without) = (begin(&settings), Run::new(&settings));
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..number(&request["turns"])? as u32 {
        times[0].push(timed(|| with.advance(TURN).expect("a run that stays finite")));
        times[1].push(timed(|| without.advance(TURN).expect("a run that stays finite")));
    }
    let [with, without] = times;
    Ok(json!({ "with_ms": with, "without_ms": without }))
}

/// Bytes of the states that are kept of a run of so many steps: their number depends on the steps and on their size alone.
pub(super) fn states(request: &Value) -> Answer {
    let first = Keyframe::of(&Run::new(&settings(request)?), Default::default());
    let mut kept = Keyframes::new(first.clone());
    for step in 1..=number(&request["steps"])? as u32 {
        if kept.is_due(step) {
            kept.insert(Keyframe { step, ..first.clone() });
        }
    }
    Ok(json!({ "bytes": kept.bytes() }))
}

fn begin(settings: &Settings) -> Timeline {
    let (timeline, begun) = Timeline::new(Experiment::new(*settings));
    assert_eq!(begun, Ok(()));
    timeline
}

fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    let time: Duration = start.elapsed();
    milliseconds(time)
}
