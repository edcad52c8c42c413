//! The facade: this file and those under `wasm/` are all that knows that JavaScript exists. It checks what comes in,
//! hands out numbers and pictures, and computes nothing.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{Clamped, prelude::*};
use web_sys::{CanvasRenderingContext2d, ImageData};

use crate::{
    activation::Activation,
    loss_curve::LossCurve,
    refusal::Refusal,
    regions::{Picture, Window},
    run::{self, Run},
    settings::{LIMITS, Limits, MAX_STEPS, Rates, Settings},
    training::Trainer,
};

mod hands_on;
mod inspect;
mod refusal;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** What decides a run; what is left out takes its default. Ranges: see `limits()`. */
export interface Settings {
  seed: number;
  points: number;
  classes: number;
  noise: number;
  hidden: number;
  activation: 'relu' | 'none';
  rate: number;
  reg: number;
}
/** Range and default of one setting that is a number. */
export interface Limits {
  name: Exclude<keyof Settings, 'activation'>;
  min: number;
  max: number;
  default: number;
  whole: boolean;
}
";

#[wasm_bindgen]
extern "C" {
    /// Any subset of the settings, by name.
    #[wasm_bindgen(typescript_type = "Partial<Settings>")]
    pub type PartialSettings;
    /// The table of limits.
    #[wasm_bindgen(typescript_type = "Limits[]")]
    pub type LimitsTable;
}

/// Widest and highest picture that is painted, in pixels.
const MAX_SIDE: u32 = 4096;

/// The two classifiers of the lesson.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Classifier {
    /// Scores straight from the inputs.
    Linear = 0,
    /// One hidden layer of ReLU units.
    Network = 1,
}

impl From<Classifier> for run::Classifier {
    fn from(classifier: Classifier) -> Self {
        match classifier {
            Classifier::Linear => run::Classifier::Linear,
            Classifier::Network => run::Classifier::Network,
        }
    }
}

/// Name, range and default of each setting.
#[wasm_bindgen]
pub fn limits() -> LimitsTable {
    let row = |limits: &Limits| {
        let row = Object::new();
        set(&row, "name", limits.name.into());
        set(&row, "min", limits.min.into());
        set(&row, "max", limits.max.into());
        set(&row, "default", limits.default.into());
        set(&row, "whole", limits.whole.into());
        row
    };
    JsValue::from(LIMITS.iter().map(row).collect::<Array>()).unchecked_into()
}

/// The longest run, in steps.
#[wasm_bindgen(js_name = maxSteps)]
pub fn max_steps() -> u32 {
    MAX_STEPS
}

/// A seed that nobody has chosen, from the browser's source of randomness.
///
/// # Errors
/// If the browser has none to offer.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<u32, Refusal> {
    getrandom::u32().map_err(|_| Refusal::NoRandomness)
}

/// One run of both classifiers, and the pictures of it. Call `free()` when done with it.
#[wasm_bindgen]
pub struct Lab {
    run: Run,
    /// The losses of both classifiers so far.
    curves: [LossCurve; 2],
    /// One for each classifier, so that each knows what of it has changed since it was last painted.
    pictures: [Picture; 2],
    /// The lines between the regions, which need fewer pixels than the regions.
    lines: Picture,
    diverged: Option<Classifier>,
    insight: inspect::Insight,
    hands_on: hands_on::HandsOn,
}

