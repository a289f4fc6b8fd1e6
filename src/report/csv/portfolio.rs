//! Members of a portfolio, one row each.

use super::{Table, maybe, number, text};
use crate::portfolio::Row;

const COLUMNS: [&str; 24] = [
    "file",
    "organization",
    "sector",
    "home",
    "currency",
    "as_of",
    "regions",
    "cases",
    "score",
    "level",
    "inherent_score",
    "eal",
    "any_breach",
    "further_breach",
    "over_appetite",
    "critical",
    "high",
    "medium",
    "low",
    "accepted",
    "worst_case",
    "worst_score",
    "worst_scenario",
    "method",
];

/// The head of the table.
pub fn members_head() -> Result<String, csv::Error> {
    Table::new(&COLUMNS)?.finish()
}

/// A row of the table.
pub fn member(row: &Row) -> Result<String, csv::Error> {
    let mut table = Table::rows();
    table.row(&cells(row))?;
    table.text()
}

fn cells(row: &Row) -> [String; 24] {
    [
        text(&row.file),
        text(&row.organization),
        maybe(row.sector.as_ref()),
        row.home.clone(),
        row.currency.clone(),
        row.as_of.clone(),
        row.regions.to_string(),
        row.cases.to_string(),
        number(row.score),
        row.level.clone(),
        number(row.inherent_score),
        number(row.eal),
        number(row.any_breach),
        number(row.further_breach),
        row.over_appetite.to_string(),
        row.findings.critical.to_string(),
        row.findings.high.to_string(),
        row.findings.medium.to_string(),
        row.findings.low.to_string(),
        row.accepted.to_string(),
        text(&row.worst_case),
        number(row.worst_score),
        maybe(row.worst_scenario.as_ref()),
        row.method.clone(),
    ]
}
