//! Comma-separated tables: the register, the findings, and what other programs take in.
//!
//! UTF-8 with a byte-order mark, since spreadsheets take a file without one for another encoding. A
//! spreadsheet runs what begins like a formula, so such text gets an apostrophe before it.

mod ciso_assistant;
mod dora;
mod findings;
mod portfolio;
mod register;

pub use ciso_assistant::ciso_assistant;
pub use dora::{b_02_02, b_07_01};
pub use findings::findings;
pub use portfolio::{member, members_head};
pub use register::register;

use crate::document::inert;

/// Tells a spreadsheet that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// A table in the making.
struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(columns: &[&str]) -> Result<Self, csv::Error> {
        let mut table = Self::rows();
        table.writer.write_record(columns)?;
        Ok(table)
    }

    /// Rows that stand below a head that was written before.
    fn rows() -> Self {
        let writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        Self { writer }
    }

    /// The text without the mark of its encoding.
    fn text(self) -> Result<String, csv::Error> {
        let bytes = self.writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn row(&mut self, cells: &[String]) -> Result<(), csv::Error> {
        self.writer.write_record(cells)
    }

    fn finish(self) -> Result<String, csv::Error> {
        // Everything that was written is text.
        Ok(format!("{MARK}{}", self.text()?))
    }
}

/// Text of a person as a cell: no formula, no line break, no character that acts.
fn text(text: &str) -> String {
    let flat = text.replace(['\n', '\r', '\t'], " ");
    let shown = inert(flat.trim());
    let first = shown.trim_start().chars().next();
    // The wide forms are formulas too where East Asian input is on.
    let acts = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    if acts { format!("'{shown}") } else { shown.into_owned() }
}

/// Text that may be absent.
fn maybe(value: Option<&String>) -> String {
    value.map_or_else(String::new, |value| text(value))
}

/// Several texts in one cell.
fn list(values: &[String]) -> String {
    text(&values.join("; "))
}

/// Several texts in one cell, a line each.
fn lines(values: &[String]) -> String {
    values.iter().map(|value| text(value)).collect::<Vec<_>>().join("\n")
}

/// A number that a spreadsheet can add up: six significant digits, a point, no grouping.
fn number(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let digits = 5.0 - libm::floor(libm::log10(value.abs()));
    let scale = libm::pow(10.0, digits.clamp(-12.0, 15.0));
    format!("{}", (value * scale).round() / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_formula() {
        for (written, cell) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("  +1", "'+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r\n=1", "'=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("Acme", "Acme"),
            ("\u{202e}evil", "\\u{202e}evil"),
        ] {
            assert_eq!(text(written), cell);
        }
    }

    #[test]
    fn numbers_can_be_added_up() {
        assert_eq!(
            [0.123_456_78, 353_123.4, 0.0, 1e-9].map(number),
            ["0.123457", "353123", "0", "0.000000001"]
        );
    }
}
