//! What stops when: a strip for each activity, from the start of the campaign to thirty days.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Label, WIDTH, area,
    axis::{Scale, Tick},
    lines, path, round,
};
use crate::report::view::{ReportView, StopPoint, StopView};

/// All strips.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stops {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub columns: Vec<Tick>,
    pub strips: Vec<Strip>,
}

/// One activity.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Strip {
    pub name: Label,
    pub under: Label,
    pub top: f64,
    pub base: f64,
    /// Share still down with fallbacks, and without.
    pub down: Option<String>,
    pub bare: Option<String>,
    pub rto: Option<f64>,
    pub mtpd: Option<f64>,
    pub rto_label: Option<Label>,
    pub mtpd_label: Option<Label>,
    /// What is said where nothing is drawn.
    pub silent: Option<Label>,
    pub at_mtpd: Option<Label>,
}

const LEFT: f64 = 216.0;
const RIGHT: f64 = WIDTH - 74.0;
const TOP: f64 = 26.0;
const STRIP: f64 = 56.0;
/// Height of a chance of one.
const FULL: f64 = 34.0;
const HORIZON: f64 = 720.0;

const TIMES: [(f64, &str); 8] = [
    (0.0, "T+0"),
    (1.0, "1 h"),
    (4.0, "4 h"),
    (12.0, "12 h"),
    (24.0, "1 day"),
    (72.0, "3 days"),
    (168.0, "7 days"),
    (HORIZON, "30 days"),
];

/// Hours on a logarithmic scale that begins at nothing.
fn place(hours: f64) -> f64 {
    let scale = Scale { from: [0.0, libm::log1p(HORIZON)], to: [LEFT, RIGHT] };
    scale.at(libm::log1p(hours.max(0.0)))
}

pub fn draw(view: &ReportView) -> Option<Stops> {
    if view.stops.is_empty() {
        return None;
    }
    let bottom = TOP + STRIP * view.stops.len() as f64;
    Some(Stops {
        caption: view.captions.stops.clone(),
        width: WIDTH,
        height: round(bottom + 8.0),
        left: LEFT,
        right: RIGHT,
        top: TOP,
        bottom: round(bottom),
        columns: TIMES.iter().map(|(hours, text)| Tick::new(place(*hours), *text)).collect(),
        strips: view.stops.iter().enumerate().map(|(at, stop)| strip(at, stop)).collect(),
    })
}

fn strip(at: usize, stop: &StopView) -> Strip {
    let base = TOP + STRIP * (at as f64 + 1.0) - 8.0;
    let drawn = |chance: fn(&StopPoint) -> f64| -> Vec<(f64, f64)> {
        stop.curve.iter().map(|point| (place(point.hours), base - FULL * chance(point))).collect()
    };
    let live = !stop.curve.is_empty();
    let within = |hours: f64| (live && hours <= HORIZON).then(|| round(place(hours)));
    let (rto, mtpd) = (within(stop.rto.value), within(stop.mtpd.value));
    let ground = [(RIGHT, base), (LEFT, base)];
    let under = stop.scenario_name.as_ref().map_or_else(
        || stop.country.clone(),
        |scenario| format!("{}: {}", stop.country, scenario.to_lowercase()),
    );
    let apart = matches!((rto, mtpd), (Some(rto), Some(mtpd)) if mtpd - rto >= 58.0);
    let above = base - FULL - 3.0;
    let told = stop.told.iter().find(|one| one.marks.iter().any(|mark| mark == "MTPD"));
    Strip {
        name: Label::new(0.0, base - 17.0, "start", lines(&stop.name, 28, 1).concat()),
        under: Label::new(0.0, base - 2.0, "start", lines(&under, 34, 1).concat()),
        top: round(base - FULL),
        base: round(base),
        down: live.then(|| area(drawn(|point| point.with_fallbacks).into_iter().chain(ground))),
        bare: live.then(|| path(drawn(|point| point.without_fallbacks).into_iter())),
        rto,
        mtpd,
        rto_label: rto.map(|x| {
            let (x, anchor) = if apart { (x + 3.0, "start") } else { (x - 3.0, "end") };
            Label::new(x, above, anchor, "RTO")
        }),
        mtpd_label: mtpd.map(|x| Label::new(x + 3.0, above, "start", "MTPD")),
        silent: (!live)
            .then(|| Label::new(LEFT + 6.0, base - 12.0, "start", stop.sentence.clone())),
        at_mtpd: told
            .map(|one| Label::new(WIDTH, base - 12.0, "end", one.with_fallbacks.text.clone())),
    }
}
