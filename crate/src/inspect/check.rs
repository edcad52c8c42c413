//! The gradient check: a slope by the chain rule against a slope by trying, (L(w + ε) − L(w − ε)) / 2ε, for the full
//! loss with its penalty (CS231n, "Gradient checks").
//!
//! A moved parameter changes little of a forward pass: one score of each point, or one hidden unit and through it the
//! scores. So the scores of all points are kept, and only what the parameter changes is computed anew. The check looks
//! at a copy of the classifier, so that the run may go on while all parameters are checked piece by piece.
//!
//! Two right slopes differ, too, by what rounding does to both losses, which the division by 2ε makes larger, and by
//! ε²/6·|L‴|, because a loss is no parabola. Both are bounded, so that a difference can be judged: a relative error
//! says little where a slope is nearly 0.

use super::{
    forward::{cross_entropy, greatest, make_room},
    phases::Phases,
};
use crate::{
    activation::Activation,
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
    /// How far rounding alone may put the numeric slope off.
    pub rounding: f64,
    /// How far rounding and the length of ε together may put the numeric slope off, where there is no kink.
    pub bound: f64,
}

impl Checked {
    /// |analytic − numeric|.
    #[must_use]
    pub fn gap(&self) -> f64 {
        (self.analytic - self.numeric).abs()
    }

    /// Whether the two slopes are as near to each other as they have to be. Of no meaning where there is a kink.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.gap() <= self.bound
    }

    /// Whether it is nearer to its bound than another, or further beyond.
    fn is_worse(&self, other: &Checked) -> bool {
        self.gap() * other.bound > other.gap() * self.bound
    }
}

/// What the losses at both ends of a parameter's move are, and what is known of their difference.
struct Ends {
    below: f64,
    above: f64,
    kinks: u32,
    /// How far rounding may put either loss off.
    rounding: f64,
    /// How far (above − below) / 2 may differ from ε times the slope in the middle, where there is no kink.
    truncation: f64,
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
    /// K: which way the move pushes them.
    direction: Vec<f64>,
}

impl Default for Check {
    fn default() -> Self {
        let nothing = || Network::default();
        let (network, gradients, phases) = (nothing(), nothing(), Phases::default());
        Check { network, gradients, reg: 0.0, sum_of_squares: 0.0, phases, scores: Vec::new(), direction: Vec::new() }
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
    Err(Refusal::BadEpsilon { max: MAX_EPSILON, value: epsilon })
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
        self.direction.resize(trainer.data().classes, 0.0);
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
        let Ends { below, above, kinks, rounding, truncation } =
            self.ends(data, parameter, [value - epsilon, value + epsilon]);
        let numeric = (above - below) / (2.0 * epsilon);
        // Nor is it a finite number if either loss is none.
        if !numeric.is_finite() {
            return Err(Refusal::LossNotFiniteBeside { epsilon });
        }
        let penalty = if parameter.kind == Kind::Weight { self.reg * value } else { 0.0 };
        let analytic = parameter.value(&self.gradients) + penalty;
        let size = analytic.abs().max(numeric.abs());
        let error = if size == 0.0 { 0.0 } else { (analytic - numeric).abs() / size };
        // Nor do w − ε and w + ε lie exactly 2ε apart.
        let rounding = rounding / epsilon + f64::EPSILON * (value * numeric).abs() / epsilon;
        let bound = rounding + truncation / epsilon;
        Ok(Checked { parameter, value, analytic, numeric, error, below, above, kinks, rounding, bound })
    }

