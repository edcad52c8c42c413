//! The fast kernel: points in the plane, at most one hidden layer. It adds where others multiply, and for most of the
//! points it adds once for eight of them.
//!
//! # The idea
//!
//! Write x̃ = (x, y, 1) for a point, w̃_j = (w_xj, w_yj, b_j) for a hidden unit and u_kj for its weight to class k. A unit
//! is active at a point if w̃_j·x̃ > 0, and there its output *is* w̃_j·x̃. So the network is linear wherever the same units
//! are active, and only the folds w̃_j·x̃ = 0, straight lines all of them, make it anything else.
//!
//! 1. **Forward**, the units that are active at a point can be summed before the point comes into it:
//!    score_k − score_0 = (Σ_j (u_kj − u_0j)·w̃_j)·x̃, three numbers for each class. (Softmax only sees differences, so
//!    class 0 costs nothing; its gradients follow from the others', because the slopes of all classes add up to 0.)
//! 2. **Backward**, the points at which a unit is active can be summed before the unit comes into it. With the slopes
//!    s_ik = (p_ik − y_ik)/N and T_kj = Σ_i s_ik·x̃_i, dL/du_kj = w̃_j·T_kj and dL/dw̃_j = Σ_k (u_kj − u_0j)·T_kj.
//! 3. **Cells.** The points are sorted, once, into cells of eight that lie close together ([`cells`]). A fold passes
//!    through few of them: of the tutorial's 38 cells through 14 %. On all the others the unit is wholly active or
//!    wholly inactive, and eight points are settled by one comparison: forward the cell's points share one sum over
//!    units, backward the cell's moments Σ s·x̃ are one summand for the unit.
//! 4. **Subset sums.** Also these shared sums need not be added up one by one. For four units at a time all 16 sums are
//!    made beforehand, by 11 additions, and four bits pick one (the "method of four Russians"). In the same way for four
//!    cells on the way back, and for four points of a cell through which a fold passes.
//!
//! ```text
//! for each four units:        planes[0..16] = subset sums of (u − u_0)·w̃
//! for each cell:              survey: units whose fold is beside the cell     → 4 bits → plane += planes[bits]
//!                                     units whose fold passes through it      → list of crossings
//!                             scores = plane·x̃                                  8 points
//!     for each crossing:      scores += (u − u_0)·max(0, w̃·x̃), keep the signs   8 points, as in any network
//! softmax of all points:      slopes s
//! for each cell:              points[0..16] = subset sums of s·x̃, twice four points
//!     for each crossing:      T_unit += points[signs of the first four] + points[signs of the last four]
//! for each four cells:        cells[0..16] = subset sums of the cells' moments
//!     for each unit:          T_unit += cells[bits]
//! for each unit:              gradients from T
//! ```
//!
//! The linear classifier is the same without units: its plane is W itself, and its gradients are the moments of all
//! points. Where the ReLU is taken away each unit is active at all points: its plane goes to all of them, and their moments
//! to it. Cells go through in blocks of 32, as many as an integer has bits.
//!
//! # What it promises
//!
//! The survey rounds to single precision, but a fold counts as beside a cell only if it is further away than all its
//! roundings together; otherwise the unit is asked again at each point, in double precision and in the order in which
//! [`dense`](super::dense) computes. So which units count as active never depends on the survey, and results differ from
//! the dense kernel's by rounding only. At worst every fold passes through every cell: then a step takes 36 µs.
//!
//! # What it costs, and what did not help
//!
//! Microseconds a step of the tutorial's network (300 points, 2→100→3) in V8's WebAssembly, 23 November 2026, on a shared
//! Zen 5 core of some 4 GHz: **13.4**, of which the survey takes 3, crossings 3, softmax 2. V8 makes some 180,000
//! machine instructions of it (its code times loop counts). The additions alone, two a cycle, would take 5, the loads 6.
//!
//! - Multiply and add for every point and unit (the dense kernel): 71. At full issue rate it would take 35.
//! - Subset sums for every point and unit, without cells: 31, in a draft. Signs and their transposition took most.
//! - Cells of four points 15.2, of sixteen 13.6.
//! - Softmax point by point, instead of in three passes over a block: 0.8 more, waiting for itself.
//! - e^x by a polynomial of degree 11 instead of one of degree 5 and a division: no difference.
//! - A list of crossings made by table look-up for each four units, instead of from 64 bits: no difference.
//! - A crossing unit copied to the stack and read back as vectors, and scratch zeroed for each cell: 5 more. A load that
//!   spans two stores waits for both.

use triple::{SubsetSums, Triple, plus, subset_sums, sum_of_four, zeros};
use unit::{Folds, Unit};

