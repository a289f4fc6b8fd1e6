//! Frequency and harm of every risk on logarithmic scales. Bands of equal level run diagonally: the
//! level is a function of the product.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Label, WIDTH, area, axis::Scale, round};
use crate::{
    engine::score::{LEVEL_POINTS, Level},
    report::view::{MethodView, ReportView},
};

/// The matrix.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Matrix {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub bands: Vec<Band>,
    /// Edges of the levels of harm.
    pub columns: Vec<f64>,
    /// Edges of the levels of likelihood.
    pub rows: Vec<f64>,
    pub column_names: Vec<Label>,
    pub row_names: Vec<Label>,
    /// The highest, by their number.
    pub named: Vec<Spot>,
    /// All others.
    pub rest: Vec<Spot>,
}

/// Where one level is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Band {
    pub level: String,
    pub shape: String,
    pub label: Label,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub id: String,
    /// Rank in the register, for those that are named.
    pub label: Option<Label>,
}

/// Powers of ten at the ends of the axes: harm, then frequency a year.
const HARM: [f64; 2] = [-3.0, 0.5];
const OFTEN: [f64; 2] = [-3.0, 0.5];

/// Edges between levels of both.
const EDGES: [f64; 4] = [-2.0, -1.5, -1.0, -0.5];

const LEFT: f64 = 92.0;
const RIGHT: f64 = WIDTH - 8.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 380.0;

/// Risks that carry a number.
const NAMED: usize = 12;

pub fn draw(view: &ReportView) -> Option<Matrix> {
    if view.register.is_empty() {
        return None;
    }
    let x = Scale { from: HARM, to: [LEFT, RIGHT] };
    let y = Scale { from: OFTEN, to: [BOTTOM, TOP] };
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let spot = |at: usize, named: bool, taken: &mut Vec<(f64, f64)>| {
        let row = &view.register[at];
        let power = |value: f64| libm::log10(value.max(1e-12));
        let (x, y) = (x.at(power(row.harm.value)), y.at(power(row.frequency.value)));
        let label = named.then(|| {
            let (x, y) = free(x, y, taken);
            taken.push((x, y));
            Label::new(x, y + 4.0, "middle", (at + 1).to_string())
        });
        Spot { x: round(x), y: round(y), id: row.id.clone(), label }
    };
    let count = view.register.len();
    let named: Vec<Spot> = (0..count.min(NAMED)).map(|at| spot(at, true, &mut taken)).collect();
    // What fallbacks take away whole has no place on a logarithmic scale.
    let left = (NAMED..count).filter(|at| view.register[*at].harm.value > 0.0);
    let rest = left.map(|at| spot(at, false, &mut taken)).collect();
    Some(Matrix {
        caption: view.captions.matrix.clone(),
        width: WIDTH,
        height: BOTTOM + 40.0,
        left: LEFT,
        right: RIGHT,
        top: TOP,
        bottom: BOTTOM,
        bands: bands(&view.method, x, y),
        columns: EDGES.map(|edge| round(x.at(edge))).to_vec(),
        rows: EDGES.map(|edge| round(y.at(edge))).to_vec(),
        column_names: names(HARM)
            .map(|(at, name)| Label::new(x.at(at), BOTTOM + 16.0, "middle", name))
            .collect(),
        row_names: names(OFTEN)
            .map(|(at, name)| Label::new(LEFT - 8.0, y.at(at) + 4.0, "end", name))
            .collect(),
        named,
        rest,
    })
}

/// Middle and name of each level of an axis.
fn names([low, high]: [f64; 2]) -> impl Iterator<Item = (f64, String)> {
    let ends: Vec<f64> = [low].into_iter().chain(EDGES).chain([high]).collect();
    let middles: Vec<f64> = ends.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).collect();
    middles.into_iter().zip(Level::ALL).map(|(at, level)| (at, level.name().to_owned()))
}

