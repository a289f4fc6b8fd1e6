//! Warnings about the model itself: where a figure says less than it seems to.

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    engine::score::score,
    knowledge::{PartialDate, months_before},
    likelihood::{evidence::Grade, readiness::Tested},
    profile::Day,
    words::{self, list},
};

/// Share of the harm ahead above which a weak basis is worth a word.
const MOST: f64 = 0.5;

/// Names that are told; the rest is counted.
const TOLD: usize = 6;

/// A finding about the assessment as a whole.
fn about(
    code: FindingCode,
    severity: Severity,
    title: String,
    details: Vec<String>,
    remedy: &str,
) -> Finding {
    Finding {
        code,
        subject: "model".to_owned(),
        region: "all".to_owned(),
        severity,
        title,
        details,
        remedy: remedy.to_owned(),
        owner: None,
        sources: Vec::new(),
        accepted: None,
    }
}

/// The first few, and how many more there are.
fn few(mut names: Vec<String>) -> Vec<String> {
    let more = names.len().saturating_sub(TOLD);
    if more > 0 {
        names.truncate(TOLD);
        names.push(format!("and {more} more"));
    }
    names
}

/// `residual-above-inherent`: fallbacks make it worse, since leaving sooner means leaving more often
/// or since a fallback's vendor brings harm of its own.
pub fn residual_above_inherent(facts: &Facts) -> Vec<Finding> {
    let worse = |case: &Case| {
        let loss =
            |one: &crate::engine::outcome::ActivityOutcome| one.totals.loss + one.switch_cost;
        let grown = |with: f64, without: f64| with > without * 1.01 && with > 0.0;
        grown(case.residual.harm, case.inherent.harm)
            || grown(loss(case.residual), loss(case.inherent))
            || grown(case.residual.breach.value, case.inherent.breach.value)
    };
    let found = facts.cases().filter(worse).map(|case| {
        let title = format!(
            "{} in {}: the risk with fallbacks is above that without",
            case.activity.name, case.region.name
        );
        let remedy = "Look at what the fallbacks bring: a vendor that is left more often, or one \
            that discloses";
        case.finding(
            FindingCode::ResidualAboveInherent,
            Severity::Medium,
            title,
            Vec::new(),
            remedy,
        )
    });
    found.collect()
}

/// `lowered-without-evidence`: a level is gained by fallbacks none of which ever passed a test.
pub fn lowered_without_evidence(facts: &Facts) -> Vec<Finding> {
    let scale = &facts.modelled.model.scale;
    let material = facts.estate.knowledge.method.harm.material_points;
    let unproven = |case: &Case| {
        let fallbacks = facts.lawful_fallbacks(*case);
        !fallbacks.is_empty()
            && !fallbacks.iter().any(|one| matches!(one.tested, Tested::Passed(_)))
    };
    let gained = |case: &Case| score(scale, case.inherent.harm) - score(scale, case.residual.harm);
    let found = facts.cases().filter(unproven).filter(|case| gained(case) >= material);
    found
        .map(|case| {
            let title = format!(
                "{} in {} is {:.0} points lower by fallbacks none of which has passed a test",
                case.activity.name,
                case.region.name,
                gained(&case)
            );
            let remedy = "Test one of them: until then half of what it is taken to give is a guess";
            case.finding(
                FindingCode::LoweredWithoutEvidence,
                Severity::Medium,
                title,
                Vec::new(),
                remedy,
            )
        })
        .collect()
}

/// `tests-on-one-day`: dates that look filled in rather than lived.
pub fn tests_on_one_day(facts: &Facts) -> Vec<Finding> {
    let fallbacks = facts.estate.profile.activity.iter().flat_map(|one| &one.fallback);
    let days: Vec<Day> = fallbacks.filter_map(|fallback| fallback.tested).collect();
    match days.first() {
        Some(day) if days.len() >= 3 && days.iter().all(|other| other == day) => vec![about(
            FindingCode::TestsOnOneDay,
            Severity::Low,
            format!("All {} tests of fallbacks are dated {day}", days.len()),
            Vec::new(),
            "Date each test by the day on which it was done",
        )],
        _ => Vec::new(),
    }
}