use self::softmax::Losses;
use super::{
    Evaluation, Kernel,
    cells::{self, Bounds, Cell, POINTS, PerPoint, TWOS},
    lanes::{F32x4, F64x2, Mask32x4, Mask64x2},
};
use crate::{activation::Activation, dataset::Dataset, network::Network};

mod softmax;
mod triple;
mod unit;

/// Cells whose scores and crossings wait together for softmax and the way back: as many as a u32 has bits.
const BLOCK: usize = 32;

/// Fours of points in a cell.
const FOURS: usize = POINTS / 4;

/// A number for each class but class 0 and each point of a cell.
type PerClassPoint<const PAIRS: usize> = [[PerPoint; 2]; PAIRS];

/// A yes or no for each point of a cell.
type PerPointMask = [Mask64x2; TWOS];

/// The scores of a cell's points; later their exponentials, and then the slopes.
#[derive(Clone, Copy)]
struct Scores<const PAIRS: usize> {
    /// Of class 0.
    zeroth: PerPoint,
    /// Of the others, at first less that of class 0.
    others: PerClassPoint<PAIRS>,
}

/// A unit whose fold passes through a cell.
#[derive(Clone, Copy)]
struct Crossing {
    /// Place in the list of units.
    unit: u16,
    /// For each four points of the cell, at which of them the unit is active: a bit for each.
    active: [u8; FOURS],
}

/// What each four of hidden units have in common.
struct Four<const PAIRS: usize> {
    folds: Folds,
    /// The sums of their linear functions u·w̃.
    planes: SubsetSums<PAIRS>,
    /// A lane for each unit, a bit for each cell of this block: whether it is active on all of the cell.
    active: Mask32x4,
}

/// The points in cells, and scratch memory.
pub struct Piecewise<const PAIRS: usize> {
    cells: Vec<Cell<PAIRS>>,
    /// Filled up to a multiple of eight with units that are nowhere active.
    units: Vec<Unit<PAIRS>>,
    fours: Vec<Four<PAIRS>>,
    /// How many fours of units have folds: all, or none where there is no ReLU.
    folding: usize,
    /// What does not pass through units.
    direct: Triple<PAIRS>,
    /// For each unit T = Σ s·x̃ over the points at which it is active.
    moments: Vec<Triple<PAIRS>>,
    block: Block<PAIRS>,
}

/// What is remembered of a block of cells between the way forward and the way back.
struct Block<const PAIRS: usize> {
    scores: Vec<Scores<PAIRS>>,
    /// The crossings of all cells, one cell after the other.
    crossings: Vec<Crossing>,
    /// How many of them each cell has.
    counts: [usize; BLOCK],
    /// Σ s·x̃ over the points of each cell.
    totals: [Triple<PAIRS>; BLOCK],
    /// For each four points of a cell, the sums of their s·x̃.
    points: [SubsetSums<PAIRS>; FOURS],
    /// For each four cells, the sums of their totals.
    cells: [SubsetSums<PAIRS>; BLOCK / 4],
}

impl<const PAIRS: usize> Piecewise<PAIRS> {
    /// For this dataset and networks with `hidden` units; 0 for the linear classifier.
    ///
    /// `PAIRS` is half the number of classes, rounded down.
    #[must_use]
    #[inline(never)]
    pub fn new(data: &Dataset, hidden: usize) -> Self {
        let cells = cells::cells(data);
        let units = vec![Unit::NOTHING; hidden.next_multiple_of(8)];
        let none = [zeros(); 16];
        let four = |four| Four { folds: Folds::of(four), planes: none, active: Mask32x4::none() };
        let (fours, _) = units.as_chunks::<4>();
        let room = BLOCK.min(cells.len());
        let nothing = [F64x2::zero(); TWOS];
        let block = Block {
            scores: vec![Scores { zeroth: nothing, others: [[nothing; 2]; PAIRS] }; room],
            crossings: vec![Crossing { unit: 0, active: [0; FOURS] }; room * units.len()],
            counts: [0; BLOCK],
            totals: [zeros(); BLOCK],
            points: [none; FOURS],
            cells: [none; BLOCK / 4],
        };
        let moments = vec![zeros(); units.len()];
        let fours = fours.iter().map(four).collect();
        Piecewise { cells, fours, folding: 0, units, direct: zeros(), moments, block }
    }

