//! The knowledge base through the real binary.

use std::collections::BTreeMap;

use blackstart::knowledge::Lint;
use snapbox::{Data, assert_data_eq};

use crate::support::{Ran, Tool, root};

/// Day on which the pages are shown.
const DAY: &str = "2026-11-22";

fn knowledge(args: &[&str]) -> Ran {
    let mut all = vec!["knowledge"];
    all.extend(args);
    all.extend(["--as-of", DAY]);
    Tool::new(&all).run()
}

fn snapshot(name: &str) -> Data {
    Data::read_from(&root().join("tests/expected/knowledge").join(name), None)
}

/// Addresses are kept whole, and nothing else is wider than a terminal or can steer it.
#[track_caller]
fn assert_fits(text: &str) {
    for line in text.lines() {
        let address = line.trim_start().starts_with("http");
        assert!(address || line.chars().count() <= 80, "{line}");
    }
    assert!(!text.contains('\u{1b}'), "colour in a pipe");
}

fn scenarios() -> Vec<String> {
    blackstart::knowledge::load(&BTreeMap::new()).unwrap().scenarios.into_keys().collect()
}

#[test]
fn pages_of_a_country_and_a_vendor() {
    for (id, name) in [("RU", "ru"), ("whatsapp", "whatsapp")] {
        let text = knowledge(&["show", id]).code(0).stdout;
        assert_fits(&text);
        assert_data_eq!(text, snapshot(&format!("{name}.txt")).raw());
        let markdown = knowledge(&["show", id, "--format", "markdown"]).code(0).stdout;
        assert_data_eq!(markdown, snapshot(&format!("{name}.md")).raw());
    }
}

#[test]
fn a_page_of_each_scenario() {
    let ids = scenarios();
    assert_eq!(ids.len(), 14);
    for id in ids {
        let text = knowledge(&["show", &id]).code(0).stdout;
        assert_fits(&text);
        for heading in ["At a glance", "Whom it hits, and what is left", "The record"] {
            assert!(text.contains(heading), "{id}: {heading}");
        }
    }
    let shutdown = knowledge(&["show", "internet-shutdown"]).stdout;
    assert!(shutdown.contains("How long episodes lasted"), "{shutdown}");
}

#[test]
fn a_page_of_every_kind_in_every_format() {
    let ids = [
        "EU",
        "telegram",
        "uz-2021-11-03-localization",
        "in-2026-12-sim-binding",
        "oob-channel",
        "push.apns",
        "stop-2026-05",
    ];
    for id in ids {
        assert_fits(&knowledge(&["show", id]).code(0).stdout);
        assert!(knowledge(&["show", id, "--format", "markdown"]).stdout.starts_with("# "));
        let json = knowledge(&["show", id, "--format", "json"]).code(0).stdout;
        let page: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(page["format"], 1);
        assert_eq!(page["id"], id);
        for fact in
            page["sections"].as_array().unwrap().iter().flat_map(|s| s["facts"].as_array().unwrap())
        {
            for number in fact["sources"].as_array().unwrap() {
                let index = usize::try_from(number.as_u64().unwrap()).unwrap() - 1;
                assert!(page["sources"][index]["publisher"].is_string());
            }
        }
    }
}

#[test]
fn a_country_is_found_by_code_and_by_name() {
    let page = knowledge(&["show", "RU"]).stdout;
    for word in ["ru", "Russia", "russia"] {
        assert_eq!(knowledge(&["show", word]).code(0).stdout, page);
    }
}

#[test]
fn what_is_in_force_depends_on_the_day() {
    let on = |day: &str| Tool::new(&["knowledge", "show", "RU", "--as-of", day]).run().stdout;
    let line = "WhatsApp: blocked, since 2026-02-11";
    assert!(on("2026-02-11").contains(line));
    assert!(!on("2026-02-10").contains(line));
}

#[test]
fn an_unknown_word_is_answered_with_a_suggestion() {
    knowledge(&["show", "watsapp"]).code(1).says("did you mean `whatsapp`?");
    knowledge(&["list", "precedents", "--country", "Rusia"]).code(1).says("did you mean `RU`?");
    let ran = knowledge(&["show", "\u{1b}[31mred"]).code(1);
    assert!(!ran.stderr.contains('\u{1b}'));
}

