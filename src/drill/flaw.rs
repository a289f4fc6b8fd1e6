//! What can be wrong with a fallback, as the facilitator reads it and as players meet it.

use super::situation::{Spare, Stake};
use crate::{
    knowledge::{Legality, Role},
    words,
};

/// What is wrong, the gravest first.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// The law forbids it, asks for a permit that is not held, or is unclear.
    Unlawful(Legality),
    /// It is out of service today already.
    Down,
    /// The same campaign stops it; the names of what it needs and is struck.
    Falls(Vec<String>),
    /// Its last test failed.
    Failed,
    /// It reaches fewer than the minimum.
    Short,
    /// It starts later than the RTO.
    Slow,
    /// Nobody has ever tested it.
    Untested,
    /// Tested so many days ago.
    Stale(i32),
    /// It needs these, as does what it replaces.
    Shares(Vec<String>),
}

impl Flaw {
    /// Does the activity go without it?
    pub const fn fatal(&self) -> bool {
        matches!(self, Self::Unlawful(_) | Self::Down | Self::Falls(_))
    }

    /// The statement for the facilitator.
    pub fn statement(&self, spare: &Spare, stake: &Stake) -> String {
        match self {
            Self::Unlawful(Legality::Licence) => "needs a permit that is not held there".to_owned(),
            Self::Unlawful(Legality::Prohibited) => "is prohibited there".to_owned(),
            Self::Unlawful(_) => "is not known to be lawful there: ask counsel".to_owned(),
            Self::Down => "is below the minimum there today".to_owned(),
            Self::Falls(names) => {
                format!("falls with the same campaign, which strikes {}", words::list(names))
            }
            Self::Failed => "failed its last test".to_owned(),
            Self::Short => format!("reaches {}", reach(spare, stake)),
            Self::Slow => format!(
                "starts in {}, after the RTO of {}",
                words::hours(spare.fallback.activation.value),
                words::hours(stake.activity.rto.value)
            ),
            Self::Untested => "was never tested".to_owned(),
            Self::Stale(days) => format!("was last tested {days} days ago"),
            Self::Shares(names) => {
                format!("needs {}, as does what it replaces", words::list(names))
            }
        }
    }

    /// What players meet when they turn to it.
    pub fn event(&self, spare: &Spare, stake: &Stake) -> String {
        let name = &spare.channel.name;
        match self {
            Self::Unlawful(_) => format!(
                "The local office asks whether it may use {name} in {}. Nobody at the table has a \
                 permit or an opinion of counsel at hand.",
                stake.country
            ),
            Self::Down => format!("You turn to {name}. It does not carry the work either."),
            Self::Falls(_) => {
                format!("You turn to {name}. Minutes later it stops as well, for the same reason.")
            }
            Self::Failed => format!("You start {name}. It fails, as it did in the last test."),
            Self::Short => format!(
                "{name} starts. The first count of answers: {}. The minimum is {}.",
                answered(spare, stake),
                words::share(stake.activity.mbco.value)
            ),
            Self::Slow => format!(
                "The team that runs {name} says it needs {} to start. The RTO is {}.",
                words::hours(spare.fallback.activation.value),
                words::hours(stake.activity.rto.value)
            ),
            Self::Untested => {
                format!("You turn to {name}. Nobody has ever switched to it: who is on it?")
            }
            Self::Stale(days) => format!(
                "{name} starts. Its lists are {days} days old, and the first numbers you try are \
                 wrong."
            ),
            Self::Shares(names) => format!(
                "{name} starts. Then IT reports trouble with {}, which it shares with the channel \
                 it replaces.",
                words::list(names)
            ),
        }
    }

    /// Who has to act on it besides the owner, and how.
    pub fn task(&self) -> (Role, &'static str) {
        match self {
            Self::Unlawful(_) => {
                (Role::Counsel, "Say yes, no, or by when; nobody switches it on before you have.")
            }
            Self::Down | Self::Falls(_) => {
                (Role::It, "Say what it shares with the lost channel, and what shares nothing.")
            }
            Self::Failed => (Role::It, "Say what was mended since the failed test, and by whom."),
            Self::Short => {
                (Role::PartnerContact, "Name who is not on it, and ring the first five of them.")
            }
            Self::Slow => (Role::It, "Name the step that takes longest, and who can shorten it."),
            Self::Untested | Self::Stale(_) => {
                (Role::It, "Send a real test message now, and read out the answers as they come.")
            }
            Self::Shares(_) => (Role::It, "Say which path is left if the shared part goes too."),
        }
    }

    /// The question for the talk.
    pub const fn question(&self) -> &'static str {
        match self {
            Self::Unlawful(_) => "Who can get a permit or an opinion, and how long does it take?",
            Self::Down => "Why is a channel that is down today still in the plan?",
            Self::Falls(_) => "What could back this up that the same measure does not stop?",
            Self::Failed => "Why was the failed test not repeated?",
            Self::Short => "Who is left out, and how do they get the word?",
            Self::Slow => "What must be ready beforehand so that it starts within the RTO?",
            Self::Untested => "Whose name stands on the first test, and on which date?",
            Self::Stale(_) => "Who keeps the list of numbers, and how often?",
            Self::Shares(_) => "What else hangs on the part that both need?",
        }
    }
}

fn reach(spare: &Spare, stake: &Stake) -> String {
    format!(
        "{}; the minimum is {}",
        answered(spare, stake),
        words::share(stake.activity.mbco.value)
    )
}

fn answered(spare: &Spare, stake: &Stake) -> String {
    let parts: Vec<String> = stake
        .audiences()
        .into_iter()
        .map(|one| format!("{} of {}", words::share(one.of(spare.fallback)), one.word()))
        .collect();
    words::list(&parts)
}
