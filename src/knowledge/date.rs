//! Dates as sources give them: a year, a month or a day.

use std::{fmt, str::FromStr};

use jiff::{Span, civil::Date};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date at the precision that is known: `2026`, `2026-02` or `2026-02-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// The first day that the text can mean. Ages and orders are counted from it.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day that the text can mean: a measure lifted "in 2024" is over on 31 December at the latest.
    pub fn last_day(self) -> Date {
        let month = self.month.unwrap_or(12);
        let first = Date::new(self.year, month, 1).unwrap_or(Date::MAX);
        match self.day {
            Some(day) => Date::new(self.year, month, day).unwrap_or(first),
            None => first.last_of_month(),
        }
    }

    /// "June 2025", "2025".
    pub fn in_words(self) -> String {
        let pattern = if self.month.is_some() { "%B %Y" } else { "%Y" };
        self.first_day().strftime(pattern).to_string()
    }
}

/// Months ahead of an assessment that it speaks of.
const AHEAD: i32 = 12;

/// The last day of the twelve months from a day: the same day a year later, which still counts.
pub fn year_ahead(as_of: Date) -> Date {
    as_of.saturating_add(Span::new().months(AHEAD))
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("`{text}` is not a date such as 2026, 2026-02 or 2026-02-11");
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| part.len() == 4).ok_or_else(fault)?;
        let two = |part: Option<&str>| -> Result<Option<i8>, String> {
            part.map(|part| match part.len() {
                2 => part.parse().map_err(|_| fault()),
                _ => Err(fault()),
            })
            .transpose()
        };
        let date = Self {
            year: year.parse().map_err(|_| fault())?,
            month: two(parts.next())?,
            day: two(parts.next())?,
        };
        if parts.next().is_some() {
            return Err(fault());
        }
        Date::new(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
            .map_err(|error| format!("`{text}` is no date: {error}"))?;
        Ok(date)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date as far as it is known: \"2026\", \"2026-02\" or \"2026-02-11\".",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_each_precision() {
        for text in ["2026", "2026-02", "2026-02-11"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn spans_the_days_that_it_can_mean() {
        let february: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(february.first_day().to_string(), "2024-02-01");
        assert_eq!(february.last_day().to_string(), "2024-02-29");
        let year: PartialDate = "2024".parse().unwrap();
        assert_eq!(year.last_day().to_string(), "2024-12-31");
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["", "26", "2026-2", "2026-13", "2026-02-30", "2026-02-01-01", "20é6"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
