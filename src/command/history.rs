//! `history`: all snapshots of a folder.

use std::{collections::BTreeMap, path::Path};

use super::{
    clock,
    json::json,
    knowledge,
    output::{self, Pending},
    snapshots::{all_in, folders},
    templates,
};
use crate::{
    cli::{Format, HistoryArgs},
    compare::Reading,
    document::Refusal,
    exit::Exit,
    failure::Failure,
    history::Kept,
    report::{self, HistoryView, TemplateError, Templates, chart::HistoryPage, view::LeftOutFile},
    ui::Ui,
};

/// Reads what is there, shows it, and ends with a problem where a file could not be used.
pub fn run(args: &HistoryArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let place = output::place(&args.written, "history")?;
    let templates = templates::load(args.written.templates.as_deref())?;
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let (organizations, left_out) = read(&args.folder)?;
    let pending = place.as_deref().map(Pending::create).transpose()?;
    let as_of = clock::day(args.context.as_of);
    let view = report::history(&organizations, left_out, &knowledge, as_of);
    let text = render(args.written.format, &view, &templates, ui)?;
    output::deliver(pending, &text, ui)?;
    for one in &view.left_out {
        ui.note(&format!("left out {}: {}", one.file, one.why));
    }
    Ok(if view.left_out.is_empty() { Exit::Done } else { Exit::Problems })
}

/// Runs by organisation, and what cannot be used.
fn read(folder: &Path) -> Result<(Vec<Vec<Kept>>, Vec<LeftOutFile>), Failure> {
    let mut by_name: BTreeMap<String, Vec<Kept>> = BTreeMap::new();
    let mut left_out = Vec::new();
    for folder in folders(folder)? {
        let (good, bad) = all_in(&folder)?;
        left_out.extend(bad.iter().map(reason));
        for (path, snapshot) in good {
            match Reading::of(&snapshot.assessment) {
                Ok(reading) => {
                    let name = reading.organization.name.clone();
                    by_name.entry(name).or_default().push(Kept { snapshot, reading });
                }
                Err(error) => left_out.push(LeftOutFile {
                    file: path.display().to_string(),
                    why: format!("its assessment cannot be read: {error}"),
                }),
            }
        }
    }
    let mut organizations: Vec<Vec<Kept>> = by_name.into_values().collect();
    for kept in &mut organizations {
        kept.sort_by_key(|one| one.reading.as_of);
    }
    Ok((organizations, left_out))
}

fn reason(refusal: &Refusal) -> LeftOutFile {
    LeftOutFile {
        file: refusal.document.name.clone(),
        why: refusal.problems.first().map_or_else(String::new, |one| one.message.clone()),
    }
}

fn render(
    format: Format,
    view: &HistoryView,
    templates: &Templates,
    ui: &Ui,
) -> Result<String, Failure> {
    let failed = |error: TemplateError| Failure::template(&error);
    match format {
        Format::Terminal => Ok(report::history_text(view, ui)),
        Format::Html => templates.page("html/history", &HistoryPage::new(view)).map_err(failed),
        Format::Markdown => templates.page("markdown/history", view).map_err(failed),
        Format::Json => json(view),
    }
}
