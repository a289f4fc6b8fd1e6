//! A value of the wrong type: what it is, and the small change that would make it right.

use std::ops::Range;

use toml::de::DeValue;

use super::{Kind, Node, Walk};
use crate::document::{Code, KeyPath, Problem};

impl<'a> Walk<'a> {
    pub(super) fn wrong_type(
        &mut self,
        node: &Node<'a>,
        path: &KeyPath,
        actual: &DeValue<'_>,
        span: Range<usize>,
    ) {
        let dated = node.kind() == Kind::Date || node.name == Some("PartialDate");
        let code = if dated && is_dated(actual) { Code::BadDate } else { Code::WrongType };
        let message = format!("`{path}` takes {}", node.noun(self.root));
        let problem = Problem::new(code, span, message).label(format!("this is {}", noun(actual)));
        let problem = self.remedy(problem, node, path, actual);
        self.report(problem, node, path);
    }

    fn remedy(
        &self,
        problem: Problem,
        node: &Node<'a>,
        path: &KeyPath,
        actual: &DeValue<'_>,
    ) -> Problem {
        let span = problem.span.clone();
        let written = &self.document.text[span.clone()];
        match (node.kind(), actual) {
            (Kind::Text, DeValue::Integer(_)) if node.name == Some("Span") => {
                problem.help(format!("write the unit too: \"{written}h\" or \"{written}d\""))
            }
            (Kind::Text, DeValue::Integer(_) | DeValue::Datetime(_)) if !written.contains('"') => {
                problem.patch(span, format!("\"{written}\""), "put it in quotes").safe()
            }
            (kind, DeValue::String(text)) if bare(&kind, text) => {
                problem.patch(span, text.clone().into_owned(), "write it without quotes").safe()
            }
            (Kind::List, DeValue::Table(_)) if is_header(written, path, "[", "]") => problem
                .patch(span, format!("[{written}]"), "double the brackets: there may be several")
                .safe(),
            (Kind::Table, DeValue::Array(_)) if is_header(written, path, "[[", "]]") => {
                let single = written[1..written.len() - 1].to_owned();
                problem.patch(span, single, "use single brackets: there is only one").safe()
            }
            (Kind::List, _) if self.is_entry(node, actual) => {
                problem.patch(span, format!("[{written}]"), "put it in a list").safe()
            }
            _ => problem,
        }
    }

    /// Would the value do as the one entry of the list?
    fn is_entry(&self, node: &Node<'a>, actual: &DeValue<'_>) -> bool {
        let entry = node.entry(self.root).filter(|entry| entry.kind().resembles(actual));
        let single = node.count("minItems").is_none_or(|least| least <= 1);
        // A table under a header has no text of its own to put brackets round.
        entry.is_some() && single && !actual.is_table()
    }
}

fn is_dated(actual: &DeValue<'_>) -> bool {
    actual.is_datetime() || actual.is_str()
}

/// Would the text, without its quotes, be a value of that kind?
fn bare(kind: &Kind<'_>, text: &str) -> bool {
    match kind {
        Kind::Whole => text.parse::<i64>().is_ok(),
        Kind::Number => text.parse::<f64>().is_ok_and(f64::is_finite) && !text.starts_with('.'),
        Kind::Truth => matches!(text, "true" | "false"),
        Kind::Date => text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10,
        _ => false,
    }
}

/// Is this text the header whose last key is the path's?
fn is_header(written: &str, path: &KeyPath, open: &str, close: &str) -> bool {
    let inside = written.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inside.is_some_and(|inside| {
        !inside.starts_with('[') && inside.rsplit('.').next().map(str::trim) == path.last_key()
    })
}

fn noun(actual: &DeValue<'_>) -> &'static str {
    match actual {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
