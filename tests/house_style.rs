//! Templates of a house: exported, replaced, and wrong.

use blackstart::report::Templates;

use crate::support::{Ran, Tool, root};

/// A run on the smallest example with files of a house.
fn styled(files: &[(&str, &str)], args: &[&str]) -> Ran {
    let mut tool = Tool::new(args).profile("minimal.toml");
    for (name, text) in files {
        tool = tool.file(&format!("house/{name}"), text);
    }
    tool.run()
}

const HTML: [&str; 8] =
    ["assess", "minimal.toml", "--format", "html", "--templates", "house", "--output", "out.html"];

#[test]
fn export_writes_every_default_and_overwrites_nothing() {
    let ran = Tool::new(&["templates", "export", "house"]).run().code(0);
    let names: Vec<String> =
        Templates::defaults().map(|(name, _)| format!("house/{name}")).collect();
    assert_eq!(ran.files(), names);
    for (name, text) in Templates::defaults() {
        assert_eq!(ran.read(&format!("house/{name}")), text);
    }
    let ran = Tool::new(&["templates", "export", "house"])
        .file("house/html/board.hbs", "mine")
        .run()
        .code(1)
        .says("`house/html/board.hbs` is there already");
    assert_eq!(ran.files(), ["house/html/board.hbs"]);
    assert_eq!(ran.read("house/html/board.hbs"), "mine");
}

#[test]
fn list_names_what_export_writes() {
    let ran = Tool::new(&["templates", "list"]).run().code(0);
    let names: Vec<&str> = Templates::defaults().map(|(name, _)| name).collect();
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), names);
}

#[test]
fn the_defaults_in_a_folder_give_the_same_report() {
    let plain = Tool::new(&["assess", "minimal.toml", "--as-of", "2026-11-22", "--format", "html"])
        .profile("minimal.toml")
        .run()
        .code(0);
    let mut args = vec!["assess", "minimal.toml", "--as-of", "2026-11-22", "--format", "html"];
    args.extend(["--templates", "house"]);
    let mut own = Tool::new(&args).profile("minimal.toml");
    for (name, text) in Templates::defaults() {
        own = own.file(&format!("house/{name}"), text.replace('\n', "\r\n"));
    }
    assert_eq!(own.run().code(0).stdout, plain.stdout);
}

#[test]
fn an_empty_file_leaves_a_section_out() {
    let whole = styled(&[], &["assess", "minimal.toml", "--format", "markdown"]).code(0).stdout;
    let args = ["assess", "minimal.toml", "--format", "markdown", "--templates", "house"];
    let short = styled(&[("markdown/trust.hbs", "")], &args).code(0).stdout;
    assert!(short.len() < whole.len());
    assert!(whole.lines().any(|line| line.starts_with("## 12 ")));
    assert!(!short.lines().any(|line| line.starts_with("## 12 ")));
}

#[test]
fn plans_and_drills_take_templates_too() {
    let plan = ["plan", "minimal.toml", "--format", "html", "--templates", "house"];
    let ran = styled(&[("html/plan.hbs", "Plan of {{organization.name}}")], &plan).code(0);
    assert_eq!(ran.stdout, "Plan of Acme");
    let drill = [
        "drill",
        "minimal.toml",
        "--scenario",
        "throttling",
        "--region",
        "RU",
        "--format",
        "markdown",
        "--templates",
        "house",
    ];
    let ran = styled(&[("markdown/drill.hbs", "{{region.name}}")], &drill).code(0);
    assert_eq!(ran.stdout, "Russia");
}

#[test]
fn mistakes_are_told_with_their_place_and_nothing_is_written() {
    for (name, text, said) in [
        (
            "html/board.hbs",
            "<p>\n{{#if currenzy}}x{{/if}}",
            &["[template-value]", "house/html/board.hbs:2:1", "as_of"][..],
        ),
        (
            "html/board.hbs",
            "{{#each findings}}{{idd}}{{/each}}",
            &["[template-value]", ":1:19", "did you mean `id`?", "severity"],
        ),
        ("html/board.hbs", "{{#each findings}}", &["[template-syntax]", "house/html/board.hbs:1:"]),
        (
            "html/board.hbs",
            "{{shout as_of}}",
            &["[template-helper]", "no helper is called `shout`"],
        ),
        (
            "html/board.hbs",
            "{{> html/scala}}",
            &["[template-partial]", "did you mean `html/scale`?"],
        ),
        ("html/scale.hbs", "{{> html/board}}", &["[template-cycle]", "html/scale.hbs"]),
        ("html/bord.hbs", "", &["[template-name]", "did you mean `html/board.hbs`?"]),
    ] {
        let files = [(name, text)];
        let ran = styled(&files, &HTML).code(1);
        for part in said {
            assert!(ran.stderr.contains(part), "no {part:?} in\n{}", ran.stderr);
        }
        assert_eq!(ran.files(), [format!("house/{name}"), "minimal.toml".to_owned()]);
        let check = styled(&files, &["templates", "check", "house"]).code(1);
        assert_eq!(check.stderr, ran.stderr);
    }
}

