//! What is in force today.

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    engine::standing::Standing,
    estate::{Deployment, InForce},
    knowledge::BlockScope,
    words::{self, list},
};

/// `in-force-now`, one for each channel and region.
pub fn in_force_now(facts: &Facts) -> Vec<Finding> {
    let hit = facts
        .estate
        .deployments
        .iter()
        .filter(|one| one.felt(facts.channel(one.channel)).any(beyond_sector));
    hit.map(|deployment| in_force_finding(facts, deployment)).collect()
}

/// A ban of the sector has a finding of its own.
fn beyond_sector(one: &InForce) -> bool {
    one.scope != BlockScope::SectorBan
}

fn in_force_finding(facts: &Facts, deployment: &Deployment) -> Finding {
    let (channel, region) =
        (facts.channel(deployment.channel), &facts.estate.regions[deployment.region]);
    let felt: Vec<&InForce> = deployment.felt(channel).collect();
    let users = facts.users(deployment.channel, deployment.region);
    let short =
        |case: &&Case| deployment.service(&case.activity.needs.value) < case.activity.mbco.value;
    let names: Vec<&str> =
        users.iter().filter(short).map(|case| case.activity.name.as_str()).collect();
    let severity = match (users.is_empty(), !names.is_empty()) {
        (true, _) => Severity::Low,
        (false, true) => Severity::High,
        (false, false) => Severity::Medium,
    };
    Finding {
        code: FindingCode::InForceNow,
        subject: channel.id.clone(),
        region: region.code.clone(),
        severity,
        title: format!(
            "{} in {}: {}",
            channel.vendor.name,
            region.name,
            felt.first().map(|one| phrase(facts, one)).unwrap_or_default()
        ),
        details: felt.iter().map(|one| line(facts, one)).collect(),
        remedy: remedy(facts, deployment, &names, severity),
        owner: users.iter().find_map(|case| case.activity.owner.clone()),
        sources: felt.iter().map(|one| one.source.clone()).collect(),
        accepted: None,
    }
}

fn remedy(facts: &Facts, deployment: &Deployment, names: &[&str], severity: Severity) -> String {
    let channel = &facts.channel(deployment.channel).name;
    let region = &facts.estate.regions[deployment.region].name;
    match severity {
        Severity::Low => {
            format!("No activity uses {channel} in {region}: take it out of use or of the profile")
        }
        Severity::Medium => {
            "Nothing has to move today: let no activity come to need what is restricted".to_owned()
        }
        Severity::Critical | Severity::High => {
            format!("Move {} in {region} to a channel that works there", list(names))
        }
    }
}

/// "network block of a service in force since 2026-02-11".
pub fn phrase(facts: &Facts, one: &InForce) -> String {
    let since = one
        .since
        .map_or_else(|| "at a date not known".to_owned(), |since| format!("since {since}"));
    let verified = if one.end_unverified { ", its end not verified" } else { "" };
    format!("{} in force {since}{verified}", facts.scenario_name(&one.scenario).to_lowercase())
}

fn line(facts: &Facts, one: &InForce) -> String {
    let note = if one.note.is_empty() { String::new() } else { format!(": {}", one.note) };
    words::sentence(&format!("{}{note}", phrase(facts, one)))
}

/// `disrupted-now` and `on-fallback-now`, by activity and region.
pub fn where_it_stands(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let channels: Vec<&str> = case
            .activity
            .channels
            .iter()
            .map(|share| facts.channel(share.channel).name.as_str())
            .collect();
        match &case.residual.standing {
            Standing::Normal => {}
            Standing::Disrupted(disruption) => findings.push(case.finding(
                FindingCode::DisruptedNow,
                Severity::Critical,
                format!(
                    "{} in {} is below its minimum service today, and no fallback restores it",
                    case.activity.name, case.region.name
                ),
                vec![format!(
                    "{} and its fallbacks give {} of normal service; the minimum is {}",
                    list(&channels),
                    words::share(disruption.level),
                    words::share(case.activity.mbco.value)
                )],
                "Give it a channel that works there now, and put that channel in the profile",
            )),
            Standing::OnFallback(_) => {
                let acting = facts
                    .acting(case)
                    .map_or("a fallback", |f| facts.channel(f.channel).name.as_str());
                findings.push(case.finding(
                    FindingCode::OnFallbackNow,
                    Severity::Medium,
                    format!(
                        "{} in {} is taken to run on {acting}, because {} cannot carry \
                        it",
                        case.activity.name,
                        case.region.name,
                        list(&channels)
                    ),
                    vec![
                        "Risks are counted for that channel; what is left as fallback is what \
                        comes after it"
                            .to_owned(),
                    ],
                    &format!(
                        "Make {acting} the channel of this activity there, and name a new \
                        fallback"
                    ),
                ));
            }
        }
    }
    findings
}
