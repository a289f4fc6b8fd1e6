//! Switch-over plans over the example profiles, and what moves a channel on its ladder.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use blackstart::{
    advise::Advised,
    analysis::{InTurn, analyse},
    assess::{Facts, assess},
    estate,
    knowledge::{self, Knowledge},
    modelling,
    profile::Profile,
    report::{self, ReportView, Templates, view::PlanView},
    simulation::options::Options,
    ui::Ui,
};

use crate::support::{root, views::PROFILES};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| knowledge::load(&BTreeMap::new()).unwrap());

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join("profiles").join(format!("{name}.toml"))).unwrap()
}

fn view_of(profile: &str) -> ReportView {
    let profile: Profile = toml::from_str(profile).unwrap();
    let estate = estate::resolve(&profile, &KNOWLEDGE, "2026-11-22".parse().unwrap());
    let modelled = modelling::model(&estate);
    let options = Options { trials: 1_024, ..Options::default() };
    let analysis = analyse(&modelled.model, options, &InTurn).unwrap();
    let facts = Facts {
        estate: &estate,
        modelled: &modelled,
        outcome: &analysis.outcome,
        analysis: &analysis,
        open: &[],
    };
    let advised = Advised::by_profile(&estate, &modelled, &InTurn);
    report::build(&facts, &assess(&facts), &advised, &[])
}

fn plan<'v>(view: &'v ReportView, id: &str) -> &'v PlanView {
    view.switchover.plans.iter().find(|plan| plan.id == id).unwrap()
}

/// Channel ids by rung, from the primary to the emergency.
fn rungs(plan: &PlanView) -> Vec<Vec<&str>> {
    plan.ladder
        .iter()
        .map(|rung| rung.channels.iter().map(|one| one.channel.as_str()).collect())
        .collect()
}

/// One activity in Turkey with one or two fallbacks that a test describes.
fn small(needs: &str, fallbacks: &str) -> String {
    format!(
        r#"format = 1
[organization]
name = "Acme"
home = "DE"
[[region]]
country = "TR"
staff = 100
partners = 50
[[channel]]
id = "chat"
vendor = "whatsapp"
[[channel]]
id = "sms"
vendor = "sms-a2p"
[[channel]]
id = "mail"
vendor = "email-selfhosted"
[[channel]]
id = "sat"
vendor = "satphone"
[[activity]]
id = "a"
needs = ["{needs}"]
mtpd = "24h"
rto = "4h"
mbco = 0.6
channel = "chat"
{fallbacks}"#
    )
}

fn fallback(channel: &str, hours: u32, employees: f64, partners: f64) -> String {
    format!(
        "[[activity.fallback]]\nchannel = \"{channel}\"\nactivation = \"{hours}h\"\nemployees = \
         {employees}\npartners = {partners}\ntested = 2026-11-01\nresult = \"passed\"\n"
    )
}

#[test]
fn every_activity_in_every_region_has_a_plan_with_four_rungs() {
    for name in PROFILES {
        let view = view_of(&text(name));
        assert_eq!(view.switchover.plans.len(), view.cases.len(), "{name}");
        for plan in &view.switchover.plans {
            assert_eq!(plan.ladder.len(), 4, "{name} {}", plan.id);
            assert!(!plan.ladder[0].channels.is_empty(), "{name} {}", plan.id);
            assert_eq!(plan.phases.len(), 4);
            assert!(plan.phases.iter().all(|phase| !phase.steps.is_empty()), "{}", plan.id);
            assert_eq!(plan.alarm.is_some(), !plan.survives, "{}", plan.id);
            let all = serde_json::to_string(plan).unwrap();
            assert!(!all.contains("{next}") && !all.contains("{rto}"), "{}", plan.id);
        }
    }
}

#[test]
fn what_may_not_be_used_is_never_a_rung() {
    for name in PROFILES {
        let view = view_of(&text(name));
        for fallback in &view.fallbacks {
            let out = ["prohibited", "unclear", "permit needed"]
                .contains(&fallback.lawful.as_str())
                || fallback.tested.starts_with("failed");
            let id = format!("{}:{}", fallback.activity, fallback.region);
            let plan = plan(&view, &id);
            let mut below = plan.ladder[1..].iter().flat_map(|rung| &rung.channels);
            let on = below.any(|one| one.channel == fallback.channel);
            if out {
                assert!(!on, "{id}: {}", fallback.channel);
                let names: BTreeSet<&str> =
                    plan.ruled_out.iter().map(|one| one.name.as_str()).collect();
                assert!(names.contains(fallback.channel_name.as_str()), "{id}");
            }
        }
    }
}

