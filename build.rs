//! Embeds `seeds/` and `templates/` in the binary under their relative names.
//!
//! TOML is the one truth for people; the program reads the same facts as JSON, which takes a
//! quarter of the time. A seed that is no TOML stops the build here.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    templates(&root.join("templates"), &out)?;
    seeds(&root.join("seeds"), &out)
}

fn templates(folder: &Path, out: &Path) -> io::Result<()> {
    let rows: String = embedded(folder)?
        .iter()
        // The form is a page of its own, which no report is made with.
        .filter(|(name, _)| !name.starts_with("form/"))
        .filter_map(|(name, path)| {
            let file = path.to_str()?;
            Some(format!("    ({name:?}, include_str!({file:?})),\n"))
        })
        .collect();
    fs::write(out.join("templates.rs"), format!("&[\n{rows}]\n"))
}

/// `seeds.rs` holds names and texts, `seeds.hash` the SHA-256 of them all.
fn seeds(folder: &Path, out: &Path) -> io::Result<()> {
    let mut rows = String::new();
    let mut hasher = Sha256::new();
    for (name, path) in embedded(folder)? {
        let text = compact(&name, fs::read_to_string(&path)?)?;
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(text.as_bytes());
        hasher.update([0]);
        // Writing to a string cannot fail.
        let _ = writeln!(rows, "    ({name:?}, {text:?}),");
    }
    let mut hash = String::new();
    for byte in hasher.finalize() {
        let _ = write!(hash, "{byte:02x}");
    }
    fs::write(out.join("seeds.rs"), format!("&[\n{rows}]\n"))?;
    fs::write(out.join("seeds.hash"), hash)
}

/// TOML as compact JSON with sorted keys; tables stay as they are.
fn compact(name: &str, text: String) -> io::Result<String> {
    if Path::new(name).extension().is_none_or(|extension| extension != "toml") {
        return Ok(text);
    }
    let fault = |error: &dyn std::fmt::Display| io::Error::other(format!("seeds/{name}: {error}"));
    let value: serde_json::Value = toml::from_str(&text).map_err(|error| fault(&error))?;
    serde_json::to_string(&value).map_err(|error| fault(&error))
}

/// Relative names and places of the files below a folder, by name.
fn embedded(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    list(folder, &mut files)?;
    let named = files.into_iter().filter_map(|path| {
        let name = path.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/");
        Some((name, path))
    });
    let mut named: Vec<(String, PathBuf)> = named.collect();
    named.sort();
    Ok(named)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() {
            list(&path, files)?;
        } else if !hidden
            && path
                .extension()
                .is_none_or(|extension| extension != "md" || path.ends_with("template.md"))
        {
            files.push(path);
        }
    }
    Ok(())
}
