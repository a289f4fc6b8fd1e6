//! Failures that a user can cause and mend, with hints.

use std::path::Path;

use crate::{
    analysis::Disagreement, document::Refusal, exit::Exit, knowledge::Fault, report::TemplateError,
};

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// Files with problems: a profile, or several.
    Refused(Vec<Refusal>),
    /// A knowledge overlay with faults.
    Knowledge(Vec<Fault>),
    /// Anything else, in one line with hints.
    Plain { message: String, hints: Vec<String>, exit: Exit },
}

impl Failure {
    /// A fault of the command line that clap cannot see.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Plain { message: message.into(), hints: vec![hint.into()], exit: Exit::Usage }
    }

    /// An output that cannot be written.
    pub fn output(path: &Path, error: &std::io::Error) -> Self {
        Self::Plain {
            message: format!("cannot write `{}`: {error}", path.display()),
            hints: vec!["choose another place with --output; nothing was written".to_owned()],
            exit: Exit::Problems,
        }
    }

    /// A template that fails while it is filled in: values are there, but a helper cannot use one.
    pub fn template(error: &TemplateError) -> Self {
        Self::Plain {
            message: error.to_string(),
            hints: vec![
                "blackstart templates check DIR tries the templates of a folder".to_owned(),
            ],
            exit: Exit::Problems,
        }
    }

    /// A fault of the program itself.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::Plain {
            message: message.into(),
            hints: vec![
                "this is a fault of blackstart: please report it with the profile".to_owned(),
            ],
            exit: Exit::Internal,
        }
    }

    pub const fn exit(&self) -> Exit {
        match self {
            Self::Refused(_) | Self::Knowledge(_) => Exit::Problems,
            Self::Plain { exit, .. } => *exit,
        }
    }
}

impl From<Disagreement> for Failure {
    fn from(disagreement: Disagreement) -> Self {
        Self::internal(disagreement.to_string())
    }
}
