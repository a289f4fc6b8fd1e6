//! How well a likelihood is founded.

use jiff::civil::Date;
use serde::Serialize;

use super::ledger::LedgerCampaign;
use crate::knowledge::{Counting, Scenario};

/// Evidence grade, printed beside every likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Grade {
    /// Several dated campaigns of this kind in this country within five years.
    A,
    /// One or two.
    B,
    /// None here; the rate of comparable countries, which is counted.
    C,
    /// Judgement.
    D,
}

impl Grade {
    /// As printed.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// In words.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::A => {
                "three or more dated campaigns of this kind in the country within five years"
            }
            Self::B => "one or two dated campaigns of this kind in the country within five years",
            Self::C => {
                "none of this kind in the country within five years; the counted rate of \
                    comparable countries"
            }
            Self::D => "judgement: no counted rate exists for this kind",
        }
    }

    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];
}

/// Grade of a scenario in a country.
pub fn grade(
    counting: &Counting,
    scenario: &Scenario,
    ledger: &[LedgerCampaign],
    as_of: Date,
    in_panel: bool,
) -> Grade {
    let first = as_of.saturating_sub(jiff::Span::new().years(counting.grade_years));
    let recent = ledger.iter().filter(|c| c.scenario == scenario.id && c.start > first).count();
    match recent {
        0 if scenario.share.counted && in_panel => Grade::C,
        0 => Grade::D,
        few if few < counting.grade_a_events => Grade::B,
        _ => Grade::A,
    }
}
