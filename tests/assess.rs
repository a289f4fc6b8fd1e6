//! The main job, through the real binary.

use std::{collections::BTreeMap, sync::OnceLock};

use snapbox::{Data, assert_data_eq};

use crate::support::{Tool, root, views::PROFILES};

/// Day on which the examples are judged.
const DAY: &str = "2026-11-22";

fn snapshot(name: &str) -> Data {
    Data::read_from(&root().join("tests/expected").join(name), None)
}

/// What the terminal says of an example, computed once.
fn summary(name: &str) -> &'static str {
    static SUMMARIES: [OnceLock<String>; PROFILES.len()] =
        [const { OnceLock::new() }; PROFILES.len()];
    let at = PROFILES.iter().position(|one| *one == name).unwrap();
    SUMMARIES[at].get_or_init(|| {
        let file = format!("{name}.toml");
        Tool::new(&["assess", &file, "--as-of", DAY]).profile(&file).run().code(0).stdout
    })
}

#[test]
fn terminal_summaries() {
    for name in PROFILES {
        assert_data_eq!(summary(name), snapshot(&format!("{name}.txt")).raw());
    }
}

#[test]
fn terminal_summaries_fit_eighty_columns() {
    for name in PROFILES {
        let file = format!("{name}.toml");
        let args = ["assess", &file, "--as-of", DAY, "--plain"];
        let plain = Tool::new(&args).profile(&file).run().code(0).stdout;
        for text in [summary(name), &plain] {
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{name}: {line}");
            }
            assert!(!text.contains('\u{1b}'), "colour in a pipe");
        }
        assert!(!plain.contains(['│', '─', '═']), "box drawing with --plain");
    }
}

#[test]
fn three_files_and_nothing_else() {
    let knowledge = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    for name in PROFILES {
        let file = format!("{name}.toml");
        let args =
            ["assess", &file, "--as-of", DAY, "--format", "html,markdown,json", "--output", "out/"];
        let ran = Tool::new(&args).profile(&file).run().code(0);
        let stem = |ending: &str| format!("out/{name}.{ending}");
        assert_eq!(ran.files(), [file.clone(), stem("html"), stem("json"), stem("md")]);
        assert!(ran.stdout.is_empty());
        let json: serde_json::Value = serde_json::from_str(&ran.read(&stem("json"))).unwrap();
        assert_eq!(json["format"], 1);
        for id in json["findings"].as_array().unwrap().iter().map(|f| f["id"].as_str().unwrap()) {
            assert!(ran.read(&stem("html")).contains(id), "{id} is not in the HTML of {name}");
        }
        // A new fact changes the hash of the knowledge base, and need not change these reports.
        let text = ran.read(&stem("md")).replace(&knowledge.hash, "[HASH]");
        assert_data_eq!(text, snapshot(&format!("{name}.md")).raw());
    }
}

#[test]
fn same_input_same_bytes() {
    let args = [
        "assess",
        "meridian-freight.toml",
        "--as-of",
        DAY,
        "--format",
        "html,markdown,json",
        "--output",
        "out",
    ];
    let run = || Tool::new(&args).profile("meridian-freight.toml").run().code(0);
    let (first, second) = (run(), run());
    for name in
        ["out/meridian-freight.html", "out/meridian-freight.md", "out/meridian-freight.json"]
    {
        assert_eq!(first.read(name), second.read(name), "{name}");
    }
}

#[test]
fn the_first_line_about_whatsapp_in_russia_says_that_it_is_blocked() {
    let said = summary("meridian-freight");
    let first = said.lines().position(|line| line.contains("WhatsApp in Russia")).unwrap();
    let text = said.lines().skip(first).take(3).collect::<Vec<_>>().join(" ");
    assert!(text.contains("in force since 2026-02-11"), "{text}");
    assert!(text.contains("sourced"), "{text}");
}

