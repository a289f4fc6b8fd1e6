//! Indicators: what is looked at between two quarters, with limits beyond which a run is due before its
//! time.

use jiff::Span;
use serde::Serialize;

use super::{
    acceptance::AcceptanceState,
    dependence::single_points,
    facts::{Case, Facts},
    register::Row,
};
use crate::{
    knowledge::{Indicators, Limits, PartialDate, months_before},
    likelihood::{evidence::Grade, ledger::campaigns, readiness::Tested},
};

macro_rules! codes {
    ($($variant:ident = $word:literal, $unit:ident, $name:literal;)+) => {
        /// Every indicator.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum IndicatorCode { $(#[doc = $name] #[serde(rename = $word)] $variant),+ }

        impl IndicatorCode {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What is measured.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// In what.
            pub const fn unit(self) -> Unit {
                match self { $(Self::$variant => Unit::$unit),+ }
            }
        }
    };
}

codes! {
    OverAppetite = "over-appetite", Count, "Activities by country above their breach appetite";
    TestAge = "test-age", Days, "Oldest last passed test of an activity of tier 1 or 2";
    SinglePoints = "single-points", Count, "Activities of tier 1 or 2 with a single point of failure";
    ShortReach = "short-reach", Count, "Activities of tier 1 or 2 of which no fallback reaches the MBCO";
    Activation = "activation", Times, "Longest activation of a best fallback, as a multiple of the RTO";
    VendorShare = "vendor-share", Share, "Share of the harm that comes through one vendor";
    CountryShare = "country-share", Share, "Share of the harm that arises in one country";
    NewCampaigns = "new-campaigns", Count, "New campaigns in operating countries in the last quarter";
    Announced = "announced", Count, "Announced measures that take effect within half a year";
    Localization = "localization", Count, "Channels by country with data stored against a localisation law";
    Acceptances = "acceptances", Count, "Acceptances that have run out, or do so within a month";
    OldFacts = "old-facts", Share, "Share of vendors and countries in use that nobody looked at for a year";
    WeakEvidence = "weak-evidence", Share, "Share of the harm that rests on grades C and D";
    SelfCheck = "self-check", StandardErrors, "Largest difference between exact and simulated figures";
}

/// What an indicator is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Count,
    Days,
    Share,
    Times,
    StandardErrors,
}

/// Where an indicator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Green,
    Amber,
    Red,
}

impl State {
    /// As printed and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// One indicator on the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    pub code: IndicatorCode,
    /// None where there is nothing to measure, which `note` explains.
    pub value: Option<f64>,
    pub state: State,
    /// Which activity, vendor or country it is, where it is one.
    pub note: String,
    pub limits: Limits,
}

/// All indicators, in the order of their codes.
pub fn indicators(
    facts: &Facts,
    register: &[Row],
    acceptances: &[AcceptanceState],
) -> Vec<Indicator> {
    let measured = Measured { facts, register, acceptances, limits: limits(facts) };
    IndicatorCode::ALL.iter().map(|code| measured.indicator(*code)).collect()
}

fn limits<'a>(facts: &Facts<'a>) -> &'a Indicators {
    &facts.estate.knowledge.method.indicators
}

struct Measured<'f, 'a> {
    facts: &'f Facts<'a>,
    register: &'f [Row],
    acceptances: &'f [AcceptanceState],
    limits: &'a Indicators,
}

/// A value and what it is that of.
type Reading = (Option<f64>, String);

