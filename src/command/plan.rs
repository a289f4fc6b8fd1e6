//! `plan`: what to take for a budget.

use std::path::PathBuf;

use super::{clock, knowledge, output::Pending, parallel::Threads};
use crate::{
    advise::{Advised, advice::Wanted, catalogue::Limits, measures::search::Objective},
    cli::{Format, PlanArgs, PlanObjective},
    document::file,
    estate::{Estate, resolve},
    exit::Exit,
    failure::Failure,
    modelling::model,
    profile,
    report::{self, PlanView, TemplateError, Templates},
    ui::Ui,
};

/// Reads, searches, writes.
pub fn run(args: &PlanArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let place = place(args)?;
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let as_of = clock::day(args.context.as_of);
    let refused = |refusal| Failure::Refused(vec![refusal]);
    let text = file::read(&args.profile).map_err(refused)?;
    let name = args.profile.display().to_string();
    let (profile, _) = profile::load(&name, &text, &knowledge, as_of).map_err(refused)?;
    let estate = resolve(&profile, &knowledge, as_of);
    let pending = place.as_deref().map(Pending::create).transpose()?;
    let (limits, wanted) = asked(args, &estate);
    let advised = Advised::new(&estate, &model(&estate), limits, wanted, &Threads::default());
    let text = render(args.format, &report::plan(&estate, &advised), ui)?;
    match pending {
        Some(file) => ui.note(&format!("wrote {}", file.finish(&text)?.display())),
        None => ui.result(&text)?,
    }
    Ok(Exit::Done)
}

/// What the command line says stands before the profile, and the profile before the method.
fn asked(args: &PlanArgs, estate: &Estate) -> (Limits, Wanted) {
    let usual = Limits::of(estate);
    let limits = Limits {
        horizon_days: args.horizon.map_or(usual.horizon_days, |span| span.hours() / 24.0),
        most_new_channels: args.new_channels.map_or(usual.most_new_channels, usize::from),
    };
    let objective = match args.objective {
        PlanObjective::Loss => Objective::Loss,
        PlanObjective::Breach => Objective::Breach,
    };
    let budget = args.budget.or(Wanted::of(estate).budget);
    (limits, Wanted { budget, objective, effort: usize::from(args.effort) })
}

fn render(format: Format, view: &PlanView, ui: &Ui) -> Result<String, Failure> {
    let failed = |error: TemplateError| Failure::internal(error.to_string());
    let templates = || Templates::embedded().map_err(failed);
    match format {
        Format::Terminal => Ok(report::plan_text(view, ui)),
        Format::Html => templates()?.page("html/plan", view).map_err(failed),
        Format::Markdown => templates()?.page("markdown/plan", view).map_err(failed),
        Format::Json => serde_json::to_string_pretty(view)
            .map(|text| text + "\n")
            .map_err(|error| Failure::internal(error.to_string())),
    }
}

/// Where it goes; standard output where nothing is said.
fn place(args: &PlanArgs) -> Result<Option<PathBuf>, Failure> {
    let Some(output) = &args.output else { return Ok(None) };
    let ending = match args.format {
        Format::Html => "html",
        Format::Markdown => "md",
        Format::Json => "json",
        Format::Terminal => {
            return Err(Failure::usage(
                "--output needs a format that is a file",
                "add --format html, markdown or json",
            ));
        }
    };
    if output.extension().is_some() && !output.is_dir() {
        return Ok(Some(output.clone()));
    }
    let stem =
        args.profile.file_stem().map_or_else(|| "plan".into(), |stem| stem.to_string_lossy());
    Ok(Some(output.join(format!("{stem}-plan.{ending}"))))
}