#[test]
fn a_value_that_a_helper_cannot_use_stops_the_report() {
    let ran = styled(&[("html/board.hbs", "\n{{list as_of}}")], &HTML).code(1);
    assert!(ran.stderr.contains("`list` cannot use this value"), "{}", ran.stderr);
    assert!(ran.stderr.contains("html/board.hbs"), "{}", ran.stderr);
    assert_eq!(ran.files(), ["house/html/board.hbs", "minimal.toml"]);
}

#[test]
fn a_folder_that_is_none_is_refused() {
    styled(&[], &HTML).code(1).says("cannot read the templates folder `house`");
    Tool::new(&HTML).profile("minimal.toml").file("house", "x").run().code(1).says("is a file");
}

#[test]
fn notes_beside_templates_and_hidden_files_are_left_alone() {
    let files = [("README.md", "# ours"), (".git/config", "x"), ("html/notes.MD", "{{")];
    styled(&files, &HTML).code(0);
}

/// The house style of the documentation, as it stands there.
fn documented() -> Vec<(&'static str, String)> {
    let docs = std::fs::read_to_string(root().join("docs/templates.md")).unwrap();
    let block = |fence: &str| {
        let rest = docs.split(&format!("```{fence}\n")).nth(1).unwrap();
        rest.split("```").next().unwrap().to_owned()
    };
    vec![
        ("html/logo.hbs", block("html")),
        ("house.css", block("css")),
        ("html/trend.hbs", String::new()),
    ]
}

#[test]
fn the_house_style_of_the_documentation_gives_logo_and_colours_and_leaves_a_section_out() {
    let house = documented();
    let files: Vec<(&str, &str)> =
        house.iter().map(|(name, text)| (*name, text.as_str())).collect();
    styled(&files, &["templates", "check", "house"]).code(0);
    let page = styled(&files, &HTML).code(0).read("out.html");
    let plain = styled(&[], &["assess", "minimal.toml", "--format", "html"]).code(0).stdout;
    for (part, there) in [
        ("aria-label=\"Acme\"", true),
        ("--accent: #00695c", true),
        ("id=\"trend\"", false),
        ("href=\"#trend\"", false),
    ] {
        assert_eq!(page.contains(part), there, "{part}");
        assert_eq!(plain.contains(part), !there, "{part}");
    }
    assert!(!plain.contains("class=\"logo\""));
}

#[test]
fn a_reader_is_told_where_a_page_leads_nowhere() {
    let ran = styled(&[("html/annex-sources.hbs", "")], &HTML).code(0);
    assert!(ran.stderr.contains("note: the page leads to #source-1"), "{}", ran.stderr);
    let whole = styled(&[("house.css", "")], &HTML).code(0);
    assert!(!whole.stderr.contains("leads to"), "{}", whole.stderr);
}

#[test]
fn the_documentation_shows_what_a_mistake_gives() {
    let docs = std::fs::read_to_string(root().join("docs/templates.md")).unwrap();
    let shown = docs.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    let line = shown.lines().find_map(|line| line.strip_prefix("1 | ")).unwrap();
    let ran = styled(&[("html/board.hbs", line)], &HTML).code(1);
    assert!(ran.stderr.contains(shown.trim_end()), "{}", ran.stderr);
}

#[test]
fn a_part_is_asked_for_by_a_name_that_is_there() {
    let ran =
        styled(&[("html/board.hbs", "{{#if (filled \"html/bord\")}}x{{/if}}")], &HTML).code(1);
    assert!(ran.stderr.contains("`filled` needs the name of a template"), "{}", ran.stderr);
}
