//! The track record on a terminal: wrapped, and never wider than asked.

use super::{
    record::TrackRecord,
    sheet::{Head, Part, sheets},
};
use crate::ui::{
    Ui,
    layout::{Column, heading, line, table},
};

/// Countries of a ranking that a terminal shows; the other formats have them all.
const MOST: usize = 10;

/// All sheets.
pub fn text(record: &TrackRecord, ui: &Ui) -> String {
    let mut out = String::new();
    for sheet in sheets(record, MOST) {
        if !out.is_empty() {
            out.push('\n');
        }
        heading(&mut out, ui, &sheet.title);
        for one in &sheet.parts {
            part(&mut out, ui, one);
        }
    }
    out
}

fn part(out: &mut String, ui: &Ui, part: &Part) {
    match part {
        Part::Line(text) => line(out, ui, 2, text),
        Part::Table { title, columns, rows } => {
            title_line(out, ui, title);
            let column = |head: &Head| match head {
                Head::Text(name) => Column::text(name),
                Head::Number(name) => Column::number(name),
            };
            let columns: Vec<Column> = columns.iter().map(column).collect();
            out.push_str(&table(ui, &columns, rows));
        }
        Part::List { title, items } => {
            title_line(out, ui, title);
            for item in items {
                line(out, ui, 2, &format!("- {item}"));
            }
        }
    }
}

fn title_line(out: &mut String, ui: &Ui, title: &str) {
    if !title.is_empty() {
        out.push('\n');
        line(out, ui, 0, title);
    }
}
