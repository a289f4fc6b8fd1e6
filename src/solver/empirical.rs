//! Empirical-Bayes fit of a Gamma prior to campaign counts.
//!
//! The mean is pooled and only the strength of the prior is fitted, on a bounded range: with both
//! free the fit runs off to infinity on sparse panels.

/// A fitted prior: Gamma(`shape`, rate `strength`), in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    pub shape: f64,
    pub strength: f64,
    pub log_likelihood: f64,
}

/// One country of the panel: (discounted) count and exposure in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    pub count: f64,
    pub years: f64,
}

const STRENGTH: (f64, f64) = (0.5, 50.0);
const GRID: u32 = 200;
const SECTIONS: u32 = 60;

/// Fits the prior: log grid, then golden section.
pub fn fit(panel: &[Observed]) -> Fit {
    let total: Observed = panel.iter().fold(Observed { count: 0.0, years: 0.0 }, |sum, one| {
        Observed { count: sum.count + one.count, years: sum.years + one.years }
    });
    let mean = (total.count + 0.5) / total.years;
    let value = |ln_strength: f64| {
        let strength = libm::exp(ln_strength);
        log_likelihood(mean * strength, strength, panel)
    };
    let (low, high) = (libm::log(STRENGTH.0), libm::log(STRENGTH.1));
    let at = |i: u32| low + (high - low) * f64::from(i) / f64::from(GRID - 1);
    let best = (0..GRID).fold((0, f64::NEG_INFINITY), |(best, top), i| {
        let here = value(at(i));
        if here > top { (i, here) } else { (best, top) }
    });
    let ln_strength = golden(at(best.0.saturating_sub(1)), at((best.0 + 1).min(GRID - 1)), value);
    let strength = libm::exp(ln_strength);
    Fit { shape: mean * strength, strength, log_likelihood: value(ln_strength) }
}

fn golden(mut low: f64, mut high: f64, value: impl Fn(f64) -> f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut x1, mut x2) = (high - ratio * (high - low), low + ratio * (high - low));
    let (mut f1, mut f2) = (value(x1), value(x2));
    for _ in 0..SECTIONS {
        if f1 < f2 {
            (low, x1, f1) = (x1, x2, f2);
            x2 = low + ratio * (high - low);
            f2 = value(x2);
        } else {
            (high, x2, f2) = (x2, x1, f1);
            x1 = high - ratio * (high - low);
            f1 = value(x1);
        }
    }
    f64::midpoint(low, high)
}

/// Negative-binomial marginal likelihood of the counts.
pub fn log_likelihood(shape: f64, strength: f64, panel: &[Observed]) -> f64 {
    let one = |o: &Observed| {
        libm::lgamma(shape + o.count) - libm::lgamma(shape) - libm::lgamma(o.count + 1.0)
            + shape * libm::log(strength / (strength + o.years))
            + o.count * libm::log(o.years / (strength + o.years))
    };
    panel.iter().map(one).sum()
}

/// Count and exposure of one history with records discounted by age: half the weight after each
/// half-life.
pub fn discounted(ages_years: &[f64], window_years: f64, half_life: Option<f64>) -> Observed {
    match half_life {
        None => Observed { count: ages_years.len() as f64, years: window_years },
        Some(half_life) => {
            let decay = std::f64::consts::LN_2 / half_life;
            Observed {
                count: ages_years.iter().map(|age| libm::exp(-decay * age)).sum(),
                years: -libm::expm1(-decay * window_years) / decay,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reproduces_the_panel_of_the_method() {
        let counts = [0.0, 0.0, 1.0, 2.0, 5.0, 0.0, 3.0, 1.0];
        let panel: Vec<Observed> = (counts.iter().enumerate())
            .map(|(i, count)| Observed { count: *count, years: if i < 5 { 10.0 } else { 5.0 } })
            .collect();
        let fit = fit(&panel);
        assert!((fit.shape / 1.268_758_2 - 1.0).abs() < 1e-6, "{fit:?}");
        assert!((fit.strength / 6.597_542_4 - 1.0).abs() < 1e-6, "{fit:?}");
        assert!((fit.log_likelihood / -13.560_962_7 - 1.0).abs() < 1e-6, "{fit:?}");
    }

    #[test]
    fn log_gamma_has_the_values_of_the_method() {
        assert!((libm::lgamma(0.87024) / 0.089_708_613_532_000_38 - 1.0).abs() < 1e-9);
        assert!((libm::lgamma(5.8218) / 4.486_371_982_987_451_5 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn no_overdispersion_ends_at_the_bound() {
        let panel = [Observed { count: 1.0, years: 10.0 }; 20];
        assert!(fit(&panel).strength > 49.0);
    }
}
