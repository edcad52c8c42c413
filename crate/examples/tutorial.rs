//! The tutorial's script on the command line: the same engine and the same bits as the page.
//!
//! ```text
//! cargo run --release --example tutorial -- --classifier network
//! ```

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
    rc::Rc,
};

use lexopt::prelude::*;
use spiral_lab::{
    check_code::check_code,
    dataset::{OwnPoints, Source},
    experiment::{Change, Experiment},
    numerals::{plain, readings},
    run::{Classifier, Run},
    script::Script,
    settings::{ABOUT, Kind, Limits, MAX_STEPS, SETTINGS, Setting, Settings, Value},
    timeline::{Stop, Timeline},
    training::Trainer,
};

use link::Link;

mod link;
mod table;

type Error = Box<dyn std::error::Error>;

const INTRODUCTION: &str = "\
Trains one of the lesson's two classifiers and prints its loss as the tutorial's script does.

  --classifier linear|network   (linear)
";

const OTHER_OPTIONS: &str = "
  --iterations N   updates to do (linear 1000, network 10000)
  --every N        print the loss every N iterations (linear 100, network 1000)
  --digits N       decimals of losses and accuracy (6, and 2 for the accuracy)
  --csv FILE       train on the points of a table: columns x, y, label, a row for each point
  --own TEXT       train on the points that a link holds behind own=
  --link '#…'      run what a link of the page says, up to its step unless --iterations says otherwise
  --check          print the check code of both classifiers where the run ends

Numbers may be written as 0.5 or 0,5, 1000 or 1e3, 1,000 where only a whole number fits, and in full width.

For 1000 iterations the script's losses are these to six decimals; later ones part in the last digits, as NumPy's own do
when the points come in another order. How late, for 100 seeds: docs/agreement.txt";

struct Arguments {
    classifier: Classifier,
    settings: Settings,
    iterations: Option<u32>,
    every: Option<u32>,
    digits: Option<u32>,
    /// The step to which a link leads.
    step: Option<u32>,
    /// Points that are nobody's drawing.
    own: Rc<OwnPoints>,
    /// Whether somebody has said how many classes there are.
    classes_said: bool,
    /// What a link has changed on the way.
    changes: Vec<Change>,
    check: bool,
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
        step: None,
        own: Rc::default(),
        classes_said: false,
        changes: Vec::new(),
        check: false,
    };
    let mut parser = lexopt::Parser::from_iter(std::env::args_os().map(with_two_dashes));
    while let Some(argument) = parser.next()? {
        let name = match argument {
            Short('h') => return Ok(None),
            Long(name) if is_option(&plain(name).to_lowercase()) => plain(name).to_lowercase(),
            other => return Err(other.unexpected().into()),
        };
        if name == "help" {
            return Ok(None);
        }
        if name == "check" {
            arguments.check = true;
            continue;
        }
        arguments.set(&name, &parser.value()?.string()?)?;
    }
    arguments.make_room_for_labels();
    Ok(Some(arguments))
}

fn is_option(name: &str) -> bool {
    ["classifier", "iterations", "every", "digits", "csv", "own", "link", "check", "help"].contains(&name)
        || Setting::named(name).is_ok()
}

