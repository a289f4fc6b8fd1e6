//! What hangs on what: single points of failure, cut sets, shared nodes, concentration.

use schemars::JsonSchema;
use serde::Serialize;

use super::Figure;

/// A node whose loss alone takes an activity below its MBCO, fallbacks included.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SinglePoint {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Codes of the countries that share the row.
    pub regions: Vec<String>,
    /// Their names.
    pub countries: Vec<String>,
    /// Each alone stops the activity and its full lawful fallbacks.
    pub nodes: Vec<String>,
    /// The first of them, and how many more.
    pub short: String,
}

/// How often an activity is stopped together with its fallbacks, and by what.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DefeatView {
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
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
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SharedNode {
    /// Node id.
    pub node: String,
    /// Its name.
    pub name: String,
    /// When it is needed.
    pub phase: String,
    /// Names of the channels that need it without alternative.
    pub channels: Vec<String>,
    /// What makes one less dependent; may be empty.
    pub mitigation: String,
}

/// Share of the activities that hang on one name.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Concentration {
    /// vendor, owner, jurisdiction or country.
    pub kind: String,
    /// Who or where.
    pub name: String,
    /// Of the expected loss without fallbacks.
    pub share: Figure,
    /// Of the people of all activities.
    pub people: Figure,
    /// Pairs of activity and region.
    #[schemars(extend("x-unit" = "count"))]
    pub cases: usize,
}

/// How much of the expected loss hangs on one unit.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ImportanceView {
    /// A vendor's name, or those of nodes that fall together.
    pub name: String,
    /// vendor or shared.
    pub kind: String,
    /// Of the expected annual loss.
    pub share: Figure,
    /// The same in words.
    pub sentence: String,
}

/// What a channel needs, in regions where it needs the same.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DependencyView {
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// Codes.
    pub regions: Vec<String>,
    /// Names.
    pub countries: Vec<String>,
    /// Name.
    pub vendor: String,
    /// Name of the vendor's owner.
    pub owner: String,
    /// Where it is less independent than it looks.
    pub notes: Vec<String>,
    /// By phase.
    pub phases: Vec<PhaseView>,
}

/// What a channel needs in one phase, and what the loss means.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PhaseView {
    /// `install`, `register`, `run`, `notify`, `pay` or `legal`.
    pub phase: String,
    /// Each is needed.
    pub needs: Vec<LinkView>,
    /// What its loss means.
    pub loss: String,
}

/// Nodes of which any one suffices.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LinkView {
    /// One node, or those of which any one suffices.
    pub text: String,
    /// Does a channel need it that this one replaces, or that replaces it?
    pub shared: bool,
}

/// Activities, the channels that they run on or fall back to, and what several channels share.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DependencyMap {
    /// Activities and channels in the order of the profile, then at most twelve shared nodes, the most
    /// shared first.
    pub nodes: Vec<MapNode>,
    /// From an activity to a channel, and from a channel to a shared node.
    pub edges: Vec<MapEdge>,
}

/// A node of the map.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MapNode {
    /// By which edges name it: a letter and a number.
    pub key: String,
    /// `activity`, `channel` or `shared`.
    pub kind: String,
    /// As in the report.
    pub name: String,
    /// Channels that share it; null for activities and channels.
    #[schemars(extend("x-unit" = "channels"))]
    pub shared_by: Option<usize>,
}

/// A line of the map.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MapEdge {
    /// Key of a node.
    pub from: String,
    /// Key of a node.
    pub to: String,
    /// Its name.
    pub from_name: String,
    /// Its name.
    pub to_name: String,
    /// `primary`, `fallback` or `need`.
    pub kind: String,
}
