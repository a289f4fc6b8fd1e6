//! `templates`, and the folder of templates that other commands take.

use std::{collections::BTreeMap, fs, path::Path};

use super::{folder::files, output::Pending};
use crate::{
    cli::{TemplatesArgs, TemplatesCommand},
    document::{self, file},
    exit::Exit,
    failure::Failure,
    report::{Templates, refusals},
    ui::Ui,
};

/// Runs the command.
pub fn run(args: &TemplatesArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    match &args.command {
        TemplatesCommand::Export { folder } => export(folder, ui),
        TemplatesCommand::List => list(ui),
        TemplatesCommand::Check { folder } => check(folder, ui),
    }
}

fn list(ui: &mut Ui) -> Result<Exit, Failure> {
    let names: Vec<&str> = Templates::defaults().map(|(name, _)| name).collect();
    ui.result(&format!("{}\n", names.join("\n")))?;
    Ok(Exit::Done)
}

/// Writes all defaults, or nothing where one of them would replace a file.
fn export(folder: &Path, ui: &mut Ui) -> Result<Exit, Failure> {
    let there: Vec<String> = Templates::defaults()
        .map(|(name, _)| folder.join(name))
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| path.display().to_string())
        .collect();
    if let Some(first) = there.first() {
        return Err(Failure::Plain {
            message: format!("`{first}` is there already, and nothing is overwritten"),
            hints: vec!["name a folder that has no templates yet".to_owned()],
            exit: Exit::Problems,
        });
    }
    for (name, text) in Templates::defaults() {
        Pending::inside(folder, Path::new(name))?.finish(text)?;
    }
    let count = document::count(Templates::defaults().count(), "file");
    ui.note(&format!("wrote {count} to {}", folder.display()));
    ui.note(
        "Change what you need and delete the rest: what is not there is taken from blackstart.",
    );
    Ok(Exit::Done)
}

fn check(folder: &Path, ui: &mut Ui) -> Result<Exit, Failure> {
    let (own, _) = read(folder)?;
    load(Some(folder))?;
    let count = document::count(own.len(), "template");
    ui.note(&format!("no problem in {count} of {}", folder.display()));
    Ok(Exit::Done)
}

/// The templates, those of a folder in place of the defaults of the same name.
pub fn load(folder: Option<&Path>) -> Result<Templates, Failure> {
    let Some(folder) = folder else {
        return Templates::embedded().map_err(|error| Failure::internal(error.to_string()));
    };
    let (own, paths) = read(folder)?;
    let place = |name: &str| paths.get(name).cloned();
    let refused = |errors| Failure::Refused(refusals(errors, &own, place));
    let templates = Templates::with_overrides(&own).map_err(|error| refused(vec![error]))?;
    let faults = templates.faults();
    if faults.is_empty() { Ok(templates) } else { Err(refused(faults)) }
}

/// Texts or places by the names that templates have.
type ByName = BTreeMap<String, String>;

/// Texts and places of the files below a folder.
fn read(folder: &Path) -> Result<(ByName, ByName), Failure> {
    if fs::metadata(folder).is_ok_and(|about| !about.is_dir()) {
        return Err(Failure::Plain {
            message: format!(
                "`{}` is a file, and a folder of templates is wanted",
                folder.display()
            ),
            hints: vec!["blackstart templates export DIR writes one to start from".to_owned()],
            exit: Exit::Problems,
        });
    }
    let (mut texts, mut paths) = (BTreeMap::new(), BTreeMap::new());
    for (name, path) in files(folder, "templates")? {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
            continue;
        }
        let text = file::read_template(&path).map_err(|refusal| Failure::Refused(vec![refusal]))?;
        paths.insert(name.clone(), path.display().to_string());
        texts.insert(name, text);
    }
    Ok((texts, paths))
}
