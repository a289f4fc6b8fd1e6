//! Changes between two runs, each kind by itself, and what single edits are worth.

use std::{collections::BTreeMap, fmt::Write};

use blackstart::{
    analysis::InTurn,
    compare::{
        change::{Change, changes, in_short},
        corner::{Figures, figures},
        reading::{Reading, level_rank},
        worth::{MOST, Now, Worth, worth},
    },
    profile,
};
use serde_json::{Value, json};

use crate::{drill::KNOWLEDGE, support::root};

fn figure(value: f64) -> Value {
    json!({ "value": value, "text": format!("{value}") })
}

fn case(activity: &str, region: &str) -> Value {
    json!({
        "activity": activity, "name": "Dispatch", "region": region, "country": "Russia",
        "standing": "normal", "score": figure(40.0), "level": "Low", "breach": figure(0.1),
        "appetite": figure(0.05), "over_appetite": false, "hours": figure(1.0), "loss": figure(1.0),
    })
}

fn finding(severity: &str, accepted: Option<&str>) -> Value {
    json!({
        "id": "x:y", "code": "x", "severity": severity, "title": "A tie", "accepted": accepted,
    })
}

fn report(score: f64, level: &str, cases: &[Value], findings: &[Value]) -> Reading {
    let none = figure(0.0);
    let report = json!({
        "organization": { "name": "Acme", "currency": "EUR" },
        "as_of": "2026-11-22", "method": { "version": "1" }, "regions": [], "acceptances": [],
        "verdict": {
            "inside": true, "score": figure(score), "level": level, "eal": none,
            "any_breach": none, "further_breach": none,
        },
        "cases": cases, "findings": findings,
    });
    Reading::of(&report).unwrap()
}

fn ids(found: &[Change]) -> Vec<String> {
    found.iter().map(Change::id).collect()
}

#[test]
fn a_score_has_moved_by_a_material_number_of_points() {
    for (before, after, material, expected) in [
        (40.0, 45.0, 5.0, &["score-up:all:all"][..]),
        (46.0, 40.0, 5.0, &["score-down:all:all"]),
        (40.0, 44.9, 5.0, &[]),
        (44.9, 40.0, 5.0, &[]),
        (40.0, 40.0, 0.0, &[]),
        (40.0, 40.1, 0.0, &["score-up:all:all"]),
    ] {
        let of = |score| report(score, "Low", &[], &[]);
        let found = changes(&of(before), &of(after), material);
        assert_eq!(ids(&found), expected, "{before} to {after}");
    }
    let found = changes(&report(40.0, "Low", &[], &[]), &report(52.4, "Low", &[], &[]), 5.0);
    assert_eq!(found[0].title, "The organisation: score 40 to 52");
}

#[test]
fn a_level_is_crossed_however_few_the_points() {
    let of = |level| report(40.0, level, &[], &[]);
    let found = changes(&of("Low"), &of("High"), 5.0);
    assert_eq!(ids(&found), ["level-up:all:all"]);
    assert_eq!(found[0].title, "The organisation: level Low to High");
    assert_eq!(ids(&changes(&of("High"), &of("Moderate"), 5.0)), ["level-down:all:all"]);
    assert_eq!(level_rank("Very low"), 0);
    assert!(level_rank("High") < level_rank("Very high"));
    assert!(level_rank("Very high") < level_rank("what is to come"));
}

fn of_case(change: impl Fn(&mut Value), back: bool) -> Vec<Change> {
    let mut other = case("dispatch", "RU");
    change(&mut other);
    let own = report(40.0, "Low", &[case("dispatch", "RU")], &[]);
    let other = report(40.0, "Low", &[other], &[]);
    if back { changes(&other, &own, 5.0) } else { changes(&own, &other, 5.0) }
}

#[test]
fn activities_cross_their_appetite() {
    let over = |value: &mut Value| value["over_appetite"] = true.into();
    let found = of_case(over, false);
    assert_eq!(ids(&found), ["appetite-exceeded:dispatch:RU"]);
    let title = "Dispatch, Russia: breach probability 0.1 is above the appetite of 0.05";
    assert_eq!(found[0].title, title);
    let found = of_case(over, true);
    assert_eq!(ids(&found), ["appetite-met:dispatch:RU"]);
    let title = "Dispatch, Russia: breach probability 0.1 is inside the appetite of 0.05";
    assert_eq!(found[0].title, title);
    assert!(of_case(|_| {}, false).is_empty());
    let score = |value: &mut Value| value["score"] = figure(60.0);
    assert_eq!(ids(&of_case(score, false)), ["score-up:dispatch:RU"]);
    assert_eq!(ids(&of_case(score, true)), ["score-down:dispatch:RU"]);
}

