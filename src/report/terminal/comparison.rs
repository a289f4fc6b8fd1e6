//! A comparison on a terminal: what is different, then why.

use super::super::view::{ComparisonView, EditView, Figure, PartView};
use crate::ui::{
    Ui,
    layout::{self, Column, line, table},
};

/// The whole comparison.
pub fn comparison_text(view: &ComparisonView, ui: &Ui) -> String {
    let mut out = String::new();
    let head = format!("{}: {} after {}", view.organization, view.after.as_of, view.before.as_of);
    line(&mut out, ui, 0, &head);
    figures(&mut out, ui, view);
    changes(&mut out, ui, view);
    cases(&mut out, ui, view);
    edits(&mut out, ui, view);
    indicators(&mut out, ui, view);
    for note in &view.notes {
        out.push('\n');
        line(&mut out, ui, 0, &format!("Note: {note}"));
    }
    out.push('\n');
    line(&mut out, ui, 0, &view.sentence);
    out
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    out.push('\n');
    layout::heading(out, ui, text);
}

const FACTORS: [Column<'static>; 4] = [
    Column::number("Profile"),
    Column::number("Knowledge"),
    Column::number("Time"),
    Column::number("Method"),
];

fn shares(parts: &[PartView]) -> Vec<String> {
    if parts.is_empty() {
        return vec![String::new(); FACTORS.len()];
    }
    parts.iter().map(|part| short(&part.share)).collect()
}

/// Without the currency, which the line above has.
fn short(figure: &Figure) -> String {
    match figure.unit.split_once(' ') {
        Some((currency, "per year")) => figure.text.replace(&format!("{currency} "), ""),
        _ => figure.text.clone(),
    }
}

fn figures(out: &mut String, ui: &Ui, view: &ComparisonView) {
    heading(out, ui, "What moved");
    for one in &view.figures {
        let (before, after, change) = (&one.before.text, &one.after.text, &one.change.text);
        let note = if one.material == Some(false) { ", no material change" } else { "" };
        line(out, ui, 2, &format!("{}: {before} to {after} ({change}{note})", one.name));
    }
    if view.figures.iter().all(|one| one.parts.is_empty()) {
        return;
    }
    heading(out, ui, "Why (mean over all orders of change; pp are percentage points)");
    let columns = [&[Column::text("Figure"), Column::number("Change")][..], &FACTORS].concat();
    let row = |one: &super::super::view::MovedView| {
        [vec![one.name.clone(), short(&one.change)], shares(&one.parts)].concat()
    };
    *out += &table(ui, &columns, &view.figures.iter().map(row).collect::<Vec<_>>());
}

fn changes(out: &mut String, ui: &Ui, view: &ComparisonView) {
    for (way, title) in [("worse", "Worse"), ("better", "Better"), ("neither", "Other changes")] {
        let own: Vec<_> = view.changes.iter().filter(|one| one.way == way).collect();
        if own.is_empty() {
            continue;
        }
        heading(out, ui, title);
        for one in own {
            line(out, ui, 2, &format!("{} [{}]", one.title, one.code));
        }
    }
}

/// Rows that a reader takes in; the rest stands in the other formats.
const TOLD: usize = 12;

fn more(out: &mut String, ui: &Ui, all: usize) {
    if all > TOLD {
        line(out, ui, 2, &format!("{} more in --format html", all - TOLD));
    }
}

fn cases(out: &mut String, ui: &Ui, view: &ComparisonView) {
    if view.cases.is_empty() {
        return;
    }
    heading(out, ui, "By activity, in points");
    let columns = [&[Column::text("Activity"), Column::number("Change")][..], &FACTORS].concat();
    let rows = view.cases.iter().take(TOLD).map(|one| {
        let name = format!("{}, {}", one.name, one.country);
        [vec![name, one.change.text.clone()], shares(&one.parts)].concat()
    });
    *out += &table(ui, &columns, &rows.collect::<Vec<_>>());
    more(out, ui, view.cases.len());
}

fn edits(out: &mut String, ui: &Ui, view: &ComparisonView) {
    if view.edits.is_empty() && view.edits_note.is_none() {
        return;
    }
    heading(out, ui, "Edits of the profile, and what each is worth");
    for one in view.edits.iter().take(TOLD) {
        line(out, ui, 2, &format!("{}: {} to {}", one.place, one.before, one.after));
        line(out, ui, 4, &worth(one));
    }
    more(out, ui, view.edits.len());
    if let Some(note) = &view.edits_note {
        line(out, ui, 2, note);
    }
}

fn worth(one: &EditView) -> String {
    let (Some(score), Some(eal)) = (&one.score, &one.eal) else {
        return "cannot be undone alone: other edits need it".to_owned();
    };
    let most = match (&one.most, &one.most_change) {
        (Some(name), Some(by)) => format!("; most for {name}: {}", by.text),
        _ => String::new(),
    };
    format!("score {}, expected loss {}{most}", score.text, eal.text)
}

fn indicators(out: &mut String, ui: &Ui, view: &ComparisonView) {
    let moved = view.indicators.iter().filter(|one| {
        one.state != "green" || one.state_before.as_ref().is_some_and(|state| *state != one.state)
    });
    let columns = [
        Column::text("Indicator"),
        Column::text("Before"),
        Column::text("Now"),
        Column::text("State"),
    ];
    let rows: Vec<Vec<String>> = moved
        .map(|one| {
            let before = one.before.clone().unwrap_or_default();
            vec![one.name.clone(), before, one.after.clone(), one.state.clone()]
        })
        .collect();
    if !rows.is_empty() {
        heading(out, ui, "Indicators that want a look");
        *out += &table(ui, &columns, &rows);
    }
}
