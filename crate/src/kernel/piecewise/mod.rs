//! The fast kernel: points in the plane, at most one hidden layer.

use super::{
    Fit, Kernel,
    cells::{self, Cell, PerPoint, TWOS},
    exp::exp,
    lanes::{F32x4, F64x2, Mask32x4},
};
use crate::{
    dataset::Dataset,
    network::{Layer, Network},
};

/// Cells whose active units are remembered as the bits of a u32, before they are added up.
const BLOCK: usize = 32;

/// One number for each class but class 0, which the others are compared with.
type PerClass<const PAIRS: usize> = [F64x2; PAIRS];

/// For each class but the first, three numbers that belong to x, y and 1: the coefficients of a linear function of the
/// plane on the way forward, the moments Σs·x, Σs·y, Σs on the way back.
type Triple<const PAIRS: usize> = [PerClass<PAIRS>; 3];

/// The 16 sums of some of four triples: bit i of the index tells whether the i-th is in.
type SubsetSums<const PAIRS: usize> = [Triple<PAIRS>; 16];

/// Scores of a cell's points, or their slopes: two points to a vector.
type PerClassPoint<const PAIRS: usize> = [[PerPoint; 2]; PAIRS];

/// A hidden unit as one point needs it.
#[derive(Clone, Copy)]
struct Unit<const PAIRS: usize> {
    /// w̃: active where x·w[0] + y·w[1] + w[2] > 0.
    w: [f64; 3],
    /// u_k − u_0: what it adds to the score of class k compared with class 0's.
    u: [[f64; 2]; PAIRS],
}

/// Units that are asked at a time on which side of a cell they are.
const EIGHT: usize = 8;

/// Four hidden units as a cell needs them: is the fold beside the rectangle, or through it?
#[derive(Clone, Copy)]
struct Folds {
    w: [F32x4; 3],
    /// Absolute values of `w[0]` and `w[1]`.
    steepness: [F32x4; 2],
    /// More than all roundings of `w[2]` can amount to.
    slack: F32x4,
}

/// Which units' folds pass through a cell, and at which of its points they are active.
#[derive(Clone, Copy)]
struct Crossing {
    /// Place in the list of units.
    unit: u16,
    /// A bit for each of the first four points, and of the last four.
    active: [u8; 2],
}

/// What a cell's points add to the loss.
struct Losses {
    /// Σ (greatest score − own score).
    shift: F64x2,
    /// Π Σ_k exp(score_k − greatest score).
    product: F64x2,
    /// Points whose own class has the greatest score.
    correct: F64x2,
}

/// Scratch memory of the kernel, and its points in cells.
pub struct Piecewise<const PAIRS: usize> {
    cells: Vec<Cell<PAIRS>>,
    /// Filled up to a multiple of four with units that are never active.
    units: Vec<Unit<PAIRS>>,
    folds: Vec<[Folds; 2]>,
    /// For each four units, the sums of their linear functions u·w̃.
    planes: Vec<[SubsetSums<PAIRS>; 2]>,
    /// For each four units, the cells of this block on which they are active throughout, a bit for each cell.
    active: Vec<[Mask32x4; 2]>,
    /// For each unit T = Σ s·x̃ over the points at which it is active.
    moments: Vec<Triple<PAIRS>>,
    /// The crossings of the cells of this block, one cell after the other.
    crossings: Vec<Crossing>,
    /// How many of them each cell has.
    counts: [usize; BLOCK],
    /// The scores of the cells of this block less those of class 0, then their slopes.
    scores: Vec<PerClassPoint<PAIRS>>,
    /// Class 0's own.
    zeroth: Vec<PerPoint>,
    sums: [SubsetSums<PAIRS>; 2],
    totals: [Triple<PAIRS>; BLOCK],
    /// For each four cells of this block, the sums of their moments.
    blocks: Vec<SubsetSums<PAIRS>>,
    /// The score at (0, 0) without the hidden units; for the linear classifier its weights too.
    direct: Triple<PAIRS>,
}

fn zeros<const PAIRS: usize>() -> Triple<PAIRS> {
    [[F64x2::zero(); PAIRS]; 3]
}

#[inline(always)]
fn plus<const PAIRS: usize>(a: &Triple<PAIRS>, b: &Triple<PAIRS>) -> Triple<PAIRS> {
    std::array::from_fn(|part| std::array::from_fn(|pair| a[part][pair] + b[part][pair]))
}

