//! Points that somebody has placed by hand or brought in a table, on a grid of 1/1024, and their text in the link.
//!
//! The text is a row of digits of six bits each. First how many points there are, then the least x and the least y, in
//! pieces of five bits whose sixth bit says that more follow; then, a digit each, how many bits x, y and label take. What is
//! left are the points in their order, x and y counted from the least ones, with no bits between them.

use super::Dataset;

/// Steps of the grid in a unit.
pub const GRID: f64 = 1024.0;

/// Points at most.
pub const MOST: usize = 6000;

/// Classes at most.
pub const MOST_CLASSES: u8 = 6;

/// How far from 0 a coordinate may be, in steps of the grid: a million units.
pub const FARTHEST: i32 = 1_024_000_000;

/// The digits: those that stand in a link as they are.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A point on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnPoint {
    /// In steps of the grid, from −[`FARTHEST`] to it.
    pub x: i32,
    /// In steps of the grid, too.
    pub y: i32,
    /// The class, below [`MOST_CLASSES`].
    pub label: u8,
}

/// Own points in their order, and their text.
#[derive(Debug, Clone, Default)]
pub struct OwnPoints {
    points: Vec<OwnPoint>,
    text: String,
}

impl PartialEq for OwnPoints {
    /// Two texts may hold the same points.
    fn eq(&self, other: &OwnPoints) -> bool {
        self.points == other.points
    }
}

/// Why a text is not the points that it seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It has a sign that is no digit, at this place from 1 on.
    Sign(usize),
    /// It ends before its points do: how many there should be, or 0 where that is not known.
    CutOff(usize),
    /// What follows the last point, from this place on, is none of it.
    Rest(usize),
    /// A number is beyond what a point may have.
    Limits,
}

/// The nearest place on the grid, if it is near enough to 0.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "within the limits, which an i32 holds")]
pub fn on_grid(coordinate: f64) -> Option<i32> {
    let steps = libm::floor(coordinate * GRID + 0.5);
    (steps.abs() <= f64::from(FARTHEST)).then_some(steps as i32)
}

impl OwnPoints {
    /// These points.
    #[must_use]
    pub fn of(points: Vec<OwnPoint>) -> Self {
        let text = if points.is_empty() { String::new() } else { pack(&points) };
        OwnPoints { points, text }
    }

    /// The points of a text; where something is wrong with it, those before that, and what is wrong. An empty text holds none.
    #[must_use]
    pub fn read(text: &str) -> (Self, Option<Unreadable>) {
        let (points, wrong) = unpack(text);
        (OwnPoints { points, text: text.into() }, wrong.filter(|_| !text.is_empty()))
    }

    /// In their order.
    #[must_use]
    pub fn points(&self) -> &[OwnPoint] {
        &self.points
    }

    /// As a link has them; empty where there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many classes they need: two at least.
    #[must_use]
    pub fn classes(&self) -> usize {
        let mut classes = 2;
        for point in &self.points {
            classes = classes.max(usize::from(point.label) + 1);
        }
        classes
    }

    /// The points as data with so many classes.
    #[must_use]
    pub fn data(&self, classes: usize) -> Dataset {
        let (mut coordinates, mut labels) = (Vec::new(), Vec::new());
        for &OwnPoint { x, y, label } in &self.points {
            coordinates.push(f64::from(x) / GRID);
            coordinates.push(f64::from(y) / GRID);
            labels.push(label);
        }
        Dataset::new(coordinates, labels, classes)
    }
}

