//! Text: its length, its characters, and the forms that spans of time and dates have.

use std::{ops::Range, str::FromStr};

use toml::value::Datetime;

use super::{Node, Walk};
use crate::{
    document::{Code, KeyPath, Problem, count, inert, quoted},
    knowledge::PartialDate,
    profile::Span,
};

impl<'a> Walk<'a> {
    pub(super) fn text(&mut self, node: &Node<'a>, path: &KeyPath, text: &str, span: Range<usize>) {
        let problem = bad_character(path, text, &span)
            .or_else(|| wrong_length(node, path, text, &span))
            .or_else(|| bad_form(node, path, text, &span));
        if let Some(problem) = problem {
            self.report(problem, node, path);
        }
    }

    pub(super) fn date(
        &mut self,
        node: &Node<'a>,
        path: &KeyPath,
        date: &Datetime,
        span: Range<usize>,
    ) {
        let problem = match (date.date, date.time) {
            // A day that does not exist leaves nothing behind, and the parser has said so already.
            (Some(_) | None, None) => return,
            (Some(day), Some(_)) => Problem::new(
                Code::BadDate,
                span.clone(),
                format!("`{path}` takes a date without a time"),
            )
            .patch(span, day.to_string(), "leave the time out")
            .safe(),
            (None, Some(_)) => {
                Problem::new(Code::BadDate, span, format!("`{path}` takes a date, not a time"))
            }
        };
        self.report(problem, node, path);
    }
}

/// A name that holds an escape sequence or turns its line round would carry both into every report.
fn bad_character(path: &KeyPath, text: &str, span: &Range<usize>) -> Option<Problem> {
    let bad = |&character: &char| {
        inert::overrides_text(character)
            || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
    };
    let found = text.chars().find(bad)?;
    let message = format!("`{path}` holds the invisible character {}", found.escape_unicode());
    let clean: String = text.chars().filter(|character| !bad(character)).collect();
    let problem = Problem::new(Code::BadCharacter, span.clone(), message);
    // The remedy is shown only where the clean text can stand between plain quotes.
    Some(if clean.contains(['"', '\\', '\n', '\r', '\t']) {
        problem.help("remove the character")
    } else {
        problem.patch(span.clone(), format!("\"{clean}\""), "remove the character").safe()
    })
}

fn wrong_length(
    node: &Node<'_>,
    path: &KeyPath,
    text: &str,
    span: &Range<usize>,
) -> Option<Problem> {
    let length = text.chars().count();
    let (least, most) = (node.count("minLength"), node.count("maxLength"));
    if least.is_none_or(|least| length >= least) && most.is_none_or(|most| length <= most) {
        return None;
    }
    let wanted = match (least, most) {
        (Some(_), _) if length == 0 => "must not be empty".to_owned(),
        (Some(least), Some(most)) if least == most => {
            format!("must have {}", count(least, "character"))
        }
        (Some(least), _) if length < least => {
            format!("must have at least {}", count(least, "character"))
        }
        (_, most) => {
            format!("must have at most {}", count(most.unwrap_or_default(), "character"))
        }
    };
    let label = match length {
        0 => "this is empty".to_owned(),
        _ => format!("this has {}", count(length, "character")),
    };
    Some(Problem::new(Code::WrongLength, span.clone(), format!("`{path}` {wanted}")).label(label))
}

/// Types that read themselves from text, by the name that they give their schema.
pub(super) fn form(name: &str) -> Option<(Code, Reads)> {
    match name {
        "Span" => Some((Code::BadSpan, reads::<Span>)),
        "PartialDate" => Some((Code::BadDate, reads::<PartialDate>)),
        _ => None,
    }
}

/// Says what is wrong with a text, if anything is.
type Reads = fn(&str) -> Result<(), String>;

fn reads<T: FromStr<Err = String>>(text: &str) -> Result<(), String> {
    text.parse::<T>().map(drop)
}

fn bad_form(node: &Node<'_>, path: &KeyPath, text: &str, span: &Range<usize>) -> Option<Problem> {
    let (code, reads) = node.name.and_then(form)?;
    let fault = reads(text).err()?;
    let message = format!("`{path}` cannot be {}", quoted(text));
    // The type says what it expects; it repeats the text first, which the message has said already.
    let label = fault.strip_prefix(&format!("`{text}` is ")).unwrap_or_default().to_owned();
    let problem = Problem::new(code, span.clone(), message).label(label);
    Some(match meant_span(text).filter(|meant| code == Code::BadSpan && reads(meant).is_ok()) {
        Some(meant) => problem
            .patch(span.clone(), format!("\"{meant}\""), "write the unit as one letter")
            .safe(),
        None => problem,
    })
}

/// "24 hours" is "24h", and "1 month" is "30d": never "1m", which is a minute.
fn meant_span(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let count: f64 = number.parse().ok()?;
    let (times, letter) = match unit.trim() {
        "min" | "mins" | "minute" | "minutes" => (1.0, 'm'),
        "h" | "hr" | "hrs" | "hour" | "hours" => (1.0, 'h'),
        "d" | "day" | "days" => (1.0, 'd'),
        "w" | "wk" | "week" | "weeks" => (1.0, 'w'),
        "month" | "months" => (30.0, 'd'),
        "year" | "years" => (365.0, 'd'),
        _ => return None,
    };
    Some(format!("{}{letter}", count * times))
}

#[cfg(test)]
mod tests {
    use schemars::schema_for;
    use serde_json::Value;

    use super::*;
    use crate::{knowledge::Vendor, profile::Profile};

    #[test]
    fn spans_in_words_are_understood() {
        let meant = ["24 hours", "4H", "1 month", "2 weeks", "1.5 days", "soon"].map(meant_span);
        let said = meant.each_ref().map(|meant| meant.as_deref());
        assert_eq!(said, [Some("24h"), Some("4h"), Some("30d"), Some("2w"), Some("1.5d"), None]);
    }

    /// A type with a pattern that nobody checks here would be judged by serde, one fault at a time.
    #[test]
    fn every_pattern_of_a_schema_has_a_form() {
        for schema in [schema_for!(Profile), schema_for!(Vendor)] {
            let types = schema.get("$defs").and_then(Value::as_object).unwrap();
            for (name, definition) in types {
                let patterned = definition.get("pattern").is_some();
                assert_eq!(patterned, form(name).is_some(), "{name}");
            }
        }
    }
}