    /// Takes over the network's parameters in the forms that cells and points need.
    fn read(&mut self, network: &Network) {
        self.direct = unit::direct(network);
        let (Some(first), second) = network.hidden_and_scores() else { return };
        Unit::read(&mut self.units, first, second);
        if network.activation == Activation::Identity {
            self.folding = 0;
            self.direct = self.units.iter().fold(self.direct, |sum, unit| plus(&sum, &unit.plane()));
            return;
        }
        self.folding = self.fours.len();
        for (units, four) in self.units.as_chunks::<4>().0.iter().zip(&mut self.fours) {
            four.folds = Folds::of(units);
            let [a, b, c, d] = units;
            subset_sums(&[a.plane(), b.plane(), c.plane(), d.plane()], &mut four.planes);
            // Nothing else looks at the weights of a unit that is nowhere active, and they may not be finite.
            for part in &four.planes[15] {
                for (direct, sum) in self.direct[2].iter_mut().zip(part) {
                    *direct += F64x2::zero() * *sum;
                }
            }
        }
    }

    /// The way forward through the cell at place `cell` of the block; its crossings go behind those of the cells before
    /// it, which end at `start`. Returns where they end now.
    #[inline(always)]
    fn forward(&mut self, first: usize, cell: usize, start: usize) -> usize {
        let facts = &self.cells[first + cell];
        let crossings = &mut self.block.crossings[start..];
        let (plane, count) = survey(&mut self.fours[..self.folding], &facts.bounds, 1 << cell, self.direct, crossings);
        let mut scores = evaluate(&plane, facts);
        for crossing in &mut crossings[..count] {
            let unit = &self.units[usize::from(crossing.unit)];
            crossing.active = add_unit(unit, facts, &mut scores);
        }
        self.block.scores[cell].others = scores;
        self.block.counts[cell] = count;
        start + count
    }

    /// The way back through the same cell: adds s·x̃ of its points to the moments of the units whose folds pass through
    /// it, and remembers their total for the others.
    #[inline(always)]
    fn backward(&mut self, first: usize, cell: usize, start: usize) -> usize {
        let facts = &self.cells[first + cell];
        let count = self.block.counts[cell];
        let sums = &mut self.block.points;
        for (four, sums) in sums.iter_mut().enumerate() {
            let points = std::array::from_fn(|point| moments(facts, &self.block.scores[cell].others, 4 * four + point));
            if count > 0 {
                subset_sums(&points, sums);
            } else {
                sums[15] = sum_of_four(&points);
            }
        }
        let sum = |active: [u8; FOURS]| {
            let mut sum = sums[0][usize::from(active[0] & 15)];
            for four in 1..FOURS {
                sum = plus(&sum, &sums[four][usize::from(active[four] & 15)]);
            }
            sum
        };
        for crossing in &self.block.crossings[start..start + count] {
            let moments = &mut self.moments[usize::from(crossing.unit)];
            *moments = plus(moments, &sum(crossing.active));
        }
        self.block.totals[cell] = sum([15; FOURS]);
        start + count
    }

    /// Adds to the moments of each unit the totals of the cells on which it is active throughout.
    #[inline(always)]
    fn backward_throughout(&mut self, cells: usize) {
        let Block { totals, cells: sums, .. } = &mut self.block;
        let used = cells.div_ceil(4);
        totals[cells..4 * used].fill(zeros());
        let sums = &mut sums[..used];
        for (four, sums) in totals.as_chunks::<4>().0.iter().zip(&mut *sums) {
            subset_sums(four, sums);
        }
        for (moments, four) in self.moments.as_chunks_mut::<4>().0.iter_mut().zip(&mut self.fours) {
            for (moments, mut active) in moments.iter_mut().zip(four.active.lanes()) {
                let mut sum = *moments;
                for sums in &*sums {
                    sum = plus(&sum, &sums[active as usize & 15]);
                    active >>= 4;
                }
                *moments = sum;
            }
            four.active = Mask32x4::none();
        }
    }
}

impl<const PAIRS: usize> Kernel for Piecewise<PAIRS> {
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Evaluation {
        self.read(network);
        self.moments.fill(zeros());
        let mut losses = Losses::none();
        let mut total = zeros();
        for first in (0..self.cells.len()).step_by(BLOCK) {
            let count = BLOCK.min(self.cells.len() - first);
            (0..count).fold(0, |crossing, cell| self.forward(first, cell, crossing));
            losses.softmax(&self.cells[first..first + count], &mut self.block.scores[..count]);
            (0..count).fold(0, |crossing, cell| self.backward(first, cell, crossing));
            total = self.block.totals[..count].iter().fold(total, |sum, cell| plus(&sum, cell));
            self.backward_throughout(count);
        }
        unit::direct_backward(&total, gradients);
        if let (Some(first), second) = gradients.hidden_and_scores_mut() {
            if network.activation == Activation::Identity {
                self.moments.fill(total);
            }
            Unit::write(&self.units, &self.moments, first, second);
        }
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let data_loss = losses.sum() / data.len().max(1) as f64;
        Evaluation { data_loss, correct: losses.correct() }
    }
}

