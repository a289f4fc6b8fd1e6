//! Pages and lists on a terminal: wrapped, indented, never wider than asked.

mod check;
mod found;

use std::collections::BTreeSet;

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, presets};

use super::{Fact, Listing, Page, Section, add::add};
use crate::{document::inert, knowledge::Source, ui::Ui, words};

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
    format!("{}\n{count}\n", table(ui, &listing.columns, &listing.rows))
}

/// A table without lines, or with `plain` one line a row: "Id: x; name: y".
pub fn table(ui: &Ui, columns: &[&str], rows: &[Vec<String>]) -> String {
    if ui.plain {
        let mut out = String::new();
        for row in rows {
            let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = cells.map(|(name, cell)| format!("{name}: {cell}")).collect();
            line(&mut out, ui, 0, &cells.join("; "));
        }
        return out;
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.force_no_tty();
    table.set_width(u16::try_from(ui.width).unwrap_or(80));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(columns);
    for row in rows {
        table.add_row(row.iter().map(|cell| Cell::new(inert(cell))));
    }
    // An id that is broken in two cannot be copied.
    for (index, _) in columns.iter().enumerate().filter(|(_, name)| **name == "Id") {
        if let Some(column) = table.column_mut(index) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let drawn = table.to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    for one in wrapped(text, ui.width, 0) {
        let painted = if ui.color { format!("\u{1b}[1m{one}\u{1b}[0m") } else { one };
        out.push_str(&painted);
        out.push('\n');
    }
}

/// Adds text, wrapped and indented.
pub fn line(out: &mut String, ui: &Ui, indent: usize, text: &str) {
    for one in wrapped(text, ui.width, indent) {
        out.push_str(&one);
        out.push('\n');
    }
}

/// Lines of at most `width` characters; later ones are indented a little more. A word that is wider
/// than a line is cut.
fn wrapped(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut current = " ".repeat(indent);
    let mut empty = true;
    for word in inert(text).split_whitespace().flat_map(|word| pieces(word, width - indent - 2)) {
        let length = current.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width {
            lines.push(std::mem::replace(&mut current, " ".repeat(indent + 2)));
            empty = true;
        }
        if !empty {
            current.push(' ');
        }
        current.push_str(&word);
        empty = false;
    }
    if !empty {
        lines.push(current);
    }
    lines
}

fn pieces(word: &str, most: usize) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    characters.chunks(most.max(1)).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_fit_and_long_words_are_cut() {
        let lines = wrapped("one two three abcdefghijklmnop", 12, 2);
        assert_eq!(lines, ["  one two", "    three", "    abcdefgh", "    ijklmnop"]);
    }
}
