//! `assess`: from a profile to reports.

mod against;
mod outputs;

use std::path::Path;

pub use against::Against;
use outputs::Outputs;

use super::{
    clock, compare::told, json::json, knowledge, output::Pending, parallel::Threads, previous,
    snapshots::Saving, subject::Subject, templates,
};
use crate::{
    advise::Advised,
    assess::{Facts, assess},
    cli::{AssessArgs, ReportFormat},
    compare::{Reading, changes},
    exit::Exit,
    failure::Failure,
    gate::{self, Judging},
    report::{self, ReportView, Templates},
    snapshot::{Parts, Snapshot, Written},
    ui::Ui,
    words,
};

/// Reads, judges, writes, and ends as the gates say.
pub fn run(args: &AssessArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let outputs = Outputs::new(args)?;
    let templates = templates::load(args.templates.as_deref())?;
    let threads = Threads::default();
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let subject = Subject::read(&args.profile, &knowledge, clock::day(args.context.as_of))
        .map_err(|refusal| Failure::Refused(vec![refusal]))?;
    subject.weigh(threads, |facts| {
        let against = Against::find(args, facts.estate, ui)?;
        let earlier = previous::read(&args.previous, against.as_ref(), facts.estate)?;
        let saving = args.save.as_deref().map(|folder| saving(folder, args, facts)).transpose()?;
        let files = outputs.open()?;
        let model_file = args.emit_model.as_deref().map(Pending::create).transpose()?;
        let advised = Advised::by_profile(facts.estate, facts.modelled, &threads);
        let mut view = report::build(facts, &assess(facts), &advised, &earlier);
        let judged = compared(args, facts, against.as_ref(), &mut view)?;
        if let Some(file) = model_file {
            wrote(ui, &file.finish(&json(&facts.modelled.model)?)?);
        }
        let (shown, next): (&Ui, _) = (ui, next(args));
        let texts =
            threads.map(files.len(), |at| render(files[at].0, &view, &templates, &next, shown));
        for ((format, file), text) in files.into_iter().zip(texts) {
            let text = text?;
            dead_ends(args, format, &text, ui);
            wrote(ui, &file.finish(&text)?);
        }
        if let Some(saving) = saving {
            save(saving, facts, &view, (&subject, args), &templates, ui)?;
        }
        for format in &outputs.printed {
            let text = render(*format, &view, &templates, &next, ui)?;
            dead_ends(args, *format, &text, ui);
            ui.result(&text)?;
        }
        told(&judged, ui);
        Ok(gate::exit(&judged))
    })
}

/// Adds what is different from the run that is compared with, and judges the gates.
fn compared(
    args: &AssessArgs,
    facts: &Facts,
    against: Option<&Against>,
    view: &mut ReportView,
) -> Result<Vec<gate::Judged>, Failure> {
    if against.is_none() && args.gates.fail_on.is_empty() {
        return Ok(Vec::new());
    }
    let now = reading(view)?;
    let material = facts.estate.knowledge.method.harm.material_points;
    let found = against.map(|one| (&one.reading, changes(&one.reading, &now, material)));
    let before = found.as_ref().map(|(reading, changes)| (*reading, &changes[..]));
    let judging = Judging { now: &now, before, new_only: args.gates.new_only };
    let judged = judging.all(&args.gates.fail_on);
    view.changes = found.as_ref().map_or_else(Vec::new, |(_, changes)| report::changes(changes));
    view.gates = report::gates(&judged);
    Ok(judged)
}

/// This run as a later one will read it.
fn reading(view: &ReportView) -> Result<Reading, Failure> {
    let value = serde_json::to_value(view).map_err(|error| Failure::internal(error.to_string()))?;
    Reading::of(&value).map_err(|error| Failure::internal(error.to_string()))
}

fn saving<'a>(folder: &'a Path, args: &AssessArgs, facts: &Facts) -> Result<Saving<'a>, Failure> {
    let overlay = args.context.knowledge.as_deref().map(knowledge::overlay).transpose()?;
    let of = (facts.estate.profile.organization.name.as_str(), facts.estate.as_of);
    Saving::open(folder, of, overlay.unwrap_or_default(), args.replace)
}

fn save(
    saving: Saving,
    facts: &Facts,
    view: &ReportView,
    (subject, args): (&Subject, &AssessArgs),
    templates: &Templates,
    ui: &mut Ui,
) -> Result<(), Failure> {
    let file = args.profile.file_name().map(|name| name.to_string_lossy().into_owned());
    let parts = Parts {
        profile: Written { file: file.unwrap_or_default(), text: subject.document.text.clone() },
        archive: saving.archive(),
        templates: templates.hash().to_owned(),
        assessment: serde_json::to_value(view)
            .map_err(|error| Failure::internal(error.to_string()))?,
    };
    saving.finish(&Snapshot::of(facts, parts), ui)
}

fn wrote(ui: &mut Ui, place: &Path) {
    ui.note(&format!("wrote {}", place.display()));
}

/// A house that leaves a part out is told where its page still leads to it.
fn dead_ends(args: &AssessArgs, format: ReportFormat, text: &str, ui: &mut Ui) {
    if args.templates.is_none() || format != ReportFormat::Html {
        return;
    }
    let ends: Vec<String> =
        report::html::dead_ends(text).iter().map(|name| format!("#{name}")).collect();
    if !ends.is_empty() {
        ui.note(&format!("note: the page leads to {}, which it does not have", words::list(&ends)));
    }
}

/// Commands that lead on.
fn next(args: &AssessArgs) -> [(&'static str, String); 2] {
    let profile = args.profile.display();
    [
        ("What to do", format!("blackstart plan {profile}")),
        ("Report", format!("blackstart assess {profile} --format html --output report.html")),
    ]
}

fn render(
    format: ReportFormat,
    view: &ReportView,
    templates: &Templates,
    next: &[(&str, String)],
    ui: &Ui,
) -> Result<String, Failure> {
    let template = |error: report::TemplateError| Failure::template(&error);
    let table = |error: csv::Error| Failure::internal(error.to_string());
    match format {
        ReportFormat::Terminal => Ok(report::terminal(view, ui, next)),
        ReportFormat::Html => report::html(view, templates).map_err(template),
        ReportFormat::Markdown => report::markdown(view, templates).map_err(template),
        ReportFormat::Json => json(view),
        ReportFormat::Csv => report::csv::register(view).map_err(table),
        ReportFormat::FindingsCsv => report::csv::findings(view).map_err(table),
        ReportFormat::CisoAssistant => report::csv::ciso_assistant(view).map_err(table),
        ReportFormat::DoraB0202 => report::csv::b_02_02(view).map_err(table),
        ReportFormat::DoraB0701 => report::csv::b_07_01(view).map_err(table),
    }
}
