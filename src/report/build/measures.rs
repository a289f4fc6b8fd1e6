//! Measures in words and rounded figures.

mod chosen;
mod sentences;
mod steps;

use super::figures;
use crate::{
    advise::{
        Advised,
        catalogue::{Excluded, Reason},
    },
    engine::band::Band,
    estate::Estate,
    measures::search::Objective,
    report::view::{FrontierPoint, LeftOutView, MeasuresView},
};

/// Builds the view.
pub fn measures(estate: &Estate, advised: &Advised) -> MeasuresView {
    let Advised { catalogue, advice, limits } = advised;
    let currency = &estate.currency.value;
    let point = |cost: f64, eal: f64| FrontierPoint {
        cost: figures::money(Band::certain(cost), currency),
        eal: figures::money_per_year(Band::certain(eal), currency),
    };
    let (organisational, left_out): (Vec<&Excluded>, Vec<&Excluded>) =
        catalogue.excluded.iter().partition(|one| one.reason == Reason::Organisational);
    let view = |all: Vec<&Excluded>| all.into_iter().map(|one| left(estate, one)).collect();
    MeasuresView {
        headline: sentences::headline(estate, advised),
        budget: advice.wanted.budget.map(|budget| figures::money(Band::certain(budget), currency)),
        objective: match advice.wanted.objective {
            Objective::Breach => "the chance that any activity breaches its MTPD",
            Objective::Loss | Objective::Appetite => "the expected annual loss",
        }
        .to_owned(),
        horizon: format!("{:.0} days", limits.horizon_days),
        now: steps::step(estate, advised, &advice.now),
        chosen: steps::step(estate, advised, &advice.chosen),
        measures: chosen::chosen(estate, advised),
        steps: advice.steps.iter().map(|one| steps::step(estate, advised, one)).collect(),
        frontier: advice.frontier.iter().map(|one| point(one.cost, one.value)).collect(),
        sentences: sentences::sentences(estate, advised),
        organisational: view(organisational),
        left_out: view(left_out),
    }
}

fn left(estate: &Estate, one: &Excluded) -> LeftOutView {
    let name = |code: &String| estate.knowledge.country_name(code).to_owned();
    let everywhere = one.regions.len() == estate.regions.len();
    LeftOutView {
        measure: one.measure.clone(),
        title: one.title.clone(),
        countries: if everywhere { Vec::new() } else { one.regions.iter().map(name).collect() },
        reason: one.reason.word().to_owned(),
        why: match one.detail.as_str() {
            "" => one.reason.meaning().to_owned(),
            detail => format!("{} {detail}", one.reason.meaning()),
        },
    }
}
