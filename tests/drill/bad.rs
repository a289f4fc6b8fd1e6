//! Wrong questions and faulty scripts.

use std::collections::BTreeMap;

use blackstart::knowledge::{self, Lint};

use crate::support::{Ran, Tool, root};

fn asked(args: &[&str]) -> Ran {
    let mut all = vec!["drill", "meridian-freight.toml", "--as-of", "2026-11-22"];
    all.extend(args);
    let ran = Tool::new(&all).profile("meridian-freight.toml").run();
    assert_eq!(ran.files(), ["meridian-freight.toml"], "something was written");
    ran
}

#[test]
fn what_is_not_there_is_answered_with_a_suggestion() {
    let ask = |scenario: &str, region: &str| {
        asked(&["--scenario", scenario, "--region", region, "--format", "html", "-o", "out.html"])
    };
    ask("network-blok", "RU").code(1).says("did you mean `network-block`?");
    ask("something else", "RU").code(1).says("the scenarios are access-mandate");
    ask("block", "FR").code(1).says("the profile has no region `FR`").says("country = \"FR\"");
    ask("block", "Atlantis").code(1).says("its regions are RU, TR, AE, IN, and NL");
    ask("block", "Russa").code(1).says("did you mean `Russia`?");
    ask("\u{1b}[31m", "RU").code(1).says("\\u{1b}[31m");
}

#[test]
fn an_activity_must_be_done_there() {
    let ask = |id: &str| asked(&["--scenario", "block", "--region", "RU", "--activity", id]);
    ask("dispach").code(1).says("did you mean `dispatch`?");
    ask("tracking").code(1).says("`tracking` is not done in Russia").says("dispatch, roadside");
}

#[test]
fn a_terminal_is_no_file() {
    let args = ["--scenario", "block", "--region", "RU", "--output", "out.txt"];
    asked(&args).code(2).says("--output needs a format that is a file");
}

#[test]
fn a_folder_gets_a_file_with_a_name_of_its_own() {
    let args = ["drill", "minimal.toml", "--scenario", "block", "--region", "RU"];
    let more = ["--format", "markdown", "--output", "out", "--as-of", "2026-11-22"];
    let ran = Tool::new(&[&args[..], &more].concat()).profile("minimal.toml").run().code(0);
    assert!(ran.read("out/minimal-drill-block-ru.md").starts_with("# Acme: drill"));
}

#[test]
fn a_scenario_without_a_script_says_what_to_do() {
    let scenario = std::fs::read_to_string(root().join("seeds/scenarios/throttling.toml")).unwrap();
    let own = scenario
        .replace("id = \"throttling\"", "id = \"slow-walk\"")
        .replace("in_force_as = [\"throttle\"]", "");
    let args = ["drill", "minimal.toml", "--scenario", "slow-walk", "--region", "RU"];
    let ran = Tool::new(&[&args[..], &["--knowledge", "own"]].concat())
        .profile("minimal.toml")
        .file("own/scenarios/slow-walk.toml", &own)
        .run();
    ran.code(1).says("no drill exercises the scenario `slow-walk`").says("add a script to drills/");
    let check = Tool::new(&["knowledge", "check", "--knowledge", "own"])
        .file("own/scenarios/slow-walk.toml", &own)
        .run()
        .code(0);
    assert!(check.stdout.contains("note[no-drill] scenarios/slow-walk.toml"), "{}", check.stdout);
}

/// Faults of the Afghan script when one text in it is replaced.
fn faults(from: &str, to: &str) -> Vec<Lint> {
    let name = "drills/af-forty-eight-hours.toml";
    let text = std::fs::read_to_string(root().join("seeds").join(name)).unwrap();
    assert!(text.contains(from), "{from}");
    let text = text.replacen(from, to, 1);
    match knowledge::load(&BTreeMap::from([(name.to_owned(), text)])) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| fault.code).collect(),
    }
}

#[test]
fn a_script_that_does_not_follow_the_record_is_refused() {
    assert_eq!(faults("minute = 12", "minute = 12"), []);
    for (from, to, expected) in [
        ("minute = 12", "minute = 30", Lint::DrillOrder),
        ("minute = 0", "minute = 1", Lint::DrillOrder),
        ("hour = 20", "hour = 2", Lint::DrillOrder),
        ("date = \"2025-10-01\"", "date = \"2025-10-05\"", Lint::DrillBase),
        ("country = \"AF\"", "country = \"IR\"", Lint::DrillBase),
        ("[\"internet-shutdown\"]", "[\"internet-shutdown\", \"throttling\"]", Lint::DrillBase),
        ("stage = 4", "stage = 8", Lint::UndefinedStage),
        ("{country}", "{county}", Lint::DrillBlank),
        ("[\"af-2025-09-29-blackout\"]", "[\"af-2025-nothing\"]", Lint::UndefinedPrecedent),
        ("to = \"it\"", "to = \"cook\"", Lint::Unreadable),
    ] {
        let found = faults(from, to);
        assert!(found.contains(&expected), "{to}: {found:?}");
    }
}
