//! Numbers with unit, band and text.

use crate::{
    analysis::{Engine, YearLaw},
    engine::{
        band::Band,
        joint::Joint,
        score::{Level, score},
    },
    model::Scale,
    report::view::Figure,
    words,
};

fn figure(band: Band, unit: &str, text: impl Fn(f64) -> String) -> Figure {
    let known = band.low < band.high;
    Figure {
        value: band.value,
        unit: unit.to_owned(),
        low: known.then_some(band.low),
        high: known.then_some(band.high),
        text: text(band.value),
        band: known.then(|| between(&text(band.low), &text(band.high))),
        band_note: None,
    }
}

/// "EUR 253,000 to EUR 429,000", or one of the two where they are printed alike.
fn between(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low} to {high}") }
}

/// Score of an annual harm, with the band of the harm.
pub fn score_of(scale: &Scale, harm: Band) -> Figure {
    points(harm.map(|harm| score(scale, harm)))
}

/// A score.
pub fn points(band: Band) -> Figure {
    figure(band, "points", |x| format!("{x:.0}"))
}

/// A probability.
pub fn probability(band: Band) -> Figure {
    figure(band, "probability", words::probability)
}

/// A joint probability: exact, or known by its bounds.
pub fn joint(joint: Joint) -> Figure {
    if joint.exact() {
        return probability(Band::certain(joint.high));
    }
    let figure = probability(Band { value: joint.high, low: joint.low, high: joint.high });
    Figure {
        text: figure.band.clone().unwrap_or(figure.text),
        band_note: Some("bounds".to_owned()),
        ..figure
    }
}

/// A figure that trials gave: its band is their interval.
pub fn simulated(figure: Figure) -> Figure {
    let note = figure.band.is_some().then(|| "95 % interval of the trials".to_owned());
    Figure { band_note: note, ..figure }
}

/// A figure of a law, by the engine that gave it.
pub fn of_law(law: &YearLaw, figure: Figure) -> Figure {
    match law.engine {
        Engine::Simulation => simulated(figure),
        Engine::Exact | Engine::Transform => figure,
    }
}

/// Money, once.
pub fn money(band: Band, currency: &str) -> Figure {
    figure(band, currency, |x| words::money(x, currency))
}

/// A figure whose band is the range of an estimate.
pub fn estimated(figure: Figure) -> Figure {
    let note = figure.band.is_some().then(|| "range of the estimate".to_owned());
    Figure { band_note: note, ..figure }
}

/// Money a year.
pub fn money_per_year(band: Band, currency: &str) -> Figure {
    figure(band, &format!("{currency} per year"), |x| words::money(x, currency))
}

/// Hours a year.
pub fn hours_per_year(band: Band) -> Figure {
    figure(band, "hours per year", words::hours)
}

/// A span of hours.
pub fn hours(hours: f64) -> Figure {
    figure(Band::certain(hours), "hours", words::hours)
}

/// A yearly frequency.
pub fn frequency(per_year: f64) -> Figure {
    figure(Band::certain(per_year), "per year", words::frequency)
}

/// A share.
pub fn share(value: f64) -> Figure {
    figure(Band::certain(value), "share", words::share)
}

/// Harm on the scale from 0 to 1.
pub fn harm(value: f64) -> Figure {
    let text = |value| match value {
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
