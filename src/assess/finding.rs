//! Findings: judgements with a code, a stable id, and words for what to do.

use serde::Serialize;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $about:ident, $description:literal;)+) => {
        /// Every kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum FindingCode { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl FindingCode {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in ids and acceptances.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What it is a judgement of.
            pub const fn about(self) -> About {
                match self { $(Self::$variant => About::$about),+ }
            }

            /// Is it for whoever fills in the profile, so that `check` shows it?
            pub const fn in_check(self) -> bool {
                let accepted = matches!(
                    self,
                    Self::AcceptanceExpired
                        | Self::AcceptanceUnmatched
                        | Self::AcceptanceExpiring
                        | Self::AcceptanceLasting
                );
                accepted || !matches!(self.about(), About::Organization)
            }

            /// One sentence.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description),+ }
            }
        }
    };
}

codes! {
    DisruptedNow = "disrupted-now", Organization, "An activity is below its MBCO today and no fallback \
        restores it.";
    InForceNow = "in-force-now", Organization, "A measure against a channel in use is in force on the day of \
        the assessment.";
    BreachOverAppetite = "breach-over-appetite", Organization, "The probability of a breach of the MTPD \
        within twelve months is above the appetite.";
    UnlawfulFallback = "unlawful-fallback", Organization, "A fallback may not be used by a company there, or \
        only with a permit that is not held.";
    SectorBan = "sector-ban", Organization, "Organisations of this sector may not use the vendor there.";
    NoSurvivingFallback = "no-surviving-fallback", Organization, "In a scenario that stops an activity, none of \
        its fallbacks survives.";
    NoFallback = "no-fallback", Organization, "An activity has no fallback in a region.";
    SharedDependency = "shared-dependency", Organization, "A fallback needs something that the channel it \
        replaces needs too.";
    LocalizationConflict = "localization-conflict", Organization, "Data is stored where a localisation law \
        does not allow it.";
    FailedTest = "failed-test", Organization, "The last test of a fallback failed.";
    UntestedFallback = "untested-fallback", Organization, "A fallback was never tested.";
    StaleTest = "stale-test", Organization, "The last test of a fallback is too old.";
    ShortReach = "short-reach", Organization, "A fallback reaches too few people to restore the MBCO.";
    SlowFallback = "slow-fallback", Organization, "A fallback takes longer to start than the RTO allows.";
    OnFallbackNow = "on-fallback-now", Organization, "An activity already runs on its fallback and has one \
        less left.";
    UnansweredQuestion = "unanswered-question", Organization, "One of the four questions has no answer for a \
        channel.";
    AcceptanceExpired = "acceptance-expired", Organization, "An acceptance has run out.";
    AcceptanceUnmatched = "acceptance-unmatched", Organization, "An acceptance matches no finding.";
    AcceptanceExpiring = "acceptance-expiring", Organization, "An acceptance runs out within a month.";
    AcceptanceLasting = "acceptance-lasting", Organization, "A grave finding is accepted for more than six \
        months.";
    ResidualAboveInherent = "residual-above-inherent", Model, "The risk of an activity is higher \
        with its fallbacks than without.";
    LoweredWithoutEvidence = "lowered-without-evidence", Model, "A risk is lowered only by fallbacks \
        none of which has passed a test.";
    TestsOnOneDay = "tests-on-one-day", Model, "All tests of fallbacks bear the same date.";
    RtoAtMtpd = "rto-at-mtpd", Profile, "The RTO leaves next to no time before the MTPD.";
    ImpactBelowTier = "impact-below-tier", Profile, "The impact stated for an activity does not reach \
        what its tier stands for.";
    SameTenant = "same-tenant", Profile, "A fallback is the service that it replaces, or hangs on the \
        same thing of the organisation's own.";
    PeopleWithoutChannel = "people-without-channel", Profile, "People work where no activity has a \
        channel.";
    NoOwner = "no-owner", Profile, "Nobody is named who answers for an activity.";
    ReviewOverdue = "review-overdue", Profile, "An answer about a channel was not looked at for two \
        quarters.";
    MostlyJudgement = "mostly-judgement", Model, "More than half of the harm ahead rests on kinds \
        of campaign that nobody counts.";
    MostlyAssumed = "mostly-assumed", Model, "More than half of the expected loss rests on \
        defaults.";
    UncountedLoss = "uncounted-loss", Model, "Outages cost nothing in the report, because no loss \
        is stated and none is assumed in the currency.";
    StatesLeftOut = "states-left-out", Model, "An activity has more vendors than are enumerated \
        together.";
    OldFacts = "old-facts", Model, "What is known of a vendor or country in use was looked at long \
        ago.";
}

/// What a finding is a judgement of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What can happen to the organisation, and what it has against it.
    Organization,
    /// The profile: what a practitioner would question in it.
    Profile,
    /// The model: where its figures say less than they seem to.
    Model,
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
