//! Is the law on the side of the channel?

use std::collections::BTreeMap;

use crate::{
    assess::{
        facts::Facts,
        finding::{Finding, FindingCode, Severity},
    },
    estate::{Conflict, Deployment},
    knowledge::{BlockScope, StorageAbroad},
    words,
};

/// `localization-conflict`, by channel and country.
pub fn localization_conflict(facts: &Facts) -> Vec<Finding> {
    let hit = facts.estate.deployments.iter().filter(|one| !one.conflicts.is_empty());
    hit.map(|deployment| {
        let first = &deployment.conflicts[0];
        let channel = facts.channel(deployment.channel);
        let country = facts.estate.knowledge.country_name(&first.country);
        let stated = deployment.conflicts.iter().any(|one| !one.assumed_place);
        Finding {
            severity: if stated { Severity::High } else { Severity::Medium },
            title: format!(
                "{} keeps data of people in {country} where its law does not allow it",
                channel.name
            ),
            details: conflict_lines(&deployment.conflicts, country),
            remedy: if first.duty.is_empty() {
                "Ask counsel what has to move".to_owned()
            } else {
                first.duty.clone()
            },
            sources: first.source.iter().cloned().collect(),
            ..blank(facts, deployment, FindingCode::LocalizationConflict)
        }
    })
    .collect()
}

/// One line for each set of places, then the rule.
fn conflict_lines(conflicts: &[Conflict], country: &str) -> Vec<String> {
    let mut by_place: BTreeMap<(bool, String), Vec<&str>> = BTreeMap::new();
    for one in conflicts {
        let place = (one.assumed_place, one.stored_in.join(", "));
        by_place.entry(place).or_default().push(one.kind.word());
    }
    let line = |((assumed, places), kinds): (&(bool, String), &Vec<&str>)| {
        let whose = if *assumed {
            "the vendor's usual place, not confirmed in the profile"
        } else {
            "as the profile says"
        };
        words::sentence(&format!("{} stored in {places} ({whose})", words::list(kinds)))
    };
    let mut lines: Vec<String> = by_place.iter().map(line).collect();
    let rule = match conflicts[0].abroad {
        StorageAbroad::Forbidden => "it may not leave the country",
        StorageAbroad::WithLocalCopy => "a copy has to be kept in the country",
        StorageAbroad::Conditional | StorageAbroad::Allowed => {
            "it has to be kept there first, and may leave on conditions"
        }
    };
    lines.push(format!("{country}: {rule} ({})", conflicts[0].law));
    lines
}

/// `sector-ban`, by channel and country.
pub fn sector_ban(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for deployment in &facts.estate.deployments {
        let bans: Vec<_> =
            deployment.in_force.iter().filter(|one| one.scope == BlockScope::SectorBan).collect();
        let Some(first) = bans.first() else { continue };
        let (channel, region) =
            (facts.channel(deployment.channel), &facts.estate.regions[deployment.region]);
        let sector = facts.estate.profile.organization.sector.as_deref().unwrap_or("every sector");
        findings.push(Finding {
            severity: Severity::Critical,
            title: format!(
                "{} may not be used by {sector} in {}",
                channel.vendor.name, region.name
            ),
            details: bans
                .iter()
                .map(|ban| words::sentence(&ban.note))
                .filter(|note| !note.is_empty())
                .collect(),
            remedy: "Stop using it there for the activities that the ban names, and ask counsel \
                about the rest"
                .to_owned(),
            sources: vec![first.source.clone()],
            ..blank(facts, deployment, FindingCode::SectorBan)
        });
    }
    findings
}

fn blank(facts: &Facts, deployment: &Deployment, code: FindingCode) -> Finding {
    let users = facts.users(deployment.channel, deployment.region);
    Finding {
        code,
        subject: facts.channel(deployment.channel).id.clone(),
        region: facts.estate.regions[deployment.region].code.clone(),
        severity: Severity::Medium,
        title: String::new(),
        details: Vec::new(),
        remedy: String::new(),
        owner: users.iter().find_map(|case| case.activity.owner.clone()),
        sources: Vec::new(),
        accepted: None,
    }
}
