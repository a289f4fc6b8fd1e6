//! How many campaigns a year to expect in a country: tier prior, moved by the country's own record.

use crate::knowledge::{Knowledge, Stream};

/// Posterior Gamma of a yearly rate, with its parts for the chain of reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    pub alpha: f64,
    pub beta: f64,
    /// Mean a year of countries of this tier and size.
    pub prior_mean: f64,
    /// Starts counted in this country, at most `cap_per_year` a year.
    pub own_starts: f64,
    /// Years they were counted over.
    pub years: f64,
    pub tier: u8,
    pub large: bool,
    /// Is the country in the panel? Otherwise a tier is assumed and there is no record.
    pub in_panel: bool,
}

impl Posterior {
    /// Mean campaigns a year.
    pub fn rate(&self) -> f64 {
        self.alpha / self.beta
    }
}

/// Posterior of one stream in one country.
pub fn posterior(knowledge: &Knowledge, stream: &Stream, country: &str) -> Posterior {
    let rates = &knowledge.rates;
    let tier = rates.tiers.get(country);
    let (number, large) = tier
        .map_or((knowledge.method.counting.tier_outside_panel, false), |tier| {
            (tier.tier, tier.large)
        });
    let means = if large { &stream.large } else { &stream.small };
    let prior_mean = means[usize::from(number.clamp(1, 4)) - 1];
    let [first, last] = rates.streams.years;
    let counts = rates.starts.get(country).and_then(|starts| starts.by_column.get(&stream.column));
    let cap = knowledge.method.counting.cap_per_year;
    let own_starts: f64 = counts
        .map_or(0.0, |by_year| by_year.range(first..=last).map(|(_, count)| count.min(cap)).sum());
    let years = if counts.is_some() { f64::from(last - first + 1) } else { 0.0 };
    Posterior {
        alpha: stream.shape + own_starts,
        beta: stream.shape / prior_mean + years,
        prior_mean,
        own_starts,
        years,
        tier: number,
        large,
        in_panel: tier.is_some(),
    }
}
