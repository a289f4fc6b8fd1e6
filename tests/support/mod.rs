//! Runs the real binary in a scrubbed environment and a folder of its own.

pub mod views;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

/// One run of the tool, in the making.
pub struct Tool {
    folder: TempDir,
    args: Vec<String>,
}

/// What came of it.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    folder: TempDir,
}

impl Tool {
    pub fn new(args: &[&str]) -> Self {
        let args = args.iter().map(|arg| (*arg).to_owned()).collect();
        Self { folder: tempfile::tempdir().unwrap(), args }
    }

    /// Puts a file in the folder of the run.
    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Puts an example profile in the folder of the run.
    pub fn profile(self, name: &str) -> Self {
        let text = fs::read(root().join("profiles").join(name)).unwrap();
        self.file(name, text)
    }

    pub fn run(self) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_blackstart"));
        command.args(&self.args).current_dir(self.folder.path());
        let Output { status, stdout, stderr } = alone(&mut command).output().unwrap();
        Ran {
            code: status.code().expect("the tool was killed by a signal"),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
            folder: self.folder,
        }
    }
}

impl Ran {
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "no {text:?} in stderr:\n{}", self.stderr);
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// Names of everything in the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        list(self.folder.path(), self.folder.path(), &mut names);
        names.sort();
        names
    }
}

/// A command that knows nothing of its surroundings, but where lines that are covered are noted down.
pub fn alone(command: &mut Command) -> &mut Command {
    const NOTED: &str = "LLVM_PROFILE_FILE";
    command.env_clear().envs(std::env::var_os(NOTED).map(|place| (NOTED, place)))
}

fn list(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(root, &path, names);
        } else {
            names.push(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
}

/// The folder of the package.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Names of all keys of a JSON text, however deep.
pub fn keys(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                into.insert(key.clone());
                keys(value, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, into)),
        _ => {}
    }
}
