//! What a reader must know before the exercise starts, each with a code.

use super::view::NoticeView;

macro_rules! notices {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $word:literal;)+) => {
        /// The kinds of notice, documented in docs/drill.md.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Notice { $($(#[doc = $meaning])+ $variant),+ }

        impl Notice {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code, as printed and documented.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

notices! {
    /// The scenario strikes nothing that the organisation uses there.
    StrikesNothing = "strikes-nothing";
    /// It strikes, and no activity falls below its minimum.
    StopsNothing = "stops-nothing";
    /// Service goes on; conversations or metadata can reach the state.
    Disclosure = "disclosure";
    /// The script happened in another country.
    OtherCountry = "other-country";
    /// The likeliest vendor is struck in fewer than one of ten such campaigns.
    Unlikely = "unlikely";
    /// An activity is below its minimum before the exercise begins.
    DownToday = "down-today";
    /// An activity has no fallback in the region.
    NoFallback = "no-fallback";
    /// Every fallback of an activity is unlawful, down, or stopped by the same campaign.
    NoFallbackHolds = "no-fallback-holds";
    /// More activities stop than one exercise can play.
    NotPlayed = "not-played";
    /// No activity is done in the region.
    NoActivity = "no-activity";
}

impl Notice {
    pub fn says(self, text: String) -> NoticeView {
        NoticeView { code: self.word().to_owned(), text }
    }
}
