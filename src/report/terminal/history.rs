//! A history on a terminal: each run in a row, then what moved, then the forecasts.

use super::super::view::{HistoryView, RecordView, SeriesView};
use crate::ui::{
    Ui,
    layout::{self, Column, line, table},
};

/// The whole history.
pub fn history_text(view: &HistoryView, ui: &Ui) -> String {
    let mut out = String::new();
    for (at, one) in view.organizations.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        organization(&mut out, ui, one);
    }
    if view.organizations.is_empty() {
        line(&mut out, ui, 0, "There is no snapshot here.");
    }
    if !view.left_out.is_empty() {
        heading(&mut out, ui, "Left out");
        for one in &view.left_out {
            line(&mut out, ui, 2, &format!("{}: {}", one.file, one.why));
        }
    }
    out
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    out.push('\n');
    layout::heading(out, ui, text);
}

fn organization(out: &mut String, ui: &Ui, one: &RecordView) {
    layout::heading(out, ui, &one.name);
    line(out, ui, 2, &one.sentence);
    out.push('\n');
    *out += &runs(ui, one);
    let days: Vec<&str> = one.points.iter().map(|point| point.as_of.as_str()).collect();
    series(out, ui, ("Countries, in points", &days), &one.regions);
    series(out, ui, ("Activities, in points", &days), &one.activities);
    indicators(out, ui, one);
    heading(out, ui, "Forecasts");
    line(out, ui, 2, &one.forecasts.sentence);
    let columns = [
        Column::text("Forecast"),
        Column::number("How many"),
        Column::number("Mean"),
        Column::number("Came true"),
    ];
    let rows: Vec<Vec<String>> = one
        .forecasts
        .calibration
        .iter()
        .map(|row| {
            vec![
                row.forecast.clone(),
                row.count.to_string(),
                row.mean.clone(),
                row.observed.clone(),
            ]
        })
        .collect();
    if !rows.is_empty() {
        out.push('\n');
        *out += &table(ui, &columns, &rows);
    }
}

fn runs(ui: &Ui, one: &RecordView) -> String {
    let columns = [
        Column::whole("Day"),
        Column::number("Score"),
        Column::text("Level"),
        Column::number("Loss a year"),
        Column::number("Further breach"),
        Column::number("Above appetite"),
        Column::number("Open findings"),
    ];
    let rows: Vec<Vec<String>> = one
        .points
        .iter()
        .map(|point| {
            vec![
                point.as_of.clone(),
                point.score.text.clone(),
                point.level.clone(),
                point.eal.text.clone(),
                point.further_breach.text.clone(),
                point.over_appetite.to_string(),
                point.open_findings.to_string(),
            ]
        })
        .collect();
    table(ui, &columns, &rows)
}

/// Runs that fit beside a name; the last ones count.
const RUNS: usize = 4;

fn series(out: &mut String, ui: &Ui, (title, days): (&str, &[&str]), all: &[SeriesView]) {
    if all.is_empty() {
        return;
    }
    heading(out, ui, title);
    let first = days.len().saturating_sub(RUNS);
    let mut columns = vec![Column::text("Name")];
    columns.extend(days[first..].iter().map(|day| Column::number(day)));
    columns.push(Column::number("Change"));
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let cells = one.cells[first..].iter().map(|cell| cell.text.clone());
            let name = std::iter::once(one.name.clone());
            name.chain(cells).chain([one.change.clone()]).collect()
        })
        .collect();
    *out += &table(ui, &columns, &rows);
}

/// Those that are not green in the last run.
fn indicators(out: &mut String, ui: &Ui, one: &RecordView) {
    let first = one.points.len().saturating_sub(RUNS);
    let wants = one.indicators.iter().filter(|indicator| {
        indicator.cells.last().is_some_and(|cell| cell.state != "green" && !cell.state.is_empty())
    });
    let rows: Vec<Vec<String>> = wants
        .map(|indicator| {
            let cells = indicator.cells[first..].iter().map(|cell| cell.text.clone());
            let state = indicator.cells.last().map_or("", |cell| cell.state.as_str()).to_owned();
            std::iter::once(indicator.name.clone()).chain(cells).chain([state]).collect()
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    heading(out, ui, "Indicators that want a look");
    let mut columns = vec![Column::text("Indicator")];
    columns.extend(one.points[first..].iter().map(|point| Column::number(&point.as_of)));
    columns.push(Column::text("State"));
    *out += &table(ui, &columns, &rows);
}
