//! The point at which three regions meet.

use super::Window;
use crate::network::Network;

/// The point, in canvas pixels, at which the scores of three classes tie, near the mean of some places; none if it does
/// not lie within a pixel of that, or if another class has a greater score there.
///
/// Newton's method on two differences of scores. They are linear but for the folds, so it ends as soon as a step starts
/// and ends between the same folds.
pub fn find(
    network: &Network,
    window: &Window,
    size: (usize, usize),
    classes: [usize; 3],
    places: impl ExactSizeIterator<Item = [f64; 2]>,
) -> Option<[f64; 2]> {
    let steps = steps(window, size);
    let share = 1.0 / f64::from(u8::try_from(places.len()).ok()?);
    let mean = places.fold([0.0; 2], |sum, place| [sum[0] + share * place[0], sum[1] + share * place[1]]);
    let mut at = mean;
    for _ in 0..8 {
        let world = world(window, size, at);
        let scores = classes.map(|class| plane(network, world, class));
        let [a, b] = [1, 2].map(|k| std::array::from_fn::<f64, 3, _>(|i| scores[k][i] - scores[0][i]));
        let [ax, ay, bx, by] = [a[1] * steps[0], a[2] * steps[1], b[1] * steps[0], b[2] * steps[1]];
        let determinant = ax * by - ay * bx;
        let step = [(ay * b[0] - by * a[0]) / determinant, (bx * a[0] - ax * b[0]) / determinant];
        at = [at[0] + step[0], at[1] + step[1]];
        let near = (at[0] - mean[0]).abs() <= 1.0 && (at[1] - mean[1]).abs() <= 1.0;
        if !near {
            return None;
        }
        if step[0].abs() + step[1].abs() < 1e-9 {
            let tie = plane(network, world, classes[0])[0];
            let others = (0..network.hidden_and_scores().1.outputs()).filter(|class| !classes.contains(class));
            let outdone = others.into_iter().any(|class| plane(network, world, class)[0] > tie);
            return (!outdone).then_some(at);
        }
    }
    None
}

/// The point of the world at a place of the canvas.
pub(super) fn world(window: &Window, size: (usize, usize), at: [f64; 2]) -> [f64; 2] {
    let steps = steps(window, size);
    [window.left + at[0] * steps[0], window.top + at[1] * steps[1]]
}

/// How far a pixel to the right and a pixel down go in the world.
#[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels wide")]
fn steps(window: &Window, size: (usize, usize)) -> [f64; 2] {
    [(window.right - window.left) / size.0 as f64, (window.bottom - window.top) / size.1 as f64]
}

/// The score of a class at a point of the world, and its slopes along x and y there.
pub(super) fn plane(network: &Network, [x, y]: [f64; 2], class: usize) -> [f64; 3] {
    let (hidden, last) = network.hidden_and_scores();
    let mut sum = [last.biases[class], 0.0, 0.0];
    let Some(layer) = hidden else {
        let [wx, wy] = [0, 1].map(|input| last.weight(input, class));
        return [sum[0] + wx * x + wy * y, wx, wy];
    };
    for j in 0..layer.outputs() {
        let [wx, wy] = [0, 1].map(|input| layer.weight(input, j));
        let z = layer.biases[j] + wx * x + wy * y;
        if network.activation.is_active(z) {
            let output = last.weight(j, class);
            sum = [sum[0] + output * z, sum[1] + output * wx, sum[2] + output * wy];
        }
    }
    sum
}
