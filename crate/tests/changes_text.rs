//! The changes of an experiment as text: read back bit for bit, and what is wrong with it told piece by piece.

use proptest::prelude::*;
use spiral_lab::{
    experiment::{
        Change, Experiment, What,
        text::{Why, Widths, format, parse},
    },
    network::Network,
    parameter::Parameter,
    run::CLASSIFIERS,
    settings::Settings,
};

const WIDTHS: Widths<'static> = [&[2, 3], &[2, 100, 3]];

fn write(number: f64) -> String {
    number.to_string()
}

fn read(text: &str) -> Option<f64> {
    text.parse().ok()
}

fn any_change() -> impl Strategy<Value = Change> {
    let parameters = |widths: &[usize]| Parameter::all(&Network::zeros(widths)).collect::<Vec<_>>();
    let all = WIDTHS.map(parameters);
    let parameter = (any::<bool>(), any::<usize>(), any::<f64>().prop_filter("finite", |value| value.is_finite()))
        .prop_map(move |(right, draw, value)| {
            let parameter = all[usize::from(right)][draw % all[usize::from(right)].len()];
            What::Parameter { classifier: CLASSIFIERS[usize::from(right)], parameter, value }
        });
    let what = prop_oneof![
        parameter,
        (0.0001..100.0).prop_map(|value| What::Setting { name: "rate", value }),
        (0.0..1.0).prop_map(|value| What::Setting { name: "reg", value }),
        Just(What::Apart),
    ];
    (0..=1_000_000_u32, what).prop_map(|(step, what)| Change { step, what })
}

proptest! {
    #[test]
    fn changes_come_back_from_their_text_bit_for_bit(changes in prop::collection::vec(any_change(), 0..20)) {
        let mut experiment = Experiment::new(Settings::default());
        changes.iter().for_each(|&change| experiment.add(change));
        let text = format(experiment.changes(), WIDTHS, &write);
        let (again, problems) = parse(&text, WIDTHS, &read);
        prop_assert_eq!(&again, experiment.changes());
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(format(&again, WIDTHS, &write), text);
    }

    #[test]
    fn no_text_is_too_strange(text in "[0-9:;=WbLleft.rate\\[\\],\\- é½]{0,40}") {
        let (changes, _) = parse(&text, WIDTHS, &read);
        for change in changes {
            prop_assert!(change.step <= 1_000_000);
        }
    }
}

#[test]
fn parameters_have_the_names_of_the_script() {
    let text = "0:left.W[1,2]=0.5;1:left.b[0]=-1;200:rate=0.1;350:W1[0,8]=0.5;350:b1[99]=2;350:W2[99,2]=3;351:b2[1]=4;352:apart=1";
    let (changes, problems) = parse(text, WIDTHS, &read);
    assert_eq!(problems, vec![]);
    assert_eq!(format(&changes, WIDTHS, &write), text);
    let (same, _) = parse(" 350 : right.W1[ 0, 8 ] = 5e-1 ;; ", WIDTHS, &read);
    assert_eq!(same, [changes[3]]);
}

#[test]
fn what_cannot_be_taken_is_left_out_and_told() {
    let cases = [
        ("rate=0.1", Why::Form),
        ("200:rate", Why::Form),
        ("-1:rate=0.1", Why::Step),
        ("2.5:rate=0.1", Why::Step),
        ("1000001:rate=0.1", Why::Step),
        ("5:hidden=3", Why::Name),
        ("5:W1[2,0]=1", Why::Name),
        ("5:W1[0]=1", Why::Name),
        ("5:W3[0,0]=1", Why::Name),
        ("5:W[0,0]=1", Why::Name),
        ("5:left.W1[0,0]=1", Why::Name),
        ("5:middle.b1[0]=1", Why::Name),
        ("5:b2[3]=1", Why::Name),
        ("5:é[0]=1", Why::Name),
        ("5:rate=fast", Why::Value),
        ("5:rate=0", Why::Value),
        ("5:apart=0", Why::Value),
        ("5:b2[0]=inf", Why::Value),
        ("5:optimizer=adam", Why::Later),
        ("5:left.rate=0.5", Why::Later),
    ];
    for (piece, why) in cases {
        let (changes, problems) = parse(&format!("3:rate=0.5;{piece};9:reg=0"), WIDTHS, &read);
        assert_eq!(changes.len(), 2, "{piece}");
        assert_eq!(problems.len(), 1, "{piece}");
        assert_eq!((problems[0].piece.as_str(), problems[0].why), (piece, why));
    }
}

#[test]
fn changes_in_no_order_are_put_in_order_and_told() {
    let (changes, problems) = parse("9:reg=0;3:rate=0.5;3:reg=0.1", WIDTHS, &read);
    assert_eq!(format(&changes, WIDTHS, &write), "3:rate=0.5;3:reg=0.1;9:reg=0");
    assert_eq!(problems.iter().map(|problem| problem.why).collect::<Vec<_>>(), [Why::Order, Why::Order]);
}

#[test]
fn of_two_changes_of_one_thing_at_one_step_the_last_holds_and_is_told() {
    let again = |text: &str| {
        let (changes, problems) = parse(text, WIDTHS, &read);
        let mut experiment = Experiment::new(Settings::default());
        changes.into_iter().for_each(|change| experiment.add(change));
        let told = problems.into_iter().filter(|problem| problem.why == Why::Again).map(|problem| problem.piece);
        (format(experiment.changes(), WIDTHS, &write), told.collect::<Vec<_>>())
    };
    assert_eq!(again("3:rate=0.5;3:reg=0;3:rate=0.7"), ("3:reg=0;3:rate=0.7".into(), vec!["3:rate=0.7".into()]));
    assert_eq!(again("3:b1[0]=1;9:reg=0;3:b1[0]=2"), ("3:b1[0]=2;9:reg=0".into(), vec!["3:b1[0]=2".into()]));
    assert_eq!(again("3:rate=0.5;4:rate=0.7;3:rate=0.5").1, [""; 0], "the same once more");
}
