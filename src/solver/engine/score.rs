//! Score, level, likelihood and harm classes: how a continuous annual harm is shown.

use serde::Serialize;

use crate::model::Scale;

/// Score 0 to 100 of an annual harm: ten times the harm is `score_per_decade` points.
pub fn score(scale: &Scale, annual_harm: f64) -> f64 {
    if annual_harm <= 0.0 {
        return 0.0;
    }
    (scale.score_offset + scale.score_per_decade * libm::log10(annual_harm)).clamp(0.0, 100.0)
}

/// Points from one level to the next.
pub const LEVEL_POINTS: f64 = 20.0;

/// Five levels, shared by scores, likelihoods and harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    VeryLow,
    Low,
    Moderate,
    High,
    VeryHigh,
}

impl Level {
    pub const ALL: [Self; 5] =
        [Self::VeryLow, Self::Low, Self::Moderate, Self::High, Self::VeryHigh];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VeryLow => "Very low",
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        }
    }

    /// Of a score: steps of 20 points. It is read off the score as printed, so that "60" is never
    /// called Moderate.
    pub fn of_score(score: f64) -> Self {
        let printed = score.round();
        [1.0, 2.0, 3.0, 4.0]
            .iter()
            .zip(Self::ALL)
            .find(|(edge, _)| printed < **edge * LEVEL_POINTS)
            .map_or(Self::VeryHigh, |(_, level)| level)
    }

    /// Of a yearly frequency or a harm value: half-decades from 0.01 to 0.316.
    pub fn of_magnitude(value: f64) -> Self {
        let edges = [1e-2, libm::pow(10.0, -1.5), 1e-1, libm::pow(10.0, -0.5)];
        edges
            .iter()
            .zip(Self::ALL)
            .find(|(edge, _)| value < **edge)
            .map_or(Self::VeryHigh, |(_, level)| level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_steps_of_twenty_points() {
        for (score, level) in [
            (0.0, Level::VeryLow),
            (19.4, Level::VeryLow),
            (19.6, Level::Low),
            (59.4, Level::Moderate),
            (60.0, Level::High),
            (100.0, Level::VeryHigh),
        ] {
            assert_eq!(Level::of_score(score), level, "{score}");
        }
    }

    #[test]
    fn magnitudes_are_half_decades() {
        for (value, level) in [
            (0.0, Level::VeryLow),
            (0.01, Level::Low),
            (0.0316, Level::Low),
            (0.04, Level::Moderate),
            (0.2, Level::High),
            (0.4, Level::VeryHigh),
        ] {
            assert_eq!(Level::of_magnitude(value), level, "{value}");
        }
    }
}
