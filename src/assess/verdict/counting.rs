//! What a verdict says.

use serde::Serialize;

use super::ground::Ground;

/// Does a fallback count?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    Counts,
    CountsInPart,
    DoesNotCount,
}

impl Counting {
    pub const ALL: &'static [Self] = &[Self::Counts, Self::CountsInPart, Self::DoesNotCount];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::CountsInPart => "counts in part",
            Self::DoesNotCount => "does not count",
        }
    }

    /// As in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::CountsInPart => "counts-in-part",
            Self::DoesNotCount => "does-not-count",
        }
    }

    /// For a narrow cell; the word stands beside it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Counts => "●",
            Self::CountsInPart => "◐",
            Self::DoesNotCount => "○",
        }
    }
}

/// One fallback in one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Position among the fallbacks of the activity there.
    pub fallback: usize,
    pub counting: Counting,
    /// The most decisive ground; none where it counts.
    pub ground: Option<Ground>,
    /// One sentence.
    pub reason: String,
}
