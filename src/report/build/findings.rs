//! Findings, and what is in force.

use super::cited::Cited;
use crate::{
    assess::{
        Assessment, Case, Facts,
        finding::{About, Finding, Severity},
    },
    engine::standing::Standing,
    estate::{Deployment, InForce},
    report::view::{AlsoView, FindingView, InForceView, SeverityCount},
    words::{self, list},
};

/// Every finding, open ones first within a severity.
pub fn findings(assessment: &Assessment, cited: &Cited) -> Vec<FindingView> {
    assessment.findings.iter().map(|finding| view(finding, cited)).collect()
}

fn view(finding: &Finding, cited: &Cited) -> FindingView {
    let accepted = finding.accepted.as_ref();
    FindingView {
        id: finding.id(),
        code: finding.code.word().to_owned(),
        about: match finding.code.about() {
            About::Organization => "organization",
            About::Profile => "profile",
            About::Model => "model",
        }
        .to_owned(),
        severity: finding.severity.name().to_owned(),
        title: finding.title.clone(),
        details: finding.details.clone(),
        remedy: finding.remedy.clone(),
        owner: finding.owner.clone(),
        accepted: accepted
            .map(|by| format!("Accepted by {} until {}: {}", by.owner, by.until, by.reason)),
        sources: cited.refs(&finding.sources),
    }
}

/// How many of each severity.
pub fn counts(assessment: &Assessment) -> Vec<SeverityCount> {
    let count = |severity: Severity| {
        let own = || assessment.findings.iter().filter(move |finding| finding.severity == severity);
        SeverityCount {
            severity: severity.name().to_owned(),
            open: own().filter(|finding| finding.accepted.is_none()).count(),
            accepted: own().filter(|finding| finding.accepted.is_some()).count(),
        }
    };
    [Severity::Critical, Severity::High, Severity::Medium, Severity::Low].map(count).to_vec()
}

/// What is in force, the gravest for an activity first.
pub fn in_force(facts: &Facts, cited: &Cited) -> Vec<InForceView> {
    let mut rows: Vec<(u8, InForceView)> = Vec::new();
    for deployment in &facts.estate.deployments {
        let felt: Vec<&InForce> = deployment.felt(facts.channel(deployment.channel)).collect();
        if let Some((gravest, lesser)) = felt.split_first() {
            let mut view = in_force_view(facts, deployment, gravest, cited);
            view.also = lesser.iter().map(|one| also(facts, one, cited)).collect();
            rows.push((rank(facts, deployment, gravest), view));
        }
    }
    rows.sort_by(|a, b| (a.0, &a.1.region, &a.1.headline).cmp(&(b.0, &b.1.region, &b.1.headline)));
    rows.into_iter().map(|(_, view)| view).collect()
}

/// Down today, on a fallback today, any user, nobody; and within that what stops before what slows.
fn rank(facts: &Facts, deployment: &Deployment, one: &InForce) -> u8 {
    let stops = one.left.values().any(|left| *left <= 0.0);
    let primary = primary_users(facts, deployment);
    let gravest = primary
        .iter()
        .map(|case| match case.residual.standing {
            Standing::Disrupted(_) => 0,
            Standing::OnFallback(_) => 1,
            Standing::Normal => 2,
        })
        .min()
        .unwrap_or(3);
    gravest * 2 + u8::from(!stops)
}

fn primary_users<'a>(facts: &Facts<'a>, deployment: &Deployment) -> Vec<Case<'a>> {
    let users = facts.users(deployment.channel, deployment.region).into_iter();
    users
        .filter(|case| {
            case.activity.channels.iter().any(|share| share.channel == deployment.channel)
        })
        .collect()
}

fn in_force_view(
    facts: &Facts,
    deployment: &Deployment,
    one: &InForce,
    cited: &Cited,
) -> InForceView {
    let (channel, region) =
        (facts.channel(deployment.channel), &facts.estate.regions[deployment.region]);
    let users = facts.users(deployment.channel, deployment.region);
    let left: Vec<String> = channel
        .carries
        .iter()
        .map(|c| format!("{c} {}", words::share(one.left.get(c).copied().unwrap_or(1.0))))
        .collect();
    InForceView {
        channel: channel.id.clone(),
        channel_name: channel.name.clone(),
        vendor: channel.vendor.name.clone(),
        region: region.code.clone(),
        country: region.name.clone(),
        headline: format!("{} in {}: {}", channel.vendor.name, region.name, measure(facts, one)),
        scenario: one.scenario.clone(),
        since: one.since.map(|since| since.to_string()),
        note: words::sentence(&one.note),
        left: left.join(", "),
        activities: users.iter().map(|case| case.activity.name.clone()).collect(),
        consequence: consequence(facts, deployment, &users),
        confidence: one.confidence.word().to_owned(),
        sources: cited.refs(std::slice::from_ref(&one.source)),
        also: Vec::new(),
    }
}

fn also(facts: &Facts, one: &InForce, cited: &Cited) -> AlsoView {
    let note = if one.note.is_empty() { String::new() } else { format!(": {}", one.note) };
    AlsoView {
        text: words::sentence(&format!("{}{note}", measure(facts, one))),
        confidence: one.confidence.word().to_owned(),
        sources: cited.refs(std::slice::from_ref(&one.source)),
    }
}

/// "network block in force since 2026-02-11".
fn measure(facts: &Facts, one: &InForce) -> String {
    let since = one
        .since
        .map_or_else(|| "at a date not known".to_owned(), |since| format!("since {since}"));
    let unverified = if one.end_unverified { " (no page says that it ended)" } else { "" };
    format!("{} in force {since}{unverified}", facts.scenario_name(&one.scenario).to_lowercase())
}

fn consequence(facts: &Facts, deployment: &Deployment, users: &[Case]) -> String {
    if users.is_empty() {
        return "No activity uses this channel there.".to_owned();
    }
    let mut sentences = Vec::new();
    for case in primary_users(facts, deployment) {
        match &case.residual.standing {
            Standing::Disrupted(_) => {
                sentences.push(format!("{}: below minimum service today.", case.activity.name));
            }
            Standing::OnFallback(_) => {
                let acting = facts
                    .acting(case)
                    .map_or("a fallback", |f| facts.channel(f.channel).name.as_str());
                sentences.push(format!("{}: taken to run on {acting}.", case.activity.name));
            }
            Standing::Normal => {
                sentences.push(format!("{}: minimum service kept.", case.activity.name));
            }
        }
    }
    let spare: Vec<&str> = users
        .iter()
        .filter(|case| case.instance.fallbacks.iter().any(|f| f.channel == deployment.channel))
        .map(|case| case.activity.name.as_str())
        .collect();
    if !spare.is_empty() {
        sentences.push(format!("Named as a fallback of {}.", list(&spare)));
    }
    sentences.join(" ")
}
