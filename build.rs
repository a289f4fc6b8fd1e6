//! Lists the files of `seeds/` and `templates/` so that they are embedded in the binary under their
//! relative names.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    for folder in ["seeds", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        list(&root.join(folder), &mut files)?;
        files.sort();
        let rows: String = files
            .iter()
            .filter_map(|path| {
                let file = path.to_str()?;
                let name = path.strip_prefix(root.join(folder)).ok()?.to_str()?.replace('\\', "/");
                Some(format!("    ({name:?}, include_str!({file:?})),\n"))
            })
            .collect();
        fs::write(out.join(format!("{folder}.rs")), format!("&[\n{rows}]\n"))?;
    }
    Ok(())
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