/// The text of points.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "far fewer points than 2^32")]
pub fn pack(points: &[OwnPoint]) -> String {
    let least = |of: fn(&OwnPoint) -> i32| points.iter().map(of).min().unwrap_or(0);
    let [x0, y0] = [least(|point| point.x), least(|point| point.y)];
    let parts = |point: &OwnPoint| [point.x.abs_diff(x0), point.y.abs_diff(y0), point.label.into()];
    let mut all = [0; 3];
    for point in points {
        all.iter_mut().zip(parts(point)).for_each(|(all, part)| *all |= part);
    }
    let widths = all.map(|all| u32::BITS - all.leading_zeros());

    let mut text = Writer { text: String::new(), bits: 0, count: 0 };
    for mut number in [points.len() as u32, folded(x0), folded(y0)] {
        while number > 31 {
            text.put(32 | (number & 31), 6);
            number >>= 5;
        }
        text.put(number, 6);
    }
    widths.iter().for_each(|&width| text.put(width, 6));
    for point in points {
        parts(point).into_iter().zip(widths).for_each(|(part, width)| text.put(part, width));
    }
    text.fill_up();
    text.text
}

/// Reads the text of points; where something is wrong with it, those before that, and what is wrong.
#[must_use]
pub fn unpack(text: &str) -> (Vec<OwnPoint>, Option<Unreadable>) {
    let place = text.bytes().position(|byte| place_of(byte).is_none());
    let good = &text.as_bytes()[..place.unwrap_or(text.len())];
    let mut reader = Reader { digits: good, bits: 0, count: 0 };
    let mut points = Vec::new();
    let wrong = read(&mut reader, &mut points).err();
    let wrong =
        wrong.or_else(|| (!reader.digits.is_empty()).then(|| Unreadable::Rest(good.len() - reader.digits.len() + 1)));
    (points, place.map(|place| Unreadable::Sign(place + 1)).or(wrong))
}

#[inline(never)]
#[expect(clippy::cast_possible_truncation, reason = "checked just before, and a label has three bits at most")]
fn read(reader: &mut Reader, points: &mut Vec<OwnPoint>) -> Result<(), Unreadable> {
    // How many points; the least x and y; how many bits x, y and label take.
    let mut header = [0; 6];
    for place in 0..6 {
        let number = if place < 3 { reader.number() } else { reader.take(6) };
        header[place] = number.ok_or(Unreadable::CutOff(header[0] as usize))?;
    }
    let [count, x0, y0, x_width, y_width, label_width] = header;
    if count as usize > MOST || x_width > 31 || y_width > 31 || label_width > 3 {
        return Err(Unreadable::Limits);
    }
    for _ in 0..count {
        let mut parts = [0; 3];
        for (part, width) in parts.iter_mut().zip([x_width, y_width, label_width]) {
            *part = reader.take(width).ok_or(Unreadable::CutOff(count as usize))?;
        }
        let [x, y] = [(x0, parts[0]), (y0, parts[1])].map(|(least, more)| i64::from(unfolded(least)) + i64::from(more));
        let label = parts[2] as u8;
        if x.abs().max(y.abs()) > i64::from(FARTHEST) || label >= MOST_CLASSES {
            return Err(Unreadable::Limits);
        }
        points.push(OwnPoint { x: x as i32, y: y as i32, label });
    }
    Ok(())
}

#[inline(never)]
fn place_of(digit: u8) -> Option<usize> {
    DIGITS.iter().position(|&known| known == digit)
}

