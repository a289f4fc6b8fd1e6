//! The engines over the worked example and over an example profile.

use std::{path::Path, process::Command};

use blackstart::{
    analysis::{self, hours_law, hours_transforms, loss_law},
    command::parallel::Threads,
    distribution::year::Year,
    engine::solve::solve,
    estate::resolve,
    knowledge,
    model::Model,
    modelling, profile,
    simulation::{options::Options, tally::Tally},
};

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect("the file is in the repository")
}

/// The worked example of the method.
pub fn worked_example() -> Model {
    serde_json::from_str(&file("tests/golden/model.json")).expect("it is a model")
}

/// The larger of the example profiles.
pub fn meridian() -> Model {
    let knowledge = knowledge::load(&knowledge::Overlay::new()).expect("the embedded base loads");
    let day = "2026-11-22".parse().expect("a date");
    let text = file("profiles/meridian-freight.toml");
    let Ok((profile, _)) = profile::load("", &text, &knowledge, day) else {
        unreachable!("it is valid")
    };
    modelling::model(&resolve(&profile, &knowledge, day)).model
}

/// Campaigns of so many trials.
pub fn campaigns(model: &Model, trials: u32) -> u64 {
    simulate(model, trials, 2).campaigns.iter().sum()
}

pub fn simulate(model: &Model, trials: u32, threads: usize) -> Tally {
    analysis::simulate(model, Options { trials, ..Options::default() }, &Threads(threads))
}

/// Both runs, with fallbacks and without.
pub fn exact(model: &Model) -> f64 {
    solve(model).residual.eal.value
}

/// The laws of annual loss and of the hours of every activity.
pub fn laws(model: &Model) -> usize {
    let outcome = solve(model);
    let year = Year::new(model);
    let transforms = hours_transforms();
    let hours = (0..model.activities.len())
        .filter_map(|activity| hours_law(&year, &transforms, activity, &outcome));
    hours.count() + usize::from(loss_law(&year, outcome.residual.eal).is_some())
}

/// The whole program: three reports, with the self-check.
pub fn assess(folder: &Path) {
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles/meridian-freight.toml");
    let done = Command::new(env!("CARGO_BIN_EXE_blackstart"))
        .arg("assess")
        .arg(profile)
        .args(["--as-of", "2026-11-22", "--format", "html,markdown,json", "--output"])
        .arg(folder)
        .output();
    assert!(done.is_ok_and(|done| done.status.success()), "the program failed");
}
