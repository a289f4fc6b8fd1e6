//! The findings, one row each.

use super::{Table, list, maybe, text};
use crate::report::view::{FindingView, ReportView};

const COLUMNS: [&str; 10] = [
    "id", "code", "about", "severity", "title", "details", "remedy", "owner", "accepted", "sources",
];

/// All findings, open and accepted.
pub fn findings(view: &ReportView) -> Result<String, csv::Error> {
    let mut table = Table::new(&COLUMNS)?;
    for one in &view.findings {
        table.row(&row(one))?;
    }
    table.finish()
}

fn row(one: &FindingView) -> [String; 10] {
    let sources: Vec<String> = one.sources.iter().map(|source| source.id.clone()).collect();
    [
        text(&one.id),
        one.code.clone(),
        one.about.clone(),
        one.severity.clone(),
        text(&one.title),
        list(&one.details),
        text(&one.remedy),
        maybe(one.owner.as_ref()),
        maybe(one.accepted.as_ref()),
        list(&sources),
    ]
}