#[inline(always)]
fn subset_sums<const PAIRS: usize>(four: &[Triple<PAIRS>; 4], sums: &mut SubsetSums<PAIRS>) {
    for part in 0..3 {
        for pair in 0..PAIRS {
            let [a, b, c, d] = four.map(|triple| triple[part][pair]);
            let ab = a + b;
            let eight = [F64x2::zero(), a, b, ab, c, a + c, b + c, ab + c];
            for (i, sum) in eight.into_iter().enumerate() {
                sums[i][part][pair] = sum;
                sums[i + 8][part][pair] = if i == 0 { d } else { sum + d };
            }
        }
    }
}

impl<const PAIRS: usize> Piecewise<PAIRS> {
    /// For this dataset and networks with `hidden` units; 0 for the linear classifier.
    #[must_use]
    pub fn new(data: &Dataset, hidden: usize) -> Self {
        let eights = hidden.div_ceil(EIGHT);
        let none = [zeros(); 16];
        let nothing = Unit { w: [0.0, 0.0, -1.0], u: [[0.0; 2]; PAIRS] };
        let cells = cells::cells(data);
        let block = BLOCK.min(cells.len());
        Piecewise {
            units: vec![nothing; EIGHT * eights],
            folds: vec![[Folds::of(&[nothing; 4]); 2]; eights],
            planes: vec![[none; 2]; eights],
            active: vec![[Mask32x4::none(); 2]; eights],
            moments: vec![zeros(); EIGHT * eights],
            blocks: vec![none; BLOCK / 4],
            crossings: vec![Crossing { unit: 0, active: [0; 2] }; block * EIGHT * eights],
            counts: [0; BLOCK],
            scores: vec![[[[F64x2::zero(); TWOS]; 2]; PAIRS]; block],
            zeroth: vec![[F64x2::zero(); TWOS]; block],
            cells,
            sums: [none; 2],
            totals: [zeros(); BLOCK],
            direct: zeros(),
        }
    }

    /// Takes over the network's parameters, in the forms that the cells need.
    fn read(&mut self, network: &Network) {
        let last = network.layers.last().expect("a network has a layer");
        let biases = differences(last.biases.as_slice().expect("vectors are contiguous"));
        let mut direct = zeros();
        direct[2] = biases.map(F64x2::new);
        // A pair's second place that no class needs: with such a score its probability is 0, and so are its slopes.
        if last.outputs().is_multiple_of(2) {
            direct[2][PAIRS - 1] = F64x2::new([biases[PAIRS - 1][0], NEVER]);
        }
        if let [layer] = &network.layers[..] {
            for input in 0..2 {
                direct[input] = differences(row(layer, input)).map(F64x2::new);
            }
        }
        if let [first, second] = &network.layers[..] {
            let (x, y) = (row(first, 0), row(first, 1));
            for (j, unit) in self.units.iter_mut().take(x.len()).enumerate() {
                *unit = Unit { w: [x[j], y[j], first.biases[j]], u: differences(row(second, j)) };
            }
            let (fours, _) = self.units.as_chunks::<4>();
            let folds = self.folds.as_flattened_mut();
            let planes = self.planes.as_flattened_mut();
            for ((four, folds), planes) in fours.iter().zip(folds).zip(planes) {
                *folds = Folds::of(four);
                subset_sums(&four.map(|unit| unit.plane()), planes);
                // Nothing else looks at the weights of a unit that is nowhere active.
                for part in 0..3 {
                    for pair in 0..PAIRS {
                        direct[2][pair] += F64x2::zero() * planes[15][part][pair];
                    }
                }
            }
        }
        self.direct = direct;
    }
}

/// Less than any score, and not so little that 0 times it were not 0.
const NEVER: f64 = -1e300;

/// A layer's weights from one input.
fn row(layer: &Layer, input: usize) -> &[f64] {
    let outputs = layer.outputs();
    let weights = layer.weights.as_slice().expect("matrices are stored row by row");
    &weights[input * outputs..(input + 1) * outputs]
}

/// What each class has more than class 0.
#[inline(always)]
fn differences<const PAIRS: usize>(classes: &[f64]) -> [[f64; 2]; PAIRS] {
    std::array::from_fn(|pair| {
        std::array::from_fn(|lane| classes.get(1 + 2 * pair + lane).map_or(0.0, |class| class - classes[0]))
    })
}