    /// The full loss with one parameter at either of two values.
    ///
    /// Along the move the loss of a point is ln Σ exp(s + t·d) with more that is linear in t, and its third derivative
    /// the third central moment of d under the probabilities: at most (max d − min d)³ / 6√3, as for any bounded number.
    fn ends(&mut self, data: &Dataset, parameter: Parameter, values: [f64; 2]) -> Ends {
        let value = parameter.value(&self.network);
        let perturbation = Perturbation::of(parameter, &self.network, values, &mut self.direction);
        let moves = values.map(|moved| moved - value);
        let known = self.phases.scores.chunks_exact(data.classes).zip(&self.phases.losses);
        let range = greatest(&self.direction) - self.direction.iter().fold(f64::INFINITY, |least, &d| least.min(d));
        let (mut sums, mut kinks, mut rounding, mut cubes) = ([Sum::default(); 2], 0, 0.0, 0.0);
        for ((point, &label), (scores, loss)) in data.points.rows().into_iter().zip(&data.labels).zip(known) {
            let (pushes, kink) = perturbation.pushes([point[0], point[1]], moves);
            kinks += u32::from(kink);
            let moved = range * (pushes[1] - pushes[0]) / 2.0;
            cubes += (moved * moved * moved).abs();
            let mut rounded = 0.0_f64;
            for (sum, push) in sums.iter_mut().zip(pushes) {
                if push == 0.0 {
                    sum.add(*loss);
                    continue;
                }
                for (room, (score, along)) in self.scores.iter_mut().zip(scores.iter().zip(&self.direction)) {
                    *room = score + push * along;
                }
                let loss = cross_entropy(&self.scores, usize::from(label));
                sum.add(loss);
                rounded = rounded.max(units_of_rounding(&self.scores, loss));
            }
            rounding += rounded;
        }
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let n = data.len() as f64;
        // v² − w² as a product, so that little is lost.
        let more = |moved: f64| if parameter.kind == Kind::Weight { (moved - value) * (moved + value) } else { 0.0 };
        let penalties = values.map(|moved| 0.5 * self.reg * (self.sum_of_squares + more(moved)));
        let [below, above] = [0, 1].map(|end| sums[end].value() / n + penalties[end]);
        // The sum, its division, the penalty and the last addition: at most two units of the loss together.
        let rounding = f64::EPSILON * (rounding / n + 2.0 * below.abs().max(above.abs()));
        Ends { below, above, kinks, rounding, truncation: cubes / n / (36.0 * f64::sqrt(3.0)) }
    }
}

/// How far rounding may put one point's loss off, in units of 2⁻⁵²: half a unit for each `exp` and each addition, those
/// of the loss itself, and those of the scores as far as they count. A score counts by its slope, |p − 1\[y\]|, and
/// those of all add up to 2·(1 − p_y), which is at most 2·loss.
fn units_of_rounding(scores: &[f64], loss: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few classes")]
    let classes = scores.len() as f64;
    let size = scores.iter().fold(0.0_f64, |size, score| size.max(score.abs()));
    classes + 2.0 * loss + 2.0 * size * loss.min(1.0)
}

/// A sum that keeps what rounding would lose (Knuth, The Art of Computer Programming, volume 2, section 4.2.2).
#[derive(Clone, Copy, Default)]
struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    fn add(&mut self, number: f64) {
        let next = self.sum + number;
        let part = next - self.sum;
        self.lost += (self.sum - (next - part)) + (number - part);
        self.sum = next;
    }

    fn value(self) -> f64 {
        self.sum + self.lost
    }
}

/// How the scores change when a parameter moves: in a direction that is the same at all points, by an amount that depends on
/// the point.
enum Perturbation {
    /// Of a bias of the scores: its score changes by as much as it is moved.
    Bias,
    /// Of a weight of a coordinate: by so much times that.
    Coordinate(usize),
    /// Of a weight of a hidden unit's output: by so much times that. The unit's w_x, w_y and b.
    Output([f64; 3], Activation),
    /// Of a weight or bias of a hidden unit: by the change of its output. Its w_x, w_y and b now, and at both values.
    Unit([[f64; 3]; 3], Activation),
}

impl Perturbation {
    /// That of a parameter moved from its value to two others, and the direction in which it pushes the scores, K numbers.
    fn of(parameter: Parameter, network: &Network, values: [f64; 2], direction: &mut [f64]) -> Self {
        let (input, output) = parameter.place(network);
        let first = network.layer(0);
        let unit = |j| [first.weight(0, j), first.weight(1, j), first.biases[j]];
        let (hidden, scores) = network.hidden_and_scores();
        if hidden.is_some() && parameter.layer == 0 {
            direction.copy_from_slice(scores.row(output));
            let mut lines = [unit(output); 3];
            lines[1][input.unwrap_or(2)] = values[0];
            lines[2][input.unwrap_or(2)] = values[1];
            return Perturbation::Unit(lines, network.activation);
        }
        direction.fill(0.0);
        direction[output] = 1.0;
        match input {
            None => Perturbation::Bias,
            Some(input) if hidden.is_some() => Perturbation::Output(unit(input), network.activation),
            Some(input) => Perturbation::Coordinate(input),
        }
    }

