//! A schema as tables for people: what docs/json.md is made of.

use std::fmt::Write as _;

use serde_json::Value;

/// Where definitions stand in a schema: the draft that editors of TOML read has a name of its own.
const DEFINITIONS: [&str; 2] = ["$defs", "definitions"];

/// A table for the document and for each object in it, in the order in which they are first named.
/// `root` is what the document itself is called.
pub fn reference(schema: &Value, root: &str) -> String {
    let mut out = String::new();
    table(&mut out, root, schema);
    let mut names: Vec<String> = Vec::new();
    name_all(schema, &mut names);
    let mut at = 0;
    while let Some(name) = names.get(at).cloned() {
        if let Some(object) = definition(schema, &name) {
            table(&mut out, &name, object);
            name_all(object, &mut names);
        }
        at += 1;
    }
    out
}

pub(super) fn definition<'s>(schema: &'s Value, name: &str) -> Option<&'s Value> {
    DEFINITIONS.iter().find_map(|key| schema.get(key)?.get(name))
}

/// Adds the objects that this one names, new ones at the end.
fn name_all(object: &Value, names: &mut Vec<String>) {
    for (_, property) in properties(object) {
        if let Some(name) = target(property)
            && !names.iter().any(|one| one == name)
        {
            names.push(name.to_owned());
        }
    }
}

/// The name of a definition that is referred to.
fn defined(reference: &str) -> Option<&str> {
    let inside = |key: &str| reference.strip_prefix("#/")?.strip_prefix(key)?.strip_prefix('/');
    DEFINITIONS.into_iter().find_map(inside)
}

/// The object that a property holds, or holds a list of.
pub(super) fn target(property: &Value) -> Option<&str> {
    if let Some(name) = property.get("$ref").and_then(Value::as_str) {
        return defined(name);
    }
    if let Some(items) = property.get("items") {
        return target(items);
    }
    alternatives(property).find_map(target)
}

/// What a property may be. The draft that editors read wraps a reference in a list of one.
pub(super) fn alternatives(property: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"]
        .into_iter()
        .filter_map(|key| property.get(key)?.as_array())
        .flatten()
}

/// In the order in which they are written; a schema lists them by name, and those that are required in
/// order.
fn properties(object: &Value) -> Vec<(&str, &Value)> {
    let Some(all) = object.get("properties").and_then(Value::as_object) else {
        return Vec::new();
    };
    let order: Vec<&str> = object
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut all: Vec<(&str, &Value)> =
        all.iter().map(|(name, property)| (name.as_str(), property)).collect();
    all.sort_by_key(|(name, _)| order.iter().position(|one| one == name).unwrap_or(usize::MAX));
    all
}

fn table(out: &mut String, name: &str, object: &Value) {
    let about = text(object);
    let _ = write!(out, "\n### {name}\n\n{about}\n\n| key | holds | unit | what it is |\n");
    let _ = writeln!(out, "| --- | --- | --- | --- |");
    for (key, property) in properties(object) {
        let unit = property.get("x-unit").and_then(Value::as_str).unwrap_or_default();
        let (holds, about) = (holds(property), text(property) + &example(property));
        let _ = writeln!(out, "| `{key}` | {holds} | {unit} | {about} |");
    }
}

/// The description in one line.
fn text(of: &Value) -> String {
    let text = of.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// The first example, as it is written in a profile.
fn example(property: &Value) -> String {
    let first = property.get("examples").and_then(|all| all.get(0));
    let written = match first {
        Some(Value::String(day)) if refers_to(property, "Day") => day.clone(),
        Some(Value::Array(list)) => {
            let list: Vec<String> = list.iter().map(Value::to_string).collect();
            format!("[{}]", list.join(", "))
        }
        Some(value) => value.to_string(),
        None => return String::new(),
    };
    format!(" For example `{}`.", written.replace('|', "\\|"))
}

/// A day stands in a profile without quotes.
fn refers_to(property: &Value, name: &str) -> bool {
    target(property) == Some(name)
}

fn holds(property: &Value) -> String {
    if let Some(name) = property.get("$ref").and_then(Value::as_str) {
        let name = defined(name).unwrap_or(name);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(items) = property.get("items") {
        return format!("list of {}", holds(items));
    }
    let choices: Vec<String> = alternatives(property).map(holds).collect();
    if !choices.is_empty() {
        return choices.join(" or ");
    }
    let word = |kind: &Value| match kind.as_str() {
        Some("string") => "text",
        Some("integer") => "whole number",
        Some("number") => "number",
        Some("boolean") => "true or false",
        Some("null") => "null",
        _ => "anything",
    };
    match property.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().map(word).collect::<Vec<_>>().join(" or "),
        Some(kind) => word(kind).to_owned(),
        None => "anything".to_owned(),
    }
}