#[test]
fn dispatch_in_russia_has_no_surviving_channel() {
    let view = view_of(&text("meridian-freight"));
    let plan = plan(&view, "dispatch:RU");
    assert_eq!(
        plan.alarm.as_deref(),
        Some("There is no surviving channel for Driver dispatch in Russia.")
    );
    assert!(plan.closest.as_ref().unwrap().contains("reaches 50 %"));
    assert_eq!(rungs(plan), [vec!["wa-dispatch"], vec![], vec!["sms-gateway"], vec![]]);
    let out: Vec<&str> = plan.ruled_out.iter().map(|one| one.reason.as_str()).collect();
    assert!(out[0].starts_with("is down today: network block since"), "{out:?}");
    assert!(out[1].starts_with("needs a permit"), "{out:?}");
    assert!(plan.ladder[2].go_when.as_ref().unwrap().starts_with("Now"));
    let told = view.switchover.without_survivor;
    assert!(told.contains(&"Driver dispatch in Russia".to_owned()), "{told:?}");
}

#[test]
fn one_tenant_is_no_fallback_for_itself() {
    let view = view_of(&text("northgate-bank"));
    let plan = plan(&view, "branch-work:DE");
    assert!(!plan.survives);
    let mail = &plan.ladder[2].channels[0];
    assert!(mail.reason.contains("as the primary does"), "{}", mail.reason);
}

#[test]
fn reach_and_speed_decide_the_rung() {
    let place = |fallbacks: &str| {
        let view = view_of(&small("text", fallbacks));
        let own = plan(&view, "a:TR");
        let rung = own.ladder[1..].iter().find(|rung| !rung.channels.is_empty()).unwrap();
        (rung.rung.clone(), own.survives)
    };
    assert_eq!(place(&fallback("sms", 2, 0.9, 0.9)), ("alternate".to_owned(), true));
    assert_eq!(place(&fallback("sms", 4, 0.6, 0.6)), ("alternate".to_owned(), true), "the edges");
    assert_eq!(place(&fallback("sms", 5, 0.9, 0.9)), ("contingency".to_owned(), true), "late");
    assert_eq!(
        place(&fallback("sms", 25, 0.9, 0.9)),
        ("contingency".to_owned(), false),
        "too late"
    );
    assert_eq!(
        place(&fallback("sms", 2, 0.9, 0.59)),
        ("contingency".to_owned(), false),
        "partners"
    );
    assert_eq!(place(&fallback("sms", 2, 0.19, 0.9)), ("emergency".to_owned(), false), "few");
}

#[test]
fn what_outlives_more_comes_first_and_then_what_is_sooner() {
    let both = fallback("mail", 1, 0.9, 0.9) + &fallback("sms", 2, 0.9, 0.9);
    let view = view_of(&small("text", &both));
    // The mail needs the internet, and a shutdown takes it with the primary.
    let own = plan(&view, "a:TR");
    let order: Vec<&str> = own.ladder[1..]
        .iter()
        .flat_map(|rung| &rung.channels)
        .map(|c| c.channel.as_str())
        .collect();
    assert_eq!(order[0], "sms", "{order:?}");
}

#[test]
fn a_channel_that_cannot_carry_it_is_no_rung() {
    let view = view_of(&small("video", &fallback("sms", 2, 0.9, 0.9)));
    let own = plan(&view, "a:TR");
    assert_eq!(own.ruled_out[0].reason, "carries nothing of what the activity needs");
    assert!(own.alarm.is_some());
}

#[test]
fn a_test_and_a_number_that_are_missing_are_named() {
    let never =
        fallback("sms", 2, 0.9, 0.9).replace("tested = 2026-11-01\nresult = \"passed\"\n", "");
    let view = view_of(&small("text", &never));
    let lacks: Vec<&str> = plan(&view, "a:TR").before.iter().map(|one| one.lack.as_str()).collect();
    assert_eq!(lacks, ["never-tested", "numbers-missing"]);
    let old = fallback("sms", 2, 0.9, 0.9).replace("2026-11-01", "2026-05-25");
    let view = view_of(&small("text", &old));
    assert_eq!(plan(&view, "a:TR").before[0].lack, "test-old");
    let fresh = fallback("sms", 2, 0.9, 0.9).replace("2026-11-01", "2026-05-26");
    let view = view_of(&small("text", &fresh));
    assert_eq!(plan(&view, "a:TR").before[0].lack, "numbers-missing");
}

