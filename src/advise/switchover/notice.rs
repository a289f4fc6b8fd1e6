//! How much warning one can expect before the primary goes, and how long transitions took.

use super::campaigns::Stopping;
use crate::{
    assess::{Case, Facts},
    knowledge::{LeadTime, NoticeBasis, Precedent},
};

/// Warning before the primary goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice<'k> {
    /// The smallest over the campaigns that stop the primary, in hours; none where none does.
    pub hours: Option<f64>,
    /// Scenario ids with the smallest notice, the most frequent first.
    pub scenarios: Vec<String>,
    /// Transitions into such scenarios in cases that happened, the shortest first.
    pub lead_times: Vec<&'k LeadTime>,
    /// Warned actions of these kinds in the ledger of the country: least and most days, how many.
    pub warned: Option<(f64, f64, usize)>,
}

/// What can be expected.
pub fn notice<'a>(facts: &Facts<'a>, case: Case, stopping: &[Stopping]) -> Notice<'a> {
    let hours = |one: &Stopping| facts.modelled.model.campaigns[one.campaign].notice_hours;
    let least = stopping.iter().map(hours).min_by(f64::total_cmp);
    let mut kinds: Vec<(&str, f64)> = Vec::new();
    for one in stopping {
        let scenario = facts.modelled.campaigns[one.campaign].scenario.as_str();
        match kinds.iter_mut().find(|(kind, _)| *kind == scenario) {
            Some((_, rate)) => *rate += one.rate,
            None => kinds.push((scenario, one.rate)),
        }
    }
    kinds.sort_by(|a, b| b.1.total_cmp(&a.1));
    let shortest = |kind: &str| {
        stopping.iter().any(|one| {
            facts.modelled.campaigns[one.campaign].scenario == kind
                && least.is_some_and(|least| hours(one) <= least)
        })
    };
    let knowledge = facts.estate.knowledge;
    let into = |id: &String| {
        let known = knowledge.scenario(id).map(|scenario| scenario.id.as_str());
        kinds.iter().any(|(kind, _)| Some(*kind) == known)
    };
    let mut lead_times: Vec<&LeadTime> = knowledge
        .ladder
        .lead_time
        .iter()
        .filter(|one| one.into.as_ref().is_some_and(into))
        .collect();
    let days = |one: &LeadTime| one.days.unwrap_or(f64::INFINITY);
    lead_times.sort_by(|a, b| days(a).total_cmp(&days(b)));
    let warned = knowledge.precedents.iter().filter(|one| {
        one.country == case.region.code
            && into(&one.scenario)
            && one.date.first_day() <= facts.estate.as_of
            && one.notice_basis != Some(NoticeBasis::NoWarningFound)
    });
    Notice {
        hours: least,
        scenarios: kinds
            .iter()
            .filter(|(kind, _)| shortest(kind))
            .map(|(kind, _)| (*kind).to_owned())
            .collect(),
        lead_times,
        warned: range(warned),
    }
}

fn range<'k>(precedents: impl Iterator<Item = &'k Precedent>) -> Option<(f64, f64, usize)> {
    let days: Vec<f64> = precedents.filter_map(|one| one.notice_days).collect();
    let least = days.iter().copied().min_by(f64::total_cmp)?;
    let most = days.iter().copied().max_by(f64::total_cmp)?;
    Some((least, most, days.len()))
}
