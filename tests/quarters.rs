//! Quarter after quarter: snapshots, comparisons, gates and histories, through the real binary in one folder.

use std::{fs, path::Path, process::Command};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{alone, root};

/// A folder in which one run follows another.
pub struct Desk {
    pub folder: TempDir,
}

/// What came of a run.
pub struct Came {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Came {
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "no {text:?} in\n{}", self.stderr);
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.put("acme.toml", &fs::read_to_string(root().join("profiles/minimal.toml")).unwrap());
        desk
    }

    /// The same organisation where its messenger still works.
    fn elsewhere() -> Self {
        let desk = Self::new();
        let text = desk.read("acme.toml").replace("country = \"RU\"", "country = \"TR\"");
        desk.put("acme.toml", &text);
        desk
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn run(&self, args: &[&str]) -> Came {
        came(self.command().args(args))
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_blackstart"));
        alone(command.current_dir(self.folder.path()));
        command
    }

    /// Saves the profile as of a day.
    pub fn save(&self, day: &str) -> Came {
        self.run(&["assess", "acme.toml", "--as-of", day, "--save", "kept", "--format", "csv"])
    }
}

fn came(command: &mut Command) -> Came {
    let output = command.output().unwrap();
    Came {
        code: output.status.code().expect("the tool was killed by a signal"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

const FIRST: &str = "kept/acme/2026-06-30.json";
const SECOND: &str = "kept/acme/2026-09-30.json";

#[cfg(unix)]
#[test]
fn links_in_a_folder_of_snapshots_are_not_followed() {
    let desk = two_quarters();
    desk.put("elsewhere.json", &desk.read(FIRST));
    fs::remove_file(desk.path(FIRST)).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere.json"), desk.path(FIRST)).unwrap();
    let view = desk.run(&["history", "kept", "--format", "json"]).code(0).json();
    assert_eq!(view["organizations"][0]["points"].as_array().unwrap().len(), 1);
}

/// Nothing is written through a link that somebody has laid where a run will write.
#[cfg(unix)]
#[test]
fn outputs_do_not_follow_links() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    desk.put("outside/notes.txt", "kept");
    for laid in ["kept/acme", "kept/knowledge.base"] {
        fs::create_dir_all(desk.path("kept")).unwrap();
        symlink(desk.path("outside"), desk.path(laid)).unwrap();
        desk.save("2026-06-30").code(1).says("it is a link, which could lead out of the folder");
        fs::remove_dir_all(desk.path("kept")).unwrap();
    }
    fs::create_dir_all(desk.path("out")).unwrap();
    symlink(desk.path("outside/notes.txt"), desk.path("out/acme.md")).unwrap();
    let args = ["assess", "acme.toml", "--format", "markdown", "--output", "out/acme.md"];
    desk.run(&args).code(0).says("wrote out/acme.md");
    assert!(!desk.path("out/acme.md").symlink_metadata().unwrap().is_symlink());
    assert_eq!(desk.read("outside/notes.txt"), "kept");
    let outside = fs::read_dir(desk.path("outside")).unwrap().count();
    assert_eq!(outside, 1, "a file was put outside");
}

fn two_quarters() -> Desk {
    let desk = Desk::new();
    desk.save("2026-06-30").code(0).says("saved kept/acme/2026-06-30.json");
    desk.save("2026-09-30").code(0);
    desk
}

fn refused(desk: &Desk, args: &[&str], said: &str) {
    let ran = desk.run(args).code(1).says("[snapshot]").says(said);
    assert!(ran.stdout.is_empty());
}

#[test]
fn a_run_is_saved_once_and_never_over_another() {
    let desk = Desk::new();
    desk.save("2026-06-30").code(0);
    let kept = desk.read(FIRST);
    desk.save("2026-06-30").code(0).says("is saved already and has not changed");
    let profile = desk.read("acme.toml");
    desk.put("acme.toml", &profile.replace("staff = 40", "staff = 140"));
    desk.save("2026-06-30").code(1).says("add --replace");
    assert_eq!(desk.read(FIRST), kept);
    let args = ["assess", "acme.toml", "--as-of", "2026-06-30", "--save", "kept", "--replace"];
    desk.run(&args).code(0).says("replaced kept/acme/2026-06-30.json");
    assert_ne!(desk.read(FIRST), kept);
    // Another organisation whose name makes the same folder.
    let name = desk.read("acme.toml").replace("name = \"Acme\"", "name = \"ACME!\"");
    assert!(name.contains("ACME!"), "{name}");
    desk.put("acme.toml", &name);
    desk.run(&args).code(1).says("that of another organisation");
    let left: Vec<_> = fs::read_dir(desk.path("kept/acme")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing half-written is left");
}

#[test]
fn a_snapshot_has_everything_that_a_later_quarter_needs() {
    let desk = Desk::new();
    desk.save("2026-06-30").code(0);
    let snapshot: Value = serde_json::from_str(&desk.read(FIRST)).unwrap();
    assert_eq!(snapshot["document"], "snapshot");
    assert_eq!(snapshot["format"], 1);
    assert_eq!(snapshot["profile"]["file"], "acme.toml");
    assert_eq!(snapshot["profile"]["text"], desk.read("acme.toml"));
    for key in ["profile", "knowledge", "archive", "templates"] {
        assert_eq!(snapshot["inputs"][key].as_str().unwrap().len(), 64, "{key}");
    }
    assert_eq!(snapshot["assessment"]["document"], "assessment");
    let archive =
        format!("kept/knowledge.base/{}.json", snapshot["inputs"]["knowledge"].as_str().unwrap());
    assert!(desk.read(&archive).len() > 500_000);
    let forecasts = snapshot["forecasts"].as_array().unwrap();
    for one in forecasts {
        let p = one["probability"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&p));
        assert_eq!(one["after"], "2026-06-30");
        assert_eq!(one["until"], "2027-06-30");
    }
    // Nothing of the machine is in it.
    assert!(!desk.read(FIRST).contains(desk.folder.path().to_str().unwrap()));
}

#[test]
fn what_was_changed_cut_short_or_comes_from_later_is_refused() {
    let desk = two_quarters();
    let sound = desk.read(FIRST);
    let compare = ["compare", "old.json", SECOND];
    let edited = sound.replacen("\"currency\": \"EUR\"", "\"currency\": \"USD\"", 1);
    for (text, said) in [
        (edited.as_str(), "was changed after it was written"),
        (&sound[..sound.len() / 2], "ends in the middle"),
        (&sound.replacen("\"format\": 1", "\"format\": 2", 1), "reads formats up to 1"),
        (&sound.replacen("\"snapshot\"", "\"plan\"", 1), "a document of another kind"),
        ("[]", "no snapshot of blackstart"),
    ] {
        desk.put("old.json", text);
        refused(&desk, &compare, said);
    }
    desk.run(&["compare", "gone.json", SECOND]).code(1).says("there is no file");
}

#[test]
fn runs_that_do_not_belong_together_are_not_compared() {
    let desk = two_quarters();
    refused(&desk, &["compare", SECOND, FIRST], "give the earlier one first");
    refused(&desk, &["compare", FIRST, FIRST], "give the earlier one first");
    let other = desk.read("acme.toml").replace("name = \"Acme\"", "name = \"Other\"");
    desk.put("acme.toml", &other);
    desk.save("2026-10-30").code(0);
    refused(&desk, &["compare", FIRST, "kept/other/2026-10-30.json"], "of Acme and of Other");
    let args = ["assess", "acme.toml", "--as-of", "2026-11-22", "--against", FIRST];
    refused(&desk, &args, "it is of Acme");
    desk.run(&["compare", "kept"]).code(1).says("snapshots of several organisations");
    // The currency that is assumed is another one than that of the snapshot.
    let euros = fs::read_to_string(root().join("profiles/minimal.toml")).unwrap();
    let dollars = euros.replace("home = \"DE\"", "home = \"DE\"\ncurrency = \"USD\"");
    desk.put("acme.toml", &dollars);
    let folder = ["--save", "dollars", "--format", "csv"];
    let args = [&["assess", "acme.toml", "--as-of", "2026-06-30"][..], &folder[..]].concat();
    desk.run(&args).code(0);
    desk.put("acme.toml", &euros);
    let old = "dollars/acme/2026-06-30.json";
    let args = ["assess", "acme.toml", "--as-of", "2026-11-22", "--against", old];
    refused(&desk, &args, "its amounts are in USD");
    desk.run(&["compare", "kept/other"]).code(1).says("fewer than two snapshots");
    desk.run(&["compare", FIRST]).code(2).says("compare needs two snapshots");
}

#[test]
fn a_clock_that_was_set_back_is_told() {
    let desk = two_quarters();
    desk.save("2026-03-31").code(0).says("a snapshot of a later day already: 2026-09-30.json");
}

#[test]
fn two_runs_at_once_leave_one_whole_snapshot() {
    let desk = Desk::new();
    let args =
        ["assess", "acme.toml", "--as-of", "2026-06-30", "--save", "kept", "--format", "csv"];
    let at_once: Vec<_> = (0..4)
        .map(|_| {
            let mut command = desk.command();
            command.args(args).stdout(std::process::Stdio::null());
            command.stderr(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in at_once {
        assert!(child.wait().unwrap().success());
    }
    let names: Vec<String> = fs::read_dir(desk.path("kept/acme"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["2026-06-30.json"]);
    desk.save("2026-06-30").code(0).says("has not changed");
}

/// The system refuses to write more than so much to a file, as a full disk would.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let desk = Desk::new();
    desk.save("2026-06-30").code(0);
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec '{}' assess acme.toml --as-of 2026-09-30 --save kept",
        env!("CARGO_BIN_EXE_blackstart")
    );
    let mut command = Command::new("/bin/sh");
    let ran = came(command.current_dir(desk.folder.path()).args(["-c", &script]));
    ran.code(1).says("cannot write");
    let names: Vec<_> = fs::read_dir(desk.path("kept/acme")).unwrap().collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn a_place_that_cannot_be_written_fails_before_the_work() {
    let desk = Desk::new();
    desk.put("kept", "a file, not a folder");
    desk.save("2026-06-30").code(1).says("cannot write");
    assert_eq!(desk.read("kept"), "a file, not a folder");
}

#[test]
fn time_alone_moves_a_profile_that_nobody_touched() {
    let desk = two_quarters();
    let view = desk.run(&["compare", FIRST, SECOND, "--format", "json"]).code(0).json();
    assert_eq!(view["document"], "comparison");
    assert_eq!(view["notes"].as_array().unwrap().len(), 0, "{}", view["notes"]);
    for figure in view["figures"].as_array().unwrap() {
        let parts = figure["parts"].as_array().unwrap();
        let change = figure["change"]["value"].as_f64().unwrap();
        for key in ["share", "step"] {
            let sum: f64 = parts.iter().map(|part| part[key]["value"].as_f64().unwrap()).sum();
            assert!((sum - change).abs() <= 1e-6 * change.abs().max(1.0), "{sum} {change}");
        }
        for part in parts.iter().filter(|part| part["factor"] != "time") {
            assert_eq!(part["share"]["value"], 0.0, "{figure}");
        }
    }
    assert!(view["edits"].as_array().unwrap().is_empty());
}

#[test]
fn facts_and_method_are_told_apart_from_the_profile() {
    let desk = Desk::elsewhere();
    desk.save("2026-06-30").code(0);
    desk.put(
        "know/method.toml",
        "format = 1\n[tier2]\nbreach_probability = 0.05\n[response]\ncomply_duration = 0.5\n",
    );
    let mut args = vec!["assess", "acme.toml", "--as-of", "2026-09-30", "--save", "kept"];
    args.extend(["--knowledge", "know"]);
    let ran = desk.run(&args);
    ran.code(0);
    let view = desk.run(&["compare", FIRST, SECOND, "--format", "json"]).code(0).json();
    let eal = &view["figures"][1];
    let part = |factor: &str| {
        let parts = eal["parts"].as_array().unwrap();
        let found = parts.iter().find(|part| part["factor"] == factor).unwrap();
        found["share"]["value"].as_f64().unwrap()
    };
    assert!(part("method").abs() > 0.0, "{eal}");
    assert!(part("profile").abs() < 1e-9);
    assert!(part("knowledge").abs() < 1e-9);
    assert_ne!(view["before"]["knowledge"], view["after"]["knowledge"]);
    // Without the old knowledge base the parts are not told apart, and that is said.
    let kept = desk.path("kept/knowledge.base");
    let own = format!("{}.json", view["after"]["knowledge"].as_str().unwrap());
    for entry in fs::read_dir(&kept).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_str() == Some(&own) {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("0.5", "0.6", 1)).unwrap();
        }
    }
    let view = desk.run(&["compare", FIRST, SECOND, "--format", "json"]).code(0).json();
    assert!(view["notes"][0].as_str().unwrap().contains("was changed after it was written"));
    assert!(view["figures"][0]["parts"].as_array().unwrap().is_empty());
}

#[test]
fn an_edit_is_worth_what_the_figures_say_without_it() {
    let desk = Desk::elsewhere();
    desk.save("2026-06-30").code(0);
    let profile = desk.read("acme.toml");
    desk.put("acme.toml", &profile.replace("staff = 40", "staff = 240"));
    desk.save("2026-09-30").code(0);
    let view = desk.run(&["compare", "kept/acme", "--format", "json"]).code(0).json();
    let edits = view["edits"].as_array().unwrap();
    assert!(!edits.is_empty(), "{view}");
    assert!(
        edits.iter().any(|edit| edit["place"].as_str().unwrap().contains("staff")),
        "{edits:?}"
    );
    for format in ["terminal", "markdown", "html"] {
        let ran = desk.run(&["compare", "kept/acme", "--format", format]).code(0);
        assert!(ran.stdout.contains("region") || ran.stdout.contains("staff"), "{}", ran.stdout);
    }
}

#[test]
fn gates_have_their_exit_codes_and_reasons() {
    let desk = two_quarters();
    let assess = |gates: &str, more: &[&str]| {
        let mut args = vec!["assess", "acme.toml", "--as-of", "2026-11-22", "--fail-on", gates];
        args.extend(["--format", "json"]);
        args.extend(more);
        desk.run(&args)
    };
    let over = assess("appetite", &[]).code(10).says("gate appetite failed: 1 above appetite");
    let view = over.json();
    assert_eq!(view["gates"][0]["gate"], "appetite");
    assert_eq!(view["gates"][0]["passed"], false);
    assert_eq!(view["gates"][0]["exit"], 10);
    assert!(!view["gates"][0]["ids"].as_array().unwrap().is_empty());
    assess("level:high", &[]).code(10);
    assess("finding:disrupted-now", &[]).code(10);
    assess("finding:stale-test", &[]).code(0);
    // What the last run had already does not count.
    assess("appetite,level:high", &["--against", "kept", "--new-only"]).code(0);
    assess("regression", &["--against", "kept"]).code(0);
    assess("everything", &[]).code(2).says("use appetite, regression");
    assess("finding:stale-tset", &[]).code(2).says("did you mean `stale-test`?");
    // The gate is independent of the format.
    for format in ["csv", "markdown", "html", "terminal"] {
        let mut args = vec!["assess", "acme.toml", "--as-of", "2026-11-22"];
        args.extend(["--fail-on", "appetite", "--format", format]);
        desk.run(&args).code(10);
    }
    let worse = desk.read("acme.toml")
        + "\n[[acceptance]]\nfinding = \"stale-test:*:*\"\n\
        reason = \"none\"\nowner = \"CIO\"\nuntil = 2026-10-01\n";
    desk.put("acme.toml", &worse);
    assess("regression", &["--against", "kept"]).code(11);
    assess("stale", &[]).code(12).says("acceptance-expired");
    assess("stale,regression,appetite", &["--against", "kept"]).code(10);
    let first = ["--against", "none", "--save", "none"];
    assess("regression", &first).code(0).says("no snapshot from before");
}

#[test]
fn acceptances_warn_expire_and_are_questioned() {
    let desk = Desk::new();
    let base = desk.read("acme.toml");
    let accept = |until: &str, since: &str| {
        desk.put(
            "acme.toml",
            &format!(
                "{base}\n[[acceptance]]\nfinding = \"disrupted-now:*:*\"\nreason = \"on order\"\n\
                 owner = \"CIO\"\nuntil = {until}\n{since}"
            ),
        );
        let args = ["assess", "acme.toml", "--as-of", "2026-11-22", "--format", "json"];
        let view = desk.run(&args).code(0).json();
        let codes = view["findings"].as_array().unwrap().iter();
        codes.map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let has = |codes: &[String], code: &str| codes.iter().any(|one| one == code);
    let codes = accept("2026-12-20", "");
    assert!(has(&codes, "acceptance-expiring") && !has(&codes, "acceptance-lasting"));
    let codes = accept("2027-02-28", "");
    assert!(!has(&codes, "acceptance-expiring") && !has(&codes, "acceptance-lasting"));
    assert!(has(&accept("2027-08-31", ""), "acceptance-lasting"));
    assert!(has(&accept("2027-02-28", "since = 2026-05-01\n"), "acceptance-lasting"));
    assert!(has(&accept("2026-11-21", ""), "acceptance-expired"));
    desk.put("acme.toml", &(base.clone() + "\n[[acceptance]]\nfinding = \"no-such:*:*\"\nreason = \"x\"\nowner = \"x\"\nuntil = 2027-01-01\nsince = 2026-12-24\n"));
    desk.run(&["assess", "acme.toml", "--as-of", "2026-11-22"]).code(1).says("future-date");
}

#[test]
fn snapshots_of_every_format_that_was_shipped_can_be_read() {
    let samples = root().join("tests/snapshots");
    let mut read = 0;
    for entry in fs::read_dir(&samples).unwrap() {
        let sample = fs::read_to_string(entry.unwrap().path()).unwrap();
        let desk = Desk::new();
        desk.put("kept/acme/2026-06-30.json", &sample);
        desk.save("2026-09-30").code(0);
        let view = desk.run(&["compare", FIRST, SECOND, "--format", "json"]).code(0).json();
        assert_eq!(view["before"]["as_of"], "2026-06-30");
        // Its knowledge base is not beside it, so it is computed anew with that of today.
        assert!(view["figures"][0]["parts"].as_array().unwrap().len() == 4, "{view}");
        let history = desk.run(&["history", "kept", "--format", "json"]).code(0).json();
        assert_eq!(history["organizations"][0]["points"].as_array().unwrap().len(), 2);
        read += 1;
    }
    assert!(read > 0);
}

/// Four quarters of an organisation to which things really happen.
#[cfg(unix)]
#[test]
fn the_routine_runs_quarter_after_quarter() {
    let desk = Desk::new();
    let story = root().join("profiles/history");
    let script = root().join("examples/quarterly/quarterly.sh");
    let days = ["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30"];
    // The first quarter has nothing to compare with, so all that is above appetite is new.
    let codes = [10, 10, 11, 10];
    for (day, code) in days.into_iter().zip(codes) {
        let mut command = Command::new("/bin/sh");
        command.current_dir(desk.folder.path()).arg(&script).arg(story.join(format!("{day}.toml")));
        command.env("BLACKSTART", env!("CARGO_BIN_EXE_blackstart")).env("AS_OF", day);
        came(&mut command).code(code);
        let reports = desk.path("reports").join(day);
        let there = |name: &str| reports.join(name).exists();
        assert!(there(&format!("{day}.html")) && there("history.html"));
        assert_eq!(there("change.html"), day != days[0]);
    }
    let between = |a: &str, b: &str| {
        let [a, b] = [a, b].map(|day| format!("snapshots/meridian-freight/{day}.json"));
        desk.run(&["compare", &a, &b, "--format", "json"]).code(0).json()
    };
    let codes = |view: &Value| -> Vec<String> {
        let all = view["changes"].as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    // A block happened: the activity stopped, and time did it.
    let block = between(days[0], days[1]);
    assert!(codes(&block).contains(&"stopped:dispatch:RU".to_owned()));
    let stopped = &block["figures"][2];
    assert!(stopped["parts"][2]["share"]["value"].as_f64().unwrap() > 0.1, "{stopped}");
    // A vendor was replaced: the activity runs again, and the profile did it.
    let replaced = between(days[1], days[2]);
    assert!(codes(&replaced).contains(&"restored:dispatch:RU".to_owned()));
    assert!(replaced["figures"][1]["parts"][0]["share"]["value"].as_f64().unwrap() < -10_000.0);
    let edits = replaced["edits"].as_array().unwrap();
    assert!(edits.iter().any(|one| one["place"] == "channel `driver-chat`, vendor"), "{edits:?}");
    // A test passed, and an acceptance ran out.
    let last = between(days[2], days[3]);
    let ids = codes(&last);
    assert!(ids.iter().any(|id| id.contains("acceptance-expired")), "{ids:?}");
    let edits = last["edits"].as_array().unwrap();
    assert!(
        edits.iter().any(|one| one["place"].as_str().unwrap().ends_with("tested")),
        "{edits:?}"
    );
    history(&desk);
}

fn history(desk: &Desk) {
    let args = ["history", "snapshots", "--as-of", "2027-01-10", "--format", "json"];
    let view = desk.run(&args).code(0).json();
    let record = &view["organizations"][0];
    assert_eq!(record["points"].as_array().unwrap().len(), 4);
    let forecasts = &record["forecasts"];
    assert!(forecasts["settled"].as_u64().unwrap() > 10, "{forecasts}");
    let brier = forecasts["brier"].as_f64().unwrap();
    assert!(brier > 0.0 && brier < 0.25, "{brier}");
    assert!(forecasts["skill"].as_f64().is_some());
    // An edited file is told and not trusted.
    let file = desk.path("snapshots/meridian-freight/2026-03-31.json");
    let text = fs::read_to_string(&file).unwrap().replacen("EUR", "USD", 1);
    fs::write(&file, text).unwrap();
    let ran = desk.run(&args).code(1).says("was changed after it was written");
    assert_eq!(ran.json()["organizations"][0]["points"].as_array().unwrap().len(), 3);
    for format in ["terminal", "markdown", "html"] {
        let ran = desk.run(&["history", "snapshots", "--format", format]).code(1);
        assert!(ran.stdout.contains("Meridian Freight"));
    }
}

#[test]
fn routines_for_other_schedulers_call_what_is_there() {
    let folder = root().join("examples/quarterly");
    let text = |name: &str| fs::read_to_string(Path::new(&folder).join(name)).unwrap();
    for name in ["blackstart-quarterly.service", "crontab", "github-actions.yml", "gitlab-ci.yml"] {
        assert!(text(name).contains("quarterly.sh"), "{name}");
    }
    for name in ["github-actions.yml", "gitlab-ci.yml"] {
        assert!(text(name).contains("git add snapshots"), "{name}");
        assert!(!text(name).contains('\t'), "{name}");
    }
    assert!(text("blackstart-quarterly.service").contains("SuccessExitStatus=10 11 12"));
    assert!(text("blackstart-quarterly.timer").contains("OnCalendar="));
}
