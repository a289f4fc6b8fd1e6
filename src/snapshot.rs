//! A snapshot: everything of one run that a later quarter needs, in one file of JSON.
//!
//! It holds the profile as written, what the run depended on, the assessment as it was reported, and
//! forecasts that are frozen until they can be scored. Its digest shows whether anybody has changed
//! it. The knowledge base stands beside it, once for all snapshots that used it.

mod digest;
mod folder;
mod forecast;
mod read;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use digest::sha256;
pub use folder::{archive_name, folder_name, snapshot_name};
pub use forecast::{Forecast, forecasts};
pub use read::{SnapshotError, read};

use crate::assess::Facts;

/// Version of the snapshots that this program writes.
pub const FORMAT: u32 = 1;

/// What kind of document it is.
pub const DOCUMENT: &str = "snapshot";

/// One run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub document: String,
    pub format: u32,
    /// Name and version of the program.
    pub tool: String,
    pub organization: String,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// Day of the assessment.
    pub as_of: Date,
    /// Seed of the simulation.
    pub seed: u64,
    /// Version of the method.
    pub method: String,
    pub inputs: Inputs,
    pub profile: Written,
    /// What this run expects of the twelve months ahead.
    pub forecasts: Vec<Forecast>,
    /// The report as JSON.
    pub assessment: Value,
    /// SHA-256 of everything else in the file.
    pub digest: String,
}

/// SHA-256 of what the run depended on, as hex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    pub profile: String,
    /// Of all files of the knowledge base: its name in the folder of knowledge.
    pub knowledge: String,
    /// Of the file that keeps the knowledge base.
    pub archive: String,
    pub templates: String,
}

/// The profile as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Name of the file, without its folder.
    pub file: String,
    pub text: String,
}

/// What a snapshot is made of beside the facts.
pub struct Parts {
    pub profile: Written,
    /// SHA-256 of the file that keeps the knowledge base.
    pub archive: String,
    /// SHA-256 of the templates.
    pub templates: String,
    /// The report as JSON.
    pub assessment: Value,
}

impl Snapshot {
    /// The snapshot of a run.
    pub fn of(facts: &Facts, parts: Parts) -> Self {
        let estate = facts.estate;
        let mut snapshot = Self {
            document: DOCUMENT.to_owned(),
            format: FORMAT,
            tool: concat!("blackstart ", env!("CARGO_PKG_VERSION")).to_owned(),
            organization: estate.profile.organization.name.clone(),
            currency: estate.currency.value.clone(),
            as_of: estate.as_of,
            seed: facts.analysis.simulated.options.seed,
            method: estate.knowledge.method.version.clone(),
            inputs: Inputs {
                profile: sha256(parts.profile.text.as_bytes()),
                knowledge: estate.knowledge.hash.clone(),
                archive: parts.archive,
                templates: parts.templates,
            },
            profile: parts.profile,
            forecasts: forecasts(facts),
            assessment: parts.assessment,
            digest: String::new(),
        };
        snapshot.digest = digest::of(&snapshot);
        snapshot
    }
}
