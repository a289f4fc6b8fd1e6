//! The form: one page for the browser in which a profile is filled in, without network.

mod script;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use handlebars::Handlebars;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use self::script::SCRIPT;
use crate::{document::inert_json, knowledge::Knowledge, schema::profile_schema};

const PAGE: &str = include_str!("../templates/form/page.hbs");
const STYLE: &str = include_str!("../templates/form/style.css");
const TOML: &str = include_str!("../templates/form/toml.js");

/// Name and version of the program.
const TOOL: &str = concat!("blackstart ", env!("CARGO_PKG_VERSION"));

/// A profile to open in the form.
pub struct Opened<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

#[derive(Serialize)]
struct Parts {
    tool: &'static str,
    data: String,
    style: &'static str,
    toml: &'static str,
    script: &'static str,
    style_hash: String,
    toml_hash: String,
    script_hash: String,
}

/// The page. The fault is one of the template, which is part of the program.
pub fn page(
    knowledge: &Knowledge,
    as_of: jiff::civil::Date,
    opened: Option<&Opened>,
) -> Result<String, String> {
    let parts = Parts {
        tool: TOOL,
        data: data(knowledge, as_of, opened),
        style: STYLE,
        toml: TOML,
        script: SCRIPT,
        style_hash: hash(STYLE),
        toml_hash: hash(TOML),
        script_hash: hash(SCRIPT),
    };
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.render_template(PAGE, &parts).map_err(|error| error.to_string())
}

fn hash(text: &str) -> String {
    BASE64.encode(Sha256::digest(text.as_bytes()))
}

/// What the script of the page works on, as text that may stand in a script element.
fn data(knowledge: &Knowledge, as_of: jiff::civil::Date, opened: Option<&Opened>) -> String {
    let named = |id: &String, name: &String| json!({ "id": id, "name": name });
    let vendors: Vec<Value> = knowledge
        .vendors
        .values()
        .map(|one| {
            let carries: Vec<&str> = one.capabilities.iter().map(|one| one.word()).collect();
            let (id, name, aliases) = (&one.id, &one.name, &one.aliases);
            json!({ "id": id, "name": name, "aliases": aliases, "capabilities": carries })
        })
        .collect();
    let scenarios: Vec<Value> = knowledge
        .scenarios
        .values()
        .map(|one| json!({ "id": one.id, "name": one.name, "aliases": one.aliases }))
        .collect();
    let sources: Vec<Value> = knowledge.sources.keys().map(|id| json!({ "id": id })).collect();
    let countries: Vec<Value> = knowledge
        .countries
        .iter()
        .map(|(code, name)| {
            let common = knowledge.jurisdictions.get(code).map_or(name, |one| &one.name);
            json!({ "code": code, "name": common })
        })
        .collect();
    let value = json!({
        "format": 1,
        "tool": TOOL,
        "as_of": as_of.to_string(),
        "schema": profile_schema(knowledge),
        "vendors": vendors,
        "countries": countries,
        "scenarios": scenarios,
        "sources": sources,
        "nodes": knowledge.nodes.values().map(|one| named(&one.id, &one.name)).collect::<Vec<_>>(),
        "measures": knowledge.measures.values().map(|one| named(&one.id, &one.title)).collect::<Vec<_>>(),
        "file": opened.map(|one| one.file),
        "text": opened.map(|one| one.text),
    });
    inert_json(&value.to_string()).replace('<', "\\u003c")
}
