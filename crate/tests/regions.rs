//! The sweep against the per-pixel oracle: over random and trained networks, windows and picture sizes.

use proptest::prelude::*;
use spiral_lab::{
    activation::Activation,
    kernel::{argmax, dense::Dense},
    network::Network,
    random::RandomState,
    regions::{Picture, Window, per_pixel},
    run::{CLASSIFIERS, Classifier, Run},
    settings::Settings,
};

/// Colours that name their class.
const COLOURS: [[u8; 4]; 6] =
    [[0, 10, 20, 255], [1, 11, 21, 255], [2, 12, 22, 255], [3, 13, 23, 255], [4, 14, 24, 255], [5, 15, 25, 255]];

/// Colours as far apart as they can be, so that errors in the mixture show.
const STRONG: [[u8; 4]; 6] =
    [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [255, 255, 0, 0], [255, 0, 255, 255], [0, 255, 255, 255]];

/// What the sweep is tested on.
#[derive(Debug, Clone)]
struct Case {
    network: Network,
    window: Window,
    size: (usize, usize),
}

impl Case {
    /// The winner of each pixel as the sweep paints it.
    fn swept(&self) -> Vec<usize> {
        let mut picture = Picture::default();
        picture.resize(self.size.0, self.size.1);
        assert_eq!((picture.width(), picture.height()), self.size);
        picture.paint(&self.network, &self.window, &COLOURS);
        picture.rgba().as_chunks::<4>().0.iter().map(|pixel| usize::from(pixel[0])).collect()
    }

    /// The greatest difference in any channel of any pixel between the soft picture and its oracle.
    fn softness_error(&self) -> u8 {
        let mut picture = Picture::default();
        picture.resize(self.size.0, self.size.1);
        picture.paint_soft(&self.network, &self.window, &STRONG);
        let mut oracle = vec![[0; 4]; self.size.0 * self.size.1];
        let mut scratch = per_pixel::Scratch::default();
        per_pixel::paint_soft(&self.network, &self.window, &STRONG, self.size, &mut oracle, &mut scratch);
        let pairs = picture.rgba().iter().zip(oracle.as_flattened());
        pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
    }

    /// The scores at each pixel as the oracle computes them.
    fn scores(&self) -> Vec<Vec<f64>> {
        let mut dense = Dense::new(self.network.widths());
        let (width, height) = self.size;
        let point = |p: usize| [self.window.x(p % width, width), self.window.y(p / width, height)];
        (0..width * height).map(|p| dense.scores(&point(p), &self.network).to_vec()).collect()
    }

    /// How far apart two scores may be that the sweep takes for equal: derived above the sweep.
    fn tolerance(&self) -> f64 {
        let Window { left, right, bottom, top } = self.window;
        let (x, y) = (left.abs().max(right.abs()), bottom.abs().max(top.abs()));
        let mut terms = vec![x, y];
        let mut hidden = 0;
        for layer in self.network.layers() {
            hidden = layer.inputs();
            let term = |k: usize| {
                let inputs = terms.iter().zip(layer.weights.iter().skip(k).step_by(layer.outputs()));
                inputs.map(|(term, weight)| term * weight.abs()).sum::<f64>() + layer.biases[k].abs()
            };
            terms = (0..layer.outputs()).map(term).collect();
        }
        #[expect(clippy::cast_precision_loss)]
        let count = (hidden + 8) as f64;
        8.0 * count * f64::EPSILON * terms.into_iter().fold(0.0, f64::max)
    }

    /// The number of pixels at which sweep and oracle differ, all of them ties to within rounding.
    fn ties(&self) -> Result<usize, TestCaseError> {
        let tolerance = self.tolerance();
        let mut ties = 0;
        for (p, (winner, scores)) in self.swept().into_iter().zip(self.scores()).enumerate() {
            let oracle = argmax(&scores);
            ties += usize::from(winner != oracle);
            let gap = scores[oracle] - scores[winner];
            prop_assert!(gap <= tolerance, "pixel {p}: {winner} for {oracle}, gap {gap:e}, tolerance {tolerance:e}");
        }
        Ok(ties)
    }
}

