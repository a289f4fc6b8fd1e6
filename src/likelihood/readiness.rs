//! How likely a fallback works when it is called on: a plan ages with the people who know it.

use crate::knowledge::Readiness;

/// What is known of the last test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tested {
    Never,
    Failed,
    /// Passed this many days ago.
    Passed(i32),
}

/// Probability, 0 to 1.
pub fn readiness(parameters: &Readiness, tested: Tested) -> f64 {
    match tested {
        Tested::Never => parameters.floor,
        Tested::Failed => parameters.failed,
        Tested::Passed(days) => {
            let age = f64::from(days.max(0));
            let gain = parameters.fresh - parameters.floor;
            parameters.floor + gain * libm::exp2(-age / parameters.half_life_days)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_values_of_the_method() {
        let p = Readiness {
            fresh: 0.95,
            floor: 0.5,
            failed: 0.3,
            half_life_days: 180.0,
            stale_days: 180.0,
        };
        for (tested, expected) in [
            (Tested::Passed(0), 0.95),
            (Tested::Passed(90), 0.82),
            (Tested::Passed(180), 0.725),
            (Tested::Passed(365), 0.61),
            (Tested::Never, 0.5),
            (Tested::Failed, 0.3),
        ] {
            assert!((readiness(&p, tested) - expected).abs() < 6e-3, "{tested:?}");
        }
    }
}
