//! The countries and what was known of them, year by year.

use thiserror::Error;

use crate::knowledge::{Backtest, Fault, Knowledge, Levers, Populations};

/// What the tables lack for a forecast.
#[derive(Debug, Error)]
pub enum Gap {
    #[error("rates/starts.csv has no country")]
    NoCountry,
    #[error("rates/streams.toml counts {0} to {1}: too few years before the first forecast")]
    TooFewYears(i16, i16),
    #[error("rates/starts.csv has no column `{0}`")]
    NoColumn(String),
    #[error("rates/levers.csv has no row of {0} or before")]
    NoLevers(i16),
    #[error("rates/population.csv has no row of {0} or before")]
    NoPopulation(i16),
    #[error("{0}")]
    Table(Box<Fault>),
}

/// Everything that forecasts are made of.
#[derive(Debug)]
pub struct Panel<'k> {
    pub knowledge: &'k Knowledge,
    pub parameters: &'k Backtest,
    /// Countries with counts, by code.
    pub codes: Vec<&'k str>,
    /// First and last year with counts.
    pub years: [i16; 2],
    pub levers: Levers,
    pub populations: Populations,
}

/// Starts of one outcome: a row a country, a column a year.
#[derive(Debug)]
pub struct Counts {
    first: i16,
    rows: Vec<Vec<f64>>,
}

impl<'k> Panel<'k> {
    /// Reads the tables that no other command needs.
    pub fn read(knowledge: &'k Knowledge) -> Result<Self, Gap> {
        let rates = &knowledge.rates;
        if rates.starts.is_empty() {
            return Err(Gap::NoCountry);
        }
        let fault = |fault| Gap::Table(Box::new(fault));
        let panel = Self {
            knowledge,
            parameters: &rates.backtest,
            codes: rates.starts.keys().map(String::as_str).collect(),
            years: rates.streams.years,
            levers: rates.history.levers().map_err(fault)?,
            populations: rates.history.populations().map_err(fault)?,
        };
        let ([first, last], [from, to]) = (panel.range(), panel.years);
        if first <= last { Ok(panel) } else { Err(Gap::TooFewYears(from, to)) }
    }

    /// Years whose end can be stood at: from the first that can be forecast to the last counted.
    pub const fn range(&self) -> [i16; 2] {
        [self.years[0].saturating_add(self.parameters.fewest_years), self.years[1]]
    }

    /// The starts that a column counts. A year without a row counts none.
    pub fn counts(&self, column: &str) -> Result<Counts, Gap> {
        let [first, last] = self.years;
        let starts = &self.knowledge.rates.starts;
        if !starts.values().any(|country| country.by_column.contains_key(column)) {
            return Err(Gap::NoColumn(column.to_owned()));
        }
        let row = |code: &&str| {
            let counted = starts.get(*code).and_then(|country| country.by_column.get(column));
            let of = |year| counted.and_then(|counts| counts.get(&year)).copied();
            (first..=last).map(|year| of(year).unwrap_or(0.0)).collect()
        };
        Ok(Counts { first, rows: self.codes.iter().map(row).collect() })
    }
}

impl Counts {
    /// Starts of a country in each year before `year`, the first year first.
    pub fn before(&self, country: usize, year: i16) -> &[f64] {
        let years = usize::try_from(year - self.first).unwrap_or(0);
        let row = &self.rows[country];
        &row[..years.min(row.len())]
    }

    /// Did anything start in the year?
    pub fn any(&self, country: usize, year: i16) -> bool {
        self.before(country, year + 1).last().is_some_and(|count| *count > 0.0)
    }
}
