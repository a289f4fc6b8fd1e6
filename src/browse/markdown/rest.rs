//! Search results and checks as Markdown.

use super::plain;
use crate::{
    browse::{Kind, Stats, Subject, add::add, text},
    knowledge::Fault,
    words,
};

/// Search results, grouped by kind.
pub fn found(wanted: &str, subjects: &[Subject]) -> String {
    let mut out = format!("# Search: {}\n", plain(wanted));
    if subjects.is_empty() {
        out.push_str("\nNothing was found.\n");
    }
    for kind in Kind::ALL {
        let of: Vec<&Subject> = subjects.iter().filter(|subject| subject.kind == kind).collect();
        if of.is_empty() {
            continue;
        }
        add(&mut out, format_args!("\n## {}\n\n", words::count(of.len(), kind.word())));
        for subject in of {
            add(&mut out, format_args!("- `{}`: {}\n", subject.id, plain(&subject.name)));
        }
    }
    out
}

/// Faults, notes and counts.
pub fn check(faults: &[Fault], stats: Option<&Stats>) -> String {
    let mut out = "# Check of the knowledge base\n\n".to_owned();
    if faults.is_empty() {
        out.push_str("Nothing was found.\n");
    }
    for fault in faults {
        let (severity, code) = (fault.code.severity().word(), fault.code.word());
        let what = plain(fault.what.lines().next().unwrap_or_default());
        add(&mut out, format_args!("- {severity} `{code}` {}: {what}\n", plain(&fault.file)));
    }
    let Some(stats) = stats else { return out };
    out.push_str("\n| Kind | Facts | Sourced | Older than a year |\n| --- | --: | --: | --: |\n");
    for count in &stats.counts {
        add(&mut out, format_args!("| {} |\n", text::count_row(count).join(" | ")));
    }
    let silent = [
        ("Countries", &stats.countries_without_precedents),
        ("Vendors", &stats.vendors_without_precedents),
    ];
    for (what, ids) in silent {
        add(&mut out, format_args!("\n{what} without precedents: {}\n", plain(&ids.join(", "))));
    }
    out
}