// The parts of the way forward.

/// Asks of each unit on which side of its fold a cell lies, in single precision but with more leeway than that loses.
/// Sums the linear functions of those that are active on all of the cell, and marks these with `bit`; lists those whose
/// fold may pass through the cell, and returns their number.
#[inline(always)]
fn survey<const PAIRS: usize>(
    fours: &mut [Four<PAIRS>],
    bounds: &Bounds,
    bit: u32,
    direct: Triple<PAIRS>,
    crossings: &mut [Crossing],
) -> (Triple<PAIRS>, usize) {
    let [x, y] = [bounds.x, bounds.y].map(F32x4::splat);
    let [half_width, half_height] = [bounds.half_width, bounds.half_height].map(F32x4::splat);
    let (mut plane, mut count) = (direct, 0);
    for (chunk, fours) in fours.chunks_mut(16).enumerate() {
        let mut through = 0_u64;
        let mut shift = 0;
        for pair in fours.as_chunks_mut::<2>().0 {
            for (half, four) in pair.iter_mut().enumerate() {
                let Folds { w, steepness, slack } = &four.folds;
                let middle = x * w[0] + y * w[1] + w[2];
                let reach = half_width * steepness[0] + half_height * steepness[1] + *slack;
                let above = middle.gt(reach);
                let beside = middle.abs().gt(reach);
                four.active = four.active.with(above, bit);
                plane = plus(&plane, &four.planes[above.bits()]);
                through |= ((beside.bits() ^ 15) as u64) << (shift + 4 * half);
            }
            shift += 8;
        }
        while through != 0 {
            #[expect(clippy::cast_possible_truncation, reason = "far fewer than 65536 units")]
            let unit = (64 * chunk) as u16 + through.trailing_zeros() as u16;
            crossings[count].unit = unit;
            count += 1;
            through &= through - 1;
        }
    }
    (plane, count)
}

/// The linear functions at the points of a cell.
#[inline(always)]
fn evaluate<const PAIRS: usize>(plane: &Triple<PAIRS>, Cell { x, y, .. }: &Cell<PAIRS>) -> PerClassPoint<PAIRS> {
    std::array::from_fn(|pair| {
        let [along_x, along_y, constant] = plane.map(|part| part[pair].lanes().map(F64x2::splat));
        std::array::from_fn(|lane| {
            std::array::from_fn(|two| constant[lane] + x[two] * along_x[lane] + y[two] * along_y[lane])
        })
    })
}

/// Adds u·max(0, w̃·x̃) to the scores of a cell's points; tells at which of them the unit is active.
#[inline(always)]
fn add_unit<const PAIRS: usize>(
    unit: &Unit<PAIRS>,
    Cell { x, y, .. }: &Cell<PAIRS>,
    scores: &mut PerClassPoint<PAIRS>,
) -> [u8; FOURS] {
    // Written out, because `map` copies the array first: see above.
    let w = [F64x2::splat(unit.w[0]), F64x2::splat(unit.w[1]), F64x2::splat(unit.w[2])];
    let inactive: PerPointMask = std::array::from_fn(|two| {
        let z = w[2] + x[two] * w[0] + y[two] * w[1];
        let inactive = z.le(F64x2::zero());
        let hidden = z.except(inactive);
        for pair in 0..PAIRS {
            for lane in 0..2 {
                scores[pair][lane][two] += hidden * F64x2::splat(unit.u[pair][lane]);
            }
        }
        inactive
    });
    std::array::from_fn(|four| inactive[2 * four].four_bits(inactive[2 * four + 1]) as u8 ^ 15)
}

/// s·x̃ of one point of a cell.
#[inline(always)]
fn moments<const PAIRS: usize>(
    Cell { x, y, .. }: &Cell<PAIRS>,
    slopes: &PerClassPoint<PAIRS>,
    point: usize,
) -> Triple<PAIRS> {
    let two = point / 2;
    let of_point = |a: F64x2, b: F64x2| if point.is_multiple_of(2) { a.firsts(b) } else { a.seconds(b) };
    let slopes: [[F64x2; 2]; PAIRS] = std::array::from_fn(|pair| [slopes[pair][0][two], slopes[pair][1][two]]);
    [
        slopes.map(|[even, odd]| of_point(even * x[two], odd * x[two])),
        slopes.map(|[even, odd]| of_point(even * y[two], odd * y[two])),
        slopes.map(|[even, odd]| of_point(even, odd)),
    ]
}
