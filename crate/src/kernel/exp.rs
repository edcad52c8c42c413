//! e^x for two numbers at once.

use super::lanes::F64x2;

/// Below it e^x is less than the smallest normal f64, and 0 is returned.
const SMALLEST: f64 = -708.0;

/// Added to a number of less than 2^51 it leaves, in the lowest bits, the number rounded to an integer.
const ROUNDER: f64 = 1.5 * (1_u64 << 52) as f64;

const ONE_BY_LN2: f64 = std::f64::consts::LOG2_E;

/// ln 2 in two parts, the first with 20 zero bits at its end, so that its multiples by k are exact.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// r·(e^r + 1)/(e^r − 1) = 2 + P1·r² + P2·r⁴ + … + P5·r¹⁰ for |r| ≤ ½ ln 2, to within 2^−59.
const P1: f64 = 1.666_666_666_666_660_2e-1;
const P2: f64 = -2.777_777_777_701_559_3e-3;
const P3: f64 = 6.613_756_321_437_934e-5;
const P4: f64 = -1.653_390_220_546_525_2e-6;
const P5: f64 = 4.138_136_797_057_238_5e-8;

/// e^x for x ≤ 0, within one unit in the last place; 0 below −708 and for −∞, NaN for NaN.
///
/// The method and the numbers are those of FDLIBM's `e_exp.c` (Sun Microsystems, 1993), which `libm::exp` follows
/// too, with the branches left out: x = k·ln 2 + r with |r| ≤ ½ ln 2, then e^x = 2^k·e^r, and e^r = 1 + r + r·c/(2 − c)
/// with c = r − (P1·r² + … + P5·r¹⁰).
#[inline(always)]
#[must_use]
pub fn exp(x: F64x2) -> F64x2 {
    let rounded = x * F64x2::splat(ONE_BY_LN2) + F64x2::splat(ROUNDER);
    let k = rounded - F64x2::splat(ROUNDER);
    let high = x - k * F64x2::splat(LN2_HIGH);
    let low = k * F64x2::splat(LN2_LOW);
    let r = high - low;

    let square = r * r;
    let mut p = F64x2::splat(P5);
    for coefficient in [P4, P3, P2, P1] {
        p = p * square + F64x2::splat(coefficient);
    }
    let c = r - square * p;
    let one = F64x2::splat(1.0);
    let two = F64x2::splat(2.0);
    let power = one + (high + (r * c / (two - c) - low));

    // A multiplication and not an addition to the exponent, so that NaN stays NaN.
    (power * rounded.power_of_two()).except(F64x2::splat(SMALLEST).gt(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(x: f64) -> f64 {
        let [first, second] = exp(F64x2::new([x, -0.25])).lanes();
        let [other_first, other_second] = exp(F64x2::new([-0.25, x])).lanes();
        assert_eq!((first.to_bits(), second.to_bits()), (other_second.to_bits(), other_first.to_bits()));
        first
    }

    #[test]
    fn it_is_within_one_unit_in_the_last_place_of_libm() {
        let mut differ = 0;
        let steps = 2_000_000;
        for i in 0..steps {
            let x = -708.0 * (f64::from(i) / f64::from(steps)).powi(3);
            let (ours, theirs) = (both(x), libm::exp(x));
            let ulps = ours.to_bits().abs_diff(theirs.to_bits());
            assert!(ulps <= 1, "exp({x}) is {ours}, not {theirs}");
            differ += u32::from(ulps > 0);
        }
        assert!(differ < 100, "{differ} values differ by a unit");
    }

    #[test]
    fn it_ends_in_zero_and_keeps_nan() {
        for x in [-708.5, -745.0, -1e4, -1e300, f64::NEG_INFINITY] {
            assert_eq!(both(x).to_bits(), 0, "exp({x})");
        }
        for nan in [f64::NAN, -f64::NAN, f64::from_bits(0x7ff8_0000_0000_0001), f64::from_bits(0xffff_ffff_ffff_ffff)] {
            assert!(both(nan).is_nan());
        }
        assert_eq!((both(0.0), both(-0.0), both(-1e-300)), (1.0, 1.0, 1.0));
    }
}
