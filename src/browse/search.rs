//! Full-text search over names, ids, aliases, summaries and laws.

use super::{Kind, Subject, find::countries, ladder::LADDERS, wording};
use crate::knowledge::{Drill, Knowledge};

/// Everything that holds the text, case aside, by kind; the name says where it was found.
pub fn search(knowledge: &Knowledge, text: &str) -> Vec<Subject> {
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for (id, name, texts) in entries(knowledge, kind) {
            let holds = |text: &str| text.to_lowercase().contains(&wanted);
            if holds(&id) || holds(&name) {
                found.push(Subject { kind, id, name });
            } else if let Some(hit) = texts.iter().find(|text| holds(text)) {
                found.push(Subject { kind, id, name: excerpt(name, hit, &wanted) });
            }
        }
    }
    found
}

/// Id, name, and what else is searched.
type Entry = (String, String, Vec<String>);

fn entries(knowledge: &Knowledge, kind: Kind) -> Vec<Entry> {
    match kind {
        Kind::Vendor => vendors(knowledge),
        Kind::Country => laws(knowledge),
        Kind::Scenario => {
            let all = knowledge.scenarios.values();
            let more = |aliases: &[String], summary: &String| {
                aliases.iter().chain([summary]).cloned().collect()
            };
            all.map(|s| (s.id.clone(), s.name.clone(), more(&s.aliases, &s.summary))).collect()
        }
        Kind::Precedent => knowledge
            .precedents
            .iter()
            .map(|p| (p.id.clone(), p.summary.clone(), vec![p.note.clone(), p.vendors.join(" ")]))
            .collect(),
        Kind::Announcement => knowledge
            .announcements
            .iter()
            .map(|a| (a.id.clone(), a.summary.clone(), vec![a.note.clone(), a.vendors.join(" ")]))
            .collect(),
        Kind::Measure => knowledge
            .measures
            .values()
            .map(|m| (m.id.clone(), m.title.clone(), vec![m.what.clone(), m.legality.clone()]))
            .collect(),
        Kind::Drill => knowledge
            .drills
            .values()
            .map(|d| (d.id.clone(), d.title.clone(), drill_texts(d)))
            .collect(),
        Kind::Node => knowledge
            .nodes
            .values()
            .map(|n| (n.id.clone(), n.name.clone(), vec![n.place.clone(), n.mitigation.clone()]))
            .collect(),
        Kind::Ladder => LADDERS
            .into_iter()
            .map(|(id, name)| (id.to_owned(), name.to_owned(), Vec::new()))
            .collect(),
        Kind::Source => knowledge
            .sources
            .values()
            .map(|s| (s.id.clone(), s.title.clone(), vec![s.publisher.clone()]))
            .collect(),
    }
}

fn drill_texts(drill: &Drill) -> Vec<String> {
    let cards = drill.card.iter().flat_map(|card| [card.title.clone(), card.text.clone()]);
    std::iter::once(drill.story.clone()).chain(cards).collect()
}

fn vendors(knowledge: &Knowledge) -> Vec<Entry> {
    let all = knowledge.vendors.values();
    all.map(|vendor| {
        let mut texts = vendor.aliases.clone();
        texts.push(vendor.owner.name.clone());
        texts.push(vendor.stance.evidence.clone());
        (vendor.id.clone(), vendor.name.clone(), texts)
    })
    .collect()
}

fn laws(knowledge: &Knowledge) -> Vec<Entry> {
    countries(knowledge)
        .map(|(code, name)| {
            let own = knowledge.jurisdictions.get(code);
            let levers = own.into_iter().flat_map(|own| &own.lever);
            let levers = levers
                .map(|l| format!("{}: {}. {}", wording::lever(l.kind), l.law.name, l.law.basis));
            let means = own.into_iter().flat_map(|own| &own.legality);
            let means = means
                .map(|l| format!("{}: {}. {}", wording::means(l.means), l.law.name, l.law.basis));
            (code.to_owned(), name.to_owned(), levers.chain(means).collect())
        })
        .collect()
}

/// Characters on each side of a hit that are shown.
const AROUND: usize = 30;

/// The name, and the place of the hit.
fn excerpt(name: String, hit: &str, wanted: &str) -> String {
    let characters: Vec<char> = hit.chars().collect();
    let lower = hit.to_lowercase();
    let Some(at) = lower.find(wanted) else { return name };
    // Lower case can be longer than what was written; the excerpt need not be exact.
    let middle = lower[..at].chars().count().min(characters.len());
    let start = middle.saturating_sub(AROUND);
    let end = (middle + wanted.chars().count() + AROUND).min(characters.len());
    let part: String = characters[start..end].iter().collect();
    let before = if start > 0 { "..." } else { "" };
    let after = if end < characters.len() { "..." } else { "" };
    format!("{name} ({before}{}{after})", part.trim())
}
