//! The schemas, and the documents made from them.

use std::fs;

use blackstart::schema::{Document, reference, schema};
use serde_json::Value;
use snapbox::{Data, assert_data_eq};

use crate::support::{Tool, root};

/// Documents that programs read, and what an example of each is made by.
const READ: [(Document, &str); 6] = [
    (Document::Assessment, "assessment"),
    (Document::Plan, "plan"),
    (Document::Drill, "drill"),
    (Document::Comparison, "comparison"),
    (Document::History, "history"),
    (Document::Portfolio, "portfolio"),
];

fn printed(of: &str) -> String {
    Tool::new(&["schema", "--of", of]).run().code(0).stdout
}

#[test]
fn the_published_schemas_are_those_that_the_tool_prints() {
    for name in ["profile"].into_iter().chain(READ.map(|(_, name)| name)) {
        let file = root().join(format!("docs/schema/{name}.schema.json"));
        assert_data_eq!(printed(name), Data::read_from(&file, None).raw());
    }
}

#[test]
fn the_tables_of_the_documentation_are_made_from_the_schema() {
    let how = "Made from the schema by `SNAPSHOTS=overwrite cargo test schema`.";
    for (name, document, root_name) in [
        ("docs/json.md", Document::Assessment, "The report"),
        ("docs/profile.md", Document::Profile, "The profile"),
        ("docs/drill.md", Document::Drill, "The exercise"),
    ] {
        let file = root().join(name);
        let text = fs::read_to_string(&file).unwrap();
        let (before, _) = text.split_once("## Keys\n\n").unwrap();
        let tables = reference(&schema(document), root_name);
        let made = format!("{before}## Keys\n\n{how}\n{tables}");
        assert_data_eq!(made, Data::read_from(&file, None).raw());
    }
}

/// Each object of a schema with its name.
fn objects(schema: &Value) -> Vec<(String, &Value)> {
    let inner = schema["$defs"].as_object().unwrap().iter();
    let inner = inner.map(|(name, object)| (name.clone(), object));
    inner.chain([("the document".to_owned(), schema)]).collect()
}

fn is_number(property: &Value) -> bool {
    let is = |kind: &Value| kind == "number" || kind == "integer";
    let own = match &property["type"] {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    };
    own || property.get("items").is_some_and(is_number)
}

#[test]
fn every_number_has_a_unit() {
    let mut numbers = 0;
    for (document, name) in READ {
        let schema = schema(document);
        for (object, body) in objects(&schema) {
            let properties = body["properties"].as_object().unwrap();
            for (key, property) in properties.iter().filter(|(_, one)| is_number(one)) {
                let unit = property.get("x-unit").and_then(Value::as_str).unwrap_or_default();
                let beside = properties.contains_key("unit");
                assert!(beside || !unit.is_empty(), "{name}: {object}.{key} has no unit");
                numbers += 1;
            }
        }
    }
    assert!(numbers > 60, "{numbers}");
}

#[test]
fn everything_is_described() {
    for (document, name) in READ {
        let schema = schema(document);
        for (object, body) in objects(&schema) {
            assert!(body["description"].is_string(), "{name}: {object}");
            for (key, property) in body["properties"].as_object().unwrap() {
                assert!(property["description"].is_string(), "{name}: {object}.{key}");
            }
        }
    }
}
