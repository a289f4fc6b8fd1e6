//! From the text of a sheet to rows of values, or to every cell that cannot be read.

use jiff::civil::Date;
use toml_edit::{Array, Value};

use super::column::{Column, Kind, Sheet, columns, named};
use crate::{
    document::{Code, Document, Problem, Refusal, list, nearest, quoted},
    knowledge::Knowledge,
    profile::Span,
    typed,
};

/// One row: the values of the cells that are not empty.
#[derive(Debug, Clone)]
pub struct Row {
    /// The id or country code of the entry.
    pub key: String,
    pub values: Vec<(&'static Column, Value)>,
}

/// Rows of a sheet, with the headers that mean nothing here.
pub struct Rows {
    pub rows: Vec<Row>,
    pub unused: Vec<String>,
}

struct Reading<'a> {
    sheet: Sheet,
    document: &'a Document,
    knowledge: &'a Knowledge,
    as_of: Date,
    problems: Vec<Problem>,
}

/// Reads a sheet. Columns are separated by commas, semicolons or tabs.
pub fn read(
    name: &str,
    text: &str,
    sheet: Sheet,
    knowledge: &Knowledge,
    as_of: Date,
) -> Result<Rows, Refusal> {
    let document = Document::unplaced(name, text);
    let mut reading =
        Reading { sheet, document: &document, knowledge, as_of, problems: Vec::new() };
    let rows = reading.rows();
    let problems = reading.problems;
    match rows {
        Some(rows) if problems.is_empty() => Ok(rows),
        _ => Err(Refusal::new(document, problems)),
    }
}

/// The one of the usual separators that the first line has most of.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |byte: u8| first.bytes().filter(|one| *one == byte).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|byte| (count(*byte), *byte == b',')).unwrap_or(b',')
}

