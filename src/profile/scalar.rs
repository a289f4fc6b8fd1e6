//! Small written values of a profile: days, spans of time, country codes, loss rates.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A TOML date such as `2026-04-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::value::Datetime::deserialize(deserializer)?;
        let Some(date) = written.date.filter(|_| written.time.is_none()) else {
            return Err(de::Error::custom("a date without a time, such as 2026-04-30"));
        };
        Date::new(i16::try_from(date.year).unwrap_or(0), cast(date.month), cast(date.day))
            .map(Self)
            .map_err(de::Error::custom)
    }
}

fn cast(small: u8) -> i8 {
    i8::try_from(small).unwrap_or(i8::MAX)
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "description": "A date without quotes, such as 2026-04-30."
        })
    }
}

/// A span of time written as text: "4h", "2d", "1w", "30m".
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Span {
    hours: f64,
}

impl Span {
    /// From hours, for defaults.
    pub const fn from_hours(hours: f64) -> Self {
        Self { hours }
    }

    pub const fn hours(self) -> f64 {
        self.hours
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault =
            || format!("`{text}` is not a span of time such as \"30m\", \"4h\", \"2d\" or \"1w\"");
        let text_end = text.char_indices().next_back().ok_or_else(fault)?.0;
        let (number, unit) = text.split_at(text_end);
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let count: f64 = number.parse().ok().filter(|_| plain).ok_or_else(fault)?;
        let each = match unit {
            "m" => 1.0 / 60.0,
            "h" => 1.0,
            "d" => 24.0,
            "w" => 168.0,
            _ => return Err(fault()),
        };
        let hours = count * each;
        if hours > 87_600.0 {
            return Err(format!("`{text}` is longer than ten years"));
        }
        Ok(Self { hours })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = self.hours;
        let whole = |each: f64| hours >= each && (hours / each).fract().abs() < 1e-9;
        if whole(168.0) {
            write!(f, "{}w", hours / 168.0)
        } else if whole(24.0) {
            write!(f, "{}d", hours / 24.0)
        } else if whole(1.0) {
            write!(f, "{hours}h")
        } else {
            write!(f, "{}m", (hours * 60.0).round())
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[0-9]+(\\.[0-9]+)?[mhdw]$",
            "description": "A span of time as text: \"30m\", \"4h\", \"2d\", \"1w\"."
        })
    }
}

/// Loss per hour of disruption: one number, or four for the first hour, first day, first week and
/// after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LossRate(pub [f64; 4]);

impl Serialize for LossRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for LossRate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LossVisitor)
    }
}

struct LossVisitor;

impl<'de> de::Visitor<'de> for LossVisitor {
    type Value = LossRate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or four numbers for the first hour, first day, first week and after")
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<LossRate, E> {
        Ok(LossRate([value; 4]))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<LossRate, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<LossRate, E> {
        self.visit_f64(value as f64)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<LossRate, A::Error> {
        let mut bands = [0.0; 4];
        for (index, band) in bands.iter_mut().enumerate() {
            *band = seq.next_element()?.ok_or_else(|| de::Error::invalid_length(index, &self))?;
        }
        if seq.next_element::<f64>()?.is_some() {
            return Err(de::Error::custom("more than four numbers"));
        }
        Ok(LossRate(bands))
    }
}

impl JsonSchema for LossRate {
    fn schema_name() -> Cow<'static, str> {
        "LossRate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Loss per hour: one number, or four for the first hour, first day, \
                first week and after.",
            "anyOf": [
                { "type": "number", "minimum": 0 },
                { "type": "array", "items": { "type": "number", "minimum": 0 }, "minItems": 4, "maxItems": 4 }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_each_unit() {
        for (text, hours) in [("30m", 0.5), ("4h", 4.0), ("2d", 48.0), ("1w", 168.0), ("1.5h", 1.5)]
        {
            assert!((text.parse::<Span>().unwrap().hours() - hours).abs() < 1e-12, "{text}");
        }
    }

    #[test]
    fn spans_refuse_everything_else() {
        for text in ["", "4", "h", "-4h", "4 h", "1e9h", "NaNh", "infh", "4é", "999999w", "4H"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }

    #[test]
    fn spans_print_as_a_person_would_write_them() {
        for text in ["30m", "4h", "2d", "1w", "36h"] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
    }
}
