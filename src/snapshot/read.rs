//! From text to a snapshot that can be trusted, or to what is wrong with it.

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::{DOCUMENT, FORMAT, Snapshot, digest, sha256};
use crate::document::{inert, quoted};

/// Why a text is no snapshot to work with.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SnapshotError {
    #[error("it is no snapshot of blackstart: {0}")]
    Unreadable(String),
    #[error("it ends in the middle: the run that wrote it, or a copy, did not finish")]
    Truncated,
    #[error("it is a document of another kind, {}", quoted(&inert(.0)))]
    Kind(String),
    #[error("its format is {found}; this version of blackstart reads formats up to {FORMAT}")]
    Newer { found: u64 },
    #[error("it was changed after it was written: its digest does not match")]
    Edited,
    #[error("a figure in it is not in range")]
    Figures,
}

impl SnapshotError {
    /// What to do about it.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::Kind(_) => {
                "give a file that `blackstart assess --save DIR` wrote"
            }
            Self::Truncated => "take it from a backup, or run `assess --save` for that day again",
            Self::Newer { .. } => "use the version of blackstart that wrote it, or a later one",
            Self::Edited | Self::Figures => {
                "take it from a backup; what was changed by hand is not trusted"
            }
        }
    }
}

#[derive(Deserialize)]
struct Head {
    document: String,
    format: u64,
}

/// Reads a snapshot of any format that was ever written, and makes sure that nobody has changed it.
pub fn read(text: &str) -> Result<Snapshot, SnapshotError> {
    let document: Value = serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            SnapshotError::Truncated
        } else {
            SnapshotError::Unreadable(error.to_string())
        }
    })?;
    let unreadable = |error: serde_json::Error| SnapshotError::Unreadable(error.to_string());
    let head = Head::deserialize(&document).map_err(unreadable)?;
    if head.document != DOCUMENT {
        return Err(SnapshotError::Kind(head.document));
    }
    if head.format > u64::from(FORMAT) {
        return Err(SnapshotError::Newer { found: head.format });
    }
    let snapshot = Snapshot::deserialize(&document).map_err(unreadable)?;
    let whole = snapshot.inputs.profile == sha256(snapshot.profile.text.as_bytes());
    if !whole || snapshot.digest != digest::of_value(document) {
        return Err(SnapshotError::Edited);
    }
    let sound = |p: f64| (0.0..=1.0).contains(&p);
    if !snapshot.forecasts.iter().all(|one| sound(one.probability)) {
        return Err(SnapshotError::Figures);
    }
    Ok(snapshot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_snapshot_is_told_apart() {
        assert_eq!(read("{\"document\": \"snap"), Err(SnapshotError::Truncated));
        assert!(matches!(read("[]"), Err(SnapshotError::Unreadable(_))));
        let plan = r#"{"document": "plan", "format": 1}"#;
        assert_eq!(read(plan), Err(SnapshotError::Kind("plan".to_owned())));
        let newer = r#"{"document": "snapshot", "format": 9}"#;
        assert_eq!(read(newer), Err(SnapshotError::Newer { found: 9 }));
    }
}
