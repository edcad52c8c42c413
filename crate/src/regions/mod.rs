//! The decision-region picture: which class each pixel of a window onto the plane belongs to.
//!
//! ```text
//!     (left, top) ┌─────────────┐      Pixels are counted from the top left corner, y of the world grows upwards:
//!                 │ 0,0 1,0 …   │      so row 0 lies just under `top`.
//!                 │ 0,1         │
//!                 │ …           │      A pixel stands for its centre: pixel (i, j) is the point
//!                 └─────────────┘      x = left + (i + ½)·(right − left)/width
//!                 (right, bottom)      y = top  − (j + ½)·(top − bottom)/height
//! ```

use self::{
    boundary::Boundary,
    sweep::{Direction, Sweep},
};
use crate::network::Network;

pub mod folds;

pub mod sweep;

pub mod envelope;

pub mod hard;

pub mod soft;

pub mod junction;

pub mod simplifier;

pub mod boundary;

pub mod per_pixel;

/// A rectangle of the world.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Least x.
    pub left: f64,
    /// Greatest x.
    pub right: f64,
    /// Least y.
    pub bottom: f64,
    /// Greatest y.
    pub top: f64,
}

impl Window {
    /// The square that reaches `reach` from the origin to each side.
    #[must_use]
    pub fn square(reach: f64) -> Self {
        Window { left: -reach, right: reach, bottom: -reach, top: reach }
    }

    /// The world's x at the centre of pixel column `i` of `width`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels wide")]
    pub fn x(&self, i: usize, width: usize) -> f64 {
        self.left + (i as f64 + 0.5) * ((self.right - self.left) / width as f64)
    }

    /// The world's y at the centre of pixel row `j` of `height`, row 0 on top.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels high")]
    pub fn y(&self, j: usize, height: usize) -> f64 {
        self.top - (j as f64 + 0.5) * ((self.top - self.bottom) / height as f64)
    }
}

/// A picture that owns its pixels and everything else that painting needs, so that painting changes no network and
/// allocates nothing.
#[derive(Default)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
    rows: Sweep,
    runs: hard::Runs,
    boundary: Boundary,
    per_pixel: per_pixel::Scratch,
}

impl Picture {
    /// Makes room for width×height pixels.
    pub fn resize(&mut self, width: usize, height: usize) {
        if (self.width, self.height) != (width, height) {
            self.runs.resize(height);
        }
        self.width = width;
        self.height = height;
        self.pixels.resize(width * height, [0; 4]);
    }

    /// Paints each pixel in the colour of the class with the greatest score there, the first of equals.
    ///
    /// `colours` holds one RGBA colour for each class, K of them.
    pub fn paint(&mut self, network: &Network, window: &Window, colours: &[[u8; 4]]) {
        let Picture { width, height, ref mut pixels, ref mut per_pixel, .. } = *self;
        self.runs.forget();
        if sweep::can_draw(network) {
            self.sweep(network, window, colours);
        } else {
            per_pixel::paint(network, window, colours, (width, height), pixels, per_pixel);
        }
    }

    /// Paints each pixel in the mean of the class colours, weighted by the probabilities that softmax gives there.
    ///
    /// `colours` holds one RGBA colour for each class, K of them.
    pub fn paint_soft(&mut self, network: &Network, window: &Window, colours: &[[u8; 4]]) {
        let Picture { width, height, ref mut pixels, ref mut per_pixel, .. } = *self;
        if sweep::can_draw(network) {
            self.sweep_soft(network, window, colours);
        } else {
            self.runs.forget();
            per_pixel::paint_soft(network, window, colours, (width, height), pixels, per_pixel);
        }
    }

    /// As [`Picture::paint`], but only for a network that [`sweep::can_draw`] accepts: the page has no other, and does
    /// without the code for them. Writes only rows that have changed since it painted last, and tells whether any has.
    pub fn sweep(&mut self, network: &Network, window: &Window, colours: &[[u8; 4]]) -> bool {
        let Picture { width, height, ref mut pixels, ref mut rows, ref mut runs, .. } = *self;
        rows.prepare(network, Direction::Rows, window, width);
        hard::paint(rows, window, colours, (width, height), pixels, runs)
    }

    /// As [`Picture::paint_soft`], for the same networks as [`Picture::sweep`]. Tells that pixels may have changed.
    pub fn sweep_soft(&mut self, network: &Network, window: &Window, colours: &[[u8; 4]]) -> bool {
        let Picture { width, height, ref mut pixels, ref mut rows, ref mut runs, .. } = *self;
        runs.forget();
        rows.prepare(network, Direction::Rows, window, width);
        match rows.differences() {
            sweep::FEW => soft::paint::<{ sweep::FEW }>(rows, window, colours, (width, height), pixels),
            _ => soft::paint::<{ sweep::MOST }>(rows, window, colours, (width, height), pixels),
        }
        true
    }

    /// Finds the lines between the regions, for [`Picture::boundary`]; none if the network has more than one hidden
    /// layer.
    pub fn trace_boundary(&mut self, network: &Network, window: &Window) {
        let Picture { width, height, ref mut boundary, .. } = *self;
        if sweep::can_draw(network) {
            boundary.trace(network, window, (width, height));
        } else {
            boundary.clear();
        }
    }

    /// The lines between the regions as they were last traced: each segment's x and y at one end, x and y at the other,
    /// in pixels from the picture's top left corner, y downwards.
    #[must_use]
    pub fn boundary(&self) -> &[[f64; 4]] {
        self.boundary.segments()
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Red, green, blue and alpha of each pixel, row by row from the top: 4·width·height bytes.
    #[must_use]
    pub fn rgba(&self) -> &[u8] {
        self.pixels.as_flattened()
    }
}