#[test]
fn activities_stop_move_and_come_back() {
    let run = |before: &str, after: &str| {
        let of = |standing: &str| {
            let mut one = case("dispatch", "RU");
            one["standing"] = standing.into();
            report(40.0, "Low", &[one], &[])
        };
        let found = changes(&of(before), &of(after), 5.0);
        found.into_iter().map(|one| (one.id(), one.title)).collect::<Vec<_>>()
    };
    let one = |code: &str, said: &str| {
        vec![(format!("{code}:dispatch:RU"), format!("Dispatch, Russia: {said}"))]
    };
    let stopped = one("stopped", "below its MBCO today");
    assert_eq!(run("normal", "disrupted"), stopped);
    assert_eq!(run("on-fallback", "disrupted"), stopped);
    assert_eq!(run("disrupted", "normal"), one("restored", "works again (normal)"));
    assert_eq!(run("on-fallback", "normal"), one("restored", "works again (normal)"));
    assert_eq!(run("disrupted", "on-fallback"), one("restored", "works again (on-fallback)"));
    let moved = one("moved-to-fallback", "runs on its fallback today");
    assert_eq!(run("normal", "on-fallback"), moved);
    for same in ["normal", "on-fallback", "disrupted"] {
        assert_eq!(run(same, same), []);
    }
}

#[test]
fn activities_come_and_go_by_country() {
    let russia = report(40.0, "Low", &[case("dispatch", "RU")], &[]);
    let india = report(40.0, "Low", &[case("dispatch", "IN")], &[]);
    let other = report(40.0, "Low", &[case("payroll", "RU")], &[]);
    let found = changes(&russia, &india, 5.0);
    assert_eq!(ids(&found), ["activity-new:dispatch:IN", "activity-gone:dispatch:RU"]);
    assert_eq!(found[0].title, "Dispatch, Russia: new, with a score of 40");
    assert_eq!(found[1].title, "Dispatch, Russia: no longer assessed; its score was 40");
    let found = changes(&russia, &other, 5.0);
    assert_eq!(ids(&found), ["activity-new:payroll:RU", "activity-gone:dispatch:RU"]);
}

#[test]
fn findings_open_close_and_are_accepted() {
    let run = |before: Option<Value>, after: Option<Value>| {
        let of = |one: Option<Value>| report(40.0, "Low", &[], one.as_slice());
        let found = changes(&of(before), &of(after), 5.0);
        found.into_iter().map(|one| format!("{} {}", one.id(), one.title)).collect::<Vec<_>>()
    };
    let open = |severity: &str| Some(finding(severity, None));
    let accepted = || Some(finding("High", Some("until May")));
    let none: [&str; 0] = [];
    assert_eq!(run(None, open("High")), ["finding-opened:x:y:all A tie"]);
    assert_eq!(run(open("High"), None), ["finding-closed:x:y:all A tie"]);
    assert_eq!(run(open("High"), accepted()), ["finding-accepted:x:y:all A tie (until May)"]);
    assert_eq!(run(accepted(), open("High")), ["acceptance-ended:x:y:all A tie"]);
    assert_eq!(run(open("Low"), open("Medium")), ["severity-up:x:y:all A tie: Low to Medium"]);
    assert_eq!(
        run(open("High"), open("Critical")),
        ["severity-up:x:y:all A tie: High to Critical"]
    );
    assert_eq!(run(open("High"), open("Medium")), ["severity-down:x:y:all A tie: High to Medium"]);
    assert_eq!(run(open("High"), open("High")), none);
    assert_eq!(run(accepted(), accepted()), none);
    assert_eq!(run(None, accepted()), none, "it was never open");
    assert_eq!(run(accepted(), None), none, "it was not open");
}

#[test]
fn changes_are_counted_by_their_way_the_worst_first() {
    let old = report(40.0, "Low", &[case("dispatch", "RU")], &[finding("High", None)]);
    let new = report(60.0, "High", &[case("dispatch", "IN")], &[]);
    let found = changes(&old, &new, 5.0);
    let expected = [
        "level-up:all:all",
        "score-up:all:all",
        "activity-new:dispatch:IN",
        "activity-gone:dispatch:RU",
        "finding-closed:x:y:all",
    ];
    assert_eq!(ids(&found), expected);
    assert_eq!(in_short(&found), "2 worse, 1 better, and 2 other");
    assert_eq!(in_short(&found[..2]), "2 worse");
    assert_eq!(in_short(&[]), "nothing has changed");
}

