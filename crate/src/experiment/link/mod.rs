//! The link of the page: everything that decides a run, as `name=value` joined by `&`, and with it how the run is looked at.
//! It is read here, for the page and for the command line.
//!
//! Of the names that say how a run is looked at nothing is known here but what the caller says of them. The lesson's chapters
//! are the caller's, too: a link that opens one begins with that chapter's run.

use std::rc::Rc;

use super::{
    Change, Experiment, What,
    text::{self, Problem, Why},
};
use crate::{
    dataset::{
        OwnPoints, Source,
        own::{self, Unreadable},
    },
    numerals::{Read, plain, readings},
    settings::{Kind, Limits, MAX_STEPS, SETTINGS, Settings, Value},
};
use arrived::{Pair, pairs, unescaped};
use names::{is_known, is_later, nearest_name};

mod arrived;
pub(super) mod names;

/// The step to which a link may lead.
const STEPS: Limits = Limits { min: 0.0, max: MAX_STEPS as f64, whole: true };

/// What a link is read with.
pub struct Reader<'a> {
    /// The names that a link may hold beside those that decide the run.
    pub others: &'a [&'a str],
    /// How many chapters the lesson has, which `lesson` opens by their number, from 1.
    pub chapters: u32,
    /// The settings and the step with which a chapter begins.
    pub chapter: &'a dyn Fn(u32) -> (Settings, u32),
    /// Reads a number as scripts write it.
    pub read: Read<'a>,
    /// Writes a number so that it is read back bit for bit.
    pub write: text::Write<'a>,
}

/// What a link says.
pub struct Link {
    /// The run.
    pub experiment: Experiment,
    /// The step to which it leads.
    pub step: u32,
    /// The chapter of the lesson that it opens; 0 opens none.
    pub lesson: u32,
    /// What was not followed to the letter.
    pub corrections: Vec<Correction>,
    /// The pieces of a newer version, each behind its `&`, as they stand in the link, and those of its changes.
    pub later: [String; 2],
    given: Vec<Pair>,
}

/// Something in a link that was not followed to the letter.
#[derive(Debug, Clone, PartialEq)]
pub enum Correction {
    /// A value that was not taken as it stands.
    Value {
        /// Of the setting, `step` or `lesson`.
        name: &'static str,
        /// What stands there.
        given: String,
        /// The numbers that it may mean, or NaN; where there are two, neither was taken.
        readings: [f64; 2],
        /// What stands in its place.
        used: Value<'static>,
    },
    /// A name that is not known.
    Name {
        /// As it was written.
        written: String,
        /// What was given for it.
        given: String,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// Another value for a name that stood there before; the first holds.
    Again {
        /// As it is known.
        name: String,
        /// As it was written.
        written: String,
        /// The value that does not hold.
        given: String,
    },
    /// Something is wrong with the text of own points, of which so many were read before it.
    Own(Unreadable, usize),
    /// What a newer version of the page has written, as it stands in the link.
    Later(String),
    /// A piece of the changes.
    Change(Problem),
}

impl Link {
    /// What is said for a name, without spaces around it.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        text_of(&self.given, name)
    }
}

/// Reads a link: its part from the `#` on, and the query before that, whose names count where the other part says nothing of
/// them. What the link does not say is as usual; instead of a value that is not allowed stands the nearest that is, and the
/// usual one where the text is not one number or no word of the choice.
#[must_use]
pub fn read(hash: &str, query: &str, with: &Reader) -> Link {
    let names = names::all(with.others);
    let mut given = Given { pairs: Vec::new(), corrections: Vec::new(), later: String::new() };
    for pair in pairs(&unescaped(hash)) {
        given.take(pair, &names);
    }
    for pair in pairs(&unescaped(query)) {
        if is_known(&names, &pair.name) {
            if text_of(&given.pairs, &pair.name).is_none() {
                given.pairs.push(pair);
            }
        // A query may be the host's; but a link without a hash that almost has a name of ours is a link with a slip.
        } else if hash.len() < 2 && nearest_name(&pair.name, &names).is_some() {
            given.take(pair, &names);
        }
    }
    let Given { pairs: given, mut corrections, later } = given;
    let mut follow = Follow { given: &given, read: with.read, corrections: &mut corrections };
    let chapters = Limits { min: 0.0, max: with.chapters.into(), whole: true };
    let lesson = follow.whole("lesson", chapters, 0);
    let usual = if lesson == 0 { (Settings::default(), 0) } else { (with.chapter)(lesson) };
    let (mut settings, step) = follow.run(usual);
    let own = follow.own(&mut settings);
    let (experiment, problems) = changed(Experiment::new(settings).with_own(own), &given, with);
    let kept: Vec<&str> =
        problems.iter().filter(|problem| problem.why == Why::Later).map(|problem| &*problem.piece).collect();
    let later = [later, kept.join(";")];
    corrections.extend(problems.into_iter().map(Correction::Change));
    Link { experiment, step, lesson, corrections, later, given }
}

/// Whether a text has a name of a link in it.
#[must_use]
pub fn has_name(text: &str, others: &[&str]) -> bool {
    let names = names::all(others);
    pairs(&unescaped(text)).iter().any(|pair| is_known(&names, &pair.name))
}

fn text_of<'a>(given: &'a [Pair], name: &str) -> Option<&'a str> {
    given.iter().find(|pair| pair.name == name).map(|pair| &*pair.text)
}

