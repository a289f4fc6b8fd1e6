//! Exercises: every script against every example, the sheets, and the way back into the profile.

mod bad;
mod inert;
mod paste;

use std::{collections::BTreeMap, sync::LazyLock};

use blackstart::{
    cli::{Color, Global},
    drill::{self, Asked, DrillView, Notice},
    estate,
    knowledge::{self, Knowledge},
    modelling,
    profile::Profile,
    report::Templates,
    ui::Ui,
};
use serde_json::Value;
use snapbox::{Data, assert_data_eq};

use crate::support::{
    Tool, root,
    views::{PROFILES, profile},
};

pub static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| knowledge::load(&BTreeMap::new()).unwrap());

/// One exercise of each scenario in each of these regions; all of them where none is named.
pub fn exercises(profile: &Profile, only: &[&str]) -> Vec<DrillView> {
    let estate = estate::resolve(profile, &KNOWLEDGE, "2026-11-22".parse().unwrap());
    let modelled = modelling::model(&estate);
    let mut views = Vec::new();
    for region in 0..estate.regions.len() {
        let code = estate.regions[region].code.as_str();
        if !only.is_empty() && !only.contains(&code) {
            continue;
        }
        for scenario in KNOWLEDGE.scenarios.values() {
            let asked = Asked { scenario, region, activity: None };
            views.push(drill::drill(&estate, &modelled, &asked).unwrap());
        }
    }
    views
}

/// Views that show every part at least once.
pub fn views() -> Vec<DrillView> {
    let profile = profile("meridian-freight");
    let estate = estate::resolve(&profile, &KNOWLEDGE, "2026-11-22".parse().unwrap());
    let modelled = modelling::model(&estate);
    let scenario = &KNOWLEDGE.scenarios["throttling"];
    let one = Asked { scenario, region: 1, activity: Some(0) };
    let mut views = exercises(&profile, &[]);
    views.push(drill::drill(&estate, &modelled, &one).unwrap());
    views
}

pub fn ui() -> Ui {
    let mut ui = Ui::from_environment(&Global { color: Color::Never, plain: false });
    ui.width = 80;
    ui
}

fn named(scenario: &str, region: &str) -> DrillView {
    let views = exercises(&profile("meridian-freight"), &[region]);
    views.into_iter().find(|view| view.scenario.id == scenario).unwrap()
}

fn codes(view: &DrillView) -> Vec<&str> {
    view.notices.iter().map(|notice| notice.code.as_str()).collect()
}

#[test]
fn every_scenario_gives_an_exercise_in_every_region_and_format() {
    let (templates, ui) = (Templates::embedded().unwrap(), ui());
    for name in PROFILES {
        for view in exercises(&profile(name), &[]) {
            let place = format!("{name}, {}, {}", view.scenario.id, view.region.code);
            let html = drill::html(&view, &templates).unwrap();
            assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"), "{place}");
            let markdown = drill::markdown(&view, &templates).unwrap();
            for text in [&html, &markdown] {
                assert!(!text.contains("{{") && !text.contains("[object]"), "{place}");
                for blank in knowledge::BLANKS {
                    assert!(!text.contains(blank), "{place}: {blank}");
                }
            }
            let terminal = drill::terminal(&view, &ui);
            for line in terminal.lines() {
                assert!(line.chars().count() <= 80, "{place}: {line}");
            }
            assert!(serde_json::to_string(&view).is_ok(), "{place}");
        }
    }
}

