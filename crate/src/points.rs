//! The points of a run: drawn or own, some with wrong labels, moved off the centre, some of them held out.

use std::rc::Rc;

use crate::{
    dataset::{self, Dataset, OwnPoints, Source, Spiral},
    random::RandomState,
    settings::Settings,
};

/// All points of a run, and which part each has in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// All of them, in the order in which they were drawn, with the labels that they are given.
    pub all: Rc<Dataset>,
    /// The label of each before some were made wrong.
    pub true_labels: Vec<u8>,
    /// Whether each is held out; nothing is listed where none is.
    pub held_out: Vec<bool>,
    /// Those that are trained on.
    pub train: Rc<Dataset>,
    /// Those that are held out, if any is.
    pub test: Option<Rc<Dataset>>,
}

impl Points {
    /// Draws what the settings ask for, in this order: the points; where some labels are to be wrong, for each point whether
    /// its is, and then for each which it gets. `own` are those of [`Source::Own`].
    #[must_use]
    pub fn draw(settings: &Settings, own: &OwnPoints, stream: &mut RandomState) -> Self {
        let mut data = source(settings, own, stream);
        let true_labels = data.labels.clone();
        if settings.wrong > 0.0 {
            mislabel(&mut data, settings.wrong, stream);
        }
        if settings.shift != 0.0 {
            data.points.iter_mut().for_each(|coordinate| *coordinate += settings.shift);
        }
        let all = Rc::new(data);
        Points { train: Rc::clone(&all), all, true_labels, held_out: Vec::new(), test: None }
    }

    /// Holds out a share of the points, 0…0.8: the first ⌊share·N + ½⌋ of a random order, which is drawn only if there is
    /// something to be held out.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "counts are far below 2^53"
    )]
    pub fn hold_out(self, share: f64, stream: &mut RandomState) -> Self {
        if share <= 0.0 {
            return self;
        }
        let count = self.all.len();
        let order = stream.permutation(count);
        let mut held_out = vec![false; count];
        order[..libm::floor(share * count as f64 + 0.5) as usize].iter().for_each(|&place| held_out[place] = true);
        let [train, test] = [false, true].map(|held| Rc::new(part(&self.all, &held_out, held)));
        Points { train, test: (!test.is_empty()).then_some(test), held_out, ..self }
    }
}

#[inline(never)]
fn source(settings: &Settings, own: &OwnPoints, stream: &mut RandomState) -> Dataset {
    let Settings { points, classes, noise, turn, gap, .. } = *settings;
    match settings.data {
        Source::Spiral => Spiral { points, classes, noise, turn, gap }.draw(stream),
        Source::Moons => dataset::moons(points, noise, stream),
        Source::Circles => dataset::circles(points, noise, stream),
        Source::Blobs => dataset::blobs(points, classes, noise, stream),
        Source::Xor => dataset::xor(points, noise, stream),
        Source::Iris => dataset::iris(),
        Source::Own => own.data(classes.max(own.classes())),
    }
}

/// Gives a share of the points the label of another class: with u and v drawn evenly for each point, those with u < share
/// move on by 1 + ⌊v·(K − 1)⌋ classes.
#[inline(never)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "there are few classes"
)]
fn mislabel(data: &mut Dataset, share: f64, stream: &mut RandomState) {
    let chosen: Vec<bool> = (0..data.len()).map(|_| stream.uniform() < share).collect();
    for (label, chosen) in data.labels.iter_mut().zip(chosen) {
        let on = 1 + (stream.uniform() * (data.classes - 1) as f64) as usize;
        if chosen {
            *label = ((usize::from(*label) + on) % data.classes) as u8;
        }
    }
}

#[inline(never)]
fn part(data: &Dataset, held_out: &[bool], belongs: bool) -> Dataset {
    let (mut coordinates, mut labels) = (Vec::new(), Vec::new());
    let places = data.points.as_slice().unwrap_or_default().as_chunks::<2>().0;
    for ((place, &label), &held_out) in places.iter().zip(&data.labels).zip(held_out) {
        if held_out == belongs {
            coordinates.extend_from_slice(place);
            labels.push(label);
        }
    }
    Dataset::new(coordinates, labels, data.classes)
}