/// What a link says by name, and what of it is not taken.
struct Given {
    pairs: Vec<Pair>,
    corrections: Vec<Correction>,
    later: String,
}

impl Given {
    /// Takes the first value of each name that is known.
    fn take(&mut self, pair: Pair, names: &[&str]) {
        let first = text_of(&self.pairs, &pair.name);
        if first == Some(&pair.text) {
            return;
        }
        let is_again = first.is_some();
        let Pair { name, written, text: given, raw } = pair;
        self.corrections.push(if is_again {
            Correction::Again { name, written, given }
        } else if is_known(names, &name) {
            self.pairs.push(Pair { name, written, text: given, raw });
            return;
        } else if is_later(&name) {
            self.later = [&*self.later, "&", &raw].concat();
            Correction::Later(raw)
        } else {
            Correction::Name { meant: nearest_name(&name, names).map(str::to_owned), written, given }
        });
    }
}

/// The run with the changes of a link, and what is wrong with those.
fn changed(mut experiment: Experiment, given: &[Pair], with: &Reader) -> (Experiment, Vec<Problem>) {
    let settings = experiment.settings;
    let classes = settings.class_count();
    let widths: text::Widths = [&[2, classes], &[2, settings.hidden, classes]];
    // Numbers of the changes are read as all others of a link are.
    let read = |text: &str| crate::numerals::only_number(text, false, with.read);
    let (changes, mut problems) = text::parse(text_of(given, "changes").unwrap_or_default(), widths, &read);
    for change in changes {
        experiment.add(change);
        let Change { step: 0, what: What::Setting { name, .. } } = change else { continue };
        // What the link says by this name has no effect any more.
        if text_of(given, name).is_some() && experiment.settings != settings {
            let again = Problem { piece: text::format(&[change], widths, with.write), why: Why::Again };
            if !problems.contains(&again) {
                problems.push(again);
            }
        }
    }
    (experiment, problems)
}

/// Follows what a link says by name, and tells what it cannot take.
struct Follow<'a> {
    given: &'a [Pair],
    read: Read<'a>,
    corrections: &'a mut Vec<Correction>,
}

impl Follow<'_> {
    /// The settings of a run and the step to which it goes.
    fn run(&mut self, (usual, usual_step): (Settings, u32)) -> (Settings, u32) {
        let mut settings = usual;
        for setting in &SETTINGS {
            let Some(text) = text_of(self.given, setting.name) else { continue };
            let done = match (setting.kind, setting.of(&usual)) {
                (Kind::Number(limits, _), Value::Number(usual)) => {
                    let number = self.nearest(setting.name, text, limits, usual);
                    setting.set(&mut settings, Value::Number(number))
                }
                (Kind::NumberOr(limits, _, word), usual) if !plain(text).eq_ignore_ascii_case(word) => {
                    let usual = if let Value::Number(usual) = usual { usual } else { limits.min };
                    let number = self.nearest(setting.name, text, limits, usual);
                    setting.set(&mut settings, Value::Number(number))
                }
                (_, used) => {
                    let word = plain(text).to_ascii_lowercase();
                    setting.set(&mut settings, Value::Word(&word)).or_else(|_| {
                        self.correct(setting.name, text, [f64::NAN; 2], used);
                        setting.set(&mut settings, used)
                    })
                }
            };
            assert!(done.is_ok(), "what is set is allowed");
        }
        (settings, self.whole("step", STEPS, usual_step))
    }

    /// The own points of a run, which has a class for each of their labels. Who says nothing of `data` means them.
    fn own(&mut self, settings: &mut Settings) -> Rc<OwnPoints> {
        let Some(text) = text_of(self.given, "own") else { return Rc::default() };
        if text_of(self.given, "data").is_none() {
            settings.data = Source::Own;
        }
        if settings.data != Source::Own {
            self.correct("own", text, [f64::NAN; 2], Value::Word(Source::WORDS[settings.data as usize]));
            return Rc::default();
        }
        let (points, wrong) = own::unpack(text);
        self.corrections.extend(wrong.map(|wrong| Correction::Own(wrong, points.len())));
        settings.classes = settings.classes.max(own::classes(&points));
        points.into()
    }

    /// A whole number that is no setting.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within its limits")]
    fn whole(&mut self, name: &'static str, limits: Limits, usual: u32) -> u32 {
        text_of(self.given, name).map_or(usual, |text| self.nearest(name, text, limits, usual.into()) as u32)
    }

    /// The number that the text means, the nearest that is allowed, or the usual one where it is not one number.
    #[inline(never)]
    fn nearest(&mut self, name: &'static str, text: &str, Limits { min, max, whole }: Limits, usual: f64) -> f64 {
        let readings = readings(text, whole, self.read);
        let meant = if readings[1].is_nan() { readings[0] } else { f64::NAN };
        // Not `clamp`, which would bring 10 kB of code to the page that write a number into a panic; to add 0 makes 0 of −0.
        let within = meant.max(min).min(max) + 0.0;
        let used = match (meant.is_nan(), whole) {
            (true, _) => usual,
            (_, true) => libm::floor(within + 0.5),
            _ => within,
        };
        if used != meant {
            self.correct(name, text, readings, Value::Number(used));
        }
        used
    }

    fn correct(&mut self, name: &'static str, given: &str, readings: [f64; 2], used: Value<'static>) {
        self.corrections.push(Correction::Value { name, given: given.into(), readings, used });
    }
}