#[test]
fn cards_come_in_time_and_rest_on_the_record() {
    for name in PROFILES {
        for view in exercises(&profile(name), &[]) {
            let place = format!("{name}, {}, {}", view.scenario.id, view.region.code);
            assert_eq!(view.cards[0].minute, 0, "{place}");
            for pair in view.cards.windows(2) {
                assert!(pair[0].minute < pair[1].minute, "{place}: card {}", pair[1].number);
                assert!(pair[0].day <= pair[1].day, "{place}: card {}", pair[1].number);
                assert_eq!(pair[0].number + 1, pair[1].number);
            }
            let script = &KNOWLEDGE.drills[&view.script.id];
            let chain = || script.scenarios.iter().chain(&script.chain);
            assert!(script.scenarios.contains(&view.scenario.id), "{place}");
            let mut of_scenario = 0;
            for card in view.cards.iter().filter(|card| !card.own) {
                assert!(!card.facts.is_empty(), "{place}: card {}", card.number);
                for fact in &card.facts {
                    let known = KNOWLEDGE.precedent(&fact.precedent).unwrap();
                    let scenario = KNOWLEDGE.scenario(&known.scenario).unwrap();
                    assert!(chain().any(|id| KNOWLEDGE.means(id, &scenario.id)), "{place}");
                    assert!(fact.source.is_some_and(|at| at <= view.sources.len()), "{place}");
                    of_scenario += usize::from(scenario.id == view.scenario.id);
                }
            }
            assert!(of_scenario > 0, "{place}");
        }
    }
}

#[test]
fn the_script_is_of_the_own_country_or_the_best_documented() {
    let script = |scenario: &str, region: &str| {
        let view = named(scenario, region);
        (view.script.id.clone(), codes(&view).contains(&"other-country"))
    };
    for (scenario, region, expected, elsewhere) in [
        ("network-block", "RU", "ru-calls-to-block", false),
        ("throttling", "TR", "tr-slowed-for-two-days", false),
        ("throttling", "RU", "ru-slow-second-messenger", false),
        ("internet-shutdown", "RU", "ir-three-blackouts", true),
        ("network-block", "TR", "ru-calls-to-block", true),
        ("payment-or-sanctions", "IN", "in-listed-on-friday", false),
        ("payment-or-sanctions", "RU", "ru-the-vendors-leave", false),
    ] {
        assert_eq!(script(scenario, region), (expected.to_owned(), elsewhere), "{scenario}");
    }
}

#[test]
fn cards_follow_the_profile() {
    // Dispatch in Turkey runs on WhatsApp and falls back to an SMS gateway nobody has tried.
    let view = named("network-block", "TR");
    let card = view.cards.iter().find(|card| card.own && card.title.contains("Driver dispatch"));
    let card = card.unwrap();
    assert!(card.text.contains("Nobody has ever switched to it"), "{}", card.text);
    assert!(card.effects[0].contains("was never tested"), "{:?}", card.effects);
    // Tested, it is another card.
    let mut tested = profile("meridian-freight");
    for fallback in &mut tested.activity[0].fallback {
        fallback.tested = Some(toml::from_str::<Dated>("day = 2026-11-01").unwrap().day);
    }
    let views = exercises(&tested, &["TR"]);
    let other = views.iter().find(|view| view.scenario.id == "network-block").unwrap();
    let other = other.cards.iter().find(|one| one.title == card.title).unwrap();
    assert!(!other.text.contains("Nobody has ever"), "{}", other.text);
    // Mail and meetings stand on one tenant: the fallback falls with what it replaces.
    let view = named("internet-shutdown", "NL");
    let card = view.cards.iter().find(|card| card.own && card.title.contains("Customs")).unwrap();
    assert!(card.title.ends_with("no fallback holds"), "{}", card.title);
    assert!(card.text.contains("stops as well"), "{}", card.text);
    assert!(codes(&view).contains(&"no-fallback-holds"));
}

#[derive(serde::Deserialize)]
struct Dated {
    day: blackstart::profile::Day,
}

