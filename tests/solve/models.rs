//! Models at the edges: each has a defined answer.

use std::collections::BTreeMap;

use blackstart::{
    engine::solve::solve,
    estate, knowledge,
    model::{self, Activity, Arrivals, Exposure, Model, Shrinking, Stream, Unit, check::check},
    modelling,
    profile::Profile,
};
use serde_json::Value;

use super::{emitted, ran, solution};
use crate::{
    example::{number, solved_from_expected_rates},
    support::root,
};

fn golden() -> Model {
    solved_from_expected_rates().0
}

/// The worked example with everything in it that the format knows.
pub fn rich() -> Model {
    let mut model = golden();
    model.neighbours = vec![[0, 1], [1, 3]];
    model.streams.push(Stream {
        name: "announced".to_owned(),
        place: 0,
        arrivals: Arrivals::Scheduled { chance: 0.25 },
    });
    let mut campaign = model.campaigns[0].clone();
    campaign.stream = model.streams.len() - 1;
    campaign.weight = 1.0;
    model.campaigns.push(campaign);
    let felt = model.activities.iter_mut().flat_map(|one| &mut one.channels);
    for exposure in felt.flat_map(|channel| &mut channel.exposure).take(3) {
        exposure.shrinks = Some(Shrinking { half_life_hours: 4_000.0, floor: 0.0 });
    }
    model
}

/// Read again and checked, it is the same to the last bit.
fn survives(model: &Model, what: &str) {
    assert_eq!(check(model), [], "{what}");
    let read = model::read("model.json", &emitted(model)).unwrap();
    assert!(read == *model, "{what} is another model after reading");
}

#[test]
fn models_built_in_rust_pass_the_same_check() {
    survives(&golden(), "the worked example");
    survives(&rich(), "the rich example");
    let knowledge = knowledge::load(&BTreeMap::new()).unwrap();
    let files = std::fs::read_dir(root().join("profiles")).unwrap().map(|one| one.unwrap().path());
    for path in files.filter(|path| path.is_file()) {
        let profile: Profile = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let estate = estate::resolve(&profile, &knowledge, "2026-11-22".parse().unwrap());
        survives(&modelling::model(&estate).model, &path.display().to_string());
    }
}

/// Solved on a terminal and as JSON.
fn defined(model: &Model) -> Value {
    let text = emitted(model);
    let options = ["--trials", "20000"];
    let shown = ran(&text, &options).code(0).stdout;
    assert!(!shown.contains("NaN") && !shown.contains("inf "), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    solution(&text, &options)
}

#[track_caller]
fn is(value: &Value, expected: f64) {
    assert!((number(value) - expected).abs() < 1e-12, "{value}");
}

#[test]
fn everything_that_the_format_knows() {
    let solution = defined(&rich());
    assert!(number(&solution["organization"]["loss"]["value"]) > 0.0);
}

#[test]
fn no_fallbacks() {
    let mut model = golden();
    model.activities.iter_mut().for_each(|activity| activity.fallbacks.clear());
    let whole = &defined(&model)["organization"];
    assert_eq!(whole["loss"], whole["inherent"]["loss"]);
}

#[test]
fn no_activities_and_no_streams() {
    let mut model = golden();
    model.activities.clear();
    let solution = defined(&model);
    is(&solution["organization"]["score"]["value"], 0.0);
    assert!(number(&solution["organization"]["loss"]["value"]) > 0.0, "campaigns still cost");

    let mut model = golden();
    model.streams.clear();
    model.campaigns.clear();
    for activity in &mut model.activities {
        activity.channels.iter_mut().for_each(|channel| channel.exposure.clear());
        activity.fallbacks.iter_mut().for_each(|one| one.channel.exposure.clear());
    }
    let solution = defined(&model);
    is(&solution["organization"]["loss"]["value"], 0.0);
    is(&solution["loss_law"]["none"], 1.0);

    model.activities.clear();
    model.places.clear();
    is(&defined(&model)["organization"]["any_breach"]["value"], 0.0);
}

#[test]
fn streams_that_send_nothing() {
    let mut model = golden();
    for stream in &mut model.streams {
        stream.arrivals = Arrivals::GammaPoisson { alpha: 0.0, beta: 2.0 };
    }
    let solution = defined(&model);
    is(&solution["organization"]["loss"]["value"], 0.0);
    is(&solution["simulation"]["loss_sum"], 0.0);
    model.streams[0].arrivals = Arrivals::Scheduled { chance: 0.0 };
    model.streams[1].arrivals = Arrivals::Scheduled { chance: 1.0 };
    assert!(number(&defined(&model)["organization"]["loss"]["value"]) > 0.0);
}

#[test]
fn durations_at_their_limits() {
    for (median, sigma) in [(1e-3, 0.05), (1e-3, 5.0), (1e6, 0.05), (1e6, 5.0)] {
        let mut model = golden();
        for campaign in &mut model.campaigns {
            (campaign.median_hours, campaign.sigma) = (median, sigma);
        }
        let solution = defined(&model);
        assert!(number(&solution["organization"]["loss"]["value"]) > 0.0, "{median} {sigma}");
    }
}

#[test]
fn numbers_at_their_limits() {
    let mut model = rich();
    for (at, activity) in model.activities.iter_mut().enumerate() {
        activity.loss_per_hour = [0.0, 1e15, 0.0, 1e15];
        activity.switch_hours = if at % 2 == 0 { 87_600.0 } else { 1e-3 };
        activity.mtpd_hours = if at % 3 == 0 { 1e6 } else { 1e-3 };
        activity.impact = [0.0, 0.0, 5.0, 5.0];
        activity.mbco = if at % 2 == 0 { 1e-3 } else { 1.0 };
        for fallback in &mut activity.fallbacks {
            (fallback.activation_hours, fallback.readiness) = (0.0, 1.0);
        }
    }
    for (at, stream) in model.streams.iter_mut().enumerate().take(3) {
        let (alpha, beta) = [(1e-6, 1e9), (5.2, 0.1), (1e6, 1e6)][at];
        stream.arrivals = Arrivals::GammaPoisson { alpha, beta };
    }
    for unit in model.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units) {
        (unit.hit, unit.cost) = (f64::MIN_POSITIVE, [1e15; 3]);
    }
    model.scale.impact_anchors_hours = [0.001, 0.003, 0.009, 0.027];
    defined(&model);
    model.scale.impact_anchors_hours = [3e4, 9e4, 3e5, 1e6];
    model.scale.loss_bands_hours = [1e-3, 2e-3, 1e6];
    defined(&model);
}

