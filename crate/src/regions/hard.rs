//! The picture of the winners: between two changes of the winner a row has one colour.

use super::{Window, envelope::changes, sweep::Sweep};

/// Fills each row of `pixels` with the colours of its winners; `rows` is prepared for rows of this window and width.
pub fn paint(
    rows: &mut Sweep,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
) {
    for (j, row) in pixels.chunks_exact_mut(width.max(1)).enumerate() {
        let mut done = 0;
        let winner = changes(rows, window.y(j, height), &mut |change| {
            let end = first_pixel_after(change.at).clamp(done, width);
            row[done..end].fill(colours[change.before]);
            done = end;
        });
        row[done..].fill(colours[winner]);
    }
}

/// The first pixel whose centre, at i + ½, is not before this place on the line.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and NaN becomes 0")]
pub fn first_pixel_after(at: f64) -> usize {
    (at + 0.5) as usize
}
