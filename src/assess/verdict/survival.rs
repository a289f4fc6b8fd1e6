//! The finding that no fallback survives.

use std::collections::BTreeMap;

use super::cases::{CaseVerdicts, SceneVerdicts};
use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    words::list,
};

/// `no-surviving-fallback`, one for each activity and region. An activity without any lawful
/// fallback has a finding of its own.
pub fn no_surviving(facts: &Facts, all: &[CaseVerdicts]) -> Vec<Finding> {
    let judged = all.iter().map(|one| (facts.case(one.case), one));
    judged
        .filter(|(case, _)| !facts.lawful_fallbacks(*case).is_empty())
        .filter_map(|(case, one)| finding(facts, case, one))
        .collect()
}

/// "Russia has no surviving channel for driver dispatch in this case: network block"; none where a
/// fallback is left in every scenario.
pub fn sentence(facts: &Facts, case: Case, verdicts: &CaseVerdicts) -> Option<String> {
    let lost: Vec<String> =
        lost(verdicts).map(|one| facts.scenario_name(&one.scenario).to_lowercase()).collect();
    let sentence = || {
        let cases = if lost.len() == 1 { "this case" } else { "these cases" };
        let (region, activity) = (&case.region.name, &case.activity.name);
        format!("{region} has no surviving channel for {activity} in {cases}: {}", list(&lost))
    };
    (!lost.is_empty()).then(sentence)
}

fn lost(verdicts: &CaseVerdicts) -> impl Iterator<Item = &SceneVerdicts> {
    verdicts.scenes.iter().filter(|scene| scene.lost())
}

fn finding(facts: &Facts, case: Case, verdicts: &CaseVerdicts) -> Option<Finding> {
    let title = sentence(facts, case, verdicts)?;
    let severity = match case.activity.tier.value {
        1 => Severity::Critical,
        2 => Severity::High,
        3 => Severity::Medium,
        _ => Severity::Low,
    };
    let remedy = "Add a fallback that none of these stops with the activity: another owner, network \
        and sign-in, lawful there, and tested";
    let details = details(facts, case, verdicts);
    Some(case.finding(FindingCode::NoSurvivingFallback, severity, title, details, remedy))
}

/// One line for each fallback and reason, with the scenarios that it holds in.
fn details(facts: &Facts, case: Case, verdicts: &CaseVerdicts) -> Vec<String> {
    let mut by_reason: BTreeMap<(usize, &str), Vec<String>> = BTreeMap::new();
    for scene in lost(verdicts) {
        for verdict in &scene.verdicts {
            let name = facts.scenario_name(&scene.scenario).to_lowercase();
            by_reason.entry((verdict.fallback, &verdict.reason)).or_default().push(name);
        }
    }
    let scenes = lost(verdicts).count();
    by_reason
        .into_iter()
        .map(|((fallback, reason), names)| {
            let channel = &facts.channel(case.instance.fallbacks[fallback].channel).name;
            let when =
                if names.len() == scenes { String::new() } else { format!(" ({})", list(&names)) };
            format!("{channel}{when}: {reason}")
        })
        .collect()
}
