//! Bands from what is not known about the rates.
//!
//! A figure that is linear in the rates of Gamma streams is a weighted sum of Gammas. For one stream its quantiles are
//! exact; for several, a Gamma with the same mean and variance stands in (Welch and Satterthwaite's device).

use statrs::distribution::{ContinuousCDF, Gamma};

use crate::model::Stream;

/// A figure with its band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    pub low: f64,
    pub value: f64,
    pub high: f64,
}

impl Band {
    /// A figure without uncertainty from the rates.
    pub const fn certain(value: f64) -> Self {
        Self {
            low: value,
            value,
            high: value,
        }
    }

    /// The same through an increasing function.
    pub fn map(self, each: impl Fn(f64) -> f64) -> Self {
        Self {
            low: each(self.low),
            value: each(self.value),
            high: each(self.high),
        }
    }
}

/// Band of `fixed + sum of weight x rate`, `width` 0.8 being P10 to P90.
pub fn linear(streams: &[Stream], weights: &[f64], fixed: f64, width: f64) -> Band {
    let parts = || streams.iter().zip(weights);
    let mean: f64 = parts().map(|(stream, weight)| weight * stream.rate()).sum();
    let variance: f64 = parts()
        .map(|(stream, weight)| weight * weight * stream.alpha / (stream.beta * stream.beta))
        .sum();
    if mean <= 0.0 || variance <= 0.0 {
        return Band::certain(fixed + mean.max(0.0));
    }
    let Ok(gamma) = Gamma::new(mean * mean / variance, mean / variance) else {
        return Band::certain(fixed + mean);
    };
    let tail = (1.0 - width) / 2.0;
    Band {
        low: fixed + gamma.inverse_cdf(tail),
        value: fixed + mean,
        high: fixed + gamma.inverse_cdf(1.0 - tail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stream_has_the_quantiles_of_its_gamma() {
        // Exponential with mean 2: P10 and P90 are closed forms.
        let stream = Stream {
            name: String::new(),
            place: 0,
            alpha: 1.0,
            beta: 0.5,
        };
        let band = linear(&[stream], &[1.0], 0.0, 0.8);
        assert!((band.low - -2.0 * 0.9_f64.ln()).abs() < 1e-6, "{band:?}");
        assert!((band.high - -2.0 * 0.1_f64.ln()).abs() < 1e-6, "{band:?}");
        assert!((band.value - 2.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_uncertain_is_certain() {
        assert_eq!(linear(&[], &[], 3.0, 0.8), Band::certain(3.0));
    }
}