impl<'a> Measured<'_, 'a> {
    fn indicator(&self, code: IndicatorCode) -> Indicator {
        let of = self.limits;
        let ((value, note), limits) = match code {
            IndicatorCode::OverAppetite => (self.over_appetite(), of.over_appetite),
            IndicatorCode::TestAge => (self.test_age(), of.test_age_days),
            IndicatorCode::SinglePoints => (self.single_points(), of.single_points),
            IndicatorCode::ShortReach => (self.short_reach(), of.short_reach),
            IndicatorCode::Activation => (self.activation(), of.activation_per_rto),
            IndicatorCode::VendorShare => (self.vendor_share(), of.vendor_share),
            IndicatorCode::CountryShare => (self.country_share(), of.country_share),
            IndicatorCode::NewCampaigns => (self.new_campaigns(), of.new_campaigns),
            IndicatorCode::Announced => (self.announced(), of.announced),
            IndicatorCode::Localization => (self.localization(), of.localization_conflicts),
            IndicatorCode::Acceptances => return self.acceptances(),
            IndicatorCode::OldFacts => (self.old_facts(), of.old_facts),
            IndicatorCode::WeakEvidence => (self.weak_evidence(), of.weak_evidence),
            IndicatorCode::SelfCheck => (self.self_check(), of.self_check_z),
        };
        Indicator { code, state: state(value, limits), value, note, limits }
    }

    /// Cases of the tiers that are watched.
    fn watched(&self) -> impl Iterator<Item = Case<'a>> {
        let tier = self.limits.watched_tier;
        self.facts.cases().filter(move |case| case.activity.tier.value <= tier)
    }

    fn over_appetite(&self) -> Reading {
        let above = |case: &Case| case.residual.breach.value > case.activity.appetite.value;
        counted(self.facts.cases().filter(above).map(named))
    }

    /// A watched activity is as well tested as the best of its fallbacks.
    fn test_age(&self) -> Reading {
        let age = |case: &Case| {
            let passed = case.instance.fallbacks.iter().filter_map(|one| match one.tested {
                Tested::Passed(days) => Some(f64::from(days.max(0))),
                Tested::Never | Tested::Failed => None,
            });
            passed.min_by(f64::total_cmp)
        };
        let with = |case: &Case| !case.instance.fallbacks.is_empty();
        let cases: Vec<Case> = self.watched().filter(with).collect();
        if let Some(case) = cases.iter().find(|case| age(case).is_none()) {
            return (
                Some(f64::INFINITY),
                format!("no fallback of {} ever passed one", named(*case)),
            );
        }
        let oldest = cases.iter().filter_map(|case| Some((age(case)?, named(*case))));
        let oldest = oldest.max_by(|a, b| a.0.total_cmp(&b.0));
        oldest.map_or((None, "no such activity has a fallback".to_owned()), |(age, name)| {
            (Some(age), name)
        })
    }

    fn single_points(&self) -> Reading {
        let one = |case: &Case| !single_points(self.facts, *case).is_empty();
        counted(self.watched().filter(one).map(named))
    }

    fn short_reach(&self) -> Reading {
        let short = |case: &Case| {
            let most = case.instance.fallbacks.iter().map(|one| one.reach).fold(0.0, f64::max);
            most < case.activity.mbco.value
        };
        counted(self.watched().filter(short).map(named))
    }

    /// Of fallbacks that reach the MBCO the quickest counts.
    fn activation(&self) -> Reading {
        let ratio = |case: Case| {
            let enough = case.instance.fallbacks.iter();
            let enough = enough.filter(|one| one.reach >= case.activity.mbco.value);
            let quickest = enough.map(|one| one.activation.value).min_by(f64::total_cmp)?;
            (case.activity.rto.value > 0.0).then(|| quickest / case.activity.rto.value)
        };
        let all = self.watched().filter_map(|case| Some((ratio(case)?, named(case))));
        let worst = all.max_by(|a, b| a.0.total_cmp(&b.0));
        worst.map_or((None, "no fallback reaches the MBCO".to_owned()), |(ratio, name)| {
            (Some(ratio), name)
        })
    }

    fn vendor_share(&self) -> Reading {
        self.largest(|row| self.facts.vendor_of(row.channel).to_owned())
    }

    fn country_share(&self) -> Reading {
        self.largest(|row| self.facts.estate.regions[row.region].name.clone())
    }

    /// The name through which most of the register's harm comes.
    fn largest(&self, name: impl Fn(&Row) -> String) -> Reading {
        let mut by_name = std::collections::BTreeMap::<String, f64>::new();
        for row in self.register {
            *by_name.entry(name(row)).or_default() += row.residual;
        }
        let all: f64 = by_name.values().sum();
        let most = by_name.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
        match most.filter(|_| all > 0.0) {
            Some((name, harm)) => (Some(harm / all), name),
            None => (None, "no harm is expected".to_owned()),
        }
    }

    fn new_campaigns(&self) -> Reading {
        let estate = self.facts.estate;
        let since = estate.as_of.saturating_sub(Span::new().days(self.limits.recent_days));
        let recent = estate.regions.iter().flat_map(|region| {
            let all = campaigns(estate.knowledge, &region.code, estate.as_of);
            let new = all.into_iter().filter(move |one| one.start > since);
            new.map(|one| format!("{} in {}", self.facts.scenario_name(one.scenario), region.name))
        });
        counted(recent)
    }

    fn announced(&self) -> Reading {
        let estate = self.facts.estate;
        let until = estate.as_of.saturating_add(Span::new().days(self.limits.ahead_days));
        let near =
            estate.announced.iter().filter(|one| one.effective.is_some_and(|day| day <= until));
        counted(near.map(|one| {
            let place = &estate.regions[one.region].name;
            format!("{} in {place}", self.facts.scenario_name(&one.scenario))
        }))
    }

    fn localization(&self) -> Reading {
        let estate = self.facts.estate;
        let open = estate.deployments.iter().filter(|one| !one.conflicts.is_empty());
        counted(open.map(|one| {
            let (channel, place) = (&estate.channels[one.channel], &estate.regions[one.region]);
            format!("{} in {}", channel.name, place.name)
        }))
    }

    fn acceptances(&self) -> Indicator {
        let limit = i32::from(self.limits.expiry_days);
        let out = self.acceptances.iter().filter(|one| one.days_left < 0).count();
        let near = self.acceptances.iter().filter(|one| one.days_left <= limit);
        let (value, note) = counted(near.map(|one| one.pattern.clone()));
        let state = match (out, value) {
            (1.., _) => State::Red,
            (0, Some(count)) if count > 0.0 => State::Amber,
            _ => State::Green,
        };
        let limits = Limits { amber: Some(1.0), red: None };
        Indicator { code: IndicatorCode::Acceptances, value, state, note, limits }
    }

    fn old_facts(&self) -> Reading {
        let estate = self.facts.estate;
        let months = i32::from(estate.knowledge.method.review.facts_months);
        let since = months_before(estate.as_of, months);
        let vendors = estate.channels.iter().map(|one| one.vendor.reviewed);
        let known = |code: &String| estate.knowledge.jurisdictions.get(code);
        let countries = estate.regions.iter().filter_map(|one| Some(known(&one.code)?.reviewed));
        let days: Vec<_> = vendors.chain(countries).map(PartialDate::last_day).collect();
        let old = days.iter().filter(|day| **day < since).count();
        (share(old as f64, days.len() as f64), String::new())
    }

    fn weak_evidence(&self) -> Reading {
        let cells = || self.facts.cases().flat_map(|case| &case.residual.cells);
        let weak = cells().filter(|cell| {
            matches!(self.facts.modelled.campaigns[cell.campaign].grade, Grade::C | Grade::D)
        });
        let harm = |cell: &crate::engine::outcome::Cell| cell.harm();
        (share(weak.map(harm).sum(), cells().map(harm).sum()), String::new())
    }

    fn self_check(&self) -> Reading {
        let all = &self.facts.analysis.simulated.comparisons;
        let worst = all
            .iter()
            .filter_map(|one| Some((one.z?.abs(), one.quantity.to_string())))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        worst.map_or((None, "nothing could be compared".to_owned()), |(z, of)| (Some(z), of))
    }
}

