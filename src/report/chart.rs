//! Charts: the geometry of the view, drawn by `templates/chart/*.svg.hbs`.
//!
//! A chart knows where things are and which words stand there. Colours, fonts and dashes are those of
//! the style sheet. Units are those of the view box, about a pixel on a screen. Every chart repeats
//! what a table of the report says, so that nobody has to see it.

mod axis;
mod dependencies;
mod exceedance;
mod frontier;
mod history;
mod map;
mod matrix;
mod stops;
mod tornado;
mod trend;
mod waterfall;

use schemars::JsonSchema;
use serde::Serialize;

pub use history::HistoryPage;
pub use waterfall::{ComparisonPage, Waterfalls};

use super::view::ReportView;

/// Width of every chart.
const WIDTH: f64 = 720.0;

/// All charts; none where there is nothing to draw.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Charts {
    pub map: Option<map::Map>,
    pub matrix: Option<matrix::Matrix>,
    pub exceedance: Option<exceedance::Exceedance>,
    pub stops: Option<stops::Stops>,
    pub dependencies: Option<dependencies::Dependencies>,
    pub tornado: Option<tornado::Tornado>,
    pub frontier: Option<frontier::Frontier>,
    pub trend: Option<trend::Trend>,
}

/// A report with its charts: what the HTML templates see.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page<'v> {
    #[serde(flatten)]
    pub view: &'v ReportView,
    pub charts: Charts,
}

impl<'v> Page<'v> {
    pub fn new(view: &'v ReportView) -> Self {
        Self { view, charts: charts(view) }
    }
}

/// Draws everything.
pub fn charts(view: &ReportView) -> Charts {
    Charts {
        map: map::draw(view),
        matrix: matrix::draw(view),
        exceedance: exceedance::draw(view),
        stops: stops::draw(view),
        dependencies: dependencies::draw(view),
        tornado: tornado::draw(view),
        frontier: frontier::draw(view),
        trend: trend::draw(&view.trend.points, &view.trend.sentence),
    }
}

/// A tenth of a unit is all that can be seen, and keeps files small and the same everywhere.
fn round(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    // Minus zero is printed as such.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Text at a place. `anchor` is `start`, `middle` or `end`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Label {
    pub x: f64,
    pub y: f64,
    pub anchor: &'static str,
    pub text: String,
}

impl Label {
    fn new(x: f64, y: f64, anchor: &'static str, text: impl Into<String>) -> Self {
        Self { x: round(x), y: round(y), anchor, text: text.into() }
    }
}

/// Words on lines of at most `most` characters; a longer word stands alone. What does not fit into
/// `lines` ends in an ellipsis.
fn lines(text: &str, most: usize, lines: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= most;
        match all.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => all.push(word.to_owned()),
        }
    }
    let cut_off = all.len() > lines;
    all.truncate(lines);
    let count = all.len();
    for (at, line) in all.iter_mut().enumerate() {
        let last = at + 1 == count && cut_off;
        let room = if last { most.saturating_sub(1) } else { most };
        if line.chars().count() > room || last {
            let mut short: String = line.chars().take(most.saturating_sub(1)).collect();
            short.truncate(short.trim_end().len());
            short.push('…');
            *line = short;
        }
    }
    all
}

/// A path through points.
fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let steps = points.enumerate().map(|(at, (x, y))| {
        let step = if at == 0 { 'M' } else { 'L' };
        format!("{step}{} {}", round(x), round(y))
    });
    steps.collect::<Vec<_>>().concat()
}

/// A closed path.
fn area(points: impl Iterator<Item = (f64, f64)>) -> String {
    path(points) + "Z"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_and_cut() {
        assert_eq!(lines("one two three", 7, 2), ["one two", "three"]);
        assert_eq!(lines("one two three four", 7, 2), ["one two", "three…"]);
        assert_eq!(lines("abcdefghij", 6, 1), ["abcde…"]);
        assert_eq!(lines("", 6, 1), Vec::<String>::new());
    }

    #[test]
    fn paths_have_tenths() {
        assert_eq!(path([(0.0, 1.25), (-0.001, 2.0)].into_iter()), "M0 1.3L0 2");
    }
}
