//! Files that a command writes: opened before the work, complete or absent afterwards.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    cli::{Format, Written},
    failure::Failure,
    ui::Ui,
};

/// Where a document goes: a file, or a folder in which it is called `stem`; standard output where nothing is
/// said.
pub fn place(written: &Written, stem: &str) -> Result<Option<PathBuf>, Failure> {
    let Some(output) = &written.output else { return Ok(None) };
    let ending = match written.format {
        Format::Html => "html",
        Format::Markdown => "md",
        Format::Json => "json",
        Format::Terminal => {
            return Err(Failure::usage(
                "--output needs a format that is a file",
                "add --format html, markdown or json",
            ));
        }
    };
    let file = output.extension().is_some() && !output.is_dir();
    Ok(Some(if file { output.clone() } else { output.join(format!("{stem}.{ending}")) }))
}

/// Puts a text into its file, or on standard output where it has none.
pub fn deliver(pending: Option<Pending>, text: &str, ui: &mut Ui) -> Result<(), Failure> {
    match pending {
        Some(file) => ui.note(&format!("wrote {}", file.finish(text)?.display())),
        None => ui.result(text)?,
    }
    Ok(())
}

/// A file in the making, beside its final place. Dropped without [`Pending::finish`] it leaves
/// nothing.
#[derive(Debug)]
pub struct Pending {
    file: Option<File>,
    part: PathBuf,
    place: PathBuf,
}

impl Pending {
    /// Opens a file beside its final place, so that a path that cannot be written fails before the
    /// work.
    pub fn create(place: &Path) -> Result<Self, Failure> {
        let fault = |error: &std::io::Error| Failure::output(place, error);
        if place.is_dir() {
            return Err(fault(&std::io::Error::other("it is a folder")));
        }
        if let Some(folder) = place.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| fault(&error))?;
        }
        let (file, part) = part(place).map_err(|error| fault(&error))?;
        Ok(Self { file: Some(file), part, place: place.to_path_buf() })
    }

    /// The same, for a place below a folder that was named. Folders on the way that are links are refused:
    /// they could lead out of it.
    pub fn inside(folder: &Path, name: &Path) -> Result<Self, Failure> {
        refuse_links(folder, name)?;
        Self::create(&folder.join(name))
    }

    /// Writes the text, sees it safely on the disk, and puts it in its place.
    pub fn finish(mut self, text: &str) -> Result<PathBuf, Failure> {
        let fault = |error: std::io::Error| Failure::output(&self.place, &error);
        if let Some(mut file) = self.file.take() {
            file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fault)?;
            fs::rename(&self.part, &self.place).map_err(fault)?;
            sync_folder(&self.place);
        }
        Ok(self.place.clone())
    }
}

impl Pending {
    /// Writes a part of the text; the file takes its place with [`Pending::finish`].
    pub fn add(&mut self, text: &str) -> Result<(), Failure> {
        let Some(file) = &mut self.file else { return Ok(()) };
        file.write_all(text.as_bytes()).map_err(|error| Failure::output(&self.place, &error))
    }

    /// The same, but only where there is nothing yet, however many runs try at once. False where there is
    /// something, which stays as it is.
    pub fn finish_new(mut self, text: &str) -> Result<bool, Failure> {
        let fault = |error: std::io::Error| Failure::output(&self.place, &error);
        let Some(mut file) = self.file.take() else { return Ok(false) };
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fault)?;
        match fs::hard_link(&self.part, &self.place) {
            Ok(()) => {}
            Err(_) if self.place.exists() => return Ok(false),
            // Some file systems have no links; there the name is free by all that can be known.
            Err(_) => fs::rename(&self.part, &self.place).map_err(fault)?,
        }
        sync_folder(&self.place);
        Ok(true)
    }
}

/// A fault where a folder on the way from `folder` to `name` is a link.
pub fn refuse_links(folder: &Path, name: &Path) -> Result<(), Failure> {
    let mut way = folder.to_path_buf();
    for step in name.parent().into_iter().flat_map(Path::components) {
        way.push(step);
        if way.symlink_metadata().is_ok_and(|about| about.is_symlink()) {
            let message = "it is a link, which could lead out of the folder";
            return Err(Failure::output(&way, &std::io::Error::other(message)));
        }
    }
    Ok(())
}

/// Names that are tried: two runs in two containers can have one number.
const NAMES: u32 = 100;

/// A new file beside a place. It never opens what is there already, nor what a link leads to.
fn part(place: &Path) -> std::io::Result<(File, PathBuf)> {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned());
    let (name, run) = (name.unwrap_or_default(), std::process::id());
    let mut taken = std::io::ErrorKind::AlreadyExists.into();
    for count in 0..NAMES {
        let part = place.with_file_name(format!(".{name}.{run}.{count}.part"));
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => return Ok((file, part)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

/// Sees the name safely on the disk as well. Where a folder cannot be opened, its file is whole all the same.
fn sync_folder(place: &Path) {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
    let opened = File::open(folder.unwrap_or(Path::new(".")));
    let _ = opened.and_then(|folder| folder.sync_all());
}

/// Puts a new text in the place of a file that is there, with the rights that it has.
pub fn rewrite(place: &Path, text: &str) -> Result<(), Failure> {
    let rights = fs::metadata(place).map_err(|error| Failure::output(place, &error))?.permissions();
    if rights.readonly() {
        return Err(Failure::output(
            place,
            &std::io::Error::from(std::io::ErrorKind::PermissionDenied),
        ));
    }
    let pending = Pending::create(place)?;
    fs::set_permissions(&pending.part, rights).map_err(|error| Failure::output(place, &error))?;
    pending.finish(text).map(drop)
}

impl Drop for Pending {
    fn drop(&mut self) {
        // After a rename there is nothing left to remove, and a leftover is all that a failure here
        // could mean.
        let _ = fs::remove_file(&self.part);
    }
}
