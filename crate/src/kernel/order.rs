//! A sort in a few lines.
//!
//! The library's sorts are quicker on long lists, and ten times as much code for each type of their elements.

/// The distances of Ciura (2001), which serve well up to some thousands of elements.
const GAPS: [usize; 9] = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

/// Shell's sort: insertion sort of elements far apart, then ever nearer. Equal elements may change places.
pub fn shell_sort<T: Copy>(list: &mut [T], less: impl Fn(&T, &T) -> bool) {
    for gap in GAPS {
        for start in gap..list.len() {
            let element = list[start];
            let mut hole = start;
            while hole >= gap && less(&element, &list[hole - gap]) {
                list[hole] = list[hole - gap];
                hole -= gap;
            }
            list[hole] = element;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_sorts(mut list in prop::collection::vec(0..1000_u32, 0..3000)) {
            let mut expected = list.clone();
            expected.sort_unstable();
            shell_sort(&mut list, |a, b| a < b);
            prop_assert_eq!(list, expected);
        }
    }
}
