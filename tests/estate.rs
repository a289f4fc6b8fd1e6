//! What a profile that says little is taken to mean.

use blackstart::{
    estate::{self, Estate},
    profile::{Audience, Profile},
};

use crate::drill::KNOWLEDGE;

fn with_estate(text: &str, look: impl Fn(&Estate)) {
    let profile: Profile = toml::from_str(text).unwrap();
    look(&estate::resolve(&profile, &KNOWLEDGE, "2026-11-22".parse().unwrap()));
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
