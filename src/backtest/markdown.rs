//! The track record as Markdown, complete.

use super::{
    record::TrackRecord,
    sheet::{Head, Part, sheets},
};
use crate::browse::{add, markdown_inert as inert};

/// All sheets, with every country.
pub fn markdown(record: &TrackRecord) -> String {
    let mut out = String::new();
    for (index, sheet) in sheets(record, usize::MAX).iter().enumerate() {
        let marks = if index == 0 { "#" } else { "\n##" };
        add(&mut out, format_args!("{marks} {}\n", inert(&sheet.title)));
        for one in &sheet.parts {
            part(&mut out, one);
        }
    }
    add(
        &mut out,
        format_args!("\n{}, knowledge base `{}`\n", inert(&record.tool), record.knowledge),
    );
    out
}

fn part(out: &mut String, part: &Part) {
    match part {
        Part::Line(text) => add(out, format_args!("\n{}\n", inert(text))),
        Part::Table { title, columns, rows } => {
            title_line(out, title);
            out.push('\n');
            row(out, &columns.iter().map(|head| head.name().to_owned()).collect::<Vec<_>>());
            row(out, &columns.iter().map(|head| rule(*head).to_owned()).collect::<Vec<_>>());
            for cells in rows {
                row(out, &cells.iter().map(|cell| inert(cell)).collect::<Vec<_>>());
            }
        }
        Part::List { title, items } => {
            title_line(out, title);
            out.push('\n');
            for item in items {
                add(out, format_args!("- {}\n", inert(item)));
            }
        }
    }
}

const fn rule(head: Head) -> &'static str {
    match head {
        Head::Text(_) => "---",
        Head::Number(_) => "---:",
    }
}

fn row(out: &mut String, cells: &[String]) {
    add(out, format_args!("| {} |\n", cells.join(" | ")));
}

fn title_line(out: &mut String, title: &str) {
    if !title.is_empty() {
        add(out, format_args!("\n### {}\n", inert(title)));
    }
}