impl<const PAIRS: usize> Unit<PAIRS> {
    /// u·w̃: where the unit is active, what it adds to the scores.
    #[inline(always)]
    fn plane(&self) -> Triple<PAIRS> {
        self.w.map(|w| self.u.map(|u| F64x2::new(u) * F64x2::splat(w)))
    }
}

impl Folds {
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "bounds and slack grow by more than single precision loses")]
    fn of<const PAIRS: usize>(units: &[Unit<PAIRS>; 4]) -> Self {
        let single = |part: usize| F32x4::new(units.map(|unit| unit.w[part] as f32));
        let [x, y, bias] = [0, 1, 2].map(single);
        let slack = F32x4::splat(1e-6) * bias.abs() + F32x4::splat(1e-30);
        Folds { w: [x, y, bias], steepness: [x.abs(), y.abs()], slack }
    }
}

impl<const PAIRS: usize> Piecewise<PAIRS> {
    /// The scores of a cell's points, less that of class 0; appends the cell's crossings to those from `crossing` on.
    #[inline(always)]
    fn forward(&mut self, block: usize, cell: usize, crossing: usize) -> usize {
        let Cell { x, y, bounds, .. } = &self.cells[block + cell];
        let bit = 1 << cell;
        let [middle_x, middle_y] = [F32x4::splat(bounds.x), F32x4::splat(bounds.y)];
        let [half_width, half_height] = [F32x4::splat(bounds.half_width), F32x4::splat(bounds.half_height)];
        let mut plane = self.direct;
        let crossings = &mut self.crossings[crossing..];
        let mut count = 0;
        let folds = self.folds.chunks(8);
        let planes = self.planes.chunks(8);
        let active = self.active.chunks_mut(8);
        for (chunk, ((folds, planes), active)) in folds.zip(planes).zip(active).enumerate() {
            let mut through = 0_u64;
            let mut shift = 0;
            for ((folds, planes), active) in folds.iter().zip(planes).zip(active) {
                for half in 0..2 {
                    let Folds { w, steepness, slack } = &folds[half];
                    let middle = middle_x * w[0] + middle_y * w[1] + w[2];
                    let reach = half_width * steepness[0] + half_height * steepness[1] + *slack;
                    let above = middle.gt(reach);
                    let beside = middle.abs().gt(reach);
                    active[half] = active[half].with(above, bit);
                    plane = plus(&plane, &planes[half][above.bits()]);
                    through |= ((beside.bits() ^ 15) as u64) << (shift + 4 * half);
                }
                shift += EIGHT;
            }
            while through != 0 {
                #[expect(clippy::cast_possible_truncation, reason = "far fewer than 65536 units")]
                let unit = (64 * chunk) as u16 + through.trailing_zeros() as u16;
                crossings[count].unit = unit;
                count += 1;
                through &= through - 1;
            }
        }
        let mut scores: PerClassPoint<PAIRS> = std::array::from_fn(|pair| {
            let [along_x, along_y, constant] = plane.map(|part| part[pair].lanes().map(F64x2::splat));
            std::array::from_fn(|lane| {
                std::array::from_fn(|two| constant[lane] + x[two] * along_x[lane] + y[two] * along_y[lane])
            })
        });
        for crossing in &mut crossings[..count] {
            let unit = &self.units[usize::from(crossing.unit)];
            let w = [F64x2::splat(unit.w[0]), F64x2::splat(unit.w[1]), F64x2::splat(unit.w[2])];
            let off: [_; TWOS] = std::array::from_fn(|two| {
                let z = w[2] + x[two] * w[0] + y[two] * w[1];
                let off = z.le(F64x2::zero());
                let hidden = z.except(off);
                for pair in 0..PAIRS {
                    for lane in 0..2 {
                        scores[pair][lane][two] += hidden * F64x2::splat(unit.u[pair][lane]);
                    }
                }
                off
            });
            crossing.active = [off[0].four_bits(off[1]) as u8 ^ 15, off[2].four_bits(off[3]) as u8 ^ 15];
        }
        self.scores[cell] = scores;
        self.counts[cell] = count;
        crossing + count
    }

