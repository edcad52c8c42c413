//! Full-batch gradient descent.
//!
//! A [`Trainer`] holds one step's parameters with their loss, accuracy and gradients, so that all of them can be read
//! without computing or changing anything. A step evaluates the next parameters in a second buffer, and swaps the two only
//! if the loss there is a finite number. So a run that diverges stops at its last finite step with everything intact.

use std::{fmt, rc::Rc};

use crate::{
    dataset::Dataset,
    held_out::HeldOut,
    kernel::{self, Evaluation, Kernel},
    network::Network,
    optimizer::Descent,
    refusal::Refusal,
    script::{Script, Watch},
    settings::Rates,
};

/// Parameters and what is computed from them.
struct Evaluated {
    network: Network,
    /// Of the data loss alone; the penalty's is added when stepping, because `reg` may have changed by then.
    gradients: Network,
    evaluation: Evaluation,
    sum_of_squares: f64,
}

/// Gradient descent on the mean softmax cross-entropy plus ½·reg·Σw² (biases are not penalised).
///
/// Holds one step's parameters with their loss and gradients; [`Trainer::step`] evaluates the next in a second buffer and
/// swaps if it is finite.
pub struct Trainer {
    data: Rc<Dataset>,
    kernel: Box<dyn Kernel>,
    optimizer: Descent,
    rates: Rates,
    step: u32,
    now: Evaluated,
    next: Evaluated,
    held_out: Option<HeldOut>,
    watch: Watch,
    /// What was known before this step, and what is known of the script at it.
    known: Known,
    script: Script,
}

/// What is known of the way to a step on arriving there, beside the parameters: it cannot be computed from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Of the script, before this step.
    pub script: Script,
    /// The step at which the parameters are since when their next loss would not have been a finite number
    /// ([`Trainer::stay`]); nothing where the last step was one of gradient descent.
    pub halted_since: Option<u32>,
}

impl Trainer {
    /// At step 0 of a network that has not been trained, with the fastest kernel for it.
    #[must_use]
    pub fn new(data: Rc<Dataset>, network: Network, rates: Rates) -> Self {
        let kernel = kernel::fastest(&data, network.widths());
        Trainer::with_kernel(data, network, rates, kernel)
    }

    /// The same for the networks of the lesson alone, so that the page does without the kernel for all others.
    ///
    /// # Panics
    /// If [`kernel::shallow`] has no kernel for the network.
    #[must_use]
    pub fn shallow(data: Rc<Dataset>, network: Network, rates: Rates) -> Self {
        let kernel = kernel::shallow(&data, network.widths()).expect("the lesson's networks are shallow");
        Trainer::with_kernel(data, network, rates, kernel)
    }

    /// The same with a kernel of the caller's choice.
    #[must_use]
    pub fn with_kernel(data: Rc<Dataset>, network: Network, rates: Rates, mut kernel: Box<dyn Kernel>) -> Self {
        let mut now = Evaluated::room_for(&network);
        now.network = network;
        now.evaluate(&data, kernel.as_mut());
        let next = Evaluated::room_for(&now.network);
        let (watch, known) = (Watch::new(&data, &now.network), Known::default());
        let script = known.script;
        let mut trainer = Trainer {
            data,
            kernel,
            optimizer: Descent,
            rates,
            step: 0,
            now,
            next,
            held_out: None,
            watch,
            known,
            script,
        };
        trainer.watch();
        trainer
    }

    /// The same, which sees at each step how it does on points that are held out.
    #[must_use]
    pub fn testing(self, held_out: Option<HeldOut>) -> Self {
        Trainer { held_out, ..self }
    }

    /// Takes one step of gradient descent.
    ///
    /// # Errors
    /// [`Diverged`] if the loss would not be a finite number there; the trainer stays where it is.
    pub fn step(&mut self) -> Result<(), Diverged> {
        self.prepare()?;
        self.commit();
        Ok(())
    }

    /// First half of a step: evaluates the next parameters, and keeps the present ones. Two trainers that both prepare
    /// before either commits stay in lock-step even when one of them diverges.
    ///
    /// # Errors
    /// As [`Trainer::step`].
    pub fn prepare(&mut self) -> Result<(), Diverged> {
        self.optimizer.step(&self.now.network, &self.now.gradients, self.rates, &mut self.next.network);
        self.next.evaluate(&self.data, self.kernel.as_mut());
        if self.next.is_finite(self.rates.reg) { Ok(()) } else { Err(Diverged { last_finite_step: self.step }) }
    }

    /// Second half of a step, after [`Trainer::prepare`] has succeeded: what it evaluated is the present from now on.
    pub fn commit(&mut self) {
        std::mem::swap(&mut self.now, &mut self.next);
        self.arrive(None);
    }

    /// In place of [`Trainer::commit`], after [`Trainer::prepare`] has failed: the step is counted, and everything stays as
    /// it is. So another classifier can go on in lock-step with one that cannot.
    pub fn stay(&mut self) {
        self.arrive(self.known.halted_since.or(Some(self.step)));
    }

    fn arrive(&mut self, halted_since: Option<u32>) {
        self.step += 1;
        self.known = Known { script: self.script, halted_since };
        self.watch();
    }

