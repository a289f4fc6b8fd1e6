//! Choosing measures: the worked example of the method, and searches against each other.

use blackstart::{
    advise::measures::{
        choice::Choice,
        field::Field,
        search::{Objective, search},
        space::{Candidate, Space, applied},
    },
    analysis::InTurn,
    engine::solve::residual,
    model::Model,
};
use serde_json::json;

use crate::example::{EXAMPLE, EXPECTED, model_of, read, readiness, with_expected_rates};

/// The worked example with the eleven measures that may be taken there, costs in thousands.
pub fn example() -> (Model, Vec<Candidate>) {
    let mut example = read(EXAMPLE);
    let new = [
        (
            "F6",
            "P3_fieldops_BB",
            json!({"c": "BB", "dep": "telco", "act": 8.0, "cov": 0.75, "age": 0}),
        ),
        ("F7", "P4_exec_CC", json!({"c": "CC", "dep": "telco", "act": 2.0, "cov": 0.8, "age": 0})),
        ("F8", "P1_support_AA", json!({"c": "AA", "dep": "V3", "act": 3.0, "cov": 0.9, "age": 0})),
    ];
    for (id, process, fallback) in new {
        example["FB"][id] = fallback;
        example["PROC"][process]["fb"].as_array_mut().unwrap().push(json!(id));
    }
    let model = with_expected_rates(model_of(&example), &read(EXPECTED));
    let fresh = readiness(&example, 0.0);
    let activity = |name: &str| model.activities.iter().position(|one| one.name == name).unwrap();
    let standby = |id: &str| -> (usize, usize) {
        let mut all = model.activities.iter().enumerate().flat_map(|(at, one)| {
            one.fallbacks.iter().enumerate().map(move |(fallback, own)| (at, fallback, &own.name))
        });
        all.find(|(_, _, name)| *name == id).map(|(at, fallback, _)| (at, fallback)).unwrap()
    };
    let tested = |id: &str| {
        let (activity, fallback) = standby(id);
        vec![(Field::Readiness { activity, fallback }, fresh)]
    };
    let sooner = |id: &str, hours: f64| {
        let (activity, fallback) = standby(id);
        vec![(Field::Activation { activity, fallback }, hours)]
    };
    let offered = |id: &str| {
        let (activity, fallback) = standby(id);
        (Field::Offered { activity, fallback }, 1.0)
    };
    let leave = |name: &str, hours: f64| vec![(Field::Switch { activity: activity(name) }, hours)];
    // V3 is new in AA: campaigns can hit it there only if it is in use.
    let units = |vendor: &'static str| {
        let model = &model;
        model.campaigns.iter().enumerate().flat_map(move |(campaign, one)| {
            let own = one.units.iter().enumerate().filter(move |(_, unit)| unit.name == vendor);
            own.map(move |(unit, _)| (campaign, unit))
        })
    };
    let place = |campaign: usize| model.streams[model.campaigns[campaign].stream].name.as_str();
    let mut third = vec![offered("F8")];
    third.extend(
        units("V3")
            .filter(|(campaign, _)| place(*campaign) == "AA")
            .map(|(campaign, unit)| (Field::InUse { campaign, unit }, 1.0)),
    );
    let resident = units("V2")
        .filter(|(campaign, _)| model.campaigns[*campaign].name == "localise")
        .map(|(campaign, unit)| (Field::Hit { campaign, unit }, 0.2))
        .collect();
    let measures = [
        ("M01", 3.0, tested("F2")),
        ("M02", 4.0, tested("F4")),
        ("M03", 2.0, tested("F1")),
        ("M04", 25.0, vec![offered("F6")]),
        ("M05", 8.0, vec![offered("F7")]),
        ("M07", 30.0, third),
        ("M08", 15.0, leave("P1_support_AA", 240.0)),
        ("M09", 12.0, leave("P3_fieldops_BB", 168.0)),
        ("M10", 50.0, resident),
        ("M11", 10.0, sooner("F2", 4.0)),
        ("M12", 5.0, sooner("F5", 6.0)),
    ];
    let candidate = |(name, cost, changes): (&str, f64, Vec<(Field, f64)>)| Candidate {
        name: name.to_owned(),
        cost,
        requires: Choice::default(),
        opens: Vec::new(),
        changes,
    };
    let candidates = measures.into_iter().map(candidate).collect();
    (model, candidates)
}

