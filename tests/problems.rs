//! Faulty profiles and what blackstart says about them: `bad/NAME.toml`, with what is said in
//! `bad/NAME.txt`. `SNAPSHOTS=overwrite cargo test problems` writes the latter anew.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by failing")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use blackstart::{
    document::{self, Code, MAX_BYTES, Refusal, Style, file, render, to_json},
    knowledge::Vendor,
    profile::{self, Names, Profile},
};
use jiff::civil::{Date, date};

const AS_OF: Date = date(2026, 11, 22);

/// Codes that no file in a repository can show, or no profile can cause; tests beside the code show
/// them.
const ELSEWHERE: [Code; 23] = [
    Code::Snapshot,
    Code::MissingFile,
    Code::IsDirectory,
    Code::NotAFile,
    Code::Unreadable,
    Code::TooLarge,
    Code::TooMany,
    Code::BadValue,
    Code::ModelSyntax,
    Code::ModelFormat,
    Code::ModelValue,
    Code::ModelReference,
    Code::ModelSize,
    Code::TemplateName,
    Code::TemplateSyntax,
    Code::TemplateValue,
    Code::TemplateHelper,
    Code::TemplatePartial,
    Code::TemplateCycle,
    Code::EarlierReport,
    Code::SheetSyntax,
    Code::SheetColumn,
    Code::SheetValue,
];

const VALID: &str = r#"format = 1
[organization]
name = "Mérïdian"
sector = "logistics"
home = "DE"
currency = "EUR"
staff_turnover = 0.2
[appetite]
breach_probability = { tier1 = 0.02 }
budget = 60_000
[[region]]
country = "RU"
staff = 140
devices = { managed = 0.6, android = 0.8, ios = 0.2 }
phone_life = "130w"
elections = [2027-05-10, 2028-03-19]
[[channel]]
id = "chat"
vendor = "wh" # an alias
depends_on = ["store.apple", "own.tenant"]
  [[channel.data]]
  kind = "content"
  stored_in = ["GB"]
  [channel.requests]
  stance = "resist"
  reviewed = 2026-04-30
  [channel.contract]
  alternatives = ["signal"]
  notice = "30d"
[[channel]]
id = "text"
vendor = "sms"
[[activity]]
id = "dispatch"
tier = 1
needs = ["text"]
mtpd = "24h"
rto = "4h"
loss_per_hour = [0, 1500, 2500, 2500]
channels = [{ id = "chat", share = 0.7 }, { id = "text", share = 0.3 }]
  [[activity.fallback]]
  channel = "text"
  tested = 2026-08-01
  result = "passed"
[[announced]]
region = "RU"
scenario = "throttling"
vendors = ["wh", "signal"]
stage = "dated"
effective = 2027-01-15
note = "Counsel, 3 November"
[[acceptance]]
finding = "shared-dependency:dispatch:RU"
reason = """satellite phones
ordered"""
owner = "CIO"
until = 2027-03-31
"#;

#[test]
fn every_bad_profile_is_explained() {
    let mut seen = BTreeSet::new();
    for path in files("toml") {
        let refusal = check(&path).expect_err(&path.display().to_string());
        seen.extend(refusal.problems.iter().map(|problem| problem.code));
        let said = render(&refusal, Style::default());
        let expected = snapbox::Data::read_from(&path.with_extension("txt"), None).raw();
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(said, expected);
    }
    let unseen: Vec<_> =
        Code::ALL.iter().filter(|code| !seen.contains(code) && !ELSEWHERE.contains(code)).collect();
    assert!(unseen.is_empty(), "no file in tests/bad shows {unseen:?}");
}

#[test]
fn no_expectation_is_left_over() {
    let stem = |path: PathBuf| path.with_extension("");
    let cases: BTreeSet<_> = files("toml").into_iter().map(stem).collect();
    let expectations: BTreeSet<_> = files("txt").into_iter().map(stem).collect();
    assert_eq!(cases, expectations);
    assert_eq!(fs::read_dir("tests/bad").unwrap().count(), 2 * cases.len(), "a stray file");
}

