//! The picture of the winners: between two changes of the winner a row has one colour.
//!
//! Writing the pixels costs about as much as finding the changes, and from frame to frame most rows stay as they are. So
//! the picture remembers each row as its runs of one colour, and writes only rows whose runs are others than before.

use super::{Window, envelope::changes, sweep::Sweep};

/// Neighbouring pixels of a row that one class has won: where they end, and the class.
type Run = (u32, u8);

/// The runs of every row as they were last painted, and by which colours.
#[derive(Default)]
pub struct Runs {
    /// Row after row; each row's last run ends at the picture's width.
    painted: Vec<Run>,
    /// Those of the picture that is being painted.
    fresh: Vec<Run>,
    colours: Vec<[u8; 4]>,
}

/// Room for this many runs in each row; more are found room for when they come.
const ROOM: usize = 16;

impl Runs {
    /// Makes room for the rows of a picture of another size.
    pub fn resize(&mut self, height: usize) {
        self.forget();
        self.fresh.clear();
        for runs in [&mut self.painted, &mut self.fresh] {
            runs.reserve(ROOM * height);
        }
    }

    /// The pixels are no longer those that were painted last.
    pub fn forget(&mut self) {
        self.painted.clear();
    }

    fn with_colours(&mut self, colours: &[[u8; 4]]) {
        if self.colours != colours {
            self.colours.clear();
            self.colours.extend_from_slice(colours);
            self.forget();
        }
    }
}

/// Fills each row of `pixels` with the colours of its winners, and tells whether any pixel may have changed; `rows` is
/// prepared for rows of this window and width.
pub fn paint(
    rows: &mut Sweep,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
    runs: &mut Runs,
) -> bool {
    runs.with_colours(colours);
    let Runs { painted, fresh, .. } = runs;
    fresh.clear();
    let mut before = &painted[..];
    let mut changed = false;
    for (j, row) in pixels.chunks_exact_mut(width.max(1)).enumerate() {
        let start = fresh.len();
        find_runs(rows, window.y(j, height), width, fresh);
        let now = &fresh[start..];
        let (same, rest) = before.split_at(before.len().min(now.len()));
        if now == same {
            before = rest;
            continue;
        }
        changed = true;
        fill(row, now, colours);
        let end = before.iter().position(|run| run.0 as usize == width);
        before = end.map_or(&[], |end| &before[end + 1..]);
    }
    std::mem::swap(painted, fresh);
    changed
}

/// Appends the runs of the row at coordinate `across`.
#[expect(clippy::cast_possible_truncation, reason = "pictures are far below 2^32 pixels wide, classes are six at most")]
fn find_runs(rows: &mut Sweep, across: f64, width: usize, runs: &mut Vec<Run>) {
    let mut done = 0;
    let winner = changes(rows, across, &mut |change| {
        let end = first_pixel_after(change.at).min(width);
        if end > done {
            runs.push((end as u32, change.before as u8));
            done = end;
        }
    });
    if done < width {
        runs.push((width as u32, winner as u8));
    }
}

fn fill(row: &mut [[u8; 4]], runs: &[Run], colours: &[[u8; 4]]) {
    let mut done = 0;
    for &(end, class) in runs {
        row[done..end as usize].fill(colours[usize::from(class)]);
        done = end as usize;
    }
}

/// The first pixel whose centre, at i + ½, is not before this place on the line.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and NaN becomes 0")]
pub fn first_pixel_after(at: f64) -> usize {
    (at + 0.5) as usize
}
