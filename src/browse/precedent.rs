//! One dated action of the ledger.

use super::{Fact, Kind, Page, Writer, dispute, wording};
use crate::{
    knowledge::{Knowledge, NoticeBasis, Precedent},
    words,
};

pub fn page(knowledge: &Knowledge, precedent: &Precedent) -> Page {
    let scenario = knowledge.scenario(&precedent.scenario);
    let scenario = scenario.map_or(precedent.scenario.as_str(), |one| one.name.as_str());
    let country = knowledge.country_name(&precedent.country);
    let title = format!("{country}, {}: {}", precedent.date, wording::inside(scenario));
    let mut writer = Writer::new(knowledge, Kind::Precedent, &precedent.id, title);
    writer.section("What happened");
    let own = writer.overlaid(&format!("precedent {}", precedent.id));
    let told = Fact::new("In a sentence", &precedent.summary).sure(precedent.confidence).own(own);
    writer.cited(told.detail(&precedent.note), [&precedent.source]);
    let kind = format!("the action {}", wording::record(precedent.record));
    writer.fact(Fact::new("Standing", kind));
    writer.fact(Fact::new("Began", precedent.date.to_string()));
    let end = precedent.end.map_or_else(|| "no date known".to_owned(), |end| end.to_string());
    writer.fact(Fact::new("Ended", end));
    let days = precedent.duration_days.map(|days| words::hours(days * 24.0));
    writer.fact(Fact::new("Lasted", days.unwrap_or_default()));
    let hit: Vec<&str> = precedent
        .vendors
        .iter()
        .map(|word| knowledge.vendor(word).map_or(word.as_str(), |vendor| vendor.name.as_str()))
        .collect();
    writer.fact(Fact::new("Hit", wording::listed(&hit)));
    writer.fact(Fact::new("Affected", precedent.affected.join(", ")));
    writer.fact(Fact::new("Notice", notice(precedent)));
    writer.section("Present position");
    for vendor in knowledge.vendors.values() {
        let told = vendor.block.iter().filter(|b| b.precedent.as_ref() == Some(&precedent.id));
        for block in told {
            let text = wording::spaced(block.status.word());
            writer.cited(Fact::new(&vendor.name, text).sure(block.confidence), [&block.source]);
        }
    }
    dispute::section(&mut writer, |about| about.precedents.contains(&precedent.id));
    writer.finish()
}

fn notice(precedent: &Precedent) -> String {
    let basis = match precedent.notice_basis {
        None => "",
        Some(NoticeBasis::ComputedFromDates) => " (computed from dates)",
        Some(NoticeBasis::UsersNotNotified) => " (users were not notified)",
        Some(NoticeBasis::NoWarningFound) => " (no warning was found, which proves nothing)",
    };
    match precedent.notice_days {
        None => String::new(),
        Some(days) => format!("{days} days{basis}"),
    }
}
