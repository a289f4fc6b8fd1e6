//! A value from a tree with faults: what is faulty is left out, or stands in for itself where it is
//! required. Nobody uses such a value; it only lets later stages judge the sound rest of a file, so
//! that all of its problems show in one run.

use serde_json::Value;
use toml::{Table, Value as Toml};

use super::{Kind, Node};
use crate::document::{KeyPath, Problem};

/// The tree without its faults. `problems` are those that the walk has found in it.
pub(in crate::document) fn mended(schema: &Value, tree: &Table, problems: &[Problem]) -> Toml {
    let faulty: Vec<&KeyPath> = problems.iter().map(|problem| &problem.path).collect();
    let mender = Mender { root: schema, faulty };
    let node = Node::resolve(schema, schema);
    Toml::Table(mender.table(&node, &KeyPath::root(), tree))
}

struct Mender<'a> {
    root: &'a Value,
    faulty: Vec<&'a KeyPath>,
}

impl<'a> Mender<'a> {
    fn table(&self, node: &Node<'a>, path: &KeyPath, table: &Table) -> Table {
        let required = node.required();
        let mut mended = Table::new();
        for key in node.keys() {
            let Some(property) = node.property(self.root, key) else { continue };
            let here = path.clone().key(key);
            let value = table.get(key).and_then(|value| self.value(&property, &here, value));
            let value = value.or_else(|| required.contains(&key).then(|| self.stand_in(&property)));
            if let Some(value) = value {
                mended.insert(key.to_owned(), value);
            }
        }
        mended
    }

    fn value(&self, node: &Node<'a>, path: &KeyPath, value: &Toml) -> Option<Toml> {
        match (node.kind(), value) {
            (Kind::Table, Toml::Table(table)) => Some(Toml::Table(self.table(node, path, table))),
            (Kind::List, Toml::Array(items)) => {
                let entry = node.entry(self.root);
                // An entry that cannot be kept leaves a stand-in, so that the others keep their
                // numbers.
                let item = |(index, item): (usize, &Toml)| match &entry {
                    Some(entry) => self
                        .value(entry, &path.clone().index(index), item)
                        .unwrap_or_else(|| self.stand_in(entry)),
                    None => item.clone(),
                };
                Some(Toml::Array(items.iter().enumerate().map(item).collect()))
            }
            _ => (!self.faulty.contains(&path)).then(|| value.clone()),
        }
    }

    /// The least that a type accepts.
    fn stand_in(&self, node: &Node<'a>) -> Toml {
        match node.kind() {
            Kind::Table => Toml::Table(self.table(node, &KeyPath::root(), &Table::new())),
            Kind::List => {
                let entry = node.entry(self.root).map(|entry| self.stand_in(&entry));
                let least = node.count("minItems").unwrap_or(0);
                Toml::Array(std::iter::repeat_n(entry, least).flatten().collect())
            }
            Kind::Choice(choices) => {
                Toml::String(choices.first().map(ToString::to_string).unwrap_or_default())
            }
            Kind::Whole => Toml::Integer(1),
            Kind::Number => Toml::Float(1.0),
            Kind::Truth => Toml::Boolean(false),
            Kind::Either => {
                let first = node.alternatives(self.root).into_iter().next();
                first.map_or(Toml::Boolean(false), |first| self.stand_in(&first))
            }
            Kind::Date | Kind::Text | Kind::Any => Toml::String(String::new()),
        }
    }
}
