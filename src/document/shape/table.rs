//! Keys: those that nobody knows, and those that are not there.

use std::ops::Range;

use toml::de::DeTable;

use super::{Kind, Node, Walk};
use crate::document::{Code, KeyPath, Problem, list, nearest, quoted};

impl<'a> Walk<'a> {
    pub(super) fn table(
        &mut self,
        node: &Node<'a>,
        path: &KeyPath,
        table: &DeTable<'_>,
        span: Range<usize>,
    ) {
        let mut missing = node.required();
        missing.retain(|key| !table.contains_key(*key));
        self.above.push((path.clone(), node.clone()));
        for (key, value) in table {
            let here = path.clone().key(key.get_ref());
            match node.property(self.root, key.get_ref()) {
                Some(property) => self.value(&property, &here, value),
                None if node.is_open() => {}
                None => {
                    let meant = self.unknown_key(path, key.get_ref(), key.span(), &span);
                    // A misspelt key is one fault, not an unknown key and a missing one.
                    missing.retain(|key| Some(*key) != meant);
                }
            }
        }
        self.above.pop();
        for key in missing {
            self.missing_key(node, path, key, span.clone());
        }
    }

    /// Reports the key, and returns the one that was meant.
    fn unknown_key(
        &mut self,
        path: &KeyPath,
        key: &str,
        span: Range<usize>,
        table: &Range<usize>,
    ) -> Option<&'a str> {
        let (_, node) = self.above.last()?;
        let place = place(path);
        let problem = Problem::new(
            Code::UnknownKey,
            span.clone(),
            format!("unknown key {}{place}", quoted(key)),
        )
        .label("no such key")
        .at(path.clone().key(key));
        let known = node.keys();
        let meant = nearest(key, known.iter().copied());
        let problem = match (self.strayed(key, table), meant) {
            (Some(help), _) => problem.help(help),
            (None, Some(meant)) => problem.patch(span, meant, format!("did you mean `{meant}`?")),
            (None, None) if known.is_empty() => problem,
            (None, None) => problem.help(format!("known here: {}", list(&known, "and"))),
        };
        self.problems.push(problem);
        meant
    }

    /// A key that belongs to a table further out stands below the wrong header, which is the
    /// commonest surprise of TOML.
    fn strayed(&self, key: &str, table: &Range<usize>) -> Option<String> {
        let (_, outer) = self.above.split_last()?;
        let (path, _) = outer.iter().rev().find(|(_, node)| node.keys().contains(&key))?;
        let owner = if path.is_root() { "the file itself".to_owned() } else { format!("`{path}`") };
        let header = &self.document.text[table.clone()];
        Some(if header.starts_with('[') {
            format!("`{key}` is a key of {owner}: write it above the line `{header}`")
        } else {
            format!("`{key}` is a key of {owner}: write it there")
        })
    }

    fn missing_key(&mut self, node: &Node<'a>, path: &KeyPath, key: &str, span: Range<usize>) {
        let owner = if path.is_root() { "the file".to_owned() } else { format!("`{path}`") };
        let problem = Problem::new(Code::MissingKey, span, format!("{owner} has no `{key}`"))
            .label(format!("`{key}` is missing"))
            .at(path.clone());
        let Some(property) = node.property(self.root, key) else {
            self.problems.push(problem);
            return;
        };
        let lists_tables =
            property.entry(self.root).is_some_and(|entry| entry.kind() == Kind::Table);
        let problem = match property.kind() {
            Kind::Table if path.is_root() => problem.help(format!("begin it with `[{key}]`")),
            Kind::List if lists_tables && path.is_root() => {
                problem.help(format!("begin each entry with `[[{key}]]`"))
            }
            Kind::Choice(choices) => problem.help(format!("choose {}", list(&choices, "or"))),
            _ => problem.help(format!("`{key}` takes {}", property.noun(self.root))),
        };
        self.problems.push(property.explain(problem));
    }
}

fn place(path: &KeyPath) -> String {
    if path.is_root() { String::new() } else { format!(" in `{path}`") }
}
