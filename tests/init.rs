//! `init`: the starter, the examples, and the interview from end to end.

use std::{
    collections::BTreeSet,
    io::Write,
    process::{Command, Stdio},
};

use blackstart::{
    gallery,
    schema::{Document, schema},
};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Tool, root};

const DAY: &str = "2026-11-22";

#[test]
fn the_starter_is_accepted_and_comes_with_its_schema() {
    let ran = Tool::new(&["init", "acme.toml"]).run().code(0);
    assert_eq!(ran.files(), ["acme.toml", "blackstart.schema.json"]);
    assert_eq!(ran.read("acme.toml"), gallery::with_schema_line(gallery::STARTER));
    let schema = std::fs::read_to_string(root().join("docs/schema/profile.schema.json")).unwrap();
    let same = ran.read("blackstart.schema.json") == schema;
    assert!(same, "the schema that is published is another");
    assert!(ran.stdout.contains("blackstart check acme.toml"));
    let checked = Tool::new(&["check", "acme.toml"]).file("acme.toml", ran.read("acme.toml")).run();
    checked.code(0);
}

/// The starter with everything that it offers written.
fn uncommented() -> String {
    let code = |line: &str| {
        let rest = line.strip_prefix("# ")?;
        let word = rest.trim_start().split([' ', '=']).next()?;
        let key = !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || b"_.[]0123456789".contains(&byte));
        let table = rest.starts_with('[');
        (table || (key && rest.contains(" = "))).then(|| rest.to_owned())
    };
    let lines: Vec<String> = gallery::STARTER
        .lines()
        .map(|line| code(line).unwrap_or_else(|| line.to_owned()))
        .collect();
    lines.join("\n")
}

#[test]
fn the_starter_has_every_key_and_its_lines_can_be_used_as_they_stand() {
    // What the example values refer to beside the four tables that stand there.
    let more = "
[[channel]]
id = \"sms\"
vendor = \"sms-a2p\"
";
    let mut text = uncommented().replace("\n[[activity]]", &format!("{more}\n[[activity]]"));
    let contacts = ["second", "helpdesk", "broker", "shift-leads"];
    text.push_str(&contacts.map(|id| format!("\n[[contact]]\nid = \"{id}\"\n")).concat());
    let value: toml::Value =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let mut written = BTreeSet::new();
    collect(&value, &mut written);
    let mut wanted = BTreeSet::new();
    keys(&schema(Document::Profile), &mut wanted);
    let missing: Vec<_> = wanted.difference(&written).collect();
    assert!(missing.is_empty(), "the starter says nothing of {missing:?}");
}

fn collect(value: &toml::Value, into: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                into.insert(key.clone());
                collect(value, into);
            }
        }
        toml::Value::Array(list) => list.iter().for_each(|value| collect(value, into)),
        _ => {}
    }
}

/// Keys of the profile. Those of a vendor of one's own are told in docs/knowledge.md.
fn keys(schema: &Value, into: &mut BTreeSet<String>) {
    let mut open = vec![schema.clone()];
    let mut seen = BTreeSet::new();
    while let Some(table) = open.pop() {
        for (key, field) in table["properties"].as_object().into_iter().flatten() {
            if key == "vendor" && table["title"].is_string() {
                continue;
            }
            into.insert(key.clone());
            let text = field.to_string();
            for name in text.split("\"#/definitions/").skip(1) {
                let name = name.split('"').next().unwrap().to_owned();
                if seen.insert(name.clone()) {
                    open.push(schema["definitions"][&name].clone());
                }
            }
        }
    }
}

#[test]
fn examples_are_written_and_nothing_is_overwritten() {
    for (name, text) in gallery::EXAMPLES {
        let ran = Tool::new(&["init", "--example", name, "mine.toml"]).run().code(0);
        assert_eq!(ran.read("mine.toml"), gallery::with_schema_line(text));
    }
    let ran = Tool::new(&["init", "acme.toml"])
        .file("acme.toml", "mine")
        .run()
        .code(1)
        .says("`acme.toml` is there already, and nothing is overwritten");
    assert_eq!((ran.read("acme.toml"), ran.files().len()), ("mine".to_owned(), 1));
    let ran = Tool::new(&["init", "acme.toml"])
        .file("blackstart.schema.json", "mine")
        .run()
        .code(0)
        .says("was left alone");
    assert_eq!(ran.read("blackstart.schema.json"), "mine");
}

struct Asked {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Answers the interview line by line in a folder that is kept.
fn ask(folder: &TempDir, input: &[u8]) -> Asked {
    let mut child = Command::new(env!("CARGO_BIN_EXE_blackstart"))
        .args(["init", "--ask", "acme.toml", "--as-of", DAY])
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The interview may end before the input does.
        let _ = stdin.write_all(&bytes);
    });
    let out = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Asked {
        code: out.status.code().unwrap(),
        stdout: String::from_utf8(out.stdout).unwrap(),
        stderr: String::from_utf8(out.stderr).unwrap(),
    }
}

