//! The assessment: everything that the reports say, before it is put in words.

use super::{
    acceptance::{AcceptanceState, Rules, apply},
    facts::Facts,
    finding::Finding,
    indicators::{Indicator, indicators},
    questions::{Answer, answers},
    register::{Row, register},
    rules::{findings, sort},
    stops::{Stop, stops},
    stress::{StressCase, stress},
    verdict::{CaseVerdicts, survival::no_surviving, verdicts},
};
use crate::engine::{
    band::Band,
    score::{Level, score},
};

/// What the whole organisation comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Score with its band.
    pub score: Band,
    pub level: Level,
    pub inherent_score: f64,
    /// Expected annual loss.
    pub eal: Band,
    pub inherent_eal: f64,
    /// Chance that any activity breaches its MTPD within twelve months.
    pub any_breach: Band,
    pub inherent_any_breach: Band,
    /// The same for activities that have not breached already because they are down today.
    pub further_breach: Band,
    /// Activities, by region, whose breach probability is above appetite.
    pub over_appetite: usize,
    pub cases: usize,
}

impl Headline {
    /// Inside the appetite?
    pub fn inside(&self) -> bool {
        self.over_appetite == 0
    }
}

/// The judgement of one organisation on one day.
#[derive(Debug, Clone)]
pub struct Assessment {
    pub headline: Headline,
    /// Open and accepted, gravest first.
    pub findings: Vec<Finding>,
    pub register: Vec<Row>,
    /// For each channel the four answers.
    pub questions: Vec<Vec<Answer>>,
    pub acceptances: Vec<AcceptanceState>,
    /// What is looked at between two quarters.
    pub indicators: Vec<Indicator>,
    /// For each activity and region what becomes of its fallbacks.
    pub verdicts: Vec<CaseVerdicts>,
    /// For each activity the campaign that harms it most, hour by hour.
    pub stops: Vec<Stop>,
    /// Severe but plausible cases, the greatest loss first.
    pub stress: Vec<StressCase>,
    /// Source ids that anything above names, sorted.
    pub sources: Vec<String>,
}

/// The findings alone, but for those that need the verdict on each fallback in each scenario.
pub fn brief(facts: &Facts) -> Vec<Finding> {
    let mut found = findings(facts);
    accept(facts, &mut found);
    found
}

fn accept(facts: &Facts, found: &mut Vec<Finding>) -> Vec<AcceptanceState> {
    let method = &facts.estate.knowledge.method;
    let rules = Rules {
        expiry_days: i32::from(method.indicators.expiry_days),
        accepted_months: i32::from(method.review.accepted_months),
    };
    apply(&facts.estate.profile.acceptance, found, facts.estate.as_of, rules)
}

/// Judges the facts.
pub fn assess(facts: &Facts) -> Assessment {
    let verdicts = verdicts(facts);
    let mut found = findings(facts);
    found.extend(no_surviving(facts, &verdicts));
    let acceptances = accept(facts, &mut found);
    sort(&mut found);
    let register = register(facts);
    let questions: Vec<Vec<Answer>> =
        (0..facts.estate.channels.len()).map(|channel| answers(facts, channel)).collect();
    let mut sources: Vec<String> =
        found.iter().flat_map(|finding| finding.sources.clone()).collect();
    sources.extend(
        register.iter().flat_map(|row| &row.reasons).flat_map(|reason| reason.sources.clone()),
    );
    sources.extend(questions.iter().flatten().flat_map(|answer| answer.sources.clone()));
    let ahead = facts.estate.announced.iter();
    sources.extend(ahead.filter_map(|measure| measure.source.clone()));
    sources.sort();
    sources.dedup();
    Assessment {
        headline: headline(facts),
        indicators: indicators(facts, &register, &acceptances),
        findings: found,
        register,
        questions,
        acceptances,
        verdicts,
        stops: stops(facts),
        stress: stress(facts),
        sources,
    }
}

/// Exact with the band of the rates; where joint states are too many, as simulated, with the
/// interval of the trials.
fn any_breach(facts: &Facts) -> Band {
    let breach = facts.outcome.residual.any_breach;
    if breach.joint.exact() { breach.band } else { facts.analysis.simulated.any_breach }
}

fn headline(facts: &Facts) -> Headline {
    let (scale, outcome) = (&facts.modelled.model.scale, facts.outcome);
    let band = outcome.residual.harm.map(|harm| score(scale, harm));
    Headline {
        level: Level::of_score(band.value),
        score: band,
        inherent_score: score(scale, outcome.inherent.harm.value),
        eal: outcome.residual.eal,
        inherent_eal: outcome.inherent.eal.value,
        any_breach: any_breach(facts),
        inherent_any_breach: outcome.inherent.any_breach.band,
        further_breach: outcome.residual.further_breach.band,
        over_appetite: facts
            .cases()
            .filter(|case| case.residual.breach.value > case.activity.appetite.value)
            .count(),
        cases: facts.cases().count(),
    }
}
