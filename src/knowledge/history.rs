//! Levers and populations by year. Only a look at past years needs them, so their text is kept and
//! read when it is asked for: every other command starts without the cost.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Fault, Lint, files::EMBEDDED, tables};

/// Name of the table of levers.
pub(super) const LEVERS: &str = "rates/levers.csv";
/// Name of the table of populations.
pub(super) const POPULATION: &str = "rates/population.csv";

/// Indices of how free a country is, by code and year; each the higher, the freer.
pub type Levers = BTreeMap<String, BTreeMap<i16, Vec<f64>>>;
/// People, by code and year.
pub type Populations = BTreeMap<String, BTreeMap<i16, u64>>;

/// The texts of an overlay, where it has them; the embedded ones hold otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct History {
    pub(super) levers: Option<String>,
    pub(super) population: Option<String>,
}

impl History {
    /// The levers of every country and year.
    pub fn levers(&self) -> Result<Levers, Fault> {
        read(LEVERS, self.levers.as_deref(), tables::levers)
    }

    /// The population of every country and year.
    pub fn populations(&self) -> Result<Populations, Fault> {
        read(POPULATION, self.population.as_deref(), tables::population)
    }

    /// Names of the tables that an overlay replaces: those of the program were proved sound when it
    /// was tested.
    pub(super) fn replaced(&self) -> impl Iterator<Item = &'static str> {
        let levers = self.levers.as_ref().map(|_| LEVERS);
        levers.into_iter().chain(self.population.as_ref().map(|_| POPULATION))
    }

    /// Codes of the countries of a table.
    pub(super) fn codes(&self, name: &str) -> Vec<String> {
        if name == LEVERS {
            self.levers().map(|table| table.into_keys().collect()).unwrap_or_default()
        } else {
            self.populations().map(|table| table.into_keys().collect()).unwrap_or_default()
        }
    }
}

fn read<T>(
    name: &'static str,
    own: Option<&str>,
    parse: fn(&str) -> Result<T, String>,
) -> Result<T, Fault> {
    let embedded = || EMBEDDED.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
    let text = own.or_else(embedded).unwrap_or_default();
    parse(text).map_err(|what| Fault::new(Lint::Unreadable, name, what))
}
