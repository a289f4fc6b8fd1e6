//! Which measures fit what a country has done, and whether its law lets a company use them.

use std::cmp::Reverse;

use super::{Fact, Writer, record, wording};
use crate::{
    knowledge::{EffectKind, Legality, Measure, MeasureEffect, RecordKind},
    words,
};

const BRIEF: usize = 8;

/// Measures against the scenarios of the country's record, those against most of it first.
pub fn section(writer: &mut Writer, country: &str) {
    writer.section("What fits this record as a fallback");
    let knowledge = writer.knowledge;
    let happened =
        record::records(knowledge, |p| p.country == country && p.record == RecordKind::Restriction);
    let mut fitting: Vec<(usize, &Measure)> = knowledge
        .measures
        .values()
        .map(|measure| {
            let fits = happened.iter().filter(|p| counters(writer, measure, &p.scenario));
            (fits.count(), measure)
        })
        .filter(|(count, measure)| *count > 0 && measure.effect.iter().any(readies))
        .collect();
    fitting.sort_by_key(|(count, measure)| (closed(writer, country, measure), Reverse(*count)));
    for (count, measure) in fitting {
        let mut text = format!("against {} of {} actions", count, happened.len());
        text.push_str(&law(writer, country, measure));
        let lead = measure.lead_time_days;
        let time = format!("Ready in {} to {} days.", lead[0], lead[1]);
        let late = if measure.only_before { " Too late once a campaign has begun." } else { "" };
        writer.fact(Fact::new(&measure.title, text).detail(format!("{time}{late}")));
    }
    writer.brief(BRIEF, "for the rest: blackstart knowledge list measure");
}

/// Does the change give people another way, or keep one open?
const fn readies(effect: &MeasureEffect) -> bool {
    matches!(
        effect.kind,
        EffectKind::AddFallback | EffectKind::Provision | EffectKind::InstallWithoutStore
    )
}

fn counters(writer: &Writer, measure: &Measure, scenario: &str) -> bool {
    let Some(scenario) = writer.knowledge.scenario(scenario) else { return false };
    let names = |list: &[String]| {
        let mut known = list.iter().filter_map(|id| writer.knowledge.scenario(id));
        known.any(|one| one.id == scenario.id)
    };
    let helps = measure.counters.is_empty() || names(&measure.counters);
    helps && !names(&measure.does_not_survive)
}

fn closed(writer: &Writer, country: &str, measure: &Measure) -> bool {
    let legality = writer.knowledge.legality(country, &measure.legal_means);
    legality.is_some_and(|(value, _)| value == Legality::Prohibited)
}

/// "; company VPN lawful, foreign SIM needs a licence".
fn law(writer: &Writer, country: &str, measure: &Measure) -> String {
    let said: Vec<String> = measure
        .legal_means
        .iter()
        .map(|means| {
            let law = writer.knowledge.means_law(country, *means);
            let value = law.map_or(Legality::Unclear, |law| law.value);
            format!("{} {}", wording::inside(wording::means(*means)), wording::legality(value))
        })
        .collect();
    if said.is_empty() { String::new() } else { format!("; {}", words::list(&said)) }
}
