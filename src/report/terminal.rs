//! The terminal summary: what matters and where to look next.

pub mod comparison;
pub mod history;
pub mod measures;
pub mod portfolio;

use super::view::{CaseView, FindingView, ReportView};
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

/// The summary, ending with what to run `next`, each under a label. With `plain` there are no tables
/// and no columns.
pub fn terminal(view: &ReportView, ui: &Ui, next: &[(&str, String)]) -> String {
    let mut out = String::new();
    title(&mut out, view, ui);
    own_facts(&mut out, view, ui);
    in_force(&mut out, view, ui);
    no_survivor(&mut out, view, ui);
    over_appetite(&mut out, view, ui);
    top_risks(&mut out, view, ui);
    findings(&mut out, view, ui);
    open(&mut out, view, ui);
    in_short(&mut out, view, ui, next);
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

/// Every finding by its id, so that the report can be searched for it. What one code says of several
/// places stands together.
fn findings(out: &mut String, view: &ReportView, ui: &Ui) {
    if view.findings.is_empty() {
        return;
    }
    heading(out, ui, "Findings, as code and subject:country");
    let open = |one: &&FindingView| one.accepted.is_none();
    for count in &view.finding_counts {
        let of = view.findings.iter().filter(|one| one.severity == count.severity);
        by_code(out, ui, &count.severity, of.filter(open));
    }
    by_code(out, ui, "Accepted", view.findings.iter().filter(|one| !open(one)));
    for text in &view.unknown {
        line(out, ui, 2, text);
    }
}

fn by_code<'v>(out: &mut String, ui: &Ui, head: &str, all: impl Iterator<Item = &'v FindingView>) {
    let mut codes: Vec<(&str, Vec<&str>)> = Vec::new();
    for one in all {
        let place =
            one.id.strip_prefix(&one.code).map_or(&*one.id, |id| id.trim_start_matches(':'));
        match codes.iter_mut().find(|(code, _)| *code == one.code) {
            Some((_, places)) => places.push(place),
            None => codes.push((&one.code, vec![place])),
        }
    }
    if !codes.is_empty() {
        line(out, ui, 2, head);
    }
    for (code, places) in codes {
        line(out, ui, 4, &format!("{code}  {}", places.join(" ")));
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

/// What matters, last, where the eye rests when the command has run.
fn in_short(out: &mut String, view: &ReportView, ui: &Ui, next: &[(&str, String)]) {
    heading(out, ui, "In short");
    let own = view.in_short.iter().map(|one| (one.label.as_str(), &one.text));
    let all: Vec<(&str, &String)> =
        own.chain(next.iter().map(|(label, text)| (*label, text))).collect();
    let width = all.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    for (label, text) in all {
        let label = if ui.plain { format!("{label}:") } else { format!("{label:width$} ") };
        layout::labelled(out, ui, &label, text);
    }
}
