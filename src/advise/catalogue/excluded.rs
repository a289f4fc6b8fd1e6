//! Why a measure is left out.

use serde::Serialize;

macro_rules! reasons {
    ($($variant:ident = $word:literal, $meaning:literal;)+) => {
        /// The kind of reason. `docs/measures.md` lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Reason { $(#[doc = $meaning] $variant),+ }

        impl Reason {
            /// Every reason, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// One sentence on what it means.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),+ }
            }
        }
    };
}

reasons! {
    Prohibited = "prohibited",
        "The law of the country forbids a company the means it needs.";
    Unclear = "unclear",
        "Whether a company may use the means it needs is not known: ask counsel.";
    TooLate = "too-late",
        "It takes longer than the horizon asked for.";
    NotIndependent = "not-independent",
        "Its channel belongs to the vendor or owner of what it would back up, everywhere.";
    CarriesTooLittle = "carries-too-little",
        "Its channel carries what no activity there needs.";
    NeedsAnother = "needs-another",
        "It builds on a measure that is left out.";
    Unpriced = "unpriced",
        "The method has no rate for the profile's currency, so that its price is not known.";
    RuledOut = "ruled-out",
        "The profile rules it out.";
    InPlace = "in-place",
        "The profile says that it is in place.";
    Organisational = "organisational",
        "It buys notice, order or evidence, which no figure of the model measures.";
    NoEffect = "no-effect",
        "No figure of the model gets better by it there.";
}

/// A measure in some countries that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// Measure id.
    pub measure: String,
    pub title: String,
    /// Country codes; empty means everywhere.
    pub regions: Vec<String>,
    pub reason: Reason,
    /// What exactly, in one sentence; empty where the reason says it all.
    pub detail: String,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Reason;

    #[test]
    fn words_are_unique_and_documented() {
        let words: BTreeSet<_> = Reason::ALL.iter().map(|reason| reason.word()).collect();
        assert_eq!(words.len(), Reason::ALL.len());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/measures.md");
        let text = std::fs::read_to_string(path).unwrap();
        for reason in Reason::ALL {
            let row = format!("| `{}` | {} |", reason.word(), reason.meaning());
            assert!(text.contains(&row), "{row}");
        }
    }
}
