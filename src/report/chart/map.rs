//! Scenarios by country, a number in each cell.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Label, WIDTH, lines, round};
use crate::{
    report::view::{MapCell, MapRow, ReportView},
    words::without_note,
};

/// The map.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Map {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    /// Countries.
    pub columns: Vec<Label>,
    pub rows: Vec<Row>,
}

/// A scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Row {
    pub label: Label,
    pub cells: Vec<Cell>,
}

/// A country under it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Cell {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Level, or none where the scenario stops nothing there.
    pub level: Option<String>,
    pub text: Label,
}

const LEFT: f64 = 226.0;
const TOP: f64 = 24.0;
const ROW: f64 = 25.0;
const GAP: f64 = 2.0;
const NARROWEST: f64 = 44.0;

/// Columns narrower than this have room for codes only.
const NAMED: f64 = 76.0;

/// Characters that fit into a width.
fn characters(width: f64) -> usize {
    (1_u32..=100).take_while(|count| f64::from(*count) * 6.6 <= width).count()
}

pub fn draw(view: &ReportView) -> Option<Map> {
    let countries = view.regions.len();
    if view.scenario_map.is_empty() || countries == 0 {
        return None;
    }
    let column = ((WIDTH - LEFT) / countries as f64).clamp(NARROWEST, 120.0);
    let name = |name: &str, code: &str| {
        if column < NAMED { code.to_owned() } else { lines(name, characters(column), 1).concat() }
    };
    let columns = view.regions.iter().enumerate().map(|(at, region)| {
        let x = LEFT + (at as f64 + 0.5) * column;
        Label::new(x, TOP - 8.0, "middle", name(&region.name, &region.code))
    });
    Some(Map {
        caption: view.captions.map.clone(),
        width: round(LEFT + countries as f64 * column),
        height: round(TOP + view.scenario_map.len() as f64 * ROW),
        columns: columns.collect(),
        rows: view
            .scenario_map
            .iter()
            .enumerate()
            .map(|(at, row)| draw_row(at, row, column))
            .collect(),
    })
}

fn draw_row(at: usize, row: &MapRow, column: f64) -> Row {
    let y = TOP + at as f64 * ROW;
    let cell = |(at, cell): (usize, &MapCell)| {
        let x = LEFT + at as f64 * column;
        let text = cell.score.as_ref().map_or("–", |score| score.text.as_str());
        Cell {
            x: round(x),
            y: round(y),
            width: round(column - GAP),
            height: round(ROW - GAP),
            level: cell.level.clone(),
            text: Label::new(x + (column - GAP) / 2.0, y + ROW * 0.64, "middle", text),
        }
    };
    Row {
        label: Label::new(
            LEFT - 12.0,
            y + ROW * 0.64,
            "end",
            lines(without_note(&row.name), 34, 1).concat(),
        ),
        cells: row.cells.iter().enumerate().map(cell).collect(),
    }
}
