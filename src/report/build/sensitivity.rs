//! Section 12: which numbers would change the answer, and which questions are worth answering.

use super::figures;
use crate::{
    analysis::{Sensitivity, TOLD},
    assess::{
        Facts,
        unanswered::{Unanswered, Worth},
    },
    engine::{band::Band, score::score},
    report::view::{BarView, OpenView, SensitivityView},
    sensitivity::{factor::Factor, tornado::Bar},
    words,
};

/// The section.
pub fn sensitivity(facts: &Facts) -> SensitivityView {
    let known = &facts.analysis.sensitivity;
    let moved = known.bars.iter().filter(|bar| bar.swing() > known.base.eal * 1e-3);
    SensitivityView {
        sentences: moved.clone().take(TOLD).map(|bar| sentence(facts, known, bar)).collect(),
        bars: moved.map(|bar| view(facts, bar)).collect(),
        open: open(facts),
    }
}

/// What is varied, and to what at both ends.
fn named(facts: &Facts, factor: Factor) -> (String, [&'static str; 2]) {
    let ends = match factor {
        Factor::PlaceRate(place) => {
            let country = facts.estate.regions.get(place).map_or("", |region| region.name.as_str());
            let name = format!("the rate of campaigns in {country}");
            return (name, ["at the low end of its band (P10)", "at the high end (P90)"]);
        }
        Factor::AllRates => ["0.6 times what is taken", "1.6 times that"],
        Factor::Hits => ["two thirds of what is taken", "one and a half times that"],
        Factor::SharedNetworks => ["a third of what is taken", "twice that"],
        Factor::Durations | Factor::LossRates => ["half of what is taken", "twice that"],
        Factor::Spread => ["0.4 less", "0.4 more"],
        Factor::NeverEnds | Factor::SwitchTime => {
            ["half of what is taken", "one and a half times that"]
        }
        Factor::ComplyDuration => ["5 % instead of 10 %", "30 %"],
        Factor::Activation => ["half of what is stated", "three times that"],
        Factor::Readiness => ["0.7 times what their tests give", "1.15 times that"],
    };
    (factor.name().to_owned(), ends)
}

fn sentence(facts: &Facts, known: &Sensitivity, bar: &Bar) -> String {
    let money = |value| words::money(value, &facts.estate.currency.value);
    let (name, [low, high]) = named(facts, bar.factor);
    let mut parts = vec![format!(
        "If {name} were {low}, the expected annual loss would be {}; {high}, {} (now {}).",
        money(bar.low.eal),
        money(bar.high.eal),
        money(known.base.eal)
    )];
    let chances = [bar.low.any_breach, bar.high.any_breach].map(words::probability);
    if chances[0] != chances[1] {
        let [low, high] = &chances;
        parts.push(format!("The chance of a further breach would be {low} or {high}."));
    }
    if let (Some(low), Some(high)) = (bar.low.cvar95, bar.high.cvar95) {
        let (low, high) = (money(low), money(high));
        parts.push(format!("The worst year in 20 would cost {low} or {high}."));
    }
    parts.join(" ")
}

fn view(facts: &Facts, bar: &Bar) -> BarView {
    let currency = &facts.estate.currency.value;
    let money = |value| figures::money_per_year(Band::certain(value), currency);
    let chance = |value| figures::probability(Band::certain(value));
    let (name, [low, high]) = named(facts, bar.factor);
    BarView {
        name,
        low: low.to_owned(),
        high: high.to_owned(),
        eal_low: money(bar.low.eal),
        eal_high: money(bar.high.eal),
        breach_low: chance(bar.low.any_breach),
        breach_high: chance(bar.high.any_breach),
        cvar95_low: bar.low.cvar95.map(money),
        cvar95_high: bar.high.cvar95.map(money),
    }
}

fn open(facts: &Facts) -> Vec<OpenView> {
    facts.open.iter().map(|(field, worth)| open_view(facts, field, worth)).collect()
}

fn open_view(facts: &Facts, field: &Unanswered, worth: &Worth) -> OpenView {
    let currency = &facts.estate.currency.value;
    let scale = &facts.modelled.model.scale;
    let points = worth.band(|moved| score(scale, moved.harm));
    let eal = worth.band(|moved| moved.eal);
    let [least, most] = &field.ends;
    let mut effects = Vec::new();
    if eal.high > eal.low * 1.01 {
        let (low, high) = (words::money(eal.low, currency), words::money(eal.high, currency));
        effects.push(format!("the expected annual loss is {low} to {high}"));
    }
    if points.high - points.low >= 1.0 {
        effects.push(format!("the score is {:.0} to {:.0}", points.low, points.high));
    }
    let breaches = worth.band(|moved| moved.breaches);
    if breaches.high > breaches.low * 1.02 {
        effects.push(format!(
            "{:.1} to {:.1} breaches of an MTPD are to be expected a year",
            breaches.low, breaches.high
        ));
    }
    if effects.is_empty() {
        effects.push("the figures move by less than they are rounded".to_owned());
    }
    OpenView {
        place: field.place.clone(),
        what: field.what.to_owned(),
        line: field.line.clone(),
        sentence: format!("Between {least} and {most}, {}.", words::joined(&effects, "and")),
    }
}
