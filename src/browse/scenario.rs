//! A scenario: what it does, how likely and how long, where it holds now, what counters it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Fact, Kind, Page, Writer, announcement, in_force, record, vendor_ways::names, wording,
};
use crate::{
    knowledge::{Knowledge, LeverValue, MeasuredDuration, RecordKind, Scenario, Target},
    words,
};

pub fn page(knowledge: &Knowledge, scenario: &Scenario, as_of: Date) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Scenario, &scenario.id, &scenario.name);
    overview(&mut writer, scenario);
    hits(&mut writer, scenario);
    answers(&mut writer, scenario);
    durations(&mut writer, scenario);
    standing(&mut writer, scenario, as_of);
    lever(&mut writer, scenario);
    let happened = record::records(knowledge, |p| {
        p.date.first_day() <= as_of
            && knowledge.scenario(&p.scenario).is_some_and(|one| one.id == scenario.id)
    });
    countries(&mut writer, &happened);
    let more = format!("--scenario {}", scenario.id);
    record::section(&mut writer, "The record", &happened, &more);
    announcement::section(&mut writer, as_of, |one| {
        knowledge.scenario(&one.scenario).is_some_and(|found| found.id == scenario.id)
    });
    measures(&mut writer, scenario);
    writer.finish()
}

/// What each answer of a vendor leads to.
fn answers(writer: &mut Writer, scenario: &Scenario) {
    writer.section("What the answer of a vendor leads to");
    writer.fact(Fact::new("Comply", &scenario.answers.comply));
    writer.fact(Fact::new("Resist", &scenario.answers.resist));
    writer.fact(Fact::new("Exit", &scenario.answers.exit));
}

fn overview(writer: &mut Writer, scenario: &Scenario) {
    let own = |key: &str| {
        writer.overlaid(&format!("scenario {}: {key}", scenario.id))
            || writer.overlaid(&format!("scenario {}", scenario.id))
    };
    let share = &scenario.share;
    let (share_own, duration_own, notice_own) = (own("share"), own("duration"), own("notice"));
    writer.section("At a glance");
    writer.fact(Fact::new("What one sees", &scenario.summary));
    writer.fact(Fact::new("Layer of pressure", wording::spaced(scenario.layer.word())));
    let streams = &writer.knowledge.rates.streams.stream;
    let stream = streams.get(&scenario.stream).map_or(scenario.stream.as_str(), |s| &s.name);
    writer.fact(Fact::new("Drawn from", stream));
    let text = format!(
        "{} before a country's own record ({})",
        words::share(share.prior),
        share.basis.word()
    );
    writer.fact(Fact::new("Share of those", text).own(share_own).detail(&share.why));
    let duration = &scenario.duration;
    let text = format!(
        "{} do not end within the year; the others last {} at the median ({})",
        words::share(duration.never_ends),
        words::hours(duration.median_hours),
        duration.basis.word()
    );
    writer.fact(Fact::new("How long", text).own(duration_own).detail(&duration.why));
    if let Some(notice) = &scenario.notice {
        let text = format!("{} ({})", words::hours(notice.hours), notice.basis.word());
        let fact = Fact::new("Warning to count on", text).own(notice_own);
        writer.fact(fact.detail(&notice.why));
    }
    if let Some(answer) = &scenario.response {
        let text = format!(
            "comply {}, resist {}, exit {}",
            words::share(answer.comply),
            words::share(answer.resist),
            words::share(answer.exit)
        );
        writer.fact(Fact::new("Answer of the vendor", text));
    }
    let disclosed =
        if scenario.discloses { "a vendor that complies discloses to the state" } else { "" };
    writer.fact(Fact::new("Disclosure", disclosed));
    writer.fact(Fact::new("Sectors singled out", wording::listed(&scenario.sectors)));
    writer.fact(Fact::new("Also called", scenario.aliases.join(", ")));
}

