//! Where in the text of a model a value stands.
//!
//! Models are large and faults are few, so the text is walked once for each fault, and nothing is
//! kept. The text has been read before: it is JSON.

use std::ops::Range;

use crate::document::{KeyPath, Step};

/// Bytes of the value of a path, or of its nearest ancestor that is there.
pub fn find(text: &str, path: &KeyPath) -> Range<usize> {
    let mut at = Walk { text: text.as_bytes(), at: 0 };
    at.blank();
    let mut found = at.at;
    for step in path.steps() {
        let inside = match step {
            Step::Key(key) => at.key(key),
            Step::Index(index) => at.index(*index),
        };
        if !inside {
            break;
        }
        found = at.at;
    }
    let mut end = Walk { text: text.as_bytes(), at: found };
    end.value();
    found.min(text.len())..end.at.min(text.len())
}

struct Walk<'t> {
    text: &'t [u8],
    at: usize,
}

impl Walk<'_> {
    fn byte(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or_default()
    }

    fn blank(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// Steps to the value of a key of the object here. Escapes in keys are not undone: no key of a
    /// model needs any.
    fn key(&mut self, wanted: &str) -> bool {
        if self.byte() != b'{' {
            return false;
        }
        loop {
            self.at += 1;
            self.blank();
            let start = self.at;
            self.value();
            let key = self.text.get(start + 1..self.at.saturating_sub(1)).unwrap_or_default();
            let same = key == wanted.as_bytes();
            self.blank();
            self.at += 1;
            self.blank();
            if same || self.at >= self.text.len() {
                return same;
            }
            self.value();
            self.blank();
            if self.byte() != b',' {
                return false;
            }
        }
    }

    /// Steps to an entry of the list here.
    fn index(&mut self, wanted: usize) -> bool {
        if self.byte() != b'[' {
            return false;
        }
        for index in 0.. {
            self.at += 1;
            self.blank();
            if index == wanted {
                return self.byte() != b']' && self.at < self.text.len();
            }
            self.value();
            self.blank();
            if self.byte() != b',' {
                return false;
            }
        }
        false
    }

    /// Steps behind the value here.
    fn value(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.text.len() {
            match self.byte() {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => {
                    self.at += 1;
                    continue;
                }
                _ => self.word(),
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while self.at < self.text.len() && self.byte() != b'"' {
            self.at += if self.byte() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    /// A number, or true, false, null.
    fn word(&mut self) {
        let ends = |byte: u8| b",:]}{[\" \t\n\r".contains(&byte);
        while self.at < self.text.len() && !ends(self.byte()) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#" { "a": [1, {"b\"": "x]\\", "c": [ ] , "d": -2.5e3}], "e": null } "#;

    fn found(path: &str) -> &'static str {
        &TEXT[find(TEXT, &KeyPath::parse(path))]
    }

    #[test]
    fn finds_values_by_their_path() {
        assert_eq!(found("a[0]"), "1");
        assert_eq!(found("a[1].c"), "[ ]");
        assert_eq!(found("a[1].d"), "-2.5e3");
        assert_eq!(found("e"), "null");
    }

    #[test]
    fn finds_the_nearest_ancestor_of_what_is_missing() {
        assert_eq!(found("a[2]"), found("a"));
        assert_eq!(found("a[1].c[0]"), "[ ]");
        assert_eq!(found("e.f"), "null");
        assert_eq!(found("z"), TEXT.trim());
    }

    #[test]
    fn ends_in_whatever_text() {
        for end in (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)) {
            for path in ["a[1].d", "e", "a[7]", "z.y"] {
                let text = &TEXT[..end];
                assert!(find(text, &KeyPath::parse(path)).start <= text.len());
            }
        }
    }
}
