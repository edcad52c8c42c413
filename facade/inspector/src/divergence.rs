//! Why a classifier does not go on.

use facade::{Classifier, read_number, set};
use js_sys::Object;
use spiral_lab::{
    divergence::{Cause, Quantity},
    experiment::text,
    inspect::units,
    parameter::Parameter,
    run,
};
use wasm_bindgen::prelude::*;

use crate::Inspector;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** Why a classifier does not go on. */
export interface Divergence {
  /** What is not finite first in the next step: a weight or bias, a score, the difference between two scores of a point, the
   * sum of squared weights, or the sum of all points' losses. */
  first: 'parameter' | 'score' | 'difference' | 'squares' | 'loss';
  /** Of the parameter: its layer, 0 for the one next to the inputs; for a weight its input; its output. */
  layer?: number;
  from?: number;
  to?: number;
  /** Of a score or a difference. */
  point?: number;
  /** Of a score. */
  class?: number;
  /** The penalty, the rate, or a weight or bias that was set by hand. */
  cause: 'penalty' | 'rate' | 'hand';
  /** By which factor 1 − rate·reg the penalty multiplies each weight at a step; the size of the greatest gradient; or to what
   * was set by hand. */
  number: number;
  /** What was set by hand, as above. */
  handLayer?: number;
  handFrom?: number;
  handTo?: number;
}
";

/// The whole numbers of a divergence, each of which may be absent.
const COUNTS: [&str; 8] = ["layer", "from", "to", "point", "class", "handLayer", "handFrom", "handTo"];

#[wasm_bindgen]
extern "C" {
    /// Why a classifier does not go on.
    #[wasm_bindgen(typescript_type = "Divergence | undefined")]
    pub type MaybeDivergence;
}

#[wasm_bindgen]
impl Inspector {
    /// Why this classifier does not go on from here; undefined if it does. `changes` are those of the run, as the session
    /// writes them.
    pub fn divergence(&mut self, classifier: Classifier, changes: &str) -> MaybeDivergence {
        let object = self.read_divergence(classifier, changes).unwrap_or(JsValue::UNDEFINED);
        object.unchecked_into()
    }

    /// Whether all hidden units are dead for good, and the network's loss is that of guessing.
    #[wasm_bindgen(js_name = isDead)]
    pub fn is_dead(&self) -> bool {
        self.run.with_hidden_units().is_some_and(|(_, trainer)| units::are_dead_for_good(trainer))
    }
}

impl Inspector {
    fn read_divergence(&mut self, classifier: Classifier, changes: &str) -> Option<JsValue> {
        let whose = run::Classifier::from(classifier);
        let (changes, _) = text::parse(
            changes,
            run::CLASSIFIERS.map(|classifier| self.run.trainer(classifier).network().widths()),
            &read_number,
        );
        let so_far = changes.iter().filter(|change| change.step <= self.run.steps());
        let by_hand: Vec<_> = so_far.filter_map(|change| change.what.by_hand(whose)).collect();
        let divergence = self.run.divergence(whose, &by_hand)?;
        let network = self.trainer(classifier).network();
        let of_parameter = |parameter: Parameter| {
            let (from, to) = parameter.place(network);
            [Some(parameter.layer), from, Some(to)]
        };
        let none = [None; 3];
        let (first, [layer, from, to], [point, class]) = match divergence.first {
            Quantity::Parameter(parameter) => ("parameter", of_parameter(parameter), [None; 2]),
            Quantity::Score { point, class } => ("score", none, [Some(point), Some(class)]),
            Quantity::Difference { point } => ("difference", none, [Some(point), None]),
            Quantity::SquaredWeights => ("squares", none, [None; 2]),
            Quantity::Loss => ("loss", none, [None; 2]),
        };
        let (cause, number, [hand_layer, hand_from, hand_to]) = match divergence.cause {
            Cause::Penalty { factor } => ("penalty", factor, none),
            Cause::Rate { gradient } => ("rate", gradient, none),
            Cause::ByHand { parameter, value } => ("hand", value, of_parameter(parameter)),
        };
        let counts = [layer, from, to, point, class, hand_layer, hand_from, hand_to];
        let object = Object::new();
        for (name, count) in COUNTS.iter().zip(counts) {
            if let Some(count) = count {
                set(&object, name, (count as f64).into());
            }
        }
        for (name, value) in [("first", first.into()), ("cause", cause.into()), ("number", number.into())] {
            set(&object, name, value);
        }
        Some(object.into())
    }
}
