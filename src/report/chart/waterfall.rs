//! From the figure of one quarter to that of the next, step by step.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Label, WIDTH, axis::Scale, round};
use crate::report::view::{ComparisonView, MovedView};

/// The charts of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Waterfalls {
    pub all: Vec<Waterfall>,
}

/// A comparison with its charts: what the HTML template sees.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparisonPage<'v> {
    #[serde(flatten)]
    pub view: &'v ComparisonView,
    pub charts: Waterfalls,
}

impl<'v> ComparisonPage<'v> {
    pub fn new(view: &'v ComparisonView) -> Self {
        let all = view.figures.iter().filter_map(draw).collect();
        Self { view, charts: Waterfalls { all } }
    }
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Waterfall {
    /// Of the figure.
    pub id: String,
    pub name: String,
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub bars: Vec<Bar>,
    pub joins: Vec<Join>,
    /// Do the columns begin above nothing?
    pub cut: bool,
}

/// A level or a step.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Bar {
    /// `whole`, `up` or `down`.
    pub kind: &'static str,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub name: Label,
    pub value: Label,
}

/// From the end of one bar to the beginning of the next.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Join {
    pub x1: f64,
    pub x2: f64,
    pub y: f64,
}

const TOP: f64 = 34.0;
const HEIGHT: f64 = 190.0;
const BOTTOM: f64 = TOP + HEIGHT;
const GAP: f64 = 26.0;

/// The steps in the order in which they are taken.
const ORDER: [&str; 4] = ["method", "knowledge", "time", "profile"];

/// What stands at one place of the chart.
struct Column {
    name: String,
    text: String,
    from: f64,
    to: f64,
    whole: bool,
}

fn columns(of: &MovedView) -> Vec<Column> {
    let steps: Vec<_> = ORDER
        .iter()
        .filter_map(|factor| of.parts.iter().find(|part| part.factor == *factor))
        .collect();
    let restated = of.restated.as_ref().map_or(0.0, |figure| figure.value);
    let start = of.before.value + restated;
    let whole = |name: &str, value: f64, text: &str| Column {
        name: name.to_owned(),
        text: text.to_owned(),
        from: 0.0,
        to: value,
        whole: true,
    };
    let mut all = vec![whole("before", of.before.value, &of.before.text)];
    if let Some(figure) = &of.restated {
        all.push(Column {
            name: "restated".to_owned(),
            text: figure.text.clone(),
            from: of.before.value,
            to: start,
            whole: false,
        });
    }
    let mut at = start;
    for part in steps {
        let to = at + part.step.value;
        let (name, text) = (part.factor.clone(), part.step.text.clone());
        all.push(Column { name, text, from: at, to, whole: false });
        at = to;
    }
    all.push(whole("now", of.after.value, &of.after.text));
    all
}

/// From where to where the axis runs. Small steps on high columns could not be seen from nothing, so the axis
/// begins below the lowest column by twice what moves; it has no numbers, and the values stand on the bars.
fn span(columns: &[Column]) -> [f64; 2] {
    let levels = || columns.iter().map(|one| one.to);
    let (low, high) = (levels().fold(f64::INFINITY, f64::min), levels().fold(0.0, f64::max));
    [(low - 2.0 * (high - low)).max(0.0), high]
}

fn draw(of: &MovedView) -> Option<Waterfall> {
    let still =
        of.change.value.abs() < 1e-12 && of.parts.iter().all(|p| p.step.value.abs() < 1e-12);
    if of.parts.is_empty() || still {
        return None;
    }
    let columns = columns(of);
    let [low, high] = span(&columns);
    let y = Scale { from: [low, high.max(f64::MIN_POSITIVE)], to: [BOTTOM, TOP] };
    let each = WIDTH / columns.len() as f64;
    let bars: Vec<Bar> = columns
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let (x, middle) = (each * at as f64 + GAP / 2.0, each * (at as f64 + 0.5));
            let (top, bottom) = (y.at(one.from.max(one.to)), y.at(one.from.min(one.to)));
            Bar {
                kind: match (one.whole, one.to >= one.from) {
                    (true, _) => "whole",
                    (false, true) => "up",
                    (false, false) => "down",
                },
                x: round(x),
                y: round(top),
                width: round(each - GAP),
                height: round((bottom - top).max(1.0)),
                name: Label::new(middle, BOTTOM + 18.0, "middle", one.name.clone()),
                value: Label::new(middle, top - 7.0, "middle", one.text.clone()),
            }
        })
        .collect();
    let joins = columns.iter().zip(&bars).zip(bars.iter().skip(1)).map(|((one, bar), next)| Join {
        x1: round(bar.x + bar.width),
        x2: next.x,
        y: round(y.at(one.to)),
    });
    let steps: Vec<String> = columns
        .iter()
        .filter(|one| !one.whole)
        .map(|one| format!("{} {}", one.name, one.text))
        .collect();
    Some(Waterfall {
        id: of.id.clone(),
        name: of.name.clone(),
        caption: format!(
            "{}: from {} to {}. Steps: {}.",
            of.name,
            of.before.text,
            of.after.text,
            steps.join(", ")
        ),
        width: WIDTH,
        height: BOTTOM + 28.0,
        joins: joins.collect(),
        cut: low > 0.0,
        bars,
    })
}
