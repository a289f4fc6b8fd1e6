//! From the text of a model to a model that the engines can take, or to everything that stands in
//! the way.

use serde::Deserialize;
use serde_json::{Value, error::Category};
use serde_path_to_error::{Path, Segment};

use super::{FORMAT, Model, check::Fault, check::check, find::find, shape::listed};
use crate::document::{Code, Document, KeyPath, Problem, Refusal};

/// Reads and checks a model. The name is that of the file.
pub fn read(name: &str, text: &str) -> Result<Model, Refusal> {
    let refuse = |problems| Err(Refusal::new(Document::unplaced(name, text), problems));
    if let Err(problem) = format(text) {
        return refuse(vec![*problem]);
    }
    let model = match decode(text) {
        Ok(model) => model,
        Err(problem) => return refuse(vec![*problem]),
    };
    match check(&model) {
        faults if faults.is_empty() => Ok(model),
        faults => refuse(located(text, faults)),
    }
}

/// Faults that get a place; the rest is only counted, and so stands at the end.
const PLACED: usize = 100;

fn located(text: &str, faults: Vec<Fault>) -> Vec<Problem> {
    let problem = |(index, fault): (usize, Fault)| {
        let place = if index < PLACED { find(text, &fault.path) } else { text.len()..text.len() };
        let message = format!("`{}` {}", fault.path, fault.message);
        Problem::new(fault.code, place, message).at(fault.path).help(fault.help)
    };
    faults.into_iter().enumerate().map(problem).collect()
}

const EMIT: &str = "emit it again: blackstart assess PROFILE --emit-model FILE";

const HELP: &str = "docs/model.md has every key with its unit and range";

/// The format is looked at before anything else, since another one has other keys.
#[derive(Deserialize)]
struct Head {
    format: Option<Value>,
}

fn format(text: &str) -> Result<(), Box<Problem>> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        let message = "this is a list, and a model is an object";
        let problem = Problem::new(Code::ModelFormat, start..start + 1, message);
        return Err(Box::new(problem.help(EMIT)));
    }
    let head: Head = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
    let problem = |message: String, help: &str| {
        let path = KeyPath::from("format");
        let place = find(text, &path);
        Box::new(Problem::new(Code::ModelFormat, place, message).at(path).help(help))
    };
    let Some(format) = head.format else {
        return Err(problem("there is no `format`: this is no model".to_owned(), EMIT));
    };
    match format.as_u64() {
        Some(number) if number == u64::from(FORMAT) => Ok(()),
        Some(number) if number < u64::from(FORMAT) => Err(problem(
            format!("format {number} was written by an older version; this one reads {FORMAT}"),
            EMIT,
        )),
        Some(number) => Err(problem(
            format!("format {number} belongs to a newer blackstart; this one reads {FORMAT}"),
            "update blackstart, or emit the model with this version",
        )),
        None => Err(problem(format!("`format` must be {FORMAT}"), EMIT)),
    }
}

fn decode(text: &str) -> Result<Model, Box<Problem>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let model: Model = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = key_path(error.path());
        value(text, path, error.inner())
    })?;
    json.end().map_err(|error| syntax(text, &error))?;
    match listed(text, &model) {
        None => Ok(model),
        Some(path) => {
            let message = format!("`{path}` must be an object, not a list");
            let problem = Problem::new(Code::ModelValue, find(text, &path), message).at(path);
            Err(Box::new(problem.help(HELP)))
        }
    }
}

fn key_path(path: &Path) -> KeyPath {
    path.iter().fold(KeyPath::root(), |path, segment| match segment {
        Segment::Seq { index } => path.index(*index),
        Segment::Map { key } => path.key(key),
        Segment::Enum { .. } | Segment::Unknown => path,
    })
}

/// A fault of JSON itself, or no object at all.
fn syntax(text: &str, error: &serde_json::Error) -> Box<Problem> {
    let at = offset(text, error);
    if error.classify() == Category::Data {
        let message = format!("this is no model: {}", said(error));
        return Box::new(Problem::new(Code::ModelFormat, at..at + 1, message).help(EMIT));
    }
    let message = format!("not JSON: {}", said(error));
    let problem = Problem::new(Code::ModelSyntax, at..at + 1, message);
    Box::new(problem.help("numbers are finite, and there are no comments and no last commas"))
}

/// A key or a value that a model does not have.
fn value(text: &str, path: KeyPath, error: &serde_json::Error) -> Box<Problem> {
    if error.classify() != Category::Data {
        return syntax(text, error);
    }
    let said = said(error);
    let place = find(text, &path);
    let of = if path.is_root() { "the model".to_owned() } else { format!("`{path}`") };
    let message = if said.starts_with("must ") {
        format!("{of} {said}")
    } else {
        format!("{of} is not accepted: {said}")
    };
    let problem = Problem::new(Code::ModelValue, place, message).at(path);
    Box::new(problem.help(HELP))
}

/// The message without the line and column at its end, which stand beside it anyway.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or(text.clone(), |end| text[..end].to_owned())
}

/// Where the parser stopped.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    start + error.column().saturating_sub(1)
}
