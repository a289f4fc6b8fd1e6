//! How much the base knows, how well, and how lately somebody looked.

use jiff::{Span, civil::Date};
use serde::Serialize;

use super::record;
use crate::knowledge::{Confidence, Knowledge, PartialDate};

/// Facts of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Count {
    pub kind: &'static str,
    pub facts: usize,
    pub sourced: usize,
    /// Those with a date of review or evidence; history does not age.
    pub dated: usize,
    pub older_than_a_year: usize,
}

/// Counts, and where the ledger is silent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stats {
    pub counts: Vec<Count>,
    pub countries_without_precedents: Vec<String>,
    pub vendors_without_precedents: Vec<String>,
}

/// One fact, as far as counting goes.
struct Fact {
    kind: &'static str,
    sourced: bool,
    seen: Option<PartialDate>,
}

/// Counts everything, as of a day.
pub fn stats(knowledge: &Knowledge, as_of: Date) -> Stats {
    let facts = facts(knowledge);
    let limit = as_of.saturating_sub(Span::new().years(1));
    let mut kinds: Vec<&'static str> = Vec::new();
    for fact in &facts {
        if !kinds.contains(&fact.kind) {
            kinds.push(fact.kind);
        }
    }
    let count = |kind: &'static str| {
        let of = || facts.iter().filter(move |fact| fact.kind == kind);
        Count {
            kind,
            facts: of().count(),
            sourced: of().filter(|fact| fact.sourced).count(),
            dated: of().filter(|fact| fact.seen.is_some()).count(),
            older_than_a_year: of()
                .filter(|fact| fact.seen.is_some_and(|seen| seen.last_day() < limit))
                .count(),
        }
    };
    let silent = |code: &&String| !knowledge.precedents.iter().any(|p| p.country == **code);
    let unnamed =
        |id: &&String| record::records(knowledge, |p| record::names(knowledge, p, id)).is_empty();
    Stats {
        counts: kinds.iter().map(|kind| count(kind)).collect(),
        countries_without_precedents: knowledge.countries.keys().filter(silent).cloned().collect(),
        vendors_without_precedents: knowledge.vendors.keys().filter(unnamed).cloned().collect(),
    }
}

fn facts(knowledge: &Knowledge) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |kind, confidence: Confidence, seen| {
        facts.push(Fact { kind, sourced: confidence == Confidence::Sourced, seen });
    };
    let by = |sourced: bool| if sourced { Confidence::Sourced } else { Confidence::Known };
    for vendor in knowledge.vendors.values() {
        for name in FIELDS {
            let sourced = vendor.sourced_fields.iter().any(|field| field == name);
            add("vendor fields", by(sourced), Some(vendor.reviewed));
        }
        add("vendor stances", vendor.stance.confidence, Some(vendor.reviewed));
        for block in &vendor.block {
            add("blocks", block.confidence, Some(vendor.reviewed));
        }
    }
    for country in knowledge.jurisdictions.values() {
        for lever in &country.lever {
            add("levers", lever.confidence, lever.law.as_of.or(Some(country.reviewed)));
        }
        for law in &country.legality {
            add("legality of means", law.confidence, law.law.as_of.or(Some(country.reviewed)));
        }
    }
    for precedent in &knowledge.precedents {
        add("precedents", precedent.confidence, None);
    }
    for one in &knowledge.announcements {
        add("announcements", one.confidence, None);
    }
    for measure in knowledge.measures.values() {
        add("measures", by(!measure.sources.is_empty()), None);
    }
    for drill in knowledge.drills.values() {
        add("drills", drill.confidence, None);
    }
    for node in knowledge.nodes.values() {
        add("nodes", by(!node.sources.is_empty()), None);
    }
    for source in knowledge.sources.values() {
        add("sources", source.confidence, None);
    }
    facts
}

/// Fields of a vendor that say something about the world.
const FIELDS: &[&str] = &[
    "kind",
    "status",
    "owner",
    "capabilities",
    "encryption",
    "metadata",
    "data",
    "self_hostable",
    "open_source",
    "phone_number",
    "sms_activation",
    "sign_in",
    "install",
    "push",
    "hosting",
    "network",
    "reach",
    "needs",
    "admin_controls",
    "local_entities",
    "price",
];
