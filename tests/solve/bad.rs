//! Models that are refused: a code, a place, a remedy, exit code 1, and nothing else.

use super::{GOLDEN, ran};
use crate::support::{Ran, Tool, root};

/// Refused without a trace.
#[track_caller]
fn refused(text: &str) -> Ran {
    let ran = ran(text, &["--format", "json"]).code(1);
    assert!(ran.stdout.is_empty(), "{}", ran.stdout);
    assert_eq!(ran.files(), ["model.json"]);
    for word in ["panicked", "RUST_BACKTRACE", "src/"] {
        assert!(!ran.stderr.contains(word), "{}", ran.stderr);
    }
    ran
}

/// The golden model with one change.
fn changed(from: &str, to: &str) -> String {
    assert!(GOLDEN.contains(from), "{from}");
    GOLDEN.replacen(from, to, 1)
}

/// The golden model with a value put in, or with none taken out.
fn set(pointer: &str, value: serde_json::Value) -> String {
    let mut model: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    *model.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    serde_json::to_string_pretty(&model).unwrap()
}

fn without(pointer: &str, key: &str) -> String {
    let mut model: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    let object = model.pointer_mut(pointer).and_then(serde_json::Value::as_object_mut).unwrap();
    object.remove(key).unwrap();
    serde_json::to_string_pretty(&model).unwrap()
}

fn cases() -> Vec<(&'static str, String)> {
    use serde_json::json;
    let first = "/campaigns/3/units/0";
    vec![
        ("NaN", changed("\"sigma\": ", "\"sigma\": NaN, \"x\": ")),
        ("beyond all numbers", changed("\"sigma\": ", "\"sigma\": 1e999, \"x\": ")),
        ("ends too soon", GOLDEN[..GOLDEN.len() / 2].to_owned()),
        ("something behind it", format!("{GOLDEN}{{}}")),
        ("no model", "[1, 2]".to_owned()),
        ("a number", "7".to_owned()),
        ("list for object", set("/streams/1/arrivals", json!(["scheduled", 0.5]))),
        (
            "list for objects",
            set("/scale", json!([[1, 24, 168], [1, 24, 168, 730], 95, 20, 0.1, false, 0, 0.8])),
        ),
        ("no format", without("", "format")),
        ("format 1", set("/format", json!(1))),
        ("format 99", set("/format", json!(99))),
        ("format of text", set("/format", json!("2"))),
        ("missing key", without(first, "response")),
        ("unknown key", changed("\"hit\":", "\"hitt\":")),
        ("key twice", changed("\"hit\":", "\"hit\": 0.5, \"hit\":")),
        ("wrong type", set(&format!("{first}/hit"), json!("often"))),
        ("chance above 1", set(&format!("{first}/hit"), json!(1.5))),
        ("negative sigma", set("/campaigns/3/sigma", json!(-1.0))),
        ("negative alpha", set("/streams/1/arrivals/alpha", json!(-1.0))),
        ("beta of nothing", set("/streams/1/arrivals/beta", json!(0))),
        ("unknown arrivals", set("/streams/1/arrivals/kind", json!("bursts"))),
        ("one band too few", set("/scale/loss_bands_hours", json!([1, 24]))),
        ("no switch", set("/activities/0/switch_hours", json!(0))),
        ("mbco of nothing", set("/activities/0/mbco", json!(0))),
        ("no name", set("/streams/0/name", json!(""))),
        ("negative index", set("/campaigns/3/stream", json!(-1))),
        ("wrong index", set("/campaigns/3/stream", json!(9))),
        ("responses", set(&format!("{first}/response"), json!([0.5, 0.2, 0.2]))),
        ("shares", set("/activities/0/channels/0/share", json!(0.9))),
        ("weights", set("/campaigns/3/weight", json!(1))),
        ("same stream", set("/streams/1/name", json!("AA"))),
        ("neighbours", set("/neighbours", json!([[1, 0], [2, 2], [0, 9]]))),
        ("anchors", set("/scale/impact_anchors_hours", json!([1, 24, 20, 730]))),
        ("bands", set("/scale/loss_bands_hours", json!([1, 24, 24]))),
        (
            "too often",
            set(
                "/streams/1/arrivals",
                json!({
                    "kind": "gamma-poisson", "alpha": 1000, "beta": 1
                }),
            ),
        ),
        ("another place", set("/activities/0/place", json!(3))),
        ("impact falls", set("/activities/0/impact", json!([3, 2, 1, 0]))),
    ]
}

#[test]
fn every_bad_model_is_explained() {
    let said = |(name, text): (&str, String)| format!("== {name}\n\n{}\n", refused(&text).stderr);
    let all: String = cases().into_iter().map(said).collect();
    let path = root().join("tests/expected/solve-bad.txt");
    let expected = snapbox::Data::read_from(&path, None).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(all, expected);
}

#[test]
fn all_cross_faults_are_reported_together() {
    let mut model: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    *model.pointer_mut("/campaigns/3/stream").unwrap() = 9.into();
    *model.pointer_mut("/activities/0/place").unwrap() = 9.into();
    *model.pointer_mut("/activities/1/channels/0/share").unwrap() = 0.5.into();
    let text = serde_json::to_string_pretty(&model).unwrap();
    refused(&text)
        .says("`campaigns[3].stream` is 9, but the last stream is 3")
        .says("`activities[0].place` is 9, but the last place is 3")
        .says("`activities[1].channels` has shares that sum to 0.5 instead of 1");
}

#[test]
fn thousands_of_faults_are_counted() {
    let streams = r#"{"name": "a", "place": 7, "arrivals": {"kind": "scheduled", "chance": 0}}"#;
    let mut model: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    let stream: serde_json::Value = serde_json::from_str(streams).unwrap();
    model["streams"] = vec![stream; 2_000].into();
    let text = serde_json::to_string(&model).unwrap();
    refused(&text).says("the first 100 are shown");
}

#[test]
fn what_is_no_file_of_moderate_size() {
    refused("").says("empty");
    Tool::new(&["solve", "."]).run().code(1).says("is-directory");
    Tool::new(&["solve", "nowhere.json"]).run().code(1).says("missing-file");
    let huge = format!("{{\"format\": 2,\n{}", " ".repeat(16 << 20));
    refused(&huge).says("too-large").says("at most 16 MiB");
    Tool::new(&["solve", "model.json"]).file("model.json", b"\xff\xfe").run().code(1).says("UTF-8");
    refused(&"[".repeat(1 << 20)).says("model-format");
    refused(&"{\"a\":".repeat(1 << 18)).says("model-syntax");
}
