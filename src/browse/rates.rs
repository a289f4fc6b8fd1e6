//! How often campaigns come to a country, with the band from what is not known about the rate.

use std::collections::BTreeSet;

use super::{Fact, Writer};
use crate::{
    engine::band,
    likelihood::rate::{Posterior, posterior},
    model, words,
};

/// A fact for each stream that some scenario draws on.
pub fn section(writer: &mut Writer, country: &str) {
    writer.section("How often to expect campaigns");
    let knowledge = writer.knowledge;
    let used: BTreeSet<&str> = knowledge.scenarios.values().map(|s| s.stream.as_str()).collect();
    for (key, stream) in &knowledge.rates.streams.stream {
        if !used.contains(key.as_str()) {
            continue;
        }
        let rate = posterior(knowledge, stream, country);
        writer.fact(
            Fact::new(&stream.name, figure(&rate, knowledge.method.harm.band)).detail(why(&rate)),
        );
    }
}

fn figure(rate: &Posterior, width: f64) -> String {
    let stream = model::Stream {
        name: String::new(),
        place: 0,
        arrivals: model::Arrivals::GammaPoisson { alpha: rate.alpha, beta: rate.beta },
    };
    let band = band::linear(&[stream], &[1.0], 0.0, width);
    let none = libm::pow(rate.beta / (rate.beta + 1.0), rate.alpha);
    format!(
        "{} ({} interval {} to {} a year); at least one within a year: {}",
        words::frequency(band.value),
        words::share(width),
        yearly(band.low),
        yearly(band.high),
        words::probability(1.0 - none)
    )
}

/// Two digits are all that such a rate deserves.
fn yearly(rate: f64) -> String {
    if rate < 0.01 { "below 0.01".to_owned() } else { format!("{rate:.2}") }
}

fn why(rate: &Posterior) -> String {
    if !rate.in_panel {
        return "The country is not in the counted panel: the rate of comparable countries."
            .to_owned();
    }
    format!(
        "From {} counted here in {} years, and {} on average in countries of its tier and size.",
        words::count(whole(rate.own_starts), "start"),
        rate.years,
        words::frequency(rate.prior_mean)
    )
}

/// Counts are whole and far below what fits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
fn whole(count: f64) -> usize {
    count.max(0.0) as usize
}
