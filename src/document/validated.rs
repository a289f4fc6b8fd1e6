//! The value rules that a type carries, from `validator`'s nested maps to problems with places.
//!
//! The shape walk has already judged ranges and lengths, since the schema repeats them. What
//! remains are custom rules, and ranges of values that no schema can see.

use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

use super::{Code, Document, KeyPath, Problem, Step};

/// Every broken rule, in the order of the text.
pub(super) fn problems(document: &Document, value: &impl Validate) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Err(errors) = value.validate() {
        flatten(document, &KeyPath::root(), &errors, &mut problems);
    }
    problems.sort_by_key(|problem| problem.span.start);
    problems
}

fn flatten(
    document: &Document,
    path: &KeyPath,
    errors: &ValidationErrors,
    problems: &mut Vec<Problem>,
) {
    for (field, kind) in errors.errors() {
        // Rules of a whole struct stand under this name; they have no field.
        let path = if field == "__all__" { path.clone() } else { path.clone().key(field) };
        match kind {
            ValidationErrorsKind::Struct(inner) => flatten(document, &path, inner, problems),
            ValidationErrorsKind::List(entries) => {
                for (&index, inner) in entries {
                    flatten(document, &entry(document, &path, index), inner, problems);
                }
            }
            ValidationErrorsKind::Field(faults) => {
                problems.extend(faults.iter().map(|fault| problem(document, &path, fault)));
            }
        }
    }
}

/// The path of an entry. `validator` numbers the entries of a map as well, in the order of its
/// keys.
fn entry(document: &Document, path: &KeyPath, index: usize) -> KeyPath {
    let depth = path.steps().len();
    let mut keys = document
        .places
        .range(path.clone()..)
        .map_while(|(below, _)| below.steps().starts_with(path.steps()).then_some(below.steps()))
        .filter(|steps| steps.len() == depth + 1)
        .filter_map(|steps| match &steps[depth] {
            Step::Key(key) => Some(key),
            Step::Index(_) => None,
        });
    match keys.nth(index) {
        Some(key) => path.clone().key(key),
        None => path.clone().index(index),
    }
}

fn problem(document: &Document, path: &KeyPath, fault: &ValidationError) -> Problem {
    let path = match fault.params.get("path").and_then(|path| path.as_str()) {
        Some(rest) => path.clone().join(&KeyPath::parse(rest)),
        None => path.clone(),
    };
    let code = match fault.code.as_ref() {
        "range" => Code::OutOfRange,
        "length" => Code::WrongLength,
        _ => Code::BadValue,
    };
    Problem::new(code, document.locate(&path).value, format!("`{path}` {}", demand(fault))).at(path)
}

fn demand(fault: &ValidationError) -> String {
    if let Some(message) = &fault.message {
        return message.to_string();
    }
    // The offending value stands among the parameters too; only the bounds are for showing.
    let limit = |name| fault.params.get(name).map(ToString::to_string);
    match (limit("min"), limit("max"), limit("equal")) {
        (.., Some(equal)) => format!("must have length {equal}"),
        (Some(min), Some(max), None) => format!("must lie between {min} and {max}"),
        (Some(min), None, None) => format!("must be at least {min}"),
        (None, Some(max), None) => format!("must be at most {max}"),
        (None, None, None) => format!("breaks the rule `{}`", fault.code),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::document::load;

    #[derive(Debug, Serialize, Deserialize, JsonSchema, Validate)]
    #[validate(schema(function = "ends_differ", skip_on_field_errors = false))]
    struct Trip {
        #[validate(custom(function = "is_upper"))]
        from: String,
        to: String,
    }

    #[derive(Debug, Serialize, Deserialize, JsonSchema, Validate)]
    struct Trips {
        #[validate(nested)]
        trip: Vec<Trip>,
        #[validate(nested)]
        named: BTreeMap<String, Trip>,
    }

    fn ends_differ(trip: &Trip) -> Result<(), ValidationError> {
        if trip.from != trip.to {
            return Ok(());
        }
        let mut error = ValidationError::new("same").with_message("is where it starts".into());
        error.add_param("path".into(), &"to");
        Err(error)
    }

    fn is_upper(word: &str) -> Result<(), ValidationError> {
        if word.to_uppercase() == word { Ok(()) } else { Err(ValidationError::new("upper")) }
    }

    #[test]
    fn nested_errors_become_paths_in_the_order_of_the_text() {
        let text = "[[trip]]\nfrom = \"A\"\nto = \"B\"\n[[trip]]\nfrom = \"a\"\nto = \"a\"\n\
                    [named]\nx = { from = \"A\", to = \"B\" }\ny = { from = \"C\", to = \"C\" }\n";
        let refusal = load::<Trips>("test.toml", text).unwrap_err();
        let said: Vec<_> =
            refusal.problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "`trip[1].from` breaks the rule `upper`",
                "`trip[1].to` is where it starts",
                "`named.y.to` is where it starts",
            ]
        );
        assert_eq!(&text[refusal.problems[1].span.clone()], "\"a\"");
    }
}
