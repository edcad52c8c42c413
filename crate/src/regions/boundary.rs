//! The lines between the regions, as line segments to be stroked on top of the picture.
//!
//! Rows alone would tear a boundary that runs nearly level, columns one that runs nearly upright. So the plane is cut
//! into cells by a lattice through the centres of all pixels (and along the picture's edges), the sweep walks all rows
//! *and* all columns of it, and every place where the winner changes on a lattice line is found exactly. What is left is
//! to join them, cell by cell:
//!
//! ```text
//!        a ─╮   b            Around a cell the winner changes a→b here and b→a there: the boundary between a and b
//!     ┌─────●──────┐         comes in and goes out, and the two places are joined. An a→b that follows on the heels
//!     │      ╲     │         of b→a closes like a bracket, which settles any number of changes. Inside of a cell the
//!     │   a   ╲  b │         boundary is straight unless a unit folds there; the corner that is cut then is smaller
//!     │        ╲   │         than the cell.
//!     └─────────●──┘
//!
//!     ┌─────●──────┐         What closes with nothing is where three regions or more meet: a→b, b→c, c→a. The point
//!     │  a  │  b   │         at which the three scores tie is found by Newton's method, which for a piecewise linear
//!     │   ╱───╲    │         function ends after a step or two, and the three are joined to it.
//!     ●──╱  c  ╲───●
//!     └────────────┘
//! ```
//!
//! Joined places form chains, and most of a chain is straight: what lies within [`SLACK`](super::simplifier::SLACK) of a straight line is one
//! segment. Every end of a segment is thus a point where the two best scores tie.
//!
//! Coordinates are those of a canvas: pixels from the top left corner of the picture, x to the right, y downwards.

use super::{
    Window,
    envelope::{Change, changes},
    hard::first_pixel_after,
    junction,
    simplifier::Simplifier,
    sweep::{Direction, Sweep},
};
use crate::network::Network;

/// No crossing.
const NONE: u32 = u32::MAX;

/// A place on a lattice line where the winner changes.
#[derive(Clone, Copy)]
struct Crossing {
    at: [f64; 2],
    /// The classes to the left or above and to the right or below.
    classes: [u8; 2],
    /// The next crossings along the boundary, one in each of the two cells that share this lattice line.
    links: [u32; 2],
    drawn: bool,
}

/// A crossing as met on the way around a cell.
#[derive(Clone, Copy)]
struct Step {
    crossing: u32,
    from: u8,
    to: u8,
}

/// Finds the boundary; owns what that needs, and the result.
#[derive(Default)]
pub struct Boundary {
    rows: Sweep,
    columns: Sweep,
    crossings: Vec<Crossing>,
    /// Where the crossings of each lattice row start, and an end.
    row_starts: Vec<u32>,
    /// Crossings on lattice columns, strip by strip of cells, and from left to right in each; with their columns.
    strips: Vec<(u32, u32)>,
    strip_starts: Vec<u32>,
    around: Vec<Step>,
    open: Vec<Step>,
    segments: Vec<[f64; 4]>,
}

impl Boundary {
    /// Finds the boundary in a picture of width×height pixels, of a network that
    /// [`can_draw`](super::sweep::can_draw) accepts.
    pub fn trace(&mut self, network: &Network, window: &Window, (width, height): (usize, usize)) {
        self.clear();
        if width == 0 || height == 0 {
            return;
        }
        self.cross_rows(network, window, (width, height));
        let first_on_columns = self.crossings.len();
        self.cross_columns(network, window, (width, height));
        self.sort_into_strips(first_on_columns, height);
        for strip in 0..=height {
            self.join_strip(network, window, (width, height), strip);
        }
        self.draw_chains();
    }

    /// Forgets the boundary.
    pub fn clear(&mut self) {
        self.crossings.clear();
        self.segments.clear();
    }

    /// The segments: x and y of one end, x and y of the other.
    #[must_use]
    pub fn segments(&self) -> &[[f64; 4]] {
        &self.segments
    }

    fn cross_rows(&mut self, network: &Network, window: &Window, (width, height): (usize, usize)) {
        self.rows.prepare(network, Direction::Rows, window, width);
        self.row_starts.clear();
        let step = (window.bottom - window.top) / to_f64(height);
        for line in 0..=height + 1 {
            self.row_starts.push(index(self.crossings.len()));
            let y = lattice(line, height);
            let crossings = &mut self.crossings;
            changes(&mut self.rows, window.top + y * step, &mut |change| {
                crossings.push(Crossing::new([change.at, y], change));
            });
        }
        self.row_starts.push(index(self.crossings.len()));
    }

