//! Problems as text for people: a snippet each, or a line each.

mod excerpt;

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use self::excerpt::Excerpt;
use super::{Document, Problem, Refusal, Remark, inert};

/// How to show problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Escape sequences for colour.
    pub color: bool,
    /// Drawn snippets; without them, sentences that a screen reader can read.
    pub graphics: bool,
    /// One line for each problem: `file:line:column: code: message`.
    pub short: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, graphics: true, short: false }
    }
}

/// All problems of a refusal, and how many there are. No character of the file reaches the terminal
/// as a command.
pub fn render(refusal: &Refusal, style: Style) -> String {
    let mut text = String::new();
    for problem in &refusal.problems {
        text.push_str(&one(&refusal.document, &Shown::from(problem), style));
    }
    text.push_str(&refusal.summary());
    text.push('\n');
    text
}

/// Every problem in a line of its own, for an error that is passed on as one text.
pub fn summary(refusal: &Refusal) -> String {
    let lines =
        refusal.problems.iter().map(|problem| short(&refusal.document, &Shown::from(problem)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Remarks on a document that is accepted, shown as problems are.
pub fn remarks(document: &Document, remarks: &[Remark], style: Style) -> String {
    let shown = remarks.iter().map(|remark| one(document, &Shown::from(remark), style));
    shown.collect::<Vec<_>>().concat()
}

/// What a problem and a remark have in common.
struct Shown<'a> {
    level: Level<'static>,
    word: &'static str,
    message: &'a str,
    label: &'a str,
    span: Range<usize>,
    also: Option<&'a (Range<usize>, String)>,
    help: &'a [String],
    patch: Option<&'a super::Patch>,
}

impl<'a> From<&'a Problem> for Shown<'a> {
    fn from(problem: &'a Problem) -> Self {
        Self {
            level: Level::ERROR,
            word: problem.code.word(),
            message: &problem.message,
            label: &problem.label,
            span: problem.span.clone(),
            also: problem.also.as_ref(),
            help: &problem.help,
            patch: problem.patch.as_ref(),
        }
    }
}

impl<'a> From<&'a Remark> for Shown<'a> {
    fn from(remark: &'a Remark) -> Self {
        Self {
            level: Level::WARNING,
            word: remark.word,
            message: &remark.message,
            label: "",
            span: remark.span.clone(),
            also: None,
            help: &remark.help,
            patch: None,
        }
    }
}

fn one(document: &Document, shown: &Shown, style: Style) -> String {
    if style.short {
        format!("{}\n", short(document, shown))
    } else {
        format!("{}\n\n", full(document, shown, style))
    }
}

fn short(document: &Document, shown: &Shown) -> String {
    let (line, column) = document.line_column(shown.span.start);
    let (name, message) = (inert(&document.name), inert(shown.message));
    format!("{name}:{line}:{column}: {}: {message}", shown.word)
}

fn full(document: &Document, shown: &Shown, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let main = main_groups(document, shown);
    let helps =
        shown.help.iter().map(|help| Group::with_title(Level::HELP.secondary_title(inert(help))));
    let report: Vec<_> =
        main.into_iter().chain(patch_group(document, shown, style)).chain(helps).collect();
    renderer.no_graphics(!style.graphics).render(&report)
}

fn main_groups<'a>(document: &'a Document, shown: &'a Shown<'a>) -> Vec<Group<'a>> {
    let title = shown.level.clone().primary_title(inert(shown.message)).id(shown.word);
    let name = inert(&document.name);
    if document.text.is_empty() {
        return vec![title.element(Origin::path(name))];
    }
    let mut spans = vec![shown.span.clone()];
    spans.extend(shown.also.iter().map(|(span, _)| span.clone()));
    let excerpt = Excerpt::of(&document.text, &spans);
    let primary = AnnotationKind::Primary
        .span(excerpt.place(0))
        .label((!shown.label.is_empty()).then(|| inert(shown.label)));
    let second = shown
        .also
        .iter()
        .filter(|_| excerpt.shows(1))
        .map(|(_, label)| AnnotationKind::Context.span(excerpt.place(1)).label(inert(label)));
    let snippet = Snippet::source(excerpt.text.clone())
        .line_start(excerpt.line)
        .annotation(primary)
        .annotations(second);
    if excerpt.altered {
        // The snippet's own columns are those of the altered line, so the true ones are given
        // beside it.
        let (line, column) = document.line_column(shown.span.start);
        let origin = Origin::path(name).line(line).char_column(column);
        vec![title.element(origin), Group::with_level(shown.level.clone()).element(snippet)]
    } else {
        vec![title.element(snippet.path(name))]
    }
}

