//! Sources in the order of their first mention in the list, with the numbers by which the text
//! refers to them.

use std::collections::BTreeMap;

use crate::{
    assess::Facts,
    knowledge::Source,
    report::view::{SourceRef, SourceView},
};

/// The numbered list.
pub struct Cited<'k> {
    list: Vec<&'k Source>,
    numbers: BTreeMap<&'k str, usize>,
}

impl<'k> Cited<'k> {
    pub fn new(facts: &Facts<'k>, ids: &[String]) -> Self {
        let list: Vec<&Source> =
            ids.iter().filter_map(|id| facts.estate.knowledge.sources.get(id)).collect();
        let numbers =
            list.iter().enumerate().map(|(at, source)| (source.id.as_str(), at + 1)).collect();
        Self { list, numbers }
    }

    /// References to those that are known.
    pub fn refs(&self, ids: &[String]) -> Vec<SourceRef> {
        let mut refs: Vec<SourceRef> = ids
            .iter()
            .filter_map(|id| {
                Some(SourceRef { number: *self.numbers.get(id.as_str())?, id: id.clone() })
            })
            .collect();
        refs.sort_by_key(|one| one.number);
        refs.dedup();
        refs
    }

    pub fn views(&self) -> Vec<SourceView> {
        let view = |(at, source): (usize, &&Source)| SourceView {
            number: at + 1,
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            date: source.date.map(|date| date.to_string()),
            url: source.url.clone(),
            confidence: source.confidence.word().to_owned(),
        };
        self.list.iter().enumerate().map(view).collect()
    }
}
