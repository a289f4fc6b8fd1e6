//! Section 4 and 7: activities as their BIA has them, and in figures for each region.

use super::figures;
use crate::{
    assess::{Case, Facts},
    engine::{band::Band, standing::Standing},
    report::view::{ActivityView, CaseView},
    words,
};

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
            let flags = [
                ("tier", activity.tier.assumed()),
                ("MTPD", activity.mtpd.assumed()),
                ("RTO", activity.rto.assumed()),
                ("MBCO", activity.mbco.assumed()),
                ("impact", activity.impact.assumed()),
                ("loss", activity.loss_per_hour.assumed()),
            ];
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
                assumed: flags
                    .iter()
                    .filter(|(_, assumed)| *assumed)
                    .map(|(name, _)| (*name).to_owned())
                    .collect(),
            }
        })
        .collect()
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
pub fn cases(facts: &Facts) -> Vec<CaseView> {
    facts.cases().map(|case| case_view(facts, case)).collect()
}

/// Those above appetite, the furthest above first.
pub fn over_appetite(facts: &Facts) -> Vec<CaseView> {
    let mut over: Vec<CaseView> =
        cases(facts).into_iter().filter(|case| case.over_appetite).collect();
    let times = |case: &CaseView| case.breach.value / case.appetite.value.max(1e-9);
    over.sort_by(|a, b| times(b).total_cmp(&times(a)));
    over
}

fn case_view(facts: &Facts, case: Case) -> CaseView {
    let scale = &facts.modelled.model.scale;
    let currency = &facts.estate.currency.value;
    let score = figures::score_of(scale, case.residual.harm_band);
    let (standing, standing_text) = standing(facts, case);
    CaseView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        standing: standing.to_owned(),
        standing_text,
        inherent_score: figures::score_of(scale, case.inherent.harm_band),
        level: figures::level_name(score.value),
        score,
        breach: figures::probability(case.residual.breach),
        inherent_breach: figures::probability(case.inherent.breach),
        appetite: figures::probability(Band::certain(case.activity.appetite.value)),
        over_appetite: case.residual.breach.value > case.activity.appetite.value,
        hours: figures::hours_per_year(Band::certain(case.residual.totals.hours)),
        loss: figures::money_per_year(
            Band::certain(case.residual.totals.loss + case.residual.switch_cost),
            currency,
        ),
        simplified: case.residual.simplified,
    }
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