fn patch_group<'a>(
    document: &'a Document,
    shown: &'a Shown<'a>,
    style: Style,
) -> Option<Group<'a>> {
    let patch = shown.patch?;
    let title = Level::HELP.secondary_title(inert(&patch.advice));
    let excerpt = Excerpt::of(&document.text, std::slice::from_ref(&patch.span));
    // In words, a patch names columns, and those of an altered line would mislead.
    if excerpt.altered && !style.graphics {
        return Some(Group::with_title(title));
    }
    let replacement = inert(excerpt::shortened(&patch.replacement));
    let snippet = Snippet::source(excerpt.text.clone())
        .line_start(excerpt.line)
        .patch(Patch::new(excerpt.place(0), replacement));
    Some(title.element(snippet.path(inert(&document.name))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Code;

    fn refusal(text: &str, problem: Problem) -> Refusal {
        Refusal::new(Document::unplaced("a.toml", text), vec![problem])
    }

    const PLAIN: Style = Style { color: false, graphics: true, short: false };

    #[test]
    fn a_problem_has_code_place_label_patch_and_help() {
        let text = "[organization]\nhme = \"DE\"\n";
        let problem = Problem::new(Code::UnknownKey, 15..18, "unknown key `hme`")
            .label("no such key")
            .help("known here: `home`")
            .patch(15..18, "home", "did you mean `home`?");
        let said = render(&refusal(text, problem), PLAIN);
        let expected = "error[unknown-key]: unknown key `hme`
 --> a.toml:2:1
  |
2 | hme = \"DE\"
  | ^^^ no such key
  |
help: did you mean `home`?
  |
2 | home = \"DE\"
  |  +
help: known here: `home`

1 problem in a.toml
";
        assert_eq!(said, expected);
    }

    #[test]
    fn both_places_of_a_duplicate_are_shown() {
        let text = format!("id = 1\n{}id = 2\n", "x = 0\n".repeat(5000));
        let at = text.rfind("id").unwrap();
        let problem = Problem::new(Code::DuplicateKey, at..at + 2, "`id` stands twice")
            .label("a second time")
            .also(0..2, "the first time");
        let said = render(&refusal(&text, problem), PLAIN);
        assert!(
            said.contains("   1 | id = 1\n     | -- the first time\n...\n5002 | id = 2"),
            "{said}"
        );
    }

    #[test]
    fn short_is_one_line_each() {
        let style = Style { short: true, ..PLAIN };
        let problem = Problem::new(Code::Syntax, 7..8, "what is \u{1b}[2Jthis");
        assert_eq!(
            render(&refusal("a = 1\né?\n", problem), style),
            "a.toml:2:1: syntax: what is \\u{1b}[2Jthis\n1 problem in a.toml\n"
        );
    }

    #[test]
    fn active_characters_come_out_inert() {
        let text = "name = \"\u{202e}evil\u{1b}[31m\" ?\n";
        let at = text.find('?').unwrap();
        let problem = Problem::new(Code::Syntax, at..at + 1, "a \u{202e}b")
            .label("c \u{7}d")
            .help("e \u{2066}f")
            .patch(at..at + 1, "\u{200f}", "g \0h");
        for style in [PLAIN, Style { graphics: false, ..PLAIN }] {
            let said = render(&refusal(text, problem.clone()), style);
            let active = |c: char| inert::is_active(c) && c != '\n';
            assert!(!said.contains(active), "{said:?}");
            assert!(said.contains("a.toml:1:21"), "{said}");
        }
    }

    #[test]
    fn a_very_long_line_is_cut_to_a_window() {
        let text = format!("x = [{}?{}]\n", "1, ".repeat(3000), "2, ".repeat(3000));
        let at = text.find('?').unwrap();
        let problem = Problem::new(Code::Syntax, at..at + 1, "fault").label("here");
        let said = render(&refusal(&text, problem), PLAIN);
        assert!(said.lines().all(|line| line.chars().count() < 200), "{said}");
        assert!(said.contains("1, ?2,") && said.contains("a.toml:1:9006"), "{said}");
    }

    #[test]
    fn colour_and_no_graphics_are_choices() {
        let problem = Problem::new(Code::Syntax, 0..1, "fault");
        let coloured = render(&refusal("?\n", problem.clone()), Style { color: true, ..PLAIN });
        assert!(coloured.contains('\u{1b}'));
        let spoken = render(&refusal("?\n", problem), Style { graphics: false, ..PLAIN });
        assert_eq!(spoken, "error syntax: fault\n at a.toml:1:1\n\n1 problem in a.toml\n");
    }
}
