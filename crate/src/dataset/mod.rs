//! Labelled points in the plane: the spiral of the lesson, and the sets that courses use. How each is drawn from the random
//! stream is a promise, so that a script can repeat it.

use ndarray::Array2;

pub use self::{
    own::{OwnPoint, OwnPoints},
    spiral::{Gap, Spiral},
};

mod iris;
pub mod own;
mod shapes;
mod spiral;

pub use iris::iris;
pub use shapes::{blobs, circles, moons, xor};

/// N labelled points.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// N×2: x and y of each point.
    pub points: Array2<f64>,
    /// The class of each point, 0…K−1; N of them.
    pub labels: Vec<u8>,
    /// K, the number of classes.
    pub classes: usize,
}

impl Dataset {
    /// Points from their coordinates, x and y in turn, and their labels.
    ///
    /// # Panics
    /// If there are not two coordinates for each label.
    #[must_use]
    #[inline(never)]
    pub fn new(coordinates: Vec<f64>, labels: Vec<u8>, classes: usize) -> Self {
        // Not `expect`, which would bring the page code that writes the error.
        let Ok(points) = Array2::from_shape_vec((labels.len(), 2), coordinates) else {
            panic!("two coordinates for each label")
        };
        Dataset { points, labels, classes }
    }

    /// N, the number of points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// ln K: the loss of who gives all K classes the same probability.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are few classes")]
    pub fn chance(&self) -> f64 {
        libm::log(self.classes as f64)
    }

    /// Whether there is no point at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }
}

/// Where the points come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Source {
    /// [`Spiral`].
    #[default]
    Spiral,
    /// [`moons`].
    Moons,
    /// [`circles`].
    Circles,
    /// [`blobs`].
    Blobs,
    /// [`xor`].
    Xor,
    /// [`iris`].
    Iris,
    /// [`OwnPoints`].
    Own,
}

impl Source {
    /// Every source, the default first.
    pub const ALL: [Source; 7] =
        [Source::Spiral, Source::Moons, Source::Circles, Source::Blobs, Source::Xor, Source::Iris, Source::Own];

    /// What each is called in the link and on the command line.
    pub const WORDS: [&str; 7] = ["spiral", "moons", "circles", "blobs", "xor", "iris", "own"];

    /// How many classes it has, whatever is asked for; nothing where that is free.
    #[must_use]
    pub fn classes(self) -> Option<usize> {
        match self {
            Source::Moons | Source::Circles | Source::Xor => Some(2),
            Source::Iris => Some(3),
            Source::Spiral | Source::Blobs | Source::Own => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_stands_at_its_own_place() {
        for (place, source) in Source::ALL.into_iter().enumerate() {
            assert_eq!(source as usize, place);
        }
    }
}
