//! What can be wrong with a template, and where.

use std::fmt;

use handlebars::{
    RenderError, RenderErrorReason, TemplateError as SyntaxError,
    TemplateErrorReason as SyntaxErrorReason,
};
use thiserror::Error;

use crate::document::inert;

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Name of the file below `templates/`.
    pub template: String,
    /// Line and column, both from 1, where they are known.
    pub at: Option<(usize, usize)>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "template `{}`", inert(&self.template))?;
        self.at.map_or(Ok(()), |(line, column)| write!(f, ", line {line}, column {column}"))
    }
}

/// A template that cannot be used. What it says is safe to show, whatever the template holds.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    #[error("{spot}: {}", inert(.message))]
    Syntax { spot: Spot, message: String },
    #[error("{spot}: {}", inert(.message))]
    Render { spot: Spot, message: String },
    #[error("no template is called `{}`{}", inert(.name), suggested(.nearest.as_deref()))]
    UnknownTemplate { name: String, nearest: Option<String> },
    #[error("{spot}: no template is called `{}`{}", inert(.name), suggested(.nearest.as_deref()))]
    UnknownPartial { spot: Spot, name: String, nearest: Option<String> },
    #[error("{spot}: the report has no value `{}`{}", inert(.path), suggested(.nearest.as_deref()))]
    UnknownValue { spot: Spot, path: String, known: Vec<String>, nearest: Option<String> },
    #[error("{spot}: no helper is called `{}`{}", inert(.name), suggested(.nearest.as_deref()))]
    UnknownHelper { spot: Spot, name: String, known: Vec<String>, nearest: Option<String> },
    #[error("{spot}: a partial has to be named, not computed")]
    ComputedPartial { spot: Spot },
    #[error("templates include each other without end: {}", inert(&.names.join(" > ")))]
    Cycle { names: Vec<String> },
}

impl TemplateError {
    /// The template does not parse.
    pub(super) fn syntax(file: &str, error: &SyntaxError) -> Self {
        let spot = Spot { template: file.to_owned(), at: error.pos() };
        let message = match error.reason() {
            // What follows in the original names rules of a grammar that nobody has read.
            SyntaxErrorReason::InvalidSyntax(_) => {
                "this is no expression, or a block is not closed".to_owned()
            }
            other => other.to_string(),
        };
        Self::Syntax { spot, message }
    }

    /// The template asks for something that the view or the helpers do not have.
    pub(super) fn render(error: &RenderError) -> Self {
        let name = error.template_name.as_deref().unwrap_or("report");
        let spot =
            Spot { template: super::file_name(name), at: error.line_no.zip(error.column_no) };
        let message = match error.reason() {
            RenderErrorReason::MissingVariable(Some(path)) => {
                format!("the report has no value `{path}`")
            }
            RenderErrorReason::HelperNotFound(name) => format!("no helper is called `{name}`"),
            other => other.to_string(),
        };
        Self::Render { spot, message }
    }
}

fn suggested(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}