/// `mostly-judgement`: most of the harm ahead rests on rates that nobody counted.
pub fn mostly_judgement(facts: &Facts) -> Vec<Finding> {
    let (mut judged, mut all) = (0.0, 0.0);
    for cell in facts.cases().flat_map(|case| &case.residual.cells) {
        let harm = cell.harm();
        all += harm;
        if facts.modelled.campaigns[cell.campaign].grade == Grade::D {
            judged += harm;
        }
    }
    let share = if all > 0.0 { judged / all } else { 0.0 };
    let found = (share > MOST).then(|| {
        about(
            FindingCode::MostlyJudgement,
            Severity::Low,
            format!(
                "{} of the harm ahead rests on kinds of campaign that nobody counts (grade D)",
                words::share(share)
            ),
            Vec::new(),
            "Read the ranking rather than the amounts, and the sensitivity before deciding by them",
        )
    });
    found.into_iter().collect()
}

/// `mostly-assumed`: most of the expected loss is made from losses or limits that are defaults.
pub fn mostly_assumed(facts: &Facts) -> Vec<Finding> {
    let (mut assumed, mut all) = (0.0, 0.0);
    let mut names: Vec<String> = Vec::new();
    for case in facts.cases() {
        let loss = case.residual.totals.loss;
        all += loss;
        if case.activity.loss_per_hour.assumed() || case.activity.mbco.assumed() {
            assumed += loss;
            if loss > 0.0 && !names.contains(&case.activity.name) {
                names.push(case.activity.name.clone());
            }
        }
    }
    let share = if all > 0.0 { assumed / all } else { 0.0 };
    let found = (share > MOST).then(|| {
        about(
            FindingCode::MostlyAssumed,
            Severity::Medium,
            format!(
                "{} of the expected loss comes from activities whose loss an hour or MBCO is a \
                 default",
                words::share(share)
            ),
            vec![list(&few(names))],
            "Write `loss_per_hour` and `mbco` into the profile: an estimate of the owner is better",
        )
    });
    found.into_iter().collect()
}

/// `uncounted-loss`: losses count as nothing in a currency for which nothing is assumed.
pub fn uncounted_loss(facts: &Facts) -> Vec<Finding> {
    let silent = facts.estate.costs.per_euro.is_none();
    let open = facts.estate.activities.iter().filter(|one| one.loss_per_hour.assumed());
    let names: Vec<String> = open.map(|one| one.name.clone()).collect();
    let found = (silent && !names.is_empty()).then(|| {
        about(
            FindingCode::UncountedLoss,
            Severity::Medium,
            format!(
                "Outages of {} cost nothing in this report: no loss is stated, and none is \
                 assumed in {}",
                words::count(names.len(), "activity"),
                facts.estate.currency.value
            ),
            vec![list(&few(names))],
            "Write `loss_per_hour` into the profile",
        )
    });
    found.into_iter().collect()
}

/// `states-left-out`: fallbacks that were not enumerated.
pub fn states_left_out(facts: &Facts) -> Vec<Finding> {
    let simplified = facts.cases().filter(|case| case.residual.simplified);
    let found = simplified.map(|case| {
        let title = format!(
            "{} in {} has more vendors than are enumerated together: its last fallbacks count for \
             nothing",
            case.activity.name, case.region.name
        );
        let remedy = "The figures are cautious; name fewer fallbacks, the best ones first";
        case.finding(FindingCode::StatesLeftOut, Severity::Low, title, Vec::new(), remedy)
    });
    found.collect()
}

/// `old-facts`: what is known of a vendor or a country in use was looked at long ago.
pub fn old_facts(facts: &Facts) -> Vec<Finding> {
    let months = facts.estate.knowledge.method.review.facts_months;
    let since = months_before(facts.estate.as_of, i32::from(months));
    let old = |reviewed: &PartialDate| reviewed.last_day() < since;
    let mut names: Vec<String> = Vec::new();
    for channel in &facts.estate.channels {
        if old(&channel.vendor.reviewed) {
            names.push(format!("{} ({})", channel.vendor.name, channel.vendor.reviewed));
        }
    }
    for region in &facts.estate.regions {
        let known = facts.estate.knowledge.jurisdictions.get(&region.code);
        if let Some(country) = known.filter(|country| old(&country.reviewed)) {
            names.push(format!("{} ({})", region.name, country.reviewed));
        }
    }
    names.sort();
    names.dedup();
    let found = (!names.is_empty()).then(|| {
        about(
            FindingCode::OldFacts,
            Severity::Low,
            format!(
                "What is known of {} was last looked at more than {months} months ago",
                list(&few(names))
            ),
            Vec::new(),
            "Update blackstart, or confirm the facts in a knowledge folder of your own",
        )
    });
    found.into_iter().collect()
}
