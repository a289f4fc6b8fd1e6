//! How much more likely campaigns are in a year with a national election, and how much less in
//! others.
//!
//! A share `e` of campaigns is attributed to elections, and a share `f` of country-years has one.
//! A rate `r` over all years is then `r (1 - e)` for campaigns of other causes, which come in every
//! year, and `r e / f` for those of elections, which come in the years with one:
//!
//! ```text
//! due        (1 - e) + e / f
//! not due     1 - e
//! unknown     1
//! ```
//!
//! Over all years the mean is `f ((1 - e) + e / f) + (1 - f) (1 - e) = 1`: no campaign is counted
//! twice, and none is lost.

use jiff::civil::Date;

use crate::knowledge::year_ahead;

/// Is a national election due in the twelve months ahead?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nobody said.
    Unknown,
    /// At least one.
    Due,
    /// None: it was said so.
    NotDue,
}

/// What the election days that an organisation states mean on a day.
///
/// Nothing stated is not known. An empty list says that there is none. Of a list, the days from
/// that day to the same day a year later, both included, make one due; if there are only later
/// ones, none is due. A list of days that have all passed says nothing of the year ahead.
pub fn due(days: Option<&[Date]>, as_of: Date) -> Due {
    let Some(days) = days else { return Due::Unknown };
    let until = year_ahead(as_of);
    if days.iter().any(|day| (as_of..=until).contains(day)) {
        Due::Due
    } else if days.is_empty() || days.iter().any(|day| *day > until) {
        Due::NotDue
    } else {
        Due::Unknown
    }
}

/// What a yearly rate is multiplied by. `share` is the share of campaigns that is attributed to
/// elections, `due_share` the share of country-years with a national election; without a share
/// of such years, elections change nothing.
pub fn factor(share: f64, due_share: f64, due: Due) -> f64 {
    if due_share <= 0.0 {
        return 1.0;
    }
    match due {
        Due::Unknown => 1.0,
        Due::NotDue => 1.0 - share,
        Due::Due => (1.0 - share) + share / due_share,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn has_the_values_of_the_formula() {
        for (due, expected) in [(Due::Unknown, 1.0), (Due::NotDue, 0.88), (Due::Due, 1.18)] {
            assert!((factor(0.12, 0.4, due) - expected).abs() < 1e-12, "{due:?}");
        }
        assert!((factor(0.0, 0.4, Due::Due) - 1.0).abs() < 1e-12);
        assert!((factor(0.12, 0.0, Due::Due) - 1.0).abs() < 1e-12);
        assert!((factor(0.12, 0.0, Due::NotDue) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn over_all_years_nothing_is_added() {
        for (share, due_share) in [(0.1, 0.35), (0.5, 0.2), (1.0, 0.9), (0.3, 1.0)] {
            let with = due_share * factor(share, due_share, Due::Due);
            let without = (1.0 - due_share) * factor(share, due_share, Due::NotDue);
            assert!((with + without - 1.0).abs() < 1e-12, "{share} {due_share}");
        }
    }

    #[test]
    fn the_days_that_are_stated_decide() {
        let today = day("2026-11-22");
        let on = |days: &[&str]| {
            let days: Vec<Date> = days.iter().map(|text| day(text)).collect();
            due(Some(&days), today)
        };
        assert_eq!(due(None, today), Due::Unknown);
        assert_eq!(on(&[]), Due::NotDue);
        assert_eq!(on(&["2026-11-22"]), Due::Due);
        assert_eq!(on(&["2027-11-22"]), Due::Due);
        assert_eq!(on(&["2027-11-23"]), Due::NotDue);
        assert_eq!(on(&["2026-11-21"]), Due::Unknown);
        assert_eq!(on(&["2026-11-21", "2031-01-01"]), Due::NotDue);
        assert_eq!(on(&["2031-01-01", "2027-05-10"]), Due::Due);
    }
}