/// The lines between the regions.
impl Case {
    fn boundary(&self) -> Vec<[f64; 4]> {
        let mut picture = Picture::default();
        picture.resize(self.size.0, self.size.1);
        picture.trace_boundary(&self.network, &self.window);
        picture.boundary().to_vec()
    }

    /// Scores at a place of the canvas.
    #[expect(clippy::cast_precision_loss)]
    fn scores_at(&self, [x, y]: [f64; 2]) -> Vec<f64> {
        let Window { left, right, bottom, top } = self.window;
        let (x, y) = (x / self.size.0 as f64, y / self.size.1 as f64);
        let point = [left + x * (right - left), top - y * (top - bottom)];
        Dense::new(self.network.widths()).scores(&point, &self.network).to_vec()
    }

    fn every_end_of_a_segment_ties(&self) -> Result<(), TestCaseError> {
        let tolerance = self.tolerance();
        for [x0, y0, x1, y1] in self.boundary() {
            for place in [[x0, y0], [x1, y1]] {
                let mut scores = self.scores_at(place);
                scores.sort_by(|a, b| b.total_cmp(a));
                let gap = scores[0] - scores[1];
                prop_assert!(gap <= tolerance, "at {place:?}: gap {gap:e}, tolerance {tolerance:e}");
            }
        }
        Ok(())
    }

    /// Where the winners of neighbouring pixels differ, a segment passes between their centres.
    fn every_difference_has_a_segment(&self) -> Result<(), TestCaseError> {
        let (width, height) = self.size;
        let scores = self.scores();
        let oracle: Vec<usize> = scores.iter().map(|scores| argmax(scores)).collect();
        let tie = |p: usize| {
            let close = |k: &usize| scores[p][*k] >= scores[p][oracle[p]] - self.tolerance();
            (0..scores[p].len()).filter(close).count() > 1
        };
        let segments = self.boundary();
        for p in 0..width * height {
            let (i, j) = (p % width, p / width);
            let neighbours = [(i + 1 < width).then_some(p + 1), (j + 1 < height).then_some(p + width)];
            for q in neighbours.into_iter().flatten() {
                if oracle[p] == oracle[q] || tie(p) || tie(q) {
                    continue;
                }
                #[expect(clippy::cast_precision_loss)]
                let centre = |p: usize| [(p % width) as f64 + 0.5, (p / width) as f64 + 0.5];
                let ([x0, y0], [x1, y1]) = (centre(p), centre(q));
                let between = [(x0 + x1) / 2.0, (y0 + y1) / 2.0];
                let nearest = segments.iter().map(|segment| distance(between, *segment)).fold(f64::INFINITY, f64::min);
                prop_assert!(nearest <= 0.6, "between pixels {p} and {q}: the nearest segment is {nearest} px away");
            }
        }
        Ok(())
    }
}

/// From a place to a segment.
fn distance([x, y]: [f64; 2], [x0, y0, x1, y1]: [f64; 4]) -> f64 {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    (x - x0 - along * dx).hypot(y - y0 - along * dy)
}

/// A network whose parameters are normal numbers times `scale`, some of them 0.
fn random_network(hidden: usize, classes: usize, seed: u32, scale: f64, zeros: f64) -> Network {
    let mut stream = RandomState::new(seed);
    let widths = if hidden == 0 { vec![2, classes] } else { vec![2, hidden, classes] };
    let mut network = Network::zeros(&widths);
    for parameter in network.parameters_mut() {
        let (value, lot) = (scale * stream.normal(), stream.normal());
        *parameter = if lot.abs() < zeros { 0.0 } else { value };
    }
    network
}

