//! Three numbers for each class, and sums of them.

use crate::kernel::lanes::F64x2;

/// One number for each class but class 0, which the others are compared with: class k has the lane
/// `[(k − 1) / 2][(k − 1) % 2]`.
pub(super) type PerClass<const PAIRS: usize> = [F64x2; PAIRS];

/// For each class three numbers that belong to x, y and 1: on the way forward the coefficients of a linear function
/// of the plane, on the way back the moments Σs·x, Σs·y, Σs.
pub(super) type Triple<const PAIRS: usize> = [PerClass<PAIRS>; 3];

/// The 16 sums of some of four triples: bit i of the index tells whether the i-th is in.
pub(super) type SubsetSums<const PAIRS: usize> = [Triple<PAIRS>; 16];

pub(super) fn zeros<const PAIRS: usize>() -> Triple<PAIRS> {
    [[F64x2::zero(); PAIRS]; 3]
}

#[inline(always)]
pub(super) fn plus<const PAIRS: usize>(a: &Triple<PAIRS>, b: &Triple<PAIRS>) -> Triple<PAIRS> {
    std::array::from_fn(|part| std::array::from_fn(|pair| a[part][pair] + b[part][pair]))
}

/// The last of the sixteen alone: the sum of all four.
#[inline(always)]
pub(super) fn sum_of_four<const PAIRS: usize>([a, b, c, d]: &[Triple<PAIRS>; 4]) -> Triple<PAIRS> {
    plus(&plus(&plus(a, b), c), d)
}

/// All sixteen by eleven additions, for each number one after the other.
#[inline(always)]
pub(super) fn subset_sums<const PAIRS: usize>(four: &[Triple<PAIRS>; 4], sums: &mut SubsetSums<PAIRS>) {
    for part in 0..3 {
        for pair in 0..PAIRS {
            let [a, b, c, d] = [0, 1, 2, 3].map(|i| four[i][part][pair]);
            let ab = a + b;
            let without_d = [F64x2::zero(), a, b, ab, c, a + c, b + c, ab + c];
            for (i, sum) in without_d.into_iter().enumerate() {
                sums[i][part][pair] = sum;
                sums[i + 8][part][pair] = if i == 0 { d } else { sum + d };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_of_the_index_tell_what_is_in_the_sum() {
        let four =
            [1.0, 10.0, 100.0, 1000.0].map(|x| [[F64x2::new([x, -x])], [F64x2::splat(2.0 * x)], [F64x2::zero()]]);
        let mut sums = [zeros::<1>(); 16];
        subset_sums(&four, &mut sums);
        for (bits, sum) in sums.iter().enumerate() {
            let expected: f64 = (0..4).filter(|i| bits >> i & 1 == 1).map(|i| [1.0, 10.0, 100.0, 1000.0][i]).sum();
            assert_eq!(sum[0][0].lanes(), [expected, -expected]);
            assert_eq!(sum[1][0].lanes(), [2.0 * expected; 2]);
        }
        assert_eq!(sum_of_four(&four)[0][0].lanes(), sums[15][0][0].lanes());
    }
}
