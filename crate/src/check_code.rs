//! Four characters that tell whether two people look at the same run at the same step: a student's hand-in shows them,
//! and whoever repeats the experiment gets the same ones.

use crate::run::Run;

/// Crockford's base 32: no I, L, O or U, which are easily misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The check code of a run where it stands.
///
/// The lowest 20 bits, most significant first, of the 64-bit FNV-1a hash (Fowler, Noll and Vo,
/// <https://www.rfc-editor.org/rfc/rfc9923>) of: the step as u32; x and y as f64 and the label as u8 of every point; every
/// parameter of the left classifier and then of the right one, layer by layer, weights row by row and then biases; all of
/// them with the least significant byte first.
#[must_use]
pub fn check_code(run: &Run) -> String {
    let mut hash = Fnv1a::new();
    hash.add(&run.steps().to_le_bytes());
    let (points, labels) = (&run.data().points, &run.data().labels);
    for (i, &label) in labels.iter().enumerate() {
        hash.add(&points[[i, 0]].to_bits().to_le_bytes());
        hash.add(&points[[i, 1]].to_bits().to_le_bytes());
        hash.add(&[label]);
    }
    for parameter in &*run.state() {
        hash.add(&parameter.to_bits().to_le_bytes());
    }
    let mut code = String::new();
    for shift in [15, 10, 5, 0] {
        code.push(char::from(DIGITS[(hash.0 >> shift) as usize & 31]));
    }
    code
}

struct Fnv1a(u64);

impl Fnv1a {
    fn new() -> Self {
        Fnv1a(0xcbf2_9ce4_8422_2325)
    }

    #[inline(never)]
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{run::CLASSIFIERS, settings::Settings};

    #[test]
    fn the_hash_is_fnv_1a() {
        // From the authors' table of test vectors.
        for (text, known) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            let mut hash = Fnv1a::new();
            hash.add(text.as_bytes());
            assert_eq!(hash.0, known);
        }
    }

    #[test]
    fn the_code_depends_on_step_points_and_every_parameter() {
        let small = Settings { points: 4, hidden: 2, ..Settings::default() };
        let mut run = Run::new(&small);
        let begun = check_code(&run);
        assert!(begun.len() == 4 && begun.bytes().all(|digit| DIGITS.contains(&digit)));
        assert_eq!(begun, check_code(&Run::new(&small)));
        assert_ne!(begun, check_code(&Run::new(&Settings { noise: 0.3, ..small })));
        run.edit(CLASSIFIERS[1], |network| network.layer_mut(1).biases[2] = 1e-300).unwrap();
        assert_ne!(begun, check_code(&run));
        run.edit(CLASSIFIERS[1], |network| network.layer_mut(1).biases[2] = 0.0).unwrap();
        assert_eq!(begun, check_code(&run));
        let rates = run.rates();
        run.restore(1, &run.state(), run.known(), rates);
        assert_ne!(begun, check_code(&run), "the step counts");
    }
}
