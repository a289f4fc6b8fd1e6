//! Grounds on which a fallback does not count, or only in part, the most decisive first.

use super::counting::Counting;

macro_rules! grounds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $counting:ident;)+) => {
        /// Why a fallback does not count, or only in part. Of several the first in this order is
        /// told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Ground { $($(#[$doc])* $variant),+ }

        impl Ground {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in JSON and in docs/method.md.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What the ground leaves of a fallback.
            pub const fn counting(self) -> Counting {
                match self { $(Self::$variant => Counting::$counting),+ }
            }
        }
    };
}

grounds! {
    /// The law does not let a company use it there, or a permit is not held.
    Unlawful = "unlawful", DoesNotCount;
    /// It carries the activity today, so it is not left as a fallback.
    Acting = "acting", DoesNotCount;
    /// It does not carry what the activity needs, or a measure in force takes too much of it.
    DownToday = "down-today", DoesNotCount;
    /// Its server stands abroad, in ranges that this scenario hits there.
    ForeignRange = "foreign-range", DoesNotCount;
    /// Same owner, tenant or sign-in: who is shut out of one is shut out of both.
    SameHand = "same-hand", DoesNotCount;
    /// The campaign that stops the activity stops it as well, for certain.
    SameBlow = "same-blow", DoesNotCount;
    /// The same, likely.
    LikelyHit = "likely-hit", DoesNotCount;
    /// Its last test failed.
    FailedTest = "failed-test", DoesNotCount;
    /// It starts later than the MTPD.
    BeyondMtpd = "beyond-mtpd", DoesNotCount;
    /// It reaches hardly anybody.
    HardlyReaches = "hardly-reaches", DoesNotCount;
    /// It reaches fewer than the MBCO asks for.
    ShortReach = "short-reach", CountsInPart;
    /// Its server stands abroad, in ranges that were hit there.
    ForeignServer = "foreign-server", CountsInPart;
    /// The campaign that stops the activity may stop it as well.
    MayBeHit = "may-be-hit", CountsInPart;
    /// It starts later than the RTO.
    BeyondRto = "beyond-rto", CountsInPart;
    NeverTested = "never-tested", CountsInPart;
    StaleTest = "stale-test", CountsInPart;
    /// It shares something that this scenario does not hit.
    SharedNode = "shared-node", CountsInPart;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rules_out_comes_before_what_limits() {
        let order: Vec<Counting> = Ground::ALL.iter().map(|ground| ground.counting()).collect();
        let limits = order.iter().position(|one| *one == Counting::CountsInPart).unwrap();
        assert!(order[..limits].iter().all(|one| *one == Counting::DoesNotCount));
        assert!(order[limits..].iter().all(|one| *one == Counting::CountsInPart));
        assert!(Ground::ALL.is_sorted());
    }

    #[test]
    fn every_ground_is_documented_in_its_order() {
        let docs = include_str!("../../../docs/method.md");
        let place = |ground: &Ground| {
            let row = format!("| `{}` |", ground.word());
            docs.find(&row).unwrap_or_else(|| panic!("docs/method.md has no row {row}"))
        };
        assert!(Ground::ALL.iter().map(place).is_sorted());
    }
}