fn networks() -> impl Strategy<Value = Network> {
    let hidden = prop_oneof![2 => Just(0_usize), 3 => 1..4_usize, 6 => 1..60_usize, 2 => 60..=512_usize];
    let scale = prop_oneof![4 => Just(1.0), 1 => Just(1e-3), 1 => Just(1e6), 1 => Just(1e-60), 1 => Just(1e60)];
    let zeros = prop_oneof![2 => Just(0.0), 1 => Just(0.3), 1 => Just(1.5)];
    let random = (hidden, 2..=6_usize, any::<u32>(), scale, zeros)
        .prop_map(|(hidden, classes, seed, scale, zeros)| random_network(hidden, classes, seed, scale, zeros));
    let trained = (2..=6_usize, prop_oneof![3 => 1..40_usize, 1 => 100..200_usize], 0..1000_u32, 0..60_u32, 0..2_usize)
        .prop_map(|(classes, hidden, seed, steps, which)| {
            let mut run = Run::new(&Settings { classes, hidden, seed, points: 20, ..Settings::default() });
            let _ = run.advance(steps);
            run.trainer(CLASSIFIERS[which]).network().clone()
        });
    let activation = prop_oneof![3 => Just(Activation::Relu), 1 => Just(Activation::Identity)];
    (prop_oneof![4 => random, 2 => trained], activation).prop_map(|(network, activation)| network.with(activation))
}

fn windows() -> impl Strategy<Value = Window> {
    let zoom = prop_oneof![4 => Just(0), 1 => -9..6];
    let centre = prop_oneof![2 => Just(0.0), 3 => -1.5..1.5];
    (centre.clone(), centre, 0.2..2.0, 0.2..2.0, zoom).prop_map(|(x, y, width, height, zoom)| {
        let (width, height) = (width * 10_f64.powi(zoom), height * 10_f64.powi(zoom));
        Window { left: x - width, right: x + width, bottom: y - height, top: y + height }
    })
}

fn cases() -> impl Strategy<Value = Case> {
    let size = prop_oneof![1 => Just((1, 1)), 1 => (Just(1), 1..90_usize), 6 => (1..90_usize, 1..90_usize)];
    (networks(), windows(), size).prop_map(|(network, window, size)| Case { network, window, size })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sweep_paints_what_the_oracle_paints_but_for_ties(case in cases()) {
        case.ties()?;
    }

    #[test]
    fn the_soft_picture_is_within_one_step_of_colour_of_its_oracle(case in cases()) {
        // Beyond this, rounding in the scores themselves is worth a step of colour.
        prop_assume!(case.tolerance() < 1e-4);
        prop_assert!(case.softness_error() <= 1);
    }

    #[test]
    fn both_ends_of_every_segment_are_ties_of_the_two_best_scores(case in cases()) {
        case.every_end_of_a_segment_ties()?;
    }

    #[test]
    fn a_segment_passes_wherever_neighbouring_pixels_differ(case in cases()) {
        case.every_difference_has_a_segment()?;
    }

    #[test]
    fn any_numbers_at_all_are_painted(
        case in cases(),
        odd in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(f64::MAX), Just(-f64::MAX),
            Just(1e-320), Just(f64::MIN_POSITIVE), any::<f64>(),
        ]), 1..20),
        whole_window in any::<Option<(f64, f64, f64, f64)>>(),
    ) {
        let mut case = case;
        for (place, value) in odd {
            *place.get_mut(case.network.parameters_mut()) = value;
        }
        if let Some((left, right, bottom, top)) = whole_window {
            case.window = Window { left, right, bottom, top };
        }
        prop_assert_eq!(case.swept().len(), case.size.0 * case.size.1);
        case.softness_error();
        case.boundary();
    }
}

#[test]
fn in_practice_hardly_any_pixel_ties() {
    let mut run = Run::new(&Settings::default());
    for steps in [0, 1, 300] {
        run.advance(steps).expect("the tutorial's run stays finite");
        for classifier in CLASSIFIERS {
            let network = run.trainer(classifier).network().clone();
            let case = Case { network, window: Window::square(1.2), size: (200, 200) };
            assert_eq!(case.ties().expect("only ties differ"), 0, "{classifier:?} after {} steps", run.steps());
            assert!(case.softness_error() <= 1, "{classifier:?} after {} steps", run.steps());
        }
    }
}

