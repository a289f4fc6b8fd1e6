//! Faults of templates as problems with a place in a file.

use std::{collections::BTreeMap, ops::Range};

use super::{Spot, TemplateError, Templates};
use crate::document::{Code, Document, Problem, Refusal};

/// Names that are told of those that exist.
const TOLD: usize = 40;

/// One refusal for each template with faults. `own` are texts of a person's own templates by name, and
/// `place` gives the path of one of them.
pub fn refusals(
    errors: Vec<TemplateError>,
    own: &BTreeMap<String, String>,
    place: impl Fn(&str) -> Option<String>,
) -> Vec<Refusal> {
    let mut by_template: BTreeMap<String, Vec<TemplateError>> = BTreeMap::new();
    for error in errors {
        by_template.entry(template(&error)).or_default().push(error);
    }
    let refusal = |(name, errors): (String, Vec<TemplateError>)| {
        let default =
            || Templates::defaults().find(|(known, _)| *known == name).map(|(_, text)| text);
        let text = own.get(&name).map(String::as_str).or_else(default).unwrap_or_default();
        let shown = place(&name).unwrap_or_else(|| format!("{name} (as built in)"));
        let document = Document::unplaced(&shown, text);
        let problems = errors.iter().map(|error| problem(error, text)).collect();
        Refusal::new(document, problems)
    };
    by_template.into_iter().map(refusal).collect()
}

/// The template that an error is about.
fn template(error: &TemplateError) -> String {
    match error {
        TemplateError::UnknownTemplate { name, .. } => name.clone(),
        TemplateError::Cycle { names } => names.first().cloned().unwrap_or_default(),
        TemplateError::Syntax { spot, .. }
        | TemplateError::Render { spot, .. }
        | TemplateError::UnknownValue { spot, .. }
        | TemplateError::UnknownHelper { spot, .. }
        | TemplateError::UnknownPartial { spot, .. }
        | TemplateError::ComputedPartial { spot } => spot.template.clone(),
    }
}

fn problem(error: &TemplateError, text: &str) -> Problem {
    match error {
        TemplateError::Syntax { spot, message } => {
            Problem::new(Code::TemplateSyntax, span(spot, text), message.clone())
        }
        TemplateError::Render { spot, message } => {
            Problem::new(Code::TemplateValue, span(spot, text), message.clone())
        }
        TemplateError::UnknownTemplate { name, nearest } => helped(
            Problem::new(Code::TemplateName, 0..0, format!("no template is called `{name}`")),
            nearest.as_deref(),
            "blackstart templates list names them all",
        ),
        TemplateError::UnknownValue { spot, path, known, nearest } => helped(
            Problem::new(
                Code::TemplateValue,
                span(spot, text),
                format!("the report has no value `{path}` here"),
            ),
            nearest.as_deref(),
            &told("here are", known),
        ),
        TemplateError::UnknownHelper { spot, name, known, nearest } => helped(
            Problem::new(
                Code::TemplateHelper,
                span(spot, text),
                format!("no helper is called `{name}`"),
            ),
            nearest.as_deref(),
            &told("helpers are", known),
        ),
        TemplateError::UnknownPartial { spot, name, nearest } => helped(
            Problem::new(
                Code::TemplatePartial,
                span(spot, text),
                format!("no template is called `{name}`"),
            ),
            nearest.as_deref(),
            "blackstart templates list names them all",
        ),
        TemplateError::ComputedPartial { spot } => Problem::new(
            Code::TemplatePartial,
            span(spot, text),
            "a partial has to be named, not computed",
        ),
        TemplateError::Cycle { names } => Problem::new(
            Code::TemplateCycle,
            0..0,
            format!("templates include each other without end: {}", names.join(" > ")),
        ),
    }
}

fn helped(problem: Problem, nearest: Option<&str>, otherwise: &str) -> Problem {
    let meant = nearest.map(|name| format!("did you mean `{name}`?"));
    let problem = match meant {
        Some(meant) => problem.help(meant),
        None => problem,
    };
    if otherwise.is_empty() { problem } else { problem.help(otherwise) }
}

/// The names that exist, where there are any.
fn told(before: &str, known: &[String]) -> String {
    if known.is_empty() {
        return "this value has nothing below it".to_owned();
    }
    let names: Vec<&str> = known.iter().take(TOLD).map(String::as_str).collect();
    let more = known.len().saturating_sub(TOLD);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{before}: {}{rest}", names.join(", "))
}

/// From a place to the end of the expression that begins there, or of its line.
fn span(spot: &Spot, text: &str) -> Range<usize> {
    let Some((line, column)) = spot.at else { return 0..0 };
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let from = start + within;
    let tail = text.get(from..).unwrap_or_default();
    let line_end = tail.find('\n').unwrap_or(tail.len());
    let end = tail.find("}}").map_or(line_end, |at| (at + 2).min(line_end.max(1)));
    from..from + end
}
