//! Measures that are announced for the twelve months ahead in the countries of the profile.

use jiff::civil::Date;

use super::Region;
use crate::{
    knowledge::{AnnouncedStage, Knowledge, PartialDate, year_ahead},
    profile::Profile,
};

/// One measure in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Announced {
    /// Index of the region.
    pub region: usize,
    /// Id in the knowledge base, or the profile's own number.
    pub id: String,
    /// Scenario id.
    pub scenario: String,
    /// Vendor ids; empty for every vendor of the kind.
    pub vendors: Vec<String>,
    pub stage: AnnouncedStage,
    /// First day on which it can take effect.
    pub effective: Option<Date>,
    pub summary: String,
    /// Source id.
    pub source: Option<String>,
}

/// All that count on a day, by region.
pub fn announced(
    profile: &Profile,
    knowledge: &Knowledge,
    regions: &[Region],
    as_of: Date,
) -> Vec<Announced> {
    let mut all = Vec::new();
    for (region, place) in regions.iter().enumerate() {
        let known = knowledge.announced_for(&place.code, as_of).into_iter();
        all.extend(known.map(|one| Announced {
            region,
            id: one.id.clone(),
            scenario: one.scenario.clone(),
            vendors: one.vendors.iter().filter_map(|word| id(knowledge, word)).collect(),
            stage: one.stage,
            effective: one.effective.map(PartialDate::first_day),
            summary: one.summary.clone(),
            source: one.source.clone(),
        }));
        all.extend(own(profile, knowledge, region, place, as_of));
    }
    all
}

/// Those that the profile names.
fn own<'p>(
    profile: &'p Profile,
    knowledge: &'p Knowledge,
    region: usize,
    place: &'p Region,
    as_of: Date,
) -> impl Iterator<Item = Announced> + 'p {
    let until = year_ahead(as_of);
    let written = profile.announced.iter().enumerate();
    let here = written.filter(move |(_, one)| one.region == place.code);
    let counts = here.filter(move |(_, one)| {
        one.effective.as_ref().is_none_or(|day| (as_of..=until).contains(&day.0))
    });
    counts.map(move |(index, one)| Announced {
        region,
        id: format!("profile {}", index + 1),
        scenario: one.scenario.clone(),
        vendors: one.vendors.iter().flatten().filter_map(|word| id(knowledge, word)).collect(),
        stage: one.stage,
        effective: one.effective.as_ref().map(|day| day.0),
        summary: one.note.clone().unwrap_or_else(|| "Named by the profile.".to_owned()),
        source: None,
    })
}

fn id(knowledge: &Knowledge, word: &str) -> Option<String> {
    knowledge.vendor(word).map(|vendor| vendor.id.clone())
}
