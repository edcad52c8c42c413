//! Edits by hand: weights and biases set between two steps, and taken back again.
//!
//! An edit is taken back bit for bit as long as no step has been taken since; what has been trained from an edited
//! place cannot be untrained, so a step forgets what was undoable. A run that starts anew has no edits.

use crate::{
    parameter::{Kind, Parameter},
    refusal::{Refusal, Thing},
    run::{Classifier, Run},
};

/// Edits that can be taken back at most.
pub const MAX_UNDO: usize = 100;

/// One change by hand: of a single parameter, or of all around some hidden units.
#[derive(Debug, Clone)]
struct Edit {
    classifier: Classifier,
    moves: Vec<Move>,
}

#[derive(Debug, Clone, Copy)]
struct Move {
    parameter: Parameter,
    from: f64,
    to: f64,
}

/// The edits of one run.
#[derive(Debug, Default)]
pub struct Edits {
    /// At which step `done` and `undone` were made.
    step: u32,
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// The step of the first edit that can no longer be taken back.
    sealed: Option<u32>,
}

impl Edits {
    /// Sets one weight or bias; loss, accuracy and gradients follow at the same step. Setting it to what it is already
    /// is no edit.
    ///
    /// # Errors
    /// A sentence, if there is no such parameter, or if the value or the loss that it leads to is not a finite number.
    pub fn set(
        &mut self,
        run: &mut Run,
        classifier: Classifier,
        parameter: Parameter,
        value: f64,
    ) -> Result<(), Refusal> {
        let Parameter { layer, kind, index } = parameter;
        Parameter::new(run.trainer(classifier).network(), layer, kind, index)?;
        if !value.is_finite() {
            let thing = if kind == Kind::Weight { Thing::Weight } else { Thing::Bias };
            return Err(Refusal::NotFinite { thing, value });
        }
        self.set_all(run, classifier, &[(parameter, value)])
    }

    /// Sets many parameters of a classifier, which has all of them, as one edit.
    ///
    /// # Errors
    /// A sentence, if the loss that they lead to is not a finite number.
    pub fn set_all(
        &mut self,
        run: &mut Run,
        classifier: Classifier,
        values: &[(Parameter, f64)],
    ) -> Result<(), Refusal> {
        let network = run.trainer(classifier).network();
        let moves = values.iter().map(|&(parameter, to)| Move { parameter, from: parameter.value(network), to });
        let moves: Vec<Move> = moves.filter(|Move { from, to, .. }| from.to_bits() != to.to_bits()).collect();
        if moves.is_empty() {
            return Ok(());
        }
        let edit = Edit { classifier, moves };
        edit.make(run)?;
        self.forget_if_stepped(run.steps());
        self.undone.clear();
        if self.done.len() == MAX_UNDO {
            self.done.remove(0);
            self.sealed.get_or_insert(self.step);
        }
        self.done.push(edit);
        Ok(())
    }

    /// Takes the last edit back, if no step has been taken since; tells whether there was one.
    ///
    /// # Errors
    /// A sentence, if the loss there is no longer a finite number because the penalty has changed.
    pub fn undo(&mut self, run: &mut Run) -> Result<bool, Refusal> {
        self.forget_if_stepped(run.steps());
        let Some(edit) = self.done.last() else { return Ok(false) };
        edit.take_back(run)?;
        self.undone.extend(self.done.pop());
        Ok(true)
    }

    /// Makes the edit again that was last taken back; tells whether there was one.
    ///
    /// # Errors
    /// As [`Edits::undo`].
    pub fn redo(&mut self, run: &mut Run) -> Result<bool, Refusal> {
        self.forget_if_stepped(run.steps());
        let Some(edit) = self.undone.last() else { return Ok(false) };
        edit.make(run)?;
        self.done.extend(self.undone.pop());
        Ok(true)
    }

    /// How many edits can be taken back, and how many made again, at this step.
    #[must_use]
    pub fn depth(&self, step: u32) -> (usize, usize) {
        if step == self.step { (self.done.len(), self.undone.len()) } else { (0, 0) }
    }

    /// The step of the first edit that is in force: from there on no link repeats the run.
    #[must_use]
    pub fn edited_at(&self) -> Option<u32> {
        self.sealed.or((!self.done.is_empty()).then_some(self.step))
    }

    fn forget_if_stepped(&mut self, step: u32) {
        if step != self.step {
            self.sealed = self.edited_at();
            self.done.clear();
            self.undone.clear();
            self.step = step;
        }
    }
}

impl Edit {
    fn make(&self, run: &mut Run) -> Result<(), Refusal> {
        let each =
            |network: &mut _| self.moves.iter().for_each(|Move { parameter, to, .. }| parameter.set(network, *to));
        run.edit(self.classifier, each)
    }

    fn take_back(&self, run: &mut Run) -> Result<(), Refusal> {
        let each =
            |network: &mut _| self.moves.iter().for_each(|Move { parameter, from, .. }| parameter.set(network, *from));
        run.edit(self.classifier, each)
    }
}