#[test]
fn a_word_for_two_kinds_says_how_to_ask() {
    let node = "format = 1\n[[node]]\nid = \"owner.two\"\nname = \"Signal\"\ncategory = \"owner\"\nphase = \"legal\"\n[[node]]\nid = \"owner.three\"\nname = \"Both\"\ncategory = \"owner\"\nphase = \"legal\"\n";
    let measure = std::fs::read_to_string(root().join("seeds/measures/drills.toml")).unwrap();
    let title = measure.lines().find(|line| line.starts_with("title")).unwrap().to_owned();
    let measure = measure.replacen("id = \"drills\"", "id = \"both-drills\"", 1).replacen(
        &title,
        "title = \"Both\"",
        1,
    );
    let run = |args: &[&str]| {
        let all: Vec<&str> = args.iter().copied().chain(["--knowledge", "own"]).collect();
        Tool::new(&all)
            .file("own/nodes/two.toml", node)
            .file("own/measures/both-drills.toml", &measure)
            .run()
    };
    run(&["knowledge", "show", "both"])
        .code(1)
        .says("`both` can mean 2 entries")
        .says("knowledge show \"both\" --kind measure")
        .says("knowledge show \"both\" --kind node");
    run(&["knowledge", "show", "both", "--kind", "node"]).code(0);
    // An id is meant before a name.
    assert!(
        run(&["knowledge", "show", "signal"]).code(0).stdout.starts_with("Signal (vendor signal)")
    );
}

#[test]
fn a_list_of_each_kind() {
    let kinds = [
        "vendors",
        "countries",
        "scenarios",
        "precedents",
        "announced",
        "measures",
        "drills",
        "nodes",
        "sources",
    ];
    for kind in kinds {
        let text = knowledge(&["list", kind]).code(0).stdout;
        assert_fits(&text);
        assert!(text.lines().count() > 14, "{kind}");
        let plain = knowledge(&["list", kind, "--plain"]).code(0).stdout;
        assert_fits(&plain);
        let json = knowledge(&["list", kind, "--format", "json"]).code(0).stdout;
        let list: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(list["rows"].as_array().unwrap().len() >= 14, "{kind}");
        assert!(knowledge(&["list", kind, "--format", "markdown"]).stdout.starts_with("| "));
    }
}

#[test]
fn filters_keep_what_they_name() {
    let json = |args: &[&str]| -> Vec<serde_json::Value> {
        let mut all = vec!["list", "precedents", "--format", "json"];
        all.extend(args);
        let list: serde_json::Value =
            serde_json::from_str(&knowledge(&all).code(0).stdout).unwrap();
        list["rows"].as_array().unwrap().clone()
    };
    let all = json(&[]).len();
    let turkey = json(&["--country", "Turkey"]);
    assert!(!turkey.is_empty() && turkey.len() < all);
    assert!(turkey.iter().all(|row| row["id"].as_str().unwrap().starts_with("tr-")));
    let throttled = json(&["--country", "TR", "--scenario", "throttling", "--vendor", "whatsapp"]);
    assert!(!throttled.is_empty() && throttled.len() < turkey.len());
    knowledge(&["list", "nodes", "--country", "TR"]).code(2).says("--country");
}

#[test]
fn announced_measures_are_filtered_and_shown_where_they_matter() {
    let rows = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["list", "announced", "--format", "json"];
        all.extend(args);
        let list: serde_json::Value =
            serde_json::from_str(&knowledge(&all).code(0).stdout).unwrap();
        let rows = list["rows"].as_array().unwrap().iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rows(&["--country", "India"]), ["in-2026-12-sim-binding", "in-2027-05-data"]);
    assert_eq!(rows(&["--country", "DE"]), ["eu-2022-05-csa"], "groups bind their members");
    assert_eq!(rows(&["--vendor", "threema"]), ["ch-2025-01-vupf"]);
    assert_eq!(rows(&["--scenario", "vpn-restriction", "--country", "TR"]), ["tr-2026-05-vpn"]);
    for id in ["IN", "signal", "onboarding-restriction"] {
        let page = knowledge(&["show", id]).code(0).stdout;
        assert!(page.contains("India, from 2026-12-31"), "{id}: {page}");
    }
    let found = knowledge_free(&["search", "registered sim"]).code(0).stdout;
    assert!(found.contains("in-2026-12-sim-binding"), "{found}");
}

#[test]
fn announced_measures_count_for_the_country_and_the_year_ahead() {
    let base = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let ids = |country: &str, day: &str| -> Vec<&str> {
        let found = base.announced_for(country, day.parse().unwrap());
        found.into_iter().map(|one| one.id.as_str()).collect()
    };
    assert_eq!(ids("IN", DAY), ["in-2026-12-sim-binding", "in-2027-05-data"]);
    assert_eq!(ids("IN", "2025-12-30"), [""; 0], "not yet within twelve months");
    assert_eq!(ids("IN", "2025-12-31"), ["in-2026-12-sim-binding"]);
    assert_eq!(ids("FR", DAY), ["eu-2022-05-csa"]);
    assert_eq!(ids("RU", DAY), ["ru-2026-05-levy"], "a date that has passed does not count");
    assert_eq!(ids("RU", "2026-08-01"), ["ru-2026-05-levy", "ru-2026-09-calls"]);
}

