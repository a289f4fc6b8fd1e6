//! What the expected loss would be with one number at either end of its range.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Label, WIDTH,
    axis::{Scale, Tick, short, steps},
    lines, round,
};
use crate::report::view::{BarView, ReportView};

/// The bars, widest first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Tornado {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub top: f64,
    pub bottom: f64,
    /// Where the figure is now.
    pub base: f64,
    pub base_label: Label,
    pub columns: Vec<Tick>,
    pub bars: Vec<Bar>,
}

/// One number.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Bar {
    pub name: Label,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub low: Label,
    pub high: Label,
}

const LEFT: f64 = 262.0;
const RIGHT: f64 = WIDTH - 58.0;
const TOP: f64 = 26.0;
const ROW: f64 = 24.0;
const BAR: f64 = 13.0;
const MOST: usize = 10;

pub fn draw(view: &ReportView) -> Option<Tornado> {
    let bars: Vec<&BarView> = view.sensitivity.bars.iter().take(MOST).collect();
    if bars.is_empty() {
        return None;
    }
    let ends = |bar: &BarView| {
        let (a, b) = (bar.eal_low.value, bar.eal_high.value);
        (a.min(b), a.max(b))
    };
    let low = bars.iter().map(|bar| ends(bar).0).fold(view.verdict.eal.value, f64::min);
    let high = bars.iter().map(|bar| ends(bar).1).fold(view.verdict.eal.value, f64::max);
    let x = Scale { from: [low, high], to: [LEFT + 46.0, RIGHT] };
    let base = x.at(view.verdict.eal.value);
    let bottom = TOP + ROW * bars.len() as f64;
    let bar = |(at, one): (usize, &&BarView)| {
        let (from, to) = ends(one);
        let y = TOP + ROW * at as f64;
        let middle = y + ROW / 2.0 + 4.0;
        Bar {
            name: Label::new(LEFT - 10.0, middle, "end", lines(&one.name, 38, 1).concat()),
            x: round(x.at(from)),
            y: round(y + (ROW - BAR) / 2.0),
            width: round((x.at(to) - x.at(from)).max(1.0)),
            height: BAR,
            low: Label::new(x.at(from) - 5.0, middle, "end", short(three(from))),
            high: Label::new(x.at(to) + 5.0, middle, "start", short(three(to))),
        }
    };
    let columns = steps(high, 6.0).into_iter().filter(|value| *value >= low);
    Some(Tornado {
        caption: view.captions.tornado.clone(),
        width: WIDTH,
        height: round(bottom + 22.0),
        top: TOP,
        bottom: round(bottom),
        base: round(base),
        base_label: Label::new(
            base,
            TOP - 10.0,
            "middle",
            format!("now {}", view.verdict.eal.text),
        ),
        columns: columns.map(|value| Tick::new(x.at(value), short(value))).collect(),
        bars: bars.iter().enumerate().map(bar).collect(),
    })
}

/// Three significant digits, as money is printed.
fn three(value: f64) -> f64 {
    if value <= 0.0 {
        return value;
    }
    let scale = libm::pow(10.0, 2.0 - libm::floor(libm::log10(value)));
    (value * scale).round() / scale
}
