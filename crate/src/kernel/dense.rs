//! The general kernel: any number of layers, eight points at a time, forward and then backward.
//!
//! Eight points are four vectors of two lanes each: enough sums side by side to keep a processor's adders busy, few
//! enough for the sums to stay in registers. What is summed over the points is kept in two lanes to the end.

use super::{
    Evaluation, Kernel,
    cells::{POINTS, PerPoint, TWOS},
    exp::exp,
    lanes::F64x2,
};
use crate::{
    activation::Activation,
    dataset::Dataset,
    network::{Layer, Network},
};

/// Scratch memory for eight points on their way through the layers.
pub struct Dense {
    /// `values[l]` enters layer l: the points themselves, then each ReLU's outputs; the last holds the scores.
    values: Vec<Vec<PerPoint>>,
    /// dL/d of the same numbers, before the ReLU.
    slopes: Vec<Vec<PerPoint>>,
    /// Gradients so far, of the even and of the odd points.
    sums: Vec<Sums>,
    /// The scores of a single point.
    scores: Vec<f64>,
}

/// Gradients of one layer in two lanes.
struct Sums {
    /// inputs×outputs, row by row.
    weights: Vec<F64x2>,
    biases: Vec<F64x2>,
}

/// Which of eight points there are, and of what class.
struct Eight<'a> {
    labels: &'a [u8],
    /// 1/N.
    share: f64,
}

fn nothing() -> PerPoint {
    [F64x2::zero(); TWOS]
}

impl Dense {
    /// Room for a network of these widths (see [`Network::random`]).
    #[must_use]
    pub fn new(widths: &[usize]) -> Self {
        let room = || widths.iter().map(|&width| vec![nothing(); width]).collect();
        let sums = widths
            .windows(2)
            .map(|pair| Sums { weights: vec![F64x2::zero(); pair[0] * pair[1]], biases: vec![F64x2::zero(); pair[1]] });
        let scores = vec![0.0; widths.last().copied().unwrap_or(0)];
        Dense { values: room(), slopes: room(), sums: sums.collect(), scores }
    }

    /// Whether this is room for that network.
    #[must_use]
    pub fn fits(&self, network: &Network) -> bool {
        self.values.iter().map(Vec::len).eq(network.widths().iter().copied())
    }

    /// The K class scores at one point (x, y). Allocates nothing.
    pub fn scores(&mut self, point: &[f64], network: &Network) -> &[f64] {
        self.scores_of_eight(|_, input| point[input], network);
        for (score, lanes) in self.scores.iter_mut().zip(&self.values[network.layers().len()]) {
            *score = lanes[0].lanes()[0];
        }
        &self.scores
    }

    /// For each class the scores of eight points, given by their coordinates: `at(point, input)`. Allocates nothing.
    pub fn scores_of_eight(&mut self, at: impl Fn(usize, usize) -> f64, network: &Network) -> &[PerPoint] {
        for (input, values) in self.values[0].iter_mut().enumerate() {
            *values = std::array::from_fn(|two| F64x2::new([at(2 * two, input), at(2 * two + 1, input)]));
        }
        let last = network.layers().len() - 1;
        for (l, layer) in network.layers().enumerate() {
            let (inputs, outputs) = pair(&mut self.values, l);
            affine(inputs, layer, outputs);
            if l < last {
                outputs.iter_mut().for_each(|z| *z = of(network.activation, *z));
            }
        }
        &self.values[last + 1]
    }

    /// Adds these points' share of every gradient; the slopes of the scores are already in place.
    fn backward(&mut self, network: &Network) {
        for l in (0..network.layers().len()).rev() {
            let (below, above) = pair(&mut self.slopes, l);
            affine_backward(&self.values[l], above, &mut self.sums[l]);
            if l > 0 {
                inputs_backward(network.layer(l), above, below);
                activation_backward(network.activation, &self.values[l], below);
            }
        }
    }
}

impl Kernel for Dense {
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Evaluation {
        for sums in &mut self.sums {
            sums.weights.fill(F64x2::zero());
            sums.biases.fill(F64x2::zero());
        }
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let n = data.len().max(1) as f64;
        let last = network.layers().len();
        let mut evaluation = Evaluation { data_loss: 0.0, correct: 0 };
        for (start, labels) in (0..).step_by(POINTS).zip(data.labels.chunks(POINTS)) {
            // The last eight are filled up with the last point, at no share of anything.
            let real = |place: usize| start + place.min(labels.len() - 1);
            self.scores_of_eight(|place, input| data.points[[real(place), input]], network);
            let eight = Eight { labels, share: 1.0 / n };
            let losses = softmax_cross_entropy(&self.values[last], &eight, &mut self.slopes[last]);
            evaluation.data_loss += losses.data_loss;
            evaluation.correct += losses.correct;
            self.backward(network);
        }
        evaluation.data_loss /= n;
        // A unit that is nowhere active hides its weights from the scores.
        if !network.is_finite() {
            evaluation.data_loss = f64::NAN;
        }
        for (sums, layer) in self.sums.iter().zip(gradients.layers_mut()) {
            layer.weights.iter_mut().zip(&sums.weights).for_each(|(gradient, lanes)| *gradient = lanes.sum());
            layer.biases.iter_mut().zip(&sums.biases).for_each(|(gradient, lanes)| *gradient = lanes.sum());
        }
        evaluation
    }
}

// Layers, each backward beside its forward.