    /// Turns the block's scores into their slopes.
    #[inline(always)]
    fn softmax(&mut self, block: usize, cells: usize, losses: &mut Losses) {
        let facts = &self.cells[block..block + cells];
        let scores = &mut self.scores[..cells];
        let zeroth = &mut self.zeroth[..cells];
        for ((cell, scores), zeroth) in facts.iter().zip(&mut *scores).zip(&mut *zeroth) {
            for two in 0..TWOS {
                let mut greatest = F64x2::zero();
                let mut own = F64x2::zero();
                let mut is_greatest = cell.is_first[two];
                for pair in 0..PAIRS {
                    for lane in 0..2 {
                        let (score, is_class) = (scores[pair][lane][two], cell.is_class[pair][lane][two]);
                        let greater = score.gt(greatest);
                        greatest = score.or_else(greater, greatest);
                        is_greatest = is_class.or_else(greater, is_greatest);
                        own += is_class * score;
                    }
                }
                losses.shift += (greatest - own).only(cell.share[two].gt(F64x2::zero()));
                losses.correct += is_greatest;
                zeroth[two] = F64x2::zero() - greatest;
                for pair in 0..PAIRS {
                    for lane in 0..2 {
                        scores[pair][lane][two] = scores[pair][lane][two] - greatest;
                    }
                }
            }
        }
        for score in scores.as_flattened_mut().as_flattened_mut().as_flattened_mut() {
            *score = exp(*score);
        }
        for score in zeroth.as_flattened_mut() {
            *score = exp(*score);
        }
        for ((cell, scores), zeroth) in facts.iter().zip(&mut *scores).zip(&mut *zeroth) {
            for two in 0..TWOS {
                let mut sum = zeroth[two];
                for pair in 0..PAIRS {
                    for lane in 0..2 {
                        sum += scores[pair][lane][two];
                    }
                }
                let one = F64x2::splat(1.0);
                let share = cell.share[two];
                let inverse = one / sum;
                for pair in 0..PAIRS {
                    for lane in 0..2 {
                        let probability = scores[pair][lane][two] * inverse;
                        scores[pair][lane][two] = (probability - cell.is_class[pair][lane][two]) * share;
                    }
                }
                losses.product = losses.product * sum.or_else(share.gt(F64x2::zero()), one);
            }
        }
    }

    /// Adds the cell's share of the moments of the units whose folds pass through it; returns the moments of the cell.
    #[inline(always)]
    fn backward(&mut self, block: usize, cell: usize, crossing: usize) -> usize {
        let Cell { x, y, .. } = &self.cells[block + cell];
        let slopes = &self.scores[cell];
        let sums = &mut self.sums;
        for half in 0..2 {
            let four: [Triple<PAIRS>; 4] = std::array::from_fn(|point| {
                let two = 2 * half + point / 2;
                let together = |a: F64x2, b: F64x2| if point % 2 == 0 { a.firsts(b) } else { a.seconds(b) };
                let part = |weight: &dyn Fn(F64x2) -> F64x2| -> PerClass<PAIRS> {
                    std::array::from_fn(|pair| together(weight(slopes[pair][0][two]), weight(slopes[pair][1][two])))
                };
                [part(&|slope| slope * x[two]), part(&|slope| slope * y[two]), part(&|slope| slope)]
            });
            subset_sums(&four, &mut sums[half]);
        }
        let next = crossing + self.counts[cell];
        for crossing in &self.crossings[crossing..next] {
            let moments = &mut self.moments[usize::from(crossing.unit)];
            let [first, last] = crossing.active.map(|bits| usize::from(bits & 15));
            *moments = plus(moments, &plus(&sums[0][first], &sums[1][last]));
        }
        self.totals[cell] = plus(&sums[0][15], &sums[1][15]);
        next
    }

    /// Adds to the moments of each unit those of the cells on which it is active throughout.
    #[inline(always)]
    fn backward_block(&mut self, cells: usize) {
        let fours = cells.div_ceil(4);
        self.totals[cells..4 * fours].fill(zeros());
        for (four, sums) in self.totals.as_chunks::<4>().0.iter().zip(&mut self.blocks).take(fours) {
            subset_sums(four, sums);
        }
        let sums = &self.blocks[..fours];
        let active = self.active.as_flattened_mut();
        for (moments, active) in self.moments.as_chunks_mut::<4>().0.iter_mut().zip(active) {
            for (moments, mut bits) in moments.iter_mut().zip(active.lanes()) {
                let mut sum = *moments;
                for sums in sums {
                    sum = plus(&sum, &sums[bits as usize & 15]);
                    bits >>= 4;
                }
                *moments = sum;
            }
            *active = Mask32x4::none();
        }
    }

