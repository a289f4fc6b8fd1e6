//! What the years say: their mean, exact percentiles and the loss-exceedance curve.
//!
//! Percentiles are order statistics, not interpolated. They are found by counting: the buckets that
//! hold wanted ranks are known from the counts alone, and only the few losses in them are sorted.

use super::part::{Part, bucket};

/// Percentiles that are kept: 0, the least, to 99.
pub const LEVELS: usize = 100;

/// The distribution of a year's total.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub years: u64,
    /// The mean total of a year; zero if there is none.
    pub mean: f64,
    /// At index p: the least total that at least p % of the years do not exceed. All are zero if
    /// there is no year.
    pub percentiles: [f64; LEVELS],
}

/// Where an order statistic is: its bucket, and its rank in there from zero.
struct Place {
    level: usize,
    bucket: usize,
    rank: usize,
}

impl Summary {
    /// Of all parts of a run, in the order of their blocks.
    pub fn of(parts: &[Part]) -> Self {
        let years = parts.iter().map(Part::years).sum();
        // Block by block, so that it does not matter how blocks were put into parts.
        let total: f64 = parts.iter().flat_map(|part| &part.sums).sum();
        let mean = if years == 0 { 0.0 } else { total / years as f64 };
        let places = places(parts, years);
        let picked = pick(parts, &places);
        let mut percentiles = [0.0; LEVELS];
        for place in places {
            let before = picked.partition_point(|loss| bucket(*loss) < place.bucket);
            percentiles[place.level] = picked[before + place.rank];
        }
        Self { years, mean, percentiles }
    }

    /// The loss-exceedance curve, from the likely to the rare: a share of years, from 1 down to
    /// 0.01, and the least amount that at most this share exceeds.
    pub fn exceedance(&self) -> impl Iterator<Item = (f64, f64)> {
        let share = |level: usize| (LEVELS - level) as f64 / LEVELS as f64;
        self.percentiles.iter().enumerate().map(move |(level, loss)| (share(level), *loss))
    }
}

/// The places of all percentiles that are losses; the others are years without any.
fn places(parts: &[Part], years: u64) -> Vec<Place> {
    let start = parts.iter().map(|part| part.span.start).min().unwrap_or(0);
    let end = parts.iter().map(|part| part.span.end).max().unwrap_or(0);
    let rank = |level: usize| (level as u64 * years).div_ceil(LEVELS as u64).max(1);
    let quiet: u64 = parts.iter().map(|part| part.quiet).sum();
    let mut levels = (0..LEVELS).skip_while(|level| rank(*level) <= quiet).peekable();
    let mut below = quiet;
    let mut places = Vec::with_capacity(LEVELS);
    for bucket in start..end {
        let here: u64 = parts.iter().map(|part| u64::from(part.counts[bucket])).sum();
        while let Some(level) = levels.next_if(|level| rank(*level) <= below + here) {
            // A vector holds what is counted here, so that it fits.
            #[allow(clippy::cast_possible_truncation)]
            let rank = (rank(level) - below - 1) as usize;
            places.push(Place { level, bucket, rank });
        }
        below += here;
    }
    places
}

/// The losses in the buckets of these places, in order.
fn pick(parts: &[Part], places: &[Place]) -> Vec<f64> {
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let mut wanted = vec![false; last.bucket - first.bucket + 1];
    for place in places {
        wanted[place.bucket - first.bucket] = true;
    }
    let in_wanted = |loss: &&f64| {
        let index = bucket(**loss).wrapping_sub(first.bucket);
        wanted.get(index).is_some_and(|wanted| *wanted)
    };
    let losses = parts.iter().flat_map(|part| part.losses.iter().filter(in_wanted));
    let mut picked: Vec<f64> = losses.copied().collect();
    picked.sort_unstable_by(f64::total_cmp);
    picked
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, by sorting everything.
    fn slowly(mut totals: Vec<f64>) -> Vec<f64> {
        totals.sort_by(f64::total_cmp);
        (0..LEVELS).map(|level| totals[(level * totals.len()).div_ceil(100).max(1) - 1]).collect()
    }

    fn parts(totals: &[f64], size: usize) -> Vec<Part> {
        let part = |totals: &[f64]| {
            let mut part = Part::with_room(totals.len());
            part.add(&mut totals.to_vec());
            part
        };
        totals.chunks(size).map(part).collect()
    }

    fn bits(numbers: &[f64]) -> Vec<u64> {
        numbers.iter().map(|number| number.to_bits()).collect()
    }

    #[test]
    fn percentiles_are_the_order_statistics() {
        let spread = |i: u32| f64::from(i * 7919 % 1013);
        let cases: [Vec<f64>; 6] = [
            vec![3.5],
            vec![0.0],
            (0..250).map(spread).collect(),
            (0..1013).map(|i| libm::exp(spread(i) / 50.0 - 9.0)).collect(),
            (0..1000).map(|i| if i % 50 == 0 { spread(i) + 1.0 } else { 0.0 }).collect(),
            vec![2.0; 333],
        ];
        for totals in cases {
            let expected = bits(&slowly(totals.clone()));
            for size in [1000, 100, 37] {
                let summary = Summary::of(&parts(&totals, size));
                assert_eq!(bits(&summary.percentiles), expected, "{} by {size}", totals.len());
                assert_eq!(summary.years, totals.len() as u64);
            }
        }
    }

    #[test]
    fn the_curve_falls_from_always_to_one_in_a_hundred() {
        let totals: Vec<f64> = (1..=1000).map(f64::from).collect();
        let curve: Vec<(f64, f64)> = Summary::of(&parts(&totals, 400)).exceedance().collect();
        assert_eq!(curve.len(), 100);
        assert!(curve[0] == (1.0, 1.0) && curve[99] == (0.01, 990.0));
        for (share, loss) in curve {
            let exceeding = totals.iter().filter(|total| **total > loss).count();
            assert!(exceeding as f64 <= share * 1000.0);
        }
    }

    #[test]
    fn no_year_is_all_zero() {
        for parts in [vec![], vec![Part::with_room(0)]] {
            let summary = Summary::of(&parts);
            assert_eq!((summary.years, summary.mean.to_bits()), (0, 0));
            assert!(summary.percentiles.iter().all(|loss| *loss == 0.0));
        }
    }
}
