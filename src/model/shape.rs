//! Objects are objects: a reader that goes by position would take a list in their place.

use serde_json::Value;

use super::Model;
use crate::document::KeyPath;

/// Where the text has a list and the model an object, if anywhere.
pub fn listed(text: &str, model: &Model) -> Option<KeyPath> {
    let written = serde_json::to_string(model).ok()?;
    if objects(text) == objects(&written) {
        return None;
    }
    let text: Value = serde_json::from_str(text).ok()?;
    let model: Value = serde_json::from_str(&written).ok()?;
    differing(&text, &model, KeyPath::root())
}

/// How many objects a JSON text has.
fn objects(text: &str) -> usize {
    let (mut count, mut inside, mut escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => inside = !inside,
            b'{' if !inside => count += 1,
            _ => {}
        }
    }
    count
}

fn differing(text: &Value, model: &Value, path: KeyPath) -> Option<KeyPath> {
    match (text, model) {
        (Value::Object(text), Value::Object(model)) => model
            .iter()
            .filter_map(|(key, model)| Some((key, text.get(key)?, model)))
            .find_map(|(key, text, model)| differing(text, model, path.clone().key(key))),
        (Value::Array(text), Value::Array(model)) => {
            let pairs = text.iter().zip(model).enumerate();
            pairs
                .into_iter()
                .find_map(|(at, (text, model))| differing(text, model, path.clone().index(at)))
        }
        (Value::Array(_), Value::Object(_)) => Some(path),
        _ => None,
    }
}