fn hits(writer: &mut Writer, scenario: &Scenario) {
    writer.section("Whom it hits, and what is left");
    for hit in &scenario.hit {
        let target = match hit.target {
            Target::EachVendor => "Each vendor by itself".to_owned(),
            Target::Paths => format!("Whoever needs {}", names(writer.knowledge, &hit.paths)),
            Target::Nodes => format!("Everybody on {}", names(writer.knowledge, &hit.nodes)),
        };
        let left: Vec<String> = hit
            .left
            .iter()
            .map(|(capability, left)| format!("{capability} {}", words::share(*left)))
            .collect();
        let left = if left.is_empty() { "nothing left".to_owned() } else { left.join(", ") };
        let mut fact = Fact::new(
            target,
            format!("felt at {}; left: {left} ({})", hit.phase, hit.basis.word()),
        );
        for chance in &hit.chance {
            let value = match (chance.value, chance.attention_times) {
                (Some(value), _) => words::share(value),
                (None, Some(times)) => format!("{times} times its share of campaigns"),
                (None, None) => String::new(),
            };
            let when: Vec<&str> = chance.when.iter().map(|one| one.word()).collect();
            let when = if when.is_empty() { "else".to_owned() } else { wording::listed(&when) };
            fact = fact.detail(format!("Chance, {when}: {value} ({})", chance.reason));
        }
        writer.fact(fact.detail(&hit.why));
    }
}

fn durations(writer: &mut Writer, scenario: &Scenario) {
    writer.section("How long episodes lasted, 2016 to 2025");
    let own = |row: &&MeasuredDuration| row.scenario == scenario.id;
    for row in writer.knowledge.rates.durations.iter().filter(own) {
        let text = format!(
            "{} of {} did not end; the others lasted {} at the median (sigma {})",
            words::share(row.never_ends),
            row.episodes,
            words::hours(row.median_days * 24.0),
            row.sigma
        );
        writer.fact(Fact::new(words::sentence(&row.kind), text));
    }
}

fn standing(writer: &mut Writer, scenario: &Scenario, as_of: Date) {
    writer.section("In force now");
    let holding = in_force::blocks(writer.knowledge, |_, block| {
        scenario.in_force_as.contains(&block.scope) && block.holds(as_of)
    });
    let mut by_vendor: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (vendor, block) in holding {
        let code = block.country.as_deref();
        let place = code.map_or("world-wide", |code| writer.knowledge.country_name(code));
        by_vendor.entry(&vendor.name).or_default().push(place);
    }
    for (vendor, mut places) in by_vendor {
        places.sort_unstable();
        places.dedup();
        writer.fact(Fact::new(vendor, places.join(", ")));
    }
}

fn lever(writer: &mut Writer, scenario: &Scenario) {
    let Some(kind) = scenario.lever else { return };
    writer.section(format!("The lever behind it: {}", wording::inside(wording::lever(kind))));
    for value in [LeverValue::Enforced, LeverValue::InForce, LeverValue::Proposed] {
        let all = writer.knowledge.jurisdictions.values();
        let places: Vec<&str> = all
            .filter(|j| j.lever.iter().any(|lever| lever.kind == kind && lever.value == value))
            .map(|j| j.name.as_str())
            .collect();
        let label = words::sentence(&wording::spaced(value.word()));
        writer.fact(Fact::new(label, places.join(", ")));
    }
}

fn countries(writer: &mut Writer, happened: &[&crate::knowledge::Precedent]) {
    writer.section("Where it happened");
    let mut by_country: BTreeMap<&str, usize> = BTreeMap::new();
    for precedent in happened.iter().filter(|p| p.record == RecordKind::Restriction) {
        *by_country.entry(writer.knowledge.country_name(&precedent.country)).or_default() += 1;
    }
    let mut sorted: Vec<(&str, usize)> = by_country.into_iter().collect();
    sorted.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let named: Vec<String> = sorted.iter().map(|(name, count)| format!("{name} {count}")).collect();
    writer.fact(Fact::new("Actions that took effect", named.join(", ")));
}

fn measures(writer: &mut Writer, scenario: &Scenario) {
    let knowledge = writer.knowledge;
    let lists = |list: &[String]| {
        list.iter().any(|id| knowledge.scenario(id).is_some_and(|one| one.id == scenario.id))
    };
    writer.section("Measures against it");
    for measure in knowledge.measures.values() {
        if lists(&measure.counters) && !lists(&measure.does_not_survive) {
            writer.fact(Fact::new(&measure.title, format!("measure {}", measure.id)));
        }
    }
    writer.section("Measures that fail in it");
    for measure in knowledge.measures.values().filter(|one| lists(&one.does_not_survive)) {
        writer.fact(Fact::new(&measure.title, format!("measure {}", measure.id)));
    }
}
