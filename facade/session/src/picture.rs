//! Pictures of a session: decision regions, and the lines between them.

use facade::{Classifier, Refused, positive, whole};
use spiral_lab::{
    refusal::Refusal,
    regions::{self, Window},
};
use wasm_bindgen::{Clamped, prelude::*};
use web_sys::{CanvasRenderingContext2d, ImageData};

use crate::Session;

/// Widest and highest picture that is painted, in pixels.
const MAX_SIDE: u32 = 4096;

/// What one board shows. Each board has its own, so that it knows what has changed since it was last painted.
#[wasm_bindgen]
#[derive(Default)]
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
        Picture::default()
    }

    /// Paints the classifier's decision regions in the module's memory, and returns whether any pixel may have changed since
    /// it was last painted; `show` puts the picture on a canvas.
    ///
    /// The picture shows the square that reaches `reach` from the origin; `colours` holds red, green and blue of each
    /// class in turn, 3·K bytes. `soft` mixes the colours by probability instead of showing the winner's.
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
        soft: bool,
    ) -> Result<bool, Refused> {
        let window = frame(&mut self.regions, side, reach)?;
        let classes = session.run().data().classes;
        if colours.len() != 3 * classes {
            return Err(Refusal::WrongColours { classes, given: colours.len() }.into());
        }
        let mut opaque = [[255; 4]; 256];
        for (colour, rgb) in opaque.iter_mut().zip(colours.as_chunks::<3>().0) {
            colour[..3].copy_from_slice(rgb);
        }
        let paint = if soft { regions::Picture::sweep_soft } else { regions::Picture::sweep };
        Ok(paint(&mut self.regions, session.shown(classifier), &window, &opaque[..classes]))
    }

    /// Puts what was last painted on a canvas, at its top left corner, straight from the module's memory.
    ///
    /// # Errors
    /// If nothing has been painted yet.
    pub fn show(&self, canvas: &CanvasRenderingContext2d) -> Result<(), JsValue> {
        let (width, height) = (self.regions.width() as u32, self.regions.height() as u32);
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(self.regions.rgba()), width, height)?;
        canvas.put_image_data(&image, 0.0, 0.0)
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
        let window = frame(&mut self.lines, side, reach)?;
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

/// Makes a picture side×side pixels, and the square of the world that it shows.
fn frame(picture: &mut regions::Picture, side: f64, reach: f64) -> Result<Window, Refused> {
    let side = whole("side", side, 1, MAX_SIDE)? as usize;
    let reach = positive("reach", reach)?;
    picture.resize(side, side);
    Ok(Window::square(reach))
}
