//! One thing that is wrong, where, and what to do about it.

use std::ops::Range;

use super::{Code, KeyPath};

/// A change to the text that would remedy the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// What to replace.
    pub span: Range<usize>,
    pub replacement: String,
    /// The advice in words.
    pub advice: String,
    /// Can it only be what was meant? Then `check --fix` may make it.
    pub safe: bool,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: Code,
    /// One line, lower-case start, what the person wrote in backticks.
    pub message: String,
    /// A few words under the place.
    pub label: String,
    pub span: Range<usize>,
    /// The path of the value, where there is one.
    pub path: KeyPath,
    /// What to do, and what the key is for.
    pub help: Vec<String>,
    pub patch: Option<Patch>,
    /// A second place that matters, such as the first of two duplicates.
    pub also: Option<(Range<usize>, String)>,
}

impl Problem {
    pub fn new(code: Code, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            label: String::new(),
            span,
            path: KeyPath::root(),
            help: Vec::new(),
            patch: None,
            also: None,
        }
    }

    #[must_use]
    pub fn at(mut self, path: KeyPath) -> Self {
        self.path = path;
        self
    }

    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    #[must_use]
    pub fn patch(
        mut self,
        span: Range<usize>,
        replacement: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        let (replacement, advice) = (replacement.into(), advice.into());
        self.patch = Some(Patch { span, replacement, advice, safe: false });
        self
    }

    /// The patch can only be what was meant.
    #[must_use]
    pub fn safe(mut self) -> Self {
        if let Some(patch) = &mut self.patch {
            patch.safe = true;
        }
        self
    }

    #[must_use]
    pub fn also(mut self, span: Range<usize>, label: impl Into<String>) -> Self {
        self.also = Some((span, label.into()));
        self
    }
}
