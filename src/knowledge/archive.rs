//! The texts of a knowledge base as they stood on a day, so that a run of that day can be repeated by a
//! later version of the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Fault, Knowledge,
    files::{EMBEDDED, Overlay},
    history::{LEVERS, POPULATION},
    load::{hash, load_over},
};

/// Version of the archive.
pub const FORMAT: u32 = 1;

/// What kind of document it is.
const DOCUMENT: &str = "knowledge";

/// A knowledge base as text. Tables that only a look at past years needs are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    document: String,
    format: u32,
    /// SHA-256 of all files, as runs name it.
    pub hash: String,
    /// Files of the program, by name.
    embedded: BTreeMap<String, String>,
    /// Files of the user's folder, by name.
    overlay: Overlay,
}

impl Archive {
    /// What this program has in it, under an overlay.
    pub fn of(overlay: &Overlay) -> Self {
        let kept = EMBEDDED.iter().filter(|(name, _)| ![LEVERS, POPULATION].contains(name));
        Self {
            document: DOCUMENT.to_owned(),
            format: FORMAT,
            hash: hash(overlay),
            embedded: kept.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
            overlay: overlay.clone(),
        }
    }

    /// Reads one; `None` for a text that is none, or one of a later version.
    pub fn read(text: &str) -> Option<Self> {
        let archive: Self = serde_json::from_str(text).ok()?;
        (archive.document == DOCUMENT && archive.format <= FORMAT).then_some(archive)
    }

    /// The knowledge base of that day, as far as this version of the program can read it.
    pub fn load(&self) -> Result<Knowledge, Vec<Fault>> {
        let base = self.embedded.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        load_over(base, &self.overlay, self.hash.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_gives_the_same_knowledge() {
        let mut overlay = Overlay::new();
        let method = "format = 1\n[harm]\nmaterial_points = 4.0\n".to_owned();
        overlay.insert("method.toml".to_owned(), method);
        let text = serde_json::to_string(&Archive::of(&overlay)).unwrap();
        let kept = Archive::read(&text).unwrap().load().unwrap();
        let now = super::super::load(&overlay).unwrap();
        assert_eq!(kept.hash, now.hash);
        assert_eq!(kept.method, now.method);
        assert_eq!(kept.vendors.len(), now.vendors.len());
        assert_eq!(kept.precedents, now.precedents);
        assert!((kept.method.harm.material_points - 4.0).abs() < 1e-12);
    }

    #[test]
    fn other_documents_are_none() {
        assert!(Archive::read("{}").is_none());
        let later = Archive { format: FORMAT + 1, ..Archive::of(&Overlay::new()) };
        assert!(Archive::read(&serde_json::to_string(&later).unwrap()).is_none());
    }
}