#[test]
fn every_form_of_a_report_says_the_same() {
    for path in files("toml") {
        let refusal = check(&path).unwrap_err();
        let short = render(&refusal, Style { short: true, ..Style::default() });
        let spoken = render(&refusal, Style { graphics: false, ..Style::default() });
        let json = to_json(&refusal);
        assert_eq!(short.lines().count(), refusal.problems.len() + 1);
        for (problem, value) in refusal.problems.iter().zip(json["problems"].as_array().unwrap()) {
            let message = document::inert(&problem.message);
            let place = format!("{}:{}:{}", path.display(), value["line"], value["column"]);
            assert!(short.contains(&format!("{place}: {}: {message}\n", problem.code)), "{short}");
            assert!(spoken.contains(&format!("error {}: {message}", problem.code)), "{spoken}");
            // A file that could not be read has no lines to point at.
            assert!(
                refusal.document.text.is_empty() || spoken.contains(&place),
                "{place}\n{spoken}"
            );
            assert_eq!(value["code"], problem.code.word());
        }
    }
}

#[test]
fn a_valid_profile_is_accepted_and_located() {
    let (profile, document) =
        load(VALID).map_err(|refusal| render(&refusal, Style::default())).unwrap();
    assert_eq!(profile.activity[0].id, "dispatch");
    let path = document::KeyPath::parse("channel[0].data[0].stored_in[0]");
    assert_eq!(&document.text[document.locate(&path).value], "\"GB\"");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    assert!(load(&format!("\u{feff}{}", VALID.replace('\n', "\r\n"))).is_ok());
}

#[test]
fn large_and_full_files_are_refused() {
    let code = |text: &str| load(text).unwrap_err().problems[0].code;
    assert_eq!(code(&" ".repeat(MAX_BYTES + 1)), Code::TooLarge);
    assert_eq!(code(&"[".repeat(10 << 20)), Code::TooLarge);
    assert_eq!(code(&"[".repeat(MAX_BYTES)), Code::TooDeep);
    assert_eq!(code(&format!("x = [{}]", "1,".repeat(100_001))), Code::TooMany);
    assert_eq!(code(&"a = 1\n".repeat(MAX_BYTES / 6)), Code::DuplicateKey);
    assert_eq!(code(&"= ]\n".repeat(MAX_BYTES / 4)), Code::Syntax);
}

/// Whatever stands in a file, it is accepted or explained.
#[test]
fn nothing_panics_and_every_problem_has_a_place() {
    let marks =
        ['"', '\'', '[', ']', '{', '}', '=', '.', ',', '\n', '#', '9', 'x', '-', '\u{202e}', '\0'];
    for (at, _) in VALID.char_indices() {
        let rest = &VALID[at..];
        let next = rest.char_indices().nth(1).map_or(rest.len(), |(next, _)| next);
        let mark = marks[at % marks.len()];
        accepted_or_explained(&VALID[..at]);
        accepted_or_explained(rest);
        accepted_or_explained(&format!("{}{}", &VALID[..at], &rest[next..]));
        accepted_or_explained(&format!("{}{mark}{}", &VALID[..at], &rest[next..]));
        accepted_or_explained(&format!("{}{mark}{rest}", &VALID[..at]));
    }
}

fn accepted_or_explained(text: &str) {
    let Err(refusal) = load(text) else { return };
    assert!(!refusal.problems.is_empty());
    for problem in &refusal.problems {
        assert!(text.get(problem.span.clone()).is_some(), "{problem:?} in {text}");
    }
    for (graphics, short) in [(true, false), (false, false), (false, true)] {
        let said = render(&refusal, Style { color: false, graphics, short });
        let active =
            |c: char| c != '\n' && document::inert(c.encode_utf8(&mut [0; 4])) != c.to_string();
        assert!(!said.contains(active), "{said:?}");
    }
    assert_eq!(
        to_json(&refusal)["problems"].as_array().map(Vec::len),
        Some(refusal.problems.len())
    );
}

