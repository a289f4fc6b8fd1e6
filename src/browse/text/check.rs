//! What a check of the base found, and what was counted, on a terminal.

use super::columns as named;
use crate::{
    browse::stats::{Count, Stats},
    document::inert,
    knowledge::{Fault, Severity},
    ui::{
        Ui,
        layout::{line, table},
    },
    words,
};

/// One entry a fault or note, and a summary.
pub fn check(faults: &[Fault], ui: &Ui) -> String {
    let mut out = String::new();
    for fault in faults {
        let head =
            format!("{}[{}] {}", fault.code.severity().word(), fault.code.word(), fault.file);
        match fault.what.strip_prefix('\n') {
            // An excerpt of the file, which has been made safe and keeps its columns.
            Some(excerpt) => {
                line(&mut out, ui, 0, &head);
                out.push_str(excerpt);
                out.push('\n');
            }
            None => line(&mut out, ui, 0, &format!("{head}: {}", fault.what)),
        }
    }
    out.push_str(&summary(faults));
    out
}

/// "no errors, 11 notes".
fn summary(faults: &[Fault]) -> String {
    let of = |severity| faults.iter().filter(|fault| fault.code.severity() == severity).count();
    let said = |count: usize, noun: &str| match count {
        0 => format!("no {noun}s"),
        count => words::count(count, noun),
    };
    format!("{}, {}\n", said(of(Severity::Error), "error"), said(of(Severity::Note), "note"))
}

/// Counts by kind, and where the ledger is silent.
pub fn stats(stats: &Stats, ui: &Ui) -> String {
    let columns = ["Kind", "Facts", "Sourced", "Older than a year"];
    let rows: Vec<Vec<String>> = stats.counts.iter().map(row).collect();
    let mut out = format!("\n{}", table(ui, &named(&columns), &rows));
    let silent = [
        ("Countries without precedents", &stats.countries_without_precedents),
        ("Vendors without precedents", &stats.vendors_without_precedents),
    ];
    for (label, ids) in silent {
        out.push('\n');
        line(&mut out, ui, 0, &format!("{label}: {}", ids.len()));
        line(&mut out, ui, 2, &inert(&ids.join(", ")));
    }
    out
}

/// Kind, number, share sourced, share old.
pub fn row(count: &Count) -> Vec<String> {
    let share = |part: usize, of: usize| match of {
        0 => "does not age".to_owned(),
        of => words::share(part as f64 / of as f64),
    };
    vec![
        count.kind.to_owned(),
        count.facts.to_string(),
        share(count.sourced, count.facts),
        share(count.older_than_a_year, count.dated),
    ]
}
