//! The same report in every format, and what each format owes its readers.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use serde_json::Value;

use crate::{
    hostile::csv_reader,
    support::{Tool, views::PROFILES},
};

const ALL: &str = "terminal,html,markdown,json,csv,findings-csv,ciso-assistant,dora-b-02-02,\
                   dora-b-07-01";

/// What one run wrote, by name, and what it said.
struct Formats {
    stdout: String,
    files: BTreeMap<String, String>,
}

impl Formats {
    fn read(&self, name: &str) -> &str {
        &self.files[name]
    }
}

/// One run for all tests of a profile.
fn all_formats(name: &str) -> &'static Formats {
    static RUNS: [OnceLock<Formats>; PROFILES.len()] = [const { OnceLock::new() }; PROFILES.len()];
    let at = PROFILES.iter().position(|one| *one == name).unwrap();
    RUNS[at].get_or_init(|| {
        let file = format!("{name}.toml");
        let args = ["assess", &file, "--as-of", "2026-11-22", "--format", ALL, "--output", "out/"];
        let ran = Tool::new(&args).profile(&file).run().code(0);
        let files = ran.files().into_iter().map(|file| (file.clone(), ran.read(&file))).collect();
        Formats { stdout: ran.stdout, files }
    })
}

/// What stands between a beginning and an end, wherever it does.
fn between(text: &str, start: &str, end: char) -> BTreeSet<String> {
    let parts = text.split(start).skip(1);
    parts.map(|part| part.split(end).next().unwrap().to_owned()).collect()
}