    /// How far the two moves push the scores at one point, and whether a hidden unit folds between them there.
    fn pushes(&self, [x, y]: [f64; 2], moves: [f64; 2]) -> ([f64; 2], bool) {
        let z = |[wx, wy, b]: [f64; 3]| b + x * wx + y * wy;
        match *self {
            Perturbation::Bias => (moves, false),
            Perturbation::Coordinate(input) => (moves.map(|by| by * [x, y][input]), false),
            Perturbation::Output(unit, activation) => (moves.map(|by| by * activation.of(z(unit))), false),
            Perturbation::Unit([now, below, above], activation) => {
                let (now, below, above) = (activation.of(z(now)), z(below), z(above));
                let pushes = [below, above].map(|z| activation.of(z) - now);
                (pushes, activation.is_active(below) != activation.is_active(above))
            }
        }
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
    apart: usize,
    worst: Option<Checked>,
}

impl CheckAll {
    /// Starts anew with the classifier as it stands now.
    ///
    /// # Errors
    /// A sentence, if ε is none; a check that was under way goes on then.
    pub fn begin(&mut self, trainer: &Trainer, epsilon: f64) -> Result<(), Refusal> {
        self.epsilon = check_epsilon(epsilon)?;
        self.check.begin(trainer);
        self.total = self.check.network().count();
        (self.done, self.kinked, self.apart, self.worst) = (0, 0, 0, None);
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
            if checked.kinks > 0 {
                self.kinked += 1;
                continue;
            }
            self.apart += usize::from(!checked.agrees());
            if self.worst.is_none_or(|worst| checked.is_worse(&worst)) {
                self.worst = Some(checked);
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

    /// How many without a kink so far have slopes that differ by more than rounding and the length of ε explain.
    #[must_use]
    pub fn apart(&self) -> usize {
        self.apart
    }

    /// The one without a kink so far whose slopes differ by the greatest share of what explains a difference, the first
    /// of equals.
    #[must_use]
    pub fn worst(&self) -> Option<&Checked> {
        self.worst.as_ref()
    }
}

/// The parameter at this place among all.
fn nth(network: &Network, place: usize) -> Parameter {
    Parameter::all(network).nth(place).expect("a place below their number")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        run::{Classifier, Run},
        settings::Settings,
    };

    /// What a check of all finds if one slope of the chain rule is wrong by so much.
    fn with_a_wrong_slope(by: f64) -> CheckAll {
        let mut run = Run::new(&Settings { points: 30, hidden: 10, ..Settings::default() });
        run.advance(200).expect("the tutorial's run stays finite");
        let mut all = CheckAll::default();
        all.begin(run.trainer(Classifier::Network), 1e-5).expect("ε is one");
        all.check.gradients.layer_mut(1).row(3)[1] += by;
        all.go_on(run.data(), usize::MAX).expect("all losses are finite");
        all
    }

    #[test]
    fn a_wrong_slope_is_found_among_right_ones_and_named() {
        let wrong = Parameter { layer: 1, kind: Kind::Weight, index: 3 * 3 + 1 };
        for by in [1e-7, -1e-3, 1.0] {
            let all = with_a_wrong_slope(by);
            assert_eq!((all.apart(), all.worst().map(|worst| worst.parameter)), (1, Some(wrong)));
            assert!(!all.worst().is_some_and(Checked::agrees));
        }
        let right = with_a_wrong_slope(0.0);
        assert_eq!(right.apart(), 0);
        assert!(right.worst().is_some_and(Checked::agrees));
    }

    #[test]
    fn a_sum_keeps_what_is_small_beside_it() {
        let mut sum = Sum::default();
        [1.0, 1e-17, 1e-17, 1e20, 1e-17, -1e20].into_iter().for_each(|number| sum.add(number));
        assert_eq!(sum.value(), 1.0 + 3e-17);
        let mut many = Sum::default();
        (0..1000).for_each(|_| many.add(0.1));
        assert_eq!(many.value(), 100.0);
    }
}
