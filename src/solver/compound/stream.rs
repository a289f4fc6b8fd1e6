//! Random bits: one stream for each seed, scenario and block of years.
//!
//! The generator is xoshiro256++ (Blackman and Vigna, Scrambled linear pseudorandom number
//! generators, ACM Transactions on Mathematical Software 47, 2021), seeded by SplitMix64 as its
//! authors advise. Eight of them side by side would be quicker with AVX-512 and slower without.

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): a bijection that scatters its input.
const fn scatter(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The next output of SplitMix64.
const fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    scatter(*state)
}

/// A stable hash of a name: FNV-1a in 64 bits.
pub fn name_key(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A stream of random words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream([u64; 4]);

impl Stream {
    /// The stream of one scenario in one block. It depends on nothing else, so that neither threads
    /// nor other scenarios change it.
    pub fn keyed(seed: u64, name: u64, block: u64) -> Self {
        let mut key = scatter(scatter(scatter(seed) ^ name) ^ block);
        Self(std::array::from_fn(|_| split_mix(&mut key)))
    }

    /// The next word.
    #[inline]
    pub const fn word(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let word = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        word
    }

    /// Fills a row with the next words. Kept apart so that the state stays in four registers: next
    /// to vector code the compiler packs it into vectors, which takes five times as long.
    #[inline(never)]
    pub fn fill(&mut self, words: &mut [u64]) {
        for word in words {
            *word = self.word();
        }
    }

    /// The next number in [0, 1): the upper 53 bits of a word.
    pub fn unit(&mut self) -> f64 {
        // Both steps are exact: the integer has 53 bits and the factor is a power of two.
        (self.word() >> 11) as f64 * (f64::EPSILON / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generators_are_those_of_their_authors() {
        let mut stream = Stream([1, 2, 3, 4]);
        let words: [u64; 5] = std::array::from_fn(|_| stream.word());
        assert_eq!(
            words,
            [
                41_943_041,
                58_720_359,
                3_588_806_011_781_223,
                3_591_011_842_654_386,
                9_228_616_714_210_784_205
            ]
        );
        let mut state = 1_477_776_061_723_855_037;
        assert_eq!(split_mix(&mut state), 1_985_237_415_132_408_290);
        assert_eq!(split_mix(&mut state), 2_979_275_885_539_914_483);
        assert_eq!(name_key("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn each_part_of_the_key_chooses_another_stream() {
        let first = |mut stream: Stream| stream.word();
        let words = [
            first(Stream::keyed(0, 0, 0)),
            first(Stream::keyed(1, 0, 0)),
            first(Stream::keyed(0, 1, 0)),
            first(Stream::keyed(0, 0, 1)),
            first(Stream::keyed(1, 0, 1)),
            first(Stream::keyed(0, 1, 1)),
        ];
        let different: std::collections::BTreeSet<u64> = words.into();
        assert_eq!(different.len(), words.len());
    }

    #[test]
    fn units_are_uniform() {
        let mut stream = Stream::keyed(1, 2, 3);
        let count = 100_000;
        let mean = (0..count).map(|_| stream.unit()).sum::<f64>() / f64::from(count);
        // Five standard errors.
        assert!((mean - 0.5).abs() < 5.0 * (1.0 / 12.0 / f64::from(count)).sqrt());
        assert!((0..count).map(|_| stream.unit()).all(|unit| (0.0..1.0).contains(&unit)));
    }
}
