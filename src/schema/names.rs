//! Ids that the knowledge base knows, offered by editors. Fields say with `x-names` what they name.

use serde_json::{Value, json};

use crate::knowledge::Knowledge;

/// Puts what is known beside each field that names something.
pub fn suggest(schema: &mut Value, knowledge: &Knowledge) {
    match schema {
        Value::Object(map) => {
            if let Some(kind) = map.remove("x-names") {
                let names = choices(kind.as_str().unwrap_or_default(), knowledge);
                match map.get_mut("items") {
                    Some(items) => *items = names,
                    None => merge(map, names),
                }
            }
            // Editors hand a date of TOML on as text, and few of them know formats.
            if map.get("format").is_some_and(|format| format == "date") {
                map.insert("pattern".to_owned(), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".into());
            }
            map.values_mut().for_each(|value| suggest(value, knowledge));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| suggest(value, knowledge)),
        _ => {}
    }
}

/// A field may be left out, so its type can be a choice; what is written is text.
fn merge(map: &mut serde_json::Map<String, Value>, names: Value) {
    if let Value::Object(names) = names {
        for key in ["type", "anyOf", "minLength", "maxLength"] {
            map.remove(key);
        }
        map.extend(names);
    }
}

/// Countries are all known. Others may be an organisation's own, which are written like any id.
fn choices(kind: &str, knowledge: &Knowledge) -> Value {
    let own = json!({ "type": "string", "pattern": "^[a-z0-9._-]+$", "maxLength": 60 });
    let known = |ids: Vec<&String>| json!({ "anyOf": [{ "enum": ids }, own.clone()] });
    match kind {
        "country" => {
            let codes: Vec<&String> = knowledge.countries.keys().collect();
            json!({ "type": "string", "enum": codes })
        }
        "vendor" => known(knowledge.vendors.keys().collect()),
        "scenario" => known(knowledge.scenarios.keys().collect()),
        "measure" => known(knowledge.measures.keys().collect()),
        "node" => known(knowledge.nodes.keys().collect()),
        _ => json!({ "type": "string" }),
    }
}
