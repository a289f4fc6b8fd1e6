//! Folders of snapshots on a disk: reading what is there, and adding to it without ever replacing what
//! another run wrote.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    json::json,
    output::{Pending, refuse_links},
};
use crate::{
    document::{Code, Document, Problem, Refusal, file},
    exit::Exit,
    failure::Failure,
    knowledge::{Archive, Knowledge, Overlay},
    snapshot::{self, Snapshot, SnapshotError, archive_name, sha256, snapshot_name},
    ui::Ui,
};

/// Reads one snapshot.
pub fn read(path: &Path) -> Result<Snapshot, Refusal> {
    let text = file::read_report(path)?;
    snapshot::read(&text).map_err(|error| refused(path, &error))
}

fn refused(path: &Path, error: &SnapshotError) -> Refusal {
    let message = format!("`{}` cannot be used: {error}", path.display());
    problem(path, message, error.remedy())
}

/// A snapshot that cannot be used, with what to do.
pub fn problem(path: &Path, message: String, help: &str) -> Refusal {
    let problem = Problem::new(Code::Snapshot, 0..0, message).help(help);
    Refusal::new(Document::unplaced(&path.display().to_string(), ""), vec![problem])
}

/// A snapshot, and where it stands.
pub type Found = (PathBuf, Snapshot);

/// The snapshots of one folder by day, and those that cannot be used.
pub fn all_in(folder: &Path) -> Result<(Vec<Found>, Vec<Refusal>), Failure> {
    let fault = |error: &std::io::Error| Failure::Plain {
        message: format!("cannot read the folder `{}`: {error}", folder.display()),
        hints: vec!["give the folder of an organisation below that of `--save`".to_owned()],
        exit: Exit::Problems,
    };
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| fault(&error))? {
        let entry = entry.map_err(|error| fault(&error))?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(|error| fault(&error))?);
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // Links are not followed: they could lead out of the folder.
        let own = kind.is_file() && !hidden;
        if own && path.extension().is_some_and(|ending| ending == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    for path in paths {
        match read(&path) {
            Ok(snapshot) => good.push((path, snapshot)),
            Err(refusal) => bad.push(refusal),
        }
    }
    good.sort_by_key(|(_, snapshot)| snapshot.as_of);
    Ok((good, bad))
}

/// The folder itself, and those of organisations in it. Names with a point are blackstart's own.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fault = |error: &std::io::Error| Failure::Plain {
        message: format!("cannot read the folder `{}`: {error}", folder.display()),
        hints: vec!["give the folder of `assess --save`".to_owned()],
        exit: Exit::Problems,
    };
    let mut all = vec![folder.to_path_buf()];
    let mut below = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| fault(&error))? {
        let entry = entry.map_err(|error| fault(&error))?;
        // Links are not followed: they could lead out of the folder, or round in a circle.
        let own = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if own && !entry.file_name().to_string_lossy().contains('.') {
            below.push(entry.path());
        }
    }
    below.sort();
    all.extend(below);
    Ok(all)
}

/// The knowledge base that a snapshot was made with. The fault is a sentence.
pub fn knowledge_of(path: &Path, snapshot: &Snapshot) -> Result<Knowledge, String> {
    let own = Archive::of(&Overlay::new());
    if own.hash == snapshot.inputs.knowledge {
        return own.load().map_err(|_| "the program's own knowledge base is faulty".to_owned());
    }
    let root = path.parent().and_then(Path::parent).unwrap_or(Path::new(""));
    let place = root.join(archive_name(&snapshot.inputs.knowledge));
    let name = place.display();
    let text = file::read_report(&place).map_err(|_| format!("`{name}` is not there"))?;
    if sha256(text.as_bytes()) != snapshot.inputs.archive {
        return Err(format!("`{name}` was changed after it was written"));
    }
    let archive = Archive::read(&text).ok_or_else(|| format!("`{name}` is of a later version"))?;
    archive.load().map_err(|_| format!("this version cannot read the files in `{name}`"))
}

/// A snapshot in the making: its place is open before the work begins.
pub struct Saving<'a> {
    folder: &'a Path,
    replace: bool,
    overlay: Overlay,
    pending: Pending,
    place: PathBuf,
    archive: String,
}

impl<'a> Saving<'a> {
    /// Opens the place of a run.
    pub fn open(
        folder: &'a Path,
        (organization, as_of): (&str, jiff::civil::Date),
        overlay: Overlay,
        replace: bool,
    ) -> Result<Self, Failure> {
        let name = snapshot_name(organization, as_of);
        // Before anything is written, although the knowledge base follows at the end.
        refuse_links(folder, &archive_name(""))?;
        let (pending, place) = (Pending::inside(folder, &name)?, folder.join(name));
        let archive = json(&Archive::of(&overlay))?;
        Ok(Self { folder, replace, overlay, pending, place, archive })
    }

    /// SHA-256 of the file that keeps the knowledge base.
    pub fn archive(&self) -> String {
        sha256(self.archive.as_bytes())
    }

    /// Keeps the knowledge base and then the snapshot.
    pub fn finish(self, snapshot: &Snapshot, ui: &mut Ui) -> Result<(), Failure> {
        let kept = archive_name(&Archive::of(&self.overlay).hash);
        if !self.folder.join(&kept).exists() {
            Pending::inside(self.folder, &kept)?.finish_new(&self.archive)?;
        }
        let text = json(snapshot)?;
        let place = self.place.display().to_string();
        if self.pending.finish_new(&text)? {
            ui.note(&format!("saved {place}"));
            later(&self.place, ui);
            return Ok(());
        }
        let there = read(&self.place).map_err(|refusal| Failure::Refused(vec![refusal]))?;
        if there.digest == snapshot.digest {
            ui.note(&format!("{place} is saved already and has not changed"));
            return Ok(());
        }
        if there.organization != snapshot.organization {
            return Err(taken(&place, "that of another organisation", "choose another folder"));
        }
        if !self.replace {
            let hint = "add --replace to put this run in its place, or give another --as-of";
            return Err(taken(&place, "that of another run of the same day", hint));
        }
        Pending::create(&self.place)?.finish(&text)?;
        ui.note(&format!("replaced {place}"));
        Ok(())
    }
}

/// A clock that was set back, or a run that was made up for, is told.
fn later(place: &Path, ui: &mut Ui) {
    let folder = place.parent().and_then(|folder| fs::read_dir(folder).ok());
    let all = folder
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(PathBuf::from(entry.ok()?.file_name())));
    let days = all.filter(|name| name.extension().is_some_and(|ending| ending == "json"));
    let own = place.file_name().map(PathBuf::from).unwrap_or_default();
    if let Some(last) = days.filter(|name| *name > own).max() {
        let last = last.display();
        ui.note(&format!("note: there is a snapshot of a later day already: {last}"));
    }
}

fn taken(place: &str, whose: &str, hint: &str) -> Failure {
    Failure::Plain {
        message: format!("`{place}` is there already, {whose}; nothing was saved"),
        hints: vec![hint.to_owned()],
        exit: Exit::Problems,
    }
}
