//! The result in a few lines, each with one figure.

use crate::{
    assess::{Assessment, Facts},
    engine::standing::Standing,
    report::view::{Figure, ReportView, ShortLine},
    words,
};

/// At most eight lines, in the order in which a reader asks.
pub fn in_short(facts: &Facts, assessment: &Assessment, view: &ReportView) -> Vec<ShortLine> {
    let mut lines = vec![
        short("Appetite", appetite(facts, assessment)),
        short("Score", score(view)),
        short("Loss a year", with_band(&view.verdict.eal, "")),
        short("Bad year", format!("{} on average in the worst of 20", view.verdict.cvar95.text)),
        short("Breach", with_band(&view.verdict.further_breach, " for a further one in 12 months")),
        short("Fallbacks", fallbacks(view)),
    ];
    if let Some(one) = view.importance.first() {
        let text = format!("{}; were it never to fail, {} less loss", one.name, one.share.text);
        lines.push(short("Hangs on", text));
    }
    lines.push(short("Findings", findings(view)));
    lines
}

fn short(label: &str, text: String) -> ShortLine {
    ShortLine { label: label.to_owned(), text }
}

fn appetite(facts: &Facts, assessment: &Assessment) -> String {
    let headline = &assessment.headline;
    let down = facts
        .cases()
        .filter(|case| matches!(case.residual.standing, Standing::Disrupted(_)))
        .count();
    let today = if down == 0 { String::new() } else { format!("; {down} below minimum today") };
    let all = by_country(headline.cases);
    if headline.inside() {
        format!("inside for all {all}{today}")
    } else {
        format!("outside for {} of {all}{today}", headline.over_appetite)
    }
}

fn score(view: &ReportView) -> String {
    let verdict = &view.verdict;
    let level = format!(" of 100, {}", verdict.level.to_lowercase());
    format!(
        "{}; {} without fallbacks",
        with_band(&verdict.score, &level),
        verdict.inherent_score.text
    )
}

fn with_band(figure: &Figure, unit: &str) -> String {
    let kind = figure.band_note.as_deref().unwrap_or("80 % band");
    let band = figure.band.as_ref().map_or_else(String::new, |band| format!(" ({kind} {band})"));
    format!("{}{unit}{band}", figure.text)
}

fn fallbacks(view: &ReportView) -> String {
    let plans = &view.switchover.plans;
    match plans.iter().filter(|plan| !plan.survives).count() {
        0 => "every activity has a surviving channel in each country".to_owned(),
        none => format!("no surviving channel for {none} of {} activities by country", plans.len()),
    }
}

fn by_country(pairs: usize) -> String {
    format!("{} by country", words::count(pairs, "activity"))
}

fn findings(view: &ReportView) -> String {
    let open: Vec<String> = view
        .finding_counts
        .iter()
        .filter(|count| count.open > 0)
        .map(|count| format!("{} {}", count.open, count.severity.to_lowercase()))
        .collect();
    let accepted: usize = view.finding_counts.iter().map(|count| count.accepted).sum();
    let counts = if open.is_empty() { "none open".to_owned() } else { words::list(&open) };
    format!("{counts}; {accepted} accepted")
}
