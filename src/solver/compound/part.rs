//! Simulated years, compact: only those with a loss are stored.

use std::ops::Range;

/// Bits of a number that do not choose its bucket: 1,024 buckets are left to each power of two.
pub(super) const SHIFT: u32 = 42;
const BUCKETS: usize = 1 << (63 - SHIFT);

/// A number's bucket. For positive numbers the order of the bits is the order of the numbers.
#[inline]
#[allow(clippy::cast_possible_truncation)]
pub(super) fn bucket(loss: f64) -> usize {
    (loss.to_bits() >> SHIFT) as usize % BUCKETS
}

/// Some consecutive blocks of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Totals of the years that lost something, in the order of the years.
    pub losses: Vec<f64>,
    /// Years that lost nothing.
    pub quiet: u64,
    /// The sum of each block.
    pub sums: Vec<f64>,
    /// How many losses each bucket has. A system that hands out zeroed pages on demand gives memory
    /// only to the few that are touched.
    pub(super) counts: Vec<u32>,
    /// The buckets from the lowest that has a loss to behind the highest.
    pub(super) span: Range<usize>,
}

impl Part {
    /// A part without years that has room for some.
    pub(super) fn with_room(years: usize) -> Self {
        Self {
            losses: Vec::with_capacity(years),
            quiet: 0,
            sums: Vec::new(),
            counts: vec![0; BUCKETS],
            span: Range { start: BUCKETS, end: 0 },
        }
    }

    /// Years with and without loss.
    pub fn years(&self) -> u64 {
        self.quiet + self.losses.len() as u64
    }

    /// Adds the years of one block, whose totals are used up.
    pub(super) fn add(&mut self, totals: &mut [f64]) {
        let years = totals.len();
        let some = gather(totals);
        let losses = &totals[..some];
        self.losses.extend_from_slice(losses);
        self.quiet += (years - some) as u64;
        self.sums.push(sum(losses));
        let (mut low, mut high) = (f64::MAX, 0.0);
        for loss in losses {
            low = if *loss < low { *loss } else { low };
            high = if *loss > high { *loss } else { high };
            self.counts[bucket(*loss)] += 1;
        }
        if some > 0 {
            self.span.start = self.span.start.min(bucket(low));
            self.span.end = self.span.end.max(bucket(high) + 1);
        }
    }
}

/// Moves what is not zero to the front, and says how many these are. It has no branch, since one
/// could not be foretold.
fn gather(totals: &mut [f64]) -> usize {
    let mut some = 0;
    for index in 0..totals.len() {
        let total = totals[index];
        totals[some] = total;
        some += usize::from(total.to_bits() != 0);
    }
    some
}

/// A sum in an order that is fixed and yet vectorises: eight sums side by side.
fn sum(numbers: &[f64]) -> f64 {
    let (rows, rest) = numbers.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for row in rows {
        for (sum, number) in sums.iter_mut().zip(row) {
            *sum += number;
        }
    }
    sums.iter().chain(rest).sum()
}
