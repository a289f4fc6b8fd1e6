//! What a view looks like: which names stand where. It is read off the schema that the view derives,
//! so that a template is checked against everything that could ever be there.

use std::collections::BTreeMap;

use serde_json::Value;

/// The shape of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// By name.
    Object(BTreeMap<String, Self>),
    List(Box<Self>),
    /// Text, a number, yes or no.
    Plain,
}

impl Shape {
    /// The shape that a schema describes.
    pub fn of(schema: &Value) -> Self {
        Self::read(schema, schema)
    }

    fn read(schema: &Value, root: &Value) -> Self {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let pointer = target.strip_prefix('#').unwrap_or_default();
            return root.pointer(pointer).map_or(Self::Plain, |found| Self::read(found, root));
        }
        // What may be absent has the shape of what may be there.
        for key in ["anyOf", "oneOf", "allOf"] {
            let choices = schema.get(key).and_then(Value::as_array).into_iter().flatten();
            let mut shapes = choices.map(|choice| Self::read(choice, root));
            if let Some(found) = shapes.find(|shape| *shape != Self::Plain) {
                return found;
            }
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            let own =
                properties.iter().map(|(name, value)| (name.clone(), Self::read(value, root)));
            return Self::Object(own.collect());
        }
        match schema.get("items") {
            Some(items) => Self::List(Box::new(Self::read(items, root))),
            None => Self::Plain,
        }
    }

    /// The same with one more name.
    #[must_use]
    pub fn with(mut self, name: &str, shape: Self) -> Self {
        if let Self::Object(fields) = &mut self {
            fields.insert(name.to_owned(), shape);
        }
        self
    }

    /// What a step leads to.
    pub fn step(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.get(name),
            Self::List(item) if name.parse::<usize>().is_ok() => Some(item),
            Self::List(_) | Self::Plain => None,
        }
    }

    /// Names that stand in it.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Object(fields) => fields.keys().map(String::as_str).collect(),
            Self::List(_) | Self::Plain => Vec::new(),
        }
    }
}
