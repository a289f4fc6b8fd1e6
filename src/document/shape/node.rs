//! One place of a JSON Schema, with references followed and "or nothing" taken away: TOML has no
//! nothing.

use serde_json::Value;
use toml::de::DeValue;

use super::super::Problem;

/// What a value may be.
#[derive(Debug, PartialEq)]
pub(super) enum Kind<'s> {
    Table,
    List,
    Choice(Vec<&'s str>),
    Text,
    Date,
    Whole,
    Number,
    Truth,
    /// One of several types.
    Either,
    /// The schema does not say.
    Any,
}

impl Kind<'_> {
    /// Would a person who wrote this value have meant this kind?
    pub(super) fn resembles(&self, value: &DeValue<'_>) -> bool {
        match value {
            DeValue::String(_) => matches!(self, Self::Text | Self::Choice(_)),
            DeValue::Integer(_) | DeValue::Float(_) => matches!(self, Self::Whole | Self::Number),
            DeValue::Boolean(_) => *self == Self::Truth,
            DeValue::Datetime(_) => *self == Self::Date,
            DeValue::Array(_) => *self == Self::List,
            DeValue::Table(_) => *self == Self::Table,
        }
    }
}

/// One place of a schema.
#[derive(Debug, Clone)]
pub(super) struct Node<'s> {
    schema: &'s Value,
    /// The name of the type, where it has one.
    pub(super) name: Option<&'s str>,
    /// Documentation: of the key first, of its type after.
    notes: Vec<&'s str>,
}

impl<'s> Node<'s> {
    pub(super) fn resolve(root: &'s Value, schema: &'s Value) -> Self {
        let mut node = Self { schema, name: None, notes: Vec::new() };
        loop {
            node.notes.extend(node.word("description"));
            if let Some(reference) = node.schema.get("$ref").and_then(Value::as_str) {
                let Some(target) = root.pointer(reference.trim_start_matches('#')) else {
                    return node;
                };
                node.name = reference.rsplit('/').next();
                node.schema = target;
            } else if let [only] = node.variants("anyOf").as_slice() {
                node.schema = only;
            } else {
                return node;
            }
        }
    }

