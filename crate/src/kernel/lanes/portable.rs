//! Lanes as plain arrays, for machines without their own maker and to check the makers against.

/// Two f64.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub struct F64x2([f64; 2]);

/// A yes or no for each of two f64.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub struct Mask64x2([u64; 2]);

/// Four f32.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub struct F32x4([f32; 4]);

/// A yes or no for each of four f32; also four u32 with some of their bits set.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub struct Mask32x4([u32; 4]);

impl F64x2 {
    /// The same number in both lanes.
    #[must_use]
    #[inline(always)]
    pub fn splat(x: f64) -> F64x2 {
        F64x2([x, x])
    }

    /// A number for each lane.
    #[must_use]
    #[inline(always)]
    pub fn new(lanes: [f64; 2]) -> F64x2 {
        F64x2(lanes)
    }

    /// The two numbers.
    #[must_use]
    #[inline(always)]
    pub fn lanes(self) -> [f64; 2] {
        self.0
    }

    #[inline(always)]
    pub(super) fn add(self, other: F64x2) -> F64x2 {
        F64x2([self.0[0] + other.0[0], self.0[1] + other.0[1]])
    }

    #[inline(always)]
    pub(super) fn sub(self, other: F64x2) -> F64x2 {
        F64x2([self.0[0] - other.0[0], self.0[1] - other.0[1]])
    }

    #[inline(always)]
    pub(super) fn mul(self, other: F64x2) -> F64x2 {
        F64x2([self.0[0] * other.0[0], self.0[1] * other.0[1]])
    }

    #[inline(always)]
    pub(super) fn div(self, other: F64x2) -> F64x2 {
        F64x2([self.0[0] / other.0[0], self.0[1] / other.0[1]])
    }

    /// self > other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn gt(self, other: F64x2) -> Mask64x2 {
        Mask64x2([yes(self.0[0] > other.0[0]), yes(self.0[1] > other.0[1])])
    }

    /// self ≤ other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn le(self, other: F64x2) -> Mask64x2 {
        Mask64x2([yes(self.0[0] <= other.0[0]), yes(self.0[1] <= other.0[1])])
    }

    /// `self` where the mask says yes, else `other`.
    #[must_use]
    #[inline(always)]
    pub fn or_else(self, mask: Mask64x2, other: F64x2) -> F64x2 {
        let pick = |lane: usize| (self.0[lane].to_bits() & mask.0[lane]) | (other.0[lane].to_bits() & !mask.0[lane]);
        F64x2([f64::from_bits(pick(0)), f64::from_bits(pick(1))])
    }

    /// `self` where the mask says yes, else 0.
    #[must_use]
    #[inline(always)]
    pub fn only(self, mask: Mask64x2) -> F64x2 {
        let keep = |lane: usize| f64::from_bits(self.0[lane].to_bits() & mask.0[lane]);
        F64x2([keep(0), keep(1)])
    }

    /// 0 where the mask says yes, else `self`.
    #[must_use]
    #[inline(always)]
    pub fn except(self, mask: Mask64x2) -> F64x2 {
        let keep = |lane: usize| f64::from_bits(self.0[lane].to_bits() & !mask.0[lane]);
        F64x2([keep(0), keep(1)])
    }

    /// The first lanes of both.
    #[must_use]
    #[inline(always)]
    pub fn firsts(self, other: F64x2) -> F64x2 {
        F64x2([self.0[0], other.0[0]])
    }

    /// The second lanes of both.
    #[must_use]
    #[inline(always)]
    pub fn seconds(self, other: F64x2) -> F64x2 {
        F64x2([self.0[1], other.0[1]])
    }

    /// 2^k for lanes that are k + 1.5·2^52, −1022 ≤ k ≤ 1023: there k stands in the lowest bits.
    #[must_use]
    #[inline(always)]
    pub fn power_of_two(self) -> F64x2 {
        F64x2(self.0.map(|x| f64::from_bits((x.to_bits() << 52).wrapping_add(1023 << 52))))
    }
}

impl Mask64x2 {
    /// Yes where one of both says yes and the other does not.
    #[must_use]
    #[inline(always)]
    pub fn differs(self, other: Mask64x2) -> Mask64x2 {
        Mask64x2([self.0[0] ^ other.0[0], self.0[1] ^ other.0[1]])
    }

    /// Bits 0 and 1 for this mask, 2 and 3 for the next.
    #[must_use]
    #[inline(always)]
    pub fn four_bits(self, next: Mask64x2) -> usize {
        let [a, b] = self.0.map(|yes| (yes & 1) as usize);
        let [c, d] = next.0.map(|yes| (yes & 1) as usize);
        a | b << 1 | c << 2 | d << 3
    }
}

impl F32x4 {
    /// The same number in all lanes.
    #[must_use]
    #[inline(always)]
    pub fn splat(x: f32) -> F32x4 {
        F32x4([x; 4])
    }

    /// A number for each lane.
    #[must_use]
    #[inline(always)]
    pub fn new(lanes: [f32; 4]) -> F32x4 {
        F32x4(lanes)
    }

    #[inline(always)]
    pub(super) fn add(self, other: F32x4) -> F32x4 {
        F32x4(std::array::from_fn(|lane| self.0[lane] + other.0[lane]))
    }

    #[inline(always)]
    pub(super) fn mul(self, other: F32x4) -> F32x4 {
        F32x4(std::array::from_fn(|lane| self.0[lane] * other.0[lane]))
    }

    /// Without its sign.
    #[must_use]
    #[inline(always)]
    pub fn abs(self) -> F32x4 {
        F32x4(self.0.map(f32::abs))
    }

    /// self > other; no where either is NaN.
    #[must_use]
    #[inline(always)]
    pub fn gt(self, other: F32x4) -> Mask32x4 {
        Mask32x4(std::array::from_fn(|lane| if self.0[lane] > other.0[lane] { u32::MAX } else { 0 }))
    }
}

impl Mask32x4 {
    /// No in all lanes.
    #[must_use]
    #[inline(always)]
    pub fn none() -> Mask32x4 {
        Mask32x4([0; 4])
    }

    /// One bit for each lane, the first lane in bit 0.
    #[must_use]
    #[inline(always)]
    pub fn bits(self) -> usize {
        let [a, b, c, d] = self.0.map(|yes| (yes & 1) as usize);
        a | b << 1 | c << 2 | d << 3
    }

    /// Sets, where `mask` says yes, the bits of `bit` as well.
    #[must_use]
    #[inline(always)]
    pub fn with(self, mask: Mask32x4, bit: u32) -> Mask32x4 {
        Mask32x4(std::array::from_fn(|lane| self.0[lane] | mask.0[lane] & bit))
    }

    /// The lanes as numbers.
    #[must_use]
    #[inline(always)]
    pub fn lanes(self) -> [u32; 4] {
        self.0
    }
}

/// All bits set for yes, none for no.
#[inline(always)]
fn yes(answer: bool) -> u64 {
    if answer { u64::MAX } else { 0 }
}
