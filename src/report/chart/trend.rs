//! The score of earlier runs and of this one, with bands.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Label, WIDTH, axis::Scale, path, round};
use crate::{
    engine::score::{LEVEL_POINTS, Level},
    report::view::TrendPoint,
};

/// The trend.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Trend {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub levels: Vec<Step>,
    pub line: String,
    pub runs: Vec<Run>,
}

/// A level behind the line.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Step {
    pub level: String,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub label: Label,
}

/// A run.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Run {
    pub x: f64,
    pub y: f64,
    pub low: f64,
    pub high: f64,
    pub score: Label,
    pub day: Label,
}

const LEFT: f64 = 78.0;
const RIGHT: f64 = WIDTH - 40.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 190.0;

pub fn draw(points: &[TrendPoint], caption: &str) -> Option<Trend> {
    let days: Option<Vec<f64>> = points.iter().map(|point| day(&point.as_of)).collect();
    let days = days.filter(|days| days.len() > 1)?;
    let x = Scale { from: [days[0], days[days.len() - 1]], to: [LEFT + 34.0, RIGHT] };
    let y = Scale { from: [0.0, 100.0], to: [BOTTOM, TOP] };
    let run = |(point, day): (&TrendPoint, &f64)| {
        let (px, score) = (x.at(*day), &point.score);
        let py = y.at(score.value);
        Run {
            x: round(px),
            y: round(py),
            low: round(y.at(score.low.unwrap_or(score.value))),
            high: round(y.at(score.high.unwrap_or(score.value))),
            score: Label::new(px + 8.0, py - 6.0, "start", score.text.clone()),
            day: Label::new(px, BOTTOM + 18.0, "middle", point.as_of.clone()),
        }
    };
    let step = |(at, level): (usize, &Level)| {
        let (from, to) = (at as f64 * LEVEL_POINTS, (at + 1) as f64 * LEVEL_POINTS);
        Step {
            level: level.name().to_owned(),
            y: round(y.at(to)),
            width: round(RIGHT + 40.0 - LEFT),
            height: round(y.at(from) - y.at(to)),
            label: Label::new(
                LEFT - 8.0,
                f64::midpoint(y.at(from), y.at(to)) + 4.0,
                "end",
                level.name(),
            ),
        }
    };
    Some(Trend {
        caption: caption.to_owned(),
        width: WIDTH,
        height: BOTTOM + 28.0,
        left: LEFT,
        right: RIGHT + 40.0,
        levels: Level::ALL.iter().enumerate().map(step).collect(),
        line: path(
            points.iter().zip(&days).map(|(point, day)| (x.at(*day), y.at(point.score.value))),
        ),
        runs: points.iter().zip(&days).map(run).collect(),
    })
}

/// Days since the beginning of the calendar.
fn day(text: &str) -> Option<f64> {
    let day: Date = text.parse().ok()?;
    let zero = Date::constant(1, 1, 1);
    Some(f64::from(day.since(zero).ok()?.get_days()))
}
