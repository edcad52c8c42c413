//! A straight line across the plane, walked fold by fold.
//!
//! Along a line each hidden unit's pre-activation is a linear function of the way t gone, so its ReLU folds once at
//! most; between two folds every score is linear in t. Walking from fold to fold therefore gives the scores of *all*
//! points of the line for the price of its H folds, whatever the number of pixels. Only differences of scores matter,
//! for the winner as for softmax, so the K−1 scores relative to class 0 are all that is carried along.
//!
//! ```text
//! for each line:                                        across: the coordinate that is the same on all of the line
//!     z_j     = pre-activation of unit j where the line starts
//!     fold_j  = −z_j / (w_j·step)                       in pixels from there; w_j: the unit's weight along the line
//!     scores  = b2 + Σ_j over active units: u_j·z_j     u_j: its output weights, less that of class 0
//!     slopes  =      Σ_j over active units: u_j·w_j·step
//!     mend the order of the folds, which is nearly that of the last line
//!     for each fold, in order:
//!         scores += slopes·(fold − t);  t = fold        everything is continuous at a fold …
//!         slopes += u_j·|w_j|·step                      … but the slopes: w_j > 0 switches on, w_j < 0 switches off
//! ```
//!
//! # How far rounding can drift
//!
//! Let u = 2⁻⁵³ be the unit roundoff, X and Y the greatest |x| and |y| of the window, and
//! M = max over k of |b2_k| + Σ_j |u_jk|·(|w_xj|·X + |w_yj|·Y + |b_j|), the magnitude of the terms of a score. To first
//! order, and for a difference of two scores (hence 2M):
//!
//! - the sum at the start of the line errs by at most (H + 6)·u·2M, as any sum of that many terms does;
//! - a slope is a sum of at most 2H terms; it errs by (2H + 3)·u·G, where G = Σ_j |u_jk − u_j0|·|w_j|·step, and over
//!   the length L of the line that adds up to (2H + 5)·u·G·L, where G·L ≤ 2·2M because a line is at most 2X long;
//! - each of at most H + 1 additions to the scores rounds by u·2M;
//! - a fold's place errs by a few u, relatively: its unit's value there is 0 to within 4u of its terms, 8·u·M in all.
//!
//! Together (12H + 50)·u·M, and because every line starts from a fresh sum nothing is handed on from line to line. The
//! per-pixel evaluation errs by 2·(H + 8)·u·M itself. So the two can disagree only where the scores in question tie to
//! within **8·(H + 8)·2⁻⁵²·M**, which is what the tests allow; at 100 units that is 2·10⁻¹³ of M, and resumming on the
//! way along a line would gain nothing.
//!
//! One kind of tie is common and would show: where no unit is active all scores are the biases, equal at the start of
//! training over whole sectors of the plane, and one left-over bit would pick a class at random there. So whenever the
//! last active unit switches off, the sums are set to their exact values.

use super::{
    Window,
    folds::{Fold, Folds},
};
use crate::{activation::Activation, kernel::lanes::F64x2, network::Network};

/// Which way the lines of a sweep run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Rows,
    /// From top to bottom.
    Columns,
}

/// The most classes that the sweep is compiled for.
pub const MAX_CLASSES: usize = 6;

/// The numbers of score differences that the sweep is compiled for: what networks of 2 and 3 classes are drawn with, and
/// what the others are. Classes that are missing take part, but are never seen.
pub const FEW: usize = 2;
/// See [`FEW`].
pub const MOST: usize = MAX_CLASSES - 1;

/// The score of a class that is missing.
const NEVER: f64 = -1e300;

/// Whether the sweep can draw this network: two inputs, at most one hidden layer, 2 to 6 classes.
#[must_use]
pub fn can_draw(network: &Network) -> bool {
    matches!(*network.widths(), [2, classes] | [2, _, classes] if (2..=MAX_CLASSES).contains(&classes))
}

/// A network laid out for walking along parallel lines.
///
/// D ≥ K−1 is the number of score differences ([`FEW`] or [`MOST`]), H counts the hidden units that have any say in them,
/// and perhaps one more that is nowhere active, so that they go in pairs. Lengths along a line are in pixels.
#[derive(Default)]
pub struct Sweep {
    differences: usize,
    length: f64,
    /// H: pre-activation at the start of the line whose `across` is 0.
    starts: Vec<f64>,
    /// H: weight of the coordinate across the lines.
    across: Vec<f64>,
    /// H: −1/(w_j·step), so that a fold is at z_j·turn_j; ∞ if the unit does not change along a line.
    turns: Vec<f64>,
    /// D columns of H: output weights relative to class 0.
    outputs: [Vec<f64>; MOST],
    /// D columns of H: what an active unit adds to the slopes.
    slopes: [Vec<f64>; MOST],
    /// H rows of D + 1: what becomes of the slopes and of the number of active units where the line crosses the fold.
    jumps: Vec<f64>,
    /// What the scores are without any hidden unit: at the start of the line whose `across` is 0, per unit of `across`,
    /// and per pixel along the line.
    ground: [[f64; MOST]; 3],
    /// H: places of the folds on the present line.
    places: Vec<f64>,
    folds: Folds,
}

