//! Values that parts have been asked for, kept.

use std::collections::BTreeMap;

use super::{choice::Choice, part::Part};
use crate::analysis::Spread;

/// A part with what is known of it.
#[derive(Debug, Clone)]
pub struct Table<'p> {
    part: &'p Part,
    known: BTreeMap<Choice, f64>,
}

impl<'p> Table<'p> {
    pub const fn new(part: &'p Part) -> Self {
        Self { part, known: BTreeMap::new() }
    }

    pub const fn part(&self) -> &'p Part {
        self.part
    }

    /// Values that have been computed.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The value with a choice of measures.
    pub fn value(&mut self, choice: Choice) -> f64 {
        let key = self.part.key(choice);
        *self.known.entry(key).or_insert_with(|| self.part.value(key))
    }

    /// Computes the values of these keys side by side.
    pub fn fill(&mut self, keys: &[Choice], spread: &dyn Spread) {
        let part = self.part;
        let values = spread.map(keys.len(), |at| part.value(keys[at]));
        self.known.extend(keys.iter().copied().zip(values));
    }
}
