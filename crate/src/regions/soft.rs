//! The picture of the probabilities: each pixel mixes the class colours by softmax.
//!
//! On a piece of a row the scores are linear, so exp(score) grows by a constant factor from pixel to pixel:
//! exp(a + b·(i + 1)) = exp(a + b·i)·exp(b). One `exp` for each class starts a run of pixels, one gives the factor, and
//! the rest is multiplication. Where one class is all but certain at both ends of a piece it is so all along (its lead
//! over each other class is linear), and the piece is filled like a hard one.
//!
//! Eight bits are wanted, so all this is done in single precision: `exp` is good to 5·10⁻⁶ and a run of 32
//! multiplications adds 32 times the error of its factor, 2·10⁻⁴ in a probability at the very worst, 0.05 of a
//! colour step.

use super::{
    Window,
    envelope::leader,
    hard::first_pixel_after,
    sweep::{Piece, Sweep},
};

/// The lead in score from which on a class has its colour to itself: five others then have 5·255·exp(−8.1) < 0.4 of a
/// colour step together, which rounds away.
const CERTAIN: f64 = 8.1;

/// Pixels after which the exponentials are computed anew.
const RUN: usize = 32;

/// The most that a score may change in a run, so that no exponential overflows or starts from nothing.
const REACH: f64 = 8.0;

/// Mixes the colours in each row of `pixels`; `rows` is prepared for rows of this window and width.
pub fn paint<const D: usize>(
    rows: &mut Sweep,
    window: &Window,
    colours: &[[u8; 4]],
    (width, height): (usize, usize),
    pixels: &mut [[u8; 4]],
) {
    let palette = Palette::<D>::new(colours);
    for (j, row) in pixels.chunks_exact_mut(width.max(1)).enumerate() {
        let mut done = 0;
        for piece in rows.line(window.y(j, height)) {
            let end = first_pixel_after(piece.end).clamp(done, width);
            if end > done {
                paint_piece(&piece, done, &palette, &mut row[done..end]);
            }
            done = end;
        }
    }
}

/// The colours as bytes, and as what the other D classes have more of each channel than class 0.
struct Palette<const D: usize> {
    hard: [[u8; 4]; 6],
    base: [f32; 4],
    more: [[f32; 4]; D],
}

impl<const D: usize> Palette<D> {
    fn new(colours: &[[u8; 4]]) -> Self {
        let mut hard = [[0; 4]; 6];
        hard[..colours.len()].copy_from_slice(colours);
        let base = hard[0].map(f32::from);
        let more = |k: usize| std::array::from_fn(|channel| f32::from(hard[k + 1][channel]) - base[channel]);
        Palette { hard, base, more: std::array::from_fn(more) }
    }

    /// The colours of four pixels, from each other class's probability there.
    ///
    /// A number below 2²² that is added to 2²³ is rounded to a whole one, which then stands in the last bits of the
    /// sum; so the sums of the channels, shifted into their places and added up as integers, are the pixels.
    fn mix(&self, shares: &[Lanes; D]) -> [[u8; 4]; 4] {
        const ROUND: f32 = 8_388_608.0;
        let mut pixels = [0_u32; 4];
        for channel in 0..4 {
            let mut sum = [0.0; 4];
            for k in 0..D {
                for i in 0..4 {
                    sum[i] += shares[k][i] * self.more[k][channel];
                }
            }
            for i in 0..4 {
                let value = (sum[i] + (self.base[channel] + ROUND)).to_bits() & 0xff;
                pixels[i] |= value << (8 * channel);
            }
        }
        pixels.map(u32::to_le_bytes)
    }
}

/// One number for each of four neighbouring pixels.
type Lanes = [f32; 4];

/// Paints the pixels of a piece, the first of which is pixel `first` of the row.
fn paint_piece<const D: usize>(piece: &Piece<D>, first: usize, palette: &Palette<D>, pixels: &mut [[u8; 4]]) {
    if let Some(class) = certain(&piece.scores, &piece.end_scores) {
        return pixels.fill(palette.hard[class]);
    }
    if let [pixel] = pixels {
        return paint_run(&scores_at(piece, first), &[1.0; D], palette, std::slice::from_mut(pixel));
    }
    #[expect(clippy::cast_possible_truncation, reason = "eight bits are wanted")]
    let factors = piece.slopes.map(|slope| exp(slope as f32));
    let run = longest_run(&piece.slopes);
    let long = pixels.len() > run;
    for (b, block) in pixels.chunks_mut(RUN).enumerate() {
        let start = first + b * RUN;
        let near = scores_at(piece, start);
        if long && let Some(class) = certain(&near, &scores_at(piece, start + block.len())) {
            block.fill(palette.hard[class]);
        } else if block.len() <= run {
            paint_run(&near, &factors, palette, block);
        } else {
            for (r, pixels) in block.chunks_mut(run).enumerate() {
                paint_run(&scores_at(piece, start + r * run), &factors, palette, pixels);
            }
        }
    }
}

