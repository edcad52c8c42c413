//! NumPy's legacy random stream: the numbers of `np.random.seed(s)` and `np.random.randn`.
//!
//! One stream decides everything in a run, so that one seed gives the same points and the same first weights here
//! as in the tutorial's script.

use rand_mt::Mt;

/// NumPy's `RandomState(seed)`: the Mersenne Twister MT19937, and normal variates by Marsaglia's polar method.
#[derive(Clone)]
pub struct RandomState {
    twister: Mt,
    /// The polar method makes two normals at a time; the second waits here for the next call.
    spare: Option<f64>,
}

impl RandomState {
    /// The stream that `np.random.seed(seed)` starts.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        RandomState { twister: Mt::new(seed), spare: None }
    }

    /// Uniform in [0, 1) with all 53 bits: two outputs of the twister, 27 bits of one and 26 of the other
    /// (`genrand_res53` of Matsumoto and Nishimura, as in NumPy's `random_sample`).
    #[inline(never)]
    pub fn uniform(&mut self) -> f64 {
        let high = f64::from(self.twister.next_u32() >> 5);
        let low = f64::from(self.twister.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// One draw from the standard normal distribution, as `np.random.randn()` draws it (`legacy_gauss`).
    ///
    /// Differs from NumPy by at most 2 units in the last place, because the logarithm here is the same on every
    /// machine and NumPy's is the platform's.
    #[inline(never)]
    pub fn normal(&mut self) -> f64 {
        if let Some(second) = self.spare.take() {
            return second;
        }
        loop {
            let x = 2.0 * self.uniform() - 1.0;
            let y = 2.0 * self.uniform() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * libm::log(square) / square).sqrt();
                self.spare = Some(factor * x);
                return factor * y;
            }
        }
    }

    /// The numbers from 0 to `count` − 1 in the order of `np.random.permutation(count)`: from the last place on each changes
    /// with one up to it (the shuffle of Fisher and Yates).
    #[inline(never)]
    pub fn permutation(&mut self, count: usize) -> Vec<usize> {
        let mut order = Vec::new();
        for place in 0..count {
            order.push(place);
        }
        for last in (1..count).rev() {
            order.swap(last, self.up_to(last));
        }
        order
    }

    /// A whole number from 0 to `max`, each as probable as the others: outputs of the twister, cut to as many bits as `max`
    /// has, until one is not too great (NumPy's `random_interval`).
    fn up_to(&mut self, max: usize) -> usize {
        let bits = usize::BITS - max.leading_zeros();
        loop {
            let value = self.twister.next_u32() as usize & ((1 << bits) - 1);
            if value <= max {
                return value;
            }
        }
    }
}
