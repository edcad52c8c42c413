//! The tutorial's script on the command line: the same engine and the same bits as the page.
//!
//! ```text
//! cargo run --release --example tutorial -- --classifier network
//! ```

use std::{
    io::{self, Write},
    process::ExitCode,
};

use lexopt::prelude::*;
use spiral_lab::{
    run::{Classifier, Run},
    settings::{LIMITS, MAX_STEPS, Settings},
    training::Trainer,
};

type Error = Box<dyn std::error::Error>;

const HELP: &str = "\
Trains one of the lesson's two classifiers and prints its loss as the tutorial's script does.

  --classifier linear|network   (linear)
  --seed 0 --points 100 --classes 3 --noise 0.2 --hidden 100 --rate 1 --reg 0.001
  --iterations N   updates to do (linear 1000, network 10000)
  --every N        print the loss every N iterations (linear 100, network 1000)
  --digits N       decimals of losses and accuracy (6, and 2 for the accuracy)";

struct Arguments {
    classifier: Classifier,
    settings: Settings,
    iterations: Option<u32>,
    every: Option<u32>,
    digits: Option<u32>,
}

fn main() -> ExitCode {
    match parse().and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        // `… | head` has seen enough.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            let sentence = error.to_string();
            let rest = if sentence.ends_with('.') { "" } else { ". See --help." };
            eprintln!("{sentence}{rest}");
            ExitCode::FAILURE
        }
    }
}

fn parse() -> Result<Option<Arguments>, Error> {
    let mut arguments = Arguments {
        classifier: Classifier::Linear,
        settings: Settings::default(),
        iterations: None,
        every: None,
        digits: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        let name = match argument {
            Short('h') | Long("help") => return Ok(None),
            Long(name) if is_option(name) => name.to_owned(),
            other => return Err(other.unexpected().into()),
        };
        arguments.set(&name, &parser.value()?.string()?)?;
    }
    Ok(Some(arguments))
}

fn is_option(name: &str) -> bool {
    ["classifier", "iterations", "every", "digits"].contains(&name) || LIMITS.iter().any(|limits| limits.name == name)
}

impl Arguments {
    fn set(&mut self, name: &str, text: &str) -> Result<(), Error> {
        match name {
            "classifier" => self.classifier = classifier(text)?,
            "iterations" => self.iterations = Some(whole(name, text, 0, MAX_STEPS)?),
            "every" => self.every = Some(whole(name, text, 1, MAX_STEPS)?),
            "digits" => self.digits = Some(whole(name, text, 0, 17)?),
            _ => {
                let value = text.parse().map_err(|_| format!("{name} must be a number, not \"{text}\"."))?;
                self.settings.set(name, value)?;
            }
        }
        Ok(())
    }
}

fn classifier(name: &str) -> Result<Classifier, Error> {
    match name {
        "linear" => Ok(Classifier::Linear),
        "network" => Ok(Classifier::Network),
        _ => Err(format!("classifier must be linear or network, not \"{name}\".").into()),
    }
}

fn whole(name: &str, text: &str, min: u32, max: u32) -> Result<u32, Error> {
    let fits = text.parse().ok().filter(|n| (min..=max).contains(n));
    fits.ok_or_else(|| format!("{name} must be a whole number from {min} to {max}, not \"{text}\".").into())
}

fn run(arguments: Option<Arguments>) -> Result<(), Error> {
    let Some(Arguments { classifier, settings, iterations, every, digits }) = arguments else {
        writeln!(io::stdout(), "{HELP}")?;
        return Ok(());
    };
    let (usual_iterations, usual_every) = match classifier {
        Classifier::Linear => (1_000, 100),
        Classifier::Network => (10_000, 1_000),
    };
    let mut trainer = Run::new(&settings).into_trainer(classifier);
    let digits = digits.map(|digits| digits as usize);
    print_losses(
        &mut trainer,
        iterations.unwrap_or(usual_iterations),
        every.unwrap_or(usual_every),
        digits.unwrap_or(6),
    )?;
    writeln!(io::stdout(), "training accuracy: {:.*}", digits.unwrap_or(2), trainer.accuracy())?;
    Ok(())
}

fn print_losses(trainer: &mut Trainer, iterations: u32, every: u32, digits: usize) -> Result<(), Error> {
    for i in 0..iterations {
        if i % every == 0 {
            writeln!(io::stdout(), "iteration {i}: loss {:.digits$}", trainer.loss())?;
        }
        trainer.step()?;
    }
    Ok(())
}
