//! Announced measures: the page of one, and the sections about them on other pages.

use jiff::civil::Date;

use super::{Fact, Kind, Page, Writer, wording};
use crate::{
    knowledge::{AnnouncedStage, Announcement, Knowledge},
    words,
};

pub fn page(knowledge: &Knowledge, one: &Announcement, as_of: Date) -> Page {
    let country = place(knowledge, one);
    let title = format!("{country}, {}: {}", when(one), wording::inside(scenario(knowledge, one)));
    let mut writer = Writer::new(knowledge, Kind::Announcement, &one.id, title);
    writer.section("What is announced");
    let own = writer.overlaid(&format!("announced {}", one.id));
    let told = Fact::new("In a sentence", &one.summary).sure(one.confidence).own(own);
    writer.cited(told.detail(&one.note), &one.source);
    let chance = words::share(knowledge.method.announced.chance(one.stage));
    let stage = format!("{}; taken as likely to come: {chance}", stage(one.stage));
    writer.fact(Fact::new("Stage", stage));
    let announced = one.announced.map_or_else(|| "no date known".to_owned(), |d| d.to_string());
    writer.fact(Fact::new("Announced", announced));
    let effective = one.effective.map_or_else(|| "no date set".to_owned(), |d| d.to_string());
    writer.fact(Fact::new("To take effect", effective));
    let withdrawn = one.withdrawn.map(|date| date.to_string()).unwrap_or_default();
    writer.fact(Fact::new("Withdrawn", withdrawn));
    let done = one.done.map(|date| date.to_string()).unwrap_or_default();
    writer.fact(Fact::new("Took effect", done));
    writer.fact(Fact::new("Would hit", vendors(knowledge, one)));
    let counted = format!("{}, as of {as_of}", standing(one, as_of));
    writer.fact(Fact::new("Counted for the twelve months ahead", counted));
    writer.finish()
}

/// A section with the open ones that a test lets through, as they stand on a day.
pub fn section(writer: &mut Writer, as_of: Date, test: impl Fn(&Announcement) -> bool) {
    writer.section("Announced");
    for one in writer.knowledge.announcements.iter().filter(|one| one.is_open(as_of) && test(one)) {
        add(writer, one, as_of);
    }
}

fn add(writer: &mut Writer, one: &Announcement, as_of: Date) {
    let knowledge = writer.knowledge;
    let label = format!("{}, {}", place(knowledge, one), when(one));
    let own = writer.overlaid(&format!("announced {}", one.id));
    let mut text = format!("{}, {}", scenario(knowledge, one), stage(one.stage));
    if one.has_passed(as_of) {
        text.push_str("; the date has passed, and whether it came is not known");
    }
    let fact = Fact::new(label, text).sure(one.confidence).own(own).detail(&one.summary);
    writer.cited(fact, &one.source);
}

/// "from 2026-12-31", or "no date set".
pub fn when(one: &Announcement) -> String {
    one.effective.map_or_else(|| "no date set".to_owned(), |date| format!("from {date}"))
}

/// How one stands on a day.
fn standing(one: &Announcement, as_of: Date) -> &'static str {
    if !one.is_open(as_of) {
        "no: closed"
    } else if one.has_passed(as_of) {
        "no: its date has passed"
    } else if one.counts(as_of) {
        "yes"
    } else {
        "no: not within twelve months"
    }
}

fn place<'k>(knowledge: &'k Knowledge, one: &'k Announcement) -> &'k str {
    let own = knowledge.jurisdictions.get(&one.country);
    own.map_or_else(|| knowledge.country_name(&one.country), |own| own.name.as_str())
}

/// The name of what would begin.
pub fn scenario<'k>(knowledge: &'k Knowledge, one: &'k Announcement) -> &'k str {
    knowledge.scenario(&one.scenario).map_or(one.scenario.as_str(), |found| found.name.as_str())
}

fn vendors(knowledge: &Knowledge, one: &Announcement) -> String {
    if one.vendors.is_empty() {
        return "every vendor of the kind".to_owned();
    }
    let name = |word: &String| knowledge.vendor(word).map_or(word.clone(), |v| v.name.clone());
    one.vendors.iter().map(name).collect::<Vec<_>>().join(", ")
}

const fn stage(stage: AnnouncedStage) -> &'static str {
    match stage {
        AnnouncedStage::Announced => "announced",
        AnnouncedStage::Enacted => "enacted",
        AnnouncedStage::Dated => "enacted with a date and an enforcer",
    }
}