    /// Goes to a step with these parameters, which must lead to a finite loss, and with what was known on arriving there
    /// ([`Trainer::known`]).
    pub fn restore(&mut self, step: u32, parameters: &[f64], known: Known, rates: Rates) {
        self.rates = rates;
        self.step = step;
        self.now.network.parameters_mut().copy_from_slice(parameters);
        self.now.evaluate(&self.data, self.kernel.as_mut());
        self.known = known;
        self.watch();
    }

    /// Sees how this step does on points that are held out, and whether the script prints a number at it, too.
    fn watch(&mut self) {
        if let Some(held_out) = &mut self.held_out {
            held_out.evaluate(&self.now.network);
        }
        self.script = self.watch.at(self.known.script, self.step, &self.data, &self.now.network);
    }

    /// Changes parameters by hand, at the same step; loss, accuracy and gradients follow.
    ///
    /// # Errors
    /// A sentence, if a parameter or the loss would not be a finite number; the trainer stays where it is.
    pub fn edit(&mut self, change: impl FnOnce(&mut Network)) -> Result<(), Refusal> {
        self.next.network.assign(&self.now.network);
        change(&mut self.next.network);
        self.next.evaluate(&self.data, self.kernel.as_mut());
        if !self.next.is_finite(self.rates.reg) {
            return Err(Refusal::LossNotFinite);
        }
        std::mem::swap(&mut self.now, &mut self.next);
        self.watch();
        Ok(())
    }

    /// Where the script, on the same way up to this step, does not print a number as its loss.
    #[must_use]
    pub fn script(&self) -> Script {
        self.script
    }

    /// What was known on arriving at this step, whatever is changed at it.
    #[must_use]
    pub fn known(&self) -> Known {
        self.known
    }

    /// Changes rate and penalty from the next step on; the loss counts the new penalty at once.
    pub fn set_rates(&mut self, rates: Rates) {
        self.rates = rates;
    }

    /// Rate and penalty of the next step.
    #[must_use]
    pub fn rates(&self) -> Rates {
        self.rates
    }

    /// Updates done so far; the other readings are those of the script's iteration of this number.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.step
    }

    /// Data loss plus regularization loss.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.now.loss(self.rates.reg)
    }

    /// Mean cross-entropy over the points.
    #[must_use]
    pub fn data_loss(&self) -> f64 {
        self.now.evaluation.data_loss
    }

    /// ½·reg·Σw².
    #[must_use]
    pub fn regularization_loss(&self) -> f64 {
        self.now.regularization_loss(self.rates.reg)
    }

    /// The share of the points whose own class has the greatest score, 0…1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "point counts are far below 2^53")]
    pub fn accuracy(&self) -> f64 {
        self.now.evaluation.correct as f64 / self.data.len().max(1) as f64
    }

    /// The loss on points that are held out, with the same penalty; nothing if none is.
    #[must_use]
    pub fn test_loss(&self) -> Option<f64> {
        self.held_out.as_ref().map(|held_out| held_out.data_loss() + self.regularization_loss())
    }

    /// The share of the points that are held out whose own class has the greatest score, 0…1; nothing if none is.
    #[must_use]
    pub fn test_accuracy(&self) -> Option<f64> {
        self.held_out.as_ref().map(HeldOut::accuracy)
    }

    /// The parameters at this step.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.now.network
    }

    /// The gradient of the data loss at this step, without the penalty's reg·w.
    #[must_use]
    pub fn gradients(&self) -> &Network {
        &self.now.gradients
    }

    /// The parameters that [`Trainer::prepare`] has evaluated last, whether their loss is a finite number or not.
    #[must_use]
    pub fn ahead(&self) -> &Network {
        &self.next.network
    }

    /// The scores of a point with these parameters, K numbers.
    pub fn scores_ahead(&mut self, point: usize) -> &[f64] {
        let point = self.data.points.row(point);
        self.watch.scores(&[point[0], point[1]], &self.next.network)
    }

    /// The points that it trains on.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.data
    }
}

impl Evaluated {
    fn room_for(network: &Network) -> Self {
        let evaluation = Evaluation { data_loss: 0.0, correct: 0 };
        Evaluated { network: network.zeros_like(), gradients: network.zeros_like(), evaluation, sum_of_squares: 0.0 }
    }

    fn evaluate(&mut self, data: &Dataset, kernel: &mut dyn Kernel) {
        self.evaluation = kernel.gradients(data, &self.network, &mut self.gradients);
        self.sum_of_squares = self.network.sum_of_squares();
    }

    fn loss(&self, reg: f64) -> f64 {
        self.evaluation.data_loss + self.regularization_loss(reg)
    }

    fn regularization_loss(&self, reg: f64) -> f64 {
        0.5 * reg * self.sum_of_squares
    }

    /// Whether loss and parameters are finite numbers: a kernel's loss is none where a parameter is none ([`Evaluation`]).
    fn is_finite(&self, reg: f64) -> bool {
        self.loss(reg).is_finite()
    }
}

/// The next step would lead to a loss that is not a finite number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diverged {
    /// The step at which training stays, the last with a finite loss.
    pub last_finite_step: u32,
}

impl fmt::Display for Diverged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Training diverged: after step {} the loss is no longer a finite number.", self.last_finite_step)
    }
}

impl std::error::Error for Diverged {}
