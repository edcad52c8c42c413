//! The decision picture by evaluation of every pixel, as fast as that can be done: what the sweep is compared with.

use spiral_lab::{kernel::argmax, network::Network, regions::Window};

/// How many pixels go through all units at once.
const BLOCK: usize = 64;

/// Paints each pixel in its class's colour; the network has one hidden layer and 2 to 6 classes.
pub(crate) fn paint(
    network: &Network,
    window: &Window,
    colours: &[[u8; 4]],
    size: (usize, usize),
    pixels: &mut [[u8; 4]],
) {
    let paint = [paint_classes::<2>, paint_classes::<3>, paint_classes::<4>, paint_classes::<5>, paint_classes::<6>];
    paint[network.layer(1).outputs() - 2](network, window, colours, size, pixels);
}

/// Evaluates a network of one hidden layer and K classes block by block, so that the compiler uses two lanes: the
/// best that evaluation pixel by pixel can do without becoming another algorithm.
fn paint_classes<const K: usize>(
    network: &Network,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
) {
    let (first, second) = (network.layer(0), network.layer(1));
    for (block, pixels) in pixels.chunks_mut(BLOCK).enumerate() {
        let (mut x, mut y) = ([0.0; BLOCK], [0.0; BLOCK]);
        for i in 0..BLOCK {
            let p = block * BLOCK + i;
            (x[i], y[i]) = (window.x(p % width, width), window.y(p / width, height));
        }
        let mut scores: [[f64; BLOCK]; K] = std::array::from_fn(|k| [second.biases[k]; BLOCK]);
        for j in 0..first.outputs() {
            let (wx, wy, b) = (first.weight(0, j), first.weight(1, j), first.biases[j]);
            let output: [f64; K] = std::array::from_fn(|k| second.weight(j, k));
            for i in 0..BLOCK {
                let z = b + x[i] * wx + y[i] * wy;
                let z = if z > 0.0 { z } else { 0.0 };
                for k in 0..K {
                    scores[k][i] += z * output[k];
                }
            }
        }
        for (i, pixel) in pixels.iter_mut().enumerate() {
            *pixel = colours[argmax(&std::array::from_fn::<f64, K, _>(|k| scores[k][i]))];
        }
    }
}