/// An option as it should have been typed: text editors make one dash of the two before its name.
fn with_two_dashes(argument: OsString) -> OsString {
    let Some(text) = argument.to_str() else { return argument };
    let name = text.trim_start_matches(['-', '\u{2212}', '\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '－']);
    let is_option = name.starts_with(char::is_alphabetic) && !text.starts_with('-') && name.len() < text.len();
    if is_option { format!("--{name}").into() } else { argument }
}

impl Arguments {
    fn set(&mut self, name: &str, text: &str) -> Result<(), Error> {
        match name {
            "classifier" => self.classifier = classifier(text)?,
            "iterations" => self.iterations = Some(whole("iterations", text, 0, MAX_STEPS)?),
            "every" => self.every = Some(whole("every", text, 1, MAX_STEPS)?),
            "digits" => self.digits = Some(whole("digits", text, 0, 17)?),
            "csv" => {
                let (points, notes) = table::read(text)?;
                notes.iter().for_each(|note| eprintln!("{note}"));
                self.train_on(OwnPoints::of(points));
            }
            "own" => match OwnPoints::read(text) {
                (own, None) => self.train_on(own),
                (own, Some(wrong)) => {
                    return Err(format!("own: {}.", link::unreadable(wrong, own.points().len())).into());
                }
            },
            "link" => self.follow(link::read(text)),
            _ => {
                let setting = Setting::named(name)?;
                if setting.name == "classes" {
                    self.classes_said = true;
                }
                match setting.kind {
                    Kind::Number(limits, _) => self.settings.set(name, number(setting.name, &limits, text)?)?,
                    Kind::NumberOr(.., word) if plain(text).to_lowercase() == word => {
                        self.settings.set(name, word)?;
                    }
                    Kind::NumberOr(limits, ..) => self.settings.set(name, number(setting.name, &limits, text)?)?,
                    Kind::Choice(_) => self.settings.set(name, plain(text).to_lowercase().as_str())?,
                }
            }
        }
        Ok(())
    }
}

impl Arguments {
    /// Takes over what a link says; options behind it count more.
    fn follow(&mut self, Link { experiment, step, corrections }: Link) {
        corrections.iter().for_each(|sentence| eprintln!("{sentence}"));
        self.settings = experiment.settings;
        self.own = Rc::clone(experiment.own());
        self.classes_said = true;
        self.changes = experiment.changes().to_vec();
        self.step = Some(step);
    }
}

impl Arguments {
    fn train_on(&mut self, own: OwnPoints) {
        if own.points().iter().all(|point| point.label == own.points()[0].label) {
            eprintln!("All points are of one class, so there is nothing to tell apart.");
        }
        self.settings.data = Source::Own;
        self.own = Rc::new(own);
    }

    /// Own points have as many classes as they need, and more if that was asked for.
    fn make_room_for_labels(&mut self) {
        if self.settings.data == Source::Own {
            let needed = self.own.classes();
            self.settings.classes = if self.classes_said { needed.max(self.settings.classes) } else { needed };
        }
    }

    fn experiment(&self) -> Experiment {
        let mut experiment = Experiment::new(self.settings).with_own(Rc::clone(&self.own));
        self.changes.iter().for_each(|&change| experiment.add(change));
        experiment
    }
}

fn classifier(name: &str) -> Result<Classifier, Error> {
    match plain(name).to_lowercase().as_str() {
        "linear" => Ok(Classifier::Linear),
        "network" => Ok(Classifier::Network),
        _ => Err(format!("classifier must be linear or network, not \"{name}\".").into()),
    }
}

fn whole(name: &'static str, text: &str, min: u32, max: u32) -> Result<u32, Error> {
    Ok(number(name, &Limits { min: min.into(), max: max.into(), whole: true }, text)? as u32)
}

/// The number that somebody typed, if it is one number and allowed.
fn number(name: &'static str, limits: &Limits, text: &str) -> Result<f64, Error> {
    let Limits { min, max, whole } = limits;
    match readings(text, *whole, &|text| text.parse().ok()) {
        [value, other] if other.is_nan() && limits.check(name, value).is_ok() => Ok(value),
        [a, b] if !b.is_nan() => {
            Err(format!("{name} \"{text}\" may mean {a} or {b}: type the one that you mean.").into())
        }
        _ => {
            let kind = if *whole { "whole number" } else { "number" };
            Err(format!("{name} must be a {kind} from {min} to {max}, not \"{text}\".").into())
        }
    }
}

/// A value as it is typed.
fn shown(value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.into(),
    }
}

/// A line for each setting: its default, what it is, what it may be.
fn help_on_settings() -> String {
    let line = |(setting, about): (&Setting, &str)| {
        let option = format!("--{} {}", setting.name, shown(setting.default()));
        let about = about.trim_end_matches('.');
        match setting.kind {
            Kind::Number(Limits { min, max, .. }, _) => format!("  {option:<19}{about}, {min} to {max}\n"),
            Kind::NumberOr(Limits { min, max, .. }, _, word) => {
                format!("  {option:<19}{about}, {min} to {max} or {word}\n")
            }
            Kind::Choice(words) => format!("  {option:<19}{about}: {}\n", words.join("|")),
        }
    };
    SETTINGS.iter().zip(ABOUT).map(line).collect()
}

fn run(arguments: Option<Arguments>) -> Result<(), Error> {
    let Some(arguments) = arguments else {
        writeln!(io::stdout(), "{INTRODUCTION}{}{OTHER_OPTIONS}", help_on_settings())?;
        return Ok(());
    };
    if arguments.settings.data == Source::Own && arguments.own.points().is_empty() {
        return Err("There is no point to train on: give some by --csv or --own.".into());
    }
    if arguments.step.is_none() && !arguments.check {
        let mut alone = Run::with_own(&arguments.settings, &arguments.own).into_trainer(arguments.classifier);
        return print(&mut alone, &arguments);
    }
    let mut both = Both::begin(&arguments);
    print(&mut both, &arguments)?;
    if arguments.check {
        writeln!(io::stdout(), "check code: {}", check_code(both.timeline.run()))?;
    }
    Ok(())
}

/// Whose losses are printed.
trait Trained {
    fn trainer(&self) -> &Trainer;
    fn step(&mut self) -> Result<(), Error>;
}

impl Trained for Trainer {
    fn trainer(&self) -> &Trainer {
        self
    }

    fn step(&mut self) -> Result<(), Error> {
        Ok(Trainer::step(self)?)
    }
}

/// One of both classifiers that train in lock-step, as on the page, with the changes that are made on the way.
struct Both {
    timeline: Timeline,
    classifier: Classifier,
}

impl Both {
    fn begin(arguments: &Arguments) -> Self {
        let (timeline, begun) = Timeline::new(arguments.experiment());
        if let Err(Stop::Refused(changes)) = begun {
            tell_refused(&changes);
        }
        Both { timeline, classifier: arguments.classifier }
    }
}

impl Trained for Both {
    fn trainer(&self) -> &Trainer {
        self.timeline.run().trainer(self.classifier)
    }

    fn step(&mut self) -> Result<(), Error> {
        match self.timeline.advance(1) {
            Ok(()) => Ok(()),
            Err(Stop::Diverged(_, diverged)) => Err(diverged.into()),
            Err(Stop::Refused(changes)) => {
                tell_refused(&changes);
                Ok(())
            }
        }
    }
}

fn tell_refused(changes: &[Change]) {
    let step = changes.first().map_or(0, |change| change.step);
    let (what, them) = match changes.len() {
        1 => ("A change".into(), "it"),
        count => (format!("{count} changes"), "them"),
    };
    eprintln!("{what} at step {step} left out: with {them} the loss would not be a finite number.");
}

fn print(trained: &mut impl Trained, arguments: &Arguments) -> Result<(), Error> {
    let (usual_iterations, usual_every) = match arguments.classifier {
        Classifier::Linear => (1_000, 100),
        Classifier::Network => (10_000, 1_000),
    };
    // A link leads to a step, whose loss belongs to it.
    let (iterations, last) = match (arguments.iterations, arguments.step) {
        (None, Some(step)) => (step, true),
        (iterations, _) => (iterations.unwrap_or(usual_iterations), false),
    };
    let every = arguments.every.unwrap_or(usual_every);
    let digits = arguments.digits.map(|digits| digits as usize);
    let mut stopped = Ok(());
    for i in 0..iterations {
        if i % every == 0 {
            print_loss(i, trained, digits)?;
        }
        stopped = trained.step();
        if stopped.is_err() {
            break;
        }
    }
    tell_of_script(trained.trainer().script(), iterations + u32::from(last));
    stopped?;
    if last {
        print_loss(iterations, trained, digits)?;
    }
    writeln!(io::stdout(), "training accuracy: {:.*}", digits.unwrap_or(2), trained.trainer().accuracy())?;
    if let Some(accuracy) = trained.trainer().test_accuracy() {
        writeln!(io::stdout(), "test accuracy: {:.*}", digits.unwrap_or(2), accuracy)?;
    }
    Ok(())
}

/// Says where the script would have printed no number before this iteration.
fn tell_of_script(Script { inf_at, nan_from, .. }: Script, end: u32) {
    let inf = inf_at.filter(|at| *at < end).map(|at| format!("inf at iteration {at}"));
    let nan = nan_from.filter(|from| *from < end).map(|from| format!("nan from iteration {from} on"));
    let losses: Vec<String> = inf.into_iter().chain(nan).collect();
    if !losses.is_empty() {
        let losses = losses.join(" and ");
        eprintln!(
            "The tutorial's script has a loss of {losses}: it takes e to the power of each score without subtracting the greatest \
             one first."
        );
    }
}

fn print_loss(i: u32, trained: &impl Trained, digits: Option<usize>) -> Result<(), Error> {
    writeln!(io::stdout(), "iteration {i}: loss {:.*}", digits.unwrap_or(6), trained.trainer().loss())?;
    Ok(())
}