#[test]
fn an_announced_measure_of_an_overlay_is_checked_and_replaces_that_of_its_id() {
    let entry = |more: &str| {
        format!(
            "format = 1\n[[announced]]\nid = \"in-2026-12-sim-binding\"\ncountry = \"IN\"\nscenario = \"throttling\"\nstage = \"dated\"\nannounced = \"2026-02\"\nsummary = \"Counsel says otherwise.\"\nconfidence = \"judgement\"\n{more}"
        )
    };
    let run = |args: &[&str], name: &str, text: String| {
        let all: Vec<&str> = args.iter().copied().chain(["--knowledge", "own"]).collect();
        Tool::new(&all).file(&format!("own/announced/{name}.toml"), text).run()
    };
    let show = ["knowledge", "show", "in-2026-12-sim-binding", "--as-of", DAY];
    let page = run(&show, "in", entry("")).code(0).stdout;
    assert!(page.contains("Counsel says otherwise. (judgement, from your overlay)"), "{page}");
    assert!(page.contains("To take effect: no date set"), "the entry is replaced whole: {page}");
    let check = |name: &str, text: String| run(&["knowledge", "check"], name, text).code(1).stdout;
    let twice = check("own", entry(""));
    assert!(twice.contains("error[duplicate-id] announced/own.toml"), "{twice}");
    let faulty = entry("withdrawn = \"2026-01\"\ndone = \"2026-03\"\nvendors = [\"nobody\"]\n");
    let faulty = check("in", faulty.replace("judgement", "sourced").replace("throttling", "x"));
    for code in
        ["undefined-scenario", "undefined-vendor", "no-source", "ends-early", "closed-twice"]
    {
        assert!(faulty.contains(&format!("error[{code}] announced/in.toml")), "{code}: {faulty}");
    }
}

#[test]
fn search_groups_by_kind_and_may_find_nothing() {
    let found = knowledge_free(&["search", "LOCALIZATION"]).code(0).stdout;
    assert_fits(&found);
    assert!(found.contains("localization-mandate: Localization mandate"), "{found}");
    assert!(found.contains("countries"), "{found}");
    let nothing = knowledge_free(&["search", "no such word at all"]).code(0).stdout;
    assert_eq!(nothing, "nothing holds `no such word at all`\n");
    let json = knowledge_free(&["search", "telegram", "--format", "json"]).code(0).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["found"][0]["id"], "telegram");
}

fn knowledge_free(args: &[&str]) -> Ran {
    let all: Vec<&str> = ["knowledge"].into_iter().chain(args.iter().copied()).collect();
    Tool::new(&all).run()
}

#[test]
fn the_embedded_base_passes_its_check() {
    let ran = knowledge(&["check", "--stats", "--older-than", "12m"]).code(0);
    assert_fits(&ran.stdout);
    assert!(ran.stdout.contains("no errors"), "{}", ran.stdout);
    for part in [
        "note[disputed]",
        "note[old-fact]",
        "note[overdue-announcement] announced/ru.toml: `ru-2026-09-calls`",
        "Countries without precedents",
        "precedents ",
    ] {
        assert!(ran.stdout.contains(part), "{part}");
    }
    let json = knowledge(&["check", "--stats", "--format", "json"]).code(0).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["stats"]["counts"].as_array().unwrap().len() > 5);
}

#[test]
fn every_lint_is_documented() {
    let docs = std::fs::read_to_string(root().join("docs/knowledge.md")).unwrap();
    for lint in Lint::ALL {
        assert!(
            docs.contains(&format!("| `{}` |", lint.word())),
            "{} is not documented",
            lint.word()
        );
    }
}

