//! Section 4 and 7: activities as their BIA has them, and in figures for each region.

use super::figures;
use crate::{
    advise::target::Target,
    assess::{Case, Facts, register::causes},
    engine::{band::Band, score::score, standing::Standing},
    report::view::{ActivityView, CaseView, CauseView},
    words,
};

/// Causes that are told of each case.
const CAUSES: usize = 5;

/// The BIA.
pub fn activities(facts: &Facts) -> Vec<ActivityView> {
    let currency = &facts.estate.currency.value;
    let activities = facts.estate.activities.iter().enumerate();
    activities
        .map(|(index, activity)| {
            let here = facts.cases().filter(|case| case.instance.activity == index);
            let channel = |share: &crate::estate::Share| {
                let name = &facts.channel(share.channel).name;
                if activity.channels.len() > 1 {
                    format!("{name} {}", words::share(share.share))
                } else {
                    name.clone()
                }
            };
            ActivityView {
                id: activity.id.clone(),
                name: activity.name.clone(),
                owner: activity.owner.clone(),
                tier: activity.tier.value,
                needs: activity.needs.value.iter().map(|need| need.word().to_owned()).collect(),
                mtpd: figures::hours(activity.mtpd.value),
                rto: figures::hours(activity.rto.value),
                mbco: figures::share(activity.mbco.value),
                impact: activity.impact.value.to_vec(),
                loss: loss(activity.loss_per_hour.value, currency),
                appetite: figures::probability(Band::certain(activity.appetite.value)),
                channels: activity.channels.iter().map(channel).collect(),
                regions: here.map(|case| case.region.code.clone()).collect(),
                assumed: inputs(activity)
                    .into_iter()
                    .filter(|(_, assumed)| *assumed)
                    .map(|(name, _)| name.to_owned())
                    .collect(),
            }
        })
        .collect()
}

/// What the profile may say of an activity, and whether a default stands in.
fn inputs(activity: &crate::estate::Activity) -> [(&'static str, bool); 6] {
    [
        ("tier", activity.tier.assumed()),
        ("MTPD", activity.mtpd.assumed()),
        ("RTO", activity.rto.assumed()),
        ("MBCO", activity.mbco.assumed()),
        ("impact", activity.impact.assumed()),
        ("loss", activity.loss_per_hour.assumed()),
    ]
}

fn loss(bands: [f64; 4], currency: &str) -> String {
    let first = bands[0];
    if bands.iter().all(|band| (band - first).abs() < 1e-9) {
        return format!("{} an hour", words::money(first, currency));
    }
    let each: Vec<String> = bands.iter().map(|band| words::grouped(*band)).collect();
    format!("{currency} {} an hour", each.join(" / "))
}

/// Each activity in each region.
pub fn cases(facts: &Facts, target: &Target) -> Vec<CaseView> {
    facts.cases().map(|case| case_view(facts, target, case)).collect()
}

/// Those above appetite, the furthest above first.
pub fn over_appetite(cases: &[CaseView]) -> Vec<CaseView> {
    let mut over: Vec<CaseView> = cases.iter().filter(|case| case.over_appetite).cloned().collect();
    let times = |case: &CaseView| case.breach.value / case.appetite.value.max(1e-9);
    over.sort_by(|a, b| times(b).total_cmp(&times(a)));
    over
}

fn case_view(facts: &Facts, target: &Target, case: Case) -> CaseView {
    let scale = &facts.modelled.model.scale;
    let currency = &facts.estate.currency.value;
    let residual = figures::score_of(scale, case.residual.harm_band);
    let (harm, breach) = target
        .cases
        .get(case.index)
        .map_or((case.residual.harm, case.residual.breach), |one| (one.harm, one.breach));
    let (standing, standing_text) = standing(facts, case);
    CaseView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        standing: standing.to_owned(),
        standing_text,
        inherent_score: figures::score_of(scale, case.inherent.harm_band),
        level: figures::level_name(residual.value),
        score: residual,
        target_score: figures::points(Band::certain(score(scale, harm))),
        breach: figures::probability(case.residual.breach),
        inherent_breach: figures::probability(case.inherent.breach),
        target_breach: figures::probability(breach),
        appetite: figures::probability(Band::certain(case.activity.appetite.value)),
        over_appetite: case.residual.breach.value > case.activity.appetite.value,
        hours: figures::hours_per_year(Band::certain(case.residual.totals.hours)),
        loss: figures::money_per_year(
            Band::certain(case.residual.totals.loss + case.residual.switch_cost),
            currency,
        ),
        simplified: case.residual.simplified,
        assumed: assumed(facts, case),
        made_of: made_of(facts, case),
    }
}

/// Inputs of the case that are defaults.
fn assumed(facts: &Facts, case: Case) -> Vec<String> {
    let mut names: Vec<String> = inputs(case.activity)
        .into_iter()
        .filter(|(_, assumed)| *assumed)
        .map(|(name, _)| name.to_owned())
        .collect();
    for fallback in &case.instance.fallbacks {
        let told = [&fallback.activation, &fallback.employees, &fallback.partners];
        if told.into_iter().any(crate::estate::Told::assumed) {
            names.push(format!("fallback {}", facts.channel(fallback.channel).name));
        }
    }
    names
}

/// The rows of the register that bear the case's harm.
fn made_of(facts: &Facts, case: Case) -> Vec<CauseView> {
    let causes = causes(facts, case);
    let all: f64 = causes.iter().map(|cause| cause.harm).sum();
    let told = causes.into_iter().filter(|cause| cause.harm > 0.0).take(CAUSES);
    told.map(|cause| {
        let channel = facts.channel(cause.channel);
        CauseView {
            id: format!("{}:{}:{}", channel.id, case.region.code, cause.scenario),
            text: format!("{}, {}", facts.scenario_name(&cause.scenario), channel.name),
            share: figures::share(cause.harm / all),
        }
    })
    .collect()
}

fn standing(facts: &Facts, case: Case) -> (&'static str, String) {
    match case.residual.standing {
        Standing::Normal => ("normal", "normal service".to_owned()),
        Standing::OnFallback(_) => {
            let acting =
                facts.acting(case).map_or("a fallback", |f| facts.channel(f.channel).name.as_str());
            ("on-fallback", format!("runs on {acting}"))
        }
        Standing::Disrupted(_) => ("disrupted", "below minimum service".to_owned()),
    }
}
