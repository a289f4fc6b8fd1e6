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
}
