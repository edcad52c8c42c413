//! Pictures of regions on their way to a canvas.

use spiral_lab::{
    refusal::Refusal,
    regions::{Picture, Window},
};
use wasm_bindgen::{Clamped, prelude::*};
use web_sys::ImageData;

use crate::{Refused, positive, whole};

/// Widest and highest picture that is painted, in pixels.
const MAX_SIDE: u32 = 4096;

/// Makes a picture side×side pixels, and the square of the world that it shows, which reaches `reach` from the origin.
///
/// # Errors
/// A sentence, if the size or the reach cannot be painted with.
pub fn fit(picture: &mut Picture, side: f64, reach: f64) -> Result<Window, Refused> {
    let side = whole("side", side, 1, MAX_SIDE)? as usize;
    let reach = positive("reach", reach)?;
    picture.resize(side, side);
    Ok(Window::square(reach))
}

/// The classes' colours, and room for more, of which red, green and blue are given in turn: 3·K bytes.
///
/// # Errors
/// A sentence, if there are not as many.
pub fn opaque(colours: &[u8], classes: usize) -> Result<[[u8; 4]; 256], Refused> {
    if colours.len() != 3 * classes {
        return Err(Refusal::WrongColours { classes, given: colours.len() }.into());
    }
    // On the stack, as a picture is painted in every frame.
    let mut opaque = [[255; 4]; 256];
    for (colour, rgb) in opaque.iter_mut().zip(colours.as_chunks::<3>().0) {
        colour[..3].copy_from_slice(rgb);
    }
    Ok(opaque)
}

/// What was last painted, straight from the module's memory.
///
/// # Errors
/// If nothing has been painted yet.
pub fn image(picture: &Picture) -> Result<ImageData, JsValue> {
    let (width, height) = (picture.width() as u32, picture.height() as u32);
    ImageData::new_with_u8_clamped_array_and_sh(Clamped(picture.rgba()), width, height)
}
