//! What happened, from the ledger: counts by scenario, and the actions themselves.

use std::collections::BTreeMap;

use super::{Fact, Writer, wording};
use crate::{
    knowledge::{Knowledge, Precedent, RecordKind},
    words,
};

/// How many actions a reader of a terminal wants to see at once.
const BRIEF: usize = 12;

/// The actions that a test lets through, latest first.
pub fn records(knowledge: &Knowledge, test: impl Fn(&Precedent) -> bool) -> Vec<&Precedent> {
    let mut kept: Vec<&Precedent> = knowledge.precedents.iter().filter(|p| test(p)).collect();
    kept.sort_by_key(|p| (std::cmp::Reverse(p.date.first_day()), &p.id));
    kept
}

/// Does an action name the vendor, by id or alias?
pub fn names(knowledge: &Knowledge, precedent: &Precedent, vendor: &str) -> bool {
    precedent.vendors.iter().any(|word| knowledge.vendor(word).is_some_and(|v| v.id == vendor))
}

/// "network block 12, throttling 3": those that took effect, by scenario, the most frequent first.
pub fn counts(knowledge: &Knowledge, records: &[&Precedent]) -> String {
    let mut by_scenario: BTreeMap<&str, usize> = BTreeMap::new();
    for precedent in records.iter().filter(|p| p.record == RecordKind::Restriction) {
        if let Some(scenario) = knowledge.scenario(&precedent.scenario) {
            *by_scenario.entry(&scenario.name).or_default() += 1;
        }
    }
    let mut sorted: Vec<(&str, usize)> = by_scenario.into_iter().collect();
    sorted.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let named = sorted.iter().map(|(name, count)| format!("{} {count}", wording::inside(name)));
    named.collect::<Vec<_>>().join(", ")
}

/// A section with the counts and the actions. `more` is the command that lists them all.
pub fn section(writer: &mut Writer, title: &str, records: &[&Precedent], more: &str) {
    writer.section(title);
    let Some(earliest) = records.last() else { return };
    let counts = counts(writer.knowledge, records);
    let summary =
        format!("{}, the earliest of {}", words::count(records.len(), "record"), earliest.date);
    writer.fact(Fact::new("In all", summary).detail(match counts.as_str() {
        "" => String::new(),
        counts => format!("Took effect: {counts}."),
    }));
    for precedent in records {
        add(writer, precedent);
    }
    writer.brief(BRIEF + 1, format!("for the rest: blackstart knowledge list precedent {more}"));
}

/// One action in a sentence.
pub fn add(writer: &mut Writer, precedent: &Precedent) {
    let scenario = writer.knowledge.scenario(&precedent.scenario);
    let name = scenario.map_or(precedent.scenario.as_str(), |scenario| scenario.name.as_str());
    let kind = match precedent.record {
        RecordKind::Restriction => String::new(),
        other => format!(", {}", wording::record(other)),
    };
    let own = writer.overlaid(&format!("precedent {}", precedent.id));
    let fact = Fact::new(precedent.date.to_string(), format!("{name}{kind}"))
        .sure(precedent.confidence)
        .own(own)
        .detail(&precedent.summary);
    writer.cited(fact, [&precedent.source]);
}
