//! Reports of earlier runs.

use std::path::{Path, PathBuf};

use super::{assess::Against, snapshots};
use crate::{
    document::{Code, Document, Problem, Refusal, file},
    estate::Estate,
    failure::Failure,
    report::earlier::{Earlier, EarlierError},
    snapshot::Snapshot,
};

/// Reads them all, with that of the snapshot that the run is compared with, or says what is wrong with each
/// of them.
pub fn read(
    paths: &[PathBuf],
    against: Option<&Against>,
    estate: &Estate,
) -> Result<Vec<Earlier>, Failure> {
    let (mut reports, mut refusals) = (Vec::new(), Vec::new());
    let given = paths.iter().map(|path| one(path, estate));
    let compared = against.map(|one| taken(&one.path, &one.snapshot, estate));
    for read in given.chain(compared) {
        match read {
            Ok(report) => reports.push(report),
            Err(refusal) => refusals.push(*refusal),
        }
    }
    if refusals.is_empty() { Ok(reports) } else { Err(Failure::Refused(refusals)) }
}

fn one(path: &Path, estate: &Estate) -> Result<Earlier, Box<Refusal>> {
    let text = file::read_report(path)?;
    if Earlier::is_snapshot(&text) {
        return taken(path, &snapshots::read(path)?, estate);
    }
    let organization = &estate.profile.organization.name;
    Earlier::read(&text, organization, &estate.currency.value, estate.as_of)
        .map_err(|error| Box::new(refused(path, &error)))
}

/// The report that a snapshot holds.
fn taken(path: &Path, snapshot: &Snapshot, estate: &Estate) -> Result<Earlier, Box<Refusal>> {
    let organization = &estate.profile.organization.name;
    let report = snapshot.assessment.clone();
    Earlier::of(report, organization, &estate.currency.value, estate.as_of)
        .map_err(|error| Box::new(refused(path, &error)))
}

fn refused(path: &Path, error: &EarlierError) -> Refusal {
    let name = path.display().to_string();
    let message = format!("`{name}` is no earlier report of this organisation: {error}");
    let help = match error {
        EarlierError::Newer { .. } => "use the version of blackstart that wrote it, or a later one",
        EarlierError::Day(_) => "give --as-of a later day, or leave this report out",
        _ => "give what `blackstart assess --format json` wrote for the same organisation before",
    };
    let problem = Problem::new(Code::EarlierReport, 0..0, message).help(help);
    Refusal::new(Document::unplaced(&name, ""), vec![problem])
}
