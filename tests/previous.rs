//! Reports of earlier runs, for the trend.

use serde_json::Value;

use crate::support::Tool;

const NOW: [&str; 8] = [
    "assess",
    "minimal.toml",
    "--as-of",
    "2026-11-22",
    "--format",
    "json",
    "--previous",
    "old.json",
];

fn report(day: &str) -> Value {
    let args = ["assess", "minimal.toml", "--as-of", day, "--format", "json"];
    let ran = Tool::new(&args).profile("minimal.toml").run().code(0);
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn earlier_runs_make_a_trend_in_the_order_of_their_days() {
    let [first, second] = ["2026-05-22", "2026-08-22"].map(report);
    let mut args = NOW.to_vec();
    args[7] = "b.json,a.json";
    let ran = Tool::new(&args)
        .profile("minimal.toml")
        .file("a.json", first.to_string())
        .file("b.json", second.to_string())
        .run()
        .code(0);
    let now: Value = serde_json::from_str(&ran.stdout).unwrap();
    let points = now["trend"]["points"].as_array().unwrap();
    let days: Vec<&str> = points.iter().map(|one| one["as_of"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-05-22", "2026-08-22", "2026-11-22"]);
    for (point, report) in points.iter().zip([&first, &second, &now]) {
        assert_eq!(point["score"], report["verdict"]["score"]);
        assert_eq!(point["eal"], report["verdict"]["eal"]);
    }
}

#[test]
fn what_is_no_earlier_report_of_this_organisation_is_refused() {
    let sound = report("2026-08-22");
    let with = |pointer: &str, value: Value| {
        let mut changed = sound.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        changed.to_string()
    };
    for (text, said) in [
        ("not JSON".to_owned(), "old.json"),
        ("{}".to_owned(), "old.json"),
        ("[1, 2".to_owned(), "old.json"),
        (with("/format", 2.into()), "later"),
        (with("/format", "one".into()), "old.json"),
        (with("/document", "plan".into()), "old.json"),
        (with("/organization/name", "Other".into()), "Other"),
        (with("/organization/currency", "USD".into()), "USD"),
        (with("/as_of", "2026-11-22".into()), "2026-11-22"),
        (with("/as_of", "soon".into()), "year"),
        (with("/verdict/score/value", "high".into()), "old.json"),
        (with("/verdict", Value::Null), "old.json"),
    ] {
        let ran = Tool::new(&NOW).profile("minimal.toml").file("old.json", &text).run().code(1);
        assert!(ran.stdout.is_empty());
        assert!(ran.stderr.contains("[earlier-report]"), "{}", ran.stderr);
        assert!(ran.stderr.contains(said), "no {said:?} in\n{}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"));
    }
    Tool::new(&NOW).profile("minimal.toml").run().code(1).says("there is no file `old.json`");
}

#[test]
fn hostile_names_in_an_earlier_report_are_shown_inert() {
    let mut old = report("2026-08-22");
    old["organization"]["name"] = "\u{1b}[31m\u{202e}evil".into();
    let ran =
        Tool::new(&NOW).profile("minimal.toml").file("old.json", old.to_string()).run().code(1);
    assert!(!ran.stderr.contains(['\u{1b}', '\u{202e}']), "{}", ran.stderr);
}
