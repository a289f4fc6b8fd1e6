//! The kinds of thing that one can look up.

use clap::ValueEnum;
use serde::Serialize;

/// A kind of thing in the knowledge base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    #[value(alias = "vendors")]
    Vendor,
    #[value(alias = "countries")]
    Country,
    #[value(alias = "scenarios")]
    Scenario,
    #[value(alias = "precedents")]
    Precedent,
    #[value(alias = "announcements", alias = "announced")]
    Announcement,
    #[value(alias = "measures")]
    Measure,
    #[value(alias = "drills")]
    Drill,
    #[value(alias = "nodes")]
    Node,
    #[value(alias = "sources")]
    Source,
    #[value(alias = "ladders")]
    Ladder,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Vendor,
        Self::Country,
        Self::Scenario,
        Self::Precedent,
        Self::Announcement,
        Self::Measure,
        Self::Drill,
        Self::Node,
        Self::Source,
        Self::Ladder,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Vendor => "vendor",
            Self::Country => "country",
            Self::Scenario => "scenario",
            Self::Precedent => "precedent",
            Self::Announcement => "announcement",
            Self::Measure => "measure",
            Self::Drill => "drill",
            Self::Node => "node",
            Self::Source => "source",
            Self::Ladder => "ladder",
        }
    }
}