/// A column of a table, by name.
fn column(text: &str, name: &str) -> Vec<String> {
    let mut reader = csv_reader(text.strip_prefix('\u{feff}').expect("a byte-order mark"));
    let at = reader.headers().unwrap().iter().position(|one| one == name).unwrap();
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

fn ids(list: &Value) -> BTreeSet<String> {
    let ids = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
    ids.collect()
}

/// The ids that the terminal lists below codes, put together again.
fn on_terminal(text: &str) -> BTreeSet<String> {
    let section = text.split("\nFindings, as code and subject:country\n").nth(1).unwrap();
    let mut code = String::new();
    let mut found = BTreeSet::new();
    for line in section.lines().take_while(|line| !line.is_empty()) {
        let (indent, text) = (line.len() - line.trim_start().len(), line.trim_start());
        let mut words = text.split_whitespace();
        match indent {
            4 if text.contains(':') => words.next().unwrap().clone_into(&mut code),
            6 => {}
            _ => continue,
        }
        found.extend(words.filter(|word| word.contains(':')).map(|word| format!("{code}:{word}")));
    }
    found
}

#[test]
fn every_format_shows_the_same_findings() {
    for name in PROFILES {
        let ran = all_formats(name);
        let json: Value = serde_json::from_str(ran.read(&format!("out/{name}.json"))).unwrap();
        let expected = ids(&json["findings"]);
        assert!(expected.len() >= 6, "{name}");
        let html = ran.read(&format!("out/{name}.html"));
        assert_eq!(between(html, "id=\"finding-", '"'), expected, "HTML of {name}");
        let markdown = ran.read(&format!("out/{name}.md"));
        let chapter = markdown.split("\n## ").find(|part| part.starts_with("Annex B")).unwrap();
        assert_eq!(between(chapter, "\n- `", '`'), expected, "Markdown of {name}");
        let csv = ran.read(&format!("out/{name}.findings.csv"));
        let column = column(csv, "id").into_iter().collect::<BTreeSet<_>>();
        assert_eq!(column, expected, "CSV of {name}");
        assert_eq!(on_terminal(&ran.stdout), expected, "terminal of {name}");
    }
}

#[test]
fn every_format_has_the_same_register_in_the_same_order() {
    for name in PROFILES {
        let ran = all_formats(name);
        let json: Value = serde_json::from_str(ran.read(&format!("out/{name}.json"))).unwrap();
        let register = json["register"].as_array().unwrap();
        let expected: Vec<&str> = register.iter().map(|row| row["id"].as_str().unwrap()).collect();
        let csv = ran.read(&format!("out/{name}.register.csv"));
        assert_eq!(column(csv, "id"), expected, "CSV of {name}");
        let scores: Vec<f64> =
            column(csv, "score_points").iter().map(|cell| cell.parse().unwrap()).collect();
        for (score, row) in scores.iter().zip(register) {
            let full = row["score"]["value"].as_f64().unwrap();
            assert!((score - full).abs() < 1e-3, "{score} for {full}");
        }
        let ciso = ran.read(&format!("out/{name}.ciso-assistant.csv"));
        assert_eq!(column(ciso, "ref_id"), expected, "hand-over of {name}");
        let html = ran.read(&format!("out/{name}.html"));
        let set: BTreeSet<String> = expected.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(between(html, "id=\"risk-", '"'), set, "HTML of {name}");
        let markdown = ran.read(&format!("out/{name}.md"));
        let annex = markdown.split("\n## ").find(|part| part.starts_with("Annex A")).unwrap();
        for id in &expected {
            assert!(annex.contains(&format!("`{id}`")), "{id} in Markdown of {name}");
        }
    }
}

#[test]
fn the_hand_over_has_the_words_of_its_matrix() {
    let ran = all_formats("meridian-freight");
    let text = ran.read("out/meridian-freight.ciso-assistant.csv");
    let levels = ["Very Low", "Low", "Medium", "High", "Very High"];
    for kind in ["inherent", "current", "residual"] {
        for of in ["impact", "proba"] {
            let cells = column(text, &format!("{kind}_{of}"));
            let open = cells.iter().filter(|cell| !levels.contains(&cell.as_str()));
            for cell in open {
                assert!(kind == "inherent" && cell.is_empty(), "{cell}");
            }
        }
    }
    let treatments: BTreeSet<String> = column(text, "treatment").into_iter().collect();
    assert_eq!(treatments.into_iter().collect::<Vec<_>>(), ["mitigate", "open"]);
    let controls = column(text, "additional_controls");
    assert!(controls.iter().any(|cell| cell.contains('\n')), "one control a line");
}

#[test]
fn the_register_of_third_parties_has_a_row_for_each_channel() {
    let ran = all_formats("northgate-bank");
    let json: Value = serde_json::from_str(ran.read("out/northgate-bank.json")).unwrap();
    let channels = ids(&json["channels"]);
    let rows = column(ran.read("out/northgate-bank.b_07.01.csv"), "channel");
    assert_eq!(rows.len(), channels.len());
    assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), channels);
    let arrangements = ran.read("out/northgate-bank.b_02.02.csv");
    let used = column(arrangements, "channel").into_iter().collect::<BTreeSet<_>>();
    assert!(used.is_subset(&channels) && used.len() > channels.len() / 2);
    let reliance = column(arrangements, "b_02.02.0180 Level of reliance");
    let words = ["Not significant", "Low reliance", "Material reliance", "Full reliance"];
    assert!(reliance.iter().all(|word| words.contains(&word.as_str())));
    // What nobody has said stays open: no invented numbers in a register for a supervisor.
    for open in ["b_02.02.0010 Contractual arrangement reference number", "b_02.02.0070 Start date"]
    {
        assert!(column(arrangements, open).iter().all(String::is_empty), "{open}");
    }
}

#[test]
fn the_terminal_says_in_ten_lines_what_matters() {
    for name in PROFILES {
        let file = format!("{name}.toml");
        let ran = Tool::new(&["assess", &file, "--as-of", "2026-11-22"]).profile(&file).run();
        let last = ran.stdout.split("\nIn short\n").nth(1).unwrap();
        let lines: Vec<&str> = last.lines().collect();
        let labels = lines.iter().filter(|line| line.as_bytes()[2] != b' ').count();
        assert!((8..=10).contains(&labels) && lines.len() <= 12, "{last}");
        assert!(last.contains(&format!("blackstart plan {file}")));
        let report = last.split("blackstart assess").nth(1).unwrap();
        assert!(report.contains("--format html"));
    }
}
