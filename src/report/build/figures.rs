//! Numbers with unit, band and text.

use crate::{
    engine::{
        band::Band,
        joint::Joint,
        score::{Level, score},
    },
    model::Scale,
    report::view::Figure,
    words,
};

fn figure(band: Band, unit: &str, text: String) -> Figure {
    let known = band.low < band.high;
    Figure {
        value: band.value,
        unit: unit.to_owned(),
        low: known.then_some(band.low),
        high: known.then_some(band.high),
        text,
    }
}

/// Score of an annual harm, with the band of the harm.
pub fn score_of(scale: &Scale, harm: Band) -> Figure {
    points(harm.map(|harm| score(scale, harm)))
}

/// A score.
pub fn points(band: Band) -> Figure {
    figure(band, "points", format!("{:.0}", band.value))
}

/// A probability.
pub fn probability(band: Band) -> Figure {
    figure(band, "probability", words::probability(band.value))
}

/// A probability that may be known only by its bounds.
pub fn joint(joint: Joint) -> Figure {
    if joint.high - joint.low < 1e-9 {
        return probability(Band::certain(joint.high));
    }
    let text = format!("{} to {}", words::probability(joint.low), words::probability(joint.high));
    figure(Band { low: joint.low, value: joint.high, high: joint.high }, "probability", text)
}

/// Money a year.
pub fn money_per_year(band: Band, currency: &str) -> Figure {
    figure(band, &format!("{currency} per year"), words::money(band.value, currency))
}

/// Hours a year.
pub fn hours_per_year(hours: f64) -> Figure {
    figure(Band::certain(hours), "hours per year", words::hours(hours))
}

/// A span of hours.
pub fn hours(hours: f64) -> Figure {
    figure(Band::certain(hours), "hours", words::hours(hours))
}

/// A yearly frequency.
pub fn frequency(per_year: f64) -> Figure {
    figure(Band::certain(per_year), "per year", words::frequency(per_year))
}

/// A share.
pub fn share(value: f64) -> Figure {
    figure(Band::certain(value), "share", words::share(value))
}

/// Harm on the scale from 0 to 1.
pub fn harm(value: f64) -> Figure {
    let text = match value {
        ..0.001 => "below 0.001".to_owned(),
        ..0.1 => format!("{value:.3}"),
        _ => format!("{value:.2}"),
    };
    figure(Band::certain(value), "harm per campaign, 1 is the worst of one activity", text)
}

/// Name of a score's level.
pub fn level_name(score: f64) -> String {
    Level::of_score(score).name().to_owned()
}
