//! Where the winner changes along a line: the upper envelope of K straight lines, piece by piece.
//!
//! The upper envelope of straight lines is convex. So a class that wins at both ends of a piece wins all along it, and
//! only a piece whose two winners differ needs a look inside.

use super::sweep::{FEW, MOST, Piece, Pieces, Sweep};

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

/// Calls `visit` for each change of the winner along the line at `across`, in order, and returns the class that wins at
/// its end.
pub fn changes(lines: &mut Sweep, across: f64, visit: &mut dyn FnMut(Change)) -> usize {
    match lines.differences() {
        FEW => changes_of(lines.line::<FEW>(across), visit),
        _ => changes_of(lines.line::<MOST>(across), visit),
    }
}

fn changes_of<const D: usize>(pieces: Pieces<'_, D>, visit: &mut dyn FnMut(Change)) -> usize {
    let mut winner = leader(pieces.scores());
    for piece in pieces {
        let next = leader(&piece.end_scores);
        if next != winner {
            let Piece { start, end, scores, slopes, .. } = &piece;
            overtakings((*start, *end), scores, slopes, (winner, next), visit);
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
fn overtakings(
    (start, end): (f64, f64),
    scores: &[f64],
    slopes: &[f64],
    (mut winner, last): (usize, usize),
    visit: &mut dyn FnMut(Change),
) {
    let score = |k: usize| if k == 0 { 0.0 } else { scores[k - 1] };
    let slope = |k: usize| if k == 0 { 0.0 } else { slopes[k - 1] };
    let mut at = start;
    for _ in 0..slopes.len() {
        // Who leads at the end without growing faster has been level from the start, to within rounding.
        let (mut first, mut next) = (if slope(last) > slope(winner) { end } else { at }, last);
        for k in (0..=slopes.len()).filter(|&k| slope(k) > slope(winner)) {
            let meets = start + (score(winner) - score(k)) / (slope(k) - slope(winner));
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
    visit(Change { at: end, before: winner, after: last });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes on a piece from 0 to 4, given the scores at its start and their slopes, relative to class 0.
    fn found(scores: [f64; 2], slopes: [f64; 2], winners: (usize, usize)) -> Vec<(f64, usize, usize)> {
        let mut found = Vec::new();
        let mut visit = |Change { at, before, after }: Change| found.push((at, before, after));
        overtakings((0.0, 4.0), &scores, &slopes, winners, &mut visit);
        found
    }

    #[test]
    fn where_several_overtake_at_one_place_the_steepest_wins_and_of_equals_the_first() {
        assert_eq!(found([-1.0, -2.0], [1.0, 2.0], (0, 2)), [(1.0, 0, 2)]);
        assert_eq!(found([-2.0, -1.0], [2.0, 1.0], (0, 1)), [(1.0, 0, 1)]);
        assert_eq!(found([-1.0, -1.0], [1.0, 1.0], (0, 1)), [(1.0, 0, 1)]);
        assert_eq!(found([-1.0, -3.0], [1.0, 2.0], (0, 2)), [(1.0, 0, 1), (2.0, 1, 2)]);
    }
}
