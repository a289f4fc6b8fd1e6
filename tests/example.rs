//! The worked example of the method as a model, and the figures it must give.

use std::collections::BTreeMap;

use blackstart::{
    empirical::{self, Observed},
    engine::{outcome::Outcome, solve::solve},
    model::{
        Activity, Arrivals, Campaign, Exposure, FORMAT, Fallback, Model, Scale, Stream, Unit, Use,
    },
};
use serde_json::Value;

pub const EXAMPLE: &str = include_str!("golden/example.json");
pub const EXPECTED: &str = include_str!("golden/expected.json");

pub fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

pub fn numbers<const N: usize>(value: &Value) -> [f64; N] {
    let list: Vec<f64> = value.as_array().unwrap().iter().map(number).collect();
    list.try_into().unwrap()
}

pub fn words(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

pub fn panel(example: &Value) -> BTreeMap<String, Observed> {
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

pub fn readiness(example: &Value, age: f64) -> f64 {
    let (floor, fresh) = (number(&example["R_MIN"]), number(&example["R_MAX"]));
    floor + (fresh - floor) * 0.5_f64.powf(age / number(&example["R_HALF"]))
}

/// Units of one campaign: the vendors in use, or the two networks in a shutdown.
pub fn units(example: &Value, scenario: &str, vendors: &[String]) -> Vec<Unit> {
    let unit = |name: &str, hit: f64, response: [f64; 3], cost: [f64; 3]| Unit {
        name: name.to_owned(),
        shared: name == "net" || name == "telco",
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

pub fn exposure(
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
                exposure.push(Exposure { campaign: index, unit, left, shrinks: None });
            }
        }
        let _ = at;
    }
    exposure
}

pub fn vendors_in(example: &Value, place: &str) -> Vec<String> {
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

pub fn model() -> Model {
    model_of(&read(EXAMPLE))
}

pub fn model_of(example: &Value) -> Model {
    let places = words(&example["COUNTRIES"]);
    let panel = panel(example);
    let fit = empirical::fit(&panel.values().copied().collect::<Vec<_>>());
    let streams = (places.iter().enumerate())
        .map(|(place, name)| Stream {
            name: name.clone(),
            place,
            arrivals: Arrivals::GammaPoisson {
                alpha: fit.shape + panel[name].count,
                beta: fit.strength + panel[name].years,
            },
        })
        .collect();
    let campaigns = campaigns(example, &places);
    let activities = (example["PROC"].as_object().unwrap().iter())
        .map(|(name, process)| activity(example, &campaigns, &places, name, process))
        .collect();
    Model {
        format: FORMAT,
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
        neighbours: Vec::new(),
        streams,
        campaigns: campaigns.into_iter().map(|(campaign, _)| campaign).collect(),
        activities,
        places,
    }
}

pub fn campaigns(example: &Value, places: &[String]) -> Vec<(Campaign, String)> {
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
                chill: 0.0,
                notice_hours: 0.0,
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

pub fn activity(
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
            name: id.clone(),
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
        drift_after_hours: 24.0,
        drift_chance: 0.0,
        channels: vec![channel(process["primary"].as_str().unwrap())],
        fallbacks: words(&process["fb"]).iter().map(fallback).collect(),
    }
}

pub fn close(what: &str, value: f64, expected: f64, tolerance: f64) {
    let scale = expected.abs().max(1e-300);
    assert!(
        (value - expected).abs() <= tolerance * scale || (value == 0.0 && expected == 0.0),
        "{what}: {value} instead of {expected}"
    );
}

/// With alpha and beta taken from the expected file, closed forms are held to this.
pub const CLOSED: f64 = 1e-9;

pub fn solved_from_expected_rates() -> (Model, Outcome, Value) {
    let expected = read(EXPECTED);
    let model = with_expected_rates(model(), &expected);
    let outcome = solve(&model);
    (model, outcome, expected)
}

pub fn with_expected_rates(mut model: Model, expected: &Value) -> Model {
    for stream in &mut model.streams {
        stream.arrivals = Arrivals::GammaPoisson {
            alpha: number(&expected["alpha"][&stream.name]),
            beta: number(&expected["beta"][&stream.name]),
        };
    }
    model
}