/// No limit but the budget.
fn space<'m>(model: &'m Model, candidates: &[Candidate], appetite: &'m [f64]) -> Space<'m> {
    Space {
        places: (0..model.places.len()).collect(),
        candidates: candidates.to_vec(),
        model,
        most_new_channels: usize::MAX,
        appetite,
    }
}

fn close(value: f64, wanted: f64, tolerance: f64) {
    assert!((value - wanted).abs() <= tolerance, "{value} instead of {wanted}");
}

#[test]
fn the_best_sets_of_the_worked_example() {
    let (model, candidates) = example();
    let space = space(&model, &candidates, &[1.0; 5]);
    let found = search(&space, Objective::Loss, (f64::INFINITY, 1), &InTurn);
    assert!(found.gap <= 0.0);
    for (budget, wanted) in [
        (0.0, 266_968.0),
        (3.0, 207_141.0),
        (10.0, 197_959.0),
        (15.0, 150_458.0),
        (25.0, 138_782.0),
        (28.0, 132_335.0),
        (40.0, 120_113.0),
        (60.0, 105_505.0),
        (100.0, 100_375.0),
        (134.0, 96_608.0),
        (164.0, 96_608.0),
    ] {
        close(found.frontier.within(budget).unwrap().value, wanted, 0.5);
    }
    let all = residual(&applied(&[space], &[Choice::all(11)]).unwrap());
    close(all.eal.value, 97_195.0, 0.5);
}

#[test]
fn scratch() {
    use blackstart::advise::{
        advice::*,
        catalogue::{build::Limits, catalogue},
    };
    let knowledge = blackstart::knowledge::load(&std::collections::BTreeMap::new()).unwrap();
    for name in ["lantern-newsroom"] {
        let text = std::fs::read_to_string(format!("profiles/{name}.toml")).unwrap();
        let as_of = "2026-11-22".parse().unwrap();
        let (profile, _) = blackstart::profile::load(name, &text, &knowledge, as_of).unwrap();
        let estate = blackstart::estate::resolve(&profile, &knowledge, as_of);
        let modelled = blackstart::modelling::model(&estate);
        let t = std::time::Instant::now();
        let limits = Limits { horizon_days: 365.0, most_new_channels: 2 };
        let cat = catalogue(&estate, &modelled, limits);
        println!("{name} catalogue {:?}", t.elapsed());
        println!(
            "base {} superset {}",
            residual(&modelled.model).eal.value,
            residual(&with_measures(&cat, &vec![Choice::default(); cat.groups.len()])).eal.value
        );
        for g in &cat.groups {
            println!("{:?}", g.regions);
            for (o, c) in g.offers.iter().zip(&g.candidates) {
                println!(
                    "  {} {:.0} changes {} opens {:?} req {:?} permits {:?}",
                    o.offer.id,
                    c.cost,
                    c.changes.len(),
                    c.opens,
                    c.requires,
                    o.permits
                );
            }
        }
        for e in &cat.excluded {
            println!(
                "  - {} {:?} {:?} {}",
                e.measure,
                e.regions,
                e.reason,
                e.detail.chars().take(60).collect::<String>()
            );
        }
        for space in spaces(&cat) {
            for objective in [Objective::Loss, Objective::Breach, Objective::Appetite] {
                let t = std::time::Instant::now();
                let found = search(&space, objective, (60000.0, 1), &InTurn);
                println!(
                    "{:?} {objective:?} {} points, {:?} values, gap {} {:?}",
                    space.places,
                    found.frontier.points().len(),
                    found.values,
                    found.gap,
                    t.elapsed()
                );
            }
        }
    }
}
