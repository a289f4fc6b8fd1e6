//! The chance of losing more than an amount within a year, with its band.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Label, WIDTH, area,
    axis::{Scale, Tick, short, steps},
    path, round,
};
use crate::report::view::{CurvePoint, ReportView};

/// The curve.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Exceedance {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub columns: Vec<Tick>,
    pub rows: Vec<Tick>,
    pub curve: String,
    pub band: Option<String>,
    /// Mean, VaR95 and VaR99.
    pub marks: Vec<Mark>,
    /// What the horizontal axis shows.
    pub title: Label,
}

/// A line down from an amount.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Mark {
    pub x: f64,
    pub y: f64,
    pub label: Label,
}

const LEFT: f64 = 52.0;
const RIGHT: f64 = WIDTH - 16.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 268.0;

/// Chances at which there is a line, lowest first; the lowest is the bottom of the chart.
const CHANCES: [(f64, &str); 7] = [
    (0.01, "1 %"),
    (0.02, "2 %"),
    (0.05, "5 %"),
    (0.1, "10 %"),
    (0.2, "20 %"),
    (0.5, "50 %"),
    (1.0, "100 %"),
];

pub fn draw(view: &ReportView) -> Option<Exceedance> {
    let loss = &view.quantified.loss;
    let curve = &loss.curve;
    let most = curve.iter().map(|point| point.loss.value).fold(0.0, f64::max);
    if most <= 0.0 || curve.len() < 2 {
        return None;
    }
    let x = Scale { from: [0.0, most], to: [LEFT, RIGHT] };
    let log = |chance: f64| libm::log10(chance.max(1e-6));
    let scale = Scale { from: [log(CHANCES[0].0), 0.0], to: [BOTTOM, TOP] };
    let y = |chance: f64| scale.at(log(chance));
    let at = |point: &CurvePoint, chance: f64| (x.at(point.loss.value), y(chance));
    let banded = curve.iter().any(|point| point.probability.low.is_some());
    let ends = |point: &CurvePoint| {
        let chance = &point.probability;
        (chance.low.unwrap_or(chance.value), chance.high.unwrap_or(chance.value))
    };
    let upper = curve.iter().map(|point| at(point, ends(point).1));
    let lower = curve.iter().rev().map(|point| at(point, ends(point).0));
    let marks = loss.rows.iter().filter(|row| row.name == "P95" || row.name == "P99");
    let named = marks.map(|row| (row.name.as_str(), &row.loss));
    let all = [("Mean", &loss.mean)].into_iter().chain(named);
    Some(Exceedance {
        caption: view.captions.exceedance.clone(),
        width: WIDTH,
        height: BOTTOM + 44.0,
        left: LEFT,
        right: RIGHT,
        top: TOP,
        bottom: BOTTOM,
        columns: steps(most, 6.0)
            .into_iter()
            .map(|loss| Tick::new(x.at(loss), short(loss)))
            .collect(),
        rows: CHANCES.iter().map(|(chance, text)| Tick::new(y(*chance), *text)).collect(),
        curve: path(curve.iter().map(|point| at(point, point.probability.value))),
        band: banded.then(|| area(upper.chain(lower))),
        marks: all
            .enumerate()
            .map(|(row, (name, figure))| {
                let place = x.at(figure.value);
                let anchor = if place > RIGHT - 140.0 { "end" } else { "start" };
                let shift = if anchor == "end" { -5.0 } else { 5.0 };
                let text = format!("{name} {}", figure.text);
                let down = TOP + 12.0 + 16.0 * row as f64;
                Mark {
                    x: round(place),
                    y: round(down - 10.0),
                    label: Label::new(place + shift, down, anchor, text),
                }
            })
            .collect(),
        title: Label::new(
            RIGHT,
            BOTTOM + 36.0,
            "end",
            format!("loss within a year, {}", view.organization.currency),
        ),
    })
}
