//! `plan`: what to take for a budget.

use std::path::PathBuf;

use super::{
    json::json,
    judged::judged,
    output::{self, Pending},
    parallel::Threads,
    templates,
};
use crate::{
    advise::{Advised, advice::Wanted, catalogue::Limits},
    cli::{Format, PlanArgs, PlanObjective},
    document,
    estate::Estate,
    exit::Exit,
    failure::Failure,
    measures::search::Objective,
    report::{self, PlanReport, TemplateError, Templates},
    ui::Ui,
    words,
};

/// Reads, searches, writes.
pub fn run(args: &PlanArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let place = place(args)?;
    let templates = templates::load(args.written.templates.as_deref())?;
    let threads = Threads::default();
    let (pending, text) = judged(&args.profile, &args.context, threads, |facts| {
        let pending = place.as_deref().map(Pending::create).transpose()?;
        let (limits, wanted) = asked(args, facts.estate);
        let advised = Advised::new(facts.estate, facts.modelled, limits, wanted, &threads);
        let mut view = report::plan(facts, &advised);
        let sheets = narrowed(args, facts.estate, &mut view)?;
        let text = if sheets && args.written.format == Format::Terminal {
            let each = view.switchover.plans.iter().map(|plan| report::sheet(plan, ui));
            each.collect::<Vec<_>>().join("\n")
        } else {
            render(args.written.format, &view, &templates, ui)?
        };
        Ok((pending, text))
    })?;
    output::deliver(pending, &text, ui)?;
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

/// Leaves only the switch-over plans that were asked for; was any?
fn narrowed(args: &PlanArgs, estate: &Estate, view: &mut PlanReport) -> Result<bool, Failure> {
    if let Some(id) = &args.activity {
        let ids = || estate.activities.iter().map(|one| one.id.as_str());
        if !ids().any(|known| known == id) {
            return Err(unknown("activity", id, ids()));
        }
    }
    if let Some(code) = &args.region {
        let codes = || estate.regions.iter().map(|one| one.code.as_str());
        if !codes().any(|known| known.eq_ignore_ascii_case(code)) {
            return Err(unknown("region", code, codes()));
        }
    }
    view.switchover.plans.retain(|plan| {
        let activity = args.activity.as_ref().is_none_or(|id| *id == plan.activity);
        activity && args.region.as_ref().is_none_or(|code| code.eq_ignore_ascii_case(&plan.region))
    });
    if view.switchover.plans.is_empty() && (args.activity.is_some() || args.region.is_some()) {
        return Err(Failure::Plain {
            message: "the activity is not done in that country".to_owned(),
            hints: vec!["leave out --region to see where it is done".to_owned()],
            exit: Exit::Problems,
        });
    }
    Ok(args.activity.is_some() || args.region.is_some())
}

fn unknown<'a>(noun: &str, word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let listed: Vec<&str> = known.clone().collect();
    let hint = match document::nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the profile has {}", words::list(&listed)),
    };
    let message = format!("the profile has no {noun} {}", document::quoted(&document::inert(word)));
    Failure::Plain { message, hints: vec![hint], exit: Exit::Problems }
}

fn render(
    format: Format,
    view: &PlanReport,
    templates: &Templates,
    ui: &Ui,
) -> Result<String, Failure> {
    let failed = |error: TemplateError| Failure::template(&error);
    match format {
        Format::Terminal => Ok(report::plan_text(view, ui)),
        Format::Html => templates.page("html/plan", view).map_err(failed),
        Format::Markdown => templates.page("markdown/plan", view).map_err(failed),
        Format::Json => json(view),
    }
}

fn place(args: &PlanArgs) -> Result<Option<PathBuf>, Failure> {
    let stem =
        args.profile.file_stem().map_or_else(|| "plan".into(), |stem| stem.to_string_lossy());
    output::place(&args.written, &format!("{stem}-plan"))
}
