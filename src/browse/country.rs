//! A country as a brief: what is in force, what the law allows, what happened, what to expect.

use jiff::civil::Date;

use super::{
    Fact, Kind, Page, Writer, add::add, announcement, dispute, fallback, in_force, rates, record,
    wording,
};
use crate::{
    knowledge::{
        Confidence, Jurisdiction, Knowledge, Law, LegalMeans, Lever, LeverKind, LeverValue,
        MeansLaw,
    },
    words,
};

/// First year of the record.
const FIRST_YEAR: i16 = 2011;

pub fn page(knowledge: &Knowledge, code: &str, as_of: Date) -> Page {
    let own = knowledge.jurisdictions.get(code);
    let name = own.map_or_else(|| knowledge.country_name(code), |own| own.name.as_str());
    let mut writer = Writer::new(knowledge, Kind::Country, code, name);
    overview(&mut writer, code, own, as_of);
    standing(&mut writer, code, as_of);
    levers(&mut writer, code);
    means(&mut writer, code);
    let happened = record::records(knowledge, |p| {
        p.country == code && p.date.first_day() <= as_of && p.date.first_day().year() >= FIRST_YEAR
    });
    let title = format!("The record since {FIRST_YEAR}");
    record::section(&mut writer, &title, &happened, &format!("--country {code}"));
    planned(&mut writer, code, as_of);
    announcement::section(&mut writer, as_of, |one| knowledge.binds(one, code));
    if own.is_none_or(|own| own.members.is_empty()) {
        rates::section(&mut writer, code);
    }
    fallback::section(&mut writer, code);
    dispute::section(&mut writer, |about| about.countries.iter().any(|one| one == code));
    writer.finish()
}

fn overview(writer: &mut Writer, code: &str, own: Option<&Jurisdiction>, as_of: Date) {
    writer.section("At a glance");
    let knowledge = writer.knowledge;
    if let Some(tier) = knowledge.rates.tiers.get(code) {
        let half = if tier.large { "the more populous half" } else { "the less populous half" };
        let text = format!("{} of 4 by repression, {half} of its tier", tier.tier);
        let people = tier.population as f64;
        let size = (tier.population > 0).then(|| format!("{} people.", words::grouped(people)));
        writer.fact(Fact::new("Tier", text).detail(size.unwrap_or_default()));
    }
    let groups = knowledge.jurisdictions.values();
    let groups: Vec<&str> = groups
        .filter(|group| group.members.iter().any(|member| member == code))
        .map(|group| group.name.as_str())
        .collect();
    writer.fact(Fact::new("Member of", groups.join(", ")));
    let members = own.map(|own| own.members.join(", ")).unwrap_or_default();
    writer.fact(Fact::new("Members", members));
    let neighbours: Vec<&str> = knowledge.neighbours(code).collect();
    writer.fact(Fact::new("Meets on land", neighbours.join(", ")).sure(Confidence::Known));
    let value = |kind: &&LeverKind| knowledge.lever(code, **kind).map(|lever| lever.value);
    let strong: Vec<&str> = LeverKind::ALL
        .iter()
        .filter(|kind| matches!(value(kind), Some(LeverValue::Enforced)))
        .map(|kind| wording::lever(*kind))
        .collect();
    writer.fact(Fact::new("Levers that are enforced", strong.join(", ")));
    if let Some(own) = own {
        writer.fact(Fact::new("Last reviewed", own.reviewed.to_string()));
    }
    writer.fact(Fact::new("As it stands on", as_of.to_string()));
}

fn standing(writer: &mut Writer, code: &str, as_of: Date) {
    writer.section("In force now");
    let knowledge = writer.knowledge;
    let holding = in_force::blocks(knowledge, |_, b| in_force::binds(b, code) && b.holds(as_of));
    if holding.is_empty() {
        writer.fact(Fact::new("Nothing", "no measure against a vendor of the catalogue is known"));
    }
    for (vendor, block) in holding {
        in_force::add(writer, &vendor.name, vendor, block, as_of);
    }
}

fn levers(writer: &mut Writer, code: &str) {
    writer.section("Levers of the state");
    for kind in LeverKind::ALL {
        if let Some(lever) = writer.knowledge.lever(code, *kind) {
            add_lever(writer, code, lever);
        }
    }
}

fn add_lever(writer: &mut Writer, code: &str, lever: &Lever) {
    let storage = lever.storage.as_ref();
    let abroad = storage.map(|storage| {
        let kinds = match storage.data_kinds.as_slice() {
            [] => "personal".to_owned(),
            kinds => wording::listed(kinds),
        };
        format!("Data abroad: {} (kinds: {kinds}).", wording::spaced(storage.abroad.word()))
    });
    let text = with_year(wording::spaced(lever.value.word()), &lever.law);
    let fact = Fact::new(wording::lever(lever.kind), text).sure(lever.confidence).own(is_own(
        writer,
        code,
        "lever",
        lever.kind.word(),
    ));
    let fact = law(fact, &lever.law)
        .detail(abroad.unwrap_or_default())
        .detail(storage.map(|storage| storage.duty.clone()).unwrap_or_default());
    writer.cited(fact, lever.law.source.as_ref());
}

fn means(writer: &mut Writer, code: &str) {
    writer.section("May a company use it?");
    for kind in LegalMeans::ALL {
        match writer.knowledge.means_law(code, *kind) {
            Some(stated) => add_means(writer, code, stated),
            None => writer.fact(Fact::new(wording::means(*kind), "not established: ask counsel")),
        }
    }
}

fn add_means(writer: &mut Writer, code: &str, stated: &MeansLaw) {
    let text = with_year(wording::legality(stated.value).to_owned(), &stated.law);
    let fact = Fact::new(wording::means(stated.means), text).sure(stated.confidence).own(is_own(
        writer,
        code,
        "legality",
        stated.means.word(),
    ));
    writer.cited(law(fact, &stated.law), stated.law.source.as_ref());
}

fn is_own(writer: &Writer, code: &str, list: &str, word: &str) -> bool {
    writer.overlaid(&format!("country {code}: {list} {word}"))
        || writer.overlaid(&format!("country {code}"))
}

fn with_year(mut text: String, law: &Law) -> String {
    if let Some(year) = law.year {
        add(&mut text, format_args!(", {year}"));
    }
    if let Some(as_of) = law.as_of {
        add(&mut text, format_args!(", as of {as_of}"));
    }
    text
}

fn law(fact: Fact, law: &Law) -> Fact {
    let penalty =
        if law.penalty.is_empty() { String::new() } else { format!("Penalty: {}", law.penalty) };
    fact.detail(&law.name).detail(&law.basis).detail(penalty)
}

/// What lies ahead of the day: planned dates and laws not yet in force.
fn planned(writer: &mut Writer, code: &str, as_of: Date) {
    writer.section("Planned");
    let ahead =
        record::records(writer.knowledge, |p| p.country == code && p.date.first_day() > as_of);
    for precedent in ahead {
        record::add(writer, precedent);
    }
}
