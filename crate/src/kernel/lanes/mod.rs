//! Two f64 or four f32 side by side, the only vectors that the kernels know.
//!
//! One interface, two makers of it: WebAssembly's simd128, and plain arrays for everything else. Both round each lane as IEEE 754 says and none fuses a multiplication with an addition, so they give the same bits
//! (a NaN's sign and payload apart, which nothing here looks at). `--cfg portable_lanes` asks for the arrays anywhere.

use std::ops::{Add, AddAssign, Div, Mul, Sub};

#[cfg(all(target_arch = "wasm32", target_feature = "simd128", not(portable_lanes)))]
#[path = "wasm.rs"]
mod maker;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128", not(portable_lanes))))]
#[path = "portable.rs"]
mod maker;

pub use maker::{F32x4, F64x2, Mask32x4, Mask64x2};

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
