//! The tree against the schema that the type derives: every structural fault in one walk.
//!
//! serde would stop at the first fault and speak of types of the language. The schema knows the
//! same keys, types, choices and bounds, and the documentation of each key besides.

pub(super) mod mend;
mod mismatch;
mod node;
mod number;
mod table;
mod text;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use schemars::JsonSchema;
use serde_json::Value;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use self::node::{Kind, Node};
use super::{Code, Document, KeyPath, Problem, count, list, nearest, quoted};

/// The schema of `T`, made once: making it takes ten times as long as reading a profile.
pub(super) fn schema<T: JsonSchema>() -> Arc<Value> {
    static MADE: Mutex<BTreeMap<String, Arc<Value>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let schema = made
        .entry(T::schema_id().into_owned())
        .or_insert_with(|| Arc::new(schemars::schema_for!(T).to_value()));
    Arc::clone(schema)
}

/// Every structural fault of the tree.
pub(super) fn problems(document: &Document, root: &DeTable<'_>, schema: &Value) -> Vec<Problem> {
    let mut walk = Walk { document, root: schema, above: Vec::new(), problems: Vec::new() };
    walk.table(&Node::resolve(schema, schema), &KeyPath::root(), root, 0..0);
    match walk.problems.iter().position(is_newer) {
        // Whatever else seems wrong with a file of a newer format is likely right in that format.
        Some(newer) => vec![walk.problems.swap_remove(newer)],
        None => walk.problems,
    }
}

fn is_newer(problem: &Problem) -> bool {
    problem.path == KeyPath::from("format") && problem.label == NEWER
}

const NEWER: &str = "a newer format";

struct Walk<'a> {
    document: &'a Document,
    root: &'a Value,
    /// The tables round the present one, outermost first.
    above: Vec<(KeyPath, Node<'a>)>,
    problems: Vec<Problem>,
}

impl<'a> Walk<'a> {
    fn report(&mut self, problem: Problem, node: &Node<'_>, path: &KeyPath) {
        self.problems.push(node.explain(problem).at(path.clone()));
    }

    fn value(&mut self, node: &Node<'a>, path: &KeyPath, value: &Spanned<DeValue<'_>>) {
        match (node.kind(), value.get_ref()) {
            (Kind::Any, _) | (Kind::Truth, DeValue::Boolean(_)) => {}
            (Kind::Table, DeValue::Table(table)) => self.table(node, path, table, value.span()),
            (Kind::List, DeValue::Array(items)) => self.list(node, path, items, value),
            (Kind::Choice(choices), DeValue::String(word)) => {
                self.choice(node, path, &choices, word, value);
            }
            (Kind::Text, DeValue::String(text)) => self.text(node, path, text, value.span()),
            (Kind::Date, DeValue::Datetime(date)) => self.date(node, path, date, value.span()),
            (Kind::Whole | Kind::Number, DeValue::Integer(_) | DeValue::Float(_)) => {
                self.number(node, path, value);
            }
            (Kind::Either, _) => self.either(node, path, value),
            (_, actual) => self.wrong_type(node, path, actual, value.span()),
        }
    }

    fn list(
        &mut self,
        node: &Node<'a>,
        path: &KeyPath,
        items: &DeArray<'_>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let (least, most) = (node.count("minItems"), node.count("maxItems"));
        let fits = least.is_none_or(|least| items.len() >= least)
            && most.is_none_or(|most| items.len() <= most);
        if !fits {
            let message = format!("`{path}` {}", wanted_entries(least, most));
            let label = match items.len() {
                0 => "this is empty".to_owned(),
                entries => format!("this has {}", count(entries, "entry")),
            };
            let problem = Problem::new(Code::WrongLength, value.span(), message).label(label);
            self.report(problem, node, path);
        }
        let Some(entry) = node.entry(self.root) else {
            return;
        };
        for (index, item) in items.iter().enumerate() {
            self.value(&entry, &path.clone().index(index), item);
        }
    }

    fn choice(
        &mut self,
        node: &Node<'_>,
        path: &KeyPath,
        choices: &[&str],
        word: &str,
        value: &Spanned<DeValue<'_>>,
    ) {
        if choices.contains(&word) {
            return;
        }
        let message = format!("`{path}` cannot be {}", quoted(word));
        let problem = Problem::new(Code::UnknownValue, value.span(), message)
            .label("not one of the choices")
            .help(format!("choose {}", list(choices, "or")));
        let problem = match nearest(word, choices.iter().copied()) {
            Some(near) => problem.patch(
                value.span(),
                format!("\"{near}\""),
                format!("did you mean `{near}`?"),
            ),
            None => problem,
        };
        self.report(problem, node, path);
    }

    /// A value that may have one of several types is judged by the first that it resembles.
    fn either(&mut self, node: &Node<'a>, path: &KeyPath, value: &Spanned<DeValue<'_>>) {
        let alike = node
            .alternatives(self.root)
            .into_iter()
            .find(|alternative| alternative.kind().resembles(value.get_ref()));
        match alike {
            Some(alternative) => self.value(&alternative.noted(node), path, value),
            None => self.wrong_type(node, path, value.get_ref(), value.span()),
        }
    }
}

fn wanted_entries(least: Option<usize>, most: Option<usize>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => format!("takes {}", count(least, "entry")),
        (Some(least), Some(most)) => format!("takes {least} to {}", count(most, "entry")),
        (Some(least), None) => format!("takes at least {}", count(least, "entry")),
        (None, Some(most)) => format!("takes at most {}", count(most, "entry")),
        (None, None) => "takes entries".to_owned(),
    }
}
