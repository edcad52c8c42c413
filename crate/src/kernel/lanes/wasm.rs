//! Lanes by WebAssembly's simd128: most functions are one instruction.

use std::arch::wasm32::*;

/// Two f64.
#[derive(Debug, Clone, Copy)]
pub struct F64x2(v128);

/// A yes or no for each of two f64.
#[derive(Debug, Clone, Copy)]
pub struct Mask64x2(v128);

/// Four f32.
#[derive(Debug, Clone, Copy)]
pub struct F32x4(v128);

/// A yes or no for each of four f32; also four u32 with some of their bits set.
#[derive(Debug, Clone, Copy)]
pub struct Mask32x4(v128);

impl F64x2 {
    /// The same number in both lanes.
    #[must_use]
    #[inline(always)]
    pub fn splat(x: f64) -> F64x2 {
        F64x2(f64x2_splat(x))
    }

    /// A number for each lane.
    #[must_use]
    #[inline(always)]
    pub fn new(lanes: [f64; 2]) -> F64x2 {
        F64x2(f64x2(lanes[0], lanes[1]))
    }

    /// The two numbers.
    #[must_use]
    #[inline(always)]
    pub fn lanes(self) -> [f64; 2] {
        [f64x2_extract_lane::<0>(self.0), f64x2_extract_lane::<1>(self.0)]
    }

    #[inline(always)]
    pub(super) fn add(self, other: F64x2) -> F64x2 {
        F64x2(f64x2_add(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn sub(self, other: F64x2) -> F64x2 {
        F64x2(f64x2_sub(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn mul(self, other: F64x2) -> F64x2 {
        F64x2(f64x2_mul(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn div(self, other: F64x2) -> F64x2 {
        F64x2(f64x2_div(self.0, other.0))
    }

    /// self > other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn gt(self, other: F64x2) -> Mask64x2 {
        Mask64x2(f64x2_gt(self.0, other.0))
    }

    /// self ≤ other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn le(self, other: F64x2) -> Mask64x2 {
        Mask64x2(f64x2_le(self.0, other.0))
    }

    /// `self` where the mask says yes, else `other`.
    #[must_use]
    #[inline(always)]
    pub fn or_else(self, mask: Mask64x2, other: F64x2) -> F64x2 {
        F64x2(v128_bitselect(self.0, other.0, mask.0))
    }

    /// `self` where the mask says yes, else 0.
    #[must_use]
    #[inline(always)]
    pub fn only(self, mask: Mask64x2) -> F64x2 {
        F64x2(v128_and(self.0, mask.0))
    }

    /// 0 where the mask says yes, else `self`.
    #[must_use]
    #[inline(always)]
    pub fn except(self, mask: Mask64x2) -> F64x2 {
        F64x2(v128_andnot(self.0, mask.0))
    }

    /// The first lanes of both.
    #[must_use]
    #[inline(always)]
    pub fn firsts(self, other: F64x2) -> F64x2 {
        F64x2(i64x2_shuffle::<0, 2>(self.0, other.0))
    }

    /// The second lanes of both.
    #[must_use]
    #[inline(always)]
    pub fn seconds(self, other: F64x2) -> F64x2 {
        F64x2(i64x2_shuffle::<1, 3>(self.0, other.0))
    }

    /// 2^k for lanes that are k + 1.5·2^52, −1022 ≤ k ≤ 1023: there k stands in the lowest bits.
    #[must_use]
    #[inline(always)]
    pub fn power_of_two(self) -> F64x2 {
        F64x2(i64x2_add(i64x2_shl(self.0, 52), i64x2_splat(1023 << 52)))
    }
}

impl Mask64x2 {
    /// Yes where one of both says yes and the other does not.
    #[must_use]
    #[inline(always)]
    pub fn differs(self, other: Mask64x2) -> Mask64x2 {
        Mask64x2(v128_xor(self.0, other.0))
    }

    /// Bits 0 and 1 for this mask, 2 and 3 for the next.
    #[must_use]
    #[inline(always)]
    pub fn four_bits(self, next: Mask64x2) -> usize {
        usize::from(i32x4_bitmask(i32x4_shuffle::<1, 3, 5, 7>(self.0, next.0)) & 15)
    }
}

impl F32x4 {
    /// The same number in all lanes.
    #[must_use]
    #[inline(always)]
    pub fn splat(x: f32) -> F32x4 {
        F32x4(f32x4_splat(x))
    }

    /// A number for each lane.
    #[must_use]
    #[inline(always)]
    pub fn new(lanes: [f32; 4]) -> F32x4 {
        F32x4(f32x4(lanes[0], lanes[1], lanes[2], lanes[3]))
    }

    #[inline(always)]
    pub(super) fn add(self, other: F32x4) -> F32x4 {
        F32x4(f32x4_add(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn mul(self, other: F32x4) -> F32x4 {
        F32x4(f32x4_mul(self.0, other.0))
    }

    /// Without its sign.
    #[must_use]
    #[inline(always)]
    pub fn abs(self) -> F32x4 {
        F32x4(f32x4_abs(self.0))
    }

    /// self > other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn gt(self, other: F32x4) -> Mask32x4 {
        Mask32x4(f32x4_gt(self.0, other.0))
    }
}

impl Mask32x4 {
    /// No in all lanes.
    #[must_use]
    #[inline(always)]
    pub fn none() -> Mask32x4 {
        Mask32x4(u32x4(0, 0, 0, 0))
    }

    /// One bit for each lane, the first lane in bit 0.
    #[must_use]
    #[inline(always)]
    pub fn bits(self) -> usize {
        usize::from(u32x4_bitmask(self.0) & 15)
    }

    /// Sets, where `mask` says yes, the bits of `bit` as well.
    #[must_use]
    #[inline(always)]
    pub fn with(self, mask: Mask32x4, bit: u32) -> Mask32x4 {
        Mask32x4(v128_or(self.0, v128_and(mask.0, u32x4_splat(bit))))
    }

    /// The lanes as numbers.
    #[must_use]
    #[inline(always)]
    pub fn lanes(self) -> [u32; 4] {
        [
            u32x4_extract_lane::<0>(self.0),
            u32x4_extract_lane::<1>(self.0),
            u32x4_extract_lane::<2>(self.0),
            u32x4_extract_lane::<3>(self.0),
        ]
    }
}
