//! A page: sections of facts, each with its confidence and the numbers of its sources.

use serde::Serialize;

use super::Kind;
use crate::knowledge::{Confidence, Knowledge, Source};

/// Everything about one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    pub format: u32,
    pub kind: Kind,
    pub id: String,
    pub title: String,
    pub sections: Vec<Section>,
    /// In the order of their first mention; facts cite them by number, from 1.
    pub sources: Vec<Source>,
}

/// Facts under one heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Section {
    pub title: String,
    pub facts: Vec<Fact>,
    /// How many facts a reader of a terminal wants to see at once, where that is not all.
    #[serde(skip)]
    pub brief: Option<usize>,
    /// How to see the rest.
    #[serde(skip)]
    pub rest: String,
}

/// One statement.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Fact {
    pub label: String,
    pub text: String,
    /// Absent for what is counted or computed from other facts.
    pub confidence: Option<Confidence>,
    /// Numbers of sources of the page.
    pub sources: Vec<usize>,
    /// Does it come from the user's overlay?
    pub own: bool,
    pub details: Vec<String>,
}

impl Fact {
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into(), ..Self::default() }
    }

    #[must_use]
    pub const fn sure(mut self, confidence: Confidence) -> Self {
        self.confidence = Some(confidence);
        self
    }

    /// Adds a line below, unless it is empty.
    #[must_use]
    pub fn detail(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.details.push(text);
        }
        self
    }

    #[must_use]
    pub const fn own(mut self, own: bool) -> Self {
        self.own = own;
        self
    }
}

/// Writes a page and numbers its sources.
pub struct Writer<'k> {
    pub knowledge: &'k Knowledge,
    page: Page,
}

impl<'k> Writer<'k> {
    pub fn new(
        knowledge: &'k Knowledge,
        kind: Kind,
        id: impl Into<String>,
        title: impl Into<String>,
    ) -> Self {
        let page = Page {
            format: 1,
            kind,
            id: id.into(),
            title: title.into(),
            sections: Vec::new(),
            sources: Vec::new(),
        };
        Self { knowledge, page }
    }

    /// Starts a section.
    pub fn section(&mut self, title: impl Into<String>) {
        self.page.sections.push(Section { title: title.into(), ..Section::default() });
    }

    /// Shows only so many facts of the present section on a terminal.
    pub fn brief(&mut self, count: usize, rest: impl Into<String>) {
        if let Some(section) = self.page.sections.last_mut() {
            section.brief = Some(count);
            section.rest = rest.into();
        }
    }

    /// Adds a fact to the present section, unless it says nothing.
    pub fn fact(&mut self, fact: Fact) {
        if fact.text.is_empty() && fact.details.is_empty() {
            return;
        }
        if let Some(section) = self.page.sections.last_mut() {
            section.facts.push(fact);
        }
    }

    /// Adds a fact with sources, by their ids.
    pub fn cited<'a>(&mut self, mut fact: Fact, ids: impl IntoIterator<Item = &'a String>) {
        fact.sources = ids.into_iter().filter_map(|id| self.number(id)).collect();
        self.fact(fact);
    }

    /// Did the overlay say this? `name` is as in [`Knowledge::overlaid`].
    pub fn overlaid(&self, name: &str) -> bool {
        self.knowledge.overlaid.contains(name)
    }

    fn number(&mut self, id: &str) -> Option<usize> {
        let known = self.page.sources.iter().position(|source| source.id == id);
        let index = if let Some(index) = known {
            index
        } else {
            self.page.sources.push(self.knowledge.sources.get(id)?.clone());
            self.page.sources.len() - 1
        };
        Some(index + 1)
    }

    /// The page, without sections that stayed empty.
    pub fn finish(mut self) -> Page {
        self.page.sections.retain(|section| !section.facts.is_empty());
        self.page
    }
}
