//! Many profiles at once.

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{quarters::Desk, support::root};

fn profile(name: &str) -> String {
    fs::read_to_string(root().join("profiles").join(name)).unwrap()
}

/// Members in folders, with what people leave lying about.
fn members() -> Desk {
    let desk = Desk::new();
    let minimal = profile("minimal.toml");
    desk.put("members/a.toml", &minimal);
    desk.put("members/b/one.toml", &minimal.replace("name = \"Acme\"", "name = \"Beta\""));
    desk.put("members/b/two.toml", &profile("northgate-bank.toml"));
    desk.put("members/c.toml", "format = 1\n");
    desk.put("members/notes.txt", "not a profile");
    desk.put("members/.hidden.toml", "not looked at");
    desk
}

fn csv(desk: &Desk, more: &[&str]) -> String {
    let mut args = vec!["portfolio", "members", "--format", "csv", "--as-of", "2026-11-22"];
    args.extend(more);
    desk.run(&args).stdout
}

#[test]
fn one_bad_profile_does_not_stop_the_rest() {
    let desk = members();
    let args = ["portfolio", "members", "--format", "csv", "--as-of", "2026-11-22"];
    let ran = desk.run(&args).code(1).says("not assessed: c.toml: ");
    let rows: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(rows.len(), 4, "{}", ran.stdout);
    assert!(rows[0].starts_with("\u{feff}file,organization,"));
    for (row, file) in rows[1..].iter().zip(["a.toml,Acme", "b/one.toml,Beta", "b/two.toml,"]) {
        assert!(row.starts_with(file), "{row}");
    }
}

#[test]
fn rows_are_those_of_single_assessments() {
    let desk = members();
    let args = ["portfolio", "members", "--format", "jsonl", "--as-of", "2026-11-22"];
    let out = desk.run(&args).code(1).stdout;
    let bank: Value = serde_json::from_str(out.lines().nth(2).unwrap()).unwrap();
    desk.put("bank.toml", &profile("northgate-bank.toml"));
    let args = ["assess", "bank.toml", "--format", "json", "--as-of", "2026-11-22"];
    let alone = desk.run(&args).code(0).json();
    for (key, pointer) in [
        ("score", "/verdict/score/value"),
        ("eal", "/verdict/eal/value"),
        ("further_breach", "/verdict/further_breach/value"),
        ("inherent_score", "/verdict/inherent_score/value"),
    ] {
        let (row, report) = (bank[key].as_f64().unwrap(), alone.pointer(pointer).unwrap());
        assert!((row - report.as_f64().unwrap()).abs() < 1e-9, "{key}");
    }
    let cases = alone["over_appetite"].as_array().unwrap().len() as u64;
    assert_eq!(bank["over_appetite"].as_u64(), Some(cases));
    let bad: Value = serde_json::from_str(out.lines().nth(3).unwrap()).unwrap();
    assert_eq!(bad["file"], "c.toml");
    assert_eq!(bad["problems"][0]["code"], "missing-key");
}

#[test]
fn threads_change_nothing() {
    let desk = members();
    let one = csv(&desk, &["--threads", "1"]);
    assert_eq!(one, csv(&desk, &["--threads", "3"]));
    let json = |threads: &str| {
        let args = ["portfolio", "members", "--format", "json", "--as-of", "2026-11-22"];
        let more = ["--trials", "500", "--threads", threads];
        desk.run(&[&args[..], &more[..]].concat()).stdout
    };
    assert_eq!(json("1"), json("2"));
}

