//! Pages and lists as Markdown.

mod rest;

use super::{Fact, Listing, Page, add::add, text::marks};
use crate::{document::inert, knowledge::Source};

pub use rest::{check, found};

/// A page, complete.
pub fn page(page: &Page) -> String {
    let mut out = format!("# {}\n\n{} `{}`\n", plain(&page.title), page.kind.word(), page.id);
    for section in &page.sections {
        add(&mut out, format_args!("\n## {}\n\n", plain(&section.title)));
        for one in &section.facts {
            fact(&mut out, one);
        }
    }
    if !page.sources.is_empty() {
        out.push_str("\n## Sources\n\n");
        for (index, one) in page.sources.iter().enumerate() {
            add(&mut out, format_args!("{}. {}\n", index + 1, source(one)));
        }
    }
    out
}

fn fact(out: &mut String, fact: &Fact) {
    let end = if fact.label.ends_with('?') { "" } else { ":" };
    let text = plain(&fact.text);
    add(out, format_args!("- **{}{end}** {text}{}", plain(&fact.label), marks(fact)));
    for number in &fact.sources {
        add(out, format_args!(" \\[{number}\\]"));
    }
    out.push('\n');
    for detail in &fact.details {
        add(out, format_args!("  - {}\n", plain(detail)));
    }
}

fn source(source: &Source) -> String {
    let date = source.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let url = source.url.as_ref().map(|url| format!(" <{}>", inert(url).replace(['<', '>'], "")));
    format!(
        "{}, \"{}\", {date} ({}){}",
        plain(&source.publisher),
        plain(&source.title),
        source.confidence,
        url.unwrap_or_default()
    )
}

/// A table.
pub fn listing(listing: &Listing) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = row(listing.columns.iter().map(|name| (*name).to_owned()).collect());
    out.push_str(&row(listing.columns.iter().map(|_| "---".to_owned()).collect()));
    for cells in &listing.rows {
        out.push_str(&row(cells.iter().map(|cell| plain(cell)).collect()));
    }
    out
}

/// Text that Markdown cannot mistake for marks.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in inert(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
