//! Is a fallback one? Verdicts of the example and of small profiles, through the real binary.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::support::Tool;

fn report(profile: &str) -> Value {
    let args = ["assess", "p.toml", "--as-of", "2026-11-22", "--format", "json"];
    serde_json::from_str(&Tool::new(&args).file("p.toml", profile).run().code(0).stdout).unwrap()
}

fn meridian() -> Value {
    let path = crate::support::root().join("profiles/meridian-freight.toml");
    report(&std::fs::read_to_string(path).unwrap())
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// Verdicts of one fallback, by scenario.
#[track_caller]
fn cells<'r>(report: &'r Value, activity: &str, region: &str, channel: &str) -> Vec<&'r Value> {
    let case = (list(&report["fallback_verdicts"]).iter())
        .find(|one| one["activity"] == activity && one["region"] == region)
        .unwrap();
    let row = list(&case["fallbacks"]).iter().find(|one| one["channel"] == channel).unwrap();
    list(&row["cells"]).iter().collect()
}

/// Verdict, ground and reason in one scenario.
#[track_caller]
fn verdict<'r>(cells: &[&'r Value], scenario: &str) -> [&'r str; 3] {
    let cell = cells.iter().find(|one| one["scenario"] == scenario).unwrap();
    [&cell["verdict"], &cell["ground"], &cell["reason"]].map(|one| one.as_str().unwrap_or("none"))
}

/// Activity, region, fallback and scenario; verdict and ground; what the reason says. One tenant and
/// one sign-in; handsets without a permit; calls banned and Telegram blocked; half of the partners;
/// what the same campaign hits; tests never made or old; and what counts.
const EXAMPLE: &str = "\
customs TR teams internet-shutdown | does-not-count same-hand | Entra
customs NL teams internet-shutdown | does-not-count same-hand | m365-tenant
dispatch RU satphone network-block | does-not-count unlawful | Russia
roadside IN satphone internet-shutdown | does-not-count unlawful | India
control-room TR satphone network-block | does-not-count unlawful | permit
control-room AE wa-hauliers internet-shutdown | does-not-count down-today | 2015
dispatch RU telegram-drivers throttling | does-not-count down-today | 2026-03-20
dispatch RU sms-gateway network-block | counts-in-part short-reach | 50 % of partners; 60 %
dispatch RU sms-gateway internet-shutdown | does-not-count same-blow | the public internet
dispatch TR sms-gateway network-block | counts-in-part never-tested | never tested
control-room TR wa-hauliers throttling | does-not-count likely-hit | likely
control-room IN phone internet-shutdown | counts-in-part may-be-hit | 30 %
roadside IN wa-hauliers internet-shutdown | does-not-count same-blow | needs the public internet
tracking IN mail network-block | counts-in-part stale-test | 227 days
tracking TR sms-gateway network-block | counts-in-part shared-node | tms
control-room TR phone network-block | counts none | 19 days
hauliers TR mail network-block | counts none | 145 days";

#[test]
fn verdicts_of_the_example_follow_from_the_facts() {
    let report = meridian();
    for row in EXAMPLE.lines() {
        let parts: Vec<&str> = row.split(" | ").collect();
        let which: Vec<&str> = parts[0].split(' ').collect();
        let found = verdict(&cells(&report, which[0], which[1], which[2]), which[3]);
        assert_eq!(format!("{} {}", found[0], found[1]), parts[1], "{row}: {}", found[2]);
        assert!(found[2].contains(parts[2]), "{row}: {}", found[2]);
    }
}

#[test]
fn a_case_that_nothing_survives_is_a_finding_and_comes_first() {
    let report = meridian();
    let cases = list(&report["fallback_verdicts"]);
    assert!(cases.is_sorted_by_key(|one| one["lost"].is_null()));
    let mut found = 0;
    for case in cases {
        let id = format!(
            "no-surviving-fallback:{}:{}",
            case["activity"].as_str().unwrap(),
            case["region"].as_str().unwrap()
        );
        let finding = list(&report["findings"]).iter().find(|one| one["id"] == id.as_str());
        let lawful = list(&case["fallbacks"]).iter().flat_map(|one| list(&one["cells"]));
        let lawful = lawful.into_iter().any(|cell| cell["ground"] != "unlawful");
        let dead = list(&case["scenarios"]).iter().any(|one| one["lost"] == true);
        assert_eq!(finding.is_some(), dead && lawful, "{id}");
        if let Some(finding) = finding {
            assert_eq!(finding["title"], case["lost"]);
            let severity = ["Critical", "High", "Medium", "Low"];
            let tier = usize::try_from(case["tier"].as_u64().unwrap()).unwrap();
            assert_eq!(finding["severity"], severity[tier - 1]);
            found += 1;
        }
    }
    assert!(found > 3);
}

#[test]
fn evidence_and_scenarios_agree() {
    let report = meridian();
    for row in list(&report["fallbacks"]) {
        if row["verdict"] != "does not count" {
            continue;
        }
        let of =
            |case: &&Value| case["activity"] == row["activity"] && case["region"] == row["region"];
        let Some(case) = list(&report["fallback_verdicts"]).iter().find(of) else { continue };
        let own =
            list(&case["fallbacks"]).iter().find(|one| one["channel"] == row["channel"]).unwrap();
        assert!(
            list(&own["cells"]).iter().all(|cell| cell["verdict"] == "does-not-count"),
            "{row}"
        );
    }
}