#[test]
fn what_is_in_force_depends_on_the_day() {
    let json = |day: &str| -> serde_json::Value {
        let args = ["assess", "meridian-freight.toml", "--as-of", day, "--format", "json"];
        serde_json::from_str(
            &Tool::new(&args).profile("meridian-freight.toml").run().code(0).stdout,
        )
        .unwrap()
    };
    let blocked = |view: &serde_json::Value| {
        let all = view["in_force"].as_array().unwrap();
        let headlines = all.iter().map(|one| one["headline"].as_str().unwrap());
        headlines.into_iter().any(|line| line.contains("WhatsApp in Russia: network block"))
    };
    // The profile's tests and reviews lie in 2026, so an earlier day needs a profile without dates.
    let dated = |day: &str| -> bool {
        let args = ["assess", "minimal.toml", "--as-of", day, "--format", "json"];
        blocked(
            &serde_json::from_str(&Tool::new(&args).profile("minimal.toml").run().code(0).stdout)
                .unwrap(),
        )
    };
    assert!(blocked(&json(DAY)));
    assert!(!dated("2026-02-10"), "the day before");
    assert!(dated("2026-02-11"), "the day itself");
}

#[test]
fn the_model_can_be_written_and_solved_alone() {
    let args = [
        "assess",
        "northgate-bank.toml",
        "--as-of",
        DAY,
        "--format",
        "json",
        "--emit-model",
        "model.json",
    ];
    let ran = Tool::new(&args).profile("northgate-bank.toml").run().code(0);
    let model: blackstart::model::Model = serde_json::from_str(&ran.read("model.json")).unwrap();
    let outcome = blackstart::engine::solve::solve(&model);
    let view: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let printed = view["verdict"]["eal"]["value"].as_f64().unwrap();
    assert!((outcome.residual.eal.value / printed - 1.0).abs() < 1e-12);
}

#[test]
fn one_format_goes_to_standard_output_or_to_one_file() {
    let args =
        ["assess", "minimal.toml", "--as-of", DAY, "--format", "html", "--output", "report.html"];
    let ran = Tool::new(&args).profile("minimal.toml").run().code(0).says("wrote report.html");
    assert_eq!(ran.files(), ["minimal.toml", "report.html"]);
    assert!(ran.read("report.html").to_lowercase().starts_with("<!doctype html>"));
}

#[test]
fn an_overlay_replaces_and_adds() {
    let vendor = std::fs::read_to_string(root().join("seeds/vendors/signal.toml")).unwrap();
    let vendor =
        vendor.replacen("id = \"signal\"", "id = \"acme-chat\"", 1).replacen("aliases = []", "", 1);
    let profile = "format = 1\n[organization]\nname = \"Acme\"\nhome = \
        \"DE\"\n[[region]]\ncountry = \"RU\"\nstaff = 40\n[[channel]]\nid = \"chat\"\nvendor = \
            \"acme-chat\"\n[[activity]]\nid = \"support\"\nchannel = \"chat\"\n";
    let run = |args: &[&str]| {
        Tool::new(args).file("acme.toml", profile).file("own/vendors/acme-chat.toml", &vendor).run()
    };
    run(&["check", "acme.toml", "--as-of", DAY]).code(1).says("acme-chat");
    run(&["check", "acme.toml", "--as-of", DAY, "--knowledge", "own"]).code(0);
    run(&["assess", "acme.toml", "--as-of", DAY, "--knowledge", "own"]).code(0);
    let fact = "format = 1\n[encryption]\nlevel = \"none\"\nnote = \"Switched off here\"\n";
    let args = ["assess", "minimal.toml", "--as-of", DAY, "--knowledge", "own", "--format"];
    for format in ["terminal", "markdown", "html", "json"] {
        let args: Vec<&str> = args.into_iter().chain([format]).collect();
        let tool = Tool::new(&args).profile("minimal.toml");
        let ran = tool.file("own/vendors/whatsapp.toml", fact).run().code(0);
        assert!(ran.stdout.contains("vendor whatsapp: encryption"), "{format} does not name it");
    }
}
