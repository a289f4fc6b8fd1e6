//! Everything of one kind as a table.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{
    Kind, announcement, drill, find::countries, in_force, ladder::LADDERS, node, record, wording,
};
use crate::knowledge::{Knowledge, LeverValue, Precedent, Vendor};

/// A table: columns, and rows in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    pub kind: Kind,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// Which rows to keep, by resolved ids.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub country: Option<String>,
    pub scenario: Option<String>,
    pub vendor: Option<String>,
}

impl Filter {
    /// The options that say nothing about a kind.
    pub fn idle(&self, kind: Kind) -> Vec<&'static str> {
        let (country, scenario, vendor) = match kind {
            Kind::Precedent | Kind::Announcement => (true, true, true),
            Kind::Vendor => (true, false, false),
            Kind::Measure => (false, true, false),
            Kind::Drill => (true, true, false),
            _ => (false, false, false),
        };
        let given = [
            ("--country", self.country.is_some() && !country),
            ("--scenario", self.scenario.is_some() && !scenario),
            ("--vendor", self.vendor.is_some() && !vendor),
        ];
        given.into_iter().filter(|(_, idle)| *idle).map(|(name, _)| name).collect()
    }
}

impl Listing {
    /// One object a row, for programs.
    pub fn objects(&self) -> Vec<Value> {
        let object = |row: &Vec<String>| {
            let pairs = self.columns.iter().zip(row);
            let pairs = pairs.map(|(column, cell)| {
                (column.to_lowercase().replace(' ', "_"), Value::String(cell.clone()))
            });
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        self.rows.iter().map(object).collect()
    }
}

/// The table of a kind, as it stands on a day.
pub fn list(knowledge: &Knowledge, kind: Kind, filter: &Filter, as_of: Date) -> Listing {
    let (columns, rows) = match kind {
        Kind::Vendor => vendors(knowledge, filter, as_of),
        Kind::Country => country_rows(knowledge, as_of),
        Kind::Scenario => scenarios(knowledge),
        Kind::Precedent => precedents(knowledge, filter),
        Kind::Announcement => announcements(knowledge, filter, as_of),
        Kind::Measure => measures(knowledge, filter),
        Kind::Drill => drills(knowledge, filter),
        Kind::Node => nodes(knowledge),
        Kind::Source => sources(knowledge),
        Kind::Ladder => ladders(),
    };
    Listing { kind, columns, rows }
}

type Table = (Vec<&'static str>, Vec<Vec<String>>);

fn vendors(knowledge: &Knowledge, filter: &Filter, as_of: Date) -> Table {
    let blocked = |vendor: &Vendor| {
        let here =
            |code: &String| vendor.block.iter().any(|b| in_force::binds(b, code) && b.holds(as_of));
        filter.country.as_ref().is_none_or(here)
    };
    let kept = knowledge.vendors.values().filter(|vendor| blocked(vendor));
    let rows = kept.map(|vendor| {
        let holding = vendor.block.iter().filter(|block| block.holds(as_of)).count();
        vec![
            vendor.id.clone(),
            vendor.name.clone(),
            wording::spaced(vendor.kind.word()),
            vendor.stance.posture.to_string(),
            holding.to_string(),
        ]
    });
    (vec!["Id", "Name", "Kind", "Stance", "In force"], rows.collect())
}

fn country_rows(knowledge: &Knowledge, as_of: Date) -> Table {
    let rows = countries(knowledge).map(|(code, name)| {
        let tier = knowledge.rates.tiers.get(code).map(|tier| tier.tier.to_string());
        let own = knowledge.jurisdictions.get(code);
        let enforced = own.map_or(0, |own| {
            own.lever.iter().filter(|lever| lever.value == LeverValue::Enforced).count()
        });
        let holding = in_force::blocks(knowledge, |_, b| {
            b.country.as_deref() == Some(code) && b.holds(as_of)
        });
        let records = record::records(knowledge, |p| p.country == code).len();
        vec![
            code.to_owned(),
            name.to_owned(),
            tier.unwrap_or_default(),
            enforced.to_string(),
            holding.len().to_string(),
            records.to_string(),
        ]
    });
    (vec!["Code", "Name", "Tier", "Levers enforced", "In force", "Records"], rows.collect())
}

fn scenarios(knowledge: &Knowledge) -> Table {
    let rows = knowledge.scenarios.values().map(|scenario| {
        let same = |p: &Precedent| is(knowledge, &p.scenario, &scenario.id);
        vec![
            scenario.id.clone(),
            scenario.name.clone(),
            wording::spaced(scenario.layer.word()),
            record::records(knowledge, same).len().to_string(),
        ]
    });
    (vec!["Id", "Name", "Layer", "Records"], rows.collect())
}

fn precedents(knowledge: &Knowledge, filter: &Filter) -> Table {
    let kept = record::records(knowledge, |p| {
        filter.country.as_ref().is_none_or(|code| p.country == *code)
            && filter.scenario.as_ref().is_none_or(|id| is(knowledge, &p.scenario, id))
            && filter.vendor.as_ref().is_none_or(|id| record::names(knowledge, p, id))
    });
    let rows = kept.into_iter().map(|p| {
        let scenario = knowledge.scenario(&p.scenario).map_or("", |one| one.name.as_str());
        vec![p.date.to_string(), p.id.clone(), scenario.to_owned()]
    });
    (vec!["Date", "Id", "Scenario"], rows.collect())
}

fn announcements(knowledge: &Knowledge, filter: &Filter, as_of: Date) -> Table {
    let vendor = |words: &[String], id: &String| {
        words.iter().any(|word| knowledge.vendor(word).is_some_and(|one| one.id == *id))
    };
    let kept = knowledge.announcements.iter().filter(|one| {
        filter.country.as_ref().is_none_or(|code| knowledge.binds(one, code))
            && filter.scenario.as_ref().is_none_or(|id| is(knowledge, &one.scenario, id))
            && filter.vendor.as_ref().is_none_or(|id| vendor(&one.vendors, id))
    });
    let rows = kept.map(|one| {
        vec![
            one.effective.map(|date| date.to_string()).unwrap_or_default(),
            one.id.clone(),
            announcement::scenario(knowledge, one).to_owned(),
            one.stage.to_string(),
            if one.counts(as_of) { "yes" } else { "no" }.to_owned(),
        ]
    });
    (vec!["Date", "Id", "Scenario", "Stage", "Counted"], rows.collect())
}

fn measures(knowledge: &Knowledge, filter: &Filter) -> Table {
    let counters = |list: &[String], id: &String| list.iter().any(|one| is(knowledge, one, id));
    let kept = knowledge.measures.values().filter(|measure| {
        filter.scenario.as_ref().is_none_or(|id| {
            (measure.counters.is_empty() || counters(&measure.counters, id))
                && !counters(&measure.does_not_survive, id)
        })
    });
    let rows = kept.map(|measure| {
        let [low, high] = measure.lead_time_days;
        let late = if measure.only_before { "yes" } else { "no" };
        vec![measure.id.clone(), measure.title.clone(), format!("{low} to {high}"), late.to_owned()]
    });
    (vec!["Id", "Title", "Days to readiness", "Only before"], rows.collect())
}

fn drills(knowledge: &Knowledge, filter: &Filter) -> Table {
    let kept = knowledge.drills.values().filter(|drill| {
        let mut exercised = drill.scenarios.iter();
        filter.country.as_ref().is_none_or(|code| drill.country == *code)
            && filter.scenario.as_ref().is_none_or(|id| exercised.any(|one| is(knowledge, one, id)))
    });
    let rows = kept.map(|drill| {
        vec![
            drill.id.clone(),
            drill.title.clone(),
            drill::names(knowledge, &drill.scenarios),
            drill.card.len().to_string(),
        ]
    });
    (vec!["Id", "Title", "Exercises", "Cards"], rows.collect())
}

fn nodes(knowledge: &Knowledge) -> Table {
    let rows = knowledge.nodes.values().map(|node| {
        let users = node::users(knowledge, &node.id).to_string();
        vec![node.id.clone(), node.name.clone(), node.phase.to_string(), users]
    });
    (vec!["Id", "Name", "Phase", "Vendors"], rows.collect())
}

fn sources(knowledge: &Knowledge) -> Table {
    let rows = knowledge.sources.values().map(|source| {
        let date = source.date.map(|date| date.to_string()).unwrap_or_default();
        vec![source.id.clone(), source.publisher.clone(), date, source.confidence.to_string()]
    });
    (vec!["Id", "Publisher", "Date", "Confidence"], rows.collect())
}

fn ladders() -> Table {
    let rows = LADDERS.into_iter().map(|(id, name)| vec![id.to_owned(), name.to_owned()]);
    (vec!["Id", "Name"], rows.collect())
}

/// Does a word mean the scenario?
fn is(knowledge: &Knowledge, word: &str, id: &str) -> bool {
    knowledge.scenario(word).is_some_and(|scenario| scenario.id == id)
}