/// Forty vendors in one campaign; each activity feels four of them, and its neighbours share two.
fn forty() -> Model {
    let mut model = golden();
    let mut campaign = model.campaigns[0].clone();
    (campaign.stream, campaign.weight, campaign.never_ends) = (0, 1.0, 0.2);
    (campaign.median_hours, campaign.sigma) = (72.0, 1.5);
    campaign.units = (0..40)
        .map(|index| Unit {
            name: format!("vendor {index}"),
            shared: false,
            hit: 0.3,
            response: [0.2, 0.5, 0.3],
            cost: [0.0; 3],
        })
        .collect();
    let mut written = model.activities[0].clone();
    written.place = model.streams[0].place;
    written.fallbacks.clear();
    let share = written.channels[0].clone();
    let activity = |at: usize| {
        let channel = |index: usize| model::Use {
            name: format!("channel {index}"),
            share: 0.25,
            exposure: vec![Exposure {
                campaign: 0,
                unit: (at * 2 + index) % 40,
                left: 0.0,
                shrinks: None,
            }],
            ..share.clone()
        };
        let channels = (0..4).map(channel).collect();
        Activity { name: format!("activity {at}"), channels, ..written.clone() }
    };
    model.activities = (0..20).map(activity).collect();
    model.campaigns = vec![campaign];
    model
}

#[test]
fn forty_vendors_are_simulated_together_and_it_says_so() {
    let model = forty();
    let joint = solve(&model).residual.any_breach.joint;
    assert!(joint.low < joint.high);
    let solution = defined(&model);
    let breach = &solution["organization"]["any_breach"];
    assert_eq!(breach["engine"], "simulation");
    assert_eq!(solution["loss_law"]["engine"], "simulation");
    let value = number(&breach["value"]);
    assert!(joint.low - 0.01 < value && value < joint.high + 0.01, "{joint:?} {value}");
    let text = emitted(&model);
    let words = |options: &[&str]| {
        let shown = ran(&text, options).code(0).stdout;
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(words(&["--trials", "2000"]).contains("so joint figures are simulated"));
    assert!(words(&["--no-simulation"]).contains("too many to enumerate; a simulation"));
    let bare = super::solution(&text, &["--no-simulation"]);
    assert_eq!(bare["organization"]["any_breach"]["engine"], "exact");
    assert!(bare["loss_law"].is_null());
}

#[test]
fn what_no_trial_sees_is_no_disagreement() {
    let mut model = golden();
    for campaign in &mut model.campaigns {
        campaign.response_cost = 0.001;
        campaign.units.iter_mut().for_each(|unit| unit.cost = [0.0; 3]);
    }
    for activity in &mut model.activities {
        (activity.loss_per_hour, activity.switch_cost) = ([0.0; 4], 0.0);
    }
    (model.campaigns[0].weight, model.campaigns[0].response_cost) = (1e-8, 1e12);
    let solution = defined(&model);
    let eal = &solution["comparisons"][0];
    assert_eq!(eal["quantity"]["kind"], "eal");
    assert!(eal["z"].is_null() && number(&eal["exact"]) > 1_000.0, "{eal}");
}

#[test]
fn more_states_than_the_engines_take_are_refused() {
    let mut model = forty();
    let channel = &mut model.activities[0].channels[0];
    channel.exposure =
        (0..9).map(|unit| Exposure { campaign: 0, unit, left: 0.0, shrinks: None }).collect();
    ran(&emitted(&model), &[]).code(1).says("model-size").says("65,536 states");
}
