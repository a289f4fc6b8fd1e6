//! What the parser says, in words that help.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Code, Document, Problem, limits, quoted};

/// Syntax faults as problems: one to a line, since what follows a fault on its line is mostly its
/// echo.
pub(super) fn problems(
    document: &Document,
    tree: &DeTable<'_>,
    errors: &[toml::de::Error],
) -> Vec<Problem> {
    let mut faults: Vec<_> = errors
        .iter()
        .map(|error| (document.clamp(&error.span().unwrap_or_default()), error.message()))
        .collect();
    faults.sort_by_key(|(span, _)| (span.start, span.end));
    faults.dedup_by(|next, first| same_line(&document.text, &first.0, &next.0));
    let mut first_places = 0;
    faults
        .into_iter()
        .map(|(span, message)| {
            // Looking for the first of two duplicates walks the tree, so a file of nothing else
            // gets it for a few.
            first_places += 1;
            explain(document, (first_places <= 100).then_some(tree), span, message)
        })
        .collect()
}

fn same_line(text: &str, first: &Range<usize>, next: &Range<usize>) -> bool {
    !text[first.start..next.start].contains('\n')
}

fn explain(
    document: &Document,
    tree: Option<&DeTable<'_>>,
    span: Range<usize>,
    message: &str,
) -> Problem {
    let text = &document.text;
    if message == "duplicate key" {
        return duplicate(text, tree, span);
    }
    if message.contains("recursion") {
        return limits::too_deep(span.start);
    }
    if let Some(what) = message.strip_prefix("invalid date, ") {
        let written = quoted(&text[span.clone()]);
        return Problem::new(Code::BadDate, span, format!("{written} is not a date"))
            .label(what)
            .help("a date is year, month and day: 2026-04-30");
    }
    let problem = Problem::new(Code::Syntax, span.clone(), plain(message));
    advise(problem, text, span, message)
}

/// What the parser means, for people who have not read its grammar.
fn plain(message: &str) -> String {
    let plain = match message.split(", expected ").next().unwrap_or_default() {
        "string values must be quoted" => "text must stand in quotes",
        "invalid basic string" | "invalid literal string" if !message.contains("character") => {
            "the closing quote is missing"
        }
        "unclosed table" => "the closing bracket of the header is missing",
        "missing comma between array elements" => "a comma is missing in the list",
        "key with no value" => "a key must have `=` and a value",
        "unquoted keys cannot be empty" => "a key is missing",
        _ => message,
    };
    plain.to_owned()
}

fn advise(problem: Problem, text: &str, span: Range<usize>, message: &str) -> Problem {
    let written = &text[span.clone()];
    let line = line_from(text, span.start);
    if message.starts_with("invalid boolean") {
        let word = written.to_lowercase();
        return match word.as_str() {
            "true" | "false" => problem.patch(span, word, "write it in lower-case letters").safe(),
            _ => problem.help("write `true` or `false`"),
        };
    }
    if message.starts_with("string values must be quoted") {
        return unquoted(problem, written, span);
    }
    if written == ":" {
        return problem.patch(span, " =", "a key and its value are joined by `=`").safe();
    }
    if message.starts_with("key with no value") && line.contains(':') {
        return problem.help("a key and its value are joined by `=`");
    }
    if let Some(insert) = forgotten(message) {
        let end = text[..span.start].trim_end().len();
        return problem.patch(end..end, insert, format!("write `{insert}` here"));
    }
    if line.contains(['“', '”', '„', '‘', '’']) {
        return problem.help("use plain quotes, `\"`, not those of a word processor");
    }
    problem
}

/// The character that the parser missed, where adding it is all there is to do.
fn forgotten(message: &str) -> Option<&'static str> {
    if message.starts_with("unclosed table, expected `]`") {
        Some("]")
    } else if message.starts_with("missing comma between array elements") {
        Some(",")
    } else {
        None
    }
}

fn unquoted(problem: Problem, written: &str, span: Range<usize>) -> Problem {
    if written.is_empty() {
        return problem.label("a value is missing here");
    }
    if written.starts_with(['“', '„', '‘']) {
        return problem.help("use plain quotes, `\"`, not those of a word processor");
    }
    if written.contains(['"', '\\']) {
        return problem;
    }
    let fixed = format!("\"{}\"", written.trim_end());
    problem.patch(span, fixed, "text stands between quotes").safe()
}

