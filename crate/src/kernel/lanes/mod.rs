//! Two f64 or four f32 side by side, the only vectors that the kernels know.
//!
//! One interface with two implementations: WebAssembly's simd128, and plain arrays for everything else. Both round each lane as
//! IEEE 754 says and none fuses a multiplication with an addition, so they give the same bits (a NaN's sign and payload apart,
//! which nothing here looks at). `--cfg portable_lanes` asks for the arrays anywhere.

use std::ops::{Add, AddAssign, Div, Mul, Sub};

#[cfg(all(target_arch = "wasm32", target_feature = "simd128", not(portable_lanes)))]
#[path = "wasm.rs"]
mod implementation;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128", not(portable_lanes))))]
#[path = "portable.rs"]
mod implementation;

pub use implementation::{F32x4, F64x2, Mask32x4, Mask64x2};

impl F64x2 {
    /// 0 in both lanes.
    #[inline(always)]
    #[must_use]
    pub fn zero() -> F64x2 {
        F64x2::splat(0.0)
    }

    /// The two lanes added, the first one first.
    #[inline(always)]
    #[must_use]
    pub fn sum(self) -> f64 {
        let [first, second] = self.lanes();
        first + second
    }
}

/// Operators from the makers' functions of the same names.
macro_rules! operators {
    ($lanes:ty: $($operator:ident $function:ident),*) => {
        $(impl $operator for $lanes {
            type Output = Self;
            #[inline(always)]
            fn $function(self, other: Self) -> Self {
                self.$function(other)
            }
        })*
    };
}

operators!(F64x2: Add add, Sub sub, Mul mul, Div div);
operators!(F32x4: Add add, Mul mul);

impl AddAssign for F64x2 {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: [f64; 8] = [0.0, -0.0, 1.5, -2.5, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, f64::MIN_POSITIVE];

    #[test]
    fn comparisons_and_choices_are_those_of_single_numbers() {
        for a in ODD {
            for b in ODD {
                let [x, y] = [F64x2::new([a, b]), F64x2::new([b, a])];
                let same = |lanes: F64x2, expected: [f64; 2]| {
                    assert_eq!(lanes.lanes().map(f64::to_bits), expected.map(f64::to_bits), "{a} {b}");
                };
                let pick = |yes: bool, a: f64, b: f64| if yes { a } else { b };
                same(x.or_else(x.gt(y), y), [pick(a > b, a, b), pick(b > a, b, a)]);
                same(x.only(x.gt(y)), [pick(a > b, a, 0.0), pick(b > a, b, 0.0)]);
                same(x.except(x.le(y)), [pick(a <= b, 0.0, a), pick(b <= a, 0.0, b)]);
                same(x.only(x.gt(y).differs(x.le(y))), [pick(a > b || a <= b, a, 0.0), pick(b > a || b <= a, b, 0.0)]);
                same(x.firsts(y), [a, b]);
                same(x.seconds(y), [b, a]);
                let bits = [a > b, b > a, b > a, a > b].map(usize::from);
                assert_eq!(x.gt(y).four_bits(y.gt(x)), bits[0] | bits[1] << 1 | bits[2] << 2 | bits[3] << 3);
            }
        }
    }

    #[test]
    fn arithmetic_rounds_each_lane_alone() {
        let mut seed = 1_u64;
        let mut number = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 11) as f64 * 1e-12 - 4500.0
        };
        for _ in 0..1000 {
            let ([a, b], [c, d]) = ([number(), number()], [number(), number()]);
            let (x, y) = (F64x2::new([a, b]), F64x2::new([c, d]));
            assert_eq!((x + y).lanes(), [a + c, b + d]);
            assert_eq!((x - y).lanes(), [a - c, b - d]);
            assert_eq!((x * y).lanes(), [a * c, b * d]);
            assert_eq!((x / y).lanes(), [a / c, b / d]);
            assert_eq!((x * y + x).lanes(), [a * c + a, b * d + b], "not fused");
        }
    }

    #[test]
    fn four_single_numbers_give_their_bits_in_order() {
        let x = F32x4::new([1.0, -2.0, f32::NAN, 4.0]);
        let mask = x.abs().gt(F32x4::splat(1.0));
        assert_eq!(mask.bits(), 0b1010);
        assert_eq!(Mask32x4::none().with(mask, 4).with(x.gt(F32x4::splat(0.0)), 1).lanes(), [1, 4, 0, 5]);
    }
}
