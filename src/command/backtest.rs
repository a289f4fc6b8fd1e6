//! `backtest`: the track record of the rate rule.

use super::{json::json, knowledge::load};
use crate::{
    backtest::{self, Asked, Gap, Panel},
    cli::{BacktestArgs, RecordFormat},
    document,
    exit::Exit,
    failure::Failure,
    knowledge::{Knowledge, Outcome},
    ui::Ui,
    words,
};

/// Runs what was asked for.
pub fn run(args: &BacktestArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = load(args.knowledge.as_deref())?;
    let outcomes = outcomes(&knowledge, args.outcome.as_deref())?;
    let panel = Panel::read(&knowledge).map_err(|gap| lacking(&gap))?;
    let as_of = year(&panel, args.as_of)?;
    let asked = Asked { outcomes, as_of, seed: args.seed, resamples: args.resamples };
    let record = backtest::track(&panel, &asked).map_err(|gap| lacking(&gap))?;
    let text = match args.format {
        RecordFormat::Terminal => backtest::text(&record, ui),
        RecordFormat::Markdown => backtest::markdown(&record),
        RecordFormat::Json => json(&record)?,
    };
    ui.result(&text)?;
    Ok(Exit::Done)
}

/// The outcome of that id, or all.
fn outcomes<'k>(
    knowledge: &'k Knowledge,
    wanted: Option<&str>,
) -> Result<Vec<&'k Outcome>, Failure> {
    let all = &knowledge.rates.backtest.outcome;
    let Some(wanted) = wanted else { return Ok(all.iter().collect()) };
    if let Some(one) = all.iter().find(|outcome| outcome.id == wanted) {
        return Ok(vec![one]);
    }
    let ids: Vec<&str> = all.iter().map(|outcome| outcome.id.as_str()).collect();
    let hint = match document::nearest(wanted, ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the outcomes are {}", words::list(&ids)),
    };
    let quoted = document::quoted(&document::inert(wanted));
    Err(Failure::usage(format!("there is no outcome {quoted}"), hint))
}

/// The year to stand at the end of, within what can be scored.
fn year(panel: &Panel, wanted: Option<i16>) -> Result<i16, Failure> {
    let [first, last] = panel.range();
    let year = wanted.unwrap_or(last);
    if (first..=last).contains(&year) {
        return Ok(year);
    }
    let [counted, _] = panel.years;
    Err(Failure::usage(
        format!("nothing can be scored at the end of {year}"),
        format!("starts are counted from {counted} to {last}: choose {first} to {last}"),
    ))
}

fn lacking(gap: &Gap) -> Failure {
    Failure::Plain {
        message: gap.to_string(),
        hints: vec!["docs/backtest.md says what each year needs".to_owned()],
        exit: Exit::Problems,
    }
}
