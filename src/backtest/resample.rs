//! What might as well have come out: whole histories of countries drawn anew, with replacement.

use serde::Serialize;

/// Share of the draws that an interval holds.
pub const WIDTH: f64 = 0.95;

/// A figure and its interval; each is missing where it cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl Estimate {
    /// The value from the data, the interval from the draws.
    pub fn new(value: f64, mut draws: Vec<f64>) -> Self {
        draws.retain(|draw| draw.is_finite());
        draws.sort_by(f64::total_cmp);
        let tail = (1.0 - WIDTH) / 2.0;
        Self {
            value: value.is_finite().then_some(value),
            low: quantile(&draws, tail),
            high: quantile(&draws, 1.0 - tail),
        }
    }

    /// Is the whole interval above zero?
    pub fn is_clear(&self) -> bool {
        self.low.is_some_and(|low| low > 0.0)
    }
}

/// Between the two nearest of sorted values.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small index")]
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let (below, rest) = (place.floor(), place.fract());
    let low = sorted.get(below as usize)?;
    let high = sorted.get(below as usize + 1).unwrap_or(low);
    Some(low + rest * (high - low))
}

/// How often each country is drawn, as its weight; one list a draw.
pub fn draws(countries: usize, number: u32, seed: u64) -> impl Iterator<Item = Vec<f64>> {
    let mut generator = SplitMix(seed);
    (0..number).map(move |_| {
        let mut weights = vec![0.0; countries];
        for _ in 0..countries {
            weights[generator.below(countries)] += 1.0;
        }
        weights
    })
}

/// The generator `SplitMix64`: the same numbers on every machine.
struct SplitMix(u64);

impl SplitMix {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to below `end`; the bias is below 1e-16.
    #[expect(clippy::cast_possible_truncation, reason = "it is below a usize")]
    const fn below(&mut self, end: usize) -> usize {
        ((self.next() as u128 * end as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_has_its_published_first_value() {
        assert_eq!(SplitMix(0).next(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(SplitMix(20_260_101).next(), 0xf2ac_d20e_c0fa_d03a);
    }

    #[test]
    fn a_draw_takes_as_many_as_there_are() {
        for weights in draws(7, 50, 3) {
            assert!((weights.iter().sum::<f64>() - 7.0).abs() < 1e-12);
        }
        assert_eq!(draws(7, 5, 3).collect::<Vec<_>>(), draws(7, 5, 3).collect::<Vec<_>>());
        assert_ne!(draws(7, 5, 3).collect::<Vec<_>>(), draws(7, 5, 4).collect::<Vec<_>>());
    }

    #[test]
    fn intervals_lie_between_neighbours_and_leave_out_what_is_no_number() {
        let draws = (0..=100).map(f64::from).chain([f64::NAN]).collect();
        let estimate = Estimate::new(50.0, draws);
        let near = |end: Option<f64>, value: f64| (end.unwrap() - value).abs() < 1e-9;
        assert!(near(estimate.low, 2.5) && near(estimate.high, 97.5), "{estimate:?}");
        let none = Estimate::new(f64::NAN, Vec::new());
        assert_eq!((none.value, none.low, none.high), (None, None, None));
    }
}