#[test]
fn lines_give_what_the_folder_gives() {
    let desk = members();
    desk.put("members/c.toml", &profile("lantern-newsroom.toml"));
    let lines = desk.run(&["portfolio", "members", "--emit-lines"]).code(0).stdout;
    assert_eq!(lines.lines().count(), 4);
    let piped = |input: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_blackstart"))
            .args(["portfolio", "--jsonl", "--as-of", "2026-11-22"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, out) = piped(&lines);
    assert_eq!(code, Some(0));
    let args = ["portfolio", "members", "--format", "jsonl", "--as-of", "2026-11-22"];
    assert_eq!(out, desk.run(&args).code(0).stdout);
    // Each line has an answer, whatever it is.
    let (code, out) =
        piped("not json\n\n{\"file\": \"x\"}\n{\"file\": \"y\", \"profile\": \"\"}\n");
    assert_eq!(code, Some(1));
    let files: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(files.len(), 3);
    assert_eq!(files[0]["file"], "line 1");
    assert_eq!(files[2]["problems"][0]["code"], "empty");
}

#[test]
fn a_campaign_hits_all_members_at_once() {
    let desk = Desk::new();
    let bank = profile("northgate-bank.toml");
    desk.put("members/a.toml", &bank);
    desk.put("members/b.toml", &bank.replacen("name = \"", "name = \"Second ", 1));
    let args = ["portfolio", "members", "--format", "json", "--as-of", "2026-11-22"];
    let view = desk.run(&args).code(0).json();
    let group = &view["group"];
    let number = |value: &Value| value["value"].as_f64().unwrap();
    // Two alike that share every campaign: nearly the sum of their worst years, and never more.
    let share = number(&group["cvar95"]) / number(&group["cvar95_added"]);
    assert!(share > 0.9 && share <= 1.0 + 1e-9, "{share}");
    let alone: f64 =
        view["ranking"].as_array().unwrap().iter().map(|one| number(&one["eal"])).sum();
    let rate = number(&view["countries"][0]["loss"]);
    assert!(rate > 0.0 && alone > 0.0);
    for campaign in view["campaigns"].as_array().unwrap() {
        assert_eq!(campaign["members"], 2, "{campaign}");
    }
    assert_eq!(view["namesakes"].as_array().unwrap().len(), 0);
}

#[test]
fn files_of_one_name_are_told() {
    let desk = Desk::new();
    let minimal = profile("minimal.toml");
    desk.put("members/a.toml", &minimal);
    desk.put("members/b.toml", &minimal);
    let ran = desk.run(&["portfolio", "members", "--as-of", "2026-11-22"]).code(0);
    assert!(ran.stdout.contains("Several files are of Acme."), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn links_and_giants_are_listed_and_not_followed() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    desk.put("members/a.toml", &profile("minimal.toml"));
    symlink("nowhere.toml", desk.path("members/broken.toml")).unwrap();
    symlink("..", desk.path("members/loop")).unwrap();
    let giant = fs::File::create(desk.path("members/giant.toml")).unwrap();
    giant.set_len(1 << 30).unwrap();
    let args = ["portfolio", "members", "--format", "csv", "--as-of", "2026-11-22"];
    let ran = desk.run(&args).code(1);
    let ran = ran.says("broken.toml: it is a link").says("loop: it is a link").says("giant.toml: ");
    assert_eq!(ran.stdout.lines().count(), 2);
    desk.run(&["portfolio", "gone"]).code(1).says("cannot read the folder");
    desk.run(&["portfolio"]).code(2);
}

#[test]
fn every_overview_names_the_members() {
    let desk = members();
    for (format, file) in
        [("html", "g.html"), ("markdown", "g.md"), ("json", "g.json"), ("csv", "g.csv")]
    {
        let args = ["portfolio", "members", "--as-of", "2026-11-22", "--trials", "200"];
        let more = ["--format", format, "--output", file];
        desk.run(&[&args[..], &more[..]].concat()).code(1).says("wrote ");
        let text = desk.read(file);
        assert!(text.contains("Beta") && (text.contains("c.toml") || format == "csv"), "{format}");
    }
    let ran = desk.run(&["portfolio", "members", "--as-of", "2026-11-22", "--trials", "0"]).code(1);
    assert!(!ran.stdout.contains("The year of the group"));
    assert!(ran.stdout.contains("What one campaign would hit"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("together EUR 0"), "{}", ran.stdout);
    for line in ran.stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}