    fn cross_columns(&mut self, network: &Network, window: &Window, (width, height): (usize, usize)) {
        self.columns.prepare(network, Direction::Columns, window, height);
        let step = (window.right - window.left) / to_f64(width);
        for line in 0..=width + 1 {
            let x = lattice(line, width);
            let crossings = &mut self.crossings;
            changes(&mut self.columns, window.left + x * step, &mut |change| {
                let mut crossing = Crossing::new([x, change.at], change);
                crossing.links[1] = index(line); // until it is sorted
                crossings.push(crossing);
            });
        }
    }

    /// Counting sort of the crossings on columns by the strip of cells that they are in.
    fn sort_into_strips(&mut self, first: usize, height: usize) {
        let Boundary { crossings, strips, strip_starts, .. } = self;
        let strip = |crossing: &Crossing| first_pixel_after(crossing.at[1]).min(height);
        strip_starts.clear();
        strip_starts.resize(height + 2, 0);
        for crossing in &crossings[first..] {
            strip_starts[strip(crossing) + 1] += 1;
        }
        for s in 0..=height {
            strip_starts[s + 1] += strip_starts[s];
        }
        strips.clear();
        strips.resize(crossings.len() - first, (NONE, NONE));
        for (id, crossing) in (index(first)..).zip(&mut crossings[first..]) {
            let place = &mut strip_starts[strip(crossing)];
            strips[*place as usize] = (id, crossing.links[1]);
            crossing.links[1] = NONE;
            *place += 1;
        }
        // Each start has moved to the start of the next strip.
        strip_starts.rotate_right(1);
        strip_starts[0] = 0;
    }

    /// Joins the crossings around each cell between lattice rows `strip` and `strip + 1`.
    fn join_strip(&mut self, network: &Network, window: &Window, size: (usize, usize), strip: usize) {
        let row = |line: usize| self.row_starts[line]..self.row_starts[line + 1];
        let mut above = row(strip);
        let mut below = row(strip + 1);
        let sides = self.strip_starts[strip] as usize..self.strip_starts[strip + 1] as usize;
        let (mut left, mut right) = (sides.clone(), sides);
        // The left edge of the picture is no cell's right side.
        while right.clone().next().is_some_and(|side| self.strips[side].1 == 0) {
            right.next();
        }
        loop {
            let cell_on_row = |ids: &std::ops::Range<u32>| {
                ids.clone().next().map(|id| first_pixel_after(self.crossings[id as usize].at[0]).min(size.0))
            };
            let column = |sides: &std::ops::Range<usize>| sides.clone().next().map(|side| self.strips[side].1 as usize);
            // The right edge of the picture is no cell's left side.
            let candidates = [
                cell_on_row(&above),
                cell_on_row(&below),
                column(&left).filter(|&line| line <= size.0),
                column(&right).map(|line| line - 1),
            ];
            let Some(cell) = candidates.into_iter().flatten().min() else { return };
            self.around.clear();
            while cell_on_row(&above) == Some(cell) {
                let id = above.next().expect("it was there");
                self.around.push(self.crossings[id as usize].step(id, true));
            }
            while column(&right) == Some(cell + 1) {
                let (id, _) = self.strips[right.next().expect("it was there")];
                self.around.push(self.crossings[id as usize].step(id, true));
            }
            let start = self.around.len();
            while cell_on_row(&below) == Some(cell) {
                let id = below.next().expect("it was there");
                self.around.push(self.crossings[id as usize].step(id, false));
            }
            self.around[start..].reverse();
            let start = self.around.len();
            while column(&left) == Some(cell) {
                let (id, _) = self.strips[left.next().expect("it was there")];
                self.around.push(self.crossings[id as usize].step(id, false));
            }
            self.around[start..].reverse();
            self.join_cell(network, window, size);
        }
    }

    /// Joins the crossings on the way around a cell: brackets that close each other, and a junction of the rest.
    fn join_cell(&mut self, network: &Network, window: &Window, size: (usize, usize)) {
        self.begin_where_brackets_close(network, window, size);
        let Boundary { crossings, around, open, segments, .. } = self;
        open.clear();
        for &step in around.iter() {
            match open.last() {
                Some(last) if last.closes(step) => {
                    link(crossings, last.crossing, step.crossing);
                    open.pop();
                }
                _ => open.push(step),
            }
        }
        // The way around has no beginning, so the last may close the first.
        let mut rest = &open[..];
        while let [first, middle @ .., last] = rest
            && last.closes(*first)
        {
            link(crossings, first.crossing, last.crossing);
            rest = middle;
        }
        if rest.len() < 2 {
            return;
        }
        let place = |step: &Step| crossings[step.crossing as usize].at;
        let places = rest.iter().map(place);
        let classes = [rest[0].from, rest[0].to, rest[1].to].map(usize::from);
        let meeting =
            (rest.len() == 3).then(|| junction::find(network, window, size, classes, places.clone())).flatten();
        if let Some([x, y]) = meeting {
            segments.extend(places.map(|[from_x, from_y]| [from_x, from_y, x, y]));
        } else {
            let pairs = places.clone().zip(places.skip(1));
            segments.extend(pairs.map(|([x0, y0], [x1, y1])| [x0, y0, x1, y1]));
        }
    }

