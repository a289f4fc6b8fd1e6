//! Choosing measures: the worked example of the method, and searches against each other.

use std::collections::BTreeMap;

use blackstart::{
    advise::{
        Advised,
        advice::{Wanted, spaces},
        catalogue::{Limits, Reason},
    },
    analysis::InTurn,
    engine::solve::residual,
    estate, knowledge,
    measures::{
        branch::{Effort, frontier},
        choice::Choice,
        field::Field,
        greedy::greedy,
        part::Part,
        search::{Objective, parts, search},
        space::{Candidate, Space, applied},
        table::Table,
        tabulate::tabulate,
    },
    model::Model,
    modelling::{self, Modelled},
    profile,
};
use serde_json::{Value, json};

use crate::support::Tool;

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
    let all = residual(&applied(std::slice::from_ref(&space), &[Choice::all(11)]).unwrap());
    close(all.eal.value, 97_195.0, 0.5);
    let run = |budget: f64| {
        let choice = found.frontier.within(budget).unwrap().choice;
        residual(&applied(std::slice::from_ref(&space), &[choice]).unwrap())
    };
    for (budget, wanted) in
        [(0.0, 0.211), (3.0, 0.177), (15.0, 0.177), (25.0, 0.161), (28.0, 0.106)]
    {
        let run = run(budget);
        close(run.any_breach.joint.high, wanted, 6e-4);
        close(run.eal.value, found.frontier.within(budget).unwrap().value, 1e-4);
    }
}

fn tables(parts: &[Part]) -> Vec<Table<'_>> {
    parts.iter().map(Table::new).collect()
}

#[test]
fn a_greedy_choice_is_not_the_best() {
    let (model, candidates) = example();
    let space = space(&model, &candidates, &[1.0; 5]);
    let parts = parts(&space, &space.slots(), Objective::Loss);
    for (budget, wanted) in [(10.0, 197_959.0), (25.0, 138_782.0), (40.0, 133_334.0)] {
        let path = greedy(&space, &mut tables(&parts), Choice::all(11), budget);
        close(path.within(budget).unwrap().value, wanted, 0.5);
    }
}

#[test]
fn branch_and_bound_finds_what_the_tables_find() {
    let (model, candidates) = example();
    let space = space(&model, &candidates, &[1.0; 5]);
    let slots = space.slots();
    let effort = Effort { budgets: 1, nodes: usize::MAX };
    for objective in [Objective::Loss, Objective::Breach, Objective::Appetite] {
        let parts = parts(&space, &slots, objective);
        let all = tabulate(&space, &mut tables(&parts), Choice::all(11), &InTurn).unwrap();
        for budget in [5.0, 12.0, 25.0, 40.0, 60.0, 100.0, 164.0] {
            let mut tables = tables(&parts);
            let found = frontier(&space, &mut tables, Choice::all(11), budget, effort);
            let (best, exact) = (found.frontier.within(budget), all.within(budget).unwrap());
            close(best.unwrap().value, exact.value, 1e-6 * exact.value.abs());
            assert!(found.gap <= 0.0);
        }
    }
}

#[test]
fn a_search_that_is_cut_short_says_by_how_much() {
    let (model, candidates) = example();
    let space = space(&model, &candidates, &[1.0; 5]);
    let parts = parts(&space, &space.slots(), Objective::Loss);
    let all = tabulate(&space, &mut tables(&parts), Choice::all(11), &InTurn).unwrap();
    let effort = Effort { budgets: 1, nodes: 1 };
    let mut tables = tables(&parts);
    let found = frontier(&space, &mut tables, Choice::all(11), 40.0, effort);
    let (best, exact) = (found.frontier.within(40.0).unwrap().value, all.within(40.0).unwrap());
    assert!(best > exact.value && found.gap >= best - exact.value, "{best} {}", found.gap);
}

#[test]
fn requirements_and_new_channels_bind() {
    let (model, mut candidates) = example();
    // The test of F2 is of use only with the switch of M05, and both M04 and M07 open a channel.
    candidates[0].requires = Choice::default().with(4);
    candidates[3].opens = vec![1];
    candidates[5].opens = vec![1];
    let space = Space { most_new_channels: 1, ..space(&model, &candidates, &[1.0; 5]) };
    let found = search(&space, Objective::Loss, (f64::INFINITY, 1), &InTurn);
    for point in found.frontier.points() {
        assert!(space.allows(point.choice), "{:?}", point.choice);
    }
    let best = found.frontier.points().last().unwrap();
    assert!(best.choice.contains(0) && best.choice.contains(4));
    let effort = Effort { budgets: 1, nodes: usize::MAX };
    let parts = parts(&space, &space.slots(), Objective::Loss);
    let own = frontier(&space, &mut tables(&parts), Choice::all(11), 60.0, effort);
    for point in own.frontier.points() {
        assert!(space.allows(point.choice), "{:?}", point.choice);
    }
    let (own, all) = (own.frontier.within(60.0).unwrap(), found.frontier.within(60.0).unwrap());
    close(own.value, all.value, 1e-6 * all.value);
}

