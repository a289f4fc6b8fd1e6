//! Section 8: the evidence for each fallback.

use super::figures;
use crate::{
    assess::{Case, Facts, dependence::shared_with},
    engine::band::Band,
    estate::{Deployment, Fallback},
    knowledge::Legality,
    likelihood::readiness::Tested,
    report::view::FallbackView,
    words::{self, list},
};

/// Each fallback of each activity in each region.
pub fn fallbacks(facts: &Facts) -> Vec<FallbackView> {
    let mut rows = Vec::new();
    for case in facts.cases() {
        for fallback in &case.instance.fallbacks {
            if let Some(deployment) = facts.deployment(fallback.channel, case.instance.region) {
                rows.push(view(facts, case, fallback, deployment));
            }
        }
    }
    rows
}

fn view(facts: &Facts, case: Case, fallback: &Fallback, deployment: &Deployment) -> FallbackView {
    let today = deployment.service(&case.activity.needs.value);
    let (verdict, reason) = verdict(facts, case, fallback, deployment, today);
    let partners = if case.region.partners > 0 {
        format!(", partners {}", words::share(fallback.partners.value))
    } else {
        String::new()
    };
    FallbackView {
        activity: case.activity.id.clone(),
        activity_name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        channel: facts.channel(fallback.channel).id.clone(),
        channel_name: facts.channel(fallback.channel).name.clone(),
        lawful: lawful(deployment).to_owned(),
        works_today: words::share(today),
        activation: format!(
            "{}{}",
            words::hours(fallback.activation.value),
            if fallback.activation.assumed() { " (assumed)" } else { "" }
        ),
        rto: words::hours(case.activity.rto.value),
        reach: format!("employees {}{partners}", words::share(fallback.employees.value)),
        tested: tested(fallback),
        readiness: figures::probability(Band::certain(fallback.readiness)),
        verdict: verdict.to_owned(),
        reason,
    }
}

fn lawful(deployment: &Deployment) -> &'static str {
    match (deployment.lawfulness.value, deployment.lawfulness.licensed) {
        (Legality::Lawful, _) => "yes",
        (Legality::Licence, true) => "permit held",
        (Legality::Licence, false) => "permit needed",
        (Legality::Prohibited, _) => "prohibited",
        (Legality::Unclear, _) => "unclear",
    }
}

fn tested(fallback: &Fallback) -> String {
    let on = fallback.tested_on.map(|day| format!(" on {day}")).unwrap_or_default();
    match fallback.tested {
        Tested::Never => "never".to_owned(),
        Tested::Failed => format!("failed{on}"),
        Tested::Passed(days) => format!("{days} days ago{on}"),
    }
}

/// Does it count, and why?
fn verdict(
    facts: &Facts,
    case: Case,
    fallback: &Fallback,
    deployment: &Deployment,
    today: f64,
) -> (&'static str, String) {
    let mbco = case.activity.mbco.value;
    if !deployment.lawfulness.counts() {
        return (
            "does not count",
            format!("{} for a company in {}", lawful(deployment), case.region.name),
        );
    }
    if today < mbco {
        return (
            "does not count",
            format!("it gives {} of what the activity needs there today", words::share(today)),
        );
    }
    let mut doubts = Vec::new();
    if fallback.reach < mbco {
        doubts.push(format!(
            "it reaches {}, the minimum is {}",
            words::share(fallback.reach),
            words::share(mbco)
        ));
    }
    let shared = shared_with(facts, case, fallback.channel);
    if !shared.is_empty() {
        let mut names: Vec<&str> = shared.iter().map(|node| facts.node_name(node)).collect();
        names.sort_unstable();
        names.dedup();
        doubts.push(format!("it shares {} with what it replaces", list(&names)));
    }
    match fallback.tested {
        Tested::Failed => doubts.push("its last test failed".to_owned()),
        Tested::Never => doubts.push("it was never tested".to_owned()),
        Tested::Passed(_) => {}
    }
    if doubts.is_empty() {
        return (
            "counts",
            "lawful, reaches enough people, shares nothing that stops both, and was tested"
                .to_owned(),
        );
    }
    ("counts in part", doubts.join("; "))
}
