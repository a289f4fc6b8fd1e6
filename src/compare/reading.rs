//! What a comparison reads in the JSON report of a run, old or new.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::engine::score::Level;

/// An assessment as it was reported. Fields that are not known here are of no concern.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Reading {
    pub organization: Organization,
    pub as_of: Date,
    pub method: Method,
    pub verdict: Verdict,
    pub regions: Vec<Region>,
    pub cases: Vec<Case>,
    pub findings: Vec<Finding>,
    pub acceptances: Vec<Acceptance>,
    #[serde(default)]
    pub indicators: Vec<Indicator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Organization {
    pub name: String,
    pub currency: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Method {
    pub version: String,
}

/// A number with its text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Figure {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub text: String,
    pub band: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Verdict {
    pub inside: bool,
    pub score: Figure,
    pub level: String,
    pub eal: Figure,
    pub any_breach: Figure,
    pub further_breach: Figure,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Region {
    pub code: String,
    pub name: String,
    pub score: Figure,
    pub eal: Figure,
}

/// An activity in a country.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Case {
    pub activity: String,
    pub name: String,
    pub region: String,
    pub country: String,
    pub standing: String,
    pub score: Figure,
    pub level: String,
    pub breach: Figure,
    pub appetite: Figure,
    pub over_appetite: bool,
    pub hours: Figure,
    pub loss: Figure,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Finding {
    pub id: String,
    pub code: String,
    pub severity: String,
    pub title: String,
    pub accepted: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Acceptance {
    pub finding: String,
    pub owner: String,
    pub until: Date,
    pub days_left: i32,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Indicator {
    pub id: String,
    pub name: String,
    pub value: Option<f64>,
    pub text: String,
    pub state: String,
    pub note: String,
}

impl Reading {
    /// Reads a report.
    pub fn of(assessment: &Value) -> Result<Self, serde_json::Error> {
        Self::deserialize(assessment)
    }

    /// Open findings: those that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.accepted.is_none())
    }

    /// By activity and country.
    pub fn case(&self, activity: &str, region: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.activity == activity && case.region == region)
    }

    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }
}

/// Position of a level, the least first; an unknown word is the highest.
pub fn level_rank(word: &str) -> usize {
    Level::ALL.iter().position(|one| one.name() == word).unwrap_or(Level::ALL.len())
}