fn valued(text: &str) -> Figures {
    let day = "2026-11-22".parse().unwrap();
    figures(&profile::load("", text, &*KNOWLEDGE, day).unwrap().0, &KNOWLEDGE, day)
}

/// Where campaigns cost nothing by themselves, activities bear all of the loss: outages, and the cost of
/// leaving vendors.
#[test]
fn losses_of_activities_make_that_of_the_whole() {
    let minimal = std::fs::read_to_string(root().join("profiles/minimal.toml")).unwrap();
    let free = minimal.replace("country = \"RU\"", "country = \"IN\"")
        + "switch_cost = 900_000\n\
           [costs]\nresponse_per_campaign = 0\nmandate_complied = 0\nmandate_resisted = 0\n";
    let figures = valued(&free);
    let sum: f64 = figures.cases.values().map(|one| one.loss).sum();
    assert!((sum / figures.eal - 1.0).abs() < 1e-9, "{sum} and {}", figures.eal);
    let cheap = valued(&free.replace("900_000", "0"));
    assert!(cheap.eal < figures.eal * 0.99, "{} and {}", cheap.eal, figures.eal);
}

fn worths(old: &str, new: &str, now: &Figures) -> Option<Vec<Worth>> {
    let as_of = "2026-11-22".parse().unwrap();
    worth(old, &Now { text: new, knowledge: &KNOWLEDGE, as_of, figures: now }, &InTurn)
}

#[test]
fn an_edit_is_worth_what_is_otherwise_without_it() {
    let minimal = std::fs::read_to_string(root().join("profiles/minimal.toml")).unwrap();
    // Of a country in which nothing stands today, so that all figures move.
    let base = minimal.replace("country = \"RU\"", "country = \"IN\"") + "mtpd = \"3d\"\n";
    // What moves most comes first, points before money; a name moves nothing.
    let edits = [
        ("channel = \"chat\"", "channel = \"chat\"\nimpact = [3, 4, 5, 5]"),
        ("staff = 40", "staff = 80"),
        ("mtpd = \"3d\"", "mtpd = \"2h\""),
        ("name = \"Acme\"", "name = \"Acme Ltd\""),
    ];
    let with = |left_out: usize| {
        let each = edits.iter().enumerate().filter(|(at, _)| *at != left_out);
        each.fold(base.clone(), |text, (_, (old, new))| text.replace(old, new))
    };
    let new = with(edits.len());
    let after = valued(&new);
    let found = worths(&base, &new, &after).unwrap();
    assert_eq!(found.len(), edits.len());
    let near = |value: f64, wanted: f64| {
        assert!((value - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{value}, wanted {wanted}");
    };
    let key = ("support".to_owned(), "IN".to_owned());
    for (at, one) in found.iter().enumerate() {
        let (change, without) = (one.change.as_ref().unwrap(), valued(&with(at)));
        near(change.score, after.score - without.score);
        near(change.eal, after.eal - without.eal);
        near(change.further_breach, after.further_breach - without.further_breach);
        let points = after.cases[&key].score - without.cases[&key].score;
        assert_eq!(change.most.is_some(), at == 0, "{one:?}");
        if let Some((most, by)) = &change.most {
            assert_eq!(*most, key);
            near(*by, points);
        }
    }
    let [impact, staff, mtpd, name] = [0, 1, 2, 3].map(|at| found[at].change.as_ref().unwrap());
    assert!(impact.score > 1.0 && staff.eal > 1.0 && mtpd.further_breach > 0.01, "{found:?}");
    near(name.eal, 0.0);
}

#[test]
fn an_edit_that_another_needs_has_no_worth_of_its_own() {
    let old = std::fs::read_to_string(root().join("profiles/minimal.toml")).unwrap();
    let channel = "\n[[channel]]\nid = \"spare\"\nvendor = \"signal\"\n";
    let new = format!("{old}\n[[activity.fallback]]\nchannel = \"spare\"\n{channel}");
    let found = worths(&old, &new, &valued(&new)).unwrap();
    assert_eq!(found.iter().filter(|one| one.change.is_some()).count(), 1);
    assert!(found[0].change.is_some() && found[1].change.is_none());
}

#[test]
fn a_rewrite_is_no_list_of_edits() {
    let keys = |count: usize| {
        let mut text = String::new();
        (0..count).for_each(|key| writeln!(text, "k{key} = 1").unwrap());
        text
    };
    let now = Figures { cases: BTreeMap::new(), ..Figures::default() };
    assert_eq!(worths("", &keys(MOST), &now).unwrap().len(), MOST);
    assert_eq!(worths("", &keys(MOST + 1), &now), None);
}