#[test]
fn employees_and_partners_stand_apart() {
    let view = view_of(&small("text", &fallback("sms", 2, 0.9, 0.7)));
    let own = plan(&view, "a:TR");
    assert_eq!(
        own.ladder[1].channels[0].reaches,
        ["employees 90 % (90 of 100)", "partners 70 % (35 of 50)"]
    );
    assert_eq!(own.words.len(), 2);
    let only = small("text", &fallback("sms", 2, 0.9, 0.7)).replace("partners = 50\n", "");
    let view = view_of(&only);
    let own = plan(&view, "a:TR");
    assert_eq!(own.ladder[1].channels[0].reaches, ["employees 90 % (90 of 100)"]);
    assert!(own.people.iter().all(|one| one.part != "Speaks with partners"));
    assert!(own.words.iter().all(|one| one.to == "To employees"));
}

#[test]
fn silence_is_a_blank_and_names_are_printed() {
    let view = view_of(&small("text", &fallback("sms", 2, 0.9, 0.7)));
    let own = plan(&view, "a:TR");
    assert!(own.people.iter().all(|one| one.name.is_none() && one.phone.is_none()));
    assert!(own.words.iter().all(|one| one.text.starts_with("________. ")));
    let templates = Templates::embedded().unwrap();
    assert!(report::html(&view, &templates).unwrap().contains("<i class=\"blank\">"));
    let markdown = report::markdown(&view, &templates).unwrap();
    assert!(markdown.contains("- Code word: \\_\\_\\_\\_\\_\\_\\_\\_\n"));

    let view = view_of(&text("meridian-freight"));
    let own = plan(&view, "dispatch:TR");
    let decides = &own.people[0];
    assert_eq!(decides.name.as_deref(), Some("Ilse Vermeer"));
    assert_eq!(decides.phone.as_deref(), Some("+31 20 555 0100"));
    assert!(own.words[0].text.starts_with("Lighthouse. "));
    let names: Vec<&str> = own.people.iter().filter_map(|one| one.name.as_deref()).collect();
    assert!(names.contains(&"Aylin Demir") && !names.contains(&"Pavel Orlov"), "{names:?}");
    assert!(own.meeting_point.is_none());
}

#[test]
fn a_lead_time_above_the_notice_is_for_now() {
    let view = view_of(&text("meridian-freight"));
    for plan in &view.switchover.plans {
        for row in &plan.before {
            if plan.notice.contains("none (") {
                assert!(row.urgency.starts_with("do it now"), "{}: {row:?}", plan.id);
            }
        }
    }
}

#[test]
fn a_plan_fits_eighty_columns_and_says_the_alarm_first() {
    for name in PROFILES {
        let view = view_of(&text(name));
        for plan in &view.switchover.plans {
            let ui = Ui { width: 80, color: false, error_color: false, plain: true };
            let text = report::sheet(plan, &ui);
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{name} {}", plan.id);
            let second = text.lines().skip(1).take(3).collect::<Vec<_>>().join(" ");
            assert_eq!(second.contains("There is no surviving channel"), !plan.survives, "{text}");
        }
    }
}

#[test]
fn faults_of_the_parts_of_plans_are_named() {
    let faults = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from));
        let overlay = BTreeMap::from([("switchover.toml".to_owned(), text.replacen(from, to, 1))]);
        let faults = knowledge::load(&overlay).unwrap_err();
        faults.iter().map(|fault| fault.code.word()).collect::<Vec<_>>()
    };
    let seed = std::fs::read_to_string(root().join("seeds/switchover.toml")).unwrap();
    assert_eq!(faults(&seed, "{next}", "{nxt}"), ["unknown-placeholder"]);
    assert_eq!(faults(&seed, "\"call-tree\"", "\"call-tre\""), ["undefined-measure"]);
    assert_eq!(faults(&seed, "\"k-iso22361\"", "\"k-iso2236\""), ["undefined-source"]);
    assert_eq!(faults(&seed, "\"first-hour\"", "\"first-minute\""), ["unreadable"]);
    let ladder = std::fs::read_to_string(root().join("seeds/ladder.toml")).unwrap();
    let overlay =
        BTreeMap::from([("ladder.toml".to_owned(), ladder.replacen("go_at = 3", "go_at = 8", 1))]);
    let faults = knowledge::load(&overlay).unwrap_err();
    assert_eq!(faults[0].code.word(), "undefined-stage");
}
