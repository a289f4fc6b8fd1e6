//! What a profile that says little is taken to mean.

use blackstart::{
    estate::{self, Deployment, Estate, InForce},
    knowledge::{Block, BlockScope, BlockStatus, Confidence, Knowledge, Phase},
    profile::{Audience, DataKind, Profile},
};

use crate::drill::KNOWLEDGE;

fn with_estate(text: &str, look: impl Fn(&Estate)) {
    with_knowledge(&KNOWLEDGE, text, look);
}

fn with_knowledge(knowledge: &Knowledge, text: &str, look: impl Fn(&Estate)) {
    let profile: Profile = toml::from_str(text).unwrap();
    look(&estate::resolve(&profile, knowledge, "2026-11-22".parse().unwrap()));
}

/// Two regions, 50 and 20 people; all on one channel, but for what a test adds.
const BASE: &str = r#"
format = 1
[organization]
name = "Acme"
home = "DE"
[[region]]
country = "RU"
staff = 40
partners = 10
[[region]]
country = "IN"
staff = 20
[[channel]]
id = "chat"
vendor = "whatsapp"
[[channel]]
id = "spare"
vendor = "signal"
regions = ["IN"]
[[activity]]
id = "support"
"#;

fn near(value: f64, wanted: f64) {
    assert!((value - wanted).abs() < 1e-9, "{value}, wanted {wanted}");
}

#[test]
fn a_tier_stands_for_what_is_customary() {
    for tier in [1, 2, 3, 4] {
        let defaults = KNOWLEDGE.method.tier(tier);
        with_estate(&format!("{BASE}channel = \"chat\"\ntier = {tier}"), |estate| {
            let activity = &estate.activities[0];
            assert_eq!(activity.tier.value, tier);
            assert!(!activity.tier.assumed() && activity.mtpd.assumed());
            near(activity.mtpd.value, defaults.mtpd_hours);
            near(activity.rto.value, defaults.rto_hours);
            near(activity.mbco.value, defaults.mbco);
            near(activity.appetite.value, defaults.breach_probability);
            assert!(activity.appetite.assumed());
            // 70 people, in the currency of the method.
            near(activity.loss_per_hour.value[3], 70.0 * defaults.loss_per_person_hour);
            near(activity.switch_cost.value, 70.0 * 150.0);
        });
    }
    with_estate(&format!("{BASE}channel = \"chat\""), |estate| {
        let tier = &estate.activities[0].tier;
        assert_eq!((tier.value, tier.assumed()), (KNOWLEDGE.method.assumed.tier, true));
    });
}

#[test]
fn an_appetite_is_that_of_its_tier() {
    let appetite = "[appetite]\nbreach_probability = \
                    { tier1 = 0.01, tier2 = 0.03, tier3 = 0.07, tier4 = 0.3 }\n";
    for (tier, wanted) in [(1, 0.01), (2, 0.03), (3, 0.07), (4, 0.3)] {
        let text = format!("{BASE}channel = \"chat\"\ntier = {tier}\n{appetite}");
        with_estate(&text, |estate| {
            let appetite = &estate.activities[0].appetite;
            near(appetite.value, wanted);
            assert!(!appetite.assumed());
        });
    }
}

#[test]
fn an_mtpd_and_an_rto_go_together() {
    for (written, mtpd, rto) in [
        ("rto = \"48h\"", 96.0, 48.0),
        ("rto = \"12h\"", 72.0, 12.0),
        ("mtpd = \"10h\"", 10.0, 5.0),
        ("mtpd = \"100h\"", 100.0, 24.0),
    ] {
        with_estate(&format!("{BASE}channel = \"chat\"\ntier = 2\n{written}"), |estate| {
            near(estate.activities[0].mtpd.value, mtpd);
            near(estate.activities[0].rto.value, rto);
        });
    }
}

#[test]
fn people_of_an_activity_are_shared_out_over_its_regions() {
    with_estate(&format!("{BASE}channel = \"chat\""), |estate| {
        let [russia, india] = &estate.instances[..] else { panic!("two regions") };
        assert_eq!((russia.people, india.people), (50, 20));
        near(russia.part, 5.0 / 7.0);
        near(india.part, 2.0 / 7.0);
        assert_eq!(russia.audience, [Audience::Employees, Audience::Partners]);
        assert_eq!(india.audience, [Audience::Employees], "there are no partners");
    });
    with_estate(&format!("{BASE}channel = \"chat\"\naudience = [\"partners\"]"), |estate| {
        let [russia, india] = &estate.instances[..] else { panic!("two regions") };
        assert_eq!((russia.people, india.people), (10, 0));
        near(russia.part, 1.0);
        near(india.part, 0.0);
    });
    let nobody = BASE.replace("staff = 40", "staff = 0").replace("staff = 20", "staff = 0");
    let nobody = nobody.replace("partners = 10", "");
    with_estate(&format!("{nobody}channel = \"chat\""), |estate| {
        estate.instances.iter().for_each(|one| near(one.part, 0.5));
    });
}