fn line_from(text: &str, start: usize) -> &str {
    text[start..].lines().next().unwrap_or_default()
}

/// A key or a header that stands twice. The parser names only the second; the first is what a
/// person looks for.
fn duplicate(text: &str, tree: Option<&DeTable<'_>>, span: Range<usize>) -> Problem {
    let key = &text[span.clone()];
    let line_start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let header = line_from(text, line_start).trim().starts_with('[');
    let first = if header {
        first_header(&text[..line_start], line_from(text, line_start))
    } else {
        tree.and_then(|tree| first_key(text, tree, &unquote(key), span.start))
    };
    let problem = Problem::new(Code::DuplicateKey, span, format!("{} stands twice", quoted(key)))
        .label("a second time")
        .help("keep one of them");
    match first {
        Some(first) => problem.also(first, "the first time"),
        None => problem,
    }
}

fn unquote(key: &str) -> String {
    key.trim_matches(['"', '\'']).to_owned()
}

/// Where the same header stands above. The tree cannot tell: it keeps the place of the last.
fn first_header(above: &str, header: &str) -> Option<Range<usize>> {
    let wanted = header_name(header);
    let mut start = 0;
    for line in above.split_inclusive('\n') {
        if line.trim_start().starts_with('[') && header_name(line) == wanted {
            let indent = line.len() - line.trim_start().len();
            return Some(start + indent..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn header_name(line: &str) -> &str {
    let line = line.trim_start().trim_start_matches('[');
    line.split([']', '#', '\n']).next().unwrap_or_default().trim()
}

/// The nearest key of that name above `before`, inside the same inline table if there is one.
fn first_key(text: &str, table: &DeTable<'_>, name: &str, before: usize) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut offer = |found: Option<Range<usize>>| {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| best.start < found.start)
        {
            best = Some(found);
        }
    };
    for (key, value) in table {
        let here = key.get_ref() == name && key.span().start < before;
        offer(here.then(|| key.span()));
        let inline =
            text[value.span()].starts_with(['{', '[']) && value.span().start > key.span().end;
        if !inline || value.span().contains(&before) {
            offer(first_inside(text, value.get_ref(), name, before));
        }
    }
    best
}

fn first_inside(
    text: &str,
    value: &DeValue<'_>,
    name: &str,
    before: usize,
) -> Option<Range<usize>> {
    match value {
        DeValue::Table(table) => first_key(text, table, name, before),
        DeValue::Array(items) => items
            .iter()
            .filter_map(|item| first_inside(text, item.get_ref(), name, before))
            .max_by_key(|span| span.start),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(text: &str) -> Vec<Problem> {
        let document = Document::unplaced("test.toml", text);
        let (tree, errors) = DeTable::parse_recoverable(text);
        problems(&document, tree.get_ref(), &errors)
    }

    fn firsts(text: &str) -> Vec<usize> {
        explained(text).iter().filter_map(|problem| Some(problem.also.as_ref()?.0.start)).collect()
    }

    #[test]
    fn the_first_of_two_keys_is_shown() {
        assert_eq!(firsts("a = 1\na = 2\n"), [0]);
        assert_eq!(firsts("[[c]]\nid = 1\n[[c]]\nid = 2\nid = 3\n"), [19]);
        assert_eq!(firsts("x = { n = 1, y = { n = 2 }, n = 3 }\n"), [6]);
        assert_eq!(firsts("n = 0\nx = { \"n\" = 1, n = 3 }\n"), [12]);
    }

    #[test]
    fn the_first_of_two_headers_is_shown() {
        assert_eq!(firsts("a = 1\n[t]\nx = 1\n[u]\n [ t ] # again\n"), [6]);
    }

    #[test]
    fn one_problem_to_a_line() {
        let found = explained("c = [1,2\nd=3\n");
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn unquoted_words_are_quoted() {
        let found = explained("home = DE\nx = True\ny = yes\n");
        let patches: Vec<_> =
            found.into_iter().filter_map(|problem| Some(problem.patch?.replacement)).collect();
        assert_eq!(patches, ["\"DE\"", "true", "\"yes\""]);
    }

    #[test]
    fn impossible_dates_are_no_syntax_faults() {
        let found = explained("a = 2026-02-30\nb = 2026-13-01\n");
        let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::BadDate; 2]);
    }
}