#[test]
fn faults_of_an_overlay_have_codes_and_places() {
    let check = |name: &str, text: &str| {
        Tool::new(&["knowledge", "check", "--knowledge", "own"])
            .file(&format!("own/{name}"), text)
            .run()
            .code(1)
            .stdout
    };
    let vague = check("vendors/signal.toml", "format = 1\n\n[encryption]\nlevel = \"strong\"\n");
    assert!(vague.contains("error[unreadable] vendors/signal.toml"), "{vague}");
    assert!(vague.contains("vendors/signal.toml:4:9"), "{vague}");
    let renamed = check("vendors/signal.toml", "format = 1\nid = \"other\"\n");
    assert!(renamed.contains("error[changed-id]"), "{renamed}");
    let source = check("vendors/signal.toml", "format = 1\nsources = [\"nowhere\"]\n");
    assert!(source.contains("error[undefined-source] vendors/signal.toml"), "{source}");
    let block = "format = 1\n[[block]]\ncountry = \"DE\"\nscope = \"full\"\nfrom = \"2020\"\nstatus = \"in-force\"\nsource = \"stop-2026-05\"\nconfidence = \"sourced\"\nprecedent = \"vn-2025-05-21-telegram\"\n";
    let block = check("vendors/signal.toml", block);
    assert_eq!(block.matches("error[block-mismatch]").count(), 3, "{block}");
}

#[test]
fn one_fact_of_an_overlay_changes_one_fact_and_is_named() {
    let run = |args: &[&str]| {
        Tool::new(args)
            .file("own/vendors/whatsapp.toml", "format = 1\n\n[encryption]\nlevel = \"none\"\n")
            .file(
                "own/jurisdictions/ru.toml",
                "format = 1\n[[legality]]\nmeans = \"radio\"\nvalue = \"prohibited\"\nconfidence = \"judgement\"\n",
            )
            .run()
            .code(0)
            .stdout
    };
    let show = |id: &str| run(&["knowledge", "show", id, "--as-of", DAY, "--knowledge", "own"]);
    let page = show("whatsapp");
    assert!(page.contains("End-to-end encryption: none (known, from your overlay)"), "{page}");
    assert!(page.contains("Stance: resist (sourced)"), "the rest stays: {page}");
    assert!(page.contains("Russia: blocked, since 2026-02-11"), "blocks stay: {page}");
    let country = show("RU");
    assert!(
        country.contains("Two-way radio: prohibited (judgement, from your overlay)"),
        "{country}"
    );
    assert!(country.contains("Satellite phone: needs a licence"), "{country}");
}

#[test]
fn the_base_remembers_what_an_overlay_said() {
    let overlay = BTreeMap::from([
        ("vendors/whatsapp.toml".to_owned(), "format = 1\nreviewed = \"2026-11-01\"\n".to_owned()),
        ("method.toml".to_owned(), "format = 1\n[harm]\nmaterial_points = 2.0\n".to_owned()),
        (
            "precedents/own.toml".to_owned(),
            "format = 1\n[[source]]\nid = \"own\"\npublisher = \"Us\"\ntitle = \"A note\"\nconfidence = \"known\"\n"
                .to_owned(),
        ),
    ]);
    let before = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let after = blackstart::knowledge::load(&overlay).unwrap();
    assert!(before.overlaid.is_empty());
    let named: Vec<&str> = after.overlaid.iter().map(String::as_str).collect();
    assert_eq!(
        named,
        ["method.toml: harm.material_points", "source own", "vendor whatsapp: reviewed"]
    );
    assert_ne!(before.hash, after.hash);
    assert_eq!(before.vendors["whatsapp"].block, after.vendors["whatsapp"].block);
}

#[test]
fn disputes_stand_beside_what_they_concern() {
    for id in ["VN", "telegram", "vn-2025-05-21-telegram"] {
        let page = knowledge(&["show", id]).code(0).stdout;
        assert!(page.contains("Is Telegram still blocked in Vietnam?"), "{id}: {page}");
        assert!(page.contains("25 May to 10 July 2025"), "{id}: {page}");
    }
}

