//! Something worth a look in a document that is accepted.

use std::ops::Range;

use super::KeyPath;

/// A remark: like a problem, but nothing that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The kind, as in the documentation.
    pub word: &'static str,
    /// By which an acceptance names it.
    pub id: String,
    /// One line.
    pub message: String,
    pub path: KeyPath,
    pub span: Range<usize>,
    /// What it rests on, and what to do.
    pub help: Vec<String>,
}
