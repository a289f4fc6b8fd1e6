//! What a simulation does.

use serde::Serialize;

/// Options; each has a default that agrees with the exact engine.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Options {
    pub trials: u32,
    pub seed: u64,
    /// Length of a trial in years, over which the rates stay as they are.
    pub years: u32,
    /// Count overlapping outages of an activity once: its hours are the union of their intervals.
    pub overlaps: bool,
    /// Standard deviation of the logarithm of activation times, drawn for each event; 0 takes them
    /// as stated.
    pub activation_sigma: f64,
    /// Chance that a campaign is copied by each neighbouring country. Copies are not copied again.
    pub contagion: f64,
}

/// Fewest trials of one run: fewer show nothing.
pub const FEWEST_TRIALS: u32 = 100;

/// Most trials of one run: losses of all trials are kept.
pub const MOST_TRIALS: u32 = 20_000_000;

/// Longest trial, in years.
pub const MOST_YEARS: u32 = 50;

/// Trials of an assessment.
pub const TRIALS: u32 = 100_000;

/// Seed of an assessment.
pub const SEED: u64 = 20_260_101;

impl Default for Options {
    fn default() -> Self {
        Self {
            trials: TRIALS,
            seed: SEED,
            years: 1,
            overlaps: false,
            activation_sigma: 0.0,
            contagion: 0.0,
        }
    }
}

/// An option out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OptionFault {
    #[error("trials must be {FEWEST_TRIALS} to {MOST_TRIALS}")]
    Trials,
    #[error("years must be 1 to {MOST_YEARS}")]
    Years,
    #[error("the sigma of activation times must be 0 to 3")]
    Activation,
    #[error("contagion is a chance, 0 to 1")]
    Contagion,
}

impl Options {
    /// All options are in range.
    pub fn check(&self) -> Result<(), OptionFault> {
        let wrong = [
            (!(FEWEST_TRIALS..=MOST_TRIALS).contains(&self.trials), OptionFault::Trials),
            (!(1..=MOST_YEARS).contains(&self.years), OptionFault::Years),
            (!(0.0..=3.0).contains(&self.activation_sigma), OptionFault::Activation),
            (!(0.0..=1.0).contains(&self.contagion), OptionFault::Contagion),
        ];
        wrong.into_iter().find(|(wrong, _)| *wrong).map_or(Ok(()), |(_, fault)| Err(fault))
    }

    /// Does it simulate what the exact engine computes, so that the two can be compared?
    pub fn comparable(&self) -> bool {
        self.years == 1 && !self.overlaps && self.activation_sigma == 0.0 && self.contagion == 0.0
    }
}
