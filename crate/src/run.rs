//! One run of the lesson: the same points for both classifiers, trained in lock-step from one random stream.

use std::rc::Rc;

use crate::{
    dataset::{Dataset, Spiral},
    history::History,
    network::Network,
    random::RandomState,
    refusal::Refusal,
    settings::Settings,
    training::{Diverged, Rates, Trainer},
};

/// The two classifiers of the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classifier {
    /// Scores straight from the inputs.
    Linear,
    /// One hidden layer of ReLU units between inputs and scores.
    Network,
}

/// Both classifiers of the lesson, in the order of the boards.
pub const CLASSIFIERS: [Classifier; 2] = [Classifier::Linear, Classifier::Network];

/// A dataset and both classifiers at the same step.
pub struct Run {
    data: Rc<Dataset>,
    racers: [Racer; 2],
}

struct Racer {
    trainer: Trainer,
    history: History,
}

impl Run {
    /// Draws everything in the order of the tutorial's script: the points, the linear W, then W1 and W2. So the points
    /// and the linear classifier stay the same, bit for bit, when only the number of hidden units changes.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let Settings { seed, points, classes, noise, hidden, rate, reg } = *settings;
        let mut stream = RandomState::new(seed);
        let data = Rc::new(Spiral { points, classes, noise }.draw(&mut stream));
        let linear = Network::random(&[2, classes], &mut stream);
        let network = Network::random(&[2, hidden, classes], &mut stream);
        let racer = |network| Racer::new(Trainer::shallow(Rc::clone(&data), network, Rates { rate, reg }));
        let racers = [racer(linear), racer(network)];
        Run { data, racers }
    }

    /// Takes `steps` steps with both classifiers, in lock-step.
    ///
    /// # Errors
    /// Which classifier would diverge; both then stand at the last step at which both are finite.
    pub fn advance(&mut self, steps: u32) -> Result<(), (Classifier, Diverged)> {
        for _ in 0..steps {
            for (racer, classifier) in self.racers.iter_mut().zip(CLASSIFIERS) {
                racer.trainer.look_ahead().map_err(|diverged| (classifier, diverged))?;
            }
            for racer in &mut self.racers {
                racer.trainer.go();
                racer.history.push(racer.trainer.loss());
            }
        }
        Ok(())
    }

    /// Changes learning rate and penalty of both classifiers from the next step on.
    pub fn set_rates(&mut self, rates: Rates) {
        for racer in &mut self.racers {
            racer.trainer.set_rates(rates);
        }
    }

    /// Changes parameters of one classifier by hand, at the same step; its history keeps the loss from before.
    ///
    /// # Errors
    /// A sentence, if a parameter or the loss would not be a finite number; nothing has changed then.
    pub fn edit(&mut self, classifier: Classifier, change: impl FnOnce(&mut Network)) -> Result<(), Refusal> {
        self.racers[classifier as usize].trainer.edit(change)
    }

    /// Updates done so far, by each classifier.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.racers[0].trainer.steps()
    }

    /// The points that both classifiers train on.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// One classifier as it stands.
    #[must_use]
    pub fn trainer(&self, classifier: Classifier) -> &Trainer {
        &self.racers[classifier as usize].trainer
    }

    /// One classifier, to be trained alone from here on.
    #[must_use]
    pub fn into_trainer(self, classifier: Classifier) -> Trainer {
        let [linear, network] = self.racers;
        match classifier {
            Classifier::Linear => linear.trainer,
            Classifier::Network => network.trainer,
        }
    }

    /// One classifier's loss at every step so far.
    #[must_use]
    pub fn history(&self, classifier: Classifier) -> &History {
        &self.racers[classifier as usize].history
    }
}

impl Racer {
    fn new(trainer: Trainer) -> Self {
        let mut history = History::default();
        history.push(trainer.loss());
        Racer { trainer, history }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_hidden_units_leaves_points_and_linear_classifier_alone() {
        let few = Run::new(&Settings { hidden: 3, ..Settings::default() });
        let many = Run::new(&Settings { hidden: 512, ..Settings::default() });
        assert_eq!(few.data(), many.data());
        let linear = Classifier::Linear;
        assert_eq!(few.trainer(linear).network(), many.trainer(linear).network());
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

    #[test]
    fn the_history_holds_the_loss_of_every_step() {
        let settings = Settings { points: 10, hidden: 5, ..Settings::default() };
        let mut together = Run::new(&settings);
        together.advance(50).unwrap();
        let mut alone = Run::new(&settings).into_trainer(Classifier::Network);
        for bucket in together.history(Classifier::Network).buckets() {
            assert_eq!(bucket.first.to_bits(), alone.loss().to_bits());
            alone.step().unwrap();
        }
        assert_eq!(alone.steps(), 51);
    }
}
