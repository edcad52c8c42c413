//! Why a classifier does not go on, and whether the other one is to go on without it.

use facade::{Classifier, set};
use js_sys::Object;
use spiral_lab::{
    divergence::{Cause, Quantity},
    inspect::units,
    parameter::Parameter,
    run,
};
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** Why a classifier does not go on. */
export interface Divergence {
  /** The last step with a finite loss. */
  step: number;
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
  /** The last step whose loss was at most 2·ln K: exactly while a bucket of the losses is one step wide, else the last of the
   * steps with which buckets begin; absent if there is none. */
  backTo?: number;
  /** Whether the other classifier can go on. */
  otherCan: boolean;
}
";

/// The whole numbers of a divergence, each of which may be absent.
const COUNTS: [&str; 10] =
    ["step", "layer", "from", "to", "point", "class", "handLayer", "handFrom", "handTo", "backTo"];

#[wasm_bindgen]
extern "C" {
    /// Why a classifier does not go on.
    #[wasm_bindgen(typescript_type = "Divergence | undefined")]
    pub type MaybeDivergence;
}

#[wasm_bindgen]
impl Session {
    /// Why this classifier does not go on from here; undefined if it does.
    pub fn divergence(&mut self, classifier: Classifier) -> MaybeDivergence {
        let object = self.read_divergence(classifier).unwrap_or(JsValue::UNDEFINED);
        object.unchecked_into()
    }

    /// Lets a classifier go on when the other one cannot, which then stays as it is, until another run begins.
    #[wasm_bindgen(js_name = letOneGoOn)]
    pub fn let_one_go_on(&mut self, apart: bool) {
        self.versions.let_one_go_on(apart);
        self.stop = None;
    }

    /// The step since when this classifier stands still while the other one goes on.
    #[wasm_bindgen(js_name = standsSince)]
    pub fn stands_since(&self, classifier: Classifier) -> Option<u32> {
        self.trainer(classifier).known().stands_since
    }

    /// Whether all hidden units are dead for good, and the network's loss is that of guessing.
    #[wasm_bindgen(getter, js_name = isDead)]
    pub fn is_dead(&self) -> bool {
        units::are_dead_for_good(self.trainer(Classifier::Network))
    }
}

impl Session {
    fn read_divergence(&mut self, classifier: Classifier) -> Option<JsValue> {
        let whose = run::Classifier::from(classifier);
        let other = run::CLASSIFIERS[1 - whose as usize];
        let divergence = self.versions.divergence(whose)?;
        let other_can = self.versions.divergence(other).is_none();
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
        let step = Some(divergence.step as usize);
        let back_to = self.versions.timeline().last_calm_step(whose).map(|step| step as usize);
        let counts = [step, layer, from, to, point, class, hand_layer, hand_from, hand_to, back_to];
        let object = Object::new();
        for (name, count) in COUNTS.iter().zip(counts) {
            if let Some(count) = count {
                set(&object, name, (count as f64).into());
            }
        }
        let rest: [JsValue; 4] = [first.into(), cause.into(), number.into(), other_can.into()];
        for (name, value) in ["first", "cause", "number", "otherCan"].into_iter().zip(rest) {
            set(&object, name, value);
        }
        Some(object.into())
    }
}
