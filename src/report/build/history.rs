//! The record of organisations in words.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::figures;
use crate::{
    backtest::Bin,
    compare::reading::{Figure as Reported, Reading},
    engine::{band::Band, score::Level},
    history::{Kept, Record, Settled, record, settled},
    knowledge::Knowledge,
    report::view::{
        CalibrationRow, CellView, Figure, ForecastsView, HistoryView, IndicatorCell,
        IndicatorSeries, LeftOutFile, RecordView, SeriesView, SettledView, TrendPoint,
    },
    words,
};

/// Builds the view.
pub fn history(
    organizations: &[Vec<Kept>],
    left_out: Vec<LeftOutFile>,
    knowledge: &Knowledge,
    as_of: Date,
) -> HistoryView {
    HistoryView {
        document: "history".to_owned(),
        format: 1,
        tool: concat!("blackstart ", env!("CARGO_PKG_VERSION")).to_owned(),
        as_of: as_of.to_string(),
        organizations: organizations
            .iter()
            .filter(|kept| !kept.is_empty())
            .map(|kept| organization(kept, knowledge, as_of))
            .collect(),
        left_out,
    }
}

fn organization(kept: &[Kept], knowledge: &Knowledge, as_of: Date) -> RecordView {
    let last = &kept[kept.len() - 1].reading;
    RecordView {
        name: last.organization.name.clone(),
        currency: last.organization.currency.clone(),
        sentence: sentence(kept),
        points: kept.iter().map(|one| point(&one.reading)).collect(),
        regions: regions(kept),
        activities: activities(kept),
        indicators: indicators(kept),
        forecasts: forecasts(kept, knowledge, as_of),
    }
}

fn sentence(kept: &[Kept]) -> String {
    let (first, last) = (&kept[0].reading, &kept[kept.len() - 1].reading);
    let runs = words::count(kept.len(), "run");
    if kept.len() == 1 {
        return format!("{runs}, of {}: score {}.", last.as_of, last.verdict.score.text);
    }
    let methods: BTreeSet<&str> =
        kept.iter().map(|one| one.reading.method.version.as_str()).collect();
    let caution = if methods.len() > 1 {
        " The method changed in between: part of the differences is no change of risk; `compare` tells \
         them apart."
    } else {
        ""
    };
    format!(
        "{runs}, {} to {}: score {} to {}, expected loss {} to {}.{caution}",
        first.as_of,
        last.as_of,
        first.verdict.score.text,
        last.verdict.score.text,
        first.verdict.eal.text,
        last.verdict.eal.text
    )
}

fn point(reading: &Reading) -> TrendPoint {
    let currency = &reading.organization.currency;
    let verdict = &reading.verdict;
    let as_told = |plain: Figure, told: &Reported| Figure {
        text: told.text.clone(),
        band: told.band.clone(),
        low: told.low,
        high: told.high,
        ..plain
    };
    let certain = |told: &Reported| Band::certain(told.value);
    TrendPoint {
        as_of: reading.as_of.to_string(),
        method: reading.method.version.clone(),
        score: as_told(figures::points(certain(&verdict.score)), &verdict.score),
        level: verdict.level.clone(),
        eal: as_told(figures::money_per_year(certain(&verdict.eal), currency), &verdict.eal),
        further_breach: as_told(
            figures::probability(certain(&verdict.further_breach)),
            &verdict.further_breach,
        ),
        over_appetite: reading.cases.iter().filter(|case| case.over_appetite).count(),
        open_findings: reading.open().count(),
    }
}

