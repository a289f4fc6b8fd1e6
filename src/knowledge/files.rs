//! The files of a knowledge base as text, and the shape of those that hold several entries.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{
    Announcement, LeadTime, Node, Pace, Precedent, Source, Stage,
    history::{LEVERS, POPULATION},
};

/// The embedded knowledge base: relative names and texts, in the order of their names. What is TOML
/// in `seeds/` is JSON here, which is read faster.
pub const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/seeds.rs"));

/// SHA-256 of the embedded names and texts.
pub const EMBEDDED_HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/seeds.hash"));

/// Relative names and texts of an overlay. A file with the name of an embedded one is laid over it
/// fact by fact, any other is added.
pub type Overlay = BTreeMap<String, String>;

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Vendor,
    Jurisdiction,
    Scenario,
    Measure,
    Drill,
    Nodes,
    Precedents,
    Announced,
    Sources,
    Method,
    Ladder,
    Switchover,
    Disputes,
    Countries,
    Borders,
    Streams,
    Starts,
    Tiers,
    Durations,
    Together,
    Levers,
    Population,
    Backtest,
}

/// Ids of the entries that have a file of their own in a folder, such as `vendors`.
pub fn embedded_ids(folder: &str) -> impl Iterator<Item = &'static str> {
    let folder = folder.to_owned();
    EMBEDDED.iter().filter_map(move |(name, _)| {
        name.strip_prefix(folder.as_str())?.strip_prefix('/')?.strip_suffix(".toml")
    })
}

impl FileKind {
    /// `None` for a name that the loader does not know.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "method.toml" => Self::Method,
            "ladder.toml" => Self::Ladder,
            "switchover.toml" => Self::Switchover,
            "disputes.toml" => Self::Disputes,
            "countries.csv" => Self::Countries,
            "borders.csv" => Self::Borders,
            "rates/streams.toml" => Self::Streams,
            "rates/starts.csv" => Self::Starts,
            "rates/tiers.csv" => Self::Tiers,
            "rates/durations.csv" => Self::Durations,
            "rates/together.csv" => Self::Together,
            "rates/backtest.toml" => Self::Backtest,
            LEVERS => Self::Levers,
            POPULATION => Self::Population,
            _ => match name.strip_suffix(".toml")?.split_once('/')?.0 {
                "vendors" => Self::Vendor,
                "jurisdictions" => Self::Jurisdiction,
                "scenarios" => Self::Scenario,
                "measures" => Self::Measure,
                "drills" => Self::Drill,
                "nodes" => Self::Nodes,
                "precedents" => Self::Precedents,
                "announced" => Self::Announced,
                "sources" => Self::Sources,
                _ => return None,
            },
        })
    }
}

/// A file of `nodes/`, `precedents/`, `announced/` or `sources/`: entries and, beside them, the sources they name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Entries {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[serde(default)]
    #[validate(nested)]
    pub node: Vec<Node>,
    #[serde(default)]
    #[validate(nested)]
    pub precedent: Vec<Precedent>,
    #[serde(default)]
    #[validate(nested)]
    pub announced: Vec<Announcement>,
    #[serde(default)]
    #[validate(nested)]
    pub source: Vec<Source>,
}

/// `ladder.toml`: when to move to the next channel, and how fast things moved in cases that happened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[serde(default)]
    #[validate(nested)]
    pub pace: Vec<Pace>,
    #[serde(default)]
    #[validate(nested)]
    pub stage: Vec<Stage>,
    #[serde(default)]
    #[validate(nested)]
    pub lead_time: Vec<LeadTime>,
}
