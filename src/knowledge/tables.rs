//! The tables of a knowledge base that are CSV files: countries, campaign counts, tiers.

use std::collections::BTreeMap;

use super::{Starts, Tier};

/// Campaign counts by country.
pub type StartsTable = BTreeMap<String, Starts>;
/// Tiers by country.
pub type TiersTable = BTreeMap<String, Tier>;

/// `countries.csv`: code and name.
pub fn countries(text: &str) -> Result<BTreeMap<String, String>, String> {
    rows(text)?.into_iter().map(|row| Ok((row.text("code")?, row.text("name")?))).collect()
}

/// `rates/starts.csv`: code, year, and one count per column.
pub fn starts(text: &str) -> Result<StartsTable, String> {
    let mut table = StartsTable::new();
    for row in rows(text)? {
        let year: i16 = row.number("year")?;
        let country = table.entry(row.text("code")?).or_default();
        for column in row.cells.keys().filter(|column| *column != "code" && *column != "year") {
            let count: f64 = row.number(column)?;
            if !(0.0..=10_000.0).contains(&count) {
                return Err(format!("line {}: `{column}` is not a count", row.line));
            }
            country.by_column.entry(column.clone()).or_default().insert(year, count);
        }
    }
    Ok(table)
}

/// `rates/tiers.csv`: code, tier 1 to 4, large 0 or 1, population.
pub fn tiers(text: &str) -> Result<TiersTable, String> {
    let tier = |row: Row| {
        let tier: u8 = row.number("tier")?;
        let large: u8 = row.number("large")?;
        if !(1..=4).contains(&tier) || large > 1 {
            return Err(format!("line {}: a tier is 1 to 4, large is 0 or 1", row.line));
        }
        Ok((
            row.text("code")?,
            Tier { tier, large: large == 1, population: row.number("population")? },
        ))
    };
    rows(text)?.into_iter().map(tier).collect()
}

struct Row {
    line: u64,
    cells: BTreeMap<String, String>,
}

impl Row {
    fn text(&self, column: &str) -> Result<String, String> {
        let cell = self.cells.get(column).filter(|cell| !cell.is_empty());
        cell.cloned().ok_or_else(|| format!("line {}: `{column}` is missing", self.line))
    }

    fn number<T: std::str::FromStr>(&self, column: &str) -> Result<T, String> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|_| format!("line {}: `{column}` is `{text}`, not a number", self.line))
    }
}

fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| error.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            let cells =
                header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect();
            Ok(Row { line, cells })
        })
        .collect()
}
