//! JSON documents: a view as it is.

use serde::Serialize;

use crate::document::inert_json;

/// Pretty, ending in a newline; keys in the order of the type. No character of a text turns a
/// terminal round that shows it.
pub fn json(view: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(view).map(|text| inert_json(&(text + "\n")))
}
