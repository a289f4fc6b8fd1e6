//! Findings: judgements with a code, a stable id, and words for what to do.

use serde::Serialize;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $description:literal;)+) => {
        /// Every kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum FindingCode { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl FindingCode {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in ids and acceptances.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// One sentence.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description),+ }
            }
        }
    };
}

codes! {
    DisruptedNow = "disrupted-now", "An activity is below its MBCO today and no fallback \
        restores it.";
    InForceNow = "in-force-now", "A measure against a channel in use is in force on the day of \
        the assessment.";
    BreachOverAppetite = "breach-over-appetite", "The probability of a breach of the MTPD \
        within twelve months is above the appetite.";
    UnlawfulFallback = "unlawful-fallback", "A fallback may not be used by a company there, or \
        only with a permit that is not held.";
    SectorBan = "sector-ban", "Organisations of this sector may not use the vendor there.";
    NoSurvivingFallback = "no-surviving-fallback", "In a scenario that stops an activity, none of \
        its fallbacks survives.";
    NoFallback = "no-fallback", "An activity has no fallback in a region.";
    SharedDependency = "shared-dependency", "A fallback needs something that the channel it \
        replaces needs too.";
    LocalizationConflict = "localization-conflict", "Data is stored where a localisation law \
        does not allow it.";
    FailedTest = "failed-test", "The last test of a fallback failed.";
    UntestedFallback = "untested-fallback", "A fallback was never tested.";
    StaleTest = "stale-test", "The last test of a fallback is too old.";
    ShortReach = "short-reach", "A fallback reaches too few people to restore the MBCO.";
    SlowFallback = "slow-fallback", "A fallback takes longer to start than the RTO allows.";
    OnFallbackNow = "on-fallback-now", "An activity already runs on its fallback and has one \
        less left.";
    UnansweredQuestion = "unanswered-question", "One of the four questions has no answer for a \
        channel.";
    AcceptanceExpired = "acceptance-expired", "An acceptance has run out.";
    AcceptanceUnmatched = "acceptance-unmatched", "An acceptance matches no finding.";
}

/// How soon somebody should act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Critical,
    High,
    Medium,
    Low,
}

impl Severity {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Critical => "Critical",
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: FindingCode,
    /// Activity or channel id.
    pub subject: String,
    /// Country code, or `all`.
    pub region: String,
    pub severity: Severity,
    /// What is the case, in one sentence.
    pub title: String,
    /// What it rests on.
    pub details: Vec<String>,
    pub remedy: String,
    pub owner: Option<String>,
    /// Source ids.
    pub sources: Vec<String>,
    /// Who accepted it, why and until when.
    pub accepted: Option<Accepted>,
}

/// An acceptance in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accepted {
    pub owner: String,
    pub reason: String,
    pub until: String,
}

impl Finding {
    /// `code:subject:region`, the same in every format and every quarter.
    pub fn id(&self) -> String {
        format!("{}:{}:{}", self.code.word(), self.subject, self.region)
    }
}

/// Does an acceptance's pattern cover an id? `*` stands for any part.
pub fn matches(pattern: &str, id: &str) -> bool {
    let (pattern, id): (Vec<&str>, Vec<&str>) =
        (pattern.split(':').collect(), id.split(':').collect());
    pattern.len() == id.len() && pattern.iter().zip(id).all(|(p, part)| *p == "*" || *p == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_documented() {
        let mut words: Vec<&str> = FindingCode::ALL.iter().map(|code| code.word()).collect();
        let docs = include_str!("../../docs/findings.md");
        for word in &words {
            assert!(
                docs.contains(&format!("## {word}\n")),
                "docs/findings.md says nothing of {word}"
            );
        }
        assert_eq!(
            docs.matches("\n## ").count(),
            words.len(),
            "docs/findings.md has other headings"
        );
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), FindingCode::ALL.len());
    }

    #[test]
    fn patterns_stand_for_any_part() {
        assert!(matches("stale-test:*:TR", "stale-test:dispatch:TR"));
        assert!(!matches("stale-test:*:TR", "stale-test:dispatch:RU"));
        assert!(!matches("*", "stale-test:dispatch:TR"));
    }
}