/// For how many pixels the scores change by no more than [`REACH`].
fn longest_run<const D: usize>(slopes: &[f64; D]) -> usize {
    let steepest = slopes.iter().fold(0.0, |max, slope| if slope.abs() > max { slope.abs() } else { max });
    if steepest * (RUN as f64) <= REACH {
        return RUN;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and NaN becomes 0")]
    let run = (REACH / steepest) as usize;
    run.clamp(1, RUN)
}

/// The relative scores at the centre of a pixel.
fn scores_at<const D: usize>(piece: &Piece<D>, pixel: usize) -> [f64; D] {
    #[expect(clippy::cast_precision_loss, reason = "pictures are far below 2^53 pixels wide")]
    let way = pixel as f64 + 0.5 - piece.start;
    std::array::from_fn(|k| piece.scores[k] + piece.slopes[k] * way)
}

/// The class that is all but certain at both ends of a stretch, and so all along it.
fn certain<const D: usize>(near: &[f64; D], far: &[f64; D]) -> Option<usize> {
    let class = leader(near);
    let leads = |scores: &[f64; D]| {
        let score = |k: usize| if k == 0 { 0.0 } else { scores[k - 1] };
        (0..=D).all(|k| k == class || score(class) - score(k) >= CERTAIN)
    };
    (leads(near) && leads(far)).then_some(class)
}

/// Paints pixels from the scores at the first one and the factors by which the exponentials grow, four at a time.
#[expect(clippy::cast_possible_truncation, reason = "eight bits are wanted")]
fn paint_run<const D: usize>(scores: &[f64; D], factors: &[f32; D], palette: &Palette<D>, pixels: &mut [[u8; 4]]) {
    // The greatest score is taken off first, as in every stable softmax.
    let greatest = scores.iter().fold(0.0, |max, &score| if score > max { score } else { max });
    let base = exp(-greatest as f32);
    let mut others: [Lanes; D] = std::array::from_fn(|k| {
        let (first, factor) = (exp((scores[k] - greatest) as f32), factors[k]);
        let square = factor * factor;
        [first, first * factor, first * square, first * (square * factor)]
    });
    let stride = factors.map(|factor| (factor * factor) * (factor * factor));
    for group in pixels.chunks_mut(4) {
        let mut sum = [base; 4];
        for k in 0..D {
            for i in 0..4 {
                sum[i] += others[k][i];
            }
        }
        let scale = sum.map(|sum| 1.0 / sum);
        let mut shares = others;
        for k in 0..D {
            for i in 0..4 {
                shares[k][i] *= scale[i];
                others[k][i] *= stride[k];
            }
        }
        let mixed = palette.mix(&shares);
        if let Ok(four) = <&mut [[u8; 4]; 4]>::try_from(&mut *group) {
            *four = mixed;
        } else {
            group.copy_from_slice(&mixed[..group.len()]);
        }
    }
}

/// exp(x) to 5·10⁻⁶ for |x| ≤ 80, which is as far as it goes: 2ⁿ·exp(f) with |f| ≤ ½·ln 2, and Taylor's polynomial of
/// degree 5 for exp(f), whose next term is f⁶/720 < 2.5·10⁻⁶.
fn exp(x: f32) -> f32 {
    // Added to 1.5·2²³, a number is rounded to a whole one, which then stands in the last bits.
    const ROUND: f32 = 12_582_912.0;
    // By comparison: unlike min and max, that is one instruction each in wasm.
    let x = if x < -80.0 { -80.0 } else { x };
    let x = if x > 80.0 { 80.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let f = x - (shifted - ROUND) * std::f32::consts::LN_2;
    let power = 1.0 + f * (1.0 + f * (1.0 / 2.0 + f * (1.0 / 6.0 + f * (1.0 / 24.0 + f * (1.0 / 120.0)))));
    f32::from_bits(power.to_bits().wrapping_add(shifted.to_bits() << 23))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_as_good_as_it_says() {
        for i in -8000..=8000_i16 {
            let x = f32::from(i) / 100.0;
            let (found, expected) = (f64::from(exp(x)), libm::exp(f64::from(x)));
            assert!((found / expected - 1.0).abs() < 1e-5, "exp({x}) = {found}, not {expected}");
        }
    }
}
