//! The templates against full and small views.

use std::collections::{BTreeMap, BTreeSet};

use blackstart::report::{self, TemplateError, Templates};
use serde_json::Value;

use crate::support::{
    root,
    views::{PROFILES, both, example, rendered, without_script},
};

#[test]
fn every_profile_renders_in_both_formats() {
    for name in PROFILES {
        let (html, markdown) = rendered(name);
        assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"), "{name}");
        assert!(markdown.starts_with("# ") && markdown.ends_with('\n'), "{name}");
        for (format, text) in [("HTML", html), ("Markdown", markdown)] {
            assert!(!text.contains("{{") && !text.contains("}}"), "{name} in {format}");
            assert!(!text.contains("[object]"), "{name} in {format}");
        }
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let name = "meridian-freight";
    assert_eq!(*rendered(name), both(&example(name).clone()));
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
    let Value::Object(view) = serde_json::to_value(example("minimal")).unwrap() else {
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
            // What kind of document it is, a program has to be told; a chart draws the map; the
            // result in short is that of the terminal.
            let told = key == "document"
                || key == "in_short"
                || (format == "html" && key == "dependency_map");
            assert!(told || all.contains(key.as_str()), "{key} in {format}");
        }
    }
}

#[test]
fn references_lead_to_anchors() {
    for name in PROFILES {
        let (html, _) = rendered(name);
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
        let (html, _) = rendered(name);
        let levels = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next());
        let levels: Vec<u32> = levels.filter_map(|level| level.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name}: h{} under h{}", pair[1], pair[0]);
        }
    }
}

#[test]
fn the_page_asks_the_network_for_nothing() {
    let html = without_script(&rendered("meridian-freight").0);
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

fn overridden(name: &str, text: &str) -> Result<Templates, Box<TemplateError>> {
    Templates::with_overrides(&BTreeMap::from([(name.to_owned(), text.to_owned())]))
        .map_err(Box::new)
}

#[test]
fn a_template_can_be_replaced() {
    let templates = overridden("html/report.hbs", "{{#each regions}}{{name}} {{/each}}").unwrap();
    let view = example("minimal");
    assert_eq!(report::html(view, &templates).unwrap(), "Russia ");
    assert!(report::markdown(view, &templates).unwrap().starts_with("# Acme"));
    let styled = overridden("style.css", "a { color: red }\r\n").unwrap();
    let html = report::html(view, &styled).unwrap();
    assert!(html.contains("<style>a { color: red }\n</style>"));
    assert_ne!(html.split("sha256-").nth(1), both(view).0.split("sha256-").nth(1));
}

#[test]
fn what_is_wrong_with_a_template_is_said_with_its_place() {
    let view = example("minimal");
    let said = |name: &str, text: &str| match overridden(name, text) {
        Err(error) => error.to_string(),
        Ok(templates) => {
            let html = report::html(view, &templates).err();
            html.or(report::markdown(view, &templates).err()).unwrap().to_string()
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
