//! What can be wrong with a knowledge base, or worth a look, each as a value with a code.

use serde::Serialize;

use crate::document::{inert, inert_lines};

/// Does it stop the base from being used?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Must be mended.
    Error,
    /// Worth a look; the base can be used.
    Note,
}

impl Severity {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Note => "note",
        }
    }
}

macro_rules! lints {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $word:literal, $severity:ident;)+) => {
        /// The kinds of fault and note, documented in docs/knowledge.md.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum Lint { $($(#[doc = $meaning])+ #[serde(rename = $word)] $variant),+ }

        impl Lint {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code, as printed and documented.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// In words.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($meaning),+).trim_ascii()),+ }
            }
        }
    };
}

lints! {
    /// A file whose name says nothing about what it holds.
    UnknownFile = "unknown-file", Error;
    /// A file without which nothing can be judged is missing or faulty.
    MissingFile = "missing-file", Error;
    /// A file that is no TOML or CSV, or has other keys and values than it may have.
    Unreadable = "unreadable", Error;
    /// One id, or one alias, for two things.
    DuplicateId = "duplicate-id", Error;
    /// A file of an overlay gives another id than the embedded file of its name.
    ChangedId = "changed-id", Error;
    /// A vendor that is named is not defined.
    UndefinedVendor = "undefined-vendor", Error;
    /// A word for a class of vendors that does not exist.
    UndefinedClass = "undefined-class", Error;
    /// A node that is named is not defined.
    UndefinedNode = "undefined-node", Error;
    /// A source that is named is not defined.
    UndefinedSource = "undefined-source", Error;
    /// A scenario that is named is not defined.
    UndefinedScenario = "undefined-scenario", Error;
    /// A precedent that is named is not defined.
    UndefinedPrecedent = "undefined-precedent", Error;
    /// A code that is not in countries.csv.
    UndefinedCountry = "undefined-country", Error;
    /// A measure that is named is not defined.
    UndefinedMeasure = "undefined-measure", Error;
    /// A stage that is not in ladder.toml.
    UndefinedStage = "undefined-stage", Error;
    /// A text of a switch-over plan has a name in braces that stands for nothing.
    UnknownPlaceholder = "unknown-placeholder", Error;
    /// A stream that is not in rates/streams.toml.
    UndefinedStream = "undefined-stream", Error;
    /// Measures require each other in a circle.
    CircularRequirement = "circular-requirement", Error;
    /// A fact is called sourced but names no source.
    NoSource = "no-source", Error;
    /// A recalled source has an address.
    RecalledAddress = "recalled-address", Error;
    /// Something ends before it begins.
    EndsEarly = "ends-early", Error;
    /// An announced measure is both withdrawn and done.
    ClosedTwice = "closed-twice", Error;
    /// Rules for the chance of a hit that leave a case open or contradict each other.
    OpenChance = "open-chance", Error;
    /// Fixed answers of vendors that do not sum to 1.
    AnswersSum = "answers-sum", Error;
    /// A block and the precedent it names disagree in country, in vendor, or by more than 31 days.
    BlockMismatch = "block-mismatch", Error;
    /// Cards of a drill that do not follow each other in time.
    DrillOrder = "drill-order", Error;
    /// A card of a drill that does not rest on precedents of the scenarios and the days it names, or
    /// a scenario of a drill without a card.
    DrillBase = "drill-base", Error;
    /// A blank in a card of a drill that nothing fills.
    DrillBlank = "drill-blank", Error;
    /// A source that no fact names.
    OrphanSource = "orphan-source", Note;
    /// A node that no vendor, measure or scenario names.
    OrphanNode = "orphan-node", Note;
    /// A fact that was last looked at longer ago than asked.
    OldFact = "old-fact", Note;
    /// An announced measure is still open after its date, or two years after an announcement
    /// without one.
    OverdueAnnouncement = "overdue-announcement", Note;
    /// A scenario that no drill exercises.
    NoDrill = "no-drill", Note;
    /// Sources contradict each other, and one side was taken.
    Disputed = "disputed", Note;
}

/// One fault or note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    pub code: Lint,
    /// Relative name of the file.
    pub file: String,
    /// What is wrong, with place and remedy where they are known.
    pub what: String,
}

impl Fault {
    pub fn new(code: Lint, file: impl Into<String>, what: impl Into<String>) -> Self {
        // A file of a stranger can hold anything; only the ends of lines are blackstart's own.
        let (file, what) = (inert(&file.into()).into_owned(), inert_lines(&what.into()));
        Self { code, file, what }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Fault, Lint};

    #[test]
    fn what_is_said_of_a_file_is_inert() {
        let fault = Fault::new(Lint::Unreadable, "a\u{202e}.csv", "line 2: `2\u{1}`\nline 3");
        assert_eq!(fault.to_string(), "a\\u{202e}.csv: line 2: `2\\u{1}`\nline 3");
    }

    #[test]
    fn codes_are_unique_and_explained() {
        let words: BTreeSet<&str> = Lint::ALL.iter().map(|lint| lint.word()).collect();
        assert_eq!(words.len(), Lint::ALL.len());
        assert!(Lint::ALL.iter().all(|lint| lint.meaning().ends_with('.')));
    }
}
