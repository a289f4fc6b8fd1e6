//! Bands from what is not known about the rates.
//!
//! A figure that is linear in the rates of Gamma streams is a weighted sum of Gammas. For one
//! stream its quantiles are exact; for several, a Gamma with the same mean and variance stands in
//! (Welch and Satterthwaite's device).

use serde::Serialize;
use statrs::function::gamma::gamma_lr;

use super::normal;
use crate::model::{Arrivals, Stream};

/// A figure with its band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Band {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Band {
    /// A figure without uncertainty from the rates.
    pub const fn certain(value: f64) -> Self {
        Self { low: value, value, high: value }
    }

    /// The same through an increasing function.
    #[must_use]
    pub fn map(self, each: impl Fn(f64) -> f64) -> Self {
        Self { low: each(self.low), value: each(self.value), high: each(self.high) }
    }
}

/// Band of `fixed + sum of weight x rate`, `width` 0.8 being P10 to P90. A scheduled measure has no
/// rate to be unsure of: its chance is taken as it is.
pub fn linear(streams: &[Stream], weights: &[f64], fixed: f64, width: f64) -> Band {
    let (mut sure, mut mean, mut variance) = (fixed, 0.0, 0.0);
    for (stream, weight) in streams.iter().zip(weights) {
        match stream.arrivals {
            Arrivals::GammaPoisson { .. } => mean += weight * stream.rate(),
            Arrivals::Scheduled { .. } => sure += weight * stream.rate(),
        }
        variance += weight * weight * stream.rate_variance();
    }
    if mean <= 0.0 || variance <= 0.0 {
        return Band::certain(sure + mean.max(0.0));
    }
    let (shape, rate) = (mean * mean / variance, mean / variance);
    let tail = (1.0 - width) / 2.0;
    let at = |p: f64| sure + gamma_quantile(shape, p) / rate;
    Band { low: at(tail), value: sure + mean, high: at(1.0 - tail) }
}

/// Chance of at least one campaign of those that come with chance `theta` per campaign of each
/// stream. The value is exact; the band is that of the rates.
pub fn at_least_one(streams: &[Stream], theta: &[f64], width: f64) -> Band {
    let parts = || streams.iter().zip(theta);
    let spared: f64 = parts().map(|(stream, theta)| stream.spared(*theta)).product();
    let scheduled: f64 = parts()
        .filter(|(stream, _)| matches!(stream.arrivals, Arrivals::Scheduled { .. }))
        .map(|(stream, theta)| stream.spared(*theta))
        .product();
    let random: Vec<f64> = parts()
        .map(|(stream, theta)| match stream.arrivals {
            Arrivals::GammaPoisson { .. } => *theta,
            Arrivals::Scheduled { .. } => 0.0,
        })
        .collect();
    let rates = linear(streams, &random, 0.0, width);
    Band { value: 1.0 - spared, ..rates.map(|rate| 1.0 - scheduled * libm::exp(-rate)) }
}

/// Quantile of Gamma(shape, rate 1): Newton's steps on the logarithm, halving where a step leaves
/// the bracket. Shapes far below 1 have quantiles that are tiny but not zero.
pub fn gamma_quantile(shape: f64, p: f64) -> f64 {
    let log_gamma = libm::lgamma(shape);
    // Near zero the distribution function is x^shape / Gamma(shape + 1).
    let near_zero = (libm::log(p) + log_gamma + libm::log(shape)) / shape;
    if near_zero < -21.0 {
        return libm::exp(near_zero);
    }
    let (mut low, mut high) = (-21.0_f64, libm::log(shape + 40.0 * (shape.sqrt() + 1.0)));
    let mut at = start(shape, p, near_zero).clamp(low, high);
    for _ in 0..100 {
        let x = libm::exp(at);
        let missing = gamma_lr(shape, x) - p;
        if missing < 0.0 {
            low = at;
        } else {
            high = at;
        }
        let slope = libm::exp(shape * at - x - log_gamma);
        let newton = at - missing / slope;
        let next = if low < newton && newton < high { newton } else { f64::midpoint(low, high) };
        if (next - at).abs() < 1e-14 * at.abs().max(1.0) {
            return libm::exp(next);
        }
        at = next;
    }
    libm::exp(at)
}

/// A first guess: Wilson and Hilferty's cube, or the law near zero where that fails.
fn start(shape: f64, p: f64, near_zero: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let cube = 1.0 - ninth + normal::quantile(p) * ninth.sqrt();
    if shape > 0.3 && cube > 0.1 { libm::log(shape * cube * cube * cube) } else { near_zero }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gamma(alpha: f64, beta: f64) -> Stream {
        let arrivals = Arrivals::GammaPoisson { alpha, beta };
        Stream { name: String::new(), place: 0, arrivals }
    }

    #[test]
    fn one_stream_has_the_quantiles_of_its_gamma() {
        // Exponential with mean 2: P10 and P90 are closed forms.
        let stream = gamma(1.0, 0.5);
        let band = linear(&[stream], &[1.0], 0.0, 0.8);
        assert!((band.low - -2.0 * 0.9_f64.ln()).abs() < 1e-6, "{band:?}");
        assert!((band.high - -2.0 * 0.1_f64.ln()).abs() < 1e-6, "{band:?}");
        assert!((band.value - 2.0).abs() < 1e-12);
    }

    #[test]
    fn small_shapes_have_small_quantiles_and_no_nan() {
        for shape in [0.002, 0.05, 0.4, 3.0, 500.0] {
            let stream = gamma(shape, 2.0);
            let band = linear(&[stream], &[1.0], 0.0, 0.8);
            assert!(band.low.is_finite() && band.high.is_finite(), "{shape} {band:?}");
            assert!(0.0 <= band.low && band.low < band.high, "{shape} {band:?}");
        }
    }

    #[test]
    fn nothing_uncertain_is_certain() {
        assert_eq!(linear(&[], &[], 3.0, 0.8), Band::certain(3.0));
    }

    #[test]
    fn a_scheduled_measure_is_certain_in_its_chance() {
        let arrivals = Arrivals::Scheduled { chance: 0.6 };
        let law = Stream { name: String::new(), place: 0, arrivals };
        assert_eq!(linear(std::slice::from_ref(&law), &[100.0], 1.0, 0.8), Band::certain(61.0));
        let both = at_least_one(&[gamma(2.0, 4.0), law], &[0.1, 0.5], 0.8);
        let exact = 1.0 - (4.0_f64 / 4.1).powi(2) * (1.0 - 0.3);
        assert!((both.value - exact).abs() < 1e-12);
        assert!(both.low > 0.3 && both.low < both.value && both.value < both.high, "{both:?}");
    }

    #[test]
    fn quantiles_undo_the_distribution_function() {
        for shape in [0.05, 0.3, 0.9, 2.0, 17.0, 400.0] {
            for p in [0.05, 0.1, 0.5, 0.9, 0.99] {
                let x = gamma_quantile(shape, p);
                let back = if x < 1e-8 { p } else { gamma_lr(shape, x) };
                assert!((back - p).abs() < 1e-11, "{shape} {p} {x} {back}");
            }
        }
    }
}
