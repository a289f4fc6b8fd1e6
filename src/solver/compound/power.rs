//! Powers of two, in steps that vectorise and round alike everywhere.
//!
//! The nearest 64th of the exponent is looked up, and what is left is so small that five terms of
//! the power series of 2^f are enough.

use std::f64::consts::LN_2;

/// [`Powers::exp2`] is meant for arguments up to this, to either side of zero.
pub const LIMIT: f64 = 1000.0;

/// Steps of the table between 1 and 2.
const STEPS: usize = 64;

/// Adding this, 1.5 times 2^46, rounds to a 64th, and its number then stands in the lowest bits.
const ROUNDER: f64 = 105_553_116_266_496.0;

/// ln(2)^k / k! for k from 1. For |f| up to 1/128 the rest of the series is below 4e-17.
const SERIES: [f64; 5] = [
    LN_2,
    LN_2 * LN_2 / 2.0,
    LN_2 * LN_2 * LN_2 / 6.0,
    LN_2 * LN_2 * LN_2 * LN_2 / 24.0,
    LN_2 * LN_2 * LN_2 * LN_2 * LN_2 / 120.0,
];

/// The table: the bits of 2^(i / 64).
#[derive(Debug, Clone)]
pub struct Powers([u64; STEPS]);

impl Default for Powers {
    fn default() -> Self {
        let mut exponent = 0.0;
        Self([0; STEPS].map(|_| {
            let power = libm::exp2(exponent);
            exponent += 1.0 / STEPS as f64;
            power.to_bits()
        }))
    }
}

impl Powers {
    /// 2^x, within about one unit in the last place, for |x| up to [`LIMIT`]. Beyond, the result
    /// means nothing: callers check what they ask for, once, before the loop.
    #[inline]
    pub fn exp2(&self, x: f64) -> f64 {
        let rounded = x + ROUNDER;
        // The difference is exact.
        let f = x - (rounded - ROUNDER);
        let p = &SERIES;
        let rest = f * ((((p[4] * f + p[3]) * f + p[2]) * f + p[1]) * f + p[0]);
        let step = rounded.to_bits();
        #[allow(clippy::cast_possible_truncation)]
        let entry = self.0[step as usize % STEPS];
        // Adding n to the exponent multiplies by 2^n.
        let near = f64::from_bits(entry.wrapping_add((step / STEPS as u64) << 52));
        near + near * rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compound::stream::Stream;

    #[test]
    fn powers_are_right_to_about_the_last_place() {
        let powers = Powers::default();
        let mut stream = Stream::keyed(1, 2, 3);
        let mut worst: f64 = 0.0;
        for i in 0..200_000 {
            let reach = if i % 2 == 0 { LIMIT } else { 2.0 };
            let x = (2.0 * stream.unit() - 1.0) * reach;
            worst = worst.max((powers.exp2(x) / libm::exp2(x) - 1.0).abs());
        }
        // One unit in the last place is from 1.1e-16 to 2.2e-16.
        assert!(worst < 4.5e-16, "{worst:e}");
    }

    #[test]
    fn whole_powers_are_exact() {
        let powers = Powers::default();
        for n in -1000_i16..=1000 {
            assert_eq!(powers.exp2(n.into()).to_bits(), libm::exp2(n.into()).to_bits(), "{n}");
        }
    }
}
