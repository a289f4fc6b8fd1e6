//! Text of people acts in no format.

use std::sync::LazyLock;

use blackstart::{
    profile::{Profile, load},
    report::{self, ReportView, csv},
    schema::{Document, schema},
    ui::Ui,
};
use serde_json::Value;

use crate::{
    drill::KNOWLEDGE,
    support::{
        root,
        views::{both, rendered, view_of, without_script},
    },
};

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

/// Keys of a profile that hold what a person likes.
const FREE: [&str; 14] = [
    "code_word",
    "evidence",
    "meeting_point",
    "meeting_time",
    "model",
    "name",
    "note",
    "other",
    "owner",
    "phone",
    "reason",
    "role",
    "sector",
    "transparency_report",
];

/// Keys whose text names something, or is a pattern of such names.
const NAMES: [&str; 48] = [
    "absent_in",
    "activities",
    "admin_controls",
    "aliases",
    "allowed_in",
    "alternatives",
    "channel",
    "countries",
    "country",
    "currency",
    "decides",
    "depends_on",
    "deputy",
    "finding",
    "hard",
    "headquarters",
    "home",
    "hosted_in",
    "id",
    "inherits",
    "it",
    "jurisdictions",
    "licensed_in",
    "node",
    "nodes",
    "partners",
    "precedent",
    "present_in",
    "push_gateways",
    "region",
    "regions",
    "requires",
    "residency_options",
    "retained",
    "scenario",
    "scenarios",
    "sectors",
    "sign_in",
    "soft",
    "source",
    "sourced_fields",
    "sources",
    "stored_in",
    "subjects",
    "tells",
    "traits",
    "vendor",
    "vendors",
];

/// Puts the next text wherever a person may write what they like, whether the key is there or not.
fn fill(value: &mut toml::Value, own: &Value, root: &Value, text: &mut dyn FnMut() -> String) {
    let own = resolved(own, root);
    match value {
        toml::Value::Table(table) => {
            let Some(properties) = own["properties"].as_object() else { return };
            for (key, property) in properties {
                if FREE.contains(&key.as_str()) && is_text(property) {
                    table.insert(key.clone(), text().into());
                } else if let Some(value) = table.get_mut(key) {
                    fill(value, property, root, text);
                }
            }
        }
        toml::Value::Array(list) => {
            for value in list {
                fill(value, &own["items"], root, text);
            }
        }
        _ => {}
    }
}

/// What a schema refers to, be it optional.
fn resolved<'s>(own: &'s Value, root: &'s Value) -> &'s Value {
    if let Some(target) = own["$ref"].as_str() {
        return root.pointer(target.trim_start_matches('#')).unwrap();
    }
    let mut choices = own["anyOf"].as_array().into_iter().flatten();
    choices.find(|one| one["$ref"].is_string()).map_or(own, |one| resolved(one, root))
}

