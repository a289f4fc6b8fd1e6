//! The report as GitHub-flavoured Markdown: one row a line, so that two quarters can be compared.

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext};
use serde_json::Value;

use super::{
    templates::{TemplateError, Templates, is_web, parameter},
    view::ReportView,
};
use crate::document::inert;

/// Renders the view.
pub fn markdown(view: &ReportView, templates: &Templates) -> Result<String, TemplateError> {
    templates.markdown(view)
}

/// Sets what only this format needs: how to escape, code spans and links.
pub(super) fn prepare(registry: &mut Handlebars) {
    registry.register_escape_fn(escape);
    registry.register_helper("mono", Box::new(mono_helper));
    registry.register_helper("address", Box::new(address_helper));
    registry.register_helper("mermaid", Box::new(mermaid_helper));
}

fn mermaid_helper(
    helper: &Helper,
    _: &Handlebars,
    _: &Context,
    _: &mut RenderContext,
    out: &mut dyn Output,
) -> HelperResult {
    out.write(&mermaid(parameter(helper)?.as_str().unwrap_or_default()))?;
    Ok(())
}

/// Characters of a label in a diagram.
const LABEL: usize = 60;

/// Text between the quotation marks of a label in a diagram. What could end the label or the code
/// block, or act in either, is written as a number, which the diagram shows as the character.
fn mermaid(text: &str) -> String {
    let flat = text.replace(['\n', '\r', '\t'], " ");
    let shown = inert(flat.trim());
    let mut safe = String::new();
    for (at, character) in shown.chars().enumerate() {
        match character {
            _ if at == LABEL => {
                safe.push('…');
                break;
            }
            ' ' | ',' | '.' | '-' | '(' | ')' => safe.push(character),
            _ if character.is_alphanumeric() => safe.push(character),
            _ => safe.extend(["#", &u32::from(character).to_string(), ";"]),
        }
    }
    safe
}

fn mono_helper(
    helper: &Helper,
    _: &Handlebars,
    _: &Context,
    _: &mut RenderContext,
    out: &mut dyn Output,
) -> HelperResult {
    out.write(&code(parameter(helper)?.as_str().unwrap_or_default()))?;
    Ok(())
}

fn address_helper(
    helper: &Helper,
    _: &Handlebars,
    _: &Context,
    _: &mut RenderContext,
    out: &mut dyn Output,
) -> HelperResult {
    if let Value::String(url) = parameter(helper)? {
        out.write(&address(url))?;
    }
    Ok(())
}

/// An id in code font. Backslashes do not escape inside of code, so whatever is more than an id is
/// written as text.
fn code(text: &str) -> String {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '.' | '_' | '*' | '/');
    if !text.is_empty() && text.chars().all(plain) { format!("`{text}`") } else { escape(text) }
}

/// A page as `<https://…>`; anything else as text.
fn address(url: &str) -> String {
    if !is_web(url) {
        return escape(url);
    }
    let mut safe = String::from("<");
    for character in inert(url).chars() {
        match character {
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '[' => safe.push_str("%5B"),
            ']' => safe.push_str("%5D"),
            '|' => safe.push_str("%7C"),
            '\\' => safe.push_str("%5C"),
            '`' => safe.push_str("%60"),
            _ => safe.push(character),
        }
    }
    safe.push('>');
    safe
}

/// Text of a person as text of a document: no mark acts as a mark, on a line of its own, inside of
/// a line, or in the cell of a table.
fn escape(text: &str) -> String {
    let flat = text.replace(['\n', '\r', '\t'], " ");
    let shown = inert(flat.trim());
    let mut safe = String::with_capacity(shown.len() + 16);
    let mut before = None;
    let mut rest = shown.chars().peekable();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied();
        if acts(before, character, after, &safe) {
            safe.push('\\');
        }
        safe.push(character);
        // A backslash keeps neither GitHub nor GitLab from sending a mail to @somebody or from
        // linking #1; an empty comment does, and no reader sees it.
        if is_mention(character, after) {
            safe.push_str("<!-- -->");
        }
        before = Some(character);
    }
    safe
}

/// Would the character be read as a mark?
fn acts(before: Option<char>, character: char, after: Option<char>, so_far: &str) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '@' | '$'
        | '{' | '}' => true,
        // Marks of lists, headings and rules act only where a line starts.
        '-' | '+' | '=' => before.is_none(),
        '.' | ')' if after.is_none_or(char::is_whitespace) && numbers_a_list(so_far) => true,
        // Bare addresses become links, and words between colons become pictures.
        ':' => after.is_some_and(|c| c == '/' || c.is_ascii_alphabetic()),
        '.' => {
            so_far.len() >= 3
                && so_far[so_far.len().saturating_sub(3)..].eq_ignore_ascii_case("www")
        }
        _ => false,
    }
}

/// Is this `1` of a `1.` at the start of a line?
fn numbers_a_list(so_far: &str) -> bool {
    !so_far.is_empty() && so_far.len() < 10 && so_far.chars().all(|c| c.is_ascii_digit())
}

fn is_mention(character: char, after: Option<char>) -> bool {
    match character {
        '@' => after.is_some_and(char::is_alphanumeric),
        '#' => after.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        for (text, safe) in [
            ("Acme <b>| *x*", "Acme \\<b\\>\\| \\*x\\*"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript\\:alert(1))"),
            ("- a\n# b", "\\- a \\# b"),
            ("1. a 2. b", "1\\. a 2. b"),
            ("2026-02-11: 12 %", "2026-02-11: 12 %"),
            ("https://a.example www.b.example", "https\\://a.example www\\.b.example"),
            ("é www.b", "é www\\.b"),
            ("@octocat #1 a@b", "\\@<!-- -->octocat \\#<!-- -->1 a\\@<!-- -->b"),
            (":tada: $x$ {{y}}", "\\:tada: \\$x\\$ \\{\\{y\\}\\}"),
            ("=cmd|' /C calc'!A0", "\\=cmd\\|' /C calc'!A0"),
            ("    code", "code"),
            ("\u{202e}evil", "\\\\u\\{202e\\}evil"),
        ] {
            assert_eq!(escape(text), safe);
        }
    }

    #[test]
    fn code_is_for_ids_only() {
        assert_eq!(code("untested-fallback:*:TR"), "`untested-fallback:*:TR`");
        assert_eq!(code("a`b|c"), "a\\`b\\|c");
    }

    #[test]
    fn labels_of_diagrams_end_nothing() {
        assert_eq!(mermaid("Accident line, Russia"), "Accident line, Russia");
        assert_eq!(mermaid("a\"]\nclick a \"x\"```"), "a#34;#93; click a #34;x#34;#96;#96;#96;");
        assert_eq!(mermaid(&"n".repeat(10_000)).chars().count(), LABEL + 1);
    }

    #[test]
    fn only_pages_are_addresses() {
        assert_eq!(address("https://a.example/x|y>z"), "<https://a.example/x%7Cy%3Ez>");
        assert_eq!(address("javascript:alert(1)"), "javascript\\:alert(1)");
        assert_eq!(address("https://a b"), "https\\://a b");
    }
}
