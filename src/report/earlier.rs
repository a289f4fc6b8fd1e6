//! Reports of earlier runs, as far as a trend needs them.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::view::DOCUMENT;
use crate::snapshot;

/// An earlier JSON report. Fields that are not known here are of no concern.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Earlier {
    document: String,
    format: u32,
    organization: Named,
    /// Its day.
    pub as_of: Date,
    method: Versioned,
    verdict: Verdict,
    over_appetite: Vec<serde::de::IgnoredAny>,
    finding_counts: Vec<Counted>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Named {
    name: String,
    currency: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Versioned {
    version: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Verdict {
    score: Ranged,
    eal: Ranged,
    further_breach: Ranged,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
struct Counted {
    open: usize,
}

/// A figure of an earlier run.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Ranged {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Why a file cannot stand for an earlier run.
#[derive(Debug, Error)]
pub enum EarlierError {
    #[error("it is no JSON report of blackstart: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("it is a document of another kind, `{0}`")]
    Kind(String),
    #[error("its format is {found}; this version of blackstart reads formats up to {known}")]
    Newer { found: u32, known: u32 },
    #[error("it is the report of {0}")]
    Organization(String),
    #[error("its amounts are in {0}")]
    Currency(String),
    #[error("it is of {0}, which is not before the day of this assessment")]
    Day(Date),
    #[error("its score, loss or probability is not a number in range")]
    Figures,
}

impl Earlier {
    /// Reads a report and makes sure that it is an earlier one of the same organisation.
    pub fn read(
        text: &str,
        organization: &str,
        currency: &str,
        as_of: Date,
    ) -> Result<Self, EarlierError> {
        Self::of(serde_json::from_str(text)?, organization, currency, as_of)
    }

    /// Is the text a snapshot, which holds a report?
    pub fn is_snapshot(text: &str) -> bool {
        #[derive(Deserialize)]
        struct Kind {
            document: String,
        }
        serde_json::from_str::<Kind>(text).is_ok_and(|kind| kind.document == snapshot::DOCUMENT)
    }

    /// The same of a report that was read.
    pub fn of(
        report: Value,
        organization: &str,
        currency: &str,
        as_of: Date,
    ) -> Result<Self, EarlierError> {
        let earlier: Self = serde_json::from_value(report)?;
        if earlier.document != DOCUMENT {
            return Err(EarlierError::Kind(earlier.document));
        }
        if earlier.format > super::view::FORMAT {
            let (found, known) = (earlier.format, super::view::FORMAT);
            return Err(EarlierError::Newer { found, known });
        }
        if earlier.organization.name != organization {
            return Err(EarlierError::Organization(earlier.organization.name));
        }
        if earlier.organization.currency != currency {
            return Err(EarlierError::Currency(earlier.organization.currency));
        }
        if earlier.as_of >= as_of {
            return Err(EarlierError::Day(earlier.as_of));
        }
        if !earlier.sound() {
            return Err(EarlierError::Figures);
        }
        Ok(earlier)
    }

    fn sound(&self) -> bool {
        let within = |figure: Ranged, most: f64| {
            let each = [Some(figure.value), figure.low, figure.high];
            each.into_iter().flatten().all(|x| x.is_finite() && (0.0..=most).contains(&x))
        };
        within(self.verdict.score, 100.0)
            && within(self.verdict.eal, 1e18)
            && within(self.verdict.further_breach, 1.0)
    }

    /// Version of its method.
    pub fn method(&self) -> &str {
        &self.method.version
    }

    pub const fn score(&self) -> Ranged {
        self.verdict.score
    }

    pub const fn eal(&self) -> Ranged {
        self.verdict.eal
    }

    pub const fn further_breach(&self) -> Ranged {
        self.verdict.further_breach
    }

    /// Activities by country above appetite.
    pub fn over_appetite(&self) -> usize {
        self.over_appetite.len()
    }

    /// Findings without an acceptance.
    pub fn open_findings(&self) -> usize {
        self.finding_counts.iter().map(|count| count.open).sum()
    }
}
