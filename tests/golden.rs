//! The worked example of the method: every closed-form figure, through the same engine that
//! assesses profiles.

use std::collections::BTreeMap;

use blackstart::{
    engine::{outcome::Outcome, score, solve::solve},
    likelihood::empirical::{self, Observed},
    model::{Activity, Campaign, Exposure, Fallback, Model, Scale, Stream, Unit, Use},
};
use serde_json::Value;

const EXAMPLE: &str = include_str!("golden/example.json");
const EXPECTED: &str = include_str!("golden/expected.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn numbers<const N: usize>(value: &Value) -> [f64; N] {
    let list: Vec<f64> = value.as_array().unwrap().iter().map(number).collect();
    list.try_into().unwrap()
}

fn words(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn panel(example: &Value) -> BTreeMap<String, Observed> {
    let half_life = Some(number(&example["HALF_LIFE"]));
    let ledger = example["LEDGER"].as_object().unwrap();
    ledger
        .iter()
        .map(|(country, ages)| {
            let ages: Vec<f64> = ages.as_array().unwrap().iter().map(number).collect();
            (country.clone(), empirical::discounted(&ages, 10.0, half_life))
        })
        .collect()
}

fn readiness(example: &Value, age: f64) -> f64 {
    let (floor, fresh) = (number(&example["R_MIN"]), number(&example["R_MAX"]));
    floor + (fresh - floor) * 0.5_f64.powf(age / number(&example["R_HALF"]))
}

/// Units of one campaign: the vendors in use, or the two networks in a shutdown.
fn units(example: &Value, scenario: &str, vendors: &[String]) -> Vec<Unit> {
    let unit = |name: &str, hit: f64, response: [f64; 3], cost: [f64; 3]| Unit {
        name: name.to_owned(),
        hit,
        response,
        cost,
    };
    if example["NET"].get(scenario).is_some() {
        let resist = [0.0, 1.0, 0.0];
        let telco = number(&example["TELCO"][scenario]);
        return vec![unit("net", 1.0, resist, [0.0; 3]), unit("telco", telco, resist, [0.0; 3])];
    }
    let cost = example["COMPLIANCE"]
        .get(scenario)
        .map_or([0.0; 3], |cost| ["comply", "resist", "exit"].map(|answer| number(&cost[answer])));
    vendors
        .iter()
        .map(|vendor| {
            let hit = number(&example["HIT"][scenario][vendor]);
            unit(vendor, hit, numbers(&example["RESP"][vendor]), cost)
        })
        .collect()
}

fn exposure(
    example: &Value,
    campaigns: &[(Campaign, String)],
    place: &str,
    dep: &str,
    capability: &str,
) -> Vec<Exposure> {
    let mut exposure = Vec::new();
    for (index, (campaign, at)) in campaigns.iter().enumerate().filter(|(_, (_, at))| at == place) {
        let shutdown = example["NET"].get(&campaign.name).is_some();
        for (unit, hit) in campaign.units.iter().enumerate() {
            let felt =
                if shutdown { (hit.name == "telco") == (dep == "telco") } else { hit.name == dep };
            if felt {
                let left = if shutdown {
                    0.0
                } else {
                    number(&example["LEVEL"][&campaign.name][capability])
                };
                exposure.push(Exposure { campaign: index, unit, left });
            }
        }
        let _ = at;
    }
    exposure
}

fn vendors_in(example: &Value, place: &str) -> Vec<String> {
    let mut used = Vec::new();
    for process in example["PROC"].as_object().unwrap().values().filter(|p| p["c"] == place) {
        used.push(process["primary"].as_str().unwrap().to_owned());
        used.extend(
            words(&process["fb"])
                .iter()
                .map(|id| example["FB"][id]["dep"].as_str().unwrap().to_owned()),
        );
    }
    used.retain(|dep| dep != "telco");
    used.sort();
    used.dedup();
    used
}

fn model() -> Model {
    let example = read(EXAMPLE);
    let places = words(&example["COUNTRIES"]);
    let panel = panel(&example);
    let fit = empirical::fit(&panel.values().copied().collect::<Vec<_>>());
    let streams = (places.iter().enumerate())
        .map(|(place, name)| Stream {
            name: name.clone(),
            place,
            alpha: fit.shape + panel[name].count,
            beta: fit.strength + panel[name].years,
        })
        .collect();
    let campaigns = campaigns(&example, &places);
    let activities = (example["PROC"].as_object().unwrap().iter())
        .map(|(name, process)| activity(&example, &campaigns, &places, name, process))
        .collect();
    Model {
        format: 1,
        method: "golden".to_owned(),
        scale: Scale {
            loss_bands_hours: [1.0, 24.0, 168.0],
            impact_anchors_hours: [1.0, 24.0, 168.0, 730.0],
            score_offset: 95.0,
            score_per_decade: 20.0,
            comply_duration: number(&example["COMPLY_MULT"]),
            partial_fallbacks: false,
            acting_readiness: 0.0,
            band: 0.8,
        },
        streams,
        campaigns: campaigns.into_iter().map(|(campaign, _)| campaign).collect(),
        activities,
        places,
    }
}

fn campaigns(example: &Value, places: &[String]) -> Vec<(Campaign, String)> {
    let tau = number(&example["TAU"]);
    let mut campaigns = Vec::new();
    for (stream, place) in places.iter().enumerate() {
        let types = example["TYPES"][place].as_object().unwrap();
        let seen: f64 = types.values().map(number).sum();
        for scenario in words(&example["SCEN"]) {
            let own = types.get(&scenario).map_or(0.0, number);
            let [never_ends, median_hours, sigma] = numbers(&example["DUR"][&scenario]);
            let units = units(example, &scenario, &vendors_in(example, place));
            let campaign = Campaign {
                weight: (tau * number(&example["SHARE0"][&scenario]) + own) / (tau + seen),
                response_cost: number(&example["EVENT_COST"]),
                discloses: false,
                name: scenario,
                stream,
                never_ends,
                median_hours,
                sigma,
                units,
            };
            campaigns.push((campaign, place.clone()));
        }
    }
    campaigns
}

fn activity(
    example: &Value,
    campaigns: &[(Campaign, String)],
    places: &[String],
    name: &str,
    process: &Value,
) -> Activity {
    let place = process["c"].as_str().unwrap();
    let channel = |dep: &str| Use {
        name: dep.to_owned(),
        share: 1.0,
        baseline: 1.0,
        suspend_on_disclosure: false,
        exposure: exposure(example, campaigns, place, dep, process["cap"].as_str().unwrap()),
    };
    let fallback = |id: &String| {
        let fallback = &example["FB"][id];
        Fallback {
            activation_hours: number(&fallback["act"]),
            reach: number(&fallback["cov"]),
            readiness: readiness(example, number(&fallback["age"])),
            channel: channel(fallback["dep"].as_str().unwrap()),
        }
    };
    Activity {
        name: name.to_owned(),
        place: places.iter().position(|at| at == place).unwrap(),
        part: 1.0,
        mbco: number(&process["mbco"]),
        mtpd_hours: number(&process["mtpd"]),
        switch_hours: number(&process["tsw"]),
        switch_cost: number(&process["csw"]),
        loss_per_hour: numbers(&process["rate"]),
        impact: numbers(&process["imp"]),
        disclosure_impact: 0.0,
        channels: vec![channel(process["primary"].as_str().unwrap())],
        fallbacks: words(&process["fb"]).iter().map(fallback).collect(),
    }
}

fn close(what: &str, value: f64, expected: f64, tolerance: f64) {
    let scale = expected.abs().max(1e-300);
    assert!(
        (value - expected).abs() <= tolerance * scale || (value == 0.0 && expected == 0.0),
        "{what}: {value} instead of {expected}"
    );
}

fn solved() -> (Model, Outcome, Value) {
    let model = model();
    let outcome = solve(&model);
    (model, outcome, read(EXPECTED))
}

/// The fit itself is held to 1e-6; what follows from it to a little more than that.
const FIT: f64 = 1e-6;

/// With alpha and beta taken from the expected file, closed forms are held to this.
const CLOSED: f64 = 1e-9;

fn solved_from_expected_rates() -> (Model, Outcome, Value) {
    let expected = read(EXPECTED);
    let mut model = model();
    for stream in &mut model.streams {
        stream.alpha = number(&expected["alpha"][&stream.name]);
        stream.beta = number(&expected["beta"][&stream.name]);
    }
    let outcome = solve(&model);
    (model, outcome, expected)
}

#[test]
fn empirical_bayes_fit() {
    let example = read(EXAMPLE);
    let expected = read(EXPECTED);
    let panel = panel(&example);
    let fit = empirical::fit(&panel.values().copied().collect::<Vec<_>>());
    close("a", fit.shape, number(&expected["eb"]["a"]), FIT);
    close("b", fit.strength, number(&expected["eb"]["b"]), FIT);
    close("lnL", fit.log_likelihood, -20.255_295_6, 1e-8);
    for (country, observed) in &panel {
        close(country, observed.count, number(&expected["eb"]["y"][country]), 1e-12);
        close("T", observed.years, number(&expected["eb"]["T"]), 1e-12);
    }
}

#[test]
fn scenario_shares() {
    let (model, _, expected) = solved();
    for campaign in &model.campaigns {
        let place = &model.streams[campaign.stream].name;
        close(place, campaign.weight, number(&expected["share"][place][&campaign.name]), CLOSED);
    }
}

#[test]
fn every_process() {
    let (model, outcome, expected) = solved_from_expected_rates();
    for (activity, solved) in model.activities.iter().zip(&outcome.residual.activities) {
        let wanted = &expected["process"][&activity.name];
        let theta: f64 = solved.cells.iter().map(|cell| cell.theta).sum();
        for (key, value) in [
            ("hours", solved.totals.hours),
            ("loss", solved.totals.loss),
            ("switch", solved.switch_cost),
            ("over_mtpd_hours", solved.totals.over),
            ("disruptions_per_year", solved.disruptions),
            ("theta_breach", theta),
            ("p_breach", solved.breach.value),
        ] {
            close(&format!("{} {key}", activity.name), value, number(&wanted[key]), CLOSED);
        }
    }
}

#[test]
fn every_cell() {
    let (model, outcome, expected) = solved_from_expected_rates();
    let mut checked = 0;
    for (index, activity) in model.activities.iter().enumerate() {
        for scenario in words(&read(EXAMPLE)["SCEN"]) {
            let name = format!("{}|{scenario}", activity.name);
            let wanted = &expected["cells"][&name];
            let find = |run: &blackstart::engine::outcome::Run| {
                let cells = &run.activities[index].cells;
                cells
                    .iter()
                    .find(|cell| model.campaigns[cell.campaign].name == scenario)
                    .copied()
                    .unwrap_or_default()
            };
            let (inherent, residual) = (find(&outcome.inherent), find(&outcome.residual));
            let frequency = number(&wanted["freq"]);
            close(&name, residual.frequency, frequency, CLOSED);
            close(&name, inherent.harm(), number(&wanted["R0"]), CLOSED);
            close(&name, residual.harm(), number(&wanted["R1"]), CLOSED);
            close(
                &name,
                score::score(&model.scale, inherent.harm()),
                number(&wanted["score0"]),
                CLOSED,
            );
            close(
                &name,
                score::score(&model.scale, residual.harm()),
                number(&wanted["score1"]),
                CLOSED,
            );
            if frequency > 0.0 {
                close(&name, inherent.harm() / frequency, number(&wanted["H0"]), CLOSED);
                close(&name, residual.harm() / frequency, number(&wanted["H1"]), CLOSED);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 21, "cells with a frequency");
}

#[test]
fn every_country_and_the_whole() {
    let (model, outcome, expected) = solved_from_expected_rates();
    for (name, place) in model.places.iter().zip(&outcome.residual.places) {
        let wanted = &expected["country"][name];
        close(name, place.rate, number(&wanted["lam"]), CLOSED);
        close(name, place.any_campaign, number(&wanted["p1"]), CLOSED);
        close(name, place.eal, number(&wanted["eal"]), CLOSED);
        close(name, place.any_breach.low, number(&wanted["pb_any"]), CLOSED);
        close(name, place.any_breach.high, number(&wanted["pb_any"]), CLOSED);
    }
    close("EAL", outcome.residual.eal.value, number(&expected["eal"]), CLOSED);
    close("P(any)", outcome.residual.any_breach.high, number(&expected["p_any_breach"]), CLOSED);
    close("R", outcome.residual.harm.value, 0.132_212, 1e-5);
    close("R inherent", outcome.inherent.harm.value, 0.292_502, 1e-5);
    close("score", score::score(&model.scale, outcome.residual.harm.value), 77.43, 1e-4);
    close("score inherent", score::score(&model.scale, outcome.inherent.harm.value), 84.32, 1e-4);
    close("EAL inherent", outcome.inherent.eal.value, 678_034.223_256_9, CLOSED);
    close("P(any) inherent", outcome.inherent.any_breach.high, 0.399_512_285_1, 1e-9);
}

#[test]
fn inherent_breach_probabilities_and_scores() {
    let (model, outcome, _) = solved_from_expected_rates();
    let printed = [
        (0.21492, 76.84, 65.36),
        (0.27059, 72.83, 57.52),
        (0.11052, 73.64, 73.15),
        (0.02033, 47.66, 47.66),
        (0.01551, 36.90, 32.51),
    ];
    for (index, (breach, inherent, residual)) in printed.into_iter().enumerate() {
        let pick = |run: &blackstart::engine::outcome::Run| run.activities[index].clone();
        assert!((pick(&outcome.inherent).breach.value - breach).abs() < 6e-6, "process {index}");
        assert!((score::score(&model.scale, pick(&outcome.inherent).harm) - inherent).abs() < 6e-3);
        assert!((score::score(&model.scale, pick(&outcome.residual).harm) - residual).abs() < 6e-3);
    }
}

#[test]
fn from_ledger_to_expected_loss_without_help() {
    let (_, outcome, expected) = solved();
    close("EAL", outcome.residual.eal.value, number(&expected["eal"]), 2.0 * FIT);
}

#[test]
fn bands_of_the_method() {
    let (model, outcome, _) = solved();
    let place_score = |place: usize| {
        let stream = &model.streams[place];
        let band = blackstart::engine::band::linear(std::slice::from_ref(stream), &[1.0], 0.0, 0.8);
        [band.low, band.high].map(|rate| 20.0 * (rate / band.value).log10())
    };
    let [low, high] = place_score(0);
    assert!((low - -5.0).abs() < 0.6 && (high - 4.0).abs() < 0.6, "AA {low} {high}");
    let [low, high] = place_score(3);
    assert!((low - -22.0).abs() < 1.0 && (high - 8.0).abs() < 0.6, "DD {low} {high}");
    let harm = outcome.residual.harm;
    assert!(harm.low < harm.value && harm.value < harm.high);
}