fn read(folder: &TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

/// Name, home, sector, regions, staff twice, tools, three questions each, activities, and for one
/// activity its channel, tier, owner, fallback and test.
pub const ANSWERS: [&str; 21] = [
    "Acme Lifts",
    "Germany",
    "",
    "Russia, turkey",
    "40",
    "1,200",
    "WhatsApp, Microsoft Teams",
    "",
    "",
    "60 %",
    "US; IE",
    "1",
    "",
    "Service calls",
    "WhatsApp",
    "1",
    "Head of service",
    "Threema",
    "2026-09-01",
    "",
    "",
];

#[test]
fn an_interview_ends_in_a_profile_its_first_findings_and_the_next_command() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ask(&folder, ANSWERS.join("\n").as_bytes());
    assert_eq!(asked.code, 0, "{}\n{}", asked.stdout, asked.stderr);
    let text = read(&folder, "acme.toml");
    for part in [
        "name = \"Acme Lifts\"",
        "home = \"DE\"",
        "country = \"TR\"\nstaff = 1200",
        "provisioned = 0.6",
        "stored_in = [\"US\", \"IE\"]",
        "stance = \"comply\"",
        "name = \"Service calls\"",
        "owner = \"Head of service\"",
        "tier = 1",
        "tested = 2026-09-01\n  result = \"passed\"",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert!(asked.stdout.contains("First findings\n  1. "), "{}", asked.stdout);
    assert!(asked.stdout.contains("blackstart assess acme.toml"));
    assert!(!folder.path().join("acme.answers.toml").exists(), "answers are in the profile now");
    assert!(asked.stderr.contains("Question 1 of about "), "{}", asked.stderr);
    Tool::new(&["check", "acme.toml", "--as-of", DAY]).file("acme.toml", text).run().code(0);
}

#[test]
fn a_newcomer_with_three_of_everything_is_asked_less_than_forty_times() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines =
        vec!["Acme", "DE", "", "DE, RU, TR", "1", "2", "3", "whatsapp, signal, telegram"];
    lines.extend([""; 9]);
    lines.push("Sales, Support, Field work");
    lines.extend(["", "", "", ""].repeat(3));
    let asked = ask(&folder, format!("{}\n", lines.join("\n")).as_bytes());
    assert_eq!(asked.code, 0, "{}\n{}", asked.stdout, asked.stderr);
    let count = asked.stderr.matches("Question ").count();
    assert!(count < 40, "{count} questions");
}

#[test]
fn an_interview_that_stops_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let first = ask(&folder, format!("{}\n!\n", ANSWERS[..6].join("\n")).as_bytes());
    assert_eq!(first.code, 1);
    assert!(first.stderr.contains("6 answers kept in acme.answers.toml"), "{}", first.stderr);
    assert!(!folder.path().join("acme.toml").exists());
    // The end of the input stops as well.
    let second = ask(&folder, format!("{}\n", ANSWERS[6..9].join("\n")).as_bytes());
    assert!(second.stderr.contains("Going on with 6 answers"), "{}", second.stderr);
    assert!(second.stderr.contains("9 answers kept"), "{}", second.stderr);
    let third = ask(&folder, ANSWERS[9..].join("\n").as_bytes());
    assert_eq!(third.code, 0, "{}", third.stderr);
    let whole = tempfile::tempdir().unwrap();
    ask(&whole, ANSWERS.join("\n").as_bytes());
    assert_eq!(read(&folder, "acme.toml"), read(&whole, "acme.toml"));
}

#[test]
fn one_can_go_back_and_ask_why_and_is_told_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let input = "<\n?\nWrong name\n<\nRight name\nAtlantis\nGermny\n\n\u{1b}[2J\nFR\n!\n";
    let asked = ask(&folder, input.as_bytes());
    for said in [
        "This is the first question.",
        "It stands at the head of the report.",
        "`Atlantis` is no country known here.",
        "Did you mean Germany (DE)?",
        "This one needs an answer.",
        "holds a character that cannot be seen",
        "2 answers kept",
    ] {
        assert!(asked.stderr.contains(said), "no {said:?} in\n{}", asked.stderr);
    }
    assert!(!asked.stderr.contains('\u{1b}'));
    let kept = read(&folder, "acme.answers.toml");
    assert!(kept.contains("Right name") && !kept.contains("Wrong name"), "{kept}");
}

#[test]
fn a_vendor_that_is_not_known_is_described_on_the_spot() {
    let folder = tempfile::tempdir().unwrap();
    let lines = [
        "Acme",
        "DE",
        "",
        "DE",
        "9",
        "Flurfunk",
        "Nobody's App",
        "signal",
        "Switzerland",
        "",
        "",
        "",
        "Support",
        "",
        "",
        "",
        "",
    ];
    let asked = ask(&folder, lines.join("\n").as_bytes());
    assert_eq!(asked.code, 0, "{}\n{}", asked.stdout, asked.stderr);
    assert!(asked.stderr.contains("not known here either"), "{}", asked.stderr);
    let text = read(&folder, "acme.toml");
    for part in ["[[vendor]]", "id = \"flurfunk\"", "name = \"Flurfunk\"", "headquarters = \"CH\""]
    {
        assert!(text.contains(part), "no {part} in\n{text}");
    }
    assert!(!text.contains("[[vendor.block]]"), "its history is not that of the other");
}

#[test]
fn nothing_that_is_pasted_breaks_the_interview() {
    let line = "x, y; [[z]] = \"\"\" {{ }} \\ \u{202e} ";
    for input in [
        vec![line; 10_000].join("\n").into_bytes(),
        "a".repeat(5_000_000).into_bytes(),
        vec![0xff; 300_000],
        vec![b'\n'; 10_000],
        Vec::new(),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let asked = ask(&folder, &input);
        assert!(asked.code == 1 || asked.code == 0, "{}", asked.stderr);
        assert!(!asked.stderr.contains("panicked"), "{}", asked.stderr);
    }
}

#[test]
fn kept_answers_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("acme.answers.toml"), "x = 1").unwrap();
    let asked = ask(&folder, b"Acme\n");
    assert_eq!(asked.code, 1);
    assert!(asked.stderr.contains("does not hold answers"), "{}", asked.stderr);
    assert_eq!(read(&folder, "acme.answers.toml"), "x = 1");
}
