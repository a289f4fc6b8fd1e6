//! `assess`: from a profile to reports.

use std::path::{Path, PathBuf};

use super::{judged::judged, output::Pending, parallel::Threads};
use crate::{
    advise::Advised,
    analysis::Spread,
    assess::assess,
    cli::{AssessArgs, Format},
    exit::Exit,
    failure::Failure,
    report::{self, ReportView, Templates},
    ui::Ui,
};

/// Reads, judges, writes.
pub fn run(args: &AssessArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let plan = Plan::new(args)?;
    let threads = Threads::default();
    judged(&args.profile, &args.context, threads, |facts| {
        let files = plan.open()?;
        let model_file = args.emit_model.as_deref().map(Pending::create).transpose()?;
        let advised = Advised::by_profile(facts.estate, facts.modelled, &threads);
        let view = report::build(facts, &assess(facts), &advised, &[]);
        if let Some(file) = model_file {
            let text = serde_json::to_string_pretty(&facts.modelled.model)
                .map_err(|e| Failure::internal(e.to_string()))?;
            let place = file.finish(&format!("{text}\n"))?;
            ui.note(&format!("wrote {}", place.display()));
        }
        let shown: &Ui = ui;
        let texts = threads.map(files.len(), |at| render(files[at].0, &view, shown));
        for ((_, file), text) in files.into_iter().zip(texts) {
            let place = file.finish(&text?)?;
            ui.note(&format!("wrote {}", place.display()));
        }
        for format in &plan.printed {
            ui.result(&render(*format, &view, ui)?)?;
        }
        Ok(())
    })?;
    if plan.printed.contains(&Format::Terminal) && plan.written.is_empty() {
        ui.note(&format!(
            "For the full report: blackstart assess {} --format html,markdown,json --output out/",
            args.profile.display()
        ));
    }
    Ok(Exit::Done)
}

fn render(format: Format, view: &ReportView, ui: &Ui) -> Result<String, Failure> {
    let failed = |error: report::TemplateError| Failure::internal(error.to_string());
    match format {
        Format::Terminal => Ok(report::terminal(view, ui)),
        Format::Html => report::html(view, &Templates::embedded().map_err(failed)?).map_err(failed),
        Format::Markdown => {
            report::markdown(view, &Templates::embedded().map_err(failed)?).map_err(failed)
        }
        Format::Json => report::json(view).map_err(|error| Failure::internal(error.to_string())),
    }
}

/// What goes where.
struct Plan {
    printed: Vec<Format>,
    written: Vec<(Format, PathBuf)>,
}

impl Plan {
    fn new(args: &AssessArgs) -> Result<Self, Failure> {
        let mut formats = args.format.clone();
        formats.sort_unstable();
        formats.dedup();
        let (screen, documents): (Vec<Format>, Vec<Format>) =
            formats.into_iter().partition(|f| *f == Format::Terminal);
        let Some(output) = &args.output else {
            return match (screen.len(), documents.len()) {
                (_, 0) => Ok(Self { printed: screen, written: Vec::new() }),
                (0, 1) => Ok(Self { printed: documents, written: Vec::new() }),
                _ => Err(Failure::usage(
                    "several formats need a folder to go to",
                    "add --output out/",
                )),
            };
        };
        if documents.is_empty() {
            return Err(Failure::usage(
                "--output needs a format that is a file",
                "add --format html, or several: --format html,markdown,json",
            ));
        }
        let single = documents.len() == 1 && output.extension().is_some() && !output.is_dir();
        let place = |format: Format| {
            if single { output.clone() } else { output.join(file_name(&args.profile, format)) }
        };
        Ok(Self {
            printed: screen,
            written: documents.iter().map(|format| (*format, place(*format))).collect(),
        })
    }

    fn open(&self) -> Result<Vec<(Format, Pending)>, Failure> {
        self.written.iter().map(|(format, place)| Ok((*format, Pending::create(place)?))).collect()
    }
}

fn file_name(profile: &Path, format: Format) -> String {
    let stem = profile.file_stem().map_or_else(|| "report".into(), |stem| stem.to_string_lossy());
    let ending = match format {
        Format::Html => "html",
        Format::Markdown => "md",
        Format::Json => "json",
        Format::Terminal => "txt",
    };
    format!("{stem}.{ending}")
}
