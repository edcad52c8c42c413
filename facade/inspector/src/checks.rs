//! Gradients by the chain rule beside gradients by trying.

use facade::{Classifier, Kind, Refused, parameter, whole};
use spiral_lab::{inspect::check::Checked, parameter};
use wasm_bindgen::prelude::*;

use crate::Inspector;

#[wasm_bindgen]
impl Inspector {
    /// Checks the slope of the full loss by one parameter. Returns twelve numbers: layer, kind (0 a weight, 1 a bias),
    /// index, value, analytic slope, numeric slope, relative error, L(w − ε), L(w + ε), kinks in between, the difference of
    /// the slopes, and how much of it rounding and the length of ε explain.
    ///
    /// # Errors
    /// A sentence, if there is no such parameter or ε is none.
    #[wasm_bindgen(js_name = checkSlope)]
    pub fn check_slope(
        &mut self,
        classifier: Classifier,
        layer: f64,
        kind: Kind,
        index: f64,
        epsilon: f64,
    ) -> Result<Vec<f64>, Refused> {
        let parameter = parameter(&self.run, classifier, layer, kind, index)?;
        let check = &mut self.check;
        check.begin(self.run.trainer(classifier.into()));
        Ok(numbers(&check.check(&self.run.points().train, parameter, epsilon)?))
    }

    /// Starts to check the slopes of all parameters of the classifier as it stands now.
    ///
    /// # Errors
    /// A sentence, if ε is none.
    #[wasm_bindgen(js_name = beginChecks)]
    pub fn begin_checks(&mut self, classifier: Classifier, epsilon: f64) -> Result<(), Refused> {
        Ok(self.check_all.begin(self.run.trainer(classifier.into()), epsilon)?)
    }

    /// Checks at most so many further parameters. Returns how many have been checked, how many there are, how many of
    /// those checked have a kink in between, and how many of the others differ by more than is explained.
    ///
    /// # Errors
    /// A sentence, if a loss beside a parameter is not a finite number; the check is over then.
    #[wasm_bindgen(js_name = goOnChecking)]
    pub fn go_on_checking(&mut self, at_most: f64) -> Result<Vec<u32>, Refused> {
        let at_most = whole("the number of checks", at_most, 0, u32::MAX)? as usize;
        let checks = &mut self.check_all;
        checks.go_on(&self.run.points().train, at_most)?;
        let (done, total) = checks.progress();
        Ok([done, total, checks.kinked(), checks.apart()].map(|count| count as u32).to_vec())
    }

    /// The check so far whose difference is the greatest share of what is explained, as from `checkSlope`.
    #[wasm_bindgen(js_name = worstCheck)]
    pub fn worst_check(&self) -> Option<Vec<f64>> {
        self.check_all.worst().map(numbers)
    }
}

fn numbers(checked: &Checked) -> Vec<f64> {
    let Checked { parameter, value, analytic, numeric, error, below, above, kinks, bound, .. } = *checked;
    let kind = f64::from(u8::from(parameter.kind == parameter::Kind::Bias));
    let place = [parameter.layer as f64, kind, parameter.index as f64];
    place
        .into_iter()
        .chain([value, analytic, numeric, error, below, above, f64::from(kinks), checked.gap(), bound])
        .collect()
}
