//! The one place that reads the clock.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The day given, or today in UTC: two machines in different time zones judge the same day.
pub fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date())
}