#[test]
fn all_of_every_segment_runs_along_the_boundary() {
    let mut run = Run::new(&Settings::default());
    run.advance(400).expect("the tutorial's run stays finite");
    for classifier in CLASSIFIERS {
        let network = run.trainer(classifier).network().clone();
        let case = Case { network, window: Window::square(1.2), size: (200, 200) };
        let winner = |place| argmax(&case.scores_at(place));
        for [x0, y0, x1, y1] in case.boundary() {
            for step in 0..=10 {
                let along = f64::from(step) / 10.0;
                let (x, y) = (x0 + along * (x1 - x0), y0 + along * (y1 - y0));
                let around: Vec<usize> = [(0.5, 0.0), (-0.5, 0.0), (0.0, 0.5), (0.0, -0.5)]
                    .map(|(dx, dy)| winner([x + dx, y + dy]))
                    .to_vec();
                assert!(around.iter().any(|&k| k != around[0]), "{classifier:?}: all {} around {x}, {y}", around[0]);
            }
        }
    }
}

#[test]
fn straight_boundaries_are_few_segments_and_the_junction_is_exact() {
    for (activation, classifier) in
        [(Activation::Relu, Classifier::Linear), (Activation::Identity, Classifier::Network)]
    {
        let mut run = Run::new(&Settings { activation, ..Settings::default() });
        run.advance(1000).expect("it stays finite");
        let network = run.trainer(classifier).network().clone();
        let case = Case { network, window: Window::square(1.2), size: (800, 800) };
        let segments = case.boundary();
        assert!(segments.len() <= 12, "three rays and the way into their meeting: {segments:?}");
        let meeting: Vec<[f64; 2]> = segments
            .iter()
            .map(|&[_, _, x, y]| [x, y])
            .filter(|&place| {
                let scores = case.scores_at(place);
                scores.iter().all(|score| (score - scores[0]).abs() < 1e-12)
            })
            .collect();
        assert_eq!(meeting.len(), 3, "{segments:?}");
    }
}

#[test]
fn where_many_folds_share_a_cell_every_end_still_ties() {
    for seed in 0..200 {
        let network = random_network(30, 4, seed, 1.0, 0.0);
        let case = Case { network, window: Window::square(200.0), size: (32, 32) };
        case.every_end_of_a_segment_ties().expect("ties");
    }
}

/// A network whose class 1 wins on a straight strip through the centre, `width` wide, at an angle to the x axis.
fn strip(angle: f64, width: f64, shift: f64) -> Network {
    let mut network = Network::zeros(&[2, 2, 2]);
    let (sin, cos) = angle.sin_cos();
    let (Some(mut hidden), mut scores) = network.hidden_and_scores_mut() else { unreachable!("two layers") };
    // Both units together are the distance from the strip's middle line.
    for (unit, sign) in [(0, 1.0), (1, -1.0)] {
        hidden.row(0)[unit] = -sign * sin;
        hidden.row(1)[unit] = sign * cos;
        hidden.biases[unit] = sign * shift;
        scores.row(unit)[1] = -1.0;
    }
    scores.biases[1] = width / 2.0;
    network
}

#[test]
fn a_region_thinner_than_a_pixel_has_a_line_on_either_side_and_no_bars_across() {
    const SIZE: usize = 60;
    const PIXEL: f64 = 2.0 / 60.0;
    for (degrees, pixels) in (0..180).step_by(7).flat_map(|degrees| [0.2, 0.5, 0.9].map(|pixels| (degrees, pixels))) {
        let network = strip(f64::from(degrees).to_radians(), pixels * PIXEL, 0.31 * PIXEL);
        let case = Case { network, window: Window::square(1.0), size: (SIZE, SIZE) };
        let segments = case.boundary();
        let winner = |place| argmax(&case.scores_at(place));
        let mut whole = 0.0;
        for [x0, y0, x1, y1] in segments {
            let length = (x1 - x0).hypot(y1 - y0);
            whole += length;
            let (across_x, across_y) = ((y0 - y1) / length, (x1 - x0) / length);
            for along in [0.25, 0.5, 0.75] {
                let (x, y) = (x0 + along * (x1 - x0), y0 + along * (y1 - y0));
                let [one, other] =
                    [0.1, -0.1].map(|way| way * pixels).map(|way| winner([x + way * across_x, y + way * across_y]));
                assert_ne!(one, other, "{degrees}°, {pixels} px: at {x}, {y} on {:?}", [x0, y0, x1, y1]);
            }
        }
        assert!(whole > 2.0 * (60.0 - 2.0), "{degrees}°, {pixels} px: {whole} px of lines");
    }
}