    pub(super) fn kind(&self) -> Kind<'s> {
        if let Some(choices) = self.choices() {
            return Kind::Choice(choices);
        }
        if self.schema.get("anyOf").is_some() {
            return Kind::Either;
        }
        match self.type_word() {
            Some("object") => Kind::Table,
            Some("array") => Kind::List,
            Some("string") if self.word("format") == Some("date") => Kind::Date,
            Some("string") => Kind::Text,
            Some("integer") => Kind::Whole,
            Some("number") => Kind::Number,
            Some("boolean") => Kind::Truth,
            _ => Kind::Any,
        }
    }

    /// What the key takes, for "`x` takes …".
    pub(super) fn noun(&self, root: &'s Value) -> String {
        let fixed = match self.kind() {
            Kind::List => return self.list_noun(root),
            Kind::Either => {
                let nouns: Vec<_> =
                    self.alternatives(root).iter().map(|either| either.noun(root)).collect();
                return nouns.join(" or ");
            }
            Kind::Table => "a table",
            Kind::Choice(_) => "one of its words, in quotes",
            Kind::Text if self.name == Some("Span") => "a span of time, in quotes",
            Kind::Text if self.name == Some("PartialDate") => "a date in quotes",
            Kind::Text => "text, in quotes",
            Kind::Date => "a date, without quotes",
            Kind::Whole => "a whole number",
            Kind::Number => "a number",
            Kind::Truth => "`true` or `false`",
            Kind::Any => "a value",
        };
        fixed.to_owned()
    }

    fn list_noun(&self, root: &'s Value) -> String {
        let kind = self.entry(root).map(|entry| entry.kind());
        let entries = match kind {
            Some(Kind::Table) => "tables",
            Some(Kind::Text | Kind::Choice(_)) => "words",
            Some(Kind::Whole | Kind::Number) => "numbers",
            _ => return "a list".to_owned(),
        };
        match (self.count("minItems"), self.count("maxItems")) {
            (Some(least), Some(most)) if least == most => format!("a list of {least} {entries}"),
            _ => format!("a list of {entries}"),
        }
    }

    /// The schema of one key.
    pub(super) fn property(&self, root: &'s Value, key: &str) -> Option<Self> {
        let known = self.schema.get("properties").and_then(|properties| properties.get(key));
        let other = || self.schema.get("additionalProperties").filter(|other| other.is_object());
        known.or_else(other).map(|schema| Self::resolve(root, schema))
    }

    /// Keys that are written down in the schema.
    pub(super) fn keys(&self) -> Vec<&'s str> {
        let properties = self.schema.get("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(|map| map.keys().map(String::as_str)).collect()
    }

    pub(super) fn required(&self) -> Vec<&'s str> {
        words(self.schema.get("required"))
    }

    /// May there be keys that the schema does not know?
    pub(super) fn is_open(&self) -> bool {
        self.schema.get("additionalProperties").and_then(Value::as_bool) != Some(false)
    }

    /// The schema of the entries of a list.
    pub(super) fn entry(&self, root: &'s Value) -> Option<Self> {
        self.schema.get("items").map(|items| Self::resolve(root, items))
    }

    pub(super) fn alternatives(&self, root: &'s Value) -> Vec<Self> {
        self.variants("anyOf").into_iter().map(|schema| Self::resolve(root, schema)).collect()
    }

    /// A whole number that the schema gives, such as `maxItems`.
    pub(super) fn count(&self, word: &str) -> Option<usize> {
        self.schema.get(word)?.as_u64().and_then(|count| usize::try_from(count).ok())
    }

    pub(super) fn bound(&self, word: &str) -> Option<f64> {
        self.schema.get(word)?.as_f64()
    }

    pub(super) fn word(&self, word: &str) -> Option<&'s str> {
        self.schema.get(word)?.as_str()
    }

    /// Takes over the documentation of the node that this is an alternative of.
    pub(super) fn noted(mut self, from: &Self) -> Self {
        self.notes.clone_from(&from.notes);
        self
    }

    /// Adds what the key is for, and how its type is written where the type has a form of its own.
    pub(super) fn explain(&self, mut problem: Problem) -> Problem {
        let written = matches!(self.name, Some("Span" | "PartialDate" | "Day" | "LossRate"));
        let notes = self.notes.iter().take(if written { 2 } else { 1 });
        problem.help.extend(notes.map(|note| in_one_line(note)));
        problem.help.dedup();
        problem
    }

    fn type_word(&self) -> Option<&'s str> {
        match self.schema.get("type")? {
            Value::String(word) => Some(word),
            Value::Array(words) => words.iter().filter_map(Value::as_str).find(|&w| w != "null"),
            _ => None,
        }
    }

    fn variants(&self, word: &str) -> Vec<&'s Value> {
        let all = self.schema.get(word).and_then(Value::as_array);
        all.into_iter().flatten().filter(|one| one.get("type") != Some(&"null".into())).collect()
    }

    /// Words of an enumeration. Documented variants stand apart from those without a word of
    /// documentation.
    fn choices(&self) -> Option<Vec<&'s str>> {
        let mut found = words(self.schema.get("enum"));
        for variant in self.variants("oneOf") {
            found.extend(words(variant.get("enum")));
            found.extend(variant.get("const").and_then(Value::as_str));
        }
        (!found.is_empty()).then_some(found)
    }
}

fn words(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A doc comment, without the line breaks that only fit the source.
fn in_one_line(note: &str) -> String {
    note.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn kind(schema: &Value) -> String {
        let root = json!({ "$defs": { "Span": { "type": "string", "description": "A span." } } });
        format!("{:?}", Node::resolve(&root, schema).kind())
    }

    #[test]
    fn kinds_are_seen_through_references_and_nothing() {
        assert_eq!(kind(&json!({ "$ref": "#/$defs/Span" })), "Text");
        assert_eq!(
            kind(&json!({ "anyOf": [{ "$ref": "#/$defs/Span" }, { "type": "null" }] })),
            "Text"
        );
        assert_eq!(kind(&json!({ "type": ["integer", "null"] })), "Whole");
        assert_eq!(kind(&json!({ "type": "string", "format": "date" })), "Date");
        assert_eq!(kind(&json!(true)), "Any");
        assert_eq!(
            kind(&json!({ "anyOf": [{ "type": "number" }, { "type": "array" }] })),
            "Either"
        );
    }

    #[test]
    fn both_forms_of_enumeration_are_choices() {
        let mixed = json!({ "oneOf": [{ "enum": ["a", "b"] }, { "const": "c" }] });
        assert_eq!(kind(&mixed), "Choice([\"a\", \"b\", \"c\"])");
        assert_eq!(kind(&json!({ "type": "string", "enum": ["a", null] })), "Choice([\"a\"])");
    }
}
