//! What a second look at a sound base finds: parts that disagree, parts that nothing names, facts
//! that nobody has looked at for long, and disputes.

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

use super::{Block, Fault, Knowledge, Lint, PartialDate, Precedent, Vendor, class, drill_check};

/// A block may begin so many days before or after the precedent that tells its story.
const APART: i32 = 31;

/// Errors first, then notes, each by code and file, as it stands on a day. Facts are old that were
/// last seen before `since`.
pub fn review(knowledge: &Knowledge, as_of: Date, since: Option<Date>) -> Vec<Fault> {
    let mut faults = Vec::new();
    aliases(knowledge, &mut faults);
    blocks(knowledge, &mut faults);
    orphans(knowledge, &mut faults);
    overdue(knowledge, as_of, &mut faults);
    drill_check::unexercised(knowledge, &mut faults);
    if let Some(since) = since {
        old(knowledge, since, &mut faults);
    }
    for dispute in knowledge.disputes.values() {
        let what = format!("{} Taken: {}", dispute.question, dispute.used);
        faults.push(Fault::new(Lint::Disputed, "disputes.toml", what));
    }
    faults.sort();
    faults.sort_by_key(|fault| fault.code.severity());
    faults
}

/// The day before which a fact is old, some months before another day.
pub fn months_before(day: Date, months: i32) -> Date {
    day.saturating_sub(Span::new().months(months.clamp(0, 12_000)))
}

/// One alias must not mean two vendors or two scenarios.
fn aliases(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    let vendors = knowledge.vendors.values().map(|v| ("vendors", &v.id, &v.aliases));
    let scenarios = knowledge.scenarios.values().map(|s| ("scenarios", &s.id, &s.aliases));
    let mut seen = BTreeSet::new();
    let entries: Vec<_> = vendors.chain(scenarios).collect();
    seen.extend(entries.iter().map(|(folder, id, _)| (*folder, id.as_str())));
    for (folder, id, aliases) in entries {
        for alias in aliases.iter().filter(|alias| !seen.insert((folder, alias.as_str()))) {
            let file = format!("{folder}/{id}.toml");
            let what = format!("the alias `{alias}` already means something else");
            faults.push(Fault::new(Lint::DuplicateId, file, what));
        }
    }
}

fn blocks(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for vendor in knowledge.vendors.values() {
        for block in &vendor.block {
            let told = block.precedent.as_ref().and_then(|id| knowledge.precedent(id));
            for what in told.into_iter().flat_map(|p| mismatches(knowledge, vendor, block, p)) {
                let file = format!("vendors/{}.toml", vendor.id);
                faults.push(Fault::new(Lint::BlockMismatch, file, what));
            }
        }
    }
}

fn mismatches(
    knowledge: &Knowledge,
    vendor: &Vendor,
    block: &Block,
    told: &Precedent,
) -> Vec<String> {
    let mut found = Vec::new();
    let place = block.country.as_deref().unwrap_or("world-wide");
    let which = format!("the block {place} {} and precedent `{}` disagree", block.scope, told.id);
    if block.country.as_ref().is_some_and(|country| *country != told.country) {
        found.push(format!("{which}: the precedent is about {}", told.country));
    }
    let meant = |word: &String| {
        class::ALL.contains(&word.as_str())
            || knowledge
                .vendor(word)
                .is_some_and(|named| named.id == vendor.id || vendor.inherits.contains(&named.id))
    };
    if !told.vendors.iter().any(meant) {
        found.push(format!("{which}: the precedent does not name this vendor"));
    }
    if let Some(from) = block.from.filter(|from| apart(*from, told.date) > APART) {
        found.push(format!("{which}: one begins on {from}, the other on {}", told.date));
    }
    found
}

/// Days between two dates, at the least that their precision allows.
fn apart(a: PartialDate, b: PartialDate) -> i32 {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    days(a.last_day(), b.first_day()).max(days(b.last_day(), a.first_day())).max(0)
}

fn overdue(knowledge: &Knowledge, as_of: Date, faults: &mut Vec<Fault>) {
    for one in &knowledge.announcements {
        if let Some(why) = one.overdue(as_of) {
            let file = format!("announced/{}.toml", one.country.to_lowercase());
            let what = format!("`{}` {why}: set `effective`, `withdrawn` or `done`", one.id);
            faults.push(Fault::new(Lint::OverdueAnnouncement, file, what));
        }
    }
}

