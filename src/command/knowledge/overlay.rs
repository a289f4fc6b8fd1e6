//! Reads the overlay folder, the only files of a knowledge base that are not in the binary.

use std::path::Path;

use crate::{
    command::folder::files,
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

/// The files of a folder.
pub fn read(folder: &Path) -> Result<Overlay, Failure> {
    let mut overlay = Overlay::new();
    let files = files(folder, "knowledge")?.into_iter();
    for (name, path) in files.filter(|(_, path)| path.extension().is_none_or(|e| e != "md")) {
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
