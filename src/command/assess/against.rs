//! The snapshot that a run is compared with.

use std::path::{Path, PathBuf};

use crate::{
    cli::AssessArgs,
    command::snapshots::{self, all_in},
    compare::Reading,
    estate::Estate,
    failure::Failure,
    snapshot::{Snapshot, folder_name},
    ui::Ui,
};

/// A snapshot, and what its report says.
pub struct Against {
    pub path: PathBuf,
    pub snapshot: Snapshot,
    pub reading: Reading,
}

impl Against {
    /// The one that was asked for. Of a folder the last one before the day of this run is taken; a first
    /// quarter has none, which is said and is no fault.
    pub fn find(args: &AssessArgs, estate: &Estate, ui: &mut Ui) -> Result<Option<Self>, Failure> {
        let Some(path) = &args.against else { return Ok(None) };
        // The folder to which a first quarter is saved is not there yet.
        let to_come = args.save.as_ref() == Some(path) && !path.exists();
        let found = if to_come {
            None
        } else if path.is_dir() {
            last(path, estate)?
        } else {
            let snapshot = snapshots::read(path).map_err(|one| Failure::Refused(vec![one]))?;
            Some((path.clone(), snapshot))
        };
        let Some((path, snapshot)) = found else {
            ui.note(&format!(
                "note: `{}` has no snapshot from before {} to compare with",
                path.display(),
                estate.as_of
            ));
            return Ok(None);
        };
        Self::fitting(path, snapshot, estate).map(Some)
    }

    fn fitting(path: PathBuf, snapshot: Snapshot, estate: &Estate) -> Result<Self, Failure> {
        let refused = |why: String, help: &str| {
            let message = format!("`{}` cannot be compared with this run: {why}", path.display());
            Failure::Refused(vec![snapshots::problem(&path, message, help)])
        };
        let own = &estate.profile.organization;
        if snapshot.organization != own.name {
            let why = format!("it is of {}", snapshot.organization);
            return Err(refused(why, "give a snapshot of the same organisation"));
        }
        if snapshot.currency != estate.currency.value {
            let why = format!("its amounts are in {}", snapshot.currency);
            return Err(refused(why, "assess the earlier profile again in the new currency"));
        }
        if snapshot.as_of >= estate.as_of {
            let why = format!("it is of {}, which is not before this run", snapshot.as_of);
            return Err(refused(why, "give an earlier one, or a later --as-of"));
        }
        match Reading::of(&snapshot.assessment) {
            Ok(reading) => Ok(Self { path, snapshot, reading }),
            Err(error) => {
                let why = format!("its assessment cannot be read: {error}");
                Err(refused(why, "use the version of blackstart that wrote it"))
            }
        }
    }
}

/// The last snapshot before the day of the run: in the folder itself, or in that of the organisation.
fn last(folder: &Path, estate: &Estate) -> Result<Option<(PathBuf, Snapshot)>, Failure> {
    let name = &estate.profile.organization.name;
    let own = folder.join(folder_name(name));
    let (good, bad) = all_in(if own.is_dir() { &own } else { folder })?;
    if !bad.is_empty() {
        return Err(Failure::Refused(bad));
    }
    let before =
        good.into_iter().rfind(|(_, one)| one.organization == *name && one.as_of < estate.as_of);
    Ok(before)
}
