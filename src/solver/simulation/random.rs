//! Random numbers that depend on a name, a trial and an index, and on nothing else.
//!
//! Philox4x32-10 (Salmon and others, SC 2011) is a pure function of a counter and a key. The counter
//! is the trial, the index and the hash of a name, the key comes from the seed. So results do not
//! depend on threads or on the order of draws, and a new country or fallback leaves every other
//! draw as it was: two runs differ by what differs between their models, not by noise.

/// One block of Philox4x32-10.
#[inline]
pub fn philox(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for _ in 0..10 {
        let [high0, low0] = split(0xD251_1F53 * u64::from(counter[0]));
        let [high1, low1] = split(0xCD9E_8D57 * u64::from(counter[2]));
        counter = [high1 ^ counter[1] ^ key[0], low1, high0 ^ counter[3] ^ key[1], low0];
        key = [key[0].wrapping_add(0x9E37_79B9), key[1].wrapping_add(0xBB67_AE85)];
    }
    counter
}

/// High and low half.
#[inline]
#[expect(clippy::cast_possible_truncation)]
const fn split(wide: u64) -> [u32; 2] {
    [(wide >> 32) as u32, wide as u32]
}

/// A step of splitmix64: spreads the bits of a number over all 64.
pub const fn splitmix64(x: u64) -> u64 {
    let x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// FNV-1a, 64 bits.
pub fn fnv1a64(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name([u32; 2]);

impl Name {
    pub fn new(text: &str) -> Self {
        let [high, low] = split(splitmix64(fnv1a64(text)));
        Self([low, high])
    }
}

/// Draws of one seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    key: [u32; 2],
}

impl Draws {
    /// Seeds are mixed, so that neighbouring seeds have nothing in common.
    pub const fn new(seed: u64) -> Self {
        let [high, low] = split(splitmix64(seed));
        Self { key: [low, high] }
    }

    /// A uniform number in (0, 1): 53 bits, in the middle of their interval, so never 0 or 1.
    #[inline]
    pub fn uniform(self, name: Name, trial: u32, index: u32) -> f64 {
        let [high, low, _, _] = philox([trial, index, name.0[0], name.0[1]], self.key);
        let bits = ((u64::from(high) << 32) | u64::from(low)) >> 11;
        (bits as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers_of_philox() {
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(
            philox([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn hashes_of_the_method() {
        assert_eq!(fnv1a64("AA|N"), 0x88b1_cd8b_9eb8_7ecd);
        assert_eq!(splitmix64(fnv1a64("AA|N")), 0x7d71_cb65_feb3_0350);
        assert_eq!(splitmix64(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(splitmix64(20_260_101), 0xf2ac_d20e_c0fa_d03a);
    }

    #[test]
    fn named_draws_of_the_method() {
        let draws = Draws::new(20_260_101);
        for (name, trial, index, value) in [
            ("AA|N", 0, 0, 0.781_248_338_663_335_3),
            ("AA|N", 1, 0, 0.580_585_048_673_540_7),
            ("AA|duration", 0, 0, 0.747_728_292_077_301_6),
            ("AA|hit|V1", 7, 2, 0.083_336_082_934_418_91),
            ("DD|ready|F5", 99_999, 3, 0.750_623_357_831_705_2),
        ] {
            let drawn = draws.uniform(Name::new(name), trial, index);
            assert!((drawn - value).abs() < 2e-16, "{name}: {drawn}");
        }
    }
}
