//! Who must do what: open findings by owner, those that ask for the same together.

use std::collections::BTreeMap;

use super::places::grouped;
use crate::{
    assess::{
        Assessment, Facts,
        finding::{About, Finding, FindingCode, Severity},
    },
    report::view::{ActionView, FindingRef, OwnerActions},
};

/// For what has no owner.
const NOBODY: &str = "No owner named";

/// Findings that ask for the same of the same person.
type Groups<'a> = BTreeMap<(FindingCode, &'a str), Vec<&'a Finding>>;

/// Owners with the gravest tasks first; what has no owner comes last.
pub fn actions(facts: &Facts, assessment: &Assessment) -> Vec<OwnerActions> {
    let mut owners: BTreeMap<(bool, &str), Groups> = BTreeMap::new();
    for finding in assessment.findings.iter().filter(|one| asks(one)) {
        let owner = finding.owner.as_deref();
        let groups = owners.entry((owner.is_none(), owner.unwrap_or(NOBODY))).or_default();
        groups.entry((finding.code, &finding.remedy)).or_default().push(finding);
    }
    let view = |((_, owner), groups): ((bool, &str), Groups)| {
        let mut actions: Vec<(Severity, ActionView)> =
            groups.into_values().map(|group| action(facts, &group)).collect();
        actions.sort_by_key(|(severity, _)| *severity);
        OwnerActions {
            owner: owner.to_owned(),
            actions: actions.into_iter().map(|(_, action)| action).collect(),
        }
    };
    owners.into_iter().map(view).collect()
}

/// Warnings about the model are a chapter of their own.
fn asks(finding: &Finding) -> bool {
    finding.accepted.is_none() && finding.code.about() == About::Organization
}

fn action(facts: &Facts, group: &[&Finding]) -> (Severity, ActionView) {
    let severity = group.iter().map(|one| one.severity).min().unwrap_or(Severity::Low);
    let first = group[0];
    let pairs = group.iter().map(|one| (subject(facts, one), country(facts, one)));
    let view = ActionView {
        severity: severity.name().to_owned(),
        due: due(severity).to_owned(),
        code: first.code.word().to_owned(),
        remedy: first.remedy.clone(),
        places: grouped(pairs),
        findings: group.iter().map(|one| reference(one)).collect(),
    };
    (severity, view)
}

fn reference(finding: &Finding) -> FindingRef {
    FindingRef { id: finding.id(), region: finding.region.clone() }
}

const fn due(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "now",
        Severity::High => "this month",
        Severity::Medium => "this quarter",
        Severity::Low => "when next touched",
    }
}

/// Name of the activity or channel that a finding is about.
fn subject<'a>(facts: &'a Facts, finding: &'a Finding) -> &'a str {
    let activity = facts.estate.activities.iter().find(|one| one.id == finding.subject);
    let channel = || facts.estate.channels.iter().find(|one| one.id == finding.subject);
    match activity {
        Some(activity) => &activity.name,
        None => channel().map_or(finding.title.as_str(), |channel| &channel.name),
    }
}

fn country<'a>(facts: &'a Facts, finding: &Finding) -> Option<&'a str> {
    let region = facts.estate.regions.iter().find(|one| one.code == finding.region)?;
    Some(&region.name)
}
