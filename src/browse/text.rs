//! Pages and lists on a terminal: wrapped, indented, never wider than asked.

mod check;
mod found;

use std::collections::BTreeSet;

use super::{Fact, Listing, Page, Section, add::add};
use crate::{
    document::inert,
    knowledge::Source,
    ui::{
        Ui,
        layout::{Column, heading, line, table},
    },
    words,
};

pub use check::{check, row as count_row, stats};
pub use found::found;

/// A page.
pub fn page(page: &Page, ui: &Ui) -> String {
    let mut out = String::new();
    heading(&mut out, ui, &format!("{} ({} {})", page.title, page.kind.word(), page.id));
    for section in &page.sections {
        out.push('\n');
        heading(&mut out, ui, &section.title);
        facts(&mut out, ui, section);
    }
    let cited = cited(page);
    if !cited.is_empty() {
        out.push('\n');
        heading(&mut out, ui, "Sources");
    }
    for (index, one) in page.sources.iter().enumerate() {
        if cited.contains(&(index + 1)) {
            source(&mut out, ui, index + 1, one);
        }
    }
    out
}

fn shown(section: &Section) -> &[Fact] {
    let most = section.brief.unwrap_or(usize::MAX);
    section.facts.get(..most).unwrap_or(&section.facts)
}

/// Numbers of the sources of what is shown.
fn cited(page: &Page) -> BTreeSet<usize> {
    let facts = page.sections.iter().flat_map(shown);
    facts.flat_map(|fact| &fact.sources).copied().collect()
}

fn facts(out: &mut String, ui: &Ui, section: &Section) {
    let shown = shown(section);
    for fact in shown {
        line(out, ui, 2, &headline(fact));
        for detail in &fact.details {
            line(out, ui, 4, detail);
        }
    }
    let left = section.facts.len() - shown.len();
    if left > 0 {
        line(out, ui, 2, &format!("and {left} more; {}", section.rest));
    }
}

/// "Label: text (sourced, your overlay) \[1\]\[2\]".
pub fn headline(fact: &Fact) -> String {
    let end = if fact.label.ends_with('?') { "" } else { ":" };
    let mut text = format!("{}{end} {}", fact.label, fact.text);
    text.push_str(&marks(fact));
    for number in &fact.sources {
        add(&mut text, format_args!(" [{number}]"));
    }
    text
}

/// The confidence word, and whose fact it is.
pub fn marks(fact: &Fact) -> String {
    match (fact.confidence, fact.own) {
        (Some(confidence), true) => format!(" ({confidence}, from your overlay)"),
        (Some(confidence), false) => format!(" ({confidence})"),
        (None, true) => " (from your overlay)".to_owned(),
        (None, false) => String::new(),
    }
}

fn source(out: &mut String, ui: &Ui, number: usize, source: &Source) {
    let date = source.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let text = format!(
        "[{number}] {}, \"{}\", {date} ({})",
        source.publisher, source.title, source.confidence
    );
    line(out, ui, 2, &text);
    // An address is kept whole, however long: broken, it leads nowhere.
    if let Some(url) = &source.url {
        add(out, format_args!("    {}\n", inert(url)));
    }
}

/// A table, or with `plain` a line a row; the count at the end.
pub fn listing(listing: &Listing, ui: &Ui) -> String {
    let count = words::count(listing.rows.len(), listing.kind.word());
    if listing.rows.is_empty() {
        return format!("{count}\n");
    }
    format!("{}\n{count}\n", table(ui, &columns(&listing.columns), &listing.rows))
}

/// Ids stay whole; everything else wraps.
pub fn columns<'n>(names: &[&'n str]) -> Vec<Column<'n>> {
    let column =
        |name: &&'n str| if *name == "Id" { Column::whole(name) } else { Column::text(name) };
    names.iter().map(column).collect()
}