fn orphans(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    let sources = named_sources(knowledge);
    for id in knowledge.sources.keys().filter(|id| !sources.contains(id.as_str())) {
        let what = format!("no fact names source `{id}`");
        faults.push(Fault::new(Lint::OrphanSource, "sources", what));
    }
    let nodes = named_nodes(knowledge);
    for node in knowledge.nodes.values().filter(|node| !nodes.contains(node.id.as_str())) {
        let file = format!("nodes/{}.toml", node.category);
        let what = format!("no vendor, measure or scenario names node `{}`", node.id);
        faults.push(Fault::new(Lint::OrphanNode, file, what));
    }
}

fn named_sources(knowledge: &Knowledge) -> BTreeSet<&str> {
    let vendors = knowledge.vendors.values().flat_map(|vendor| {
        let attention = vendor.attention.as_ref().map(|attention| &attention.source);
        let blocks = vendor.block.iter().map(|block| &block.source);
        vendor.sources.iter().chain(&vendor.stance.sources).chain(attention).chain(blocks)
    });
    let laws = knowledge.jurisdictions.values().flat_map(|country| {
        let levers = country.lever.iter().filter_map(|lever| lever.law.source.as_ref());
        levers.chain(country.legality.iter().filter_map(|means| means.law.source.as_ref()))
    });
    let told = knowledge.precedents.iter().map(|precedent| &precedent.source);
    let ahead = knowledge.announcements.iter().filter_map(|one| one.source.as_ref());
    let measures = knowledge.measures.values().flat_map(|measure| &measure.sources);
    let nodes = knowledge.nodes.values().flat_map(|node| &node.sources);
    let times = knowledge.ladder.lead_time.iter().flat_map(|time| &time.sources);
    let rungs = knowledge.ladder.pace.iter().flat_map(|rung| &rung.sources);
    let steps = knowledge.switchover.step.iter().flat_map(|step| &step.sources);
    let sides = knowledge.disputes.values().flat_map(|dispute| &dispute.sides);
    let sides = sides.filter_map(|side| side.source.as_ref());
    let all = vendors.chain(laws).chain(told).chain(measures).chain(nodes).chain(times);
    all.chain(rungs).chain(steps).chain(sides).chain(ahead).map(String::as_str).collect()
}

fn named_nodes(knowledge: &Knowledge) -> BTreeSet<&str> {
    let vendors = knowledge.vendors.values().flat_map(|vendor| {
        let ways = vendor.install.values().chain(vendor.push.values()).flatten();
        let needs = vendor.needs.hard.iter().chain(&vendor.needs.soft);
        let owner = std::iter::once(&vendor.owner.node).chain(&vendor.owner.jurisdictions);
        ways.chain(needs).chain(owner).chain(&vendor.push_gateways).chain(&vendor.hosting.nodes)
    });
    let measures = knowledge.measures.values().flat_map(|measure| &measure.shared_nodes);
    let hits = knowledge.scenarios.values().flat_map(|scenario| &scenario.hit);
    let hits = hits.flat_map(|hit| hit.nodes.iter().chain(&hit.paths));
    let local = std::iter::once(&knowledge.method.assumed.local_network_node);
    vendors.chain(measures).chain(hits).chain(local).map(String::as_str).collect()
}

fn old(knowledge: &Knowledge, since: Date, faults: &mut Vec<Fault>) {
    let mut note = |file: String, what: &str, seen: PartialDate| {
        if seen.last_day() < since {
            let what = format!("{what}: last seen {seen}");
            faults.push(Fault::new(Lint::OldFact, file, what));
        }
    };
    for vendor in knowledge.vendors.values() {
        note(format!("vendors/{}.toml", vendor.id), "the file", vendor.reviewed);
    }
    for country in knowledge.jurisdictions.values() {
        let file = || format!("jurisdictions/{}.toml", country.code.to_lowercase());
        note(file(), "the file", country.reviewed);
        for lever in &country.lever {
            note(file(), lever.kind.word(), lever.law.as_of.unwrap_or(country.reviewed));
        }
        for means in &country.legality {
            note(file(), means.means.word(), means.law.as_of.unwrap_or(country.reviewed));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn dates_are_apart_by_what_is_certain() {
        let days = |a: &str, b: &str| apart(a.parse().unwrap(), b.parse().unwrap());
        assert_eq!(days("2025-08", "2025-08-13"), 0);
        assert_eq!(days("2025-08-13", "2025-08-10"), 3);
        assert_eq!(days("2024", "2025-02-01"), 32);
    }
}