#[test]
fn an_activity_is_where_it_is_said_to_be_or_where_its_channels_are() {
    let codes = |estate: &Estate| -> Vec<String> {
        let each = estate.instances.iter().map(|one| estate.regions[one.region].code.clone());
        each.collect()
    };
    for (written, wanted) in [
        ("channel = \"chat\"", &["RU", "IN"][..]),
        ("channel = \"spare\"", &["IN"]),
        ("channel = \"chat\"\nregions = [\"RU\"]", &["RU"]),
    ] {
        with_estate(&format!("{BASE}{written}"), |estate| assert_eq!(codes(estate), wanted));
    }
}

#[test]
fn who_cannot_be_replaced_soon_decides_when_the_activity_has_left() {
    let both = "channels = [{ id = \"chat\", share = 0.5 }, { id = \"spare\", share = 0.5 }]";
    let graded = |chat: &str, spare: &str| {
        let contract = |grade: &str| format!("contract = {{ substitutability = \"{grade}\" }}\n");
        BASE.replace(
            "vendor = \"whatsapp\"\n",
            &format!("vendor = \"whatsapp\"\n{}", contract(chat)),
        )
        .replace("vendor = \"signal\"\n", &format!("vendor = \"signal\"\n{}", contract(spare)))
            + both
    };
    let hours = &KNOWLEDGE.method.assumed.switch_hours;
    for (text, grade) in [
        (graded("easy", "none"), "none"),
        (graded("highly-complex", "easy"), "highly-complex"),
        (format!("{BASE}{both}"), "medium"),
    ] {
        with_estate(&text, |estate| {
            let activity = &estate.activities[0];
            near(activity.switch_time.value, hours[grade]);
            let why = &estate
                .assumptions
                .iter()
                .find(|one| one.key.ends_with("switch_time"))
                .unwrap()
                .why;
            assert!(why.ends_with(grade), "{why}");
        });
    }
    with_estate(&format!("{BASE}{both}\nswitch_time = \"9d\""), |estate| {
        near(estate.activities[0].switch_time.value, 216.0);
    });
}

/// Of so many people, for an organisation that counts in another currency.
#[test]
fn what_is_assumed_in_euro_is_told_in_the_currency_of_the_profile() {
    let tier = KNOWLEDGE.method.tier(2);
    for (currency, rate) in [("EUR", 1.0), ("INR", 100.0), ("GBP", 0.86)] {
        let text =
            BASE.replace("home = \"DE\"", &format!("home = \"DE\"\ncurrency = \"{currency}\""));
        with_estate(&format!("{text}channel = \"chat\"\ntier = 2"), |estate| {
            let activity = &estate.activities[0];
            near(activity.loss_per_hour.value[0], 70.0 * tier.loss_per_person_hour * rate);
            near(activity.switch_cost.value, 70.0 * 150.0 * rate);
            near(estate.costs.response.value, KNOWLEDGE.method.assumed.response_cost * rate);
        });
    }
}

/// A fallback reaches nobody who has not got it, where the profile says how many have.
#[test]
fn a_fallback_reaches_those_who_have_it() {
    let own = "channel = \"chat\"\naudience = [\"employees\"]\n\
               [[activity.fallback]]\nchannel = \"spare\"\nemployees = 0.9\n";
    let provisioned = "vendor = \"signal\"\nrestrictions = { provisioned = 0.3 }\n";
    let few = BASE.replace("vendor = \"signal\"\n", provisioned);
    for (text, reach) in [(BASE, 0.9), (&few, 0.3)] {
        with_estate(&format!("{text}{own}"), |estate| {
            let [fallback] = &estate.instances[1].fallbacks[..] else { panic!("one in India") };
            near(fallback.reach, reach);
        });
    }
}

