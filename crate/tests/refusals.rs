//! Every refusal, as a sentence and as JavaScript gets it.

use spiral_lab::{
    refusal::{Detail, Refusal, Thing},
    settings::Settings,
};

/// What the package declares to TypeScript.
const DECLARED: &str = include_str!("../../facade/shared/src/refusal.d.ts");

const THINGS: [Thing; 5] = [Thing::Layer, Thing::Weight, Thing::Bias, Thing::Unit, Thing::Point];

/// One of each kind. Whoever adds a kind is led here by the compiler: it wants the new one in `place`.
fn one_of_each() -> Vec<(Refusal, &'static str)> {
    let (name, value) = ("points", 7.5);
    let all = vec![
        (Refusal::UnknownSetting { name: "depth".into() }, "There is no setting called depth."),
        (
            Refusal::UnknownChoice { name: "activation", words: &["relu", "none"], value: "tanh".into() },
            "activation must be relu or none, not tanh.",
        ),
        (Refusal::NoSettings, "Settings must be an object that holds numbers by name, such as seed."),
        (
            Refusal::OutOfLimits { name, min: 2.0, max: 500.0, whole: true, value },
            "points must be a whole number from 2 to 500, not 7.5.",
        ),
        (Refusal::NotPositive { name: "reach", value: -1.0 }, "reach must be a positive number, not -1."),
        (Refusal::BadEpsilon { max: 1.0, value: 2.0 }, "epsilon must be a number greater than 0 and at most 1, not 2."),
        (Refusal::NotFinite { thing: Thing::Bias, value: f64::NAN }, "A bias must be a finite number, not NaN."),
        (
            Refusal::NotThere { thing: Thing::Unit, index: 9, count: 9 },
            "There is no hidden unit 9: they are counted from 0 to 8.",
        ),
        (Refusal::LossNotFinite, "The loss would not be a finite number with that."),
        (Refusal::LossNotFiniteWithout { unit: 6 }, "Without hidden unit 6 the loss is not a finite number."),
        (
            Refusal::LossNotFiniteBeside { epsilon: 0.5 },
            "At a distance of 0.5 from this parameter the loss is not a finite number.",
        ),
        (Refusal::WrongColours { classes: 3, given: 8 }, "3 classes need three bytes of colour each, not 8 in all."),
        (Refusal::NoRandomness, "No fresh seed: the browser offers no randomness."),
    ];
    assert!(all.iter().enumerate().all(|(i, (refusal, _))| place(refusal) == i));
    all
}

fn place(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::UnknownSetting { .. } => 0,
        Refusal::UnknownChoice { .. } => 1,
        Refusal::NoSettings => 2,
        Refusal::OutOfLimits { .. } => 3,
        Refusal::NotPositive { .. } => 4,
        Refusal::BadEpsilon { .. } => 5,
        Refusal::NotFinite { .. } => 6,
        Refusal::NotThere { .. } => 7,
        Refusal::LossNotFinite => 8,
        Refusal::LossNotFiniteWithout { .. } => 9,
        Refusal::LossNotFiniteBeside { .. } => 10,
        Refusal::WrongColours { .. } => 11,
        Refusal::NoRandomness => 12,
    }
}

#[test]
fn each_kind_has_its_sentence() {
    for (refusal, sentence) in one_of_each() {
        assert_eq!(refusal.to_string(), sentence);
    }
    let there_is_none = Refusal::NotThere { thing: Thing::Unit, index: 9, count: 0 };
    assert_eq!(there_is_none.to_string(), "There is no hidden unit.");
    let any = Refusal::OutOfLimits { name: "noise", min: 0.0, max: 1.0, whole: false, value: 2.0 };
    assert_eq!(any.to_string(), "noise must be a number from 0 to 1, not 2.");
}

#[test]
fn typescript_knows_each_code_with_its_details_and_no_other() {
    let declared: Vec<&str> = DECLARED.lines().filter_map(|line| line.trim().strip_prefix("| { ")).collect();
    let refusals = one_of_each();
    assert_eq!(declared.len(), refusals.len());
    for ((refusal, _), line) in refusals.iter().zip(declared) {
        let mut members = format!("code: '{}'", refusal.code());
        refusal.details(|name, detail| {
            let of = match detail {
                Detail::Name(_) => "string",
                Detail::Words(_) => "string[]",
                Detail::Thing(_) => "Thing",
                Detail::Number(_) => "number",
                Detail::Flag(_) => "boolean",
            };
            members += &format!("; {name}: {of}");
        });
        assert_eq!(line.trim_end_matches(';'), format!("{members} }}"));
    }
    let things = THINGS.map(|thing| format!("'{}'", thing.word())).join(" | ");
    assert!(DECLARED.contains(&format!("export type Thing = {things};")));
}

#[test]
fn a_setting_that_is_refused_says_its_limits() {
    let refusal = Settings::default().set("hidden", 1000.0).unwrap_err();
    assert_eq!(refusal.code(), "outOfLimits");
    let mut details = Vec::new();
    refusal.details(|name, detail| details.push((name, detail)));
    let expected = [
        ("name", Detail::Name("hidden")),
        ("min", Detail::Number(1.0)),
        ("max", Detail::Number(512.0)),
        ("whole", Detail::Flag(true)),
        ("value", Detail::Number(1000.0)),
    ];
    assert_eq!(details, expected);
}