#[test]
fn a_level_boundary_between_two_rows_is_found() {
    // Class 1 wins above y = 0.031, which lies between the centres of two rows.
    let mut network = Network::zeros(&[2, 2]);
    network.layer_mut(0).row(1)[1] = 1.0;
    network.layer_mut(0).biases[1] = -0.031;
    let case = Case { network, window: Window::square(1.0), size: (20, 20) };
    let segments = case.boundary();
    assert_eq!(segments.len(), 1, "{segments:?}");
    let [x0, y0, x1, y1] = segments[0];
    assert_eq!((x0.min(x1), x0.max(x1)), (0.0, 20.0));
    assert!((y0 - 9.69).abs() < 1e-12 && (y1 - 9.69).abs() < 1e-12, "{segments:?}");
}

#[test]
fn a_wedge_that_ends_within_a_cell_is_closed_there() {
    // Class 1 wins where x < 0.3 − 1.2·|y|: its tip lies inside of a cell, and both edges come in by the left side.
    let mut network = Network::zeros(&[2, 3, 2]);
    network.layer_mut(0).weights.copy_from_slice(&[1.0, 0.0, 0.0, 0.0, 1.0, -1.0]);
    network.layer_mut(0).biases[0] = 10.0;
    network.layer_mut(1).weights.copy_from_slice(&[0.0, -1.0, 0.0, -1.2, 0.0, -1.2]);
    network.layer_mut(1).biases[1] = 10.3;
    let case = Case { network, window: Window::square(1.0), size: (20, 20) };
    let across: Vec<[f64; 4]> =
        case.boundary().into_iter().filter(|[_, y0, _, y1]| (y0 - 10.0) * (y1 - 10.0) < 0.0).collect();
    assert_eq!(across.len(), 1, "{across:?}");
    assert!((across[0][0] - 12.5).abs() < 1e-9 && (across[0][2] - 12.5).abs() < 1e-9, "{across:?}");
}

/// One picture that is swept again and again: whatever came before, its pixels are those of a new picture, and it says
/// that they have changed if and only if they have.
#[test]
fn a_picture_that_writes_only_what_changes_is_the_whole_picture() {
    let mut run = Run::new(&Settings::default());
    let window = Window::square(1.2);
    let mut kept = Picture::default();
    let mut before: Vec<u8> = Vec::new();
    let (mut stayed, mut changed) = (0, 0);
    for frame in 0..60 {
        run.advance([0, 1, 30][frame % 3]).expect("the tutorial's run stays finite");
        let network = run.trainer(CLASSIFIERS[usize::from(frame % 20 >= 10)]).network();
        let side = if frame < 40 { 90 } else { 70 };
        let colours = &COLOURS[frame / 25..][..3];
        let mut new = Picture::default();
        new.resize(side, side);
        new.paint(network, &window, colours);
        kept.resize(side, side);
        if frame % 7 == 6 {
            kept.paint_soft(network, &window, colours);
            before = kept.rgba().to_vec();
        }
        let told = kept.sweep(network, &window, colours);
        assert!(kept.rgba() == new.rgba(), "frame {frame}");
        assert!(told || kept.rgba() == before, "frame {frame} says that nothing has changed");
        // After another kind of picture or size it may say so of pixels that happen to be the same.
        let comparable = frame % 7 != 6 && frame != 25 && frame != 40 && frame != 50 && frame > 0;
        assert!(!comparable || told == (kept.rgba() != before), "frame {frame} says that something has changed");
        *(if told { &mut changed } else { &mut stayed }) += 1;
        before = kept.rgba().to_vec();
    }
    assert!(stayed >= 10 && changed >= 10, "{stayed} frames stayed as they were, {changed} changed");
}

