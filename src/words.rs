//! Numbers, times and money in words: the only place that formats for people.
//!
//! No figure is printed with more digits than it deserves: two significant ones, three for money.

/// Rounds to significant digits.
fn significant(value: f64, digits: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10_f64.powf(f64::from(digits - 1) - value.abs().log10().floor());
    (value * scale).round() / scale
}

/// With thousands separated: 1,234,567.
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if value < 0.0 && digits != "0" { format!("-{out}") } else { out }
}

/// "EUR 267,000".
pub fn money(value: f64, currency: &str) -> String {
    format!("{currency} {}", grouped(significant(value, 3)))
}

/// A figure that is to be compared with another: five significant digits, "266,970", "0.21059".
pub fn figure(value: f64) -> String {
    let rounded = significant(value, 5);
    let size = rounded.abs();
    if rounded == 0.0 || !size.is_finite() {
        "0".to_owned()
    } else if !(1e-4..1e15).contains(&size) {
        format!("{value:.4e}")
    } else if size >= 10_000.0 {
        grouped(rounded)
    } else {
        format!("{rounded}")
    }
}

/// A probability: "12 %", "below 1 %", "above 99 %", "certain".
pub fn probability(p: f64) -> String {
    if p >= 1.0 {
        "certain".to_owned()
    } else if p > 0.99 {
        "above 99 %".to_owned()
    } else if p <= 0.0 {
        "0 %".to_owned()
    } else if p < 0.001 {
        "below 0.1 %".to_owned()
    } else if p < 0.01 {
        format!("{:.1} %", p * 100.0)
    } else {
        format!("{:.0} %", p * 100.0)
    }
}

/// A share: "80 %".
pub fn share(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

/// A share that is compared with another: "9.7 %", "-0.5 %".
pub fn percent(value: f64) -> String {
    format!("{} %", score(Some(value * 100.0), 1))
}

/// A score, with as many decimals as it is compared in; "n/a" where it cannot be computed.
pub fn score(value: Option<f64>, decimals: usize) -> String {
    let text = value.map_or_else(|| "n/a".to_owned(), |value| format!("{value:.decimals$}"));
    match text.strip_prefix('-') {
        // A loss that rounds to nothing is nothing.
        Some(digits) if !digits.contains(|c: char| ('1'..='9').contains(&c)) => digits.to_owned(),
        _ => text,
    }
}

/// A yearly frequency: "1.4 a year", "once in 7 years".
pub fn frequency(per_year: f64) -> String {
    if per_year <= 0.0 {
        "never".to_owned()
    } else if per_year >= 0.75 {
        format!("{per_year:.1} a year")
    } else {
        let years = 1.0 / per_year;
        if years > 1000.0 {
            "less than once in 1,000 years".to_owned()
        } else {
            format!("once in {} years", plain(significant(years, 2)))
        }
    }
}

fn plain(value: f64) -> String {
    if value.fract().abs() < 1e-9 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// A span of hours: "30 min", "6 h", "3 days", "5 weeks".
pub fn hours(hours: f64) -> String {
    if hours <= 0.0 {
        "0 h".to_owned()
    } else if hours < 1.0 {
        format!("{:.0} min", (hours * 60.0).max(1.0))
    } else if hours < 48.0 {
        format!("{} h", plain(significant(hours, 2)))
    } else {
        format!("{} days", plain(significant(hours / 24.0, 2)))
    }
}

/// "1 problem", "2 problems", "2 entries".
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {}", plural(noun)) }
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// "a", "a and b", "a, b, and c".
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, "and")
}

/// The same with another word before the last.
pub fn joined<T: AsRef<str>>(items: &[T], joint: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} {joint} {}", one.as_ref(), two.as_ref()),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{}, {joint} {}", rest.join(", "), last.as_ref())
        }
    }
}

/// A name without what stands in brackets behind it.
pub fn without_note(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(name, _)| name)
}

/// First letter in upper case.
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_three_digits() {
        assert_eq!(money(266_967.69, "EUR"), "EUR 267,000");
        assert_eq!(money(1_234_567.0, "INR"), "INR 1,230,000");
        assert_eq!(money(0.0, "EUR"), "EUR 0");
        assert_eq!(money(12.4, "EUR"), "EUR 12");
    }

    #[test]
    fn probabilities_never_round_to_zero_or_one() {
        for (p, text) in [
            (0.0, "0 %"),
            (0.0004, "below 0.1 %"),
            (0.004, "0.4 %"),
            (0.123, "12 %"),
            (0.995, "above 99 %"),
            (1.0, "certain"),
        ] {
            assert_eq!(probability(p), text);
        }
    }

    #[test]
    fn figures_have_five_digits_of_whatever_size() {
        let said = [266_967.69, 0.210_585_6, 12.0, 3.1e-7, 1e18, -4_321.098, 0.0].map(figure);
        assert_eq!(said, ["266,970", "0.21059", "12", "3.1000e-7", "1.0000e18", "-4321.1", "0"]);
    }

    #[test]
    fn frequencies_and_spans_read_as_people_say_them() {
        assert_eq!(frequency(1.37), "1.4 a year");
        assert_eq!(frequency(0.143), "once in 7 years");
        assert_eq!(hours(0.5), "30 min");
        assert_eq!(hours(26.0), "26 h");
        assert_eq!(hours(720.0), "30 days");
    }

    #[test]
    fn scores_have_the_decimals_that_are_asked_for() {
        assert_eq!(score(Some(0.814_72), 3), "0.815");
        assert_eq!(score(Some(-0.0004), 2), "0.00");
        assert_eq!(score(None, 2), "n/a");
        assert_eq!(percent(-0.0053), "-0.5 %");
    }

    #[test]
    fn plurals_and_lists() {
        assert_eq!(count(1, "activity"), "1 activity");
        assert_eq!(count(2, "activity"), "2 activities");
        assert_eq!(count(3, "day"), "3 days");
        assert_eq!(list(&["a", "b", "c"]), "a, b, and c");
    }
}
