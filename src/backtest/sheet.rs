//! The track record in words: sentences and tables, made once for the terminal and for Markdown.

use super::{
    claims,
    record::{Comparison, FirstTime, OutcomeRecord, TrackRecord, WayScores},
    resample::Estimate,
    sheet_tables,
};
use crate::words;

/// A title and what stands below it.
#[derive(Debug)]
pub struct Sheet {
    pub title: String,
    pub parts: Vec<Part>,
}

/// A sentence, a table or a list of sentences.
#[derive(Debug)]
pub enum Part {
    Line(String),
    Table { title: String, columns: Vec<Head>, rows: Vec<Vec<String>> },
    List { title: String, items: Vec<String> },
}

/// Head of a column.
#[derive(Debug, Clone, Copy)]
pub enum Head {
    Text(&'static str),
    Number(&'static str),
}

impl Head {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text(name) | Self::Number(name) => name,
        }
    }
}

/// All sheets; the ranking of countries has at most `most` rows.
pub fn sheets(record: &TrackRecord, most: usize) -> Vec<Sheet> {
    let mut sheets = vec![top(record)];
    sheets.extend(record.outcomes.iter().map(|one| outcome(one, most)));
    sheets.push(claimed(record));
    sheets
}

fn top(record: &TrackRecord) -> Sheet {
    let [first, last] = record.scored_years;
    let mut parts = vec![Part::Line(format!(
        "{} in {}, each year forecast from starts counted to the end of the year before and from \
         levers and populations {} old. Intervals: 95 % of {} draws of countries, seed {}.",
        words::count(record.countries, "country"),
        if first == last { first.to_string() } else { format!("{first} to {last}") },
        words::count(usize::from(record.lag_years.unsigned_abs()), "year"),
        words::grouped(f64::from(record.resamples)),
        record.seed
    ))];
    parts.push(Part::Line(
        "Brier score and log loss: the lower, the better. AUC: 0.5 is chance. Skill: how far the \
         Brier score is below that of climatology, as a share. Tier and size is the rule."
            .to_owned(),
    ));
    if !record.overlaid.is_empty() {
        let number = record.overlaid.len();
        let verb = if number == 1 { "comes" } else { "come" };
        parts.push(Part::Line(format!(
            "{} of the knowledge base {verb} from your overlay: what may be claimed below is \
             said of the base as shipped.",
            words::count(number, "fact")
        )));
    }
    Sheet { title: "Track record of the rate rule".to_owned(), parts }
}

fn outcome(outcome: &OutcomeRecord, most: usize) -> Sheet {
    let parts = vec![
        Part::Line(frequency(outcome)),
        sheet_tables::scores(&outcome.forecasts),
        Part::Line(words::sentence(&compared(&outcome.comparisons))),
        Part::Line(parts_of_brier(outcome)),
        Part::Line(first_time(&outcome.first_time)),
        sheet_tables::reliability(&outcome.reliability),
        sheet_tables::ranking(&outcome.next, most),
    ];
    Sheet { title: format!("{} ({})", outcome.name, outcome.id), parts }
}

fn frequency(outcome: &OutcomeRecord) -> String {
    let rule = rule(outcome).map(|rule| words::percent(rule.mean_forecast));
    format!(
        "It happened in {} of {}, {}; the mean forecast was {}.",
        words::grouped(outcome.events as f64),
        country_years(outcome.country_years),
        words::percent(outcome.base_rate),
        rule.unwrap_or_default()
    )
}

/// The rule is the last way to forecast.
fn rule(outcome: &OutcomeRecord) -> Option<&WayScores> {
    outcome.forecasts.last()
}

fn country_years(number: usize) -> String {
    let noun = if number == 1 { "country-year" } else { "country-years" };
    format!("{} {noun}", words::grouped(number as f64))
}

fn compared(comparisons: &[Comparison]) -> String {
    let one = |comparison: &Comparison| {
        let clear = if comparison.skill.is_clear() { "" } else { ": no clear gain" };
        let Estimate { value, low, high } = comparison.skill;
        let [value, low, high] = [value, low, high].map(percent);
        let name = comparison.name.to_lowercase();
        format!("{value} below that of {name} ({low} to {high}{clear})")
    };
    let all: Vec<String> = comparisons.iter().map(one).collect();
    format!("the Brier score of tier and size is {}.", words::list(&all))
}

fn percent(value: Option<f64>) -> String {
    value.map_or_else(|| "n/a".to_owned(), words::percent)
}

fn parts_of_brier(outcome: &OutcomeRecord) -> String {
    let part = |of: fn(&WayScores) -> Estimate| {
        words::score(rule(outcome).and_then(|rule| of(rule).value), 4)
    };
    format!(
        "Its parts: miscalibration {}, less discrimination {}, plus uncertainty {}.",
        part(|rule| rule.miscalibration),
        part(|rule| rule.discrimination),
        words::score(Some(outcome.uncertainty), 4)
    )
}

fn first_time(first: &FirstTime) -> String {
    format!(
        "Where nothing of the kind had been counted before, it happened in {} of {}: AUC {} by \
         tier and size, {} by own rate.",
        words::grouped(first.events as f64),
        country_years(first.country_years),
        with_interval(&first.auc_tier_and_size),
        with_interval(&first.auc_own_rate)
    )
}

fn with_interval(estimate: &Estimate) -> String {
    format!("{} ({})", words::score(estimate.value, 2), interval(estimate))
}

/// "0.77 to 0.86".
pub fn interval(estimate: &Estimate) -> String {
    format!("{} to {}", words::score(estimate.low, 2), words::score(estimate.high, 2))
}

fn claimed(record: &TrackRecord) -> Sheet {
    let list = |title: &str, items: &[String]| Part::List {
        title: title.to_owned(),
        items: items.to_vec(),
    };
    Sheet {
        title: "What may and may not be claimed".to_owned(),
        parts: vec![
            Part::Line(format!("{}:", claims::ABOUT)),
            list(claims::MAY_TITLE, &record.may_be_claimed),
            list(claims::MAY_NOT_TITLE, &record.may_not_be_claimed),
        ],
    }
}