/// outputs = inputs·W + b, each output summed in the order of its inputs.
fn affine(inputs: &[PerPoint], layer: Layer, outputs: &mut [PerPoint]) {
    let stride = outputs.len();
    for (j, (output, &bias)) in outputs.iter_mut().zip(layer.biases).enumerate() {
        let mut sum = [F64x2::splat(bias); TWOS];
        for (input, &weight) in inputs.iter().zip(layer.weights[j..].iter().step_by(stride)) {
            add_times(&mut sum, input, F64x2::splat(weight));
        }
        *output = sum;
    }
}

/// In the forward pass: outputs = inputs·W + b. So dW += inputsᵀ·slopes and db += slopes.
fn affine_backward(inputs: &[PerPoint], slopes: &[PerPoint], sums: &mut Sums) {
    for (sum, slope) in sums.biases.iter_mut().zip(slopes) {
        *sum += (slope[0] + slope[1]) + (slope[2] + slope[3]);
    }
    for (input, row) in inputs.iter().zip(sums.weights.chunks_mut(slopes.len())) {
        for (sum, slope) in row.iter_mut().zip(slopes) {
            let [a, b, c, d]: PerPoint = std::array::from_fn(|two| input[two] * slope[two]);
            *sum += (a + b) + (c + d);
        }
    }
}

/// In the forward pass: outputs = inputs·W + b. So dinputs = slopes·Wᵀ.
fn inputs_backward(layer: Layer, slopes: &[PerPoint], dinputs: &mut [PerPoint]) {
    for (dinput, row) in dinputs.iter_mut().zip(layer.weights.chunks(slopes.len())) {
        let mut sum = nothing();
        for (slope, &weight) in slopes.iter().zip(row) {
            add_times(&mut sum, slope, F64x2::splat(weight));
        }
        *dinput = sum;
    }
}

/// In the forward pass: h = max(0, z). So dz = dh, and 0 where h ≤ 0.
fn activation_backward(activation: Activation, h: &[PerPoint], slopes: &mut [PerPoint]) {
    if activation == Activation::Relu {
        for (slope, h) in slopes.iter_mut().zip(h) {
            *slope = std::array::from_fn(|two| slope[two].except(h[two].le(F64x2::zero())));
        }
    }
}

/// sum += numbers·factor.
#[inline(always)]
fn add_times(sum: &mut PerPoint, numbers: &PerPoint, factor: F64x2) {
    for two in 0..TWOS {
        sum[two] += numbers[two] * factor;
    }
}

/// h; max(0, z) by comparison, so that NaN passes through instead of turning into a result.
#[inline(always)]
fn of(activation: Activation, z: PerPoint) -> PerPoint {
    match activation {
        Activation::Relu => z.map(|z| z.except(z.le(F64x2::zero()))),
        Activation::Identity => z,
    }
}

/// −ln softmax(scores)[label] summed over the points, and the gradient (softmax(scores) − 1[label])·share in `slopes`.
///
/// The greatest score is subtracted first: softmax does not change, and no `exp` overflows (CS231n, "Practical issues:
/// Numeric stability").
fn softmax_cross_entropy(scores: &[PerPoint], eight: &Eight, slopes: &mut [PerPoint]) -> Evaluation {
    let (mut shift, mut product, mut correct) = (F64x2::zero(), F64x2::splat(1.0), F64x2::zero());
    for two in 0..TWOS {
        let mut greatest = F64x2::splat(f64::NEG_INFINITY);
        let (mut own, mut is_greatest) = (F64x2::zero(), F64x2::zero());
        for (k, score) in scores.iter().enumerate() {
            let (score, is_class) = (score[two], eight.is_class(k, two));
            let greater = score.gt(greatest);
            greatest = score.or_else(greater, greatest);
            is_greatest = is_class.or_else(greater, is_greatest);
            own += is_class * score;
        }
        let mut sum = F64x2::zero();
        for (slope, score) in slopes.iter_mut().zip(scores) {
            slope[two] = exp(score[two] - greatest);
            sum += slope[two];
        }
        let share = eight.shares(two);
        let inverse = F64x2::splat(1.0) / sum;
        for (k, slope) in slopes.iter_mut().enumerate() {
            slope[two] = (slope[two] * inverse - eight.is_class(k, two)) * share;
        }
        let real = share.gt(F64x2::zero());
        shift += (greatest - own).only(real);
        product = product * sum.or_else(real, F64x2::splat(1.0));
        correct += is_greatest;
    }
    // Each sum is at least 1 and at most K, so eight of them do not overflow; one logarithm for all.
    let [even, odd] = product.lanes();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
    Evaluation { data_loss: libm::log(even * odd) + shift.sum(), correct: correct.sum() as usize }
}

impl Eight<'_> {
    /// 1 where the point's class is k.
    #[inline(always)]
    fn is_class(&self, k: usize, two: usize) -> F64x2 {
        let is = |place: usize| self.labels.get(place).is_some_and(|&label| usize::from(label) == k);
        F64x2::new([2 * two, 2 * two + 1].map(|place| f64::from(u8::from(is(place)))))
    }

    /// 1/N, and 0 for what is no point.
    #[inline(always)]
    fn shares(&self, two: usize) -> F64x2 {
        F64x2::new([2 * two, 2 * two + 1].map(|place| if place < self.labels.len() { self.share } else { 0.0 }))
    }
}

/// `list[l]` and `list[l + 1]`, both mutable.
fn pair<T>(list: &mut [Vec<T>], l: usize) -> (&mut Vec<T>, &mut Vec<T>) {
    let (head, tail) = list.split_at_mut(l + 1);
    (&mut head[l], &mut tail[0])
}