#[test]
fn importance_and_concentration_are_shares_of_the_whole() {
    let report = meridian();
    let number = |value: &Value| value["value"].as_f64().unwrap();
    let all = list(&report["importance"]);
    assert!(all.is_sorted_by(|a, b| number(&a["share"]) >= number(&b["share"])));
    assert!(all.iter().all(|one| (0.0..=1.0).contains(&number(&one["share"]))));
    // A loss that takes two units counts for both, so together they cover what campaigns cost.
    let sum: f64 = all.iter().map(|one| number(&one["share"])).sum();
    let eal = number(&report["verdict"]["eal"]);
    let down: f64 = (list(&report["cases"]).iter())
        .filter(|one| one["standing"] == "disrupted")
        .map(|one| number(&one["loss"]))
        .sum();
    assert!(sum >= (eal - down) / eal - 0.03, "{sum} of {}", (eal - down) / eal);
    for (kind, exact) in
        [("vendor", true), ("owner", true), ("jurisdiction", false), ("country", true)]
    {
        let own = list(&report["concentration"]).iter().filter(|one| one["kind"] == kind);
        let (mut loss, mut people) = (0.0, 0.0);
        for one in own {
            loss += number(&one["share"]);
            people += number(&one["people"]);
        }
        assert!(loss > 0.97 && people > 0.97, "{kind}: {loss} {people}");
        assert!(!exact || (loss < 1.001 && people < 1.001), "{kind}: {loss} {people}");
    }
}

#[test]
fn needs_mark_what_a_fallback_shares_and_say_what_a_loss_means() {
    let report = meridian();
    let of = |id: &str| {
        let all = list(&report["dependencies"]).iter();
        all.filter(|one| one["channel"] == id).cloned().collect::<Vec<Value>>()
    };
    let mail = of("mail").iter().flat_map(|row| list(&row["phases"]).clone()).collect::<Vec<_>>();
    let tenant = mail
        .iter()
        .flat_map(|phase| list(&phase["needs"]))
        .find(|one| one["text"] == "m365-tenant");
    assert_eq!(tenant.unwrap()["shared"], true);
    let regions: usize = of("wa-hauliers").iter().map(|row| list(&row["regions"]).len()).sum();
    assert_eq!(regions, 3);
    for phase in list(&report["dependencies"]).iter().flat_map(|row| list(&row["phases"])) {
        assert!(phase["loss"].as_str().unwrap().ends_with('.'));
    }
}

const HEAD: &str = r#"
format = 1
[organization]
name = "Acme"
home = "DE"
[[region]]
country = "RU"
staff = 40
"#;

fn pair(primary: &str, fallback: &str, more: &str) -> String {
    format!(
        "{HEAD}[[channel]]\nid = \"one\"\n{primary}\n[[channel]]\nid = \"two\"\n{fallback}\n\
         [[activity]]\nid = \"work\"\ntier = 1\nneeds = [\"text\"]\nchannel = \"one\"\n\
         [[activity.fallback]]\nchannel = \"two\"\nactivation = \"1h\"\nemployees = 0.9\n\
         tested = 2026-11-01\nresult = \"passed\"\n{more}"
    )
}

#[test]
fn a_tie_by_tenant_sign_in_owner_or_registration_is_a_shared_dependency() {
    for (primary, fallback, says) in [
        (
            "vendor = \"zoom\"\ndepends_on = [\"own.tenant\"]",
            "vendor = \"threema-work-onprem\"\ndepends_on = [\"own.tenant\"]",
            "tenant",
        ),
        (
            "vendor = \"zoom\"\ndepends_on = [\"idp.okta\"]",
            "vendor = \"slack\"\ndepends_on = [\"idp.okta\"]",
            "Okta",
        ),
        ("vendor = \"google-chat\"", "vendor = \"google-meet\"", "Google"),
        ("vendor = \"signal\"", "vendor = \"viber\"", "SMS"),
    ] {
        let report = report(&pair(primary, fallback, ""));
        let finding =
            list(&report["findings"]).iter().find(|one| one["id"] == "shared-dependency:work:RU");
        let details = finding.unwrap()["details"].to_string();
        assert!(details.contains(says), "{details}");
    }
}

#[test]
fn a_server_of_ones_own_abroad_is_not_independent() {
    let own = "vendor = \"element-selfhosted\"\nhosted_in = [\"DE\"]";
    let report = report(&pair("vendor = \"max\"", own, ""));
    let own = list(&report["dependencies"]).iter().find(|one| one["channel"] == "two").unwrap();
    let notes = own["notes"].to_string();
    assert!(notes.contains("foreign range") && notes.contains("notices need"), "{notes}");
    let row = list(&report["fallbacks"]).iter().find(|one| one["channel"] == "two").unwrap();
    let reason = row["reason"].as_str().unwrap();
    assert!(reason.contains("foreign server") && reason.contains("June 2025"), "{reason}");
    assert_eq!(row["verdict"], "counts in part");
}

// How long it takes is what is tested.
#[allow(clippy::disallowed_methods)]
#[test]
fn hundreds_of_channels_are_judged_in_seconds() {
    let vendors = ["whatsapp", "telegram", "signal", "viber", "zoom", "slack"];
    let mut text = HEAD.to_owned();
    for at in 0..300 {
        let vendor = vendors[at % vendors.len()];
        writeln!(text, "[[channel]]\nid = \"c{at}\"\nvendor = \"{vendor}\"").unwrap();
    }
    for at in 0..100 {
        writeln!(text, "[[activity]]\nid = \"a{at}\"\nneeds = [\"text\"]\nchannel = \"c{at}\"")
            .unwrap();
        for other in [at + 100, at + 200] {
            writeln!(text, "[[activity.fallback]]\nchannel = \"c{other}\"").unwrap();
        }
    }
    let start = Instant::now();
    let report = report(&text);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    assert_eq!(list(&report["dependencies"]).len(), 300);
    assert!(
        list(&report["fallback_verdicts"]).iter().all(|one| list(&one["fallbacks"]).len() == 2)
    );
}
