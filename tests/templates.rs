//! The templates against full, small and hostile views.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use blackstart::{
    advise::Advised,
    analysis::{InTurn, analyse},
    assess::{Facts, assess, unanswered::worth_answering},
    estate,
    knowledge::{self, Knowledge},
    modelling,
    profile::Profile,
    report::{self, PlanReport, ReportView, TemplateError, Templates, earlier::Earlier},
    simulation::options::Options,
};
use serde_json::Value;

use crate::support::root;

const PROFILES: [&str; 4] = ["lantern-newsroom", "meridian-freight", "minimal", "northgate-bank"];

pub fn profile(name: &str) -> Profile {
    let path = root().join("profiles").join(format!("{name}.toml"));
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn views_of(profile: &Profile) -> (ReportView, PlanReport) {
    static KNOWLEDGE: LazyLock<Knowledge> =
        LazyLock::new(|| knowledge::load(&BTreeMap::new()).unwrap());
    let estate = estate::resolve(profile, &KNOWLEDGE, "2026-11-22".parse().unwrap());
    let modelled = modelling::model(&estate);
    let options = Options { trials: 4_096, ..Options::default() };
    let analysis = analyse(&modelled.model, options, &InTurn).unwrap();
    let open = worth_answering(&estate, &InTurn);
    let facts = Facts {
        estate: &estate,
        modelled: &modelled,
        outcome: &analysis.outcome,
        analysis: &analysis,
        open: &open,
    };
    let advised = Advised::by_profile(&estate, &modelled, &InTurn);
    let assessment = assess(&facts);
    let first = report::build(&facts, &assessment, &advised, &[]);
    let earlier = [earlier(&first, "2026-05-22"), earlier(&first, "2026-08-22")];
    (report::build(&facts, &assessment, &advised, &earlier), report::plan(&facts, &advised))
}

/// A report as if it had been of another day.
fn earlier(view: &ReportView, day: &str) -> Earlier {
    let mut value = serde_json::to_value(view).unwrap();
    value["as_of"] = day.into();
    let (name, currency) = (&view.organization.name, &view.organization.currency);
    let as_of = view.as_of.parse().unwrap();
    Earlier::read(&value.to_string(), name, currency, as_of).unwrap()
}

fn view_of(profile: &Profile) -> ReportView {
    views_of(profile).0
}

fn both(view: &ReportView) -> (String, String) {
    let templates = Templates::embedded().unwrap();
    (report::html(view, &templates).unwrap(), report::markdown(view, &templates).unwrap())
}

/// A name, a text in the middle of sentences, and an address can hold anything.
pub const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{organization}} {{{organization}}} {{> html/board}}",
    "[x](javascript:alert(1)) ![x](https://evil.example/x.png) <javascript:alert(1)>",
    "| a | b |\n| --- | --- |\n\n# heading\n- item\n1. item\n> quote",
    "=cmd|' /C calc'!A0",
    "\u{202e}evil\u{2066}\u{200b}",
    "\u{0}\u{1b}[31m\u{7}\r\n\u{85}",
    "\" onmouseover=\"alert(1) ' `code` ``` ~~~ $x$ &lt;script&gt; \\",
    "@octocat #1 https://evil.example www.evil.example a@evil.example :tada:",
];

fn hostile() -> ReportView {
    let mut profile = profile("meridian-freight");
    let long = "n".repeat(10_000);
    let mut next = HOSTILE.iter().copied().chain([long.as_str()]).cycle();
    let mut text = || next.next().unwrap().to_owned();
    profile.organization.name = HOSTILE.concat();
    profile.organization.sector = Some(text());
    for channel in &mut profile.channel {
        channel.name = Some(text());
    }
    for activity in &mut profile.activity {
        activity.name = Some(text());
        activity.owner = Some(text());
    }
    for contact in &mut profile.contact {
        contact.name = Some(text());
        contact.role = Some(text());
        contact.phone = Some(text());
        contact.other = Some(text());
    }
    for switchover in profile.activity.iter_mut().filter_map(|one| one.switchover.as_mut()) {
        switchover.code_word = Some(text());
        switchover.meeting_point = Some(text());
        switchover.meeting_time = Some(text());
    }
    let mut one = profile.acceptance[0].clone();
    for hostile in HOSTILE {
        one.finding = format!("untested-fallback:*:{hostile}");
        hostile.clone_into(&mut one.reason);
        hostile.clone_into(&mut one.owner);
        profile.acceptance.push(one.clone());
    }
    let mut view = view_of(&profile);
    for (source, url) in view.sources.iter_mut().zip([
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://evil.example/\"onclick=\"alert(1)",
        "https://evil.example/> [x](y) | `",
        "https://evil.example/>[x](y)|`",
        "file:///etc/passwd",
    ]) {
        source.url = Some(url.to_owned());
        HOSTILE[2].clone_into(&mut source.title);
    }
    view
}

