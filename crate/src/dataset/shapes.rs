//! The sets of points that courses use, drawn as scikit-learn draws them from the same random state.
//!
//! Each is the function of that name in `sklearn.datasets`, version 1.9, with its points shuffled as by default; coordinates
//! differ by at most 2 units in the last place, because sine, cosine and logarithm here are the same on every machine.

use super::Dataset;
use crate::random::RandomState;

/// Two half circles that reach into each other, `points` on each: `make_moons(n_samples=2·points, noise=noise)`.
#[must_use]
#[inline(never)]
pub fn moons(points: usize, noise: f64, stream: &mut RandomState) -> Dataset {
    let mut places = Vec::new();
    for upper in [true, false] {
        for t in super::spiral::linspace(0.0, std::f64::consts::PI, points) {
            let [x, y] = on_circle(t);
            places.push(if upper { [x, y] } else { [1.0 - x, 1.0 - y - 0.5] });
        }
    }
    shuffled_and_blurred(&places, points, noise, stream)
}

/// A circle within another of twice its size, `points` on each: `make_circles(n_samples=2·points, noise=noise, factor=0.5)`.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#[inline(never)]
pub fn circles(points: usize, noise: f64, stream: &mut RandomState) -> Dataset {
    let step = std::f64::consts::TAU / points as f64;
    let mut places = Vec::new();
    for size in [1.0, 0.5] {
        for i in 0..points {
            places.push(on_circle(i as f64 * step).map(|along| along * size));
        }
    }
    shuffled_and_blurred(&places, points, noise, stream)
}

#[inline(never)]
fn on_circle(angle: f64) -> [f64; 2] {
    [libm::cos(angle), libm::sin(angle)]
}

/// A cloud of `points` around a centre for each class, the centres drawn evenly from [−1, 1]²:
/// `make_blobs(n_samples=classes·points, centers=classes, cluster_std=noise, center_box=(-1, 1))`.
#[must_use]
#[inline(never)]
pub fn blobs(points: usize, classes: usize, noise: f64, stream: &mut RandomState) -> Dataset {
    let mut centres = Vec::new();
    for _ in 0..classes {
        centres.push([2.0 * stream.uniform() - 1.0, 2.0 * stream.uniform() - 1.0]);
    }
    let mut places = Vec::new();
    for centre in centres {
        for _ in 0..points {
            places.push(centre.map(|along| along + noise * stream.normal()));
        }
    }
    shuffled(&places, points, classes, stream)
}

/// 2·`points` drawn evenly from [−1, 1]², of class 1 where x·y < 0, and then moved by noise·randn.
#[must_use]
#[inline(never)]
pub fn xor(points: usize, noise: f64, stream: &mut RandomState) -> Dataset {
    let mut coordinates = Vec::new();
    for _ in 0..4 * points {
        coordinates.push(2.0 * stream.uniform() - 1.0);
    }
    let mut labels = Vec::new();
    for point in coordinates.as_chunks::<2>().0 {
        labels.push(u8::from(point[0] * point[1] < 0.0));
    }
    blur(&mut coordinates, noise, stream);
    Dataset::new(coordinates, labels, 2)
}

fn shuffled_and_blurred(places: &[[f64; 2]], points: usize, noise: f64, stream: &mut RandomState) -> Dataset {
    let mut data = shuffled(places, points, 2, stream);
    blur(data.points.as_slice_mut().unwrap_or_default(), noise, stream);
    data
}

/// Points that came class by class, so many of each, in an order of the stream.
#[expect(clippy::cast_possible_truncation, reason = "there are few classes")]
fn shuffled(places: &[[f64; 2]], points: usize, classes: usize, stream: &mut RandomState) -> Dataset {
    let (mut coordinates, mut labels) = (Vec::new(), Vec::new());
    for place in stream.permutation(places.len()) {
        coordinates.extend_from_slice(&places[place]);
        labels.push((place / points) as u8);
    }
    Dataset::new(coordinates, labels, classes)
}

fn blur(coordinates: &mut [f64], noise: f64, stream: &mut RandomState) {
    for coordinate in coordinates {
        *coordinate += noise * stream.normal();
    }
}