impl Reading<'_> {
    fn rows(&mut self) -> Option<Rows> {
        let text = self.document.text.as_str();
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator(text))
            .trim(csv::Trim::All)
            .from_reader(&text.as_bytes()[start..]);
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => {
                self.syntax(&error, start);
                return None;
            }
        };
        let (known, unused) = self.headers(&headers)?;
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => rows.extend(self.row(&record, &known, start)),
                Err(error) => self.syntax(&error, start),
            }
        }
        if rows.is_empty() && self.problems.is_empty() {
            let message = "the sheet has a header and no rows";
            self.problems.push(Problem::new(Code::SheetSyntax, 0..0, message));
        }
        Some(Rows { rows, unused })
    }

    fn syntax(&mut self, error: &csv::Error, start: usize) {
        let at = error.position().map_or(0, |place| usize::try_from(place.byte()).unwrap_or(0));
        let message = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("the row has {len} cells, and the header {expected_len}")
            }
            _ => "the row cannot be read as CSV".to_owned(),
        };
        let problem = Problem::new(Code::SheetSyntax, self.line(start + at), message)
            .help("put quotes round a cell that holds the separator");
        self.problems.push(problem);
    }

    /// The line that begins at a place.
    fn line(&self, from: usize) -> std::ops::Range<usize> {
        let from = from.min(self.document.text.len());
        let rest = self.document.text.get(from..).unwrap_or_default();
        from..from + rest.lines().next().unwrap_or_default().len()
    }

    /// The columns in the order of the sheet. One that nobody knows is left out and named.
    fn headers(
        &mut self,
        headers: &csv::StringRecord,
    ) -> Option<(Vec<Option<&'static Column>>, Vec<String>)> {
        let known: Vec<_> = headers.iter().map(|header| named(self.sheet, header)).collect();
        let mut unused = Vec::new();
        for (header, column) in headers.iter().zip(&known) {
            let twice = known.iter().filter(|one| one.is_some() && *one == column).count() > 1;
            if twice {
                let message = format!("two columns mean {}", quoted(header));
                self.problems.push(Problem::new(Code::SheetColumn, self.line(0), message));
            }
            if column.is_none() && !header.is_empty() {
                unused.push(header.to_owned());
            }
        }
        let name = if self.sheet == Sheet::Regions { "country" } else { "id" };
        let has = |wanted: &str| known.iter().flatten().any(|column| column.name == wanted);
        let named = self.sheet != Sheet::Regions && has("name");
        if !has(name) && !named {
            let names: Vec<&str> = columns(self.sheet).map(|column| column.name).collect();
            let message = format!("no column is called `{name}`");
            let near = headers.iter().find_map(|header| nearest(header, [name]).map(|_| header));
            let problem = Problem::new(Code::SheetColumn, self.line(0), message)
                .help(format!("columns that are read: {}", list(&names, "and")));
            self.problems.push(match near {
                Some(header) => problem.help(format!("is {} meant?", quoted(header))),
                None => problem,
            });
            return None;
        }
        Some((known, unused))
    }

    fn row(
        &mut self,
        record: &csv::StringRecord,
        known: &[Option<&'static Column>],
        start: usize,
    ) -> Option<Row> {
        let at = record.position().map_or(0, |place| usize::try_from(place.byte()).unwrap_or(0));
        let span = self.line(start + at);
        let (before, mut values) = (self.problems.len(), Vec::new());
        for (cell, column) in record.iter().zip(known) {
            let Some(column) = column.filter(|_| !cell.is_empty()) else { continue };
            match self.value(column.kind, cell) {
                Ok(value) => values.push((column, value)),
                Err(fault) => {
                    let problem = Problem::new(Code::SheetValue, span.clone(), fault)
                        .label(format!("column `{}`", column.name));
                    self.problems.push(problem);
                }
            }
        }
        // What is wrong with a row has been said.
        if values.is_empty() || self.problems.len() > before {
            return None;
        }
        let Some(key) = self.key(&values) else {
            let message = format!("the row does not say which {} it is about", self.sheet.table());
            self.problems.push(Problem::new(Code::SheetValue, span, message));
            return None;
        };
        Some(Row { key, values })
    }

    /// The id: written, or made from the name.
    fn key(&self, values: &[(&'static Column, Value)]) -> Option<String> {
        let get = |name: &str| {
            let value = values.iter().find(|(column, _)| column.name == name)?;
            value.1.as_str().map(str::to_owned)
        };
        get(self.sheet.key()).or_else(|| get("name").map(|name| typed::id(&name)))
    }

    fn value(&self, kind: Kind, cell: &str) -> Result<Value, String> {
        let text = |text: &str| Ok(Value::from(text));
        match kind {
            Kind::Text | Kind::Channel => text(cell),
            Kind::Id | Kind::Word => text(&typed::id(cell)),
            Kind::Country => text(&typed::country(cell, self.knowledge)?),
            Kind::Countries => parts(cell, |part| typed::country(part, self.knowledge)),
            Kind::Words => parts(cell, |part| Ok(typed::id(part))),
            Kind::Vendor => text(&typed::vendor(cell, self.knowledge).unwrap_or(typed::id(cell))),
            Kind::People => typed::people(cell).map(|number| Value::from(i64::from(number))),
            Kind::Tier => tier(cell),
            Kind::Share => typed::share(cell).map(Value::from),
            Kind::Amount => amount(cell),
            Kind::Span => span(cell),
            Kind::Day => {
                let day = typed::past_day(cell, self.as_of)?;
                day.to_string()
                    .parse::<Value>()
                    .map_err(|_| format!("{} is not a day", quoted(cell)))
            }
        }
    }
}

fn parts(cell: &str, each: impl Fn(&str) -> Result<String, String>) -> Result<Value, String> {
    let mut all = Array::new();
    for part in cell.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty()) {
        all.push(each(part)?);
    }
    Ok(Value::from(all))
}

fn tier(cell: &str) -> Result<Value, String> {
    let digit = cell.trim().trim_start_matches(|c: char| c.is_alphabetic() || c == ' ');
    match digit.parse::<i64>() {
        Ok(tier @ 1..=4) => Ok(Value::from(tier)),
        _ => Err(format!("{} is not a tier from 1 to 4.", quoted(cell))),
    }
}

fn amount(cell: &str) -> Result<Value, String> {
    let plain: String =
        cell.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | ',' | '\'')).collect();
    match plain.parse::<f64>() {
        Ok(amount) if amount.is_finite() && amount >= 0.0 => Ok(Value::from(amount)),
        _ => Err(format!("{} is not an amount, such as 2500.", quoted(cell))),
    }
}

/// "4h", "4 h", "4 hours", "2 days"; a bare number is hours.
fn span(cell: &str) -> Result<Value, String> {
    let compact: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = compact.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(compact.len());
    let (number, unit) = compact.split_at(digits);
    let unit = match unit.to_lowercase().as_str() {
        "" | "h" | "hour" | "hours" | "hrs" => "h",
        "m" | "min" | "mins" | "minutes" => "m",
        "d" | "day" | "days" => "d",
        "w" | "week" | "weeks" => "w",
        _ => return Err(format!("{} is not a span, such as 4h or 2d.", quoted(cell))),
    };
    let text = format!("{number}{unit}");
    let read: Result<Span, String> = text.parse();
    read.map(|_| Value::from(text))
        .map_err(|_| format!("{} is not a span, such as 4h or 2d.", quoted(cell)))
}