#[test]
fn every_profile_renders_in_both_formats() {
    for name in PROFILES {
        let view = view_of(&profile(name));
        let (html, markdown) = both(&view);
        assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"), "{name}");
        assert!(markdown.starts_with("# ") && markdown.ends_with('\n'), "{name}");
        for (format, text) in [("HTML", &html), ("Markdown", &markdown)] {
            assert!(!text.contains("{{") && !text.contains("}}"), "{name} in {format}");
            assert!(!text.contains("[object]"), "{name} in {format}");
        }
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let view = view_of(&profile("meridian-freight"));
    assert_eq!(both(&view), both(&view.clone()));
}

#[test]
fn every_path_of_every_template_is_in_the_view() {
    let templates = Templates::embedded().unwrap();
    assert_eq!(templates.faults(), []);
    assert_eq!(templates.unused(), [""; 0]);
}

#[test]
fn a_path_that_no_run_would_miss_is_found() {
    let faults = |name: &str, text: &str| {
        let faults = overridden(name, text).unwrap().faults();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (text, expected) in [
        ("a\n{{#if currenzy}}b{{/if}}", "line 2, column 1: the report has no value `currenzy`"),
        ("{{#if as_of}}{{else}}{{nope}}{{/if}}", "column 22: the report has no value `nope`"),
        ("{{#each findings}}{{idd}}{{/each}}", "no value `idd`; did you mean `id`?"),
        ("{{#each findings as |one|}}{{one.code}}{{one.nope}}{{/each}}", "no value `one.nope`"),
        ("{{#each findings}}{{../as_of}}{{../nope}}{{/each}}", "no value `../nope`"),
        ("{{#with method}}{{@root.nope}}{{@root.as_of}}{{/with}}", "no value `nope`"),
        ("{{#if (eq as_off 1)}}{{/if}}", "no value `as_off`; did you mean `as_of`?"),
        ("{{#if as_of}}{{else}}{{nope as_of}}{{/if}}", "no helper is called `nope`"),
    ] {
        let faults = faults("markdown/board.hbs", text);
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert!(faults[0].contains("`markdown/board.hbs`"), "{faults:?}");
        assert!(faults[0].contains(expected), "{text}: {faults:?}");
    }
}

#[test]
fn no_part_of_the_view_is_left_out() {
    let Value::Object(view) = serde_json::to_value(view_of(&profile("minimal"))).unwrap() else {
        panic!("a view is an object");
    };
    let templates =
        [("html", root().join("templates/html")), ("md", root().join("templates/markdown"))];
    for (format, folder) in templates {
        let all: String = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        for key in view.keys() {
            // What kind of document it is, a program has to be told; a chart draws the map.
            let told = key == "document" || (format == "html" && key == "dependency_map");
            assert!(told || all.contains(key.as_str()), "{key} in {format}");
        }
    }
}

#[test]
fn both_formats_have_all_findings_under_their_ids() {
    for name in PROFILES {
        let view = view_of(&profile(name));
        let (html, markdown) = both(&view);
        let known: Vec<&str> = view.findings.iter().map(|finding| finding.id.as_str()).collect();
        let between = |text: &str, start: &str, end: char| -> Vec<String> {
            let parts = text.split(start).skip(1);
            parts.map(|part| part.split(end).next().unwrap().to_owned()).collect()
        };
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let expected = sorted(known.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(sorted(between(&html, "id=\"finding-", '"')), expected, "{name}");
        let chapter = markdown.split("\n## ").find(|part| part.starts_with("Annex B")).unwrap();
        assert_eq!(sorted(between(chapter, "\n- `", '`')), expected, "{name}");
    }
}

#[test]
fn references_lead_to_anchors() {
    for name in PROFILES {
        let (html, _) = both(&view_of(&profile(name)));
        let ids: Vec<&str> =
            html.split(" id=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name} has an id twice");
        for part in html.split("href=\"#").skip(1) {
            let target = part.split('"').next().unwrap();
            assert!(unique.contains(target), "{name}: nothing is called {target}");
        }
    }
}

#[test]
fn headings_step_down_one_at_a_time() {
    for name in PROFILES {
        let (html, _) = both(&view_of(&profile(name)));
        let levels = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next());
        let levels: Vec<u32> = levels.filter_map(|level| level.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name}: h{} under h{}", pair[1], pair[0]);
        }
    }
}

/// The page without its script, which must be the one that its policy lets in.
fn without_script(html: &str) -> String {
    let text = std::fs::read_to_string(root().join("templates/script.js")).unwrap();
    let script = format!("<script>{text}</script>");
    let parts: Vec<&str> = html.split(&script).collect();
    assert_eq!(parts.len(), 2, "the script stands there once, as it is");
    parts.concat()
}

#[test]
fn the_page_asks_the_network_for_nothing() {
    let html = without_script(&both(&view_of(&profile("meridian-freight"))).0);
    let (head, body) = html.split_once("<body>").unwrap();
    for part in ["<script", "<link", "<iframe", "<img", "<object", "<form", "@import", "url("] {
        assert!(!html.contains(part), "{part}");
    }
    assert!(!head.contains("http:") && !head.contains("https:"));
    assert!(!body.contains(" style=") && !body.contains("src="));
    for kind in ["style-src", "script-src"] {
        let after = head.split(&format!("{kind} 'sha256-")).nth(1).unwrap();
        assert_eq!(after.split('\'').next().unwrap().len(), 44);
    }
}

#[test]
fn hostile_text_is_inert_in_html() {
    let html = without_script(&both(&hostile()).0);
    let body = html.split_once("<body>").unwrap().1;
    let lower = body.to_lowercase();
    for part in ["<script", "<img", "href=\"javascript", "href=\"data", "href=\"file", "<!--"] {
        assert!(!lower.contains(part), "{part}");
    }
    assert!(lower.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(body.contains("{{organization}}"), "braces stay as written");
    // Every tag is one that the templates wrote: none has an attribute that acts.
    for tag in body.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap().to_lowercase();
        let tag: String = tag.split('"').step_by(2).collect();
        assert!(!tag.contains(" on"), "{tag}");
    }
    assert!(!html.contains(active), "a control or bidirectional character");
    assert!(html.contains("\\u{202e}evil"));
    assert_eq!(html.matches("<h1>").count(), 1);
}

#[test]
fn hostile_text_is_inert_in_markdown() {
    let (_, markdown) = both(&hostile());
    assert!(!markdown.contains(active), "a control or bidirectional character");
    let mut cells = None;
    let (before, rest) = markdown.split_once("```mermaid\n").unwrap();
    let (diagram, after) = rest.split_once("```\n").unwrap();
    inert_diagram(diagram);
    for line in before.lines().chain(after.lines()) {
        if line.starts_with('|') {
            let now = unescaped(line, '|').len();
            assert_eq!(*cells.get_or_insert(now), now, "cells of {line}");
            assert!(line.ends_with('|'), "{line}");
        } else {
            cells = None;
        }
        for at in unescaped(line, '<') {
            let known = ["<!-- -->", "<http://", "<https://"];
            assert!(known.iter().any(|known| line[at..].starts_with(known)), "{line}");
        }
        for at in unescaped(line, ']') {
            assert!(!line[at..].starts_with("](") && !line[at..].starts_with("]:"), "{line}");
        }
        for (at, _) in line.match_indices("://") {
            let linked = line[..at].rsplit(' ').next().unwrap().starts_with('<');
            assert!(linked || line[..at].ends_with('\\'), "{line}");
        }
        assert!(!line.contains(" www."), "{line}");
        let text = line.trim_start();
        for mark in [">", "```", "~~~", "===", "    "] {
            assert!(!text.starts_with(mark), "{line}");
        }
    }
    let plain = both(&view_of(&profile("meridian-freight"))).1;
    let headings = |text: &str| {
        let lines = text.lines().filter(|line| line.starts_with('#'));
        lines.map(|line| line.split(' ').next().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!(headings(&plain)[..8], headings(&markdown)[..8]);
}

/// Every line is a node with a quoted label, or an edge between two keys.
fn inert_diagram(diagram: &str) {
    for line in diagram.lines().skip(1) {
        let (key, rest) = line.trim().split_once(['[', ' ']).unwrap();
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric()), "{line}");
        if line.contains('[') {
            let label = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix("\"]")).unwrap();
            assert!(!label.contains(['"', '`', '[', ']', '<', '>', '&', '{', '|']), "{line}");
        } else {
            let (arrow, to) = rest.split_once(' ').unwrap();
            assert!(["-->", "-.->", "==>"].contains(&arrow), "{line}");
            assert!(to.chars().all(|c| c.is_ascii_alphanumeric()), "{line}");
        }
    }
}

