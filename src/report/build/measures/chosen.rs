//! Measures of the chosen set.

use super::figures;
use crate::{
    advise::{
        Advised,
        catalogue::{Change, Means, Offered},
        worth::Worth,
    },
    engine::band::Band,
    estate::Estate,
    knowledge::EffectKind,
    report::view::ChosenMeasure,
    words,
};

/// The most saved for the money first.
pub fn chosen(estate: &Estate, advised: &Advised) -> Vec<ChosenMeasure> {
    let offered = |worth: &Worth| &advised.catalogue.groups[worth.group].offers[worth.candidate];
    let rate = |worth: &Worth| worth.last / offered(worth).offer.cost.value.max(1.0);
    let mut all: Vec<&Worth> = advised.advice.worth.iter().collect();
    all.sort_by(|a, b| {
        rate(b).total_cmp(&rate(a)).then_with(|| offered(a).offer.id.cmp(&offered(b).offer.id))
    });
    all.into_iter().map(|worth| measure(estate, offered(worth), worth)).collect()
}

fn measure(estate: &Estate, offered: &Offered, worth: &Worth) -> ChosenMeasure {
    let Offered { offer, .. } = offered;
    let currency = &estate.currency.value;
    let money = |value| figures::money_per_year(Band::certain(value), currency);
    let cost = Band { value: offer.cost.value, low: offer.cost.low, high: offer.cost.high };
    let name = |at: &usize| estate.regions[*at].name.clone();
    ChosenMeasure {
        id: offer.id.clone(),
        title: offer.title.clone(),
        what: offer.what.clone(),
        countries: offer.regions.iter().map(name).collect(),
        cost: figures::estimated(figures::money(cost, currency)),
        priced_by: if offer.own_cost {
            "the profile".to_owned()
        } else {
            "the knowledge base, judgement".to_owned()
        },
        lead_time: lead_time(offer.lead_days),
        effects: offer.changes.iter().map(|change| effect(estate, change)).collect(),
        alone: money(worth.alone),
        last: money(worth.last),
        breach: figures::probability(Band::certain(worth.breach)),
        cautions: cautions(estate, offered),
    }
}

fn lead_time([low, high]: [f64; 2]) -> String {
    match (low.total_cmp(&high).is_eq(), high <= 0.0) {
        (_, true) => "at once".to_owned(),
        (true, _) => format!("{high:.0} days"),
        (false, _) => format!("{low:.0} to {high:.0} days"),
    }
}

/// What a change does, in words.
fn effect(estate: &Estate, change: &Change) -> String {
    let remains = |what: &str| {
        let factor = change.factor.map_or_else(String::new, words::share);
        format!("{what} to {factor} of what it was")
    };
    match change.kind {
        EffectKind::AddFallback => {
            let over = match &change.means {
                Some(Means::Vendor(id)) => {
                    estate.knowledge.vendor(id).map_or(id.as_str(), |vendor| &vendor.name)
                }
                Some(Means::Channel(id)) => estate
                    .channels
                    .iter()
                    .find(|channel| channel.id == *id)
                    .map_or(id.as_str(), |channel| &channel.name),
                None => "a new channel",
            };
            let reach = words::share(change.employees.min(change.partners));
            let within = change
                .activation_hours
                .map_or_else(String::new, |hours| format!(" within {}", words::hours(hours)));
            format!("a fallback over {over} that reaches {reach}{within}")
        }
        EffectKind::Retest => "fallbacks are tested".to_owned(),
        EffectKind::ShortenActivation => match change.activation_hours {
            Some(hours) => format!("fallbacks start within {}", words::hours(hours)),
            None => remains("time to start fallbacks down"),
        },
        EffectKind::ShortenSwitch => match change.switch_hours {
            Some(hours) => format!("leaving for good takes {}", words::hours(hours)),
            None => remains("time to leave for good down"),
        },
        EffectKind::Provision => {
            format!("{} have the client set up", words::share(change.employees))
        }
        EffectKind::LocalHosting => "data rests in the country".to_owned(),
        EffectKind::ReduceHit => remains("chance of a hit down"),
        EffectKind::InstallWithoutStore => "clients install without a store".to_owned(),
        EffectKind::Organisational => "notice, order or evidence".to_owned(),
    }
}

fn cautions(estate: &Estate, offered: &Offered) -> Vec<String> {
    let mut all = Vec::new();
    for code in &offered.permits {
        let name = estate.knowledge.country_name(code);
        all.push(format!("Needs a permit in {name} before anything is bought."));
    }
    if offered.offer.only_before {
        all.push("Too late once the campaign has begun.".to_owned());
    }
    if !offered.offer.counsel.is_empty() {
        all.push(format!("For counsel: {}.", offered.offer.counsel.trim_end_matches('.')));
    }
    all
}