impl Sweep {
    /// Takes a network in, for lines that cross all of the window and are `length` pixels long.
    ///
    /// The network is one that [`can_draw`] accepts.
    pub fn prepare(&mut self, network: &Network, direction: Direction, window: &Window, length: usize) {
        #[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels long")]
        let pixels = length as f64;
        let (along, across, first, step) = match direction {
            Direction::Rows => (0, 1, window.left, (window.right - window.left) / pixels),
            Direction::Columns => (1, 0, window.top, (window.bottom - window.top) / pixels),
        };
        self.length = pixels;
        self.clear();
        let (hidden, last) = network.hidden_and_scores();
        let classes = last.outputs();
        self.differences = if classes <= FEW + 1 { FEW } else { MOST };
        let relative = |row: usize| -> [f64; MOST] {
            let weights = last.row(row);
            std::array::from_fn(|d| if d + 1 < classes { weights[d + 1] - weights[0] } else { 0.0 })
        };
        let bias = |d: usize| if d + 1 < classes { last.biases[d + 1] - last.biases[0] } else { NEVER };
        self.ground = [std::array::from_fn(bias), [0.0; MOST], [0.0; MOST]];
        if let Some(layer) = hidden {
            let (w_along, w_across, b) = (layer.row(along), layer.row(across), layer.biases);
            for j in 0..layer.outputs() {
                let outputs = relative(j);
                let unit = [w_along[j] * first + b[j], w_across[j], w_along[j] * step];
                match network.activation {
                    // A unit that tells no classes apart would only keep the sums from being reset.
                    Activation::Relu if outputs.iter().all(|output| *output == 0.0) => {}
                    Activation::Relu => self.push(unit, &outputs),
                    Activation::Identity => self.add_to_ground(unit, &outputs),
                }
            }
            if !self.turns.len().is_multiple_of(2) {
                self.push([-1.0, 0.0, 0.0], &[0.0; MOST]);
            }
        } else {
            let [starts, rises, slopes] = &mut self.ground;
            (*rises, *slopes) = (relative(across), relative(along));
            for (start, slope) in starts.iter_mut().zip(slopes) {
                *start += *slope * first;
                *slope *= step;
            }
        }
        self.places.resize(self.turns.len(), 0.0);
        self.folds.resize(self.turns.len());
    }

    fn clear(&mut self) {
        let Sweep { starts, across, turns, outputs, slopes, jumps, .. } = self;
        let columns = outputs.iter_mut().chain(slopes);
        [starts, across, turns, jumps].into_iter().chain(columns).for_each(Vec::clear);
    }

    /// Takes in a unit: its pre-activation where `across` is 0, how that grows with `across` and with each pixel along a
    /// line, and its output weights.
    fn push(&mut self, [start, across, rise]: [f64; 3], outputs: &[f64; MOST]) {
        let turn = if rise == 0.0 { f64::INFINITY } else { -1.0 / rise };
        // It rises and is switched on, or falls and is switched off.
        let switch = if turn < 0.0 { 1.0 } else { -1.0 };
        self.starts.push(start);
        self.across.push(across);
        self.turns.push(turn);
        for (k, &output) in outputs[..self.differences].iter().enumerate() {
            self.outputs[k].push(output);
            self.slopes[k].push(output * rise);
            self.jumps.push(switch * (output * rise));
        }
        self.jumps.push(switch);
    }

    /// Takes in a unit that is active everywhere, given as for [`Sweep::push`].
    fn add_to_ground(&mut self, unit: [f64; 3], outputs: &[f64; MOST]) {
        for (ground, part) in self.ground.iter_mut().zip(unit) {
            ground.iter_mut().zip(outputs).for_each(|(ground, output)| *ground += output * part);
        }
    }

    /// D: how many scores each piece of a line has.
    #[must_use]
    pub fn differences(&self) -> usize {
        self.differences
    }

