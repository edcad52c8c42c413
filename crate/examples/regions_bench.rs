//! Times the decision-region pictures: the sweep beside the per-pixel evaluation, interleaved, medians of rounds.
//!
//! ```text
//! cargo run --release --example regions_bench -- [--side 800] [--hidden 100] [--steps 1000] [--rounds 9]
//!
//! cargo build --release --target wasm32-wasip1 --example regions_bench
//! node scripts/wasi.mjs target/wasm32-wasip1/release/examples/regions_bench.wasm
//! ```

use std::{error::Error, hint::black_box, time::Instant};

use lexopt::ValueExt;
use spiral_lab::{
    network::Network,
    regions::{Picture, Window, per_pixel},
    run::{Classifier, Run},
    settings::Settings,
};

mod blocks;

const COLOURS: [[u8; 4]; 6] = [
    [0, 114, 178, 255],
    [213, 94, 0, 255],
    [0, 158, 115, 255],
    [204, 121, 167, 255],
    [230, 159, 0, 255],
    [86, 180, 233, 255],
];

/// One way of painting, and what it took each round.
struct Side<'a> {
    name: &'a str,
    paint: Box<dyn FnMut() + 'a>,
    milliseconds: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut side, mut steps, mut rounds) = (800, 1000, 9);
    let mut settings = Settings::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("side") => side = arguments.value()?.parse()?,
            lexopt::Arg::Long("steps") => steps = arguments.value()?.parse()?,
            lexopt::Arg::Long("rounds") => rounds = arguments.value()?.parse()?,
            lexopt::Arg::Long(name) => {
                let name = name.to_owned();
                settings.set(&name, arguments.value()?.parse::<f64>()?)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let mut run = Run::new(&settings);
    if let Err((classifier, diverged)) = run.advance(steps) {
        println!("{classifier:?} diverges after step {}", diverged.last_finite_step);
    }
    println!(
        "{side}×{side} pixels, {} hidden units, {} classes, step {}",
        settings.hidden,
        settings.classes,
        run.steps()
    );
    let network = run.trainer(Classifier::Network).network();
    let linear = run.trainer(Classifier::Linear).network();
    compare(network, linear, side, rounds);
    Ok(())
}

fn compare(network: &Network, linear: &Network, side: usize, rounds: usize) {
    let window = Window::square(1.2);
    let mut picture = Picture::default();
    picture.resize(side, side);
    let mut others: [Picture; 5] = Default::default();
    others.iter_mut().for_each(|other| other.resize(side, side));
    let [linear_picture, soft, soft_linear, lines, linear_lines] = &mut others;
    let mut still = Picture::default();
    still.resize(side, side);
    let mut pixels = vec![[0; 4]; side * side];
    let mut scratch = per_pixel::Scratch::default();
    let mut blocked_pixels = pixels.clone();
    let mut sides = [
        Side::new("blocks of pixels, network", || {
            blocks::paint(network, &window, &COLOURS, (side, side), &mut blocked_pixels);
        }),
        Side::new("per pixel, network", || {
            per_pixel::paint(network, &window, &COLOURS, (side, side), &mut pixels, &mut scratch);
        }),
        Side::new("exact, network", || picture.paint(network, &window, &COLOURS)),
        Side::new("nothing changes, network", || {
            still.sweep(network, &window, &COLOURS);
        }),
        Side::new("exact, linear", || linear_picture.paint(linear, &window, &COLOURS)),
        Side::new("soft, network", || soft.paint_soft(network, &window, &COLOURS)),
        Side::new("soft, linear", || soft_linear.paint_soft(linear, &window, &COLOURS)),
        Side::new("boundary, network", || lines.trace_boundary(network, &window)),
        Side::new("boundary, linear", || linear_lines.trace_boundary(linear, &window)),
    ];
    for _ in 0..rounds {
        for side in &mut sides {
            side.time();
        }
    }
    let blocks = sides[0].median();
    println!("{:24} {:>10} {:>10} {:>10} {:>8}", "ms", "median", "min", "max", "ratio");
    for side in &mut sides {
        let median = side.median();
        let (min, max) = (side.milliseconds[0], side.milliseconds[side.milliseconds.len() - 1]);
        println!("{:24} {median:>10.3} {min:>10.3} {max:>10.3} {:>8.1}", side.name, blocks / median);
    }
    drop(sides);
    let same = pixels == blocked_pixels && pixels.as_flattened() == black_box(picture.rgba());
    println!("same pixels: {same}; {} and {} segments", lines.boundary().len(), linear_lines.boundary().len());
    let coordinates = [&*lines, linear_lines].into_iter().flat_map(|lines| lines.boundary().as_flattened());
    let bytes = [&picture, &*linear_picture, soft, soft_linear].into_iter().flat_map(Picture::rgba).copied();
    let bits = fingerprint(bytes.chain(coordinates.flat_map(|coordinate| coordinate.to_le_bytes())));
    println!("fingerprint of all pictures and segments: {bits:016x}");
}

/// The FNV-1a hash, the same on every target if the bytes are.
fn fingerprint(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl<'a> Side<'a> {
    fn new(name: &'a str, mut paint: impl FnMut() + 'a) -> Self {
        paint();
        Side { name, paint: Box::new(paint), milliseconds: Vec::new() }
    }

    fn time(&mut self) {
        let start = Instant::now();
        (self.paint)();
        self.milliseconds.push(start.elapsed().as_secs_f64() * 1e3);
    }

    fn median(&mut self) -> f64 {
        self.milliseconds.sort_by(f64::total_cmp);
        self.milliseconds[self.milliseconds.len() / 2]
    }
}