fn files(extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir("tests/bad")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    found.sort();
    found
}

fn check(path: &Path) -> Result<(), Refusal> {
    let text = file::read(path)?;
    profile::load(&path.display().to_string(), &text, &*FEW, AS_OF).map(drop)
}

fn load(text: &str) -> Result<(Profile, document::Document), Refusal> {
    profile::load("profile.toml", text, &*FEW, AS_OF)
}

static FEW: LazyLock<Few> = LazyLock::new(Few::new);

/// A knowledge base of four vendors, seven countries and two scenarios.
struct Few {
    vendors: Vec<Vendor>,
}

const COUNTRIES: [(&str, &str); 7] = [
    ("DE", "Germany"),
    ("GB", "United Kingdom"),
    ("IR", "Iran"),
    ("RU", "Russian Federation"),
    ("TR", "Turkey"),
    ("UA", "Ukraine"),
    ("US", "United States of America"),
];

const SCENARIOS: [(&str, &str); 2] =
    [("network-block", "Network block"), ("throttling", "Throttling")];

const NODES: [&str; 2] = ["store.apple", "store.google"];

impl Few {
    fn new() -> Self {
        let vendors = vec![
            vendor("whatsapp", "WhatsApp", r#"["text", "voice", "video", "files"]"#),
            vendor("signal", "Signal", r#"["text", "voice", "video", "files"]"#),
            vendor("sms", "SMS", r#"["text"]"#),
            vendor("phone", "Telephone bridge", r#"["voice"]"#),
        ];
        Self { vendors }
    }
}

impl Names for Few {
    fn vendor(&self, id: &str) -> Option<&Vendor> {
        let known = |vendor: &&Vendor| vendor.id == id || vendor.aliases.iter().any(|a| a == id);
        self.vendors.iter().find(known)
    }

    fn vendor_ids(&self) -> Vec<&str> {
        self.vendors.iter().map(|vendor| vendor.id.as_str()).collect()
    }

    fn country(&self, code: &str) -> Option<&str> {
        COUNTRIES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
    }

    fn countries(&self) -> Vec<(&str, &str)> {
        COUNTRIES.to_vec()
    }

    fn has_scenario(&self, id: &str) -> bool {
        SCENARIOS.iter().any(|(known, _)| *known == id)
    }

    fn scenarios(&self) -> Vec<(&str, &str)> {
        SCENARIOS.to_vec()
    }

    fn has_node(&self, id: &str) -> bool {
        NODES.contains(&id)
    }

    fn node_ids(&self) -> Vec<&str> {
        NODES.to_vec()
    }

    fn has_source(&self, _: &str) -> bool {
        false
    }

    fn measure_ids(&self) -> Vec<&str> {
        vec!["drills"]
    }
}

fn vendor(id: &str, name: &str, capabilities: &str) -> Vendor {
    let alias = &id[..2];
    let text = format!(
        r#"
format = 1
id = "{id}"
name = "{name}"
aliases = ["{alias}"]
kind = "consumer-app"
status = "active"
capabilities = {capabilities}
phone_number = "no"
sms_activation = "none"
reach = "internet"
reviewed = "2026-09"
owner = {{ name = "Owner", node = "owner.x" }}
encryption = {{ level = "none" }}
metadata = {{}}
data = {{}}
hosting = {{}}
network = {{}}
needs = {{}}
stance = {{ posture = "mixed", confidence = "known" }}
price = {{ model = "free", usd_per_user_month = [0, 0] }}
"#
    );
    match document::load(id, &text) {
        Ok((vendor, _)) => vendor,
        Err(refusal) => panic!("{}", render(&refusal, Style::default())),
    }
}
