//! `drill`: a table-top exercise from a profile and a script.

use std::path::PathBuf;

use super::{
    clock,
    json::json,
    knowledge,
    output::{self, Pending},
    subject::Subject,
    templates,
};
use crate::{
    cli::{DrillArgs, Format},
    document,
    drill::{self, Asked, DrillView},
    estate::{Estate, resolve},
    exit::Exit,
    failure::Failure,
    knowledge::{Knowledge, Scenario},
    model::bounded,
    modelling::model,
    report::{TemplateError, Templates},
    ui::Ui,
    words,
};

/// Reads, asks, writes.
pub fn run(args: &DrillArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let place = place(args)?;
    let templates = templates::load(args.written.templates.as_deref())?;
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let scenario = scenario(&knowledge, &args.scenario)?;
    let as_of = clock::day(args.context.as_of);
    let subject = Subject::read(&args.profile, &knowledge, as_of)
        .map_err(|refusal| Failure::Refused(vec![refusal]))?;
    let estate = resolve(&subject.profile, &subject.knowledge, as_of);
    let region = region(&estate, &args.region)?;
    let activity = args.activity.as_deref().map(|id| activity(&estate, id, region)).transpose()?;
    let modelled = model(&estate);
    bounded(&subject.document, &modelled.model)
        .map_err(|refusal| Failure::Refused(vec![refusal]))?;
    let view = drill::drill(&estate, &modelled, &Asked { scenario, region, activity })
        .ok_or_else(|| no_script(&knowledge, scenario))?;
    let pending = place.as_deref().map(Pending::create).transpose()?;
    let text = render(args.written.format, &view, &templates, ui)?;
    output::deliver(pending, &text, ui)?;
    Ok(Exit::Done)
}

fn render(
    format: Format,
    view: &DrillView,
    templates: &Templates,
    ui: &Ui,
) -> Result<String, Failure> {
    let failed = |error: TemplateError| Failure::template(&error);
    match format {
        Format::Terminal => Ok(drill::terminal(view, ui)),
        Format::Html => drill::html(view, templates).map_err(failed),
        Format::Markdown => drill::markdown(view, templates).map_err(failed),
        Format::Json => json(view),
    }
}

fn place(args: &DrillArgs) -> Result<Option<PathBuf>, Failure> {
    let plain = |text: &str| -> String {
        text.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    };
    let stem = args.profile.file_stem().map_or_else(|| "drill".into(), |s| s.to_string_lossy());
    let (scenario, region) = (plain(&args.scenario), plain(&args.region));
    let name = format!("{stem}-drill-{scenario}-{region}");
    output::place(&args.written, &name)
}

fn scenario<'k>(knowledge: &'k Knowledge, word: &str) -> Result<&'k Scenario, Failure> {
    let all = knowledge.scenarios.values();
    let by_name = || all.clone().find(|one| one.name.to_lowercase() == word.to_lowercase());
    knowledge.scenario(word).or_else(by_name).ok_or_else(|| {
        let ids = knowledge.scenarios.keys().map(String::as_str);
        let aliases = knowledge.scenarios.values().flat_map(|one| &one.aliases);
        let near = document::nearest(word, ids.clone().chain(aliases.map(String::as_str)));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the scenarios are {}", words::list(&ids.collect::<Vec<_>>())),
        };
        refused(format!("the knowledge base has no scenario {}", quoted(word)), hint)
    })
}

/// By code or name, whatever the case.
fn region(estate: &Estate, word: &str) -> Result<usize, Failure> {
    let wanted = word.trim().to_lowercase();
    let named =
        |code: &str, name: &str| code.to_lowercase() == wanted || name.to_lowercase() == wanted;
    let found = estate.regions.iter().position(|one| named(&one.code, &one.name));
    found.ok_or_else(|| {
        let codes: Vec<&str> = estate.regions.iter().map(|one| one.code.as_str()).collect();
        let names = estate.regions.iter().map(|one| one.name.as_str());
        let listed = format!("its regions are {}", words::list(&codes));
        let countries = &estate.knowledge.countries;
        if let Some((code, _)) = countries.iter().find(|(code, name)| named(code, name)) {
            let hint =
                format!("{listed}; add a [[region]] with country = \"{code}\" to exercise it");
            return refused(format!("the profile has no region `{code}`"), hint);
        }
        let near = document::nearest(word, codes.iter().copied().chain(names));
        let hint = near.map_or(listed.clone(), |near| format!("did you mean `{near}`? {listed}"));
        refused(format!("there is no country {}", quoted(word)), hint)
    })
}

/// An activity that is done in the region.
fn activity(estate: &Estate, id: &str, region: usize) -> Result<usize, Failure> {
    let here: Vec<&str> = estate
        .instances
        .iter()
        .filter(|one| one.region == region)
        .map(|one| estate.activities[one.activity].id.as_str())
        .collect();
    let place = &estate.regions[region].name;
    let listed = if here.is_empty() {
        format!("no activity is done in {place}")
    } else {
        format!("those in {place} are {}", words::list(&here))
    };
    let Some(found) = estate.activities.iter().position(|one| one.id == id) else {
        let ids = estate.activities.iter().map(|one| one.id.as_str());
        let near = document::nearest(id, ids);
        let hint = near.map_or(listed.clone(), |near| format!("did you mean `{near}`? {listed}"));
        return Err(refused(format!("the profile has no activity {}", quoted(id)), hint));
    };
    if here.contains(&id) {
        return Ok(found);
    }
    Err(refused(format!("the activity {} is not done in {place}", quoted(id)), listed))
}

fn no_script(knowledge: &Knowledge, scenario: &Scenario) -> Failure {
    let mut with: Vec<&str> =
        knowledge.drills.values().flat_map(|one| &one.scenarios).map(String::as_str).collect();
    with.sort_unstable();
    with.dedup();
    refused(
        format!("no drill exercises the scenario `{}`", scenario.id),
        format!(
            "add a script to drills/ of your --knowledge folder, or choose {}",
            words::joined(&with, "or")
        ),
    )
}

fn quoted(word: &str) -> String {
    document::quoted(&document::inert(word))
}

fn refused(message: String, hint: String) -> Failure {
    Failure::Plain { message, hints: vec![hint], exit: Exit::Problems }
}
