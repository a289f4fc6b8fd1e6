//! Section 8: the evidence for each fallback.

use super::figures;
use crate::{
    assess::{Assessment, Case, Facts, verdict::Verdict},
    engine::band::Band,
    estate::{Deployment, Fallback, Told},
    knowledge::Legality,
    likelihood::readiness::Tested,
    report::view::FallbackView,
    words,
};

/// Each fallback of each activity in each region.
pub fn fallbacks(facts: &Facts, assessment: &Assessment) -> Vec<FallbackView> {
    let mut rows = Vec::new();
    for one in &assessment.verdicts {
        let case = facts.case(one.case);
        for verdict in &one.standing {
            let fallback = &case.instance.fallbacks[verdict.fallback];
            if let Some(deployment) = facts.deployment(fallback.channel, case.instance.region) {
                rows.push(view(facts, case, (fallback, verdict), deployment));
            }
        }
    }
    rows
}

fn view(
    facts: &Facts,
    case: Case,
    (fallback, verdict): (&Fallback, &Verdict),
    deployment: &Deployment,
) -> FallbackView {
    let today = deployment.service(&case.activity.needs.value);
    let share = |told: &Told<f64>| format!("{}{}", words::share(told.value), assumed(told));
    let partners = if case.region.partners > 0 {
        format!(", partners {}", share(&fallback.partners))
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
            assumed(&fallback.activation)
        ),
        rto: words::hours(case.activity.rto.value),
        reach: format!("employees {}{partners}", share(&fallback.employees)),
        tested: tested(fallback),
        readiness: figures::probability(Band::certain(fallback.readiness)),
        verdict: verdict.counting.name().to_owned(),
        reason: verdict.reason.clone(),
    }
}

/// A mark for what nobody has said.
fn assumed(told: &Told<f64>) -> &'static str {
    if told.assumed() { " (assumed)" } else { "" }
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
