//! The points of a dataset in cells of eight that lie close together.
//!
//! A straight line through the plane passes few of the cells by a cut; it has most of them wholly on one side. So a
//! question about a line and every point is mostly answered cell by cell.

use super::{lanes::F64x2, order::shell_sort};
use crate::dataset::Dataset;

/// Points in a cell.
pub const POINTS: usize = 8;

/// Vectors of two points in a cell.
pub const TWOS: usize = POINTS / 2;

/// One number for each point of a cell.
pub type PerPoint = [F64x2; TWOS];

/// Eight points and the rectangle around them.
///
/// `PAIRS` is the number of pairs of classes after class 0: class k ≥ 1 has the place `[(k − 1) / 2][(k − 1) % 2]`.
#[derive(Clone)]
pub struct Cell<const PAIRS: usize> {
    /// Coordinates of the points.
    pub x: PerPoint,
    /// Coordinates of the points.
    pub y: PerPoint,
    /// 1/N for a point of the dataset, 0 for what only fills the last cell.
    pub share: PerPoint,
    /// 1 where the point's class is 0.
    pub is_first: PerPoint,
    /// 1 where the point's class is the one of this place.
    pub is_class: [[PerPoint; 2]; PAIRS],
    /// The rectangle: its middle, and half its width and height, rounded up.
    pub bounds: Bounds,
}

/// A rectangle by its middle and half its sides.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// x of the middle.
    pub x: f32,
    /// y of the middle.
    pub y: f32,
    /// Half the width, and a bit more.
    pub half_width: f32,
    /// Half the height, and a bit more.
    pub half_height: f32,
}

/// The points in cells, each cell's points near to one another, every point once.
#[must_use]
pub fn cells<const PAIRS: usize>(data: &Dataset) -> Vec<Cell<PAIRS>> {
    let order = arranged(data);
    let mut is_class = [[F64x2::zero(); TWOS]; 1 + 2 * MOST_PAIRS];
    let cell = |points| {
        let common = Common::new(data, points, &mut is_class);
        let [is_first, others @ ..] = &is_class;
        let is_class = std::array::from_fn(|pair| [others[2 * pair], others[2 * pair + 1]]);
        let Common { x, y, share, bounds } = common;
        Cell { x, y, share, is_first: *is_first, is_class, bounds }
    };
    order.chunks(POINTS).map(cell).collect()
}

/// The greatest number of pairs of classes that there is a kernel for.
const MOST_PAIRS: usize = 3;

/// What a cell holds whatever the number of classes: apart from it, so that it is compiled once.
struct Common {
    x: PerPoint,
    y: PerPoint,
    share: PerPoint,
    bounds: Bounds,
}

impl Common {
    /// One to eight points; fewer than eight are filled up with the first of them, at no share of the loss. Tells for each
    /// class where it is.
    #[inline(never)]
    #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
    fn new(data: &Dataset, points: &[usize], is_class: &mut [PerPoint]) -> Self {
        let [x, y] = [0, 1].map(|axis| each(points, &|point| data.points[[point.unwrap_or(points[0]), axis]]));
        let share = 1.0 / data.len() as f64;
        let extent = |axis| extent(data, points.iter().copied(), axis);
        for (class, is_class) in is_class.iter_mut().enumerate() {
            let is = |point: usize| usize::from(data.labels[point]) == class;
            *is_class = each(points, &|point| f64::from(u8::from(point.is_some_and(is))));
        }
        let share = each(points, &|point| point.map_or(0.0, |_| share));
        Common { x, y, share, bounds: Bounds::around(extent(0), extent(1)) }
    }
}

/// A point on its way to its cell.
#[derive(Clone, Copy)]
struct Place {
    /// Its coordinate across the cut.
    at: f64,
    /// Where it was before this cut, which decides between equal coordinates.
    rank: usize,
    point: usize,
}

/// All points, in an order in which each eight in a row lie close together.
///
/// Not part of its generic caller, so that it is compiled once.
#[inline(never)]
fn arranged(data: &Dataset) -> Vec<usize> {
    let mut order: Vec<Place> = (0..data.len()).map(|point| Place { at: 0.0, rank: 0, point }).collect();
    arrange(data, &mut order);
    order.iter().map(|place| place.point).collect()
}

/// Cuts across the longer side, at a multiple of eight near the middle, and again on both sides of the cut (a k-d tree
/// whose leaves are the cells).
fn arrange(data: &Dataset, order: &mut [Place]) {
    let cells = order.len().div_ceil(POINTS);
    if cells < 2 {
        return;
    }
    let [width, height] = [0, 1].map(|axis| {
        let (low, high) = extent(data, order.iter().map(|place| place.point), axis);
        high - low
    });
    let axis = usize::from(height > width);
    for (rank, place) in order.iter_mut().enumerate() {
        (place.at, place.rank) = (data.points[[place.point, axis]], rank);
    }
    shell_sort(order, |a, b| a.at.total_cmp(&b.at).then(a.rank.cmp(&b.rank)).is_lt());
    let (one, other) = order.split_at_mut(cells / 2 * POINTS);
    arrange(data, one);
    arrange(data, other);
}

/// The least and the greatest coordinate of these points.
fn extent(data: &Dataset, points: impl Iterator<Item = usize>, axis: usize) -> (f64, f64) {
    let along = points.map(|point| data.points[[point, axis]]);
    along.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
}

/// A number for each place of a cell, given the point there, if any.
fn each(points: &[usize], number: &dyn Fn(Option<usize>) -> f64) -> PerPoint {
    let at = |place: usize| number(points.get(place).copied());
    std::array::from_fn(|two| F64x2::new([at(2 * two), at(2 * two + 1)]))
}

impl Bounds {
    #[expect(clippy::cast_possible_truncation, reason = "half the sides grow by more than single precision loses")]
    fn around((left, right): (f64, f64), (bottom, top): (f64, f64)) -> Self {
        let half = |low: f64, high: f64| {
            let rounding = 1e-6 * low.abs().max(high.abs()) + 1e-30;
            ((high - low) / 2.0 + rounding) as f32
        };
        Bounds {
            x: ((left + right) / 2.0) as f32,
            y: ((bottom + top) / 2.0) as f32,
            half_width: half(left, right),
            half_height: half(bottom, top),
        }
    }
}
