//! Fisher's iris flowers: petals of three species, 50 of each.

use super::Dataset;

/// Length and width of the petal of each flower, in millimetres: setosa, versicolor, virginica (R. A. Fisher, The use of
/// multiple measurements in taxonomic problems, 1936; the copy of scikit-learn).
#[rustfmt::skip]
const PETALS: [[u8; 2]; 150] = [
    [14, 2], [14, 2], [13, 2], [15, 2], [14, 2], [17, 4], [14, 3], [15, 2], [14, 2], [15, 1],
    [15, 2], [16, 2], [14, 1], [11, 1], [12, 2], [15, 4], [13, 4], [14, 3], [17, 3], [15, 3],
    [17, 2], [15, 4], [10, 2], [17, 5], [19, 2], [16, 2], [16, 4], [15, 2], [14, 2], [16, 2],
    [16, 2], [15, 4], [15, 1], [14, 2], [15, 2], [12, 2], [13, 2], [14, 1], [13, 2], [15, 2],
    [13, 3], [13, 3], [13, 2], [16, 6], [19, 4], [14, 3], [16, 2], [14, 2], [15, 2], [14, 2],
    [47, 14], [45, 15], [49, 15], [40, 13], [46, 15], [45, 13], [47, 16], [33, 10], [46, 13], [39, 14],
    [35, 10], [42, 15], [40, 10], [47, 14], [36, 13], [44, 14], [45, 15], [41, 10], [45, 15], [39, 11],
    [48, 18], [40, 13], [49, 15], [47, 12], [43, 13], [44, 14], [48, 14], [50, 17], [45, 15], [35, 10],
    [38, 11], [37, 10], [39, 12], [51, 16], [45, 15], [45, 16], [47, 15], [44, 13], [41, 13], [40, 13],
    [44, 12], [46, 14], [40, 12], [33, 10], [42, 13], [42, 12], [42, 13], [43, 13], [30, 11], [41, 13],
    [60, 25], [51, 19], [59, 21], [56, 18], [58, 22], [66, 21], [45, 17], [63, 18], [58, 18], [61, 25],
    [51, 20], [53, 19], [55, 21], [50, 20], [51, 24], [53, 23], [55, 18], [67, 22], [69, 23], [50, 15],
    [57, 23], [49, 20], [67, 20], [49, 18], [57, 21], [60, 18], [48, 18], [49, 18], [56, 21], [58, 16],
    [61, 19], [64, 20], [56, 22], [51, 15], [56, 14], [61, 23], [56, 24], [55, 18], [48, 18], [54, 21],
    [56, 24], [51, 23], [51, 19], [59, 23], [57, 25], [52, 23], [50, 19], [52, 20], [54, 23], [51, 18],
];

/// The petals, length and width in centimetres each less its mean and over its standard deviation; nothing is drawn. Summed
/// flower by flower, as NumPy sums along the first axis, so that it has NumPy's bits.
#[must_use]
#[inline(never)]
pub fn iris() -> Dataset {
    let (mut coordinates, mut labels) = (Vec::new(), Vec::new());
    for (flower, petal) in (0..).zip(PETALS) {
        coordinates.push(petal.map(|mm| f64::from(mm) / 10.0));
        labels.push(flower / 50);
    }
    for axis in 0..2 {
        let mean = coordinates.iter().fold(0.0, |sum, petal| sum + petal[axis]) / 150.0;
        let away = |petal: &[f64; 2]| (petal[axis] - mean) * (petal[axis] - mean);
        let variance = coordinates.iter().fold(0.0, |sum, petal| sum + away(petal)) / 150.0;
        for petal in &mut coordinates {
            petal[axis] = (petal[axis] - mean) / variance.sqrt();
        }
    }
    Dataset::new(coordinates.into_flattened(), labels, 3)
}
