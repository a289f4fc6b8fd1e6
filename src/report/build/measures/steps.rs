//! A set of measures as a row.

use super::figures;
use crate::{
    advise::{Advised, advice::Inside, step::Step},
    engine::band::Band,
    estate::Estate,
    report::view::MeasureSetView,
};

pub fn step(estate: &Estate, advised: &Advised, step: &Step) -> MeasureSetView {
    let currency = &estate.currency.value;
    let money = |value| figures::money_per_year(Band::certain(value), currency);
    MeasureSetView {
        marks: marks(advised, step),
        cost: figures::money(Band::certain(step.cost), currency),
        eal: money(step.eal),
        further_breach: figures::probability(Band::certain(step.further_breach)),
        breaches_today: step.breaches_today,
        cvar95: step.cvar95.map(money),
        score: figures::points(Band::certain(step.score)),
        above_appetite: step.above,
        measures: ids(advised, step),
    }
}

/// Ids of the measures of a set.
pub fn ids(advised: &Advised, step: &Step) -> Vec<String> {
    let groups = advised.catalogue.groups.iter().zip(&step.choices);
    groups
        .flat_map(|(group, choice)| choice.iter().map(|one| group.offers[one].offer.id.clone()))
        .collect()
}

/// What a set stands for.
fn marks(advised: &Advised, step: &Step) -> Vec<String> {
    let advice = &advised.advice;
    let inside = match &advice.inside {
        Inside::With(inside) => Some(&**inside),
        Inside::Already => Some(&advice.now),
        Inside::Never(_) => None,
    };
    let budget = if advice.wanted.budget.is_some() { "the plan" } else { "the plan, unlimited" };
    let all = [
        (Some(&advice.now), "nothing"),
        (Some(&advice.chosen), budget),
        (advice.knee.as_ref(), "knee"),
        (inside, "cheapest inside appetite"),
        (Some(&advice.best), "lowest loss"),
    ];
    let is = |other: Option<&Step>| other.is_some_and(|other| other.choices == step.choices);
    all.into_iter().filter(|(other, _)| is(*other)).map(|(_, mark)| mark.to_owned()).collect()
}