#[test]
fn what_does_nothing_alone_is_taken_for_what_builds_on_it() {
    let (model, mut candidates) = example();
    // The test of F2, by far the best, needs something that changes no figure and stands before it
    // and after it in the order of the search.
    let nothing =
        Candidate { name: "base".to_owned(), changes: Vec::new(), ..candidates[0].clone() };
    candidates.push(nothing);
    candidates[0].requires = Choice::default().with(11);
    let space = space(&model, &candidates, &[1.0; 5]);
    let parts = parts(&space, &space.slots(), Objective::Loss);
    let effort = Effort { budgets: 1, nodes: usize::MAX };
    let exact = tabulate(&space, &mut tables(&parts), Choice::all(12), &InTurn).unwrap();
    let mut with_it = 0;
    for budget in (5..60).map(f64::from) {
        let found = frontier(&space, &mut tables(&parts), Choice::all(12), budget, effort);
        let (own, all) = (found.frontier.within(budget).unwrap(), exact.within(budget).unwrap());
        close(own.value, all.value, 1e-6 * all.value);
        with_it += usize::from(own.choice.contains(0) && own.choice.contains(11));
    }
    assert!(with_it > 10);
}

/// Everything that `plan` does for an example profile.
fn advised<R>(text: &str, then: impl FnOnce(&Advised, &Modelled) -> R) -> R {
    let knowledge = knowledge::load(&BTreeMap::new()).unwrap();
    let as_of = "2026-11-22".parse().unwrap();
    let (profile, _) = profile::load("example", text, &knowledge, as_of).unwrap();
    let estate = estate::resolve(&profile, &knowledge, as_of);
    let modelled = modelling::model(&estate);
    let wanted = Wanted { effort: 1, ..Wanted::of(&estate) };
    then(&Advised::new(&estate, &modelled, Limits::of(&estate), wanted, &InTurn), &modelled)
}

fn example_text(name: &str) -> String {
    std::fs::read_to_string(crate::support::root().join("profiles").join(name)).unwrap()
}

#[test]
fn plans_of_the_examples_hold_what_they_say() {
    for name in ["meridian-freight.toml", "minimal.toml"] {
        advised(&example_text(name), |advised, modelled| {
            let Advised { catalogue, advice, .. } = advised;
            let spaces = spaces(catalogue);
            let none = vec![Choice::default(); spaces.len()];
            let base = residual(&modelled.model);
            let alone = residual(&applied(&spaces, &none).unwrap());
            // Nothing taken is the model as it was, to the last bit.
            assert_eq!(alone.eal.value.to_bits(), base.eal.value.to_bits(), "{name}");
            assert_eq!(alone.any_breach.joint.high.to_bits(), base.any_breach.joint.high.to_bits());
            close(advice.now.eal, base.eal.value, 1e-9);
            if let Some(budget) = advice.wanted.budget {
                assert!(advice.chosen.cost <= budget);
            }
            for point in &advice.frontier {
                let run = residual(&applied(&spaces, &point.choice).unwrap());
                close(run.eal.value, point.value, 1e-6 * point.value);
                let both = spaces.iter().zip(&point.choice);
                assert!(both.clone().all(|(space, choice)| space.allows(*choice)));
                close(both.map(|(space, choice)| space.cost(*choice)).sum(), point.cost, 1e-6);
            }
            let values: Vec<f64> = advice.frontier.iter().map(|point| point.value).collect();
            assert!(values.windows(2).all(|pair| pair[1] < pair[0]), "{name}");
            for worth in &advice.worth {
                assert!(worth.last >= -1e-6, "{name} {worth:?}");
            }
        });
    }
}

#[test]
fn the_law_the_horizon_and_the_profile_leave_measures_out() {
    let text = example_text("meridian-freight.toml")
        + r#"
[[measure]]
id = "drills"
status = "in-place"

[[measure]]
id = "pace-plan"
status = "ruled-out"
reason = "no time"

[[measure]]
id = "own-lines"
cost = 100
lead_time = "60w"

  [[measure.effect]]
  kind = "shorten-activation"
  factor = 0.1
"#;
    advised(&text, |advised, _| {
        let excluded = &advised.catalogue.excluded;
        let why = |id: &str, region: &str| {
            let own = excluded.iter().find(|one| {
                one.measure == id
                    && (one.regions.is_empty() || one.regions.iter().any(|code| code == region))
            });
            own.map(|one| one.reason)
        };
        assert_eq!(why("drills", "RU"), Some(Reason::InPlace));
        assert_eq!(why("pace-plan", "TR"), Some(Reason::RuledOut));
        assert_eq!(why("own-lines", "RU"), Some(Reason::TooLate));
        assert_eq!(why("starlink-site", "RU"), Some(Reason::Prohibited));
        assert_eq!(why("vendor-proxy", "RU"), Some(Reason::Unclear));
        assert_eq!(why("satphone-pool", "NL"), Some(Reason::Unclear));
        assert_eq!(why("power-kit", "RU"), Some(Reason::Organisational));
        let offered = advised.catalogue.groups.iter().flat_map(|group| &group.offers);
        let satphone = offered.clone().find(|one| one.offer.id == "satphone-pool:RU").unwrap();
        assert_eq!(satphone.permits, ["RU"]);
        assert!(offered.clone().all(|one| one.offer.measure != "drills"));
    });
}