    /// The pieces of the line at coordinate `across`, from its start to its end, between which it folds.
    pub fn line<const D: usize>(&mut self, across: f64) -> Pieces<'_, D> {
        let (scores, slopes, active) = self.start_line::<D>(across);
        self.folds.sort(&self.places);
        let [starts, rises, level] = &self.ground;
        let ground = (std::array::from_fn(|k| starts[k] + rises[k] * across), std::array::from_fn(|k| level[k]));
        let (scores, slopes) = (plus(&ground.0, &scores), plus(&ground.1, &slopes));
        let (folds, jumps) = (self.folds.on_the_line().iter(), &self.jumps[..]);
        Pieces { folds, end: Some(self.length), jumps, ground, active, at: 0.0, scores, slopes }
    }

    /// Finds the place of each unit's fold; −∞ if that is not after the start, ∞ if it is not before the end. Returns what
    /// the units that are active just after the start give to scores and slopes, and how many they are.
    ///
    /// Active there is what falls to its fold, or rises from one that lies behind. (What does neither is placed at ∞ by a
    /// positive pre-activation, and at −∞ otherwise.)
    fn start_line<const D: usize>(&mut self, across: f64) -> ([f64; D], [f64; D], f64) {
        let places = self.places.as_chunks_mut::<2>().0;
        let pairs = places.len();
        let [starts, weights, turns] = [&self.starts, &self.across, &self.turns].map(|column| twos(column, pairs));
        let outputs: [_; D] = std::array::from_fn(|k| twos(&self.outputs[k], pairs));
        let slopes: [_; D] = std::array::from_fn(|k| twos(&self.slopes[k], pairs));
        let [across, length, zero, one, behind, out_of_sight] =
            [across, self.length, 0.0, 1.0, f64::NEG_INFINITY, f64::INFINITY].map(F64x2::splat);
        let (mut score, mut slope, mut active) = ([zero; D], [zero; D], zero);
        for j in 0..pairs {
            let turn = F64x2::new(turns[j]);
            let z = F64x2::new(starts[j]) + F64x2::new(weights[j]) * across;
            let place = z * turn;
            let ahead = place.gt(zero);
            places[j] = place.or_else(length.gt(place), out_of_sight).or_else(ahead, behind).lanes();
            let inactive = ahead.differs(turn.gt(zero));
            active += one.except(inactive);
            for k in 0..D {
                score[k] += (F64x2::new(outputs[k][j]) * z).except(inactive);
                slope[k] += F64x2::new(slopes[k][j]).except(inactive);
            }
        }
        (score.map(F64x2::sum), slope.map(F64x2::sum), active.sum())
    }
}

/// The numbers of a column two by two.
#[inline]
fn twos(column: &[f64], pairs: usize) -> &[[f64; 2]] {
    &column.as_chunks::<2>().0[..pairs]
}

#[inline]
fn plus<const D: usize>(a: &[f64; D], b: &[f64; D]) -> [f64; D] {
    std::array::from_fn(|k| a[k] + b[k])
}

/// A piece of a line on which all scores are linear.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece<const D: usize> {
    /// Where it starts, in pixels from the start of the line.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
    /// Scores of classes 1, 2, … less that of class 0, at the start.
    pub scores: [f64; D],
    /// The same at the end.
    pub end_scores: [f64; D],
    /// Their growth per pixel.
    pub slopes: [f64; D],
}

/// Iterates over the pieces of one line.
pub struct Pieces<'a, const D: usize> {
    folds: std::slice::Iter<'a, Fold>,
    end: Option<f64>,
    /// Rows of D + 1.
    jumps: &'a [f64],
    /// Scores at the start and slopes while no unit is active.
    ground: ([f64; D], [f64; D]),
    /// How many units are active.
    active: f64,
    at: f64,
    scores: [f64; D],
    slopes: [f64; D],
}

impl<const D: usize> Pieces<'_, D> {
    /// The relative scores where the next piece starts.
    #[must_use]
    pub fn scores(&self) -> &[f64; D] {
        &self.scores
    }

    /// The piece from here to `end`; moves on to its end.
    fn up_to(&mut self, end: f64) -> Piece<D> {
        let way = end - self.at;
        let end_scores = std::array::from_fn(|k| self.scores[k] + self.slopes[k] * way);
        let piece = Piece { start: self.at, end, scores: self.scores, end_scores, slopes: self.slopes };
        self.at = end;
        self.scores = end_scores;
        piece
    }

    /// Switches the unit that folds here on or off.
    fn pass(&mut self, unit: usize) {
        let jumps = &self.jumps[unit * (D + 1)..][..=D];
        for k in 0..D {
            self.slopes[k] += jumps[k];
        }
        self.active += jumps[D];
        if self.active == 0.0 {
            let (bottom, slopes) = self.ground;
            self.slopes = slopes;
            self.scores = std::array::from_fn(|k| bottom[k] + slopes[k] * self.at);
        }
    }
}

impl<const D: usize> Iterator for Pieces<'_, D> {
    type Item = Piece<D>;

    #[inline]
    fn next(&mut self) -> Option<Piece<D>> {
        if let Some(fold) = self.folds.next() {
            let piece = self.up_to(fold.at);
            self.pass(fold.unit as usize);
            Some(piece)
        } else {
            self.end.take().map(|end| self.up_to(end))
        }
    }
}
