//! What is simulated, and what is refused.

use thiserror::Error;

use super::normal::FARTHEST;

/// The standard normal quantile at 0.95: half the width of a central interval of 90 %.
const Z_95: f64 = 1.644_853_626_951_472_2;

/// The largest rate: tables of counts grow with its root.
pub const MOST_A_YEAR: f64 = 10_000.0;

/// No cost may be able to leave exp(-600) to exp(600), so that no sum of costs overflows.
const LIMIT: f64 = 600.0;

/// Lognormal cost of one strike: exp(`mu` + `sigma` Z), Z standard normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Severity {
    pub mu: f64,
    pub sigma: f64,
}

impl Severity {
    /// The lognormal that lies below `low` once in twenty times and above `high` as often.
    pub fn from_interval(low: f64, high: f64) -> Self {
        let (low, high) = (libm::log(low), libm::log(high));
        Self { mu: f64::midpoint(low, high), sigma: (high - low) / (2.0 * Z_95) }
    }

    /// E[X^power] = exp(power mu + power² sigma² / 2).
    pub fn moment(self, power: f64) -> f64 {
        let shift = power * self.sigma;
        libm::exp(power * self.mu + shift * shift / 2.0)
    }
}

/// One kind of event.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Chooses the random stream, so no two may share one.
    pub name: String,
    /// Events to expect in a year.
    pub rate: f64,
    pub severity: Severity,
}

/// Why a portfolio cannot be simulated.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Refusal {
    #[error("scenario `{name}`: {rate} events a year is not between 0 and {MOST_A_YEAR}")]
    Rate { name: String, rate: f64 },
    #[error("scenario `{name}`: mu {mu} and sigma {sigma} are no lognormal that a number can hold")]
    Severity { name: String, mu: f64, sigma: f64 },
    #[error("two scenarios share the name or the random stream of `{name}`")]
    Name { name: String },
}

impl Scenario {
    /// Whether every draw will be a finite positive number.
    pub fn check(&self) -> Result<(), Refusal> {
        let name = || self.name.clone();
        // Comparisons are written so that what is not a number fails them.
        if !(self.rate >= 0.0 && self.rate <= MOST_A_YEAR) {
            return Err(Refusal::Rate { name: name(), rate: self.rate });
        }
        let Severity { mu, sigma } = self.severity;
        if !(sigma >= 0.0 && mu.abs() + FARTHEST * sigma <= LIMIT) {
            return Err(Refusal::Severity { name: name(), mu, sigma });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(rate: f64, mu: f64, sigma: f64) -> Scenario {
        Scenario { name: "fire".to_owned(), rate, severity: Severity { mu, sigma } }
    }

    #[test]
    fn an_interval_holds_nine_tenths() {
        let Severity { mu, sigma } = Severity::from_interval(2e4, 5e5);
        assert!((libm::exp(mu) - 1e5).abs() < 1e-9);
        let share = |z: f64| 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
        assert!((share((libm::log(2e4) - mu) / sigma) - 0.05).abs() < 1e-15);
        assert!((share((libm::log(5e5) - mu) / sigma) - 0.95).abs() < 1e-15);
    }

    #[test]
    fn what_is_no_number_or_too_large_is_refused() {
        for rate in [f64::NAN, f64::INFINITY, -1.0, MOST_A_YEAR * 1.01] {
            assert!(matches!(scenario(rate, 0.0, 1.0).check(), Err(Refusal::Rate { .. })));
        }
        let wrong = [
            (f64::NAN, 1.0),
            (0.0, f64::NAN),
            (0.0, -1.0),
            (f64::INFINITY, 0.0),
            (0.0, f64::INFINITY),
            (590.0, 2.0),
            (-590.0, 2.0),
        ];
        for (mu, sigma) in wrong {
            let refusal = scenario(1.0, mu, sigma).check();
            assert!(matches!(refusal, Err(Refusal::Severity { .. })), "{mu} {sigma}");
        }
        let reversed = Severity::from_interval(5.0, 2.0);
        assert!(scenario(1.0, reversed.mu, reversed.sigma).check().is_err());
        let none = Severity::from_interval(0.0, 2.0);
        assert!(scenario(1.0, none.mu, none.sigma).check().is_err());
        for (rate, mu, sigma) in [(0.0, 0.0, 0.0), (MOST_A_YEAR, 598.0, 0.1), (1.0, -599.0, 0.0)] {
            assert_eq!(scenario(rate, mu, sigma).check(), Ok(()));
        }
    }

    #[test]
    fn every_cost_that_is_let_through_can_be_computed() {
        const { assert!(LIMIT * std::f64::consts::LOG2_E < super::super::power::LIMIT) };
    }

    #[test]
    fn a_refusal_says_what_and_why() {
        let text = scenario(-1.0, 0.0, 1.0).check().unwrap_err().to_string();
        assert_eq!(text, "scenario `fire`: -1 events a year is not between 0 and 10000");
    }
}
