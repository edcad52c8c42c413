//! What a run came to at chosen steps, for curves over time: loss, data loss, accuracy, and how probable one point's own class
//! is. The numbers are those of true states of the run, its keyframes; nothing is interpolated.

use super::{Keyframe, Reading, Record, Timeline};
use crate::{
    dataset::Dataset,
    experiment::What,
    network::Network,
    run::{Classifier, Run},
};

/// What is known of a classifier at one step, after the changes of the step, as numbers of one kind: the step; loss, data loss
/// and accuracy (see [`Reading`]); and p\[y\] of the point that is traced, the probability of its own class, 0…1.
pub type Sample = [f64; 5];

impl Timeline {
    /// What is known of a classifier: first at the step where the run stands, then at every keyframe from step `from` on.
    /// Nothing, if there is no such point.
    #[must_use]
    pub fn trace(&self, classifier: Classifier, point: usize, from: u32) -> Vec<Sample> {
        self.record().trace(self.run(), classifier, point, from)
    }
}

impl Record {
    /// The same of any record: first where a run of its settings stands, then at every keyframe.
    #[must_use]
    pub fn trace(&self, run: &Run, classifier: Classifier, point: usize, from: u32) -> Vec<Sample> {
        if point >= run.data().len() {
            return Vec::new();
        }
        let trained = run.trainer(classifier).network();
        let mut network = trained.zeros_like();
        let sample = |step: u32, readings: &[Reading; 2], network: &Network| {
            let Reading { loss, data_loss, accuracy } = readings[classifier as usize];
            [step.into(), loss, data_loss, accuracy, own_probability(network, run.data(), point)]
        };
        let frames = self.keyframes().from(from);
        let mut samples = vec![[0.0; 5]; 1 + frames.len()];
        samples[0] = sample(run.steps(), &Reading::of(run), trained);
        for (place, frame) in samples[1..].iter_mut().zip(frames) {
            self.rebuild(frame, classifier, &mut network);
            *place = sample(frame.step, &frame.readings, &network);
        }
        samples
    }

    /// Makes of a network that of a keyframe, after the changes of its step.
    fn rebuild(&self, Keyframe { step, state, .. }: &Keyframe, classifier: Classifier, network: &mut Network) {
        let count = network.count();
        let own = match classifier {
            Classifier::Linear => &state[..count],
            Classifier::Network => &state[state.len() - count..],
        };
        network.parameters_mut().copy_from_slice(own);
        for change in self.experiment().at(*step) {
            match change.what {
                What::Parameter { classifier: whose, parameter, value } if whose == classifier => {
                    parameter.set(network, value);
                }
                _ => {}
            }
        }
    }
}

/// exp(score\[y\]) / Σ_k exp(score\[k\]) of one point, the greatest score subtracted from all, in the order of the tutorial.
#[inline(never)]
fn own_probability(network: &Network, data: &Dataset, point: usize) -> f64 {
    let inputs = [data.points[[point, 0]], data.points[[point, 1]]];
    let (hidden, last) = network.hidden_and_scores();
    let mut scores = vec![0.0; last.outputs()];
    if let Some(hidden) = hidden {
        let mut outputs = vec![0.0; hidden.outputs()];
        hidden.affine(&inputs, &mut outputs);
        outputs.iter_mut().for_each(|z| *z = network.activation.of(*z));
        last.affine(&outputs, &mut scores);
    } else {
        last.affine(&inputs, &mut scores);
    }
    let greatest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    scores.iter_mut().for_each(|score| *score = libm::exp(*score - greatest));
    scores[usize::from(data.labels[point])] / scores.iter().sum::<f64>()
}
