//! Files below a folder that a person names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{exit::Exit, failure::Failure};

/// Files below a folder with their names from there, sorted. Hidden files are left out, and links are
/// not followed: they could lead out of it.
pub fn files(folder: &Path, what: &str) -> Result<Vec<(String, PathBuf)>, Failure> {
    let fault = |path: &Path, error: &std::io::Error| Failure::Plain {
        message: format!("cannot read the {what} folder `{}`: {error}", path.display()),
        hints: Vec::new(),
        exit: Exit::Problems,
    };
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).map_err(|error| fault(&at, &error))? {
            let entry = entry.map_err(|error| fault(&at, &error))?;
            let kind = entry.file_type().map_err(|error| fault(&at, &error))?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                let relative = path.strip_prefix(folder).unwrap_or(&path);
                files.push((relative.to_string_lossy().replace('\\', "/"), path));
            }
        }
    }
    files.sort();
    Ok(files)
}
