//! The link of the page: everything that decides a run, as `name=value` joined by `&`, and with it how the run is looked at.
//! It is read here, for the page and for the command line.
//!
//! Of the names that say how a run is looked at nothing is known here but what the caller says of them. The lesson's chapters
//! are the caller's, too: a link that opens one begins with that chapter's run.
//!
//! Here and in what it is made of `inline(never)` keeps the page small, which loads one copy of each function.

use std::rc::Rc;

use super::{
    Experiment,
    text::{self, Problem, Why},
};
use crate::{
    dataset::{OwnPoints, Source, own::Unreadable},
    numerals::{Read, only_number, readings},
    settings::{Kind, Limits, MAX_STEPS, Settings, Value, rows},
};
use arrived::{Pair, each_piece, pair, unescaped};
use names::{is_later, is_one_of, nearest_name};

mod arrived;
pub(super) mod names;

/// The step to which a link may lead.
const STEPS: Limits = Limits { min: 0.0, max: MAX_STEPS as f64, whole: true };

/// What a link is read with.
pub struct Reader<'a> {
    /// The names that a link may hold beside those that decide the run, with spaces between them.
    pub others: &'a str,
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
    given: Vec<Pair>,
}

/// Something in a link that was not followed to the letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// What it is about.
    pub kind: Slip,
    /// The name, as it was written where it is not known.
    pub name: String,
    /// What stands there: the value, or the piece where that is not taken apart.
    pub given: String,
    /// What stands in its place, or the name that was probably meant.
    pub used: String,
    /// The numbers that it may mean, or NaN; of own points how many were read, and where something is wrong, or how many there
    /// should be.
    pub readings: [f64; 2],
}

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A number that is none, or not allowed.
    Number,
    /// A number that may mean two; neither was taken.
    Unclear,
    /// A word that is not one of the choice.
    Word,
    /// A name that is not known.
    Name,
    /// Another value for a name that stood there before; the first holds.
    Again,
    /// The text of own points.
    Own(Unreadable),
    /// What a newer version of the page has written.
    Later,
    /// A piece of the changes.
    Change(Why),
}

impl Link {
    /// What is said for a name, without spaces around it.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        text_of(&self.given, name)
    }

    /// Whether anything in it was a name of a link.
    #[must_use]
    pub fn has_names(&self) -> bool {
        !self.given.is_empty()
    }
}

/// Reads a link: its part from the `#` on, and the query before that, whose names count where the other part says nothing of
/// them. What the link does not say is as usual; instead of a value that is not allowed stands the nearest that is, and the
/// usual one where the text is not one number or no word of the choice.
#[must_use]
pub fn read(hash: &str, query: &str, with: &Reader) -> Link {
    let mut reading = Reading { names: names::all(with.others), given: Vec::new(), corrections: Vec::new(), with };
    for (part, is_query) in [(hash, false), (query, true)] {
        each_piece(unescaped(part).as_bytes(), &mut |piece| reading.take(piece, is_query, hash.len() < 2));
    }
    let chapters = Limits { min: 0.0, max: with.chapters.into(), whole: true };
    let lesson = reading.whole("lesson", chapters, 0);
    let usual = if lesson == 0 { (Settings::default(), 0) } else { (with.chapter)(lesson) };
    let (mut settings, step) = reading.run(usual);
    let own = reading.own(&mut settings);
    let experiment = reading.changed(Experiment::new(settings).with_own(own));
    let Reading { given, corrections, .. } = reading;
    Link { experiment, step, lesson, corrections, given }
}

fn text_of<'a>(given: &'a [Pair], name: &str) -> Option<&'a str> {
    given.iter().find(|pair| pair.name == name).map(|pair| &*pair.text)
}

/// A link while it is read.
struct Reading<'a> {
    names: String,
    given: Vec<Pair>,
    corrections: Vec<Correction>,
    with: &'a Reader<'a>,
}

