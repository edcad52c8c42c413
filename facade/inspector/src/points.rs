//! Own points: what they begin with, and their text.

use facade::Refused;
use spiral_lab::{
    dataset::{
        OwnPoint,
        own::{self, MOST, MOST_CLASSES, on_grid},
    },
    refusal::Refusal,
};
use wasm_bindgen::prelude::*;

use crate::Inspector;

#[wasm_bindgen]
impl Inspector {
    /// What own points begin with: x and y in 1024ths and the class of each point, as they are before labels are made wrong and
    /// all is shifted; a copy. What lies too far off to be an own point is left out.
    #[wasm_bindgen(js_name = pointsOnGrid)]
    pub fn points_on_grid(&self) -> Vec<i32> {
        let (points, shift) = (self.run.points(), self.shift);
        let on_grid = |(point, &label): (&[f64], &u8)| {
            Some([on_grid(point[0] - shift)?, on_grid(point[1] - shift)?, label.into()])
        };
        let coordinates = points.all.points.as_slice().unwrap_or_default();
        coordinates.chunks_exact(2).zip(&points.true_labels).filter_map(on_grid).flatten().collect()
    }
}

/// The text of own points, from x and y in 1024ths and the class of each.
///
/// # Errors
/// A sentence, if there are more than 6,000, or if one is too far from 0 or of no class.
#[wasm_bindgen(js_name = packPoints)]
pub fn pack_points(points: &[i32]) -> Result<String, Refused> {
    let (points, _) = points.as_chunks::<3>();
    if points.len() > MOST {
        let (max, value) = (MOST as f64, points.len() as f64);
        return Err(Refusal::OutOfLimits { name: "points", min: 0.0, max, whole: true, value }.into());
    }
    let mut own = Vec::with_capacity(points.len());
    for &[x, y, label] in points {
        for steps in [x, y] {
            let farthest = f64::from(own::FARTHEST) / own::GRID;
            if steps.unsigned_abs() > own::FARTHEST as u32 {
                let value = f64::from(steps) / own::GRID;
                let name = "coordinate";
                return Err(Refusal::OutOfLimits { name, min: -farthest, max: farthest, whole: false, value }.into());
            }
        }
        let label = u8::try_from(label).ok().filter(|&label| label < MOST_CLASSES);
        own.push(OwnPoint { x, y, label: label.ok_or(Refusal::UnknownSetting { name: "label".into() })? });
    }
    Ok(own::pack(&own))
}