#[test]
fn limits_pass_at_minutes_between_the_cards() {
    let view = named("throttling", "TR");
    let hauliers = view.stakes.iter().find(|stake| stake.id == "hauliers").unwrap();
    assert_eq!(hauliers.state, "stops");
    let minute = hauliers.rto.minute.unwrap();
    let card = &view.cards[hauliers.rto.card.unwrap() - 1];
    let before = &view.cards[card.number - 2];
    assert!(before.minute < minute && minute <= card.minute, "{minute}");
    assert!(card.clocks.iter().any(|clock| clock.contains("RTO of Orders to partner hauliers")));
    // The 42 hours of March end before the MTPD of 48.
    assert_eq!(hauliers.mtpd.minute, None);
    let back = view.cards.iter().find(|card| card.title.starts_with("Back")).unwrap();
    let said = format!("does not pass: service is back with card {}", back.number);
    assert_eq!(hauliers.mtpd.text, said);
}

#[test]
fn what_is_special_is_said_first() {
    assert!(codes(&named("vpn-restriction", "NL")).contains(&"strikes-nothing"));
    assert!(codes(&named("access-mandate", "IN")).contains(&"disclosure"));
    assert!(codes(&named("network-block", "RU")).contains(&"down-today"));
    assert!(codes(&named("network-block", "NL")).contains(&"unlikely"));
    for view in views() {
        for notice in &view.notices {
            assert!(Notice::ALL.iter().any(|one| one.word() == notice.code), "{}", notice.code);
        }
        // There is always something to play about the own plan.
        assert!(view.cards.iter().any(|card| card.own), "{}", view.scenario.id);
    }
}

#[test]
fn an_activity_alone_without_a_fallback() {
    let args = ["drill", "minimal.toml", "--scenario", "network-block", "--region", "russia"];
    let more = ["--activity", "support", "--as-of", "2026-11-22", "--format", "json"];
    let ran = Tool::new(&[&args[..], &more].concat()).profile("minimal.toml").run().code(0);
    let view: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(view["notices"][0]["code"], "no-fallback", "{:#}", view["notices"]);
    assert_eq!(view["paste"].as_array().unwrap().len(), 0);
    let own = view["cards"].as_array().unwrap().iter().find(|card| card["own"] == true).unwrap();
    assert!(own["text"].as_str().unwrap().contains("The plan names no fallback"));
}

#[test]
fn an_exercise_is_the_same_every_time() {
    let drill = |format: &str| {
        let args = ["drill", "meridian-freight.toml", "--scenario", "block", "--region", "RU"];
        let more = ["--as-of", "2026-11-22", "--format", format];
        let ran = Tool::new(&[&args[..], &more].concat()).profile("meridian-freight.toml").run();
        ran.code(0).stdout
    };
    for (format, ending) in [("terminal", "txt"), ("markdown", "md")] {
        let text = drill(format);
        assert!(!text.contains('\u{1b}'));
        let name = format!("drill-meridian-ru.{ending}");
        let path = root().join("tests/expected").join(name);
        assert_data_eq!(text, Data::read_from(&path, None).raw());
    }
    assert_eq!(drill("html"), drill("html"));
}

#[test]
fn every_key_and_every_notice_is_documented() {
    let docs = std::fs::read_to_string(root().join("docs/drill.md")).unwrap();
    let mut keys = std::collections::BTreeSet::new();
    for view in views() {
        crate::support::keys(&serde_json::to_value(view).unwrap(), &mut keys);
    }
    assert!(keys.len() > 60);
    let missing: Vec<&String> =
        keys.iter().filter(|key| !docs.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/drill.md says nothing of {missing:?}");
    for notice in Notice::ALL {
        assert!(docs.contains(&format!("| `{}` |", notice.word())), "{}", notice.word());
    }
}

#[test]
fn a_reader_is_led_to_anchors_and_to_nothing_else() {
    let html = drill::html(&named("network-block", "RU"), &Templates::embedded().unwrap()).unwrap();
    for part in html.split("href=\"#").skip(1) {
        let target = part.split('"').next().unwrap();
        assert!(html.contains(&format!("id=\"{target}\"")), "{target}");
    }
    for part in ["<script", "<link", "<iframe", "<img", "<form", "@import", "url("] {
        assert!(!html.contains(part), "{part}");
    }
    assert_eq!(html.matches("<h1>").count(), 1);
}