impl Reading<'_> {
    /// Takes the first value of each name that is known. A query may be the host's; but one without a hash behind it that almost
    /// has a name of ours is of a link with a slip.
    #[inline(never)]
    fn take(&mut self, piece: &[u8], is_query: bool, is_alone: bool) {
        let Some(pair) = pair(piece) else { return };
        let is_known = is_one_of(&self.names, &pair.name);
        let meant = if is_known { "" } else { nearest_name(&pair.name, &self.names) };
        let kind = match text_of(&self.given, &pair.name) {
            None if is_known => {
                self.given.push(pair);
                return;
            }
            Some(first) if is_query || first == pair.text => return,
            Some(_) => Slip::Again,
            None if is_query && (meant.is_empty() || !is_alone) => return,
            None if is_later(&pair.name) => Slip::Later,
            None => Slip::Name,
        };
        let mut given = pair.text;
        if kind == Slip::Later {
            given = String::from_utf8(piece.into()).unwrap_or_default();
        }
        let meant = meant.into();
        self.correct(kind, &pair.written, given, meant);
    }

    /// The settings of the run and the step to which it goes.
    fn run(&mut self, (usual, usual_step): (Settings, u32)) -> (Settings, u32) {
        let mut settings = usual;
        for setting in rows() {
            let Some(text) = self.text(setting.name) else { continue };
            let value = match (setting.kind, setting.of(&usual)) {
                (Kind::Number(limits, _), Value::Number(usual)) => {
                    Value::Number(self.nearest(setting.name, text, limits, usual))
                }
                (Kind::NumberOr(_, _, word), _) if word.eq_ignore_ascii_case(&text) => Value::Word(word),
                (Kind::NumberOr(limits, ..), usual) => {
                    let usual = if let Value::Number(usual) = usual { usual } else { limits.min };
                    Value::Number(self.nearest(setting.name, text, limits, usual))
                }
                (Kind::Choice(words), Value::Word(usual)) => {
                    let known = words.iter().find(|known| known.eq_ignore_ascii_case(&text));
                    if known.is_none() {
                        self.correct(Slip::Word, setting.name, text, usual.into());
                    }
                    Value::Word(known.unwrap_or(&usual))
                }
                (_, usual) => usual,
            };
            // What is set is allowed.
            let _ = setting.set(&mut settings, value);
        }
        (settings, self.whole("step", STEPS, usual_step))
    }

    /// The own points of a run, which has a class for each of their labels. Who says nothing of `data` means them.
    fn own(&mut self, settings: &mut Settings) -> Rc<OwnPoints> {
        let Some(text) = self.text("own") else { return Rc::default() };
        if self.text("data").is_none() {
            settings.data = Source::Own;
        }
        if settings.data != Source::Own {
            self.correct(Slip::Word, "own", text, Source::WORDS[settings.data as usize].into());
            return Rc::default();
        }
        let (own, wrong) = OwnPoints::read(&text);
        if let Some(wrong) = wrong {
            let detail = match wrong {
                Unreadable::Sign(number) | Unreadable::Rest(number) | Unreadable::CutOff(number) => number,
                Unreadable::Limits => 0,
            };
            self.correct(Slip::Own(wrong), "own", text, String::new());
            if let Some(correction) = self.corrections.last_mut() {
                correction.readings = [own.points().len(), detail].map(|count| count as f64);
            }
        }
        settings.classes = settings.classes.max(own.classes());
        Rc::new(own)
    }

    /// A whole number that is no setting.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within its limits")]
    fn whole(&mut self, name: &str, limits: Limits, usual: u32) -> u32 {
        self.text(name).map_or(usual, |text| self.nearest(name, text, limits, usual.into()) as u32)
    }

    /// The number that the text means, the nearest that is allowed, or the usual one where it is not one number.
    #[inline(never)]
    fn nearest(&mut self, name: &str, text: String, Limits { min, max, whole }: Limits, usual: f64) -> f64 {
        let readings = readings(&text, whole, self.with.read);
        let (kind, meant) = if readings[1].is_nan() { (Slip::Number, readings[0]) } else { (Slip::Unclear, f64::NAN) };
        // Not `clamp`, which would bring 10 kB of code to the page that write a number into a panic; to add 0 makes 0 of −0.
        let within = meant.max(min).min(max) + 0.0;
        let used = match (meant.is_nan(), whole) {
            (true, _) => usual,
            (_, true) => libm::floor(within + 0.5),
            _ => within,
        };
        if used != meant {
            self.correct(kind, name, text, (self.with.write)(used));
            if let Some(correction) = self.corrections.last_mut() {
                correction.readings = readings;
            }
        }
        used
    }

    /// The run with the changes of the link. Numbers in them are read as all others of a link are.
    fn changed(&mut self, mut experiment: Experiment) -> Experiment {
        let settings = experiment.settings;
        let classes = settings.class_count();
        let widths: text::Widths = [&[2, classes], &[2, settings.hidden, classes]];
        let read = |text: &str| only_number(text, self.with.read);
        let (changes, problems) = text::parse(&self.text("changes").unwrap_or_default(), widths, &read);
        for change in changes {
            experiment.add(change);
        }
        for Problem { piece, why } in problems {
            self.correct(Slip::Change(why), "", piece, String::new());
        }
        // A change at step 0 stands in the place of what the link says by name.
        for setting in rows() {
            if let Value::Number(value) = setting.of(&experiment.settings)
                && !setting.is_same(&settings, &experiment.settings)
                && self.text(setting.name).is_some()
            {
                let piece = ["0:", setting.name, "=", &(self.with.write)(value)].concat();
                self.correct(Slip::Change(Why::Again), "", piece, String::new());
            }
        }
        experiment
    }

    #[inline(never)]
    fn text(&self, name: &str) -> Option<String> {
        text_of(&self.given, name).map(str::to_owned)
    }

    #[inline(never)]
    fn correct(&mut self, kind: Slip, name: &str, given: String, used: String) {
        self.corrections.push(Correction { kind, name: name.into(), given, used, readings: [f64::NAN; 2] });
    }
}