/// An example, with tables that it does not have.
fn full() -> toml::Value {
    let text = std::fs::read_to_string(root().join("profiles/meridian-freight.toml")).unwrap();
    let more = "
        [[announced]]
        region = \"TR\"
        scenario = \"network-block\"
        stage = \"announced\"
        [[measure]]
        id = \"own\"
        cost = 4000
        [[measure.effect]]
        kind = \"shorten-activation\"
        factor = 0.5
        [[measure]]
        id = \"account-survival\"
        status = \"ruled-out\"
        [[channel]]
        id = \"own-chat\"
        vendor = \"flurfunk\"
        [[vendor]]
        format = 1
        id = \"flurfunk\"
        name = \"Flurfunk\"
        kind = \"enterprise-saas\"
        status = \"active\"
        capabilities = [\"text\"]
        phone_number = \"no\"
        sms_activation = \"none\"
        reach = \"internet\"
        reviewed = \"2026-11-01\"
        owner = { name = \"Flurfunk\", node = \"own.owner\", countries = [\"DE\"] }
        encryption = { level = \"none\", note = \"x\" }
        metadata = { transparency_report = \"x\" }
        data = { note = \"x\" }
        hosting = {}
        network = { note = \"x\" }
        needs = {}
        stance = { posture = \"comply\", confidence = \"judgement\", evidence = \"x\" }
        price = { model = \"free\", usd_per_user_month = [0, 0] }
    ";
    let text = format!("{text}{more}");
    load("full.toml", &text, &*KNOWLEDGE, "2026-11-22".parse().unwrap()).unwrap();
    toml::from_str(&text).unwrap()
}

fn hostile_profile() -> Profile {
    let (mut value, schema) = (full(), schema(Document::Profile));
    let long = "n".repeat(10_000);
    let mut next = HOSTILE.iter().copied().chain([long.as_str()]).cycle();
    fill(&mut value, &schema, &schema, &mut || next.next().unwrap().to_owned());
    value["organization"]["name"] = HOSTILE.concat().into();
    let mut profile: Profile = value.try_into().unwrap();
    let mut one = profile.acceptance[0].clone();
    for hostile in HOSTILE {
        one.finding = format!("untested-fallback:*:{hostile}");
        hostile.clone_into(&mut one.reason);
        hostile.clone_into(&mut one.owner);
        profile.acceptance.push(one.clone());
    }
    profile
}

/// The view of it, which is made once.
pub fn hostile() -> &'static ReportView {
    static VIEW: LazyLock<ReportView> = LazyLock::new(hostile_view);
    &VIEW
}

fn hostile_view() -> ReportView {
    let mut view = view_of(&hostile_profile());
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
fn hostile_text_is_inert_in_html() {
    let html = without_script(&both(hostile()).0);
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
    let (_, markdown) = both(hostile());
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
    let (_, plain) = rendered("meridian-freight");
    let headings = |text: &str| {
        let lines = text.lines().filter(|line| line.starts_with('#'));
        lines.map(|line| line.split(' ').next().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!(headings(plain)[..8], headings(&markdown)[..8]);
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

/// Is this a property that holds text which no vocabulary limits?
fn is_text(property: &Value) -> bool {
    let is = |kind: &Value| kind == "string";
    let own = match &property["type"] {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    };
    own || property.get("items").is_some_and(is_text)
}

#[test]
fn every_text_of_a_profile_is_tried_or_names_something() {
    let schema = schema(Document::Profile);
    let (mut free, mut named) = (Vec::new(), Vec::new());
    let objects = schema["definitions"].as_object().unwrap().values();
    for properties in objects.filter_map(|object| object["properties"].as_object()) {
        for (key, _) in properties.iter().filter(|(_, property)| is_text(property)) {
            let known = FREE.contains(&key.as_str());
            assert!(known || NAMES.contains(&key.as_str()), "is `{key}` free text?");
            if known { &mut free } else { &mut named }.push(key.clone());
        }
    }
    for (keys, mut found) in [(&FREE[..], free), (&NAMES[..], named)] {
        found.sort();
        found.dedup();
        assert_eq!(found, keys);
    }
}

#[test]
fn hostile_text_is_inert_in_tables() {
    let view = hostile();
    let all = [csv::register, csv::findings, csv::ciso_assistant, csv::b_02_02, csv::b_07_01];
    for table in all {
        let text = table(view).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("a mark of the encoding");
        assert!(!text.contains(|c| c != '\r' && active(c)));
        let mut reader = csv_reader(text);
        let columns = reader.headers().unwrap().len();
        let mut rows = 0;
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(record.len(), columns);
            for cell in record.iter().flat_map(str::lines) {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
            }
            rows += 1;
        }
        assert!(rows > 5);
    }
}

/// As a spreadsheet would read it.
pub fn csv_reader(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::Reader::from_reader(text.as_bytes())
}

#[test]
fn hostile_text_is_inert_on_a_terminal() {
    let view = hostile();
    for plain in [false, true] {
        let ui = Ui { color: false, error_color: false, plain, width: 80 };
        let next = [("Next", HOSTILE.concat())];
        let text = report::terminal(view, &ui, &next);
        assert!(!text.contains(active));
        for line in text.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn hostile_text_is_unchanged_and_inert_in_json() {
    let view = hostile();
    let json = report::json(view).unwrap();
    assert!(!json.contains(active));
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["organization"]["name"], HOSTILE.concat());
}
