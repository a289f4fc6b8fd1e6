//! Four ways to forecast, from what was known before the year: three to be compared with, and the
//! rule itself.

use serde::Serialize;

use super::{
    cells::{CELLS, Cell},
    panel::Counts,
    prior::{Prior, fit},
};
use crate::knowledge::Backtest;

/// A way to forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The share of country-years so far with a start: the same for all.
    Climatology,
    /// How often a year with or without a start was followed by one with a start.
    Persistence,
    /// The country's own starts, drawn to the mean of all countries.
    OwnRate,
    /// The same, drawn to the mean of countries of its tier and size: the rule of this program.
    TierAndSize,
}

impl Way {
    pub const ALL: [Self; 4] =
        [Self::Climatology, Self::Persistence, Self::OwnRate, Self::TierAndSize];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Climatology => "Climatology",
            Self::Persistence => "Persistence",
            Self::OwnRate => "Own rate",
            Self::TierAndSize => "Tier and size",
        }
    }
}

/// What is known of one outcome before a year.
#[derive(Debug)]
pub struct Known<'a> {
    pub parameters: &'a Backtest,
    pub counts: &'a Counts,
    pub cells: &'a [Cell],
    /// The year that is forecast.
    pub year: i16,
    /// Starts of each country so far, at most so many a year.
    pub totals: Vec<f64>,
    /// Years of counts.
    pub years: f64,
}

impl<'a> Known<'a> {
    pub fn new(
        parameters: &'a Backtest,
        counts: &'a Counts,
        cells: &'a [Cell],
        year: i16,
        cap: f64,
    ) -> Self {
        let before = |country| counts.before(country, year);
        let total = |country| before(country).iter().map(|count| count.min(cap)).sum();
        let totals = (0..cells.len()).map(total).collect();
        Self { parameters, counts, cells, year, totals, years: before(0).len() as f64 }
    }

    /// Probability of at least one start in the year, by country.
    pub fn forecast(&self, way: Way) -> Vec<f64> {
        match way {
            Way::Climatology => vec![self.base_rate(); self.cells.len()],
            Way::Persistence => self.persistence(),
            Way::OwnRate => self.by_prior(&self.own_prior(), &vec![0; self.cells.len()]),
            Way::TierAndSize => self.by_prior(&self.prior(), &self.indices()),
        }
    }

    /// The prior of each cell.
    pub fn prior(&self) -> Prior {
        fit(self.parameters, &self.totals, self.years, &self.indices(), CELLS)
    }

    fn own_prior(&self) -> Prior {
        fit(self.parameters, &self.totals, self.years, &vec![0; self.cells.len()], 1)
    }

    fn indices(&self) -> Vec<usize> {
        self.cells.iter().map(|cell| cell.index()).collect()
    }

    fn by_prior(&self, prior: &Prior, cells: &[usize]) -> Vec<f64> {
        let one = |(count, cell): (&f64, &usize)| prior.forecast(*cell, *count, self.years);
        self.totals.iter().zip(cells).map(one).collect()
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        (0..self.cells.len()).map(|country| self.counts.before(country, self.year))
    }

    fn base_rate(&self) -> f64 {
        let started = self.rows().flatten().filter(|count| **count > 0.0).count();
        started as f64 / (self.years * self.cells.len() as f64)
    }

    fn persistence(&self) -> Vec<f64> {
        let mut seen = [[0.0_f64; 2]; 2];
        for pair in self.rows().flat_map(|row| row.windows(2)) {
            seen[usize::from(pair[0] > 0.0)][usize::from(pair[1] > 0.0)] += 1.0;
        }
        let (weight, base) = (self.parameters.persistence_weight, self.base_rate());
        let after = |[without, with]: [f64; 2]| (with + weight * base) / (without + with + weight);
        let last = |row: &[f64]| row.last().is_some_and(|count| *count > 0.0);
        // Without a weight, a state that was never seen says nothing of its own.
        let after = seen.map(after).map(|share| if share.is_finite() { share } else { base });
        self.rows().map(|row| after[usize::from(last(row))]).collect()
    }
}
