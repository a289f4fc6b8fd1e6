//! The tables of a knowledge base that are CSV files: countries, borders, campaign counts, tiers,
//! measured durations.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Levers, MeasuredDuration, Populations, Starts, Tier, Together};

/// Campaign counts by country.
pub type StartsTable = BTreeMap<String, Starts>;
/// Tiers by country.
pub type TiersTable = BTreeMap<String, Tier>;

/// Land neighbours by country.
pub type BordersTable = BTreeMap<String, BTreeSet<String>>;

/// `countries.csv`: code and name.
pub fn countries(text: &str) -> Result<BTreeMap<String, String>, String> {
    rows(text)?.into_iter().map(|row| Ok((row.text("code")?, row.text("name")?))).collect()
}

/// `borders.csv`: two countries that meet on land, each pair once.
pub fn borders(text: &str) -> Result<BordersTable, String> {
    let mut table = BordersTable::new();
    for row in rows(text)? {
        let (code, neighbour) = (row.text("code")?, row.text("neighbour")?);
        if code == neighbour {
            return Err(format!("line {}: `{code}` is no neighbour of itself", row.line));
        }
        if !table.entry(code.clone()).or_default().insert(neighbour.clone()) {
            return Err(format!("line {}: {code} and {neighbour} stand twice", row.line));
        }
        table.entry(neighbour).or_default().insert(code);
    }
    Ok(table)
}

/// `rates/starts.csv`: code, year, and one count per column.
pub fn starts(text: &str) -> Result<StartsTable, String> {
    let mut table = StartsTable::new();
    for row in rows(text)? {
        let year: i16 = row.number("year")?;
        let country = table.entry(row.text("code")?).or_default();
        for column in row.header.iter().filter(|column| !["code", "year"].contains(column)) {
            let count: f64 = row.number(column)?;
            if !(0.0..=10_000.0).contains(&count) {
                return Err(format!("line {}: `{column}` is not a count", row.line));
            }
            let counts = match country.by_column.get_mut(column) {
                Some(counts) => counts,
                None => country.by_column.entry(column.to_owned()).or_default(),
            };
            counts.insert(year, count);
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

/// `rates/durations.csv`: kind, scenario, episodes, share that does not end, median days, sigma.
pub fn durations(text: &str) -> Result<Vec<MeasuredDuration>, String> {
    let one = |row: Row| {
        let never_ends: f64 = row.number("never_ends")?;
        let median_days: f64 = row.number("median_days")?;
        let sigma: f64 = row.number("sigma")?;
        if !(0.0..=1.0).contains(&never_ends) || median_days <= 0.0 || sigma <= 0.0 {
            return Err(format!("line {}: a share, a median or a sigma out of range", row.line));
        }
        let (kind, scenario) = (row.text("kind")?, row.text("scenario")?);
        Ok(MeasuredDuration {
            kind,
            scenario,
            episodes: row.number("n")?,
            never_ends,
            median_days,
            sigma,
        })
    };
    rows(text)?.into_iter().map(one).collect()
}

/// `rates/together.csv`: given a hit on one service, the share with a hit on another within 30 days.
pub fn together(text: &str) -> Result<Vec<Together>, String> {
    let one = |row: Row| {
        let share: f64 = row.number("share")?;
        if !(0.0..=1.0).contains(&share) {
            return Err(format!("line {}: `share` is not a share", row.line));
        }
        let (hit, also) = (row.text("hit")?, row.text("also")?);
        Ok(Together { hit, episodes: row.number("episodes")?, also, share })
    };
    rows(text)?.into_iter().map(one).collect()
}

/// `rates/levers.csv`: code, year, and one index per column.
pub fn levers(text: &str) -> Result<Levers, String> {
    let mut table = Levers::new();
    for row in rows(text)? {
        let columns = row.header.iter().filter(|column| !["code", "year"].contains(column));
        let values: Vec<f64> =
            columns.map(|column| row.number(column)).collect::<Result<_, _>>()?;
        if values.is_empty() || !values.iter().all(|value| value.is_finite()) {
            return Err(format!("line {}: levers are numbers, one a column", row.line));
        }
        row.enter(&mut table, values)?;
    }
    Ok(table)
}

/// `rates/population.csv`: code, year, people.
pub fn population(text: &str) -> Result<Populations, String> {
    let mut table = Populations::new();
    for row in rows(text)? {
        let people = row.number("population")?;
        row.enter(&mut table, people)?;
    }
    Ok(table)
}

struct Row {
    line: u64,
    header: Rc<csv::StringRecord>,
    cells: csv::StringRecord,
}

impl Row {
    fn cell(&self, column: &str) -> Option<&str> {
        let index = self.header.iter().position(|name| name == column)?;
        self.cells.get(index).filter(|cell| !cell.is_empty())
    }

    fn text(&self, column: &str) -> Result<String, String> {
        let cell = self.cell(column).map(str::to_owned);
        cell.ok_or_else(|| format!("line {}: `{column}` is missing", self.line))
    }

    /// Adds a value at the country and year of the row, which must be free.
    fn enter<T>(
        &self,
        table: &mut BTreeMap<String, BTreeMap<i16, T>>,
        value: T,
    ) -> Result<(), String> {
        let (code, year) = (self.text("code")?, self.number("year")?);
        let taken = || format!("line {}: {code} has two rows for {year}", self.line);
        match table.entry(code.clone()).or_default().insert(year, value) {
            Some(_) => Err(taken()),
            None => Ok(()),
        }
    }

    fn number<T: std::str::FromStr>(&self, column: &str) -> Result<T, String> {
        let missing = || format!("line {}: `{column}` is missing", self.line);
        let text = self.cell(column).ok_or_else(missing)?;
        text.parse()
            .map_err(|_| format!("line {}: `{column}` is `{text}`, not a number", self.line))
    }
}

fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = Rc::new(reader.headers().map_err(|error| error.to_string())?.clone());
    reader
        .into_records()
        .map(|record| {
            let cells = record.map_err(|error| error.to_string())?;
            let line = cells.position().map_or(0, csv::Position::line);
            Ok(Row { line, header: Rc::clone(&header), cells })
        })
        .collect()
}
