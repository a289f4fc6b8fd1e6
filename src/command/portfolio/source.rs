//! Where profiles come from: a folder, or lines of JSON.

use std::{
    fs,
    io::{self, BufRead},
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::{
    cli::PortfolioArgs,
    document::{Code, Document, MAX_BYTES, Problem, Refusal, file},
    exit::Exit,
    failure::Failure,
};

/// A profile that was given.
pub enum Given {
    /// A file, by its name from the folder.
    File { name: String, path: PathBuf },
    /// A text.
    Text { name: String, text: String },
    /// What cannot be read at all.
    Bad { name: String, code: Code, why: String },
}

impl Given {
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Text { name, .. } | Self::Bad { name, .. } => name,
        }
    }

    /// The text of the profile.
    pub fn text(&self) -> Result<String, Refusal> {
        match self {
            Self::File { path, .. } => file::read(path),
            Self::Text { text, .. } => Ok(text.clone()),
            Self::Bad { name, code, why } => {
                let problem = Problem::new(*code, 0..0, why.clone());
                Err(Refusal::new(Document::unplaced(name, ""), vec![problem]))
            }
        }
    }
}

/// All that are given, in a stable order.
pub enum Source {
    Folder(Walk),
    Lines { reader: Box<dyn BufRead>, number: usize },
}

impl Source {
    pub fn open(args: &PortfolioArgs) -> Result<Self, Failure> {
        match &args.folder {
            Some(folder) => Ok(Self::Folder(Walk::new(folder)?)),
            None => Ok(Self::Lines { reader: Box::new(io::stdin().lock()), number: 0 }),
        }
    }

    /// The next ones; none at the end.
    pub fn batch(&mut self, most: usize) -> Result<Vec<Given>, Failure> {
        let mut batch = Vec::with_capacity(most);
        while batch.len() < most {
            let next = match self {
                Self::Folder(walk) => walk.next(),
                Self::Lines { reader, number } => line(reader.as_mut(), number)?,
            };
            match next {
                Some(given) => batch.push(given),
                None => break,
            }
        }
        Ok(batch)
    }
}

/// Longest line: a profile of the greatest size, each character of it escaped.
const LONGEST: u64 = 6 * MAX_BYTES as u64 + 4096;

/// A line of the input: a file name, and the profile as TOML.
#[derive(Deserialize)]
struct Line {
    file: String,
    profile: String,
}

fn line(reader: &mut dyn BufRead, number: &mut usize) -> Result<Option<Given>, Failure> {
    let fault = |error: &io::Error| Failure::Plain {
        message: format!("cannot read standard input: {error}"),
        hints: Vec::new(),
        exit: Exit::Problems,
    };
    loop {
        let mut bytes = Vec::new();
        let mut limited = io::Read::take(&mut *reader, LONGEST);
        if limited.read_until(b'\n', &mut bytes).map_err(|error| fault(&error))? == 0 {
            return Ok(None);
        }
        *number += 1;
        let name = format!("line {number}");
        let bad = |why: String| Some(Given::Bad { name: name.clone(), code: Code::Syntax, why });
        if bytes.len() as u64 == LONGEST && bytes.last() != Some(&b'\n') {
            reader.skip_until(b'\n').map_err(|error| fault(&error))?;
            return Ok(bad("the line is longer than any profile".to_owned()));
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        return Ok(match serde_json::from_slice::<Line>(&bytes) {
            Ok(line) => Some(Given::Text { name: line.file, text: line.profile }),
            Err(error) => bad(format!(
                "this is no line such as {{\"file\": \"acme.toml\", \"profile\": \"format = 1 ...\"}}: {error}"
            )),
        });
    }
}

/// A walk through a folder in the order of names. It holds one folder of each level at a time.
pub struct Walk {
    root: PathBuf,
    open: Vec<std::vec::IntoIter<PathBuf>>,
}

impl Walk {
    fn new(root: &Path) -> Result<Self, Failure> {
        let entries = entries(root).map_err(|error| Failure::Plain {
            message: format!("cannot read the folder `{}`: {error}", root.display()),
            hints: vec!["give a folder that holds profiles".to_owned()],
            exit: Exit::Problems,
        })?;
        Ok(Self { root: root.to_path_buf(), open: vec![entries] })
    }

    fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.to_string_lossy().replace('\\', "/")
    }

    fn bad(&self, path: &Path, code: Code, why: String) -> Given {
        Given::Bad { name: self.name(path), code, why }
    }
}

impl Iterator for Walk {
    type Item = Given;

    fn next(&mut self) -> Option<Given> {
        loop {
            let Some(path) = self.open.last_mut()?.next() else {
                self.open.pop();
                continue;
            };
            let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            let profile = path.extension().is_some_and(|ending| ending == "toml");
            match fs::symlink_metadata(&path) {
                // Links could lead out of the folder, or round in a circle.
                Ok(about) if about.is_symlink() && (profile || path.is_dir()) => {
                    let why = "it is a link, and links are not followed".to_owned();
                    return Some(self.bad(&path, Code::NotAFile, why));
                }
                Ok(about) if about.is_dir() => match entries(&path) {
                    Ok(below) => self.open.push(below),
                    Err(error) => {
                        let why = format!("the folder cannot be read: {error}");
                        return Some(self.bad(&path, Code::Unreadable, why));
                    }
                },
                Ok(_) if profile => return Some(Given::File { name: self.name(&path), path }),
                Ok(_) => {}
                Err(error) => {
                    return Some(self.bad(&path, Code::Unreadable, error.to_string()));
                }
            }
        }
    }
}

fn entries(folder: &Path) -> io::Result<std::vec::IntoIter<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths.into_iter())
}
