//! The tables of a sheet.

use super::{
    record::{Bin, Next, WayScores},
    sheet::{
        Head::{Number, Text},
        Part, interval,
    },
};
use crate::words;

/// One row a way to forecast.
pub fn scores(ways: &[WayScores]) -> Part {
    let row = |(index, way): (usize, &WayScores)| {
        // Climatology is what skill is measured from.
        let skill = if index == 0 { String::new() } else { interval(&way.skill) };
        vec![
            way.name.to_owned(),
            words::score(way.brier.value, 4),
            words::score(way.log_loss.value, 4),
            words::score(way.auc.value, 3),
            interval(&way.auc),
            words::score(way.skill.value, 3),
            skill,
        ]
    };
    Part::Table {
        title: String::new(),
        columns: vec![
            Text("Forecast by"),
            Number("Brier"),
            Number("Log loss"),
            Number("AUC"),
            Text("AUC 95 %"),
            Number("Skill"),
            Text("Skill 95 %"),
        ],
        rows: ways.iter().enumerate().map(row).collect(),
    }
}

/// One row a bin.
pub fn reliability(bins: &[Bin]) -> Part {
    let share = |value: Option<f64>| value.map(words::percent).unwrap_or_default();
    let row = |bin: &Bin| {
        vec![
            format!("{} to {}", words::share(bin.from), words::share(bin.to)),
            words::grouped(bin.country_years as f64),
            share(bin.mean_forecast),
            share(bin.observed),
        ]
    };
    Part::Table {
        title: "Forecast and what happened".to_owned(),
        columns: vec![
            Text("Forecast"),
            Number("Country-years"),
            Number("Mean forecast"),
            Number("Happened"),
        ],
        rows: bins.iter().map(row).collect(),
    }
}

/// The highest forecasts for the next year.
pub fn ranking(next: &Next, most: usize) -> Part {
    let row = |(index, one): (usize, &super::record::Ranking)| {
        vec![
            (index + 1).to_string(),
            one.name.clone(),
            words::probability(one.probability),
            words::probability(one.own_rate),
            one.tier.to_string(),
            if one.large { "large" } else { "small" }.to_owned(),
            words::grouped(one.starts),
        ]
    };
    Part::Table {
        title: format!(
            "Highest forecasts for {}: probabilities, no list of who is next",
            next.year
        ),
        columns: vec![
            Number("Rank"),
            Text("Country"),
            Number("Probability"),
            Number("By own rate"),
            Number("Tier"),
            Text("Size"),
            Number("Starts"),
        ],
        rows: next.countries.iter().take(most).enumerate().map(row).collect(),
    }
}