#[test]
fn a_channel_needs_what_its_people_and_its_host_need() {
    let text = BASE
        .replace("staff = 40\n", "staff = 40\ndevices = { android = 1.0 }\n")
        .replace("\"whatsapp\"", "\"email-saas\"");
    with_estate(&format!("{text}channel = \"chat\""), |estate| {
        let of = |region: usize| {
            let own =
                estate.deployments.iter().find(|one| (one.channel, one.region) == (0, region));
            &own.unwrap().groups
        };
        // Nobody in the first region has an iPhone.
        assert!(of(0).iter().all(|group| group.people > 0.0));
        let paths = |region| of(region).iter().filter(|group| group.phase == Phase::Notify).count();
        assert_eq!((paths(0), paths(1)), (1, 2));
        // Either cloud hosts it; names are needed wherever it runs.
        let hard: Vec<&[String]> = (of(0).iter())
            .filter(|group| group.purpose == "the service")
            .map(|group| group.any_of.as_slice())
            .collect();
        assert_eq!(hard, [["net.dns"]]);
    });
}

/// Measures in India on the first channel, which is of this vendor.
fn in_force(id: &str, blocks: &[Block], look: impl Fn(&[InForce])) {
    let mut knowledge = KNOWLEDGE.clone();
    knowledge.vendors.get_mut(id).unwrap().block = blocks.to_vec();
    let text = BASE.replace("\"whatsapp\"", &format!("\"{id}\""));
    with_knowledge(&knowledge, &format!("{text}channel = \"chat\""), |estate| {
        let of = |one: &&Deployment| (one.channel, one.region) == (0, 1);
        look(&estate.deployments.iter().find(of).unwrap().in_force);
    });
}

fn block(scope: BlockScope, from: Option<&str>) -> Block {
    Block {
        country: Some("IN".to_owned()),
        scope,
        from: from.map(|day| day.parse().unwrap()),
        to: None,
        status: BlockStatus::InForce,
        note: String::new(),
        sectors: Vec::new(),
        source: String::new(),
        confidence: Confidence::Known,
        precedent: None,
    }
}

/// What is down today takes what needs it, and spares what does not.
#[test]
fn a_shutdown_in_force_stops_what_needs_the_internet() {
    for (id, left) in [("whatsapp", 0.0), ("briar", 1.0)] {
        in_force(id, &[block(BlockScope::NetworkShutdown, None)], |measures| {
            let [measure] = measures else { panic!("one measure in India") };
            for level in measure.left.values() {
                near(*level, left);
            }
        });
    }
}

/// A measure that two vendors bear, or two sources tell, counts once; one that came again is another.
#[test]
fn measures_in_force_are_told_once_each() {
    use BlockScope::{Calls, Full};
    let blocks = [
        block(Full, Some("2024-01-01")),
        block(Full, Some("2024-01-01")),
        block(Full, Some("2025-01-01")),
        block(Calls, Some("2024-01-01")),
    ];
    in_force("whatsapp", &blocks, |measures| {
        let scopes: Vec<BlockScope> = measures.iter().map(|one| one.scope).collect();
        assert_eq!(scopes, [Full, Full, Calls]);
        assert!(measures[0].since < measures[1].since);
    });
}

#[test]
fn a_ban_that_names_no_sector_binds_everyone() {
    let everyone = block(BlockScope::SectorBan, None);
    in_force("whatsapp", std::slice::from_ref(&everyone), |measures| assert_eq!(measures.len(), 1));
    let some = Block { sectors: vec!["government".to_owned()], ..everyone };
    in_force("whatsapp", &[some], |measures| assert!(measures.is_empty()));
}

/// A law reaches the kinds of data that it names, and of the places where a vendor keeps them only
/// countries are told.
#[test]
fn a_law_on_storage_reaches_what_it_names() {
    let mut knowledge = KNOWLEDGE.clone();
    let levers = &mut knowledge.jurisdictions.get_mut("RU").unwrap().lever;
    let storage = levers.iter_mut().find_map(|lever| lever.storage.as_mut()).unwrap();
    storage.data_kinds = vec!["telecom-metadata".to_owned()];
    let regions = &mut knowledge.vendors.get_mut("whatsapp").unwrap().data.regions;
    *regions = ["US", "us", "EVERYWHERE"].map(str::to_owned).to_vec();
    with_knowledge(&knowledge, &format!("{BASE}channel = \"chat\""), |estate| {
        let [conflict] = &estate.deployments[0].conflicts[..] else { panic!("one conflict") };
        assert_eq!((conflict.country.as_str(), conflict.kind), ("RU", DataKind::Metadata));
        assert_eq!(conflict.stored_in, ["US"]);
    });
}
