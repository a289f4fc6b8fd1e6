//! What hangs on what: single points of failure, cut sets, shared nodes, concentration.

use serde::Serialize;

use super::Figure;

/// A node whose loss alone takes an activity below its MBCO, fallbacks included.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SinglePoint {
    pub activity: String,
    pub name: String,
    pub regions: Vec<String>,
    pub countries: Vec<String>,
    pub nodes: Vec<String>,
}

/// How often an activity is stopped together with its fallbacks, and by what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefeatView {
    pub activity: String,
    pub name: String,
    pub region: String,
    pub country: String,
    /// Disruptions a year.
    pub disruptions: Figure,
    /// Those of them that take every fallback as well.
    pub defeats: Figure,
    /// Those of them that no fallback ends: it is lost, or does not work.
    pub unrelieved: Figure,
    /// Minimal cut sets of single nodes and pairs, by name.
    pub cuts: Vec<Vec<String>>,
    /// The pairs among them in words.
    pub pairs: Vec<String>,
}

/// A node that several channels need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharedNode {
    pub node: String,
    pub name: String,
    pub phase: String,
    pub channels: Vec<String>,
    pub mitigation: String,
}

/// Share of residual harm that comes by one vendor or country.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concentration {
    /// vendor or country.
    pub kind: String,
    pub name: String,
    pub share: Figure,
}
