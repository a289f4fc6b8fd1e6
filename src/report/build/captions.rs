//! What each chart shows, in one sentence: for readers who do not see it, and for formats without it.

use crate::report::view::{CaptionsView, ReportView};

/// Levels that a reader should look at first.
const HIGH: [&str; 2] = ["High", "Very high"];

fn high(level: &str) -> bool {
    HIGH.contains(&level)
}

/// Sentences for a view that has everything else.
pub fn captions(view: &ReportView) -> CaptionsView {
    CaptionsView {
        map: map(view),
        matrix: matrix(view),
        exceedance: exceedance(view),
        stops: stops(view),
        dependencies: dependencies(view),
        tornado: tornado(view),
        frontier: frontier(view),
    }
}

fn map(view: &ReportView) -> String {
    let cells: Vec<_> = view
        .scenario_map
        .iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
        .filter_map(|(row, cell)| Some((row, cell, cell.score.as_ref()?)))
        .collect();
    let Some((row, cell, score)) = cells.iter().max_by(|a, b| a.2.value.total_cmp(&b.2.value))
    else {
        return "No scenario ahead stops an activity that is not stopped already.".to_owned();
    };
    let many = cells.iter().filter(|(_, cell, _)| cell.level.as_deref().is_some_and(high)).count();
    format!(
        "{} in {} scores highest with {}; {many} of {} pairs of scenario and country are high or very \
         high.",
        row.name,
        cell.country,
        score.text,
        cells.len()
    )
}

fn matrix(view: &ReportView) -> String {
    let all = view.register.len();
    let Some(first) = view.register.first() else {
        return "The register has no rows.".to_owned();
    };
    let many = view.register.iter().filter(|row| high(&row.level)).count();
    format!(
        "{many} of {all} risks are high or very high. The highest, {} in {}, is expected {} with a harm \
         of {}.",
        first.scenario_name.to_lowercase(),
        first.country,
        first.frequency.text,
        first.harm.text
    )
}

fn exceedance(view: &ReportView) -> String {
    let loss = &view.quantified.loss;
    let at = |name: &str| {
        let row = loss.rows.iter().find(|row| row.name == name);
        row.map_or("", |row| row.loss.text.as_str())
    };
    format!(
        "Half of all years cost less than {}, one in 20 costs more than {}; the worst year in 20 costs \
         {} on average.",
        at("P50"),
        at("P95"),
        at("CVaR95")
    )
}

fn stops(view: &ReportView) -> String {
    let at_mtpd = view.stops.iter().filter_map(|stop| {
        let figure = stop.told.iter().find(|one| one.marks.iter().any(|mark| mark == "MTPD"))?;
        Some((stop, figure))
    });
    let worst =
        at_mtpd.max_by(|a, b| a.1.with_fallbacks.value.total_cmp(&b.1.with_fallbacks.value));
    let Some((stop, figure)) = worst else {
        return "Nothing ahead stops an activity within 30 days.".to_owned();
    };
    format!(
        "Most likely to be down beyond its MTPD is {} in {}: {} still are after {}, {} without fallbacks.",
        stop.name,
        stop.country,
        figure.with_fallbacks.text,
        figure.time.text,
        figure.without_fallbacks.text
    )
}

fn dependencies(view: &ReportView) -> String {
    let most = view.shared_nodes.iter().max_by_key(|node| node.channels.len());
    most.map_or_else(
        || "No two channels share what they cannot do without.".to_owned(),
        |node| {
            format!(
                "{} of {} channels need {}, which is the most shared of {}.",
                node.channels.len(),
                view.channels.len(),
                node.name,
                crate::words::count(view.shared_nodes.len(), "shared node")
            )
        },
    )
}

fn tornado(view: &ReportView) -> String {
    view.sensitivity.bars.first().map_or_else(
        || "No number moves the expected loss by more than it is rounded.".to_owned(),
        |bar| {
            format!(
                "Most depends on {}: expected loss is {} or {}, now {}.",
                bar.name, bar.eal_low.text, bar.eal_high.text, view.verdict.eal.text
            )
        },
    )
}

fn frontier(view: &ReportView) -> String {
    let measures = &view.measures;
    let best = measures.frontier.iter().min_by(|a, b| a.eal.value.total_cmp(&b.eal.value));
    best.map_or_else(
        || measures.headline.clone(),
        |best| {
            format!(
                "The plan brings the expected loss from {} to {} for {}; no set goes below {}.",
                measures.now.eal.text,
                measures.chosen.eal.text,
                measures.chosen.cost.text,
                best.eal.text
            )
        },
    )
}
