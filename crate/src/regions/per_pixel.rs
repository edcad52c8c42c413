//! Decision regions the plain way: the network is evaluated at every pixel, eight at a time. Works for any network, and
//! is the oracle that any faster way is held against.

use super::Window;
use crate::{
    kernel::{argmax, cells::POINTS, dense::Dense},
    network::Network,
};

/// What evaluating networks needs, for each shape of network that was painted, kept from one picture to the next.
#[derive(Default)]
pub struct Scratch {
    forward: Vec<Dense>,
}

impl Scratch {
    /// Allocates only for a shape that was not painted before.
    fn for_network(&mut self, network: &Network) -> &mut Dense {
        let known = self.forward.iter().position(|dense| dense.fits(network));
        let place = known.unwrap_or_else(|| {
            self.forward.push(Dense::new(network.widths()));
            self.forward.len() - 1
        });
        &mut self.forward[place]
    }
}

/// Writes the colour of the winning class into each of width×height pixels of `pixels`.
pub fn paint(
    network: &Network,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
    scratch: &mut Scratch,
) {
    let forward = scratch.for_network(network);
    for (eight, pixels) in pixels.chunks_mut(POINTS).enumerate() {
        let at = |place: usize, input: usize| {
            let p = POINTS * eight + place;
            if input == 0 { window.x(p % width, width) } else { window.y(p / width, height) }
        };
        let scores = forward.scores_of_eight(at, network);
        for (place, pixel) in pixels.iter_mut().enumerate() {
            let score = |k: usize| scores[k][place / 2].lanes()[place % 2];
            let winner = (1..scores.len()).fold(0, |best, k| if score(k) > score(best) { k } else { best });
            *pixel = colours[winner];
        }
    }
}

/// Writes the mean of the class colours, weighted by softmax, into each of width×height pixels of `pixels`.
pub fn paint_soft(
    network: &Network,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
    scratch: &mut Scratch,
) {
    let forward = scratch.for_network(network);
    for (p, pixel) in pixels.iter_mut().enumerate() {
        let point = [window.x(p % width, width), window.y(p / width, height)];
        let scores = forward.scores(&point, network);
        let greatest = scores[argmax(scores)];
        let (mut sum, mut mix) = (0.0, [0.0; 4]);
        for (score, colour) in scores.iter().zip(colours) {
            let weight = libm::exp(score - greatest);
            sum += weight;
            for (mix, &channel) in mix.iter_mut().zip(colour) {
                *mix += weight * f64::from(channel);
            }
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mean of bytes is a byte")]
        let bytes = mix.map(|mix| libm::round(mix / sum) as u8);
        *pixel = bytes;
    }
}
