//! Pictures of a session: decision regions, and the lines between them.

use facade::{
    Classifier, Refused,
    picture::{fit, image, opaque},
};
use spiral_lab::regions;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::Session;

/// What one board shows. Each board has its own, so that it knows what has changed since it was last painted.
#[wasm_bindgen]
pub struct Picture {
    regions: regions::Picture,
    /// The lines between the regions, which need fewer pixels than the regions.
    lines: regions::Picture,
}

#[wasm_bindgen]
impl Picture {
    /// An empty one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Picture { regions: empty(), lines: empty() }
    }

    /// Paints the classifier's decision regions in the module's memory, and returns whether any pixel may have changed since
    /// it was last painted; `show` puts the picture on a canvas.
    ///
    /// The picture shows the square that reaches `reach` from the origin; `colours` holds red, green and blue of each
    /// class in turn, 3·K bytes.
    ///
    /// # Errors
    /// A sentence, if the size, the reach or the number of colours cannot be painted with.
    pub fn paint(
        &mut self,
        session: &Session,
        classifier: Classifier,
        side: f64,
        reach: f64,
        colours: &[u8],
    ) -> Result<bool, Refused> {
        let window = fit(&mut self.regions, side, reach)?;
        let classes = session.run().data().classes;
        let colours = opaque(colours, classes)?;
        Ok(self.regions.sweep(session.shown(classifier), &window, &colours[..classes]))
    }

    /// Puts what was last painted on a canvas, at its top left corner, straight from the module's memory.
    ///
    /// # Errors
    /// If nothing has been painted yet.
    pub fn show(&self, canvas: &CanvasRenderingContext2d) -> Result<(), JsValue> {
        canvas.put_image_data(&image(&self.regions)?, 0.0, 0.0)
    }

    /// Finds the lines between the classifier's regions, in a picture as `paint` would paint it, and returns how many
    /// segments there are at `boundaryPointer`.
    ///
    /// # Errors
    /// A sentence, if the size or the reach cannot be painted with.
    #[wasm_bindgen(js_name = traceBoundary)]
    pub fn trace_boundary(
        &mut self,
        session: &Session,
        classifier: Classifier,
        side: f64,
        reach: f64,
    ) -> Result<usize, Refused> {
        let window = fit(&mut self.lines, side, reach)?;
        self.lines.trace_boundary(session.shown(classifier), &window);
        Ok(self.lines.boundary().len())
    }

    /// Where in the module's memory the segments start: x and y of one end, x and y of the other, in pixels from the
    /// top left corner. The view that is made there is good until the next call.
    #[wasm_bindgen(js_name = boundaryPointer)]
    pub fn boundary_pointer(&self) -> *const f64 {
        self.lines.boundary().as_ptr().cast()
    }
}

#[inline(never)] // the page loads one copy
fn empty() -> regions::Picture {
    regions::Picture::default()
}
