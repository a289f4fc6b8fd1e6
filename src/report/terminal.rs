//! The terminal summary: what matters and where to look next.

pub mod measures;
mod survival;

use super::view::{CaseView, Figure, ReportView};
use crate::{
    ui::{
        Ui,
        layout::{self, Column, line, table},
    },
    words,
};

/// In force, at most so many lines; the reports have them all.
const IN_FORCE: usize = 6;

/// Activities without a surviving channel that are named; the reports have them all.
const PLACES: usize = 6;

/// The summary. With `plain` there are no tables and no box drawing.
pub fn terminal(view: &ReportView, ui: &Ui) -> String {
    let mut out = String::new();
    title(&mut out, view, ui);
    own_facts(&mut out, view, ui);
    in_force(&mut out, view, ui);
    no_survivor(&mut out, view, ui);
    verdict(&mut out, view, ui);
    over_appetite(&mut out, view, ui);
    survival::survival(&mut out, view, ui);
    top_risks(&mut out, view, ui);
    findings(&mut out, view, ui);
    open(&mut out, view, ui);
    out
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    out.push('\n');
    layout::heading(out, ui, text);
}

fn title(out: &mut String, view: &ReportView, ui: &Ui) {
    let scope = format!(
        "{}: {}, {} in {}, assessed for {}",
        view.organization.name,
        words::count(view.activities.len(), "activity"),
        words::count(view.channels.len(), "channel"),
        words::count(view.regions.len(), "country"),
        view.as_of
    );
    line(out, ui, 0, &scope);
}

/// Facts of the user's own, so that nobody takes them for those of the knowledge base.
fn own_facts(out: &mut String, view: &ReportView, ui: &Ui) {
    let own = &view.knowledge.overlaid;
    if !own.is_empty() {
        let count = words::count(own.len(), "fact");
        line(out, ui, 0, &format!("With {count} of your own knowledge folder: {}", own.join(", ")));
    }
}

fn in_force(out: &mut String, view: &ReportView, ui: &Ui) {
    if view.in_force.is_empty() {
        return;
    }
    heading(out, ui, "In force now");
    for one in view.in_force.iter().take(IN_FORCE) {
        let cited =
            one.sources.iter().filter_map(|source| view.sources.get(source.number.checked_sub(1)?));
        let named: Vec<String> = cited
            .map(|source| match &source.date {
                Some(date) => format!("{}, {date}", source.publisher),
                None => source.publisher.clone(),
            })
            .collect();
        line(out, ui, 2, &format!("{} ({}; {})", one.headline, one.confidence, named.join("; ")));
        line(out, ui, 4, &one.consequence);
    }
    if view.in_force.len() > IN_FORCE {
        line(out, ui, 2, &format!("and {} more in the report", view.in_force.len() - IN_FORCE));
    }
}

/// The most important sentence of the report, in one paragraph.
fn no_survivor(out: &mut String, view: &ReportView, ui: &Ui) {
    let places = &view.switchover.without_survivor;
    if places.is_empty() {
        return;
    }
    let plans = &view.switchover.plans;
    let (of, none) = (plans.len(), plans.iter().filter(|plan| !plan.survives).count());
    heading(out, ui, &format!("No surviving channel: {none} of {of} activities by country"));
    let shown: Vec<&str> = places.iter().take(PLACES).map(String::as_str).collect();
    let rest = places.len() - shown.len();
    let more = if rest > 0 { format!("; and {rest} more") } else { String::new() };
    line(out, ui, 2, &format!("{}{more}", shown.join("; ")));
}

fn verdict(out: &mut String, view: &ReportView, ui: &Ui) {
    let verdict = &view.verdict;
    heading(out, ui, "Verdict");
    line(out, ui, 2, &verdict.sentence);
    let score = format!(
        "Score {} of 100, {}{}; without fallbacks {}",
        verdict.score.text,
        verdict.level.to_lowercase(),
        band(&verdict.score),
        verdict.inherent_score.text
    );
    line(out, ui, 2, &score);
    let loss = format!(
        "Expected loss {} a year{}; without fallbacks {}",
        verdict.eal.text,
        band(&verdict.eal),
        verdict.inherent_eal.text
    );
    line(out, ui, 2, &loss);
    let breach = format!(
        "A breach of any MTPD within 12 months: {}{}; without fallbacks {}",
        verdict.any_breach.text,
        band(&verdict.any_breach),
        verdict.inherent_any_breach.text
    );
    line(out, ui, 2, &breach);
    if verdict.further_breach.value < verdict.any_breach.value {
        let further = format!(
            "Of any other that is not down today: {}{}",
            verdict.further_breach.text,
            band(&verdict.further_breach)
        );
        line(out, ui, 2, &further);
    }
    let tail = format!(
        "The worst year in 20 costs {} on average{}",
        verdict.cvar95.text,
        band(&verdict.cvar95)
    );
    line(out, ui, 2, &tail);
}

fn band(figure: &Figure) -> String {
    let kind = figure.band_note.as_deref().unwrap_or("80 % band");
    figure.band.as_ref().map_or_else(String::new, |band| format!(" ({kind} {band})"))
}

fn over_appetite(out: &mut String, view: &ReportView, ui: &Ui) {
    if view.over_appetite.is_empty() {
        return;
    }
    heading(
        out,
        ui,
        "Over appetite: probability of being down longer than the MTPD within 12 months",
    );
    let columns = [
        Column::text("Activity"),
        Column::text("Country"),
        Column::text("Today"),
        Column::number("Breach"),
        Column::number("Appetite"),
        Column::number("Score"),
        Column::text("Level"),
    ];
    let row = |case: &CaseView| {
        vec![
            case.name.clone(),
            case.country.clone(),
            case.standing.clone(),
            case.breach.text.clone(),
            case.appetite.text.clone(),
            case.score.text.clone(),
            case.level.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = view.over_appetite.iter().map(row).collect();
    out.push_str(&table(ui, &columns, &rows));
}

fn top_risks(out: &mut String, view: &ReportView, ui: &Ui) {
    if view.top_risks.is_empty() {
        return;
    }
    heading(out, ui, "Top risks ahead");
    for risk in &view.top_risks {
        line(
            out,
            ui,
            2,
            &format!("{} {}: {}", risk.score.text, risk.level.to_lowercase(), risk.sentence),
        );
    }
}

fn findings(out: &mut String, view: &ReportView, ui: &Ui) {
    let open: Vec<String> = view
        .finding_counts
        .iter()
        .filter(|count| count.open > 0)
        .map(|count| format!("{} {}", count.open, count.severity.to_lowercase()))
        .collect();
    let accepted: usize = view.finding_counts.iter().map(|count| count.accepted).sum();
    heading(out, ui, "Findings");
    let counts = if open.is_empty() { "none open".to_owned() } else { words::list(&open) };
    line(out, ui, 2, &format!("{counts}; {accepted} accepted"));
    for text in &view.unknown {
        line(out, ui, 2, text);
    }
}

/// Open fields that are worth answering.
fn open(out: &mut String, view: &ReportView, ui: &Ui) {
    if view.sensitivity.open.is_empty() {
        return;
    }
    heading(out, ui, "Worth answering next: with your own value in the profile");
    for one in &view.sensitivity.open {
        line(out, ui, 2, &format!("{}: {}", one.place, one.line));
        line(out, ui, 4, &one.sentence);
    }
}
