//! `import`: rows of spreadsheets into a profile.

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml_edit::DocumentMut;

use super::{clock, init::create, knowledge, output::rewrite, subject::Subject};
use crate::{
    cli::{ImportCommand, ImportCsvArgs},
    document::{Document, Refusal, file, inert},
    exit::Exit,
    failure::Failure,
    gallery::SCHEMA_LINE,
    import::{Changes, Sheet, merge, read},
    ui::Ui,
    words,
};

/// Imports what was named.
pub fn run(what: &ImportCommand, ui: &mut Ui) -> Result<Exit, Failure> {
    match what {
        ImportCommand::Csv(args) => csv(args, ui),
    }
}

fn csv(args: &ImportCsvArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let as_of = clock::day(args.context.as_of);
    let there = args.profile.symlink_metadata().is_ok();
    let old = if there {
        file::read(&args.profile).map_err(|refusal| Failure::Refused(vec![refusal]))?
    } else {
        begun(&args.profile)
    };
    let mut refusals = Vec::new();
    let mut sheets = Vec::new();
    for (sheet, path) in given(args) {
        let name = path.display().to_string();
        match file::read(path).and_then(|text| read(&name, &text, sheet, &knowledge, as_of)) {
            Ok(rows) => sheets.push((sheet, name, rows)),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if !refusals.is_empty() {
        return Err(Failure::Refused(refusals));
    }
    let mut text = parsed(args, &old, &knowledge, as_of)?;
    let mut lines = Vec::new();
    for (sheet, name, rows) in &sheets {
        if !rows.unused.is_empty() {
            let unused: Vec<String> =
                rows.unused.iter().map(|one| inert(one).into_owned()).collect();
            ui.note(&format!(
                "note: {} has columns that are not read: {}",
                inert(name),
                words::list(&unused)
            ));
        }
        let changes = merge(&mut text, *sheet, &rows.rows).map_err(|message| Failure::Plain {
            message: format!("{}: {message}", inert(name)),
            hints: vec!["nothing was written".to_owned()],
            exit: Exit::Problems,
        })?;
        lines.push(summary(*sheet, changes));
    }
    if !there {
        guess_home(&mut text);
    }
    let new = text.to_string();
    let name = format!("{} (after the import; nothing was written)", args.profile.display());
    Subject::of(&name, &new, &knowledge, as_of)
        .map_err(|refusal| Failure::Refused(vec![refusal]))?;
    if there {
        let place = fs::canonicalize(&args.profile)
            .map_err(|error| Failure::output(&args.profile, &error))?;
        rewrite(&place, &new)?;
    } else {
        create(&args.profile, &new, &knowledge, ui)?;
    }
    ui.result(&format!("{}: {}\n", inert(&args.profile.display().to_string()), lines.join("; ")))?;
    Ok(Exit::Done)
}

/// The sheets, in the order in which later ones may name what earlier ones bring.
fn given(args: &ImportCsvArgs) -> Vec<(Sheet, &PathBuf)> {
    let all = [
        (Sheet::Regions, &args.regions),
        (Sheet::Channels, &args.channels),
        (Sheet::Activities, &args.activities),
    ];
    all.into_iter().filter_map(|(sheet, path)| path.as_ref().map(|path| (sheet, path))).collect()
}

/// A profile that is not there yet is named after its file.
fn begun(path: &Path) -> String {
    let stem = path.file_stem().map_or_else(|| "Acme".into(), |stem| stem.to_string_lossy());
    let name = toml::Value::String(stem.into_owned());
    format!(
        "{SCHEMA_LINE}format = 1\n\n[organization]\nname = {name}  # from the file: correct it\n"
    )
}

/// Where nothing says it, the head office is taken to be in the first country.
fn guess_home(text: &mut DocumentMut) {
    let regions = text.get("region").and_then(toml_edit::Item::as_array_of_tables);
    let first = regions.and_then(|all| all.get(0));
    let country = first.and_then(|entry| entry.get("country")?.as_str().map(str::to_owned));
    if let Some(country) = country {
        let mut home = toml_edit::Value::from(country);
        home.decor_mut().set_suffix("  # the first country: correct it");
        if let Some(organization) = text.get_mut("organization").and_then(|one| one.as_table_mut())
        {
            organization.insert("home", toml_edit::Item::Value(home));
        }
    }
}

fn parsed(
    args: &ImportCsvArgs,
    old: &str,
    knowledge: &crate::knowledge::Knowledge,
    as_of: jiff::civil::Date,
) -> Result<DocumentMut, Failure> {
    old.parse().map_err(|error: toml_edit::TomlError| {
        // The check says it better, and finds whatever else there is.
        let name = args.profile.display().to_string();
        let refusal = Subject::of(&name, old, knowledge, as_of).err().unwrap_or_else(|| {
            Refusal::new(
                Document::unplaced(&name, old),
                vec![crate::document::Problem::new(
                    crate::document::Code::Syntax,
                    error.span().unwrap_or(0..0),
                    error.message(),
                )],
            )
        });
        Failure::Refused(vec![refusal])
    })
}

fn summary(sheet: Sheet, changes: Changes) -> String {
    let many = |number: usize| words::count(number, sheet.table());
    format!("{} added, {} changed", many(changes.added), changes.changed)
}
