//! What is refused before it is looked at, so that no file can exhaust the machine.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Code, Problem, bound};

/// Largest file that is read, in bytes: 1 MiB, some forty times the largest profile that a person
/// would write.
pub const MAX_BYTES: usize = 1 << 20;

/// How large a file may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub bytes: usize,
    /// May it hold nothing?
    pub empty: bool,
    about: &'static str,
}

impl Limit {
    pub const PROFILE: Self = Self {
        bytes: MAX_BYTES,
        empty: false,
        about: "is this the right file? the largest profile takes a few hundred kilobytes",
    };
    /// A template may be empty, which leaves a part of a report out.
    pub const TEMPLATE: Self = Self {
        bytes: MAX_BYTES,
        empty: true,
        about: "is this the right file? a template takes a few kilobytes",
    };
    /// Twenty activities of three channels and three fallbacks in twenty countries take 6 MiB; of a
    /// model that takes much more, the engines would fill the memory.
    pub const MODEL: Self = Self {
        bytes: 16 << 20,
        empty: false,
        about: "is this the right file? the model of a large profile takes a few megabytes",
    };
    /// The report of a large profile takes 20 MiB.
    pub const REPORT: Self = Self {
        bytes: 64 << 20,
        empty: false,
        about: "is this the right file? the report of a large profile takes some megabytes",
    };
}

/// Tables and lists inside each other. The parser has a limit of its own, but dotted keys inside
/// nested inline tables multiply it to several thousand levels, and dropping such a tree overflows
/// the stack of a small thread.
const MAX_DEPTH: usize = 16;

/// Values in one file.
const MAX_VALUES: usize = 100_000;

/// Checks that need no parser: size, emptiness, nesting.
pub(super) fn before_parsing(text: &str) -> Option<Problem> {
    if text.len() > MAX_BYTES {
        return Some(too_large(text.len() as u64, Limit::PROFILE));
    }
    if text.trim_start_matches('\u{feff}').lines().all(is_blank) {
        return Some(empty());
    }
    Nesting::default().too_deep(text.as_bytes()).map(too_deep)
}

fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// Checks that need the tree.
pub(super) fn after_parsing(root: &DeTable<'_>) -> Option<Problem> {
    let mut left = MAX_VALUES;
    let fits = root.values().all(|value| take(value, &mut left));
    let limit = bound(MAX_VALUES as f64);
    (!fits).then(|| {
        Problem::new(Code::TooMany, 0..0, format!("the file holds more than {limit} values"))
            .help("split it, or remove what the assessment does not need")
    })
}

fn take(value: &Spanned<DeValue<'_>>, left: &mut usize) -> bool {
    if *left == 0 {
        return false;
    }
    *left -= 1;
    match value.get_ref() {
        DeValue::Table(table) => table.values().all(|value| take(value, left)),
        DeValue::Array(items) => items.iter().all(|value| take(value, left)),
        _ => true,
    }
}

pub(super) fn too_large(bytes: u64, limit: Limit) -> Problem {
    let [size, most] = [bytes as f64, limit.bytes as f64].map(bound);
    let mebi = limit.bytes >> 20;
    Problem::new(
        Code::TooLarge,
        0..0,
        format!("the file has {size} bytes; at most {mebi} MiB ({most} bytes) is read"),
    )
    .help(limit.about)
}

pub(super) fn empty() -> Problem {
    Problem::new(Code::Empty, 0..0, "the file holds nothing but white space and comments")
        .help("is this the right file, and was it saved?")
}

pub(super) fn too_deep(offset: usize) -> Problem {
    Problem::new(
        Code::TooDeep,
        offset..offset + 1,
        format!("tables or lists stand inside each other more than {MAX_DEPTH} levels deep"),
    )
    .label("one level too many")
    .help("no key needs more than a few levels: is a closing `]` or `}` missing?")
}

/// A scan for depth that runs before the parser. Strings and comments are passed over; each dot of
/// a key counts as a level, since it opens a table.
#[derive(Default)]
struct Nesting {
    open: Vec<usize>,
    depth: usize,
    dots: usize,
}

impl Nesting {
    /// Offset of the first byte that is too deep.
    fn too_deep(&mut self, text: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            match byte {
                b'#' => at = line_end(text, at),
                b'"' | b'\'' => at = string_end(text, at),
                _ => {
                    self.step(byte);
                    if self.depth + self.dots > MAX_DEPTH {
                        return Some(at);
                    }
                    at += 1;
                }
            }
        }
        None
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b'[' | b'{' => {
                self.open.push(self.dots + 1);
                self.depth += self.dots + 1;
                self.dots = 0;
            }
            b']' | b'}' => {
                self.depth -= self.open.pop().unwrap_or(0);
                self.dots = 0;
            }
            b',' | b'\n' => self.dots = 0,
            b'.' => self.dots += 1,
            _ => {}
        }
    }
}

fn line_end(text: &[u8], at: usize) -> usize {
    text[at..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |length| at + length)
}

/// The offset behind the string that opens at `at`; one that is never closed ends with its line, or
/// with the file.
fn string_end(text: &[u8], at: usize) -> usize {
    let quote = text[at];
    let triple = text[at..].starts_with(&[quote; 3]);
    let mut at = at + if triple { 3 } else { 1 };
    while let Some(&byte) = text.get(at) {
        match byte {
            b'\n' if !triple => return at,
            b'\\' if quote == b'"' && text.get(at + 1) != Some(&b'\n') => at += 1,
            _ if byte == quote && !triple => return at + 1,
            _ if byte == quote && text[at..].starts_with(&[quote; 3]) => return at + 3,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deep(text: &str) -> Option<usize> {
        Nesting::default().too_deep(text.as_bytes())
    }

    #[test]
    fn ordinary_files_are_shallow() {
        for text in [
            "[[channel]]\nid = \"[[[[[[[[[[[[[[[[[[[[[[\"\n",
            "# [[[[[[[[[[[[[[[[[[[[[[[[[[\nx = '{{{{{{{{{{{{{{{{{{{{{{{'",
            "x = \"\"\"\n[[[[[[[[[[[[\\\"\"\"[[[[[[[[[[[[[\"\"\"\ny = [1.5, 2.5]",
            "x = \"\\\"[[[[[[[[[[[[[[[[[[[[[[\"\n",
        ] {
            assert_eq!(deep(text), None, "{text}");
        }
        assert_eq!(deep(&"[[activity.fallback]]\nx = [{ a = 1.25 }]\n".repeat(99)), None);
    }

    #[test]
    fn brackets_and_dots_both_count() {
        assert_eq!(deep(&format!("x = {}", "[".repeat(16))), None);
        assert_eq!(deep(&format!("x = {}", "[".repeat(17))), Some(20));
        assert!(deep(&format!("{} = 1", vec!["a"; 20].join("."))).is_some());
        assert!(deep(&"{ a.b.c.d = ".repeat(5)).is_some());
    }

    #[test]
    fn a_tree_that_would_overflow_a_small_stack_is_refused() {
        let key = vec!["a"; 79].join(".");
        let text = format!("x = {}1{}", format!("{{{key} = ").repeat(79), "}".repeat(79));
        assert_eq!(before_parsing(&text).map(|problem| problem.code), Some(Code::TooDeep));
    }

    #[test]
    fn values_are_counted() {
        let text = format!("x = [{}]", "1,".repeat(MAX_VALUES));
        let (tree, _) = DeTable::parse_recoverable(&text);
        let code = after_parsing(tree.get_ref()).map(|problem| problem.code);
        assert_eq!(code, Some(Code::TooMany));
    }
}