#[wasm_bindgen]
impl Lab {
    /// Draws points and first weights.
    ///
    /// # Errors
    /// A sentence, if a setting is not a number within its limits.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &PartialSettings) -> Result<Lab, Refusal> {
        let run = Run::new(&read_settings(settings)?);
        let (insight, hands_on) = (inspect::Insight::default(), hands_on::HandsOn::default());
        let (pictures, lines) = Default::default();
        let mut lab = Lab { run, curves: Default::default(), pictures, lines, diverged: None, insight, hands_on };
        lab.record();
        Ok(lab)
    }

    /// Takes up to `steps` steps with both classifiers, and returns how many it took: fewer if one diverges.
    ///
    /// # Errors
    /// A sentence, if `steps` is not a whole number from 0 to a million.
    pub fn advance(&mut self, steps: f64) -> Result<u32, Refusal> {
        let steps = whole("steps", steps, 0, MAX_STEPS)?;
        let before = self.run.steps();
        self.diverged = None;
        for _ in 0..steps {
            match self.run.step() {
                Ok(()) => self.record(),
                Err((run::Classifier::Linear, _)) => self.diverged = Some(Classifier::Linear),
                Err((run::Classifier::Network, _)) => self.diverged = Some(Classifier::Network),
            }
            if self.diverged.is_some() {
                break;
            }
        }
        self.hands_on.follow(&self.run);
        Ok(self.run.steps() - before)
    }

    /// Changes learning rate and regularization from the next step on.
    ///
    /// # Errors
    /// A sentence, if one is out of its limits; neither is changed then.
    #[wasm_bindgen(js_name = setRates)]
    pub fn set_rates(&mut self, rate: f64, reg: f64) -> Result<(), Refusal> {
        let mut settings = Settings::default();
        settings.set("rate", rate)?;
        settings.set("reg", reg)?;
        self.run.set_rates(Rates { rate, reg });
        self.hands_on.follow(&self.run);
        Ok(())
    }

    /// The classifier whose next loss would not be a finite number, if the last `advance` met one.
    #[wasm_bindgen(getter)]
    pub fn diverged(&self) -> Option<Classifier> {
        self.diverged
    }

    /// The step at which the loss of the tutorial's script is `inf`, if there is one so far.
    #[wasm_bindgen(js_name = scriptInfAt)]
    pub fn script_inf_at(&self, classifier: Classifier) -> Option<u32> {
        self.trainer(classifier).script().inf_at
    }

    /// The step from which on the loss of the tutorial's script is `nan`, if there is one so far.
    #[wasm_bindgen(js_name = scriptNanFrom)]
    pub fn script_nan_from(&self, classifier: Classifier) -> Option<u32> {
        self.trainer(classifier).script().nan_from
    }

    /// Updates done.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> u32 {
        self.run.steps()
    }

    /// Data loss plus regularization loss.
    pub fn loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).loss()
    }

    /// Mean cross-entropy.
    #[wasm_bindgen(js_name = dataLoss)]
    pub fn data_loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).data_loss()
    }

    /// ½·reg·Σw².
    #[wasm_bindgen(js_name = regularizationLoss)]
    pub fn regularization_loss(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).regularization_loss()
    }

    /// Share of the points that are classified rightly, 0…1.
    pub fn accuracy(&self, classifier: Classifier) -> f64 {
        self.trainer(classifier).accuracy()
    }

    /// The points, x and y in turn: 2·N numbers, a copy.
    pub fn points(&self) -> Vec<f64> {
        self.run.data().points.as_slice().unwrap_or_default().to_vec()
    }

    /// The class of each point: N numbers, a copy.
    pub fn labels(&self) -> Vec<u8> {
        self.run.data().labels.clone()
    }

    /// All weights and biases, layer by layer, weights row by row and then biases: a copy.
    pub fn parameters(&self, classifier: Classifier) -> Vec<f64> {
        self.trainer(classifier).network().parameters().to_vec()
    }

    /// Where in the module's memory the loss history starts: for each bucket its first, least and greatest loss.
    /// The view that is made there is good until the next call.
    #[wasm_bindgen(js_name = historyPointer)]
    pub fn history_pointer(&self, classifier: Classifier) -> *const f64 {
        self.curves[classifier as usize].buckets().as_ptr().cast()
    }

    /// How many buckets the loss history has.
    #[wasm_bindgen(js_name = historyLength)]
    pub fn history_length(&self) -> usize {
        self.curves[0].buckets().len()
    }

    /// How many steps share a bucket of the loss history: bucket i starts at step i·width.
    #[wasm_bindgen(js_name = historyWidth)]
    pub fn history_width(&self) -> u32 {
        self.curves[0].width()
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
        classifier: Classifier,
        side: f64,
        reach: f64,
        colours: &[u8],
        soft: bool,
    ) -> Result<bool, Refusal> {
        let picture = &mut self.pictures[classifier as usize];
        let window = frame_picture(picture, side, reach)?;
        let classes = self.run.data().classes;
        if colours.len() != 3 * classes {
            return Err(Refusal::WrongColours { classes, given: colours.len() });
        }
        let mut opaque = [[255; 4]; 256];
        for (colour, rgb) in opaque.iter_mut().zip(colours.as_chunks::<3>().0) {
            colour[..3].copy_from_slice(rgb);
        }
        let paint = if soft { Picture::sweep_soft } else { Picture::sweep };
        Ok(paint(picture, self.hands_on.shown(&self.run, classifier), &window, &opaque[..classes]))
    }

    /// Puts what was last painted of the classifier on a canvas, at its top left corner, straight from the module's memory.
    ///
    /// # Errors
    /// If nothing has been painted yet.
    pub fn show(&self, classifier: Classifier, canvas: &CanvasRenderingContext2d) -> Result<(), JsValue> {
        let picture = &self.pictures[classifier as usize];
        let (width, height) = (picture.width() as u32, picture.height() as u32);
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(picture.rgba()), width, height)?;
        canvas.put_image_data(&image, 0.0, 0.0)
    }

    /// Finds the lines between the classifier's regions, in a picture as `paint` would paint it, and returns how many
    /// segments there are at `boundaryPointer`.
    ///
    /// # Errors
    /// A sentence, if the size or the reach cannot be painted with.
    #[wasm_bindgen(js_name = traceBoundary)]
    pub fn trace_boundary(&mut self, classifier: Classifier, side: f64, reach: f64) -> Result<usize, Refusal> {
        let window = frame_picture(&mut self.lines, side, reach)?;
        self.lines.trace_boundary(self.hands_on.shown(&self.run, classifier), &window);
        Ok(self.lines.boundary().len())
    }

    /// Where in the module's memory the segments start: x and y of one end, x and y of the other, in pixels from the
    /// top left corner. The view that is made there is good until the next call.
    #[wasm_bindgen(js_name = boundaryPointer)]
    pub fn boundary_pointer(&self) -> *const f64 {
        self.lines.boundary().as_ptr().cast()
    }
}

