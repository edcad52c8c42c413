//! A frame in steady state allocates nothing: neither training nor painting nor the look inside. And what can be taken back
//! takes little, however much was left.

#![expect(unsafe_code, reason = "an allocator cannot be had without")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use spiral_lab::{
    experiment::{Experiment, What},
    inspect::{ablation::Ablation, check::Check, lines::Lines, phases::Phases, point::WorkedPoint, units::Units},
    parameter::Parameter,
    regions::{Picture, Window},
    run::{CLASSIFIERS, Classifier, Run},
    settings::{Rates, Settings},
    timeline::{
        Timeline,
        versions::{MAX_GHOSTS, Versions},
    },
};

/// The system's allocator, counting what each thread asks of it.
struct Counting;

thread_local! {
    static REQUESTS: Cell<usize> = const { Cell::new(0) };
    /// Bytes that are held, but for those that came from another thread.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// Counts a request for so many bytes in the place of so many others.
fn count(bytes: usize, instead_of: usize) {
    REQUESTS.with(|requests| requests.set(requests.get() + 1));
    HELD.with(|held| held.set(held.get().wrapping_add(bytes).wrapping_sub(instead_of)));
}

// SAFETY: every call goes to `System` unchanged; counting touches a thread-local number that needs no allocation and
// no destructor.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.with(|held| held.set(held.get().wrapping_sub(layout.size())));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: the caller's promises are passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// How often `work` asked for memory.
fn requests(work: impl FnOnce()) -> usize {
    let before = REQUESTS.with(Cell::get);
    work();
    REQUESTS.with(Cell::get) - before
}

#[test]
fn the_counter_counts() {
    assert_eq!(requests(|| drop(std::hint::black_box(vec![1_u8; 100]))), 1);
    assert_eq!(requests(|| ()), 0);
}

#[test]
fn training_allocates_nothing() {
    let mut run = Run::new(&Settings { points: 10, hidden: 6, ..Settings::default() });
    run.advance(1).unwrap();
    let asked = requests(|| {
        run.advance(5000).unwrap();
        run.set_rates(Rates { rate: 0.5, reg: 0.01 });
        run.advance(100).unwrap();
    });
    assert_eq!(asked, 0);
}

#[test]
fn a_timeline_allocates_its_states_and_nothing_else_even_where_curves_and_keyframes_halve() {
    let (mut timeline, _) = Timeline::new(Experiment::new(Settings { points: 10, hidden: 6, ..Settings::default() }));
    let mut steps_with = [0; 2];
    for _ in 0..40_000 {
        let asked = requests(|| timeline.advance(1).unwrap());
        steps_with[asked] += 1;
    }
    // Every 5th step to the 8,000th, every 10th to the 16,000th, every 20th to the 32,000th, every 40th from there.
    assert_eq!(steps_with[1], 1600 + 800 + 800 + 200, "{steps_with:?}");
    assert!(timeline.record().curves()[0].width() > 1, "the curve has halved");
}

#[test]
fn painting_one_classifier_again_and_again_allocates_nothing() {
    let mut run = Run::new(&Settings { hidden: 24, ..Settings::default() });
    let colours = [[0, 114, 178, 255], [213, 94, 0, 255], [0, 158, 115, 255]];
    for classifier in CLASSIFIERS {
        let mut picture = Picture::default();
        picture.resize(61, 47);
        for frame in 0..4 {
            run.advance(100).unwrap();
            let network = run.trainer(classifier).network();
            let asked = requests(|| {
                picture.resize(61, 47);
                picture.paint(network, &Window::square(1.3), &colours);
            });
            assert!(asked == 0 || frame == 0, "{asked} requests in frame {frame} of {classifier:?}");
        }
    }
}

#[test]
fn painting_both_classifiers_in_turn_with_one_picture_allocates_nothing() {
    let mut run = Run::new(&Settings { hidden: 24, ..Settings::default() });
    let colours = [[0, 114, 178, 255], [213, 94, 0, 255], [0, 158, 115, 255]];
    let mut picture = Picture::default();
    picture.resize(61, 47);
    for frame in 0..4 {
        run.advance(100).unwrap();
        let asked = requests(|| {
            for classifier in CLASSIFIERS {
                picture.paint(run.trainer(classifier).network(), &Window::square(1.3), &colours);
            }
        });
        assert!(asked == 0 || frame == 0, "{asked} requests in frame {frame}");
    }
}

#[test]
fn drawing_everything_again_allocates_nothing() {
    let mut run = Run::new(&Settings { hidden: 24, ..Settings::default() });
    run.advance(300).unwrap();
    let colours = [[0, 114, 178, 255], [213, 94, 0, 255], [0, 158, 115, 255]];
    let window = Window::square(1.3);
    let mut picture = Picture::default();
    let mut draw = || {
        for classifier in CLASSIFIERS {
            let network = run.trainer(classifier).network();
            picture.resize(90, 70);
            picture.paint(network, &window, &colours);
            picture.paint_soft(network, &window, &colours);
            picture.trace_boundary(network, &window);
        }
    };
    draw();
    assert_eq!(requests(draw), 0);
}

#[test]
fn looking_inside_one_classifier_again_and_again_allocates_nothing() {
    let mut run = Run::new(&Settings { points: 10, hidden: 24, ..Settings::default() });
    for classifier in CLASSIFIERS {
        let (mut lines, mut units, mut point) = (Lines::default(), Units::default(), WorkedPoint::default());
        let (mut phases, mut check, mut ablation) = (Phases::default(), Check::default(), Ablation::default());
        if classifier == Classifier::Network {
            ablation.switch(run.trainer(classifier), 3, false).unwrap();
        }
        for frame in 0..4 {
            run.advance(10).unwrap();
            let (trainer, data) = (run.trainer(classifier), run.data());
            let asked = requests(|| {
                lines.read(trainer.network(), 1.3);
                units.read(data, trainer.network());
                point.work_out(data, trainer.network(), 7 * frame).unwrap();
                phases.gradients(trainer);
                check.begin(trainer);
                Parameter::all(trainer.network()).for_each(|it| assert!(check.check(data, it, 1e-5).is_ok()));
                ablation.follow(trainer);
            });
            assert!(asked == 0 || frame == 0, "{asked} requests in frame {frame} of {classifier:?}");
        }
    }
}

/// Of a run with few points and large states.
fn large_states(seed: u32) -> Settings {
    Settings { seed, points: 2, classes: 6, hidden: 512, ..Settings::default() }
}

/// Steps after which such a run holds many states.
const STEPS: u32 = 1500;

/// How many bytes a run holds that has come so far, and after what is done with it then.
fn bytes_held(work: impl FnOnce(&mut Versions)) -> [usize; 2] {
    let before = HELD.with(Cell::get);
    let held = || HELD.with(Cell::get).wrapping_sub(before);
    let (mut versions, _) = Versions::new(Experiment::new(large_states(0)));
    versions.advance(STEPS).unwrap();
    let one = held();
    work(&mut versions);
    [one, held()]
}

#[test]
fn runs_that_were_left_take_little_together() {
    let [one, all] = bytes_held(|versions| {
        for seed in 1..12 {
            versions.begin(Experiment::new(large_states(seed)), false).unwrap();
            versions.advance(STEPS).unwrap();
        }
        assert_eq!(versions.ghosts().count(), MAX_GHOSTS);
    });
    assert!(all < 5 * one, "12 runs take {all} bytes, one takes {one}");
}

#[test]
fn ways_that_were_left_take_little_together() {
    let [one, all] = bytes_held(|versions| {
        let change = |versions: &mut Versions, value| {
            versions.change(&[What::Setting { name: "rate", value }], false).unwrap();
        };
        for round in 1..12 {
            change(versions, 0.5);
            versions.seek(1, u32::MAX);
            change(versions, f64::from(round) / 100.0);
            versions.advance(STEPS).unwrap();
        }
    });
    assert!(all < 5 * one, "12 ways take {all} bytes, one takes {one}");
}