/// A place for a number near a spot that is not taken: to the right, then around and outwards.
fn free(x: f64, y: f64, taken: &[(f64, f64)]) -> (f64, f64) {
    let around = (0..5_u32).flat_map(|ring| {
        (0..8_u32).map(move |step| {
            let (far, angle) = (13.0 + 11.0 * f64::from(ring), f64::from(step) * 0.785);
            (far * libm::cos(angle), -far * libm::sin(angle))
        })
    });
    let mut places = around.map(|(dx, dy)| (x + dx, y + dy));
    let open = |(px, py): &(f64, f64)| {
        let inside =
            (LEFT + 8.0..RIGHT - 8.0).contains(px) && (TOP + 8.0..BOTTOM - 8.0).contains(py);
        inside && taken.iter().all(|(tx, ty)| (tx - px).abs() > 15.0 || (ty - py).abs() > 13.0)
    };
    places.find(open).unwrap_or((x + 13.0, y))
}

/// The regions of the five levels: between lines on which frequency times harm is the same.
fn bands(method: &MethodView, x: Scale, y: Scale) -> Vec<Band> {
    // The score is an offset and so many points a decade of the product.
    let points = |level: usize| LEVEL_POINTS * level as f64;
    let edge = |level: usize| (points(level) - method.score_offset) / method.score_per_decade;
    Level::ALL
        .iter()
        .enumerate()
        .map(|(at, level)| {
            let low = if at == 0 { -20.0 } else { edge(at) };
            let high = if at == 4 { 20.0 } else { edge(at + 1) };
            let shape = clipped(low, high);
            let place = |(harm, often): (f64, f64)| (x.at(harm), y.at(often));
            let (cx, cy) =
                beside(f64::midpoint(low.max(HARM[0] + OFTEN[0]), high.min(HARM[1] + OFTEN[1])));
            Band {
                level: level.name().to_owned(),
                label: Label::new(x.at(cx), y.at(cy), "middle", level.name()),
                shape: area(shape.into_iter().map(place)),
            }
        })
        .collect()
}

/// Corners of the part of the field in which the sum of both powers is between two values.
fn clipped(low: f64, high: f64) -> Vec<(f64, f64)> {
    let field =
        [(HARM[0], OFTEN[0]), (HARM[1], OFTEN[0]), (HARM[1], OFTEN[1]), (HARM[0], OFTEN[1])];
    let above = cut(&field, |(a, b)| a + b - low);
    cut(&above, |(a, b)| high - a - b)
}

/// Sutherland and Hodgman's clipping of a polygon by one half-plane.
fn cut(polygon: &[(f64, f64)], inside: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    for (at, corner) in polygon.iter().enumerate() {
        let next = polygon[(at + 1) % polygon.len()];
        let (here, there) = (inside(*corner), inside(next));
        if here >= 0.0 {
            kept.push(*corner);
        }
        if (here >= 0.0) != (there >= 0.0) {
            let part = here / (here - there);
            kept.push((
                corner.0 + part * (next.0 - corner.0),
                corner.1 + part * (next.1 - corner.1),
            ));
        }
    }
    kept
}

/// Where the name of a band stands whose middle is at this sum of powers: at the left edge, or where
/// that is above the field, at the top.
fn beside(middle: f64) -> (f64, f64) {
    let (left, top) = (HARM[0] + 0.22, OFTEN[1] - 0.14);
    let often = middle - left;
    if often <= top { (left, often) } else { (middle - top, top) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_cover_the_field_once() {
        let area = |polygon: &[(f64, f64)]| -> f64 {
            let pairs =
                (0..polygon.len()).map(|at| (polygon[at], polygon[(at + 1) % polygon.len()]));
            pairs.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
        };
        let edges = [-20.0, -3.75, -2.75, -1.75, -0.75, 20.0];
        let sum: f64 = edges.windows(2).map(|pair| area(&clipped(pair[0], pair[1]))).sum();
        assert!((sum - 3.5 * 3.5).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn numbers_do_not_cover_each_other() {
        let mut taken = Vec::new();
        for _ in 0..12 {
            let place = free(300.0, 200.0, &taken);
            taken.push(place);
        }
        taken.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        taken.dedup();
        assert_eq!(taken.len(), 12);
    }
}
