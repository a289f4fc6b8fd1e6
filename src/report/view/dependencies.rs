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
    /// Were larger sets left out?
    pub cut_off: bool,
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

/// Share of the activities that hang on one name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concentration {
    /// vendor, owner, jurisdiction or country.
    pub kind: String,
    pub name: String,
    /// Of the expected loss without fallbacks.
    pub share: Figure,
    /// Of the people of all activities.
    pub people: Figure,
    /// Pairs of activity and region.
    pub cases: usize,
}

/// How much of the expected loss hangs on one unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportanceView {
    /// A vendor's name, or those of nodes that fall together.
    pub name: String,
    /// vendor or shared.
    pub kind: String,
    /// Of the expected annual loss.
    pub share: Figure,
    pub sentence: String,
}

/// What a channel needs, in regions where it needs the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DependencyView {
    pub channel: String,
    pub name: String,
    pub regions: Vec<String>,
    pub countries: Vec<String>,
    pub vendor: String,
    pub owner: String,
    /// Where it is less independent than it looks.
    pub notes: Vec<String>,
    pub phases: Vec<PhaseView>,
}

/// What a channel needs in one phase, and what the loss means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhaseView {
    pub phase: String,
    pub needs: Vec<LinkView>,
    pub loss: String,
}

/// Nodes of which any one suffices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkView {
    pub text: String,
    /// Does a channel need it that this one replaces, or that replaces it?
    pub shared: bool,
}
