//! The dependency map: activities, the channels that they run on or fall back to, and what several
//! channels share. Columns are ordered so that lines cross little.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Label, WIDTH, lines, round};
use crate::{report::view::ReportView, words::without_note};

/// The map.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Edge {
    /// `primary`, `fallback` or `need`.
    pub kind: &'static str,
    pub path: String,
}

/// A column of names.
struct Column {
    x: f64,
    names: Vec<String>,
}

const BOX: f64 = 178.0;
const HEIGHT: f64 = 34.0;
const GAP: f64 = 10.0;
const TOP: f64 = 28.0;
const BOX_LINE: usize = 26;

/// Shared nodes that are drawn; the table has them all.
const MOST_SHARED: usize = 12;

/// Passes of the ordering.
const PASSES: usize = 6;

/// Positions in two columns that a line joins, and its kind.
type Link = (usize, usize, &'static str);

pub fn draw(view: &ReportView) -> Option<Dependencies> {
    if view.activities.is_empty() || view.channels.is_empty() {
        return None;
    }
    let activities: Vec<String> = view.activities.iter().map(|one| one.name.clone()).collect();
    let channels: Vec<String> = view.channels.iter().map(|one| one.name.clone()).collect();
    let shared: Vec<(String, usize)> = shared(view);
    let names: Vec<String> = shared.iter().map(|(name, _)| name.clone()).collect();
    let uses = uses(view);
    let needs = needs(view, &names);
    let [first, second, third] =
        ordered([activities.len(), channels.len(), names.len()], &uses, &needs);
    let x = |column: usize| column as f64 * (WIDTH - BOX) / 2.0;
    let columns = [
        Column { x: x(0), names: pick(&activities, &first) },
        Column { x: x(1), names: pick(&channels, &second) },
        Column { x: x(2), names: pick(&names, &third) },
    ];
    let most = columns.iter().map(|column| column.names.len()).max().unwrap_or(1);
    let tall = most as f64 * (HEIGHT + GAP) - GAP;
    let y = |column: usize, at: usize| {
        let own = columns[column].names.len() as f64 * (HEIGHT + GAP) - GAP;
        TOP + (tall - own) / 2.0 + at as f64 * (HEIGHT + GAP)
    };
    let mut edges = Vec::new();
    for (from, links, (left, right)) in
        [(0, &uses, (&first, &second)), (1, &needs, (&second, &third))]
    {
        for (a, b, kind) in links {
            let (Some(a), Some(b)) = (position(left, *a), position(right, *b)) else { continue };
            let start = (columns[from].x + BOX, y(from, a) + HEIGHT / 2.0);
            let end = (columns[from + 1].x, y(from + 1, b) + HEIGHT / 2.0);
            edges.push(Edge { kind, path: curve(start, end) });
        }
    }
    // Solid lines are drawn over dashed ones.
    edges.sort_by_key(|edge| edge.kind == "primary");
    let kinds = ["activity", "channel", "shared"];
    let mut nodes = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        for (row, name) in column.names.iter().enumerate() {
            let under = (at == 2).then(|| {
                let count = shared.iter().find(|(known, _)| known == name).map_or(0, |one| one.1);
                format!("shared by {count} channels")
            });
            nodes.push(node(kinds[at], column.x, y(at, row), name, under));
        }
    }
    let title = |column: usize, text: &str| Label::new(columns[column].x, 14.0, "start", text);
    Some(Dependencies {
        caption: view.captions.dependencies.clone(),
        width: WIDTH,
        height: round(TOP + tall + 6.0),
        titles: vec![title(0, "Activities"), title(1, "Channels"), title(2, "What channels share")],
        edges,
        nodes,
    })
}

fn node(kind: &'static str, x: f64, y: f64, name: &str, under: Option<String>) -> Node {
    // What stands in brackets behind a name is for the table.
    let mut text = lines(without_note(name), BOX_LINE, if under.is_some() { 1 } else { 2 });
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

/// Nodes that several channels share, each once with its most channels, the most shared first.
fn shared(view: &ReportView) -> Vec<(String, usize)> {
    let mut most: BTreeMap<&str, usize> = BTreeMap::new();
    for node in &view.shared_nodes {
        let count = most.entry(&node.name).or_default();
        *count = node.channels.len().max(*count);
    }
    let mut all: Vec<(String, usize)> =
        most.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(MOST_SHARED);
    all
}

/// Activities on their channels and fallbacks. What is both is drawn as the channel.
fn uses(view: &ReportView) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (at, activity) in view.activities.iter().enumerate() {
        for (channel, one) in view.channels.iter().enumerate() {
            let party = view.third_parties.iter().find(|party| party.channel == one.id);
            let Some(party) = party else { continue };
            if party.functions.contains(&activity.id) {
                links.push((at, channel, "primary"));
            } else if party.backs_up.contains(&activity.id) {
                links.push((at, channel, "fallback"));
            }
        }
    }
    links
}

fn needs(view: &ReportView, names: &[String]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (at, channel) in view.channels.iter().enumerate() {
        for (node, name) in names.iter().enumerate() {
            let needs = view
                .shared_nodes
                .iter()
                .any(|one| one.name == *name && one.channels.contains(&channel.name));
            if needs {
                links.push((at, node, "need"));
            }
        }
    }
    links
}

fn pick(names: &[String], order: &[usize]) -> Vec<String> {
    order.iter().map(|at| names[*at].clone()).collect()
}

fn position(order: &[usize], of: usize) -> Option<usize> {
    order.iter().position(|one| *one == of)
}

/// Each column ordered by the mean place of what it is joined to, forth and back; ties keep the order
/// of the profile.
fn ordered(counts: [usize; 3], uses: &[Link], needs: &[Link]) -> [Vec<usize>; 3] {
    let mut orders = counts.map(|count| (0..count).collect::<Vec<usize>>());
    let back = |links: &[Link]| -> Vec<Link> {
        links.iter().map(|(a, b, kind)| (*b, *a, *kind)).collect()
    };
    let (uses_back, needs_back) = (back(uses), back(needs));
    for _ in 0..PASSES {
        orders[1] = by_mean(&orders[1], &orders[0], &uses_back);
        orders[2] = by_mean(&orders[2], &orders[1], &needs_back);
        orders[1] = by_mean(&orders[1], &orders[2], needs);
        orders[0] = by_mean(&orders[0], &orders[1], uses);
    }
    orders
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
