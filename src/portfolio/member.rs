//! One member of a portfolio, in the figures that a table has room for.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    analysis::Analysis,
    assess::{Facts, brief, finding::Severity},
    document::{Document, Refusal},
    engine::{
        score::{Level, score},
        solve::solve,
    },
    estate::{Estate, resolve},
    knowledge::Knowledge,
    model::{Model, bounded},
    modelling::{Modelled, model},
    profile::Profile,
};

/// A row of the table; the same fields in CSV, JSON and JSON Lines.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The file, from the folder of the portfolio.
    pub file: String,
    pub organization: String,
    pub sector: Option<String>,
    pub home: String,
    pub currency: String,
    pub as_of: String,
    pub regions: usize,
    /// Activities by country.
    pub cases: usize,
    /// Points.
    pub score: f64,
    pub level: String,
    /// Points, without fallbacks.
    pub inherent_score: f64,
    /// Expected annual loss, in the currency.
    pub eal: f64,
    /// Probability of any breach within a year; the upper bound where joint states are too many.
    pub any_breach: f64,
    /// The same for activities that are not down today.
    pub further_breach: f64,
    /// Activities by country above their breach appetite.
    pub over_appetite: usize,
    pub findings: Counts,
    /// Findings that somebody has accepted.
    pub accepted: usize,
    /// `activity:region` with the highest score.
    pub worst_case: String,
    /// Its score, in points.
    pub worst_score: f64,
    /// The scenario that bears most of the harm.
    pub worst_scenario: Option<String>,
    pub method: String,
    /// SHA-256 of the knowledge base, as hex.
    pub knowledge: String,
}

/// Open findings by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub critical: usize,
    pub high: usize,
    pub medium: usize,
    pub low: usize,
}

/// A member that was assessed.
pub struct Member<'k> {
    pub row: Row,
    pub estate: Estate<'k>,
    pub modelled: Modelled,
    pub analysis: Analysis,
}

impl Member<'_> {
    /// Its model, with names that no other member has for what is its own: draws of a simulation go by names,
    /// and two members share campaigns, but no fallbacks.
    pub fn own_model(&self) -> Model {
        let mut own = self.modelled.model.clone();
        for activity in &mut own.activities {
            activity.name = format!("{}\u{1f}{}", self.row.file, activity.name);
            for fallback in &mut activity.fallbacks {
                fallback.name = format!("{}\u{1f}{}", self.row.file, fallback.name);
            }
        }
        own
    }
}

/// Assesses a profile that passed its checks. Closed forms alone: no simulation, no sensitivity, no measures.
pub fn assess_member<'k>(
    document: &Document,
    profile: &'k Profile,
    knowledge: &'k Knowledge,
    as_of: Date,
) -> Result<Member<'k>, Refusal> {
    let estate = resolve(profile, knowledge, as_of);
    let modelled = model(&estate);
    bounded(document, &modelled.model)?;
    let analysis = Analysis::exact(solve(&modelled.model));
    let facts = Facts {
        estate: &estate,
        modelled: &modelled,
        outcome: &analysis.outcome,
        analysis: &analysis,
        open: &[],
    };
    let row = row(&document.name, &facts);
    Ok(Member { row, estate, modelled, analysis })
}

fn row(file: &str, facts: &Facts) -> Row {
    let (estate, outcome) = (facts.estate, facts.outcome);
    let scale = &facts.modelled.model.scale;
    let points = score(scale, outcome.residual.harm.value);
    let findings = brief(facts);
    let open = |severity| {
        let own = findings.iter().filter(|one| one.severity == severity);
        own.filter(|one| one.accepted.is_none()).count()
    };
    let worst = facts.cases().max_by(|a, b| a.residual.harm.total_cmp(&b.residual.harm));
    let over =
        facts.cases().filter(|case| case.residual.breach.value > case.activity.appetite.value);
    Row {
        file: file.to_owned(),
        organization: estate.profile.organization.name.clone(),
        sector: estate.profile.organization.sector.clone(),
        home: estate.profile.organization.home.clone(),
        currency: estate.currency.value.clone(),
        as_of: estate.as_of.to_string(),
        regions: estate.regions.len(),
        cases: facts.modelled.instances.len(),
        score: points,
        level: Level::of_score(points).name().to_owned(),
        inherent_score: score(scale, outcome.inherent.harm.value),
        eal: outcome.residual.eal.value,
        any_breach: outcome.residual.any_breach.band.value,
        further_breach: outcome.residual.further_breach.band.value,
        over_appetite: over.count(),
        findings: Counts {
            critical: open(Severity::Critical),
            high: open(Severity::High),
            medium: open(Severity::Medium),
            low: open(Severity::Low),
        },
        accepted: findings.iter().filter(|one| one.accepted.is_some()).count(),
        worst_case: worst
            .map_or_else(String::new, |case| format!("{}:{}", case.activity.id, case.region.code)),
        worst_score: worst.map_or(0.0, |case| score(scale, case.residual.harm)),
        worst_scenario: worst_scenario(facts),
        method: estate.knowledge.method.version.clone(),
        knowledge: estate.knowledge.hash.clone(),
    }
}

/// The scenario of which the cells bear most harm.
fn worst_scenario(facts: &Facts) -> Option<String> {
    let mut harm = std::collections::BTreeMap::<&str, f64>::new();
    for cell in facts.cases().flat_map(|case| &case.residual.cells) {
        let scenario = facts.modelled.campaigns[cell.campaign].scenario.as_str();
        *harm.entry(scenario).or_default() += cell.harm();
    }
    let most = harm.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    most.filter(|(_, harm)| *harm > 0.0).map(|(id, _)| id.to_owned())
}