#[test]
fn whatever_is_painted_in_between_a_sweep_paints_the_whole_picture() {
    let shallow = random_network(12, 3, 4, 1.0, 0.0);
    let deep = Network::random(&[2, 8, 8, 3], &mut RandomState::new(1));
    let (window, size) = (Window::square(1.2), 40);
    let alone = Case { network: shallow.clone(), window, size: (size, size) }.swept();
    let between: [fn(&mut Picture, &Network, &Window); 2] = [
        |picture, network, window| picture.paint(network, window, &COLOURS),
        |picture, network, window| picture.paint_soft(network, window, &STRONG),
    ];
    for paint in between {
        for network in [&shallow, &deep] {
            let mut picture = Picture::default();
            picture.resize(size, size);
            picture.sweep(&shallow, &window, &COLOURS);
            paint(&mut picture, network, &window);
            picture.sweep(&shallow, &window, &COLOURS);
            let winners = picture.rgba().as_chunks::<4>().0.iter().map(|pixel| usize::from(pixel[0]));
            assert!(winners.eq(alone.iter().copied()));
        }
    }
}

/// Scores that are the same all over the plane: each pixel is the mean of the colours, exactly known.
#[test]
fn a_class_that_has_its_colour_to_itself_hides_less_than_half_a_step_of_the_others() {
    for classes in 2..=6 {
        for lead in (0..400).map(|i| 0.03 * f64::from(i)) {
            for winner in 0..classes {
                let mut network = Network::zeros(&[2, classes]);
                network.layer_mut(0).biases[winner] = lead;
                let mut colours = [[255, 0, 128, 255]; 6];
                colours[winner] = [0, 255, 128, 255];
                let mut picture = Picture::default();
                picture.resize(3, 1);
                picture.sweep_soft(&network, &Window::square(1.0), &colours[..classes]);
                let others = (classes - 1) as f64;
                let share = others / (lead.exp() + others);
                for pixel in picture.rgba().as_chunks::<4>().0 {
                    let off = [pixel[0], 255 - pixel[1]].map(|channel| (f64::from(channel) - 255.0 * share).abs());
                    assert!(off[0] < 0.502 && off[1] < 0.502, "{pixel:?} for {share} with {classes} classes");
                    assert_eq!(pixel[2..], [128, 255]);
                }
            }
        }
    }
}

#[test]
fn where_all_scores_are_equal_the_first_class_wins() {
    let mut networks: Vec<Network> =
        [vec![2, 3], vec![2, 1, 2], vec![2, 100, 6]].iter().map(|widths| Network::zeros(widths)).collect();
    // One unit without bias is off on half of the plane, two on a sector: all scores are 0 there.
    networks.extend((0..20).map(|seed| Network::random(&[2, 1, 3], &mut RandomState::new(seed))));
    networks.extend((0..20).map(|seed| Network::random(&[2, 2, 3], &mut RandomState::new(seed))));
    for network in networks {
        let case = Case { network, window: Window::square(1.2), size: (60, 60) };
        let oracle: Vec<usize> = case.scores().iter().map(|scores| argmax(scores)).collect();
        assert!(case.swept() == oracle, "{:?}", case.network);
    }
}

#[test]
fn folds_on_the_very_start_of_a_line_are_not_passed_twice() {
    // Biases 0 and a window that starts at x = 0: on the row y = 0 every unit folds at the start.
    for seed in 0..20 {
        let mut network = random_network(30, 3, seed, 1.0, 0.0);
        network.layer_mut(0).biases.fill(0.0);
        let case = Case { network, window: Window { left: 0.0, right: 1.0, bottom: -1.0, top: 1.0 }, size: (41, 41) };
        assert_eq!(case.ties().expect("only ties differ"), 0);
    }
}

#[test]
fn a_deeper_network_is_painted_pixel_by_pixel() {
    let mut stream = RandomState::new(1);
    let case =
        Case { network: Network::random(&[2, 8, 8, 3], &mut stream), window: Window::square(1.0), size: (20, 10) };
    let oracle: Vec<usize> = case.scores().iter().map(|scores| argmax(scores)).collect();
    assert_eq!(case.swept(), oracle);
}

