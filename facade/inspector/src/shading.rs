//! Regions shaded by probability.

use facade::{
    Classifier, Refused,
    picture::{fit, image, opaque},
};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::{Inspector, shown};

#[wasm_bindgen]
impl Inspector {
    /// Paints the classifier's regions in the module's memory, with the classes' colours mixed by their probabilities, and
    /// returns whether any pixel may have changed since they were last painted; `show` puts the picture on a canvas.
    ///
    /// The picture shows the square that reaches `reach` from the origin; `colours` holds red, green and blue of each
    /// class in turn, 3·K bytes.
    ///
    /// # Errors
    /// A sentence, if the size, the reach or the number of colours cannot be painted with.
    pub fn paint(&mut self, classifier: Classifier, side: f64, reach: f64, colours: &[u8]) -> Result<bool, Refused> {
        let picture = &mut self.pictures[classifier as usize];
        let window = fit(picture, side, reach)?;
        let classes = self.run.data().classes;
        let colours = opaque(colours, classes)?;
        Ok(picture.sweep_soft(shown(&self.run, &self.units_off, classifier), &window, &colours[..classes]))
    }

    /// Puts what was last painted of a classifier on a canvas, at its top left corner, straight from the module's memory.
    ///
    /// # Errors
    /// If nothing has been painted yet.
    pub fn show(&self, classifier: Classifier, canvas: &CanvasRenderingContext2d) -> Result<(), JsValue> {
        canvas.put_image_data(&image(&self.pictures[classifier as usize])?, 0.0, 0.0)
    }
}