    /// Two classes that change four times around a cell close like brackets in two ways: a→b b→a, a→b b→a is a region a with
    /// two tips of b, or a strip of b between two of a. What wins in the middle tells which, and where to begin.
    fn begin_where_brackets_close(&mut self, network: &Network, window: &Window, size: (usize, usize)) {
        let [first, second, third, fourth] = self.around[..] else { return };
        if !(first.closes(second) && second.closes(third) && third.closes(fourth)) {
            return;
        }
        let places = [first, second, third, fourth].map(|step| self.crossings[step.crossing as usize].at);
        let middle = [0, 1].map(|axis| places.iter().map(|place| place[axis]).sum::<f64>() / 4.0);
        let [within, without] = [first.to, first.from].map(|class| {
            let [score, ..] = junction::plane(network, junction::world(window, size, middle), class.into());
            score
        });
        if within > without {
            self.around.rotate_left(1);
        }
    }

    /// Follows each chain of crossings from end to end, those without end from anywhere.
    fn draw_chains(&mut self) {
        for only_ends in [true, false] {
            for start in 0..self.crossings.len() {
                let Crossing { links, drawn, .. } = self.crossings[start];
                if !drawn && links[0] != NONE && !(only_ends && links[1] != NONE) {
                    self.draw_chain(start);
                }
            }
        }
    }

    fn draw_chain(&mut self, start: usize) {
        let Boundary { crossings, segments, .. } = self;
        let mut simplifier = Simplifier::start(crossings[start].at);
        crossings[start].drawn = true;
        let (mut before, mut here) = (NONE, start);
        loop {
            let [one, other] = crossings[here].links;
            let next = if one == before { other } else { one };
            if next == NONE {
                break;
            }
            let crossing = &mut crossings[next as usize];
            simplifier.add(crossing.at, segments);
            // A chain comes back to where it began or not at all; any crossing ends it here, so that no loop can go on
            // for ever whatever the links.
            if std::mem::replace(&mut crossing.drawn, true) {
                break;
            }
            (before, here) = (index(here), next as usize);
        }
        simplifier.finish(segments);
    }
}

impl Crossing {
    fn new(at: [f64; 2], change: Change) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "there are six classes at most")]
        let classes = [change.before as u8, change.after as u8];
        Crossing { at, classes, links: [NONE; 2], drawn: false }
    }

    /// This crossing on the way around a cell, in the direction of its lattice line or against it.
    fn step(&self, crossing: u32, forward: bool) -> Step {
        let [before, after] = self.classes;
        if forward { Step { crossing, from: before, to: after } } else { Step { crossing, from: after, to: before } }
    }
}

impl Step {
    fn closes(self, other: Step) -> bool {
        self.from == other.to && self.to == other.from
    }
}

fn link(crossings: &mut [Crossing], a: u32, b: u32) {
    for (from, to) in [(a, b), (b, a)] {
        let [one, other] = &mut crossings[from as usize].links;
        *(if *one == NONE { one } else { other }) = to;
    }
}

/// Where a lattice line is: at the picture's edges, and through the centres of its `pixels` pixels.
fn lattice(line: usize, pixels: usize) -> f64 {
    (to_f64(line) - 0.5).clamp(0.0, to_f64(pixels))
}

#[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels wide")]
fn to_f64(pixels: usize) -> f64 {
    pixels as f64
}

#[expect(clippy::cast_possible_truncation, reason = "4096 lines of 512 folds and 5 changes each are far below 2^32")]
fn index(place: usize) -> u32 {
    place as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_a_cell_changes_close_like_brackets() {
        // Two slivers in one cell: a→b and b→a above, b→a and a→b below, the way around being clockwise.
        let mut boundary = Boundary::default();
        let classes = [(0, 1), (1, 0), (0, 2), (2, 0), (0, 1), (1, 0)];
        for (crossing, (from, to)) in (0..).zip(classes) {
            let change = Change { at: f64::from(crossing), before: from, after: to };
            boundary.crossings.push(Crossing::new([change.at, 0.0], change));
            let step = boundary.crossings[crossing as usize].step(crossing, true);
            boundary.around.push(step);
        }
        boundary.join_cell(&Network::zeros(&[2, 3]), &Window::square(1.0), (1, 1));
        let joined: Vec<u32> = boundary.crossings.iter().map(|crossing| crossing.links[0]).collect();
        assert_eq!(joined, [1, 0, 3, 2, 5, 4]);
    }
}
