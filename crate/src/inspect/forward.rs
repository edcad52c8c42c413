//! The formulas of the crate's front page for one point at a time, written for reading: what the kernels do in lanes.

use crate::network::Network;

/// The greatest score: softmax is the same whatever is subtracted from all scores, and less the greatest no `exp`
/// overflows (CS231n, "Practical issues: Numeric stability").
pub(super) fn greatest(scores: &[f64]) -> f64 {
    scores.iter().fold(f64::NEG_INFINITY, |max, &score| if score > max { score } else { max })
}

/// −ln softmax(scores)\[label\] = ln Σ_k exp(score_k − greatest) − (score_label − greatest).
pub(super) fn cross_entropy(scores: &[f64], label: usize) -> f64 {
    let greatest = greatest(scores);
    let sum: f64 = scores.iter().map(|score| libm::exp(score - greatest)).sum();
    libm::log(sum) - (scores[label] - greatest)
}

/// Makes `room` a network of the same shape as another, if it is not: allocates nothing where it is.
pub(super) fn make_room(room: &mut Network, like: &Network) {
    if room.widths() != like.widths() {
        *room = like.zeros_like();
    }
    room.activation = like.activation;
}
