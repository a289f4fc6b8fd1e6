//! One file of a knowledge base as a value of its type.
//!
//! Embedded files were proved sound when the program was tested and are read without places. Files
//! of an overlay come from people and go through the same checks as a profile, with places and
//! remedies.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use validator::Validate;

use super::{
    Fault, Lint,
    files::FileKind,
    overlay::{Partial, has_parameters, lay},
};
use crate::document;

/// The text of a file, and whose it is.
#[derive(Debug, Clone, Copy)]
pub enum Text<'a> {
    /// In the program, as JSON or CSV.
    Embedded(&'a str),
    /// Only in the overlay, as TOML or CSV.
    Own(&'a str),
    /// In both.
    Laid { under: &'a str, over: &'a str },
}

impl<'a> Text<'a> {
    /// Whole text of a table, which an overlay replaces as one.
    pub const fn table(self) -> &'a str {
        match self {
            Self::Embedded(text) | Self::Own(text) | Self::Laid { over: text, .. } => text,
        }
    }

    pub const fn is_own(self) -> bool {
        matches!(self, Self::Own(_))
    }
}

/// A value, and the names of those of its facts that an overlay has laid over embedded ones.
pub struct Read<T> {
    pub value: T,
    pub changed: Vec<String>,
}

/// Reads a `T` from a file.
pub fn read<T>(kind: FileKind, name: &str, text: Text) -> Result<Read<T>, Fault>
where
    T: DeserializeOwned + JsonSchema + Validate,
{
    let unreadable = |what: String| Fault::new(Lint::Unreadable, name, what);
    match text {
        Text::Embedded(text) => serde_json::from_str(text)
            .map(|value| Read { value, changed: Vec::new() })
            .map_err(|error| unreadable(error.to_string())),
        Text::Own(text) => document::load::<T>(name, text)
            .map(|(value, _)| Read { value, changed: Vec::new() })
            .map_err(|refusal| unreadable(rendered(&refusal))),
        Text::Laid { under, over } => laid(kind, name, under, over),
    }
}

fn laid<T>(kind: FileKind, name: &str, under: &str, over: &str) -> Result<Read<T>, Fault>
where
    T: DeserializeOwned + JsonSchema,
{
    let unreadable = |what: String| Fault::new(Lint::Unreadable, name, what);
    let (keys, document) = if has_parameters(kind) {
        document::load::<Partial<T, true>>(name, over).map(|(part, at)| (part.keys, at))
    } else {
        document::load::<Partial<T, false>>(name, over).map(|(part, at)| (part.keys, at))
    }
    .map_err(|refusal| unreadable(rendered(&refusal)))?;
    let mut whole: Map<String, Value> =
        serde_json::from_str(under).map_err(|error| unreadable(error.to_string()))?;
    let mut filled = whole.clone();
    let changed = lay(kind, &mut whole, keys.clone())
        .map_err(|what| Fault::new(Lint::ChangedId, name, what))?;
    if has_parameters(kind) {
        filled.clone_from(&whole);
    } else {
        filled.extend(keys);
    }
    typed::<T>(&document, filled).map_err(unreadable)?;
    let value = serde_json::from_value(Value::Object(whole))
        .map_err(|error| unreadable(error.to_string()))?;
    Ok(Read { value, changed })
}

/// Types have the last word on their values. Asked of the overlay's own keys, filled up with the
/// embedded ones, so that the path in the answer is a path of the file.
fn typed<T: DeserializeOwned>(
    document: &document::Document,
    filled: Map<String, Value>,
) -> Result<(), String> {
    let result: Result<T, _> = serde_path_to_error::deserialize(Value::Object(filled));
    let Err(error) = result else { return Ok(()) };
    let path = document::KeyPath::parse(&error.path().to_string());
    let place = document.locate(&path).value;
    let message = format!("`{path}` is not accepted: {}", error.inner());
    let problem = document::Problem::new(document::Code::BadValue, place, message).at(path);
    Err(rendered(&document::Refusal::new(document.clone(), vec![problem])))
}

fn rendered(refusal: &document::Refusal) -> String {
    let style = document::Style { color: false, graphics: true, short: false };
    format!("\n{}", document::render(refusal, style))
}