#[test]
fn the_worked_overlay_of_the_documentation_works() {
    let docs = std::fs::read_to_string(root().join("docs/knowledge.md")).unwrap();
    let file = |name: &str| {
        let (_, rest) = docs.split_once(&format!("`own/{name}`:\n\n```toml\n")).unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    let run = |args: &[&str]| {
        let mut all = args.to_vec();
        all.extend(["--knowledge", "own"]);
        ["jurisdictions/ru.toml", "vendors/signal.toml"]
            .into_iter()
            .fold(Tool::new(&all), |tool, name| tool.file(&format!("own/{name}"), file(name)))
            .run()
            .code(0)
            .stdout
    };
    assert!(run(&["knowledge", "check"]).contains("no errors"));
    let country = run(&["knowledge", "show", "RU", "--as-of", DAY]);
    assert!(country.contains("Two-way radio: prohibited (judgement, from your overlay)"));
    assert!(!country.contains("Signal: blocked"), "{country}");
    let vendor = run(&["knowledge", "show", "signal", "--as-of", DAY]);
    let block = "Russia: blocked, 2024-08-09 to 2026-11-01 (judgement, from your overlay)";
    assert!(vendor.contains(block), "{vendor}");
}

#[test]
fn warning_is_counted_on_only_where_the_ledger_has_it() {
    use blackstart::knowledge::{NoticeBasis, RecordKind};
    let base = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let mut stated = 0;
    for scenario in base.scenarios.values() {
        let of = base.precedents.iter().filter(|precedent| {
            let meant = base.scenario(&precedent.scenario);
            precedent.record == RecordKind::Restriction
                && meant.is_some_and(|s| s.id == scenario.id)
        });
        // Whatever was not computed from dates counts as no warning.
        let mut days: Vec<f64> = of
            .map(|precedent| match precedent.notice_basis {
                Some(NoticeBasis::ComputedFromDates) => precedent.notice_days.unwrap_or(0.0),
                _ => 0.0,
            })
            .collect();
        days.sort_by(f64::total_cmp);
        let lower_median = days.get(days.len().saturating_sub(1) / 2).copied().unwrap_or(0.0);
        let hours = scenario.notice_hours();
        assert!(hours <= lower_median * 24.0, "{}: {hours} h", scenario.id);
        stated += usize::from(hours > 0.0);
    }
    assert_eq!(stated, 2);
}

#[test]
fn borders_are_sorted_known_and_complete() {
    let text = std::fs::read_to_string(root().join("seeds/borders.csv")).unwrap();
    let pairs: Vec<(&str, &str)> =
        text.lines().skip(1).map(|line| line.split_once(',').unwrap()).collect();
    assert!(pairs.is_sorted_by(|a, b| a < b), "sorted, and each pair once");
    assert!(pairs.iter().all(|(code, neighbour)| code < neighbour), "no country meets itself");
    let base = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let known = |code: &str| base.countries.contains_key(code);
    assert!(pairs.iter().all(|(code, neighbour)| known(code) && known(neighbour)));
    assert_eq!(pairs.len(), 323);
    for (code, count) in [
        ("CN", 14),
        ("RU", 14),
        ("BR", 10),
        ("DE", 9),
        ("CD", 9),
        ("FR", 8),
        ("TR", 8),
        ("IR", 7),
        ("IN", 6),
        ("ES", 5),
        ("US", 2),
        ("GB", 1),
        ("PT", 1),
        ("JP", 0),
        ("SG", 0),
    ] {
        assert_eq!(base.neighbours(code).count(), count, "{code}");
    }
    assert!(base.neighbours("LS").eq(["ZA"]) && base.neighbours("ZA").any(|one| one == "LS"));
    let without = base.rates.tiers.keys().filter(|code| base.neighbours(code).next().is_none());
    assert_eq!(without.count(), 40, "the islands of the panel");
}

#[test]
fn a_faulty_table_of_borders_is_refused() {
    for (rows, says) in [
        ("RU,RU", "line 2: `RU` is no neighbour of itself"),
        ("RU,UA\nUA,RU", "line 3: UA and RU stand twice"),
        ("RU,QQ", "country `QQ` is not in countries.csv"),
    ] {
        let text = format!("code,neighbour\n{rows}\n");
        let ran = Tool::new(&["knowledge", "check", "--knowledge", "own"])
            .file("own/borders.csv", text)
            .run()
            .code(1);
        assert!(ran.stdout.replace("\n  ", " ").contains(says), "{}", ran.stdout);
    }
}

#[test]
fn the_parameters_give_what_the_documentation_says() {
    use blackstart::likelihood::{election, turnover};
    let base = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let method = &base.method;
    let people = method.turnover;
    let hours =
        turnover::installed_half_life_hours(people.phone_life_hours(), people.staff_per_year);
    assert!((hours - 12_563.0).abs() < 0.5, "{hours}");
    for scenario in base.scenarios.values() {
        let share = base.rates.streams.stream[&scenario.stream].election_share.unwrap();
        let due = election::factor(share, method.elections.due_share, election::Due::Due);
        assert!((1.15..1.3).contains(&due), "{}: {due}", scenario.stream);
    }
    for (name, _) in
        method_tables().iter().filter(|(name, table)| table.is_table() && *name != "basis")
    {
        assert!(method.basis.contains_key(name), "nothing says where [{name}] comes from");
    }
}

fn method_tables() -> toml::Table {
    let text = std::fs::read_to_string(root().join("seeds/method.toml")).unwrap();
    text.parse().unwrap()
}
