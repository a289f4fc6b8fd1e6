//! Measures that a state has announced: a law or a plan with a date ahead, or with none yet.
//!
//! A campaign comes at any time; an announced measure comes once or not at all. So each is an event
//! of its own, with the chance of its stage ([`Announced`](super::Announced)).

use jiff::{Span, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{AnnouncedStage, Confidence, Knowledge, PartialDate, year_ahead};

/// Months after which one without a date of effect should be looked at again.
const LONG: i32 = 24;

/// One announced measure. Files in `seeds/announced/` hold those of one country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// `cc-yyyy-mm-word`, by the date of effect, or of the announcement where there is none.
    #[validate(length(min = 4, max = 80))]
    pub id: String,
    /// Country code, or that of a group for all its members.
    pub country: String,
    /// Scenario id that would begin.
    pub scenario: String,
    /// Vendor ids or aliases; empty for every vendor of the kind.
    #[serde(default)]
    pub vendors: Vec<String>,
    /// How far it has come.
    pub stage: AnnouncedStage,
    /// When it was made known; absent where not found.
    pub announced: Option<PartialDate>,
    /// When it is to take effect; absent where no date is set.
    pub effective: Option<PartialDate>,
    /// When it was given up.
    pub withdrawn: Option<PartialDate>,
    /// When it took effect; from then on it belongs to the ledger.
    pub done: Option<PartialDate>,
    /// One sentence.
    #[validate(length(min = 10, max = 600))]
    pub summary: String,
    #[serde(default)]
    #[validate(length(max = 600))]
    pub note: String,
    /// Source id; required where `confidence` is `sourced`.
    pub source: Option<String>,
    pub confidence: Confidence,
}

impl Announcement {
    /// Was it neither withdrawn nor done by that day?
    pub fn is_open(&self, as_of: Date) -> bool {
        let ends = [self.withdrawn, self.done];
        ends.into_iter().flatten().all(|end| end.first_day() > as_of)
    }

    /// Has the day passed on which it was to take effect?
    pub fn has_passed(&self, as_of: Date) -> bool {
        self.effective.is_some_and(|effective| effective.last_day() < as_of)
    }

    /// Can it take effect within the twelve months from that day?
    ///
    /// It must be open and have been made known by then. A measure without a date of effect counts.
    /// One with a date counts if any day that the date can mean lies between that day and the same
    /// day a year later, both included; one whose date has passed does not count any more.
    pub fn counts(&self, as_of: Date) -> bool {
        let known = self.announced.is_none_or(|announced| announced.first_day() <= as_of);
        let until = year_ahead(as_of);
        let ahead = self.effective.is_none_or(|effective| effective.first_day() <= until);
        self.is_open(as_of) && known && ahead && !self.has_passed(as_of)
    }

    /// Why somebody should look at it again; `None` where all is well.
    pub fn overdue(&self, as_of: Date) -> Option<String> {
        let old = as_of.saturating_sub(Span::new().months(LONG));
        match (self.effective, self.announced) {
            _ if !self.is_open(as_of) => None,
            (Some(effective), _) => self
                .has_passed(as_of)
                .then(|| format!("was to take effect on {effective}, and is still open")),
            (None, Some(announced)) => (announced.last_day() < old)
                .then(|| format!("was announced on {announced}, and still has no date")),
            (None, None) => None,
        }
    }
}

impl Knowledge {
    /// Announced measures that can take effect in a country within the twelve months from a day:
    /// its own, and those of groups it belongs to. [`Announcement::counts`] says which do.
    pub fn announced_for(&self, country: &str, as_of: Date) -> Vec<&Announcement> {
        let all = self.announcements.iter();
        all.filter(|one| one.counts(as_of) && self.binds(one, country)).collect()
    }

    /// Is a measure announced for the country, or for a group it belongs to?
    pub fn binds(&self, announcement: &Announcement, country: &str) -> bool {
        let member = || {
            let group = self.jurisdictions.get(&announcement.country);
            group.is_some_and(|group| group.members.iter().any(|member| member == country))
        };
        announcement.country == country || member()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn measure(announced: Option<&str>, effective: Option<&str>) -> Announcement {
        let date = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        Announcement {
            id: "xx-word".to_owned(),
            country: "XX".to_owned(),
            scenario: String::new(),
            vendors: Vec::new(),
            stage: AnnouncedStage::Dated,
            announced: date(announced),
            effective: date(effective),
            withdrawn: None,
            done: None,
            summary: String::new(),
            note: String::new(),
            source: None,
            confidence: Confidence::Known,
        }
    }

    #[test]
    fn what_takes_effect_within_a_year_counts() {
        let today = day("2026-11-22");
        for (effective, counts) in [
            ("2026-11-21", false),
            ("2026-11-22", true),
            ("2026-11", true),
            ("2026-10", false),
            ("2027-11-22", true),
            ("2027-11-23", false),
            ("2027", true),
            ("2028", false),
        ] {
            assert_eq!(measure(None, Some(effective)).counts(today), counts, "{effective}");
        }
        assert!(measure(None, None).counts(today), "no date counts");
    }

    #[test]
    fn what_was_not_yet_known_or_is_closed_does_not_count() {
        let mut one = measure(Some("2026-06"), None);
        assert!(!one.counts(day("2026-05-31")));
        assert!(one.counts(day("2026-06-01")));
        one.withdrawn = Some("2026-09-10".parse().unwrap());
        assert!(one.counts(day("2026-09-09")));
        assert!(!one.counts(day("2026-09-10")));
        (one.withdrawn, one.done) = (None, one.withdrawn);
        assert!(!one.counts(day("2026-09-10")));
    }

    #[test]
    fn what_should_be_closed_is_overdue() {
        let today = day("2026-11-22");
        let why = |announced, effective| measure(announced, effective).overdue(today);
        assert!(why(None, Some("2026-11-21")).is_some());
        assert!(why(Some("2020"), Some("2026-11-22")).is_none());
        assert!(why(Some("2024-11-21"), None).is_some());
        assert!(why(Some("2024-11-22"), None).is_none());
        assert!(why(None, None).is_none());
        let mut done = measure(None, Some("2026-01"));
        done.done = Some("2026-01".parse().unwrap());
        assert!(done.overdue(today).is_none());
    }
}
