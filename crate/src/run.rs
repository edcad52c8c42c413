//! One run of the lesson: the same points for both classifiers, trained in lock-step from one random stream.

use std::rc::Rc;

use crate::{
    dataset::{Dataset, OwnPoints},
    divergence::Divergence,
    held_out::HeldOut,
    network::Network,
    parameter::Parameter,
    points::Points,
    random::RandomState,
    refusal::Refusal,
    settings::{Rates, Settings},
    training::{Diverged, Known, Trainer},
};

/// The two classifiers of the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classifier {
    /// Scores straight from the inputs.
    Linear,
    /// One hidden layer, of ReLU units unless the ReLU is taken away, between inputs and scores.
    Network,
}

/// Both classifiers of the lesson, in the order of the boards.
pub const CLASSIFIERS: [Classifier; 2] = [Classifier::Linear, Classifier::Network];

/// A dataset and both classifiers at the same step.
pub struct Run {
    points: Points,
    trainers: [Trainer; 2],
}

impl Run {
    /// The run of these settings, where no points are anybody's own.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        Run::with_own(settings, &OwnPoints::default())
    }

    /// Draws everything in the order of the tutorial's script: the points, the linear W, then W1 and W2; and last which points
    /// are held out. So the points and the linear classifier stay the same, bit for bit, when only the number of hidden units
    /// changes, and the first weights when some points are held out. `own` are the points of [`Source::Own`].
    ///
    /// [`Source::Own`]: crate::dataset::Source::Own
    #[must_use]
    pub fn with_own(settings: &Settings, own: &OwnPoints) -> Self {
        let Settings { seed, hidden, activation, test, .. } = *settings;
        let mut stream = RandomState::new(seed);
        let points = Points::draw(settings, own, &mut stream);
        let classes = points.all.classes;
        let linear = Network::random(&[2, classes], &mut stream);
        let network = Network::random(&[2, hidden, classes], &mut stream).with(activation);
        let points = points.hold_out(test, &mut stream);
        let trainer = |network| {
            let held_out = points.test.as_ref().map(|test| HeldOut::new(Rc::clone(test), &network));
            Trainer::shallow(Rc::clone(&points.train), network, settings.rates()).testing(held_out)
        };
        let trainers = [trainer(linear), trainer(network)];
        Run { points, trainers }
    }

    /// Takes one step with both classifiers.
    ///
    /// # Errors
    /// Which classifier would diverge; both then stay where they are.
    pub fn step(&mut self) -> Result<(), (Classifier, Diverged)> {
        for (trainer, classifier) in self.trainers.iter_mut().zip(CLASSIFIERS) {
            trainer.prepare().map_err(|diverged| (classifier, diverged))?;
        }
        self.trainers.iter_mut().for_each(Trainer::commit);
        Ok(())
    }

    /// Takes one step with each classifier that can: one whose next loss would not be a finite number stays as it is
    /// ([`Trainer::stay`]), and its steps are counted all the same.
    ///
    /// # Errors
    /// If neither can, the classifier that is the last to diverge; both then stay where they are.
    pub fn step_apart(&mut self) -> Result<(), (Classifier, Diverged)> {
        let ahead = self.trainers.each_mut().map(Trainer::prepare);
        if let [Err(left), Err(right)] = ahead {
            let left_is_last = self.trainers[0].known().halted_since.is_none();
            return Err(if left_is_last { (Classifier::Linear, left) } else { (Classifier::Network, right) });
        }
        for (trainer, ahead) in self.trainers.iter_mut().zip(ahead) {
            if ahead.is_ok() { trainer.commit() } else { trainer.stay() }
        }
        Ok(())
    }

    /// Takes `steps` steps with both classifiers, in lock-step.
    ///
    /// # Errors
    /// Which classifier would diverge; both then stand at the last step at which both are finite.
    pub fn advance(&mut self, steps: u32) -> Result<(), (Classifier, Diverged)> {
        (0..steps).try_for_each(|_| self.step())
    }

    /// Changes learning rate and penalty of both classifiers from the next step on.
    pub fn set_rates(&mut self, rates: Rates) {
        for trainer in &mut self.trainers {
            trainer.set_rates(rates);
        }
    }

    /// Learning rate and penalty of the next step.
    #[must_use]
    pub fn rates(&self) -> Rates {
        self.trainers[0].rates()
    }

    /// Changes parameters of one classifier by hand, at the same step.
    ///
    /// # Errors
    /// A sentence, if a parameter or the loss would not be a finite number; nothing has changed then.
    pub fn edit(&mut self, classifier: Classifier, change: impl FnOnce(&mut Network)) -> Result<(), Refusal> {
        self.trainers[classifier as usize].edit(change)
    }

    /// All parameters: those of the left classifier, then those of the right one, each as [`Network::parameters`] orders them.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn state(&self) -> Rc<[f64]> {
        let [left, right] = self.trainers.each_ref().map(|trainer| trainer.network().parameters());
        let mut state: Rc<[f64]> = std::iter::repeat_n(0.0, left.len() + right.len()).collect();
        let (lefts, rights) = Rc::get_mut(&mut state).expect("nobody else has it yet").split_at_mut(left.len());
        lefts.copy_from_slice(left);
        rights.copy_from_slice(right);
        state
    }

    /// What was known on arriving at this step, for each classifier.
    #[must_use]
    pub fn known(&self) -> [Known; 2] {
        self.trainers.each_ref().map(Trainer::known)
    }

    /// Goes to a step with the parameters of [`Run::state`], which must lead to finite losses, and with what
    /// [`Run::known`] says of it.
    pub fn restore(&mut self, step: u32, state: &[f64], known: [Known; 2], rates: Rates) {
        let [left, right] = &mut self.trainers;
        let (lefts, rights) = state.split_at(left.network().count());
        left.restore(step, lefts, known[0], rates);
        right.restore(step, rights, known[1], rates);
    }

    /// Updates done so far, by each classifier.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.trainers[0].steps()
    }

    /// All points, those included that are held out, with the labels that they are given.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.points.all
    }

    /// All points, and which part each has.
    #[must_use]
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// One classifier as it stands.
    #[must_use]
    pub fn trainer(&self, classifier: Classifier) -> &Trainer {
        &self.trainers[classifier as usize]
    }

    /// The classifier that has hidden units, if one has: the first of those that have.
    #[must_use]
    pub fn with_hidden_units(&self) -> Option<(Classifier, &Trainer)> {
        CLASSIFIERS.into_iter().zip(&self.trainers).find(|(_, trainer)| trainer.network().hidden() > 0)
    }

    /// Why a classifier does not go on from here: see [`Divergence::ahead_of`].
    pub fn divergence(&mut self, classifier: Classifier, by_hand: &[(Parameter, f64)]) -> Option<Divergence> {
        Divergence::ahead_of(&mut self.trainers[classifier as usize], by_hand)
    }

    /// One classifier, to be trained alone from here on.
    #[must_use]
    pub fn into_trainer(self, classifier: Classifier) -> Trainer {
        let [linear, network] = self.trainers;
        match classifier {
            Classifier::Linear => linear,
            Classifier::Network => network,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::Activation;

    #[test]
    fn the_number_of_hidden_units_leaves_points_and_linear_classifier_alone() {
        let few = Run::new(&Settings { hidden: 3, ..Settings::default() });
        let many = Run::new(&Settings { hidden: 512, ..Settings::default() });
        assert_eq!(few.data(), many.data());
        let linear = Classifier::Linear;
        assert_eq!(few.trainer(linear).network(), many.trainer(linear).network());
    }

    #[test]
    fn taking_the_relu_away_leaves_points_and_first_weights_alone() {
        let [with, without] = [Activation::Relu, Activation::Identity]
            .map(|activation| Run::new(&Settings { activation, ..Settings::default() }));
        assert_eq!((with.data(), with.state()), (without.data(), without.state()));
    }

    #[test]
    fn when_one_classifier_diverges_both_stop_at_the_same_finite_step() {
        let wild = Settings { rate: 100.0, reg: 1.0, points: 10, hidden: 5, ..Settings::default() };
        let mut run = Run::new(&wild);
        let (_, diverged) = run.advance(10_000).expect_err("rate·reg is 100, so weights grow 99-fold at each step");
        let stood = CLASSIFIERS.map(|classifier| run.trainer(classifier).steps());
        assert_eq!(stood, [diverged.last_finite_step; 2]);
        for classifier in CLASSIFIERS {
            assert!(run.trainer(classifier).loss().is_finite());
            assert!(run.trainer(classifier).network().is_finite());
        }
        run.set_rates(Rates { rate: 0.01, reg: 1.0 });
        run.advance(10).expect("a smaller rate leads on from the last finite step");
    }
}
