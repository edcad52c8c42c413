//! Decision regions the plain way: the network is evaluated at every pixel. Works for any network, and is the oracle
//! that any faster way is held against.

use super::Window;
use crate::{
    kernel::{argmax, dense::Dense},
    network::Network,
};

/// What evaluating a network needs, kept from one picture to the next.
#[derive(Default)]
pub struct Scratch {
    forward: Option<(Vec<usize>, Dense)>,
}

impl Scratch {
    fn for_network(&mut self, network: &Network) -> &mut Dense {
        let widths = network.widths();
        if self.forward.as_ref().is_none_or(|(made_for, _)| *made_for != widths) {
            self.forward = None;
        }
        let (_, dense) = self.forward.get_or_insert_with(|| {
            let dense = Dense::new(&widths);
            (widths, dense)
        });
        dense
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
    for (p, pixel) in pixels.iter_mut().enumerate() {
        let point = [window.x(p % width, width), window.y(p / width, height)];
        *pixel = colours[argmax(forward.scores(&point, network))];
    }
}
