//! Counts, lists and quotations as people write them.

pub use crate::words::count;
use crate::words::joined;

/// "`a`", "`a` or `b`", "`a`, `b`, or `c`"; `joint` is the word before the last.
pub fn list<S: AsRef<str>>(words: &[S], joint: &str) -> String {
    let words: Vec<_> = words.iter().map(|word| quoted(word.as_ref())).collect();
    joined(&words, joint)
}

/// What a person wrote, in backticks, cut where it would fill the screen.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// A bound as people read it: `1000000` is `1,000,000`, and `0.5` stays.
pub fn bound(number: f64) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_nouns() {
        let said = [count(0, "problem"), count(1, "entry"), count(2, "entry"), count(3, "key")];
        assert_eq!(said, ["0 problems", "1 entry", "2 entries", "3 keys"]);
    }

    #[test]
    fn lists_read_aloud() {
        assert_eq!(list(&["a"], "or"), "`a`");
        assert_eq!(list(&["a", "b"], "or"), "`a` or `b`");
        assert_eq!(list(&["a", "b", "c"], "and"), "`a`, `b`, and `c`");
        assert_eq!(list::<&str>(&[], "or"), "");
    }

    #[test]
    fn long_quotations_are_cut_between_characters() {
        assert_eq!(quoted(&"é".repeat(61)), format!("`{}…`", "é".repeat(60)));
    }

    #[test]
    fn bounds_are_grouped() {
        let said = [bound(0.0), bound(100_000_000.0), bound(-1234.5), bound(0.01), bound(999.0)];
        assert_eq!(said, ["0", "100,000,000", "-1,234.5", "0.01", "999"]);
    }
}
