//! `assess`: from a profile to reports.

mod outputs;

use std::path::Path;

use outputs::Outputs;

use super::{json::json, judged::judged, output::Pending, parallel::Threads, previous, templates};
use crate::{
    advise::Advised,
    analysis::Spread,
    assess::assess,
    cli::{AssessArgs, ReportFormat},
    exit::Exit,
    failure::Failure,
    report::{self, ReportView, Templates},
    ui::Ui,
    words,
};

/// Reads, judges, writes.
pub fn run(args: &AssessArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let outputs = Outputs::new(args)?;
    let templates = templates::load(args.templates.as_deref())?;
    let threads = Threads::default();
    judged(&args.profile, &args.context, threads, |facts| {
        let earlier = previous::read(&args.previous, facts.estate)?;
        let files = outputs.open()?;
        let model_file = args.emit_model.as_deref().map(Pending::create).transpose()?;
        let advised = Advised::by_profile(facts.estate, facts.modelled, &threads);
        let view = report::build(facts, &assess(facts), &advised, &earlier);
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
        for format in &outputs.printed {
            let text = render(*format, &view, &templates, &next, ui)?;
            dead_ends(args, *format, &text, ui);
            ui.result(&text)?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
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