/// Names that any run has, in the order in which they first appear.
fn names<T: PartialEq>(kept: &[Kept], each: impl Fn(&Reading) -> Vec<T>) -> Vec<T> {
    let mut all = Vec::new();
    for name in kept.iter().flat_map(|one| each(&one.reading)) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn series(name: String, kept: &[Kept], score: impl Fn(&Reading) -> Option<f64>) -> SeriesView {
    let values: Vec<Option<f64>> = kept.iter().map(|one| score(&one.reading)).collect();
    let mut known = values.iter().flatten();
    let (first, last) = (known.next(), known.next_back());
    let change = match (first, last) {
        (Some(first), Some(last)) => signed(last - first),
        _ => String::new(),
    };
    let cell = |value: &Option<f64>| CellView {
        value: *value,
        text: value.map_or_else(|| "none".to_owned(), |value| format!("{value:.0}")),
        level: value.map_or_else(String::new, |value| Level::of_score(value).name().to_owned()),
    };
    SeriesView { name, cells: values.iter().map(cell).collect(), change }
}

fn signed(points: f64) -> String {
    let text = format!("{points:+.0}");
    if text.ends_with("+0") || text.ends_with("-0") { "0".to_owned() } else { text }
}

fn regions(kept: &[Kept]) -> Vec<SeriesView> {
    let all = names(kept, |reading| {
        reading.regions.iter().map(|one| (one.code.clone(), one.name.clone())).collect()
    });
    let of = |(code, name): (String, String)| {
        series(name, kept, |reading| {
            let region = reading.regions.iter().find(|one| one.code == code)?;
            Some(region.score.value)
        })
    };
    all.into_iter().map(of).collect()
}

fn activities(kept: &[Kept]) -> Vec<SeriesView> {
    let all = names(kept, |reading| {
        reading.cases.iter().map(|one| (one.activity.clone(), one.region.clone())).collect()
    });
    let of = |(activity, region): (String, String)| {
        let latest = kept.iter().rev().find_map(|one| one.reading.case(&activity, &region));
        let name = latest.map_or_else(String::new, crate::compare::change::named);
        series(name, kept, |reading| Some(reading.case(&activity, &region)?.score.value))
    };
    all.into_iter().map(of).collect()
}

fn indicators(kept: &[Kept]) -> Vec<IndicatorSeries> {
    let all = names(kept, |reading| {
        reading.indicators.iter().map(|one| (one.id.clone(), one.name.clone())).collect()
    });
    let of = |(id, name): (String, String)| IndicatorSeries {
        cells: kept
            .iter()
            .map(|one| {
                let found = one.reading.indicators.iter().find(|indicator| indicator.id == id);
                IndicatorCell {
                    text: found.map_or_else(|| "not measured".to_owned(), |one| one.text.clone()),
                    state: found.map_or_else(String::new, |one| one.state.clone()),
                }
            })
            .collect(),
        id,
        name,
    };
    all.into_iter().map(of).collect()
}

fn forecasts(kept: &[Kept], knowledge: &Knowledge, as_of: Date) -> ForecastsView {
    let all: usize = kept.iter().map(|one| one.snapshot.forecasts.len()).sum();
    let ripe = settled(kept, knowledge, as_of);
    let open = all - ripe.len();
    let record = record(ripe);
    ForecastsView {
        sentence: told(record.as_ref(), kept, as_of),
        settled: record.as_ref().map_or(0, |one| one.settled.len()),
        open,
        brier: record.as_ref().map(|one| one.brier),
        climatology: record.as_ref().map(|one| one.climatology),
        skill: record.as_ref().and_then(|one| one.skill),
        log_loss: record.as_ref().map(|one| one.log_loss),
        calibration: record.as_ref().map_or_else(Vec::new, |one| {
            one.bins.iter().filter(|bin| bin.country_years > 0).map(row).collect()
        }),
        cases: record.as_ref().map_or_else(Vec::new, |one| cases(one, knowledge)),
    }
}

fn told(record: Option<&Record>, kept: &[Kept], as_of: Date) -> String {
    let Some(record) = record else {
        let first = kept.iter().flat_map(|one| &one.snapshot.forecasts).map(|one| one.until).min();
        return match first {
            Some(day) => format!("No forecast is due yet: the first can be scored on {day}."),
            None => "No run made a forecast.".to_owned(),
        };
    };
    let than = match record.skill {
        Some(skill) if skill > 0.0 => format!("{} better than", words::share(skill)),
        Some(skill) => format!("{} worse than", words::share(-skill)),
        None => "not comparable with".to_owned(),
    };
    format!(
        "Of {} whose time was over on {as_of}, {} came true; they said {} on average. Their Brier score is \
         {:.3}, {than} that of always saying how often it happened ({:.3}). They overlap in time and share \
         countries, so they are fewer than their number. What nobody recorded counts as not happened.",
        words::count(record.settled.len(), "forecast"),
        words::share(record.base_rate),
        words::share(record.mean_forecast),
        record.brier,
        record.climatology
    )
}

fn row(bin: &Bin) -> CalibrationRow {
    let share = |value: Option<f64>| value.map_or_else(String::new, words::share);
    CalibrationRow {
        forecast: format!("{} to {}", words::share(bin.from), words::share(bin.to)),
        count: bin.country_years,
        mean: share(bin.mean_forecast),
        observed: share(bin.observed),
    }
}

/// Forecasts that turned out worst.
const WORST: usize = 12;

fn cases(record: &Record, knowledge: &Knowledge) -> Vec<SettledView> {
    let error = |one: &Settled| {
        let happened = f64::from(u8::from(one.happened));
        (one.forecast.probability - happened).abs()
    };
    let mut all: Vec<&Settled> = record.settled.iter().collect();
    all.sort_by(|a, b| error(b).total_cmp(&error(a)));
    let view = |one: &&Settled| {
        let forecast = &one.forecast;
        let vendor = knowledge.vendor(&forecast.vendor);
        SettledView {
            country: knowledge.country_name(&forecast.country).to_owned(),
            vendor: vendor.map_or_else(|| forecast.vendor.clone(), |one| one.name.clone()),
            after: forecast.after.to_string(),
            until: forecast.until.to_string(),
            probability: forecast.probability,
            text: words::probability(forecast.probability),
            happened: one.happened,
        }
    };
    all.iter().take(WORST).map(view).collect()
}
