//! The gradient check: a slope by the chain rule against a slope by trying, (L(w + ε) − L(w − ε)) / 2ε, for the full
//! loss with its penalty (CS231n, "Gradient checks").
//!
//! A moved parameter changes little of a forward pass: one score of each point, or one hidden unit and through it the
//! scores. So the scores of all points are kept, and only what the parameter changes is computed anew. The check looks
//! at a copy of the classifier, so that the run may go on while all parameters are checked piece by piece.

use super::{
    forward::{cross_entropy, layers, make_room, relu},
    phases::Phases,
};
use crate::{
    dataset::Dataset,
    network::Network,
    parameter::{Kind, Parameter},
    refusal::Refusal,
    training::Trainer,
};

/// The largest ε: a slope over more than 2 has little to do with the slope in between.
pub const MAX_EPSILON: f64 = 1.0;

/// What the check of one parameter found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checked {
    /// Which weight or bias.
    pub parameter: Parameter,
    /// w.
    pub value: f64,
    /// dL/dw by backpropagation, with the penalty's reg·w.
    pub analytic: f64,
    /// (above − below) / 2ε.
    pub numeric: f64,
    /// |analytic − numeric| / max(|analytic|, |numeric|), 0 where both are 0.
    pub error: f64,
    /// L(w − ε).
    pub below: f64,
    /// L(w + ε).
    pub above: f64,
    /// At how many points a hidden unit folds between w − ε and w + ε: the loss has a kink there, and the two slopes
    /// need not agree.
    pub kinks: u32,
    /// How far rounding alone may put the numeric slope off: the loss's unit of rounding, over ε.
    pub rounding: f64,
}

/// A classifier as it stood at one step, ready to have its parameters moved one at a time.
pub struct Check {
    network: Network,
    gradients: Network,
    reg: f64,
    sum_of_squares: f64,
    phases: Phases,
    /// K: the scores of one point in a moved network.
    scores: Vec<f64>,
}

impl Default for Check {
    fn default() -> Self {
        let nothing = || Network { layers: Vec::new() };
        let (network, gradients) = (nothing(), nothing());
        Check { network, gradients, reg: 0.0, sum_of_squares: 0.0, phases: Phases::default(), scores: Vec::new() }
    }
}

/// Refuses an ε that no slope can be measured with.
///
/// # Errors
/// A sentence, unless ε is greater than 0 and at most [`MAX_EPSILON`].
pub fn check_epsilon(epsilon: f64) -> Result<f64, Refusal> {
    if epsilon > 0.0 && epsilon <= MAX_EPSILON {
        return Ok(epsilon);
    }
    Err(Refusal(format!("epsilon must be a number greater than 0 and at most {MAX_EPSILON}, not {epsilon}.")))
}

impl Check {
    /// Copies the classifier as it stands now, and computes the scores and losses of all points.
    pub fn begin(&mut self, trainer: &Trainer) {
        for (copy, original) in [(&mut self.network, trainer.network()), (&mut self.gradients, trainer.gradients())] {
            make_room(copy, original);
            copy.assign(original);
        }
        self.reg = trainer.rates().reg;
        self.sum_of_squares = self.network.sum_of_squares();
        self.phases.loss(trainer.data(), &self.network);
        self.scores.resize(trainer.data().classes, 0.0);
    }

    /// The classifier that is checked.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Checks one parameter; `data` is that of the trainer.
    ///
    /// # Errors
    /// A sentence, if ε is none, or if a loss beside the parameter is not a finite number.
    pub fn check(&mut self, data: &Dataset, parameter: Parameter, epsilon: f64) -> Result<Checked, Refusal> {
        check_epsilon(epsilon)?;
        let value = parameter.value(&self.network);
        let below = self.loss(data, parameter, value - epsilon);
        let above = self.loss(data, parameter, value + epsilon);
        let numeric = (above - below) / (2.0 * epsilon);
        if !(below.is_finite() && above.is_finite() && numeric.is_finite()) {
            let sentence = "So far from where it is, this parameter makes the loss no finite number.";
            return Err(Refusal(sentence.to_owned()));
        }
        let penalty = if parameter.kind == Kind::Weight { self.reg * value } else { 0.0 };
        let analytic = parameter.value(&self.gradients) + penalty;
        let size = analytic.abs().max(numeric.abs());
        let error = if size == 0.0 { 0.0 } else { (analytic - numeric).abs() / size };
        let kinks = self.kinks(data, parameter, value - epsilon, value + epsilon);
        let rounding = f64::EPSILON * below.abs().max(above.abs()) / epsilon;
        Ok(Checked { parameter, value, analytic, numeric, error, below, above, kinks, rounding })
    }