/// Places of a character that no backslash escapes.
pub fn unescaped(line: &str, wanted: char) -> Vec<usize> {
    let (mut places, mut escaped) = (Vec::new(), false);
    for (at, character) in line.char_indices() {
        if character == wanted && !escaped {
            places.push(at);
        }
        escaped = character == '\\' && !escaped;
    }
    places
}

/// Acts instead of being seen; the templates' own line ends aside.
pub fn active(character: char) -> bool {
    character != '\n'
        && (character.is_control()
            || matches!(character, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

fn overridden(name: &str, text: &str) -> Result<Templates, TemplateError> {
    Templates::with_overrides(&BTreeMap::from([(name.to_owned(), text.to_owned())]))
}

#[test]
fn a_template_can_be_replaced() {
    let templates = overridden("html/report.hbs", "{{#each regions}}{{name}} {{/each}}").unwrap();
    let view = view_of(&profile("minimal"));
    assert_eq!(report::html(&view, &templates).unwrap(), "Russia ");
    assert!(report::markdown(&view, &templates).unwrap().starts_with("# Acme"));
    let styled = overridden("style.css", "a { color: red }\r\n").unwrap();
    let html = report::html(&view, &styled).unwrap();
    assert!(html.contains("<style>a { color: red }\n</style>"));
    assert_ne!(html.split("sha256-").nth(1), both(&view).0.split("sha256-").nth(1));
}

#[test]
fn what_is_wrong_with_a_template_is_said_with_its_place() {
    let view = view_of(&profile("minimal"));
    let said = |name: &str, text: &str| match overridden(name, text) {
        Err(error) => error.to_string(),
        Ok(templates) => {
            let html = report::html(&view, &templates).err();
            html.or(report::markdown(&view, &templates).err()).unwrap().to_string()
        }
    };
    for (name, text, expected) in [
        (
            "html/bord.hbs",
            "",
            "no template is called `html/bord.hbs`; did you mean `html/board.hbs`?",
        ),
        (
            "html/board.hbs",
            "a\n  {{> html/scala}}",
            "template `html/board.hbs`, line 2, column 3: no template is called `html/scala`; did you mean `html/scale`?",
        ),
        (
            "html/board.hbs",
            "{{> (list unknown)}}",
            "template `html/board.hbs`, line 1, column 1: a partial has to be named, not computed",
        ),
        (
            "html/scale.hbs",
            "{{#if level}}{{else}}{{> html/board}}{{/if}}",
            "templates include each other without end: html/board.hbs > html/scale.hbs > html/board.hbs",
        ),
        (
            "markdown/board.hbs",
            "\n{{nope}}",
            "template `markdown/board.hbs`, line 2, column 1: the report has no value `nope`",
        ),
        (
            "html/board.hbs",
            "{{list nope}}",
            "template `html/board.hbs`, line 1, column 1: the report has no value `nope`",
        ),
        (
            "html/board.hbs",
            "{{list as_of}}",
            "template `html/board.hbs`, line 1, column 1: `list` cannot use this value",
        ),
        (
            "html/board.hbs",
            "\n{{#if as_of}}",
            "template `html/board.hbs`, line 2, column 14: this is no expression, or a block is not closed",
        ),
        (
            "html/board.hbs",
            "{{mono as_of}}",
            "template `html/board.hbs`, line 1, column 1: no helper is called `mono`",
        ),
    ] {
        assert_eq!(said(name, text), expected);
    }
}