    /// From the moments of the units, and of all points, to the gradients.
    fn write(&self, all: &Triple<PAIRS>, gradients: &mut Network) {
        let last = gradients.layers.last_mut().expect("a network has a layer");
        classes(&all[2], last.biases.as_slice_mut().expect("vectors are contiguous"));
        if let [layer] = &mut gradients.layers[..] {
            for input in 0..2 {
                classes(&all[input], row_mut(layer, input));
            }
        }
        if let [first, second] = &mut gradients.layers[..] {
            let hidden = first.outputs();
            let (along_x, along_y) =
                first.weights.as_slice_mut().expect("matrices are stored row by row").split_at_mut(hidden);
            let biases = first.biases.as_slice_mut().expect("vectors are contiguous");
            for j in 0..hidden {
                let (unit, moments) = (&self.units[j], &self.moments[j]);
                let [x, y, bias] = moments.map(|part| unit.inner(&part));
                (along_x[j], along_y[j], biases[j]) = (x, y, bias);
                classes(&unit.along(moments), row_mut(second, j));
            }
        }
    }
}

fn row_mut(layer: &mut Layer, input: usize) -> &mut [f64] {
    let outputs = layer.outputs();
    let weights = layer.weights.as_slice_mut().expect("matrices are stored row by row");
    &mut weights[input * outputs..(input + 1) * outputs]
}

/// Slopes of all classes from those of all but class 0: together they are 0, because the probabilities are 1.
#[inline(always)]
fn classes<const PAIRS: usize>(others: &PerClass<PAIRS>, all: &mut [f64]) {
    let sum = others.iter().fold(F64x2::zero(), |sum, &pair| sum + pair);
    let others = others.map(F64x2::lanes);
    let (first, rest) = all.split_first_mut().expect("there are two classes at least");
    *first = -sum.sum();
    rest.copy_from_slice(&others.as_flattened()[..rest.len()]);
}

impl<const PAIRS: usize> Unit<PAIRS> {
    /// Σ_k u_k·part_k.
    #[inline(always)]
    fn inner(&self, part: &PerClass<PAIRS>) -> f64 {
        let mut sum = F64x2::zero();
        for pair in 0..PAIRS {
            sum += F64x2::new(self.u[pair]) * part[pair];
        }
        sum.sum()
    }

    /// w̃·T for each class.
    #[inline(always)]
    fn along(&self, [x, y, one]: &Triple<PAIRS>) -> PerClass<PAIRS> {
        let w = self.w.map(F64x2::splat);
        std::array::from_fn(|pair| w[0] * x[pair] + w[1] * y[pair] + w[2] * one[pair])
    }
}

impl<const PAIRS: usize> Kernel for Piecewise<PAIRS> {
    fn gradients(&mut self, data: &Dataset, network: &Network, gradients: &mut Network) -> Fit {
        self.read(network);
        self.moments.fill(zeros());
        let mut losses = Losses { shift: F64x2::zero(), product: F64x2::splat(1.0), correct: F64x2::zero() };
        let mut logarithms = 0.0;
        let mut all = zeros();
        for block in (0..self.cells.len()).step_by(BLOCK) {
            let cells = BLOCK.min(self.cells.len() - block);
            let mut crossing = 0;
            for cell in 0..cells {
                crossing = self.forward(block, cell, crossing);
            }
            self.softmax(block, cells, &mut losses);
            crossing = 0;
            for cell in 0..cells {
                crossing = self.backward(block, cell, crossing);
                all = plus(&all, &self.totals[cell]);
            }
            self.backward_block(cells);
            // At most 6 for each of at most 256 points: the product stays below 7^256 < 1e217.
            let [even, odd] = losses.product.lanes();
            logarithms += libm::log(even * odd);
            losses.product = F64x2::splat(1.0);
        }
        self.write(&all, gradients);
        #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
        let data_loss = (logarithms + losses.shift.sum()) / data.len() as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a count")]
        Fit { data_loss, correct: losses.correct.sum() as usize }
    }
}
