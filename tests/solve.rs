//! `solve`: the engines alone, through the real binary.

mod bad;
mod models;

use std::collections::BTreeSet;

use blackstart::{
    analysis::{InTurn, simulated},
    engine::solve::solve,
    failure::Failure,
    model::Model,
    simulation::options::Options,
};
use serde_json::Value;

use crate::{
    example::{CLOSED, close, number, solved_from_expected_rates},
    support::{Ran, Tool, keys, root},
};

const GOLDEN: &str = include_str!("golden/model.json");

/// A model as `--emit-model` writes it.
fn emitted(model: &Model) -> String {
    serde_json::to_string_pretty(model).unwrap() + "\n"
}

fn ran(text: &str, options: &[&str]) -> Ran {
    let args = [&["solve", "model.json"], options].concat();
    Tool::new(&args).file("model.json", text).run()
}

/// The JSON output of a model that is accepted, all of its numbers being numbers.
fn solution(text: &str, options: &[&str]) -> Value {
    let ran = ran(text, &[options, &["--format", "json"]].concat()).code(0);
    assert!(ran.stderr.is_empty(), "{}", ran.stderr);
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    sound(&value, "");
    value
}

/// Nothing is null but what may be, and no text says that a figure is none.
fn sound(value: &Value, key: &str) {
    const MAY_BE_NULL: [&str; 5] = ["loss_law", "hours_law", "simulation", "runs_on", "z"];
    match value {
        Value::Null => assert!(MAY_BE_NULL.contains(&key), "{key} is null"),
        Value::Object(map) => map.iter().for_each(|(key, value)| sound(value, key)),
        Value::Array(list) => list.iter().for_each(|value| sound(value, key)),
        Value::String(text) => assert!(!text.contains("NaN") && text != "inf", "{key}: {text}"),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_golden_model_is_what_the_builder_yields() {
    let (model, ..) = solved_from_expected_rates();
    let path = root().join("tests/golden/model.json");
    let expected = snapbox::Data::read_from(&path, None).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(emitted(&model), expected);
}

#[test]
fn the_golden_model_gives_the_golden_figures() {
    let (model, outcome, expected) = solved_from_expected_rates();
    let solution = solution(GOLDEN, &[]);
    let whole = &solution["organization"];
    close("EAL", number(&whole["loss"]["value"]), number(&expected["eal"]), CLOSED);
    close("EAL", number(&whole["loss"]["value"]), 266_967.687, 1e-8);
    close("any breach", number(&whole["any_breach"]["value"]), 0.210_585_6, 1e-6);
    assert_eq!(whole["any_breach"]["engine"], "exact");
    let sum = &expected["mc_100k_seed_20260101"]["sum_loss"];
    close("sum", number(&solution["simulation"]["loss_sum"]), number(sum), CLOSED);
    close("mean", number(&solution["simulation"]["loss"]["value"]), number(sum) / 1e5, CLOSED);
    for (activity, own) in model.activities.iter().zip(&outcome.residual.activities) {
        let shown = solution["activities"].as_array().unwrap();
        let shown = shown.iter().find(|one| one["name"] == activity.name.as_str()).unwrap();
        close(&activity.name, number(&shown["hours"]), own.totals.hours, 1e-15);
        close(&activity.name, number(&shown["breach"]["value"]), own.breach.value, 1e-15);
    }
    let comparisons = solution["comparisons"].as_array().unwrap();
    assert_eq!(comparisons.len(), 4 + 4 + 3 * 5);
    assert!(comparisons.iter().all(|one| one["z"].is_null() || number(&one["z"]).abs() < 4.0));
}

#[test]
fn the_golden_model_on_a_terminal() {
    let path = root().join("tests/expected/solve.txt");
    let shown = ran(GOLDEN, &["--trials", "20000"]).code(0).stdout;
    let plain = ran(GOLDEN, &["--trials", "20000", "--plain"]).code(0).stdout;
    let bare = ran(GOLDEN, &["--no-simulation"]).code(0).stdout;
    let other = ran(GOLDEN, &["--trials", "1000", "--years", "3", "--overlaps"]).code(0).stdout;
    let all = [shown, plain, bare, other];
    for text in &all {
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(!text.contains('\u{1b}') && !text.contains("NaN"), "{text}");
    }
    let expected = snapbox::Data::read_from(&path, None).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(all.join("\n=====\n\n"), expected);
    let colour = ran(GOLDEN, &["--no-simulation", "--color", "always"]).code(0).stdout;
    assert!(colour.contains("\u{1b}[1m"));
}

#[test]
fn threads_change_no_byte() {
    let options = ["--trials", "20000", "--contagion", "0.3", "--years", "2", "--format", "json"];
    let with = |threads: &str| {
        let options = [&options[..], &["--threads", threads]].concat();
        ran(GOLDEN, &options).code(0).stdout
    };
    assert_eq!(with("1"), with("2"));
    assert_eq!(with("2"), with("7"));
}

#[test]
fn every_key_of_a_model_and_of_a_solution_is_documented() {
    let docs = std::fs::read_to_string(root().join("docs/model.md")).unwrap();
    let (format, output) = docs.split_once("## Options").unwrap();
    let model = emitted(&models::rich());
    for (value, docs, least) in [
        (serde_json::from_str(&model).unwrap(), format, 50),
        (solution(GOLDEN, &["--trials", "1000"]), output, 50),
    ] {
        let mut found = BTreeSet::new();
        keys(&value, &mut found);
        assert!(found.len() >= least, "{}", found.len());
        let missing: Vec<&String> =
            found.iter().filter(|key| !docs.contains(&format!("`{key}`"))).collect();
        assert!(missing.is_empty(), "docs/model.md says nothing of {missing:?}");
    }
}

#[test]
fn without_a_simulation_there_is_none() {
    let solution = solution(GOLDEN, &["--no-simulation"]);
    assert!(solution["simulation"].is_null());
    assert_eq!(solution["comparisons"], serde_json::json!([]));
    assert_eq!(solution["loss_law"]["engine"], "transform");
    close("none", number(&solution["loss_law"]["p50"]["low"]).signum().abs(), 1.0, 0.0);
}

#[test]
fn what_the_exact_engine_does_not_compute_is_not_compared() {
    for options in [
        &["--years", "5"][..],
        &["--overlaps"],
        &["--activation-sigma", "0.5"],
        &["--contagion", "0.25"],
    ] {
        let solution = solution(GOLDEN, &[options, &["--trials", "5000"]].concat());
        assert_eq!(solution["simulation"]["comparable"], false);
        assert_eq!(solution["comparisons"], serde_json::json!([]));
        assert_eq!(solution["organization"]["any_breach"]["engine"], "exact");
    }
}

#[test]
fn the_seed_matters_and_years_add_up() {
    let loss = |options: &[&str]| number(&solution(GOLDEN, options)["simulation"]["loss"]["value"]);
    let one = loss(&["--trials", "20000"]);
    assert!((one - loss(&["--trials", "20000", "--seed", "7"])).abs() > 1.0);
    let five = loss(&["--trials", "20000", "--years", "5"]);
    assert!((five / one - 5.0).abs() < 0.5, "{five} {one}");
}

#[test]
fn options_out_of_their_range_are_wrong_usage() {
    for (options, says) in [
        (["--trials", "0"], "trials must be 100 to 20000000"),
        (["--trials", "1000000000"], "trials must be 100 to 20000000"),
        (["--trials", "99999999999"], "trials must be 100 to 20000000"),
        (["--trials", "-5"], "trials must be 100 to 20000000"),
        (["--years", "0"], "years must be 1 to 50"),
        (["--years", "51"], "years must be 1 to 50"),
        (["--activation-sigma", "-0.1"], "must be 0 to 3"),
        (["--activation-sigma", "NaN"], "must be 0 to 3"),
        (["--contagion", "1.5"], "contagion is a chance, 0 to 1"),
        (["--contagion", "inf"], "contagion is a chance, 0 to 1"),
        (["--threads", "0"], "1..=1024"),
        (["--seed", "-1"], "--seed"),
        (["--no-simulation", "--overlaps"], "cannot be used with"),
    ] {
        let ran = ran(GOLDEN, &options).code(2).says(says);
        assert!(ran.stdout.is_empty());
    }
    solve(&models::rich());
}

#[test]
fn engines_that_disagree_are_a_fault_of_the_program() {
    let (model, mut outcome, _) = solved_from_expected_rates();
    outcome.residual.eal.value *= 1.2;
    let options = Options { trials: 20_000, ..Options::default() };
    let disagreement = simulated(&model, &outcome, None, options, &InTurn).unwrap_err();
    assert_eq!(Failure::from(disagreement).exit().code(), 70);
}