#[test]
fn a_measure_of_the_profile_is_one_thing_for_its_regions() {
    let text = example_text("meridian-freight.toml")
        + r#"
[[measure]]
id = "two-lines"
name = "Lines through two operators"
cost = 500
regions = ["RU", "TR"]

  [[measure.effect]]
  kind = "add-fallback"
  vendor = "sms-a2p"
  activities = ["dispatch"]
  activation = "1h"
  employees = 0.95
  partners = 0.9
"#;
    advised(&text, |advised, _| {
        let tied = advised.catalogue.groups.iter().find(|group| group.regions.len() == 2).unwrap();
        let at = tied.offers.iter().position(|one| one.offer.id == "two-lines").unwrap();
        assert!((tied.candidates[at].cost - 500.0).abs() < 1e-9);
        assert_eq!(tied.candidates[at].opens.len(), 2);
        let Advised { catalogue, advice, .. } = advised;
        let group = catalogue.groups.iter().position(|group| group.regions.len() == 2).unwrap();
        assert!(advice.chosen.choices[group].contains(at), "so cheap and so good");
        assert!(advice.chosen.breaches_today < advice.now.breaches_today.max(1));
    });
}

fn plan(args: &[&str], text: &str) -> Tool {
    let own = ["plan", "own.toml", "--as-of", "2026-11-22"];
    Tool::new(&[&own, args].concat()).file("own.toml", text)
}

#[test]
fn budgets_of_nothing_and_less_than_nothing() {
    let text = example_text("minimal.toml");
    let ran = plan(&["--budget", "0"], &text).run().code(0);
    assert!(ran.stdout.contains("buys no measure"), "{}", ran.stdout);
    let ran = plan(&["--budget=-5"], &text).run().code(2);
    assert!(ran.stderr.contains("not negative"), "{}", ran.stderr);
    plan(&["--budget", "much"], &text).run().code(2).says("not an amount");
    plan(&["--output", "plan.txt"], &text).run().code(2).says("a format that is a file");
}

#[test]
fn nothing_is_open() {
    let knowledge = knowledge::load(&BTreeMap::new()).unwrap();
    let out = |id: &String| format!("\n[[measure]]\nid = \"{id}\"\nstatus = \"ruled-out\"\n");
    let text = example_text("minimal.toml")
        + &knowledge.measures.keys().map(out).collect::<Vec<_>>().concat();
    let ran = plan(&[], &text).run().code(0);
    assert!(ran.stdout.contains("No measure is open"), "{}", ran.stdout);
}

#[test]
fn measures_that_do_not_hold_together_are_located() {
    let text = example_text("minimal.toml")
        + r#"
[[measure]]
id = "a"
cost = 1
requires = ["b", "drils"]
regions = ["XX"]

  [[measure.effect]]
  kind = "retest"
  channel = "no-such"
  activities = ["no-such"]

[[measure]]
id = "b"
requires = ["a"]

[[measure]]
id = "b"
cost = 2

  [[measure.effect]]
  kind = "shorten-switch"
"#;
    let ran = plan(&[], &text).run().code(1);
    for code in [
        "circular-requirement",
        "unknown-measure",
        "did you mean `drills`?",
        "unknown-region",
        "unknown-channel",
        "unknown-activity",
        "measure-incomplete",
        "duplicate-id",
    ] {
        assert!(ran.stderr.contains(code), "{code}: {}", ran.stderr);
    }
    assert!(ran.stdout.is_empty());
}

#[test]
fn a_plan_is_the_same_in_each_format_and_fits() {
    let text = example_text("meridian-freight.toml");
    let ran = plan(&[], &text).run().code(0);
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    let json = plan(&["--format", "json"], &text).run().code(0).stdout;
    let view: Value = serde_json::from_str(&json).unwrap();
    let ids: Vec<&str> = view["measures"]["measures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["title"].as_str().unwrap())
        .collect();
    assert!(!ids.is_empty());
    let html = plan(&["--format", "html"], &text).run().code(0).stdout;
    let markdown = plan(&["--format", "markdown"], &text).run().code(0).stdout;
    for title in ids {
        let words = title.split_whitespace().next().unwrap();
        assert!(html.contains(words) && markdown.contains(words) && ran.stdout.contains(words));
    }
    assert!(html.contains("default-src 'none'") && !html.contains("<script"));
    let again = plan(&["--format", "json"], &text).run().code(0).stdout;
    assert_eq!(json, again);
}