    /// The full loss with one parameter at another value.
    fn loss(&mut self, data: &Dataset, parameter: Parameter, moved: f64) -> f64 {
        let Check { network, phases, scores: room, .. } = self;
        let (_, output) = parameter.place(network);
        let scores = phases.scores.chunks_exact(data.classes).zip(&phases.losses);
        let mut sum = 0.0;
        for ((point, &label), (scores, loss)) in data.points.rows().into_iter().zip(&data.labels).zip(scores) {
            let by = push(network, [point[0], point[1]], parameter, moved);
            if by == 0.0 {
                sum += loss;
                continue;
            }
            room.copy_from_slice(scores);
            if parameter.layer + 1 == network.layers.len() {
                room[output] += by;
            } else {
                let weights = network.layers[1].weights.row(output);
                room.iter_mut().zip(weights).for_each(|(score, weight)| *score += by * weight);
            }
            sum += cross_entropy(room, usize::from(label));
        }
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let data_loss = sum / data.len() as f64;
        // v² − w² as a product, so that little is lost.
        let value = parameter.value(network);
        let more = if parameter.kind == Kind::Weight { (moved - value) * (moved + value) } else { 0.0 };
        data_loss + 0.5 * self.reg * (self.sum_of_squares + more)
    }

    /// At how many points the hidden unit that the parameter leads to is active at one of two values only.
    fn kinks(&self, data: &Dataset, parameter: Parameter, below: f64, above: f64) -> u32 {
        if parameter.layer + 1 == self.network.layers.len() {
            return 0;
        }
        let (input, output) = parameter.place(&self.network);
        let folds = data.points.rows().into_iter().filter(|point| {
            let active = |value| preactivation(&self.network, [point[0], point[1]], output, Some((input, value))) > 0.0;
            active(below) != active(above)
        });
        folds.map(|_| 1).sum()
    }
}

/// How far a parameter's move pushes what it leads to, at one point: a score, or a hidden unit's output.
fn push(network: &Network, point: [f64; 2], parameter: Parameter, moved: f64) -> f64 {
    let (input, output) = parameter.place(network);
    if parameter.layer + 1 == network.layers.len() {
        return (moved - parameter.value(network)) * input.map_or(1.0, |input| last_input(network, point, input));
    }
    let z = preactivation(network, point, output, None);
    relu(preactivation(network, point, output, Some((input, moved)))) - relu(z)
}

/// z = b + x·w_x + y·w_y of one output of the first layer, perhaps with another value in the place of an input's
/// weight, or of the bias.
fn preactivation(network: &Network, point: [f64; 2], output: usize, moved: Option<(Option<usize>, f64)>) -> f64 {
    let layer = &network.layers[0];
    let mut numbers = [layer.weights[[0, output]], layer.weights[[1, output]], layer.biases[output]];
    if let Some((input, value)) = moved {
        numbers[input.unwrap_or(2)] = value;
    }
    let [wx, wy, b] = numbers;
    b + point[0] * wx + point[1] * wy
}

/// What an input of the last layer is at a point: a hidden unit's output, or a coordinate.
fn last_input(network: &Network, point: [f64; 2], input: usize) -> f64 {
    match layers(network) {
        (Some(_), _) => relu(preactivation(network, point, input, None)),
        (None, _) => point[input],
    }
}

/// The check of all parameters of a classifier, in pieces.
#[derive(Default)]
pub struct CheckAll {
    check: Check,
    epsilon: f64,
    done: usize,
    total: usize,
    kinked: usize,
    worst: Option<Checked>,
    worst_without_kink: Option<Checked>,
}

impl CheckAll {
    /// Starts anew with the classifier as it stands now.
    ///
    /// # Errors
    /// A sentence, if ε is none; a check that was under way goes on then.
    pub fn begin(&mut self, trainer: &Trainer, epsilon: f64) -> Result<(), Refusal> {
        self.epsilon = check_epsilon(epsilon)?;
        self.check.begin(trainer);
        self.total = Parameter::all(self.check.network()).count();
        (self.done, self.kinked, self.worst, self.worst_without_kink) = (0, 0, None, None);
        Ok(())
    }

    /// Checks at most so many further parameters, and tells whether all are done; `data` is that of the trainer.
    ///
    /// # Errors
    /// As [`Check::check`]; the check is over then.
    pub fn go_on(&mut self, data: &Dataset, at_most: usize) -> Result<bool, Refusal> {
        let until = self.total.min(self.done.saturating_add(at_most));
        while self.done < until {
            let parameter = nth(self.check.network(), self.done);
            let checked = self.check.check(data, parameter, self.epsilon).inspect_err(|_| self.total = 0)?;
            self.done += 1;
            let worse = |than: Option<Checked>| than.is_none_or(|than| checked.error > than.error);
            if worse(self.worst) {
                self.worst = Some(checked);
            }
            if checked.kinks > 0 {
                self.kinked += 1;
            } else if worse(self.worst_without_kink) {
                self.worst_without_kink = Some(checked);
            }
        }
        Ok(self.done >= self.total)
    }

    /// Parameters checked so far, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.total)
    }

    /// How many of them so far have a kink between w − ε and w + ε.
    #[must_use]
    pub fn kinked(&self) -> usize {
        self.kinked
    }

    /// The greatest relative error so far, the first of equals.
    #[must_use]
    pub fn worst(&self) -> Option<&Checked> {
        self.worst.as_ref()
    }

    /// The greatest relative error among those without a kink in between.
    #[must_use]
    pub fn worst_without_kink(&self) -> Option<&Checked> {
        self.worst_without_kink.as_ref()
    }
}

/// The parameter at this place among all.
fn nth(network: &Network, place: usize) -> Parameter {
    Parameter::all(network).nth(place).expect("a place below their number")
}
