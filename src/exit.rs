//! Exit codes, documented in docs/exit-codes.md.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, and every gate passed.
    Done,
    /// The input has problems, or an output cannot be written.
    Problems,
    /// Wrong usage.
    Usage,
    /// A gate about where the organisation stands failed: appetite, level, finding.
    OverAppetite,
    /// It is worse than in the run that it was compared with.
    Worse,
    /// Inputs are too old.
    Stale,
    /// A fault of blackstart itself.
    Internal,
}

impl Exit {
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Problems => 1,
            Self::Usage => 2,
            Self::OverAppetite => 10,
            Self::Worse => 11,
            Self::Stale => 12,
            Self::Internal => 70,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
