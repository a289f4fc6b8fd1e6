//! From a word that a person types to the thing that is meant.

use serde::Serialize;

use super::{Kind, ladder::LADDERS};
use crate::{document::nearest, knowledge::Knowledge};

/// One thing, by kind and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    pub kind: Kind,
    pub id: String,
    pub name: String,
}

/// What a word can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    One(Subject),
    /// Several kinds share the word.
    Several(Vec<Subject>),
    /// Nothing; the id of what was perhaps meant.
    Nothing(Option<String>),
}

/// A subject and every word that means it.
struct Named {
    subject: Subject,
    words: Vec<String>,
}

/// Finds by id, alias, country code or name, case aside; of one kind, or of any.
pub fn find(knowledge: &Knowledge, word: &str, kind: Option<Kind>) -> Found {
    let wanted = word.trim().to_lowercase();
    let kinds = Kind::ALL.into_iter().filter(|k| kind.is_none_or(|kind| kind == *k));
    let all: Vec<Named> = kinds.flat_map(|kind| named(knowledge, kind)).collect();
    let mut matches: Vec<Subject> = all
        .iter()
        .filter(|named| named.words.iter().any(|word| word.to_lowercase() == wanted))
        .map(|named| named.subject.clone())
        .collect();
    // Most precedents have a source of the same id, which their page shows.
    let has_precedent = matches.iter().any(|subject| subject.kind == Kind::Precedent);
    matches.retain(|subject| !(has_precedent && subject.kind == Kind::Source));
    // An id is meant before a name that another thing happens to have.
    if matches.iter().filter(|subject| subject.id.to_lowercase() == wanted).count() == 1 {
        matches.retain(|subject| subject.id.to_lowercase() == wanted);
    }
    match matches.len() {
        0 => Found::Nothing(near(&wanted, &all)),
        1 => Found::One(matches.remove(0)),
        _ => Found::Several(matches),
    }
}

/// The id of what has the nearest word, or else of what begins with the word.
fn near(wanted: &str, all: &[Named]) -> Option<String> {
    let words = || all.iter().flat_map(|named| &named.words).map(String::as_str);
    let begun = || words().filter(|word| wanted.len() >= 3 && word.starts_with(wanted)).min();
    let word = nearest(wanted, words()).or_else(begun)?;
    let meant = all.iter().find(|named| named.words.iter().any(|one| one == word))?;
    Some(meant.subject.id.clone())
}

fn named(knowledge: &Knowledge, kind: Kind) -> Vec<Named> {
    let one = |id: &str, name: &str, more: &[String]| {
        let mut words = vec![id.to_owned(), name.to_owned()];
        words.extend_from_slice(more);
        let subject = Subject { kind, id: id.to_owned(), name: name.to_owned() };
        Named { subject, words }
    };
    match kind {
        Kind::Vendor => {
            knowledge.vendors.values().map(|v| one(&v.id, &v.name, &v.aliases)).collect()
        }
        Kind::Country => countries(knowledge).map(|(code, name)| one(code, name, &[])).collect(),
        Kind::Scenario => {
            knowledge.scenarios.values().map(|s| one(&s.id, &s.name, &s.aliases)).collect()
        }
        Kind::Precedent => knowledge.precedents.iter().map(|p| one(&p.id, &p.id, &[])).collect(),
        Kind::Announcement => {
            knowledge.announcements.iter().map(|a| one(&a.id, &a.id, &[])).collect()
        }
        Kind::Measure => knowledge.measures.values().map(|m| one(&m.id, &m.title, &[])).collect(),
        Kind::Drill => knowledge.drills.values().map(|d| one(&d.id, &d.title, &[])).collect(),
        Kind::Node => knowledge.nodes.values().map(|n| one(&n.id, &n.name, &[])).collect(),
        Kind::Ladder => LADDERS.into_iter().map(|(id, name)| one(id, name, &[])).collect(),
        Kind::Source => knowledge.sources.values().map(|s| one(&s.id, &s.title, &[])).collect(),
    }
}

/// Codes and names of countries, and of groups that have a file of their own.
pub fn countries(knowledge: &Knowledge) -> impl Iterator<Item = (&str, &str)> {
    let groups = knowledge.jurisdictions.values().filter(|group| {
        !group.members.is_empty() && !knowledge.countries.contains_key(&group.code)
    });
    let own = knowledge.countries.iter().map(|(code, name)| (code.as_str(), name.as_str()));
    own.chain(groups.map(|group| (group.code.as_str(), group.name.as_str())))
}
