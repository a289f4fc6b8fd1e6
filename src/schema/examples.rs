//! Examples of what a key may hold, taken from the example profiles: each of them passes `check`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::reference::{alternatives, definition, target};
use crate::gallery::{EXAMPLES, STARTER};

/// So many examples tell what is meant; more are a list to read.
const MOST: usize = 3;
/// Longer texts explain an organisation rather than a key.
const LONGEST: usize = 60;

/// Examples by the object and the key that hold them. The document itself has no name.
type Found = BTreeMap<(String, String), Vec<Value>>;

/// Puts examples beside each key for which the example profiles have any.
pub fn add(schema: &mut Value) {
    let mut found = Found::new();
    let texts = EXAMPLES.iter().map(|(_, text)| *text).chain([STARTER]);
    for profile in texts.filter_map(|text| toml::from_str::<toml::Table>(text).ok()) {
        let profile = plain(&toml::Value::Table(profile));
        gather(&mut found, schema, schema, "", &profile);
    }
    for ((object, key), examples) in found {
        let object = if object.is_empty() {
            Some(&mut *schema)
        } else {
            schema.get_mut("definitions").and_then(|all| all.get_mut(&object))
        };
        let property = object.and_then(|one| one.get_mut("properties")?.get_mut(&key));
        if let Some(Value::Object(property)) = property {
            property.insert("examples".to_owned(), Value::Array(examples));
        }
    }
}

/// The value as editors see it: a date is text there.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.iter().map(plain).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), plain(value))).collect()
        }
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(yes) => (*yes).into(),
    }
}

fn gather(found: &mut Found, schema: &Value, object: &Value, name: &str, value: &Value) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let Some(property) = object.get("properties").and_then(|all| all.get(key)) else {
            continue;
        };
        let below = target(property).and_then(|name| Some((name, definition(schema, name)?)));
        match below {
            Some((name, object)) if object.get("properties").is_some() => {
                let entries = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                for entry in entries {
                    gather(found, schema, object, name, entry);
                }
            }
            _ if tells(property, below.map(|(_, object)| object), value) => {
                let known = found.entry((name.to_owned(), key.clone())).or_default();
                if known.len() < MOST && !known.contains(value) {
                    known.push(value.clone());
                }
            }
            _ => {}
        }
    }
}

/// Words that are listed anyway, and long texts, are no examples.
fn tells(property: &Value, below: Option<&Value>, value: &Value) -> bool {
    let listed = [Some(property), below].into_iter().flatten().any(has_words);
    let short = |one: &Value| match one {
        Value::String(text) => text.len() <= LONGEST,
        Value::Number(_) => true,
        _ => false,
    };
    let words = match value {
        Value::Array(list) => list.len() <= MOST + 1 && list.iter().all(short),
        other => short(other),
    };
    words && !listed
}

/// Is the value one of a few words?
fn has_words(property: &Value) -> bool {
    let consts: BTreeSet<&str> =
        alternatives(property).filter_map(|one| one.get("const")?.as_str()).collect();
    !consts.is_empty() || property.get("const").is_some() || property.get("enum").is_some()
}
