//! Simplifies a polyline: a chain of points becomes few segments.

/// How far from the chain of its crossings a segment may run, in pixels: too little to be seen.
pub const SLACK: f64 = 0.02;

/// Turns a chain of points into as few segments as stay within [`SLACK`] of it.
///
/// From the last corner, each further point leaves a sector of directions that pass it closely enough; the first point
/// out of the sector of all before it makes the point before it a corner.
pub struct Simplifier {
    corner: [f64; 2],
    last: [f64; 2],
    /// The directions that bound the sector, anticlockwise first; none yet if no point has bounded it.
    sector: Option<([f64; 2], [f64; 2])>,
    /// Squared distance of the last point from the corner; a chain that turns back has a corner too.
    farthest: f64,
}

impl Simplifier {
    /// Starts a chain.
    #[must_use]
    pub fn start(at: [f64; 2]) -> Self {
        Simplifier { corner: at, last: at, sector: None, farthest: 0.0 }
    }

    /// Goes on to the next point, and pushes the segment before it if that ends at a corner.
    pub fn add(&mut self, to: [f64; 2], segments: &mut Vec<[f64; 4]>) {
        let [x, y] = [to[0] - self.corner[0], to[1] - self.corner[1]];
        let distance = x * x + y * y;
        let inside = self.sector.is_none_or(|(lo, hi)| cross(lo, [x, y]) >= 0.0 && cross([x, y], hi) >= 0.0);
        if !inside || distance < self.farthest {
            self.finish(segments);
            *self = Simplifier::start(self.last);
            return self.add(to, segments);
        }
        self.last = to;
        self.farthest = distance;
        if distance > SLACK * SLACK {
            let side = SLACK / distance.sqrt();
            let (mut lo, mut hi) = ([x + side * y, y - side * x], [x - side * y, y + side * x]);
            if let Some((old_lo, old_hi)) = self.sector {
                lo = if cross(old_lo, lo) > 0.0 { lo } else { old_lo };
                hi = if cross(hi, old_hi) > 0.0 { hi } else { old_hi };
            }
            self.sector = Some((lo, hi));
        }
    }

    /// Ends the chain: pushes the segment to the last point.
    pub fn finish(&self, segments: &mut Vec<[f64; 4]>) {
        if self.last != self.corner {
            segments.push([self.corner[0], self.corner[1], self.last[0], self.last[1]]);
        }
    }
}

fn cross(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[[f64; 2]]) -> Vec<[f64; 4]> {
        let mut segments = Vec::new();
        let mut simplifier = Simplifier::start(points[0]);
        for &point in &points[1..] {
            simplifier.add(point, &mut segments);
        }
        simplifier.finish(&mut segments);
        segments
    }

    #[test]
    fn a_chain_has_corners_where_it_bends_and_where_it_turns_back() {
        let straight: Vec<[f64; 2]> = (0..9).map(|i| [f64::from(i), 0.01 * f64::from(i % 2)]).collect();
        assert_eq!(drawn(&straight), [[0.0, 0.0, 8.0, 0.0]]);
        let bent = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [2.0, 2.0]];
        assert_eq!(drawn(&bent), [[0.0, 0.0, 2.0, 0.0], [2.0, 0.0, 2.0, 2.0]]);
        let back = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.001], [1.0, 0.002], [0.5, 0.003]];
        assert_eq!(drawn(&back), [[0.0, 0.0, 2.0, 0.001], [2.0, 0.001, 0.5, 0.003]]);
    }

    #[test]
    fn a_point_near_the_corner_is_a_corner_too_if_it_could_be_seen() {
        let start = [0.0, 0.0];
        assert_eq!(drawn(&[start, [0.1, 0.0], [3.0, 3.0]]), [[0.0, 0.0, 0.1, 0.0], [0.1, 0.0, 3.0, 3.0]]);
        assert_eq!(drawn(&[start, [0.01, 0.0], [3.0, 3.0]]), [[0.0, 0.0, 3.0, 3.0]]);
    }
}