impl Lab {
    /// Adds the losses of the step at which the run stands.
    fn record(&mut self) {
        for (curve, classifier) in self.curves.iter_mut().zip(run::CLASSIFIERS) {
            curve.push(self.run.trainer(classifier).loss());
        }
    }

    fn trainer(&self, classifier: Classifier) -> &Trainer {
        self.run.trainer(classifier.into())
    }
}

/// Makes a picture side×side pixels, and the square of the world that it shows.
fn frame_picture(picture: &mut Picture, side: f64, reach: f64) -> Result<Window, Refusal> {
    let side = whole("side", side, 1, MAX_SIDE)? as usize;
    let reach = positive("reach", reach)?;
    picture.resize(side, side);
    Ok(Window::square(reach))
}

fn read_settings(given: &JsValue) -> Result<Settings, Refusal> {
    if !given.is_object() {
        return Err(Refusal::NoSettings);
    }
    let mut settings = Settings::default();
    for limits in LIMITS {
        let value = Reflect::get(given, &limits.name.into()).unwrap_or(JsValue::UNDEFINED);
        if !value.is_undefined() {
            settings.set(limits.name, value.as_f64().unwrap_or(f64::NAN))?;
        }
    }
    let activation = Reflect::get(given, &"activation".into()).unwrap_or(JsValue::UNDEFINED);
    if !activation.is_undefined() {
        settings.activation = Activation::named(&activation.as_string().unwrap_or_else(|| String::from("that")))?;
    }
    Ok(settings)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
fn whole(name: &'static str, value: f64, min: u32, max: u32) -> Result<u32, Refusal> {
    let (min, max) = (f64::from(min), f64::from(max));
    Limits { name, min, max, default: min, whole: true }.check(value)?;
    Ok(value as u32)
}

fn positive(name: &'static str, value: f64) -> Result<f64, Refusal> {
    if value > 0.0 && value.is_finite() { Ok(value) } else { Err(Refusal::NotPositive { name, value }) }
}

/// Gives a property to an object that was made just now, which takes any.
fn set(object: &JsValue, name: &str, value: JsValue) {
    let _ = Reflect::set(object, &name.into(), &value);
}

/// The number as JavaScript writes it.
fn digits(number: f64) -> String {
    JsString::from("").concat(&number.into()).into()
}
