//! The link of the page: everything that decides a run, as `name=value` joined by `&`. What such values lead to is decided
//! here, for the page and for the command line.
//!
//! What it says of changes on the way is for [`text::parse`](super::text::parse). As there, the reading of numbers is left to
//! the caller.

use crate::settings::{Kind, Limits, MAX_STEPS, SETTINGS, Settings, Value};

/// The number that a text may mean, and another where it is unclear; NaN where there is none. The flag asks for a whole number.
pub type Readings<'a> = &'a dyn Fn(&str, bool) -> [f64; 2];

/// The step to which a link may lead.
const STEPS: Limits = Limits { min: 0.0, max: MAX_STEPS as f64, whole: true };

/// A value that was not taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correction {
    /// Of the setting, or `step`.
    pub name: &'static str,
    /// The numbers that it may mean, or NaN; where there are two, neither was taken.
    pub readings: [f64; 2],
    /// What stands in its place.
    pub used: Value<'static>,
}

/// The settings and the step to which a link leads. What it does not say is as usual; instead of a value that is not allowed
/// stands the nearest that is, and the usual one where the text is not one number or no word of the choice. `given` has the
/// texts by name, without spaces around them.
///
/// # Panics
/// Never: what is set is allowed.
#[must_use]
pub fn follow(
    given: &dyn Fn(&str) -> Option<String>,
    (usual, usual_step): (Settings, u32),
    readings: Readings,
) -> (Settings, u32, Vec<Correction>) {
    let (mut settings, mut corrections) = (usual, Vec::new());
    for setting in &SETTINGS {
        let Some(text) = given(setting.name) else { continue };
        let done = match (setting.kind, setting.of(&usual)) {
            (Kind::Number(limits, _), Value::Number(usual)) => {
                let number = nearest(setting.name, limits, usual, &text, readings, &mut corrections);
                setting.set(&mut settings, Value::Number(number))
            }
            (Kind::NumberOr(limits, _, word), usual) if !text.eq_ignore_ascii_case(word) => {
                let usual = if let Value::Number(usual) = usual { usual } else { limits.min };
                let number = nearest(setting.name, limits, usual, &text, readings, &mut corrections);
                setting.set(&mut settings, Value::Number(number))
            }
            (_, used) => setting.set(&mut settings, Value::Word(&text.to_ascii_lowercase())).or_else(|_| {
                corrections.push(Correction { name: setting.name, readings: [f64::NAN; 2], used });
                setting.set(&mut settings, used)
            }),
        };
        assert!(done.is_ok(), "what is set is allowed");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within its limits")]
    let step = given("step")
        .map_or(usual_step, |text| nearest("step", STEPS, usual_step.into(), &text, readings, &mut corrections) as u32);
    (settings, step, corrections)
}

/// The number that the text means, the nearest that is allowed, or the usual one where it is not one number.
fn nearest(
    name: &'static str,
    Limits { min, max, whole }: Limits,
    usual: f64,
    text: &str,
    readings: Readings,
    corrections: &mut Vec<Correction>,
) -> f64 {
    let readings = readings(text, whole);
    let meant = if readings[1].is_nan() { readings[0] } else { f64::NAN };
    // Not `clamp`, which would bring 10 kB of code to the page that write a number into a panic; to add 0 makes 0 of −0.
    let within = meant.max(min).min(max) + 0.0;
    let used = match (meant.is_nan(), whole) {
        (true, _) => usual,
        (_, true) => libm::floor(within + 0.5),
        _ => within,
    };
    if used != meant {
        corrections.push(Correction { name, readings, used: Value::Number(used) });
    }
    used
}