#[test]
fn a_picture_without_pixels_is_painted_too() {
    for size in [(0, 0), (0, 5), (5, 0)] {
        let case = Case { network: random_network(4, 3, 7, 1.0, 0.0), window: Window::square(1.0), size };
        assert_eq!(case.swept(), []);
        assert!(case.boundary().is_empty());
    }
}

/// The classes of a 32×16 picture as letters, one line a row.
fn letters(network: &Network) -> String {
    let case = Case { network: network.clone(), window: Window::square(1.2), size: (32, 16) };
    let letters: Vec<char> = case.swept().into_iter().map(|class| ['.', 'b', 'c'][class]).collect();
    letters.chunks(32).map(|row| row.iter().collect::<String>() + "\n").collect()
}

fn assert_picture(found: &str, expected: &str) {
    let expected: String = expected.trim().lines().map(|row| row.trim().to_owned() + "\n").collect();
    let row = |(a, b): (&str, &str)| format!("{a}  {b}{}\n", if a == b { "" } else { "  ←" });
    let beside: String = found.lines().zip(expected.lines()).map(row).collect();
    assert!(found == expected, "found, and expected:\n{beside}\nfound:\n{found}");
}

#[test]
fn the_trained_regions_look_like_this() {
    let mut run = Run::new(&Settings::default());
    run.advance(200).expect("the tutorial's run stays finite");
    assert_picture(&letters(run.trainer(Classifier::Linear).network()), LINEAR_AFTER_200);
    run.advance(800).expect("the tutorial's run stays finite");
    assert_picture(&letters(run.trainer(Classifier::Network).network()), NETWORK_AFTER_1000);
}

#[rustfmt::skip]
const LINEAR_AFTER_200: &str = "
    ccbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    ccccbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    ccccccbbbbbbbbbbbbbbbbbbbbbbbbbb
    ccccccccbbbbbbbbbbbbbbbbbbbbbbbb
    ccccccccccbbbbbbbbbbbbbbbbbbbbbb
    ccccccccccccbbbbbbbbbbbbbbbbbbbb
    ccccccccccccccbbbbbbbbbbbbbbbbbb
    cccccccccccccccbbbbbbbbbbbbbbbbb
    cccccccccccccccc................
    cccccccccccccc..................
    ccccccccccccc...................
    cccccccccccc....................
    ccccccccccc.....................
    cccccccccc......................
    cccccccc........................
    ccccccc.........................
";

#[rustfmt::skip]
const NETWORK_AFTER_1000: &str = "
    ccccccccccc....bbbbbbbbbbbbbbbbb
    cccccccccccc...bbbbbbbbbbbbbbbbb
    ccccccccccccbbbbbbbbbbbbbbbbbbbb
    cccccccccccbbbbbbbbbbbbbbbbbbbbb
    ccccccccccbbbbbbbbbbbbbbbbbbbbbb
    ccccccccccbbbbbbbbb.bbbbbbbbbbbb
    cccccccccbbbbbbbb.....bbbbbbbbbb
    cccccccccbbbbbbb.......bbbbbbbbb
    ccccccccccbbbbcccc......bbbbbbbb
    ccccccccccccccccccc......bbbbbbb
    cccccccccccccccccccc......bbbbbb
    ..........cccccccc..........bbbb
    .............................bbb
    ...............................b
    ................................
    ................................
";

#[test]
fn the_oracle_paints_the_argmax() {
    let network = random_network(5, 3, 7, 1.0, 0.0);
    let case = Case { network, window: Window::square(1.0), size: (9, 7) };
    let mut pixels = vec![[0; 4]; 63];
    per_pixel::paint(&case.network, &case.window, &COLOURS, case.size, &mut pixels, &mut per_pixel::Scratch::default());
    let winners: Vec<usize> = case.scores().iter().map(|scores| argmax(scores)).collect();
    assert_eq!(pixels, winners.into_iter().map(|k| COLOURS[k]).collect::<Vec<_>>());
}
