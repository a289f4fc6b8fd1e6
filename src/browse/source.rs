//! One publication, and every fact that rests on it.

use super::{Fact, Kind, Page, Writer, wording};
use crate::knowledge::{Knowledge, Source};

pub fn page(knowledge: &Knowledge, source: &Source) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Source, &source.id, &source.title);
    writer.section("Publication");
    let own = writer.overlaid(&format!("source {}", source.id));
    let published = Fact::new("Published by", &source.publisher).sure(source.confidence).own(own);
    writer.cited(published, [&source.id]);
    let date = source.date.map_or_else(|| "not known".to_owned(), |date| date.to_string());
    writer.fact(Fact::new("Date", date));
    writer.section("Facts that rest on it");
    for (label, what) in uses(knowledge, &source.id) {
        writer.fact(Fact::new(label, what));
    }
    writer.finish()
}

/// Every fact that names a source: where, and what.
pub fn uses(knowledge: &Knowledge, id: &String) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for vendor in knowledge.vendors.values() {
        let mut add = |what: String| found.push((vendor.name.clone(), what));
        if vendor.stance.sources.contains(id) {
            add("stance".to_owned());
        }
        if vendor.attention.as_ref().is_some_and(|attention| attention.source == *id) {
            add("share of campaigns that hit it".to_owned());
        }
        for block in vendor.block.iter().filter(|block| block.source == *id) {
            let place = block.country.as_deref().unwrap_or("world-wide");
            add(format!("{} in {place}", wording::scope(block.scope)));
        }
        if vendor.sources.contains(id) {
            add("the file as a whole".to_owned());
        }
    }
    for country in knowledge.jurisdictions.values() {
        let levers = country.lever.iter().filter(|l| l.law.source.as_ref() == Some(id));
        found.extend(levers.map(|l| (country.name.clone(), wording::lever(l.kind).to_owned())));
        let means = country.legality.iter().filter(|l| l.law.source.as_ref() == Some(id));
        found.extend(means.map(|l| (country.name.clone(), wording::means(l.means).to_owned())));
    }
    let told = knowledge.precedents.iter().filter(|p| p.source == *id);
    found.extend(told.map(|p| (p.id.clone(), p.summary.clone())));
    let ahead = knowledge.announcements.iter().filter(|a| a.source.as_ref() == Some(id));
    found.extend(ahead.map(|a| (a.id.clone(), a.summary.clone())));
    let measures = knowledge.measures.values().filter(|m| m.sources.contains(id));
    found.extend(measures.map(|m| (m.title.clone(), "a measure".to_owned())));
    let nodes = knowledge.nodes.values().filter(|n| n.sources.contains(id));
    found.extend(nodes.map(|n| (n.name.clone(), "a node".to_owned())));
    let stages = knowledge.ladder.lead_time.iter().filter(|l| l.sources.contains(id));
    found.extend(stages.map(|l| (l.transition.clone(), l.duration.clone())));
    for dispute in knowledge.disputes.values() {
        let sides = dispute.sides.iter().filter(|side| side.source.as_ref() == Some(id));
        found.extend(sides.map(|side| (dispute.question.clone(), side.claim.clone())));
    }
    found
}