fn named(case: Case) -> String {
    format!("{}, {}", case.activity.name, case.region.name)
}

/// How many, and which.
fn counted(names: impl Iterator<Item = String>) -> Reading {
    const TOLD: usize = 3;
    let names: Vec<String> = names.collect();
    let mut note = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join("; ");
    if names.len() > TOLD {
        note = format!("{note}; and {} more", names.len() - TOLD);
    }
    (Some(names.len() as f64), note)
}

fn share(part: f64, all: f64) -> Option<f64> {
    (all > 0.0).then(|| part / all)
}

fn state(value: Option<f64>, limits: Limits) -> State {
    let reached =
        |limit: Option<f64>| value.zip(limit).is_some_and(|(value, limit)| value >= limit);
    if reached(limits.red) {
        State::Red
    } else if reached(limits.amber) {
        State::Amber
    } else {
        State::Green
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_changes_its_colour_at_its_limit() {
        let limits = Limits { amber: Some(1.0), red: Some(2.0) };
        assert_eq!(state(None, limits), State::Green);
        assert_eq!(state(Some(0.9), limits), State::Green);
        assert_eq!(state(Some(1.0), limits), State::Amber);
        assert_eq!(state(Some(2.0), limits), State::Red);
        assert_eq!(state(Some(9.0), Limits { amber: None, red: None }), State::Green);
    }

    #[test]
    fn every_indicator_is_documented() {
        let docs = include_str!("../../docs/indicators.md");
        for code in IndicatorCode::ALL {
            let row = format!("| `{}` |", code.word());
            assert!(docs.contains(&row), "docs/indicators.md says nothing of {}", code.word());
        }
    }
}