/// 0, −1, 1, −2, … as 0, 1, 2, 3, …
#[expect(clippy::cast_sign_loss, reason = "that is what it is for")]
fn folded(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

#[expect(clippy::cast_possible_wrap, reason = "half of it fits")]
fn unfolded(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

/// Writes bits as digits.
struct Writer {
    text: String,
    bits: u64,
    count: u32,
}

impl Writer {
    /// The lowest `width` bits of a number, at most 32.
    fn put(&mut self, number: u32, width: u32) {
        self.bits = self.bits << width | u64::from(number);
        self.count += width;
        while self.count >= 6 {
            self.count -= 6;
            self.text.push(char::from(DIGITS[(self.bits >> self.count & 63) as usize]));
        }
    }

    /// Zeros behind the last bit, up to a whole digit.
    fn fill_up(&mut self) {
        if self.count > 0 {
            self.put(0, 6 - self.count);
        }
    }
}

/// Reads bits from digits.
struct Reader<'a> {
    digits: &'a [u8],
    bits: u64,
    count: u32,
}

impl Reader<'_> {
    /// The next `width` bits, at most 32; nothing where the text ends before.
    #[expect(clippy::cast_possible_truncation, reason = "cut to as many bits")]
    #[inline(never)]
    fn take(&mut self, width: u32) -> Option<u32> {
        while self.count < width {
            let (&first, rest) = self.digits.split_first()?;
            self.digits = rest;
            self.bits = self.bits << 6 | place_of(first)? as u64;
            self.count += 6;
        }
        self.count -= width;
        Some((self.bits >> self.count & ((1 << width) - 1)) as u32)
    }

    /// A number in pieces of five bits.
    #[inline(never)]
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(5) {
            let digit = self.take(6)?;
            number |= (digit & 31) << shift;
            if digit < 32 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(farthest: i32) -> impl Strategy<Value = Vec<OwnPoint>> {
        let point = (-farthest..=farthest, -farthest..=farthest, 0..MOST_CLASSES);
        proptest::collection::vec(point.prop_map(|(x, y, label)| OwnPoint { x, y, label }), 0..400)
    }

    proptest! {
        #[test]
        fn any_points_come_back_from_their_text(points in prop_oneof![points(2000), points(40_000), points(FARTHEST)]) {
            prop_assert_eq!(unpack(&pack(&points)), (points, None));
        }

        #[test]
        fn three_hundred_points_take_at_most_two_thousand_signs(points in points(100 * 1024)) {
            prop_assert!(pack(&points[..points.len().min(300)]).len() <= 2000);
        }

        #[test]
        fn a_text_that_was_cut_off_gives_the_points_that_are_whole(points in points(3000), share in 0.0..1.0_f64) {
            let text = pack(&points);
            let cut = (share * text.len() as f64) as usize;
            let (read, wrong) = unpack(&text[..cut]);
            prop_assert_eq!(&read[..], &points[..read.len()]);
            match wrong {
                Some(Unreadable::CutOff(all)) => prop_assert!(all == points.len() || cut < 3),
                other => prop_assert!(other.is_none() && read.len() == points.len(), "{:?}", other),
            }
        }

        #[test]
        fn whatever_is_read_is_within_the_limits(text in "[A-Za-z0-9_ =-]{0,80}") {
            let (read, _) = unpack(&text);
            prop_assert!(read.len() <= MOST && read.iter().all(|point| point.label < MOST_CLASSES));
            prop_assert!(read.iter().all(|point| point.x.abs() <= FARTHEST && point.y.abs() <= FARTHEST));
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let point = OwnPoint { x: 512, y: -1024, label: 1 };
        let text = pack(&[point; 2]);
        assert_eq!(unpack(&format!("{text}A")), (vec![point; 2], Some(Unreadable::Rest(text.len() + 1))));
        let (first, _) = text.split_at(text.len() - 1);
        assert!(matches!(unpack(&format!("{first}?")), (_, Some(Unreadable::Sign(place))) if place == text.len()));
        assert_eq!(unpack(""), (vec![], Some(Unreadable::CutOff(0))));
        let far = pack(&[OwnPoint { x: FARTHEST + 1, y: 0, label: 0 }]);
        assert_eq!(unpack(&far), (vec![], Some(Unreadable::Limits)));
        assert_eq!(unpack(&pack(&vec![point; MOST + 1])).1, Some(Unreadable::Limits));
    }

    #[test]
    fn the_grid_is_a_1024th_and_what_is_no_number_has_no_place_on_it() {
        assert_eq!([0.0, 1.0, -0.5, 0.0004, 0.0005].map(on_grid), [Some(0), Some(1024), Some(-512), Some(0), Some(1)]);
        assert_eq!([1e6, 1.1e6, f64::NAN, f64::INFINITY].map(on_grid), [Some(FARTHEST), None, None, None]);
        let data = OwnPoints::of(vec![OwnPoint { x: 1, y: -2048, label: 2 }]).data(3);
        assert_eq!((data.points[[0, 0]], data.points[[0, 1]], data.classes), (1.0 / 1024.0, -2.0, 3));
    }
}
