//! The command-line twin, as somebody at a terminal meets it.

#![cfg(not(target_family = "wasm"))] // starts a program

use std::collections::HashMap;
use std::{
    io::Read,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use spiral_lab::{
    dataset::{OwnPoint, OwnPoints},
    settings::{Kind, SETTINGS, Setting, Value},
};

/// `cargo test` builds the examples before it runs any test, beside the folder of the tests themselves.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(|deps| deps.parent()).expect("target/<profile>/deps/<test>");
    let program = profile.join("examples").join(format!("tutorial{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "cargo test --test builds no example: run cargo test -p spiral-lab as a whole");
    program
}

fn twin(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).output().unwrap()
}

/// What it prints when all is well, by lines.
fn prints(arguments: &[&str]) -> Vec<String> {
    let output = twin(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{arguments:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The sentence it says when it cannot do that.
fn complains(arguments: &[&str]) -> String {
    let output = twin(arguments);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {complaint}");
    assert!(!complaint.contains("panicked"), "{arguments:?}: {complaint}");
    assert!(
        complaint.ends_with(".\n") && complaint.lines().count() == 1,
        "{arguments:?}: {complaint:?} is no sentence"
    );
    complaint.trim_end().to_owned()
}

#[test]
fn the_linear_classifier_prints_the_tutorials_figures() {
    let lines = prints(&[]);
    assert_eq!(lines.len(), 11);
    assert_eq!(lines[0], "iteration 0: loss 1.096919");
    assert_eq!(lines[9], "iteration 900: loss 0.786230");
    assert_eq!(lines[10], "training accuracy: 0.49");
    assert_eq!(prints(&["--classifier", "linear"]), lines);
}

#[test]
fn the_network_prints_the_tutorials_figures() {
    let lines = prints(&["--classifier", "network"]);
    assert_eq!(lines.len(), 11);
    assert_eq!(lines[0], "iteration 0: loss 1.098637");
    assert_eq!(lines[1], "iteration 1000: loss 0.294416");
    assert!(lines[9].starts_with("iteration 9000: loss 0.245"), "{}", lines[9]);
    assert_eq!(lines[10], "training accuracy: 0.98");
}

#[test]
fn spelling_out_the_defaults_changes_nothing_and_every_setting_changes_something() {
    let usual = prints(&["--classifier=network", "--iterations=30", "--every=10", "--digits=12"]);
    let short = ["--classifier", "network", "--iterations", "30", "--every", "10", "--digits", "12"];
    let defaults = SETTINGS.iter().map(|setting| option(setting, setting.default())).collect::<Vec<_>>();
    let spelt_out = defaults.iter().map(String::as_str).chain(short).collect::<Vec<_>>();
    assert_eq!(prints(&spelt_out), usual);
    for setting in &SETTINGS {
        let other = option(setting, other_value(setting));
        let lines = prints(&[other.as_str()].into_iter().chain(short).collect::<Vec<_>>());
        assert_eq!(lines.len(), if setting.name == "test" { 5 } else { 4 }, "{other}");
        assert_ne!(lines[2], usual[2], "{other}");
        let link = format!("--link=#{}", other.trim_start_matches('-'));
        assert_eq!(prints(&[link.as_str()].into_iter().chain(short).collect::<Vec<_>>()), lines, "{link}");
    }
}

fn option(setting: &Setting, value: Value) -> String {
    let name = setting.name;
    match value {
        Value::Number(number) => format!("--{name}={number}"),
        Value::Word(word) => format!("--{name}={word}"),
    }
}

/// One that is not the default.
fn other_value(setting: &Setting) -> Value<'static> {
    match setting.kind {
        Kind::Number(limits, _) if setting.default() == Value::Number(limits.min) => limits.max.into(),
        Kind::Number(limits, _) => limits.min.into(),
        Kind::NumberOr(.., word) | Kind::Choice(&[_, word, ..]) => word.into(),
        Kind::Choice(_) => panic!("a choice of one"),
    }
}

#[test]
fn iterations_every_and_digits_shape_what_is_printed() {
    let lines = prints(&["--iterations", "7", "--every", "3", "--digits", "3"]);
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0], "iteration 0: loss 1.097");
    let begins = |line: usize, with: &str| assert!(lines[line].starts_with(with), "{lines:?}");
    begins(1, "iteration 3: loss ");
    begins(2, "iteration 6: loss ");
    assert_eq!(lines[3].len(), "training accuracy: 0.123".len());
    assert_eq!(prints(&["--iterations", "0"]).len(), 1);
    assert_eq!(prints(&["--iterations", "1", "--digits", "0"])[0], "iteration 0: loss 1");
}

#[test]
fn help_names_every_option() {
    for help in ["--help", "-h"] {
        let text = prints(&[help]).join("\n");
        let settings = SETTINGS.iter().map(|setting| setting.name);
        for name in settings.chain(["classifier", "iterations", "every", "digits", "link", "check"]) {
            assert!(text.contains(&format!("--{name} ")), "{name} is missing");
        }
    }
}

#[test]
fn numbers_and_names_are_taken_as_people_write_them() {
    let same = |arguments: &[&str], as_if: &str| {
        let usual = ["--iterations", "1000", "--every", "500", "--digits", "12"];
        let expected = prints(&usual.into_iter().chain(as_if.split(' ')).collect::<Vec<_>>());
        assert_eq!(prints(&usual.iter().chain(arguments).copied().collect::<Vec<_>>()), expected, "{arguments:?}");
    };
    for half in ["0,5", "0.5", " 0.5 ", "０．５", "０，５", "５ｅ－１", "+.5", "5E-1", "0。5"] {
        same(&["--rate", half], "--rate 0.5");
        same(&[&format!("--rate={half}")], "--rate 0.5");
    }
    for many in ["1e3", "1000", "1,000", "1 000", "１，０００", "1'000", "1_000"] {
        same(&["--seed", many], "--seed 1000");
        same(&["--iterations", many, "--seed", "7"], "--seed 7");
    }
    same(&["--Seed", "7"], "--seed 7");
    same(&["--RATE=0.5", "--Classifier", "NETWORK"], "--rate 0.5 --classifier network");
    same(&["--Activation", " ＮＯＮＥ", "--classifier=network"], "--activation none --classifier network");
    same(&["--link=#activation=NONE", "--classifier=network"], "--activation none --classifier network");
    same(&["—rate", "0.5"], "--rate 0.5");
    same(&["–seed=7"], "--seed 7");
    same(&["--link", "#rate=0,5&Seed= 7&step=1e3", "--iterations", "1e3"], "--rate 0.5 --seed 7");
}

#[test]
fn every_bad_argument_gets_a_sentence() {
    let cases = [
        ("--classifier tree", "classifier"),
        ("--activation tanh", "activation"),
        ("--seed -1", "seed"),
        ("--seed 1.5", "seed"),
        ("--seed 4294967296", "seed"),
        ("--points 1", "points"),
        ("--points 1001", "points"),
        ("--points many", "points"),
        ("--classes 1", "classes"),
        ("--classes 7", "classes"),
        ("--noise -0.1", "noise"),
        ("--noise 1.1", "noise"),
        ("--noise nan", "noise"),
        ("--hidden 0", "hidden"),
        ("--hidden 513", "hidden"),
        ("--rate 0", "rate"),
        ("--rate inf", "rate"),
        ("--rate 1e400", "rate"),
        ("--rate 101", "rate"),
        ("--reg -1", "reg"),
        ("--reg 2", "reg"),
        ("--data rings", "data"),
        ("--data own", "There is no point"),
        ("--gap 7", "gap"),
        ("--gap odd", "gap"),
        ("--wrong 0.6", "wrong"),
        ("--test 0.9", "test"),
        ("--shift 11", "shift"),
        ("--own ?", "own: sign 1 belongs to no point"),
        ("--own DAAKKC", "own: the text was cut off: 0 of 3 points"),
        ("--csv nowhere.csv", "nowhere.csv cannot be read"),
        ("--iterations -1", "iterations"),
        ("--iterations 1000001", "iterations"),
        ("--iterations 1.000", "iterations \"1.000\" may mean 1 or 1000"),
        ("--iterations 1,5", "iterations"),
        ("--rate 1,000", "rate \"1,000\" may mean 1 or 1000"),
        ("--rate 1,2,3", "rate"),
        ("--rate ０．００", "rate"),
        ("--every 0", "every"),
        ("--digits 18", "digits"),
        ("--digits 99999999999999999999", "digits"),
        ("--depth 3", "depth"),
        ("-s 3", "-s"),
        ("stray", "stray"),
        ("--seed=", "seed"),
        ("--seed", "seed"),
        ("--classifier", "classifier"),
    ];
    for (arguments, about) in cases {
        let sentence = complains(&arguments.split(' ').collect::<Vec<_>>());
        assert!(sentence.contains(about), "{arguments}: {sentence}");
    }
}

/// A file with this text, for one test.
fn file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("spiral-lab-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.into_os_string().into_string().unwrap()
}

#[test]
fn the_points_of_a_table_are_trained_on_and_tested() {
    let rows = ["x,y,label", "0.5,0.25,b", "-0.5,-0.25,a", "0.75,0.5,b", "-0.75,-0.5,a", "\"1\",1,b", "-1,-1,a"];
    let path = file("two.csv", &rows.join("\n"));
    let lines = prints(&["--csv", &path, "--iterations", "50", "--every", "50"]);
    assert_eq!((lines.len(), &*lines[1]), (2, "training accuracy: 1.00"));
    assert!(lines[0].starts_with("iteration 0: loss 0.69"), "two classes: {}", lines[0]);
    let lines = prints(&["--csv", &path, "--iterations", "50", "--every", "50", "--test", "0.5"]);
    assert_eq!(&lines[1..], ["training accuracy: 1.00", "test accuracy: 1.00"]);
    std::fs::remove_file(path).unwrap();

    for (text, about) in [
        ("", "there is no point in it"),
        ("x,y,label\n", "there is no point in it"),
        ("1,2\n", "row 1 has no three columns"),
        ("1,2,0\n1,two,0\n", "row 2 has \"1\" and \"two\""),
        ("1,2,0\n1e7,2,0\n", "row 2 lies more than a million from 0"),
        ("1,inf,0\n2,nan,0\n", "row 2"),
    ] {
        let path = file("bad.csv", text);
        let sentence = complains(&["--csv", &path]);
        assert!(sentence.contains(about), "{text}: {sentence}");
        std::fs::remove_file(path).unwrap();
    }
}

/// Whether the points of a table are trained on as those that an option says.
fn is_trained_as(table: &str, own: &[OwnPoint]) -> bool {
    let path = file(&format!("{}.csv", own.len()), table);
    let points = OwnPoints::of(own.to_vec());
    let printed = |first| {
        let output = twin(&[first, &["--iterations", "20", "--every", "10", "--check"][..]].concat());
        assert!(output.status.success() && !output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let same = printed(&["--csv", &path]) == printed(&["--own", points.text()]);
    std::fs::remove_file(path).unwrap();
    same
}

#[test]
fn labels_of_a_table_become_classes_as_on_the_page() {
    let at = |x, label| OwnPoint { x: 1024 * x, y: 0, label };
    assert!(is_trained_as("1,0,3\n2,0,1\n3,0,2.0\n4,0,1.0\n", &[at(1, 2), at(2, 0), at(3, 1), at(4, 0)]));
    assert!(is_trained_as("1,0,b\n2,0,a\n3,0,b\n", &[at(1, 0), at(2, 1), at(3, 0)]));
    assert!(is_trained_as("x,y,class,number\n1,0,late,4\n2,0,early,1\n", &[at(1, 4), at(2, 1)]));
    assert!(is_trained_as("x,y,class,number\n1,0,late,1\n2,0,early,1\n", &[at(1, 0), at(2, 1)]));
    let seven = "1,0,a\n2,0,rare\n3,0,b\n4,0,c\n5,0,d\n6,0,e\n7,0,f\n8,0,a\n9,0,b\n10,0,c\n11,0,d\n12,0,e\n13,0,f\n";
    let x = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
    assert!(is_trained_as(
        seven,
        &x.into_iter().zip((0..6).cycle()).map(|(x, label)| at(x, label)).collect::<Vec<_>>()
    ));
}

#[test]
fn a_table_that_is_too_long_is_thinned_evenly_as_on_the_page() {
    let row = |i: i32| format!("{},0,{}\n", i % 4, i % 2);
    let whole: String = (0..9000).map(row).collect();
    let every_other: Vec<_> = (0..6000)
        .map(|i| i * 3 / 2)
        .map(|i| OwnPoint { x: 1024 * (i % 4), y: 0, label: u8::try_from(i % 2).unwrap() })
        .collect();
    assert!(is_trained_as(&whole, &every_other));
}

#[test]
fn own_points_are_the_same_as_an_option_in_a_link_and_in_a_table() {
    let path = file("own.csv", "0.5,0.25,0\n-0.5,-0.25,1\n0.125,-1,2\n");
    let points = OwnPoints::of(vec![
        OwnPoint { x: 512, y: 256, label: 0 },
        OwnPoint { x: -512, y: -256, label: 1 },
        OwnPoint { x: 128, y: -1024, label: 2 },
    ]);
    let rest = ["--iterations", "20", "--every", "10", "--check"];
    let run = |first: [&str; 2]| prints(&[&first[..], &rest].concat());
    let from_table = run(["--csv", &path]);
    std::fs::remove_file(path).unwrap();
    assert_eq!(run(["--own", points.text()]), from_table);
    assert_eq!(run(["--link", &format!("#data=own&own={}", points.text())]), from_table);
    assert_eq!(
        run(["--link", &format!("#classes=2&own={}", points.text())]),
        from_table,
        "as many classes as they need"
    );
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_gets_a_sentence() {
    use std::os::unix::ffi::OsStrExt;
    let not_text = std::ffi::OsStr::from_bytes(b"\xff");
    for arguments in [vec![std::ffi::OsStr::new("--seed"), not_text], vec![not_text]] {
        let output = Command::new(program()).args(&arguments).output().unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{complaint}");
        assert!(complaint.ends_with(".\n") && !complaint.contains("panicked"), "{complaint}");
    }
}

#[test]
fn a_run_that_diverges_says_so_after_the_losses_it_had() {
    let output = twin(&["--rate", "100", "--reg", "1"]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8(output.stderr).unwrap();
    let last = complaint.lines().last().unwrap();
    assert!(last.starts_with("Training diverged: after step ") && last.ends_with('.'), "{complaint}");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("iteration 0: loss 1.09"));
}

#[test]
fn where_the_script_would_print_no_number_one_line_beside_the_losses_says_so() {
    let says = |options: &str| {
        let output = twin(&options.split(' ').collect::<Vec<_>>());
        assert!(output.status.success());
        let losses = String::from_utf8(output.stdout).unwrap();
        assert!(losses.lines().all(|line| line.starts_with("iteration ") || line.starts_with("training accuracy: ")));
        String::from_utf8(output.stderr).unwrap()
    };
    let because = "it takes e to the power of each score without subtracting the greatest one first.\n";
    let script = "The tutorial's script has a loss of";
    let at_100 = "--classifier network --rate 100 --iterations";
    assert_eq!(says(&format!("{at_100} 100")), format!("{script} nan from iteration 3 on: {because}"));
    assert_eq!(says(&format!("{at_100} 4")), format!("{script} nan from iteration 3 on: {because}"));
    assert_eq!(says(&format!("{at_100} 3")), "", "the script ends before");
    let both = says("--classifier network --seed 2 --rate 50 --iterations 100");
    assert_eq!(both, format!("{script} inf at iteration 4 and nan from iteration 5 on: {because}"));
    assert_eq!(says("--rate 100"), "", "the linear classifier's scores stay small");
    assert_eq!(
        says("--link #rate=100&step=3 --classifier network"),
        format!("{script} nan from iteration 3 on: {because}")
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_reason_to_panic() {
    let arguments = ["--points", "2", "--hidden", "1", "--iterations", "100000", "--every", "1"];
    let mut child =
        Command::new(program()).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 9];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert_eq!(&first, b"iteration");
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{complaint}");
}

#[test]
fn a_link_runs_to_its_step_and_prints_that_steps_loss() {
    let lines = prints(&["--link", "#seed=0&rate=1&step=200", "--every", "100"]);
    assert_eq!(lines.len(), 4);
    assert!(lines[0] == "iteration 0: loss 1.096919" && lines[2] == "iteration 200: loss 0.786281", "{lines:?}");
    let whole = "https://example.org/lab/?x=1#!lang=zh&lesson=3&display=projector&step=200";
    assert_eq!(prints(&["--every", "100", "--link", whole]), lines);
    let longer = prints(&["--link", "#step=200", "--iterations", "301", "--every", "100"]);
    assert_eq!((longer.len(), &longer[2]), (5, &lines[2]), "{longer:?}");
    let other = prints(&["--link", "#rate=0.5&step=200", "--rate", "1", "--every", "100"]);
    assert_eq!(other, lines, "what stands behind a link counts more");
}

#[test]
fn a_links_changes_are_made_before_the_loss_of_their_step() {
    let with = |changes: &str| {
        let link = format!("#step=300&changes={changes}");
        prints(&["--classifier", "network", "--link", &link, "--every", "50", "--digits", "15"])
    };
    let plain = with("");
    let changed = with("100:rate=0.1;200:W1%5B0,8%5D=0.5;200:left.b[1]=1");
    assert_eq!(changed[..3], plain[..3], "a rate acts on the next step");
    assert_ne!(changed[3], plain[3]);
    let before = with("100:rate=0.1");
    assert_eq!(changed[..4], before[..4]);
    assert_ne!(changed[4], before[4], "the weight counts in the loss of its own step");
    assert_eq!(
        with("0:rate=0.25"),
        prints(&["--classifier=network", "--link=#step=300&rate=0.25", "--every=50", "--digits=15"])
    );
}

#[test]
fn what_a_link_has_wrong_is_told_and_the_nearest_value_is_taken() {
    let link = "#poins=3&activation=tanh&points=1&hidden=many&rate=200&changes=5:depth=3;7:rate=0.5;3:reg=0&step=10";
    let output = twin(&["--link", link, "--check"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    let sentences = [
        "poins is no name of a link.",
        // As on the page, in the order of the table.
        "points=1 became 2.",
        "hidden=many became 100.",
        "rate=200 became 100.",
        "activation=tanh became relu.",
        "changes: 5:depth=3 names nothing that may be changed and was left out.",
        "changes: 3:reg=0 stands behind a later change and was put in its place.",
    ];
    assert_eq!(told.lines().collect::<Vec<_>>(), sentences);
    let nearest = prints(&["--link", "#points=2&rate=100&changes=3:reg=0;7:rate=0.5&step=10", "--check"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().collect::<Vec<_>>(), nearest);
    let diverging = twin(&["--link", "#step=20&changes=10:W1[0,0]=1e200;11:rate=0.1"]);
    let told = String::from_utf8(diverging.stderr).unwrap();
    assert!(diverging.status.success() && told.starts_with("A change at step 10 left out: with it the loss"), "{told}");
}

/// The same table is held against the page.
#[test]
fn the_check_codes_of_links_are_those_of_the_table() {
    let table: Vec<HashMap<String, String>> = serde_json::from_str(include_str!("../../www/test/checks.json")).unwrap();
    for case in table {
        let printed = String::from_utf8(twin(&["--link", &case["link"], "--check"]).stdout).unwrap();
        assert_eq!(printed.lines().last(), Some(&*format!("check code: {}", case["check"])), "{}", case["link"]);
    }
}

/// The same list is held against the page.
#[test]
fn the_check_codes_of_the_lessons_chapters_are_those_of_the_list() {
    let codes: Vec<String> = serde_json::from_str(include_str!("../../www/test/chapter-checks.json")).unwrap();
    for (place, code) in codes.iter().enumerate() {
        let link = format!("#lesson={}", place + 1);
        assert_eq!(prints(&["--link", &link, "--check"]).pop().unwrap(), format!("check code: {code}"), "{link}");
    }
    let beyond = twin(&["--link", &format!("#lesson={}", codes.len() + 1), "--iterations", "1"]);
    assert!(!beyond.stderr.is_empty(), "the list has all chapters");
}

#[test]
fn the_check_code_tells_runs_apart() {
    let code = |link: &str| prints(&["--link", link, "--check"]).pop().unwrap();
    let first = code("#step=50");
    let digits = first.strip_prefix("check code: ").expect("it is the last line");
    assert!(digits.len() == 4 && digits.bytes().all(|digit| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(&digit)));
    assert_eq!(first, code("#step=50&seed=0&lang=zh"));
    let others =
        ["#step=51", "#step=50&seed=1", "#step=50&rate=0.5", "#step=50&changes=49:rate=0.5", "#step=50&noise=0.1"];
    for other in others {
        assert_ne!(first, code(other), "{other}");
    }
    let without_link = prints(&["--classifier=network", "--iterations=50", "--check"]).pop().unwrap();
    assert_eq!(first, without_link);
}
