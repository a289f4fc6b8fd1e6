//! How a file of an overlay is laid over the embedded file of the same name, fact by fact.
//!
//! A key at the top replaces the embedded one; entries of lists replace the entry of the same
//! identity or are added. The file itself is checked first, with places, as far as it goes.

use std::{borrow::Cow, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use validator::{Validate, ValidationErrors};

use super::files::FileKind;

/// Some keys of a `T`: what a file may hold that leaves the rest to the embedded file. `DEEP` where
/// keys of its tables may be left out too.
pub struct Partial<T, const DEEP: bool> {
    pub keys: Map<String, Value>,
    whole: PhantomData<T>,
}

impl<'de, T, const DEEP: bool> Deserialize<'de> for Partial<T, DEEP> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(|keys| Self { keys, whole: PhantomData })
    }
}

impl<T: JsonSchema, const DEEP: bool> JsonSchema for Partial<T, DEEP> {
    fn schema_name() -> Cow<'static, str> {
        format!("Partial{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("partial {DEEP} {}", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        schema.insert("required".to_owned(), serde_json::json!(["format"]));
        let tables = generator.definitions_mut().values_mut().filter(|_| DEEP);
        for table in tables.filter_map(Value::as_object_mut) {
            table.remove("required");
        }
        schema
    }
}

impl<T, const DEEP: bool> Validate for Partial<T, DEEP> {
    /// Ranges and lengths stand in the schema too, which has been checked by then.
    fn validate(&self) -> Result<(), ValidationErrors> {
        Ok(())
    }
}

/// Lists whose entries have an identity, with the keys that make it.
type Lists = &'static [(&'static str, &'static [&'static str])];

/// The identity of most entries.
const ID: &[&str] = &["id"];

const fn lists(kind: FileKind) -> Lists {
    match kind {
        FileKind::Vendor => &[("block", &["country", "scope", "from"])],
        FileKind::Jurisdiction => &[("lever", &["kind"]), ("legality", &["means"])],
        FileKind::Nodes | FileKind::Precedents | FileKind::Announced | FileKind::Sources => {
            &[("node", ID), ("precedent", ID), ("announced", ID), ("source", ID)]
        }
        FileKind::Disputes => &[("dispute", ID)],
        FileKind::Backtest => &[("outcome", ID)],
        FileKind::Ladder => &[("stage", &["stage"]), ("lead_time", &["transition"])],
        FileKind::Switchover => &[("step", ID), ("words", &["to", "when"]), ("before", &["lack"])],
        _ => &[],
    }
}

/// Files of parameters: a table is no fact but a set of them, so its keys are replaced singly.
pub const fn has_parameters(kind: FileKind) -> bool {
    matches!(kind, FileKind::Method | FileKind::Streams | FileKind::Backtest)
}

/// Keys that say what the file is about; they may be repeated but not changed.
const FIXED: [&str; 3] = ["format", "id", "code"];

/// Lays `over` over `under` and names what is new or different: "encryption", "lever vpn-restriction".
pub fn lay(
    kind: FileKind,
    under: &mut Map<String, Value>,
    over: Map<String, Value>,
) -> Result<Vec<String>, String> {
    let mut changed = Vec::new();
    for (key, value) in over {
        let identity = lists(kind).iter().find(|(list, _)| *list == key).map(|(_, keys)| *keys);
        match (identity, under.get_mut(&key), value) {
            (_, Some(before), value) if *before == value => {}
            (_, Some(before), value) if FIXED.contains(&key.as_str()) => {
                return Err(format!(
                    "`{key}` is {before} in the embedded file of this name and cannot become \
                     {value}; give the file another name to add something new"
                ));
            }
            (Some(identity), Some(Value::Array(before)), Value::Array(entries)) => {
                changed.extend(lay_list(&key, identity, before, entries));
            }
            (_, Some(Value::Object(before)), Value::Object(table)) if has_parameters(kind) => {
                for (name, parameter) in table {
                    if before.get(&name) != Some(&parameter) {
                        changed.push(format!("{key}.{name}"));
                        before.insert(name, parameter);
                    }
                }
            }
            (Some(identity), None, Value::Array(entries)) => {
                let mut list = Vec::new();
                changed.extend(lay_list(&key, identity, &mut list, entries));
                under.insert(key, Value::Array(list));
            }
            (_, _, value) => {
                changed.push(key.clone());
                under.insert(key, value);
            }
        }
    }
    Ok(changed)
}

fn lay_list(
    list: &str,
    identity: &[&str],
    before: &mut Vec<Value>,
    entries: Vec<Value>,
) -> Vec<String> {
    let same = |a: &Value, b: &Value| identity.iter().all(|key| a.get(key) == b.get(key));
    let mut changed = Vec::new();
    for entry in entries {
        if before.contains(&entry) {
            continue;
        }
        changed.push(named(list, identity, &entry));
        match before.iter_mut().find(|one| same(one, &entry)) {
            Some(one) => *one = entry,
            None => before.push(entry),
        }
    }
    changed
}

/// "lever vpn-restriction", "block XX full 2026-02-11".
fn named(list: &str, identity: &[&str], entry: &Value) -> String {
    let mut words = vec![list.to_owned()];
    words.extend(identity.iter().filter_map(|key| match entry.get(key)? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn keys_are_replaced_and_entries_matched() {
        let mut under = map(&serde_json::json!({
            "format": 1, "code": "XX",
            "lever": [{ "kind": "a", "value": "none" }, { "kind": "b", "value": "none" }],
        }));
        let over = map(&serde_json::json!({
            "format": 1, "name": "New",
            "lever": [{ "kind": "b", "value": "enforced" }, { "kind": "c", "value": "none" }],
        }));
        let changed = lay(FileKind::Jurisdiction, &mut under, over).unwrap();
        assert_eq!(changed, ["lever b", "lever c", "name"]);
        assert_eq!(under["lever"][1]["value"], "enforced");
        assert_eq!(under["lever"].as_array().map(Vec::len), Some(3));
    }

    #[test]
    fn what_is_the_same_is_no_change_and_an_id_stays() {
        let mut under = map(&serde_json::json!({ "format": 1, "id": "a", "aliases": ["b"] }));
        let same = under.clone();
        assert_eq!(lay(FileKind::Vendor, &mut under, same), Ok(Vec::new()));
        let other = map(&serde_json::json!({ "id": "c" }));
        assert!(lay(FileKind::Vendor, &mut under, other).is_err());
    }

    #[test]
    fn parameters_are_replaced_singly() {
        let mut under = map(&serde_json::json!({ "harm": { "band": 0.8, "offset": 95.0 } }));
        let over = map(&serde_json::json!({ "harm": { "band": 0.9 } }));
        assert_eq!(lay(FileKind::Method, &mut under, over), Ok(vec!["harm.band".to_owned()]));
        assert_eq!(under["harm"]["offset"], 95.0);
    }
}
