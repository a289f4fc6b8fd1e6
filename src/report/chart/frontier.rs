//! What money buys: expected loss by cost, for sets of measures that no other beats in both.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Label, WIDTH,
    axis::{Scale, Tick, short, steps},
    path, round,
};
use crate::report::view::ReportView;

/// Least distance between amounts on the axis.
const ROOM: f64 = 62.0;

/// The frontier.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Frontier {
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
    /// Steps: a sum buys the best set that it pays for.
    pub curve: String,
    pub spots: Vec<Spot>,
    /// The budget, where there is one.
    pub budget: Option<f64>,
    pub budget_label: Option<Label>,
    pub column_title: Label,
    pub row_title: Label,
}

/// A set that has a name.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub label: Label,
}

const LEFT: f64 = 58.0;
const RIGHT: f64 = WIDTH - 16.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 270.0;

pub fn draw(view: &ReportView) -> Option<Frontier> {
    let points: Vec<(f64, f64)> =
        view.measures.frontier.iter().map(|one| (one.cost.value, one.eal.value)).collect();
    if points.len() < 2 {
        return None;
    }
    let budget = view.measures.budget.as_ref().map(|budget| budget.value);
    let dearest = points.iter().map(|point| point.0).fold(0.0, f64::max).max(budget.unwrap_or(0.0));
    let worst = points.iter().map(|point| point.1).fold(0.0, f64::max);
    // Small sums buy most, so they get most of the room: the axis is that of the square root.
    let scale = Scale { from: [0.0, libm::sqrt(dearest)], to: [LEFT, RIGHT] };
    let x = |cost: f64| scale.at(libm::sqrt(cost.max(0.0)));
    let y = Scale { from: [0.0, worst], to: [BOTTOM, TOP] };
    Some(Frontier {
        caption: view.captions.frontier.clone(),
        width: WIDTH,
        height: BOTTOM + 42.0,
        left: LEFT,
        right: RIGHT,
        top: TOP,
        bottom: BOTTOM,
        columns: ticks(dearest, x),
        rows: steps(worst, 5.0).into_iter().map(|v| Tick::new(y.at(v), short(v))).collect(),
        curve: path(stairs(&points).into_iter().map(|(cost, eal)| (x(cost), y.at(eal)))),
        spots: spots(view, x, y),
        budget: budget.map(|budget| round(x(budget))),
        budget_label: budget.map(|budget| {
            let place = x(budget);
            let anchor = if place > RIGHT - 60.0 { "end" } else { "start" };
            Label::new(
                place + if anchor == "end" { -4.0 } else { 4.0 },
                BOTTOM - 6.0,
                anchor,
                "budget",
            )
        }),
        column_title: Label::new(
            RIGHT,
            BOTTOM + 34.0,
            "end",
            format!("cost, {}", view.organization.currency),
        ),
        row_title: Label::new(
            LEFT,
            16.0,
            "start",
            format!("expected loss a year, {}", view.organization.currency),
        ),
    })
}

/// Round amounts, as many as have room.
fn ticks(most: f64, x: impl Fn(f64) -> f64) -> Vec<Tick> {
    let mut all = vec![Tick::new(x(0.0), short(0.0))];
    let mut last = x(0.0);
    let mut amount = 1.0;
    while amount <= most {
        for round in
            [1.0, 2.0, 5.0].map(|step| step * amount).into_iter().filter(|one| *one <= most)
        {
            if x(round) - last >= ROOM {
                last = x(round);
                all.push(Tick::new(last, short(round)));
            }
        }
        amount *= 10.0;
    }
    all
}

/// Level until the next set can be paid for, then down.
fn stairs(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut all: Vec<(f64, f64)> = Vec::with_capacity(2 * points.len());
    for point in points {
        if let Some(last) = all.last() {
            all.push((point.0, last.1));
        }
        all.push(*point);
    }
    all
}

fn spots(view: &ReportView, x: impl Fn(f64) -> f64, y: Scale) -> Vec<Spot> {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let named = view.measures.steps.iter().filter(|step| !step.marks.is_empty());
    named
        .map(|step| {
            let (px, py) = (x(step.cost.value), y.at(step.eal.value));
            let text = step.marks.join(", ");
            let end = px > RIGHT - 150.0;
            let (anchor, tx) = if end { ("end", px - 7.0) } else { ("start", px + 7.0) };
            // Above and to the right of the stairs nothing is drawn; names stack there.
            let mut ty = py - 8.0;
            while taken.iter().any(|(ox, oy)| (ox - tx).abs() < 150.0 && (oy - ty).abs() < 13.0) {
                ty -= 13.0;
            }
            taken.push((tx, ty));
            Spot { x: round(px), y: round(py), label: Label::new(tx, ty, anchor, text) }
        })
        .collect()
}
