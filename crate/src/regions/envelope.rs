//! Where the winner changes along a line: the upper envelope of K straight lines, piece by piece.
//!
//! The upper envelope of straight lines is convex. So a class that wins at both ends of a piece wins all along it, and
//! only a piece whose two winners differ needs a look inside.

use super::sweep::{Piece, Pieces};

/// A place on a line where the winner changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Pixels from the start of the line.
    pub at: f64,
    /// The class that wins before it.
    pub before: usize,
    /// The class that wins after it.
    pub after: usize,
}

/// Calls `visit` for each change of the winner along a line, in order, and returns the class that wins at its end.
#[inline]
pub fn changes<const D: usize>(pieces: Pieces<'_, D>, mut visit: impl FnMut(Change)) -> usize {
    let mut winner = leader(pieces.scores());
    for piece in pieces {
        let next = leader(&piece.end_scores);
        if next != winner {
            overtakings(&piece, winner, next, &mut visit);
            winner = next;
        }
    }
    winner
}

/// The class with the greatest score, the first of equals; `scores` are relative to class 0.
#[inline]
pub fn leader<const D: usize>(scores: &[f64; D]) -> usize {
    let (mut best, mut winner) = (0.0, 0);
    for (k, &score) in scores.iter().enumerate() {
        if score > best {
            best = score;
            winner = k + 1;
        }
    }
    winner
}

/// The changes within one piece: whoever overtakes the present winner first is the next one. The slopes of the winners
/// grow, so there are D changes at most.
#[cold]
fn overtakings<const D: usize>(piece: &Piece<D>, mut winner: usize, last: usize, visit: &mut impl FnMut(Change)) {
    let score = |k: usize| if k == 0 { 0.0 } else { piece.scores[k - 1] };
    let slope = |k: usize| if k == 0 { 0.0 } else { piece.slopes[k - 1] };
    let mut at = piece.start;
    for _ in 0..D {
        // Who leads at the end without growing faster has been level from the start, to within rounding.
        let (mut first, mut next) = (if slope(last) > slope(winner) { piece.end } else { at }, last);
        for k in (0..=D).filter(|&k| slope(k) > slope(winner)) {
            let meets = piece.start + (score(winner) - score(k)) / (slope(k) - slope(winner));
            if meets < first || (meets == first && slope(k) > slope(next)) {
                (first, next) = (meets, k);
            }
        }
        at = if first > at { first } else { at };
        visit(Change { at, before: winner, after: next });
        winner = next;
        if winner == last {
            return;
        }
    }
    visit(Change { at: piece.end, before: winner, after: last });
}
