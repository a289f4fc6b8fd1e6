//! The dependency map: activities, the channels that they run on or fall back to, and what several
//! channels share. Columns are ordered so that lines cross little.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Label, WIDTH, lines, round};
use crate::{
    report::view::{DependencyMap, MapEdge, MapNode, ReportView},
    words::without_note,
};

/// The map.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Dependencies {
    /// What it shows, in a sentence.
    pub caption: String,
    pub width: f64,
    pub height: f64,
    pub titles: Vec<Label>,
    pub edges: Vec<Edge>,
    pub nodes: Vec<Node>,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Node {
    /// `activity`, `channel` or `shared`.
    pub kind: &'static str,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub lines: Vec<Label>,
}

/// A line between two boxes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Edge {
    /// `primary`, `fallback` or `need`.
    pub kind: String,
    pub path: String,
}

const BOX: f64 = 178.0;
const HEIGHT: f64 = 34.0;
const GAP: f64 = 10.0;
const TOP: f64 = 28.0;
const BOX_LINE: usize = 26;

/// Passes of the ordering.
const PASSES: usize = 6;

/// Positions in two columns that a line joins, and its kind.
type Link<'v> = (usize, usize, &'v str);

/// Kinds of node by column.
const KINDS: [&str; 3] = ["activity", "channel", "shared"];

const TITLES: [&str; 3] = ["Activities", "Channels", "What channels share"];

pub fn draw(view: &ReportView) -> Option<Dependencies> {
    let map = &view.dependency_map;
    let columns = KINDS.map(|kind| -> Vec<&MapNode> {
        map.nodes.iter().filter(|node| node.kind == kind).collect()
    });
    if columns[0].is_empty() || columns[1].is_empty() {
        return None;
    }
    let links = [0, 1].map(|from| links(map, &columns[from], &columns[from + 1]));
    let orders = ordered([0, 1, 2].map(|at| columns[at].len()), &links[0], &links[1]);
    let most = columns.iter().map(Vec::len).max().unwrap_or(1);
    let tall = most as f64 * (HEIGHT + GAP) - GAP;
    let x = |column: usize| column as f64 * (WIDTH - BOX) / 2.0;
    let y = |column: usize, at: usize| {
        let own = columns[column].len() as f64 * (HEIGHT + GAP) - GAP;
        TOP + (tall - own) / 2.0 + at as f64 * (HEIGHT + GAP)
    };
    let mut edges = Vec::new();
    for (from, links) in links.iter().enumerate() {
        for (a, b, kind) in links {
            let place = |column: usize, of: usize| position(&orders[column], of);
            let (Some(a), Some(b)) = (place(from, *a), place(from + 1, *b)) else { continue };
            let start = (x(from) + BOX, y(from, a) + HEIGHT / 2.0);
            let end = (x(from + 1), y(from + 1, b) + HEIGHT / 2.0);
            edges.push(Edge { kind: (*kind).to_owned(), path: curve(start, end) });
        }
    }
    // Solid lines are drawn over dashed ones.
    edges.sort_by_key(|edge| edge.kind == "primary");
    let mut nodes = Vec::new();
    for (column, order) in orders.iter().enumerate() {
        for (row, at) in order.iter().enumerate() {
            nodes.push(node(KINDS[column], x(column), y(column, row), columns[column][*at]));
        }
    }
    let title = |column: usize| Label::new(x(column), 14.0, "start", TITLES[column]);
    Some(Dependencies {
        caption: view.captions.dependencies.clone(),
        width: WIDTH,
        height: round(TOP + tall + 6.0),
        titles: [0, 1, 2].map(title).to_vec(),
        edges,
        nodes,
    })
}

/// Edges between two columns, by position.
fn links<'v>(map: &'v DependencyMap, from: &[&MapNode], to: &[&MapNode]) -> Vec<Link<'v>> {
    let find = |nodes: &[&MapNode], key: &String| nodes.iter().position(|node| node.key == *key);
    let link = |edge: &'v MapEdge| {
        Some((find(from, &edge.from)?, find(to, &edge.to)?, edge.kind.as_str()))
    };
    map.edges.iter().filter_map(link).collect()
}

fn node(kind: &'static str, x: f64, y: f64, one: &MapNode) -> Node {
    let under = one.shared_by.map(|count| format!("shared by {count} channels"));
    // What stands in brackets behind a name is for the table.
    let mut text = lines(without_note(&one.name), BOX_LINE, if under.is_some() { 1 } else { 2 });
    text.extend(under);
    let first = y + HEIGHT / 2.0 + 4.0 - 6.5 * (text.len() as f64 - 1.0);
    let label = |(row, line): (usize, String)| {
        Label::new(x + 9.0, first + 13.0 * row as f64, "start", line)
    };
    Node {
        kind,
        x: round(x),
        y: round(y),
        width: BOX,
        height: HEIGHT,
        lines: text.into_iter().enumerate().map(label).collect(),
    }
}

fn position(order: &[usize], of: usize) -> Option<usize> {
    order.iter().position(|one| *one == of)
}

/// Each column ordered by the mean place of what it is joined to, forth and back; ties keep the order
/// of the profile.
fn ordered(counts: [usize; 3], uses: &[Link], needs: &[Link]) -> [Vec<usize>; 3] {
    let mut orders = counts.map(|count| (0..count).collect::<Vec<usize>>());
    let (uses_back, needs_back) = (reversed(uses), reversed(needs));
    for _ in 0..PASSES {
        orders[1] = by_mean(&orders[1], &orders[0], &uses_back);
        orders[2] = by_mean(&orders[2], &orders[1], &needs_back);
        orders[1] = by_mean(&orders[1], &orders[2], needs);
        orders[0] = by_mean(&orders[0], &orders[1], uses);
    }
    orders
}

fn reversed<'v>(links: &[Link<'v>]) -> Vec<Link<'v>> {
    links.iter().map(|(a, b, kind)| (*b, *a, *kind)).collect()
}

fn by_mean(own: &[usize], other: &[usize], links: &[Link]) -> Vec<usize> {
    let mean = |of: usize| {
        let places: Vec<f64> = links
            .iter()
            .filter(|(a, _, _)| *a == of)
            .filter_map(|(_, b, _)| position(other, *b))
            .map(|place| place as f64 / other.len().max(1) as f64)
            .collect();
        if places.is_empty() { 1.0 } else { places.iter().sum::<f64>() / places.len() as f64 }
    };
    let mut all: Vec<(f64, usize)> = own.iter().map(|of| (mean(*of), *of)).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().map(|(_, of)| of).collect()
}

fn curve(from: (f64, f64), to: (f64, f64)) -> String {
    let middle = round(f64::midpoint(from.0, to.0));
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(round);
    format!("M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_ordered_so_that_lines_do_not_cross() {
        let uses = [(0, 2, "primary"), (1, 1, "primary"), (2, 0, "primary")];
        let needs = [(0, 0, "need"), (1, 1, "need"), (2, 2, "need")];
        let [first, second, third] = ordered([3, 3, 3], &uses, &needs);
        for (a, b, _) in uses {
            assert_eq!(position(&first, a), position(&second, b));
        }
        for (a, b, _) in needs {
            assert_eq!(position(&second, a), position(&third, b));
        }
    }
}
