//! Reads the overlay folder, the only files of a knowledge base that are not in the binary.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    document::file,
    exit::Exit,
    failure::Failure,
    knowledge::{self, Fault, FileKind, Knowledge, Overlay},
};

/// The embedded knowledge base under the overlay, if one is given.
pub fn load(folder: Option<&Path>) -> Result<Knowledge, Failure> {
    judge(folder)?.map_err(Failure::Knowledge)
}

/// The same, with the faults of the overlay as values.
pub fn judge(folder: Option<&Path>) -> Result<Result<Knowledge, Vec<Fault>>, Failure> {
    let overlay = folder.map_or_else(|| Ok(Overlay::new()), read)?;
    Ok(knowledge::load(&overlay))
}

fn read(folder: &Path) -> Result<Overlay, Failure> {
    let mut overlay = Overlay::new();
    for path in list(folder)? {
        let relative = path.strip_prefix(folder).unwrap_or(&path);
        let name = relative.to_string_lossy().replace('\\', "/");
        if FileKind::of(&name).is_none() {
            return Err(Failure::Plain {
                message: format!(
                    "`{name}` in the knowledge folder is not a file of a knowledge base"
                ),
                hints: vec![
                    "names are those of docs/knowledge.md, such as vendors/acme-chat.toml"
                        .to_owned(),
                ],
                exit: Exit::Problems,
            });
        }
        let text = file::read(&path).map_err(|refusal| Failure::Refused(vec![refusal]))?;
        overlay.insert(name, text);
    }
    Ok(overlay)
}

/// Files below the folder, sorted. Links are not followed: they could lead out of it.
fn list(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fault = |path: &Path, error: &std::io::Error| Failure::Plain {
        message: format!("cannot read the knowledge folder `{}`: {error}", path.display()),
        hints: Vec::new(),
        exit: Exit::Problems,
    };
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).map_err(|error| fault(&at, &error))? {
            let entry = entry.map_err(|error| fault(&at, &error))?;
            let kind = entry.file_type().map_err(|error| fault(&at, &error))?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && !hidden {
                folders.push(entry.path());
            } else if kind.is_file()
                && !hidden
                && entry.path().extension().is_none_or(|e| e != "md")
            {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}
