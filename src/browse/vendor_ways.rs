//! The ways a vendor hangs on shared infrastructure, and other vendors that do not share them.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Fact, Writer, wording};
use crate::{
    knowledge::{Knowledge, Platform, Vendor, VendorStatus},
    words,
};

const BRIEF: usize = 8;

/// What stops when downloads or the network are restricted.
pub fn paths(writer: &mut Writer, vendor: &Vendor) {
    writer.section("3. What if downloads or the network are restricted?");
    for platform in Platform::ALL {
        let install = vendor.install.get(platform).map(|nodes| names(writer.knowledge, nodes));
        let push = vendor.push.get(platform).map(|nodes| names(writer.knowledge, nodes));
        let notices = match push.as_deref() {
            Some("") => "Notices: none.".to_owned(),
            Some(push) => format!("Notices through {push}."),
            None => String::new(),
        };
        if let Some(install) = install.filter(|install| !install.is_empty()) {
            let label = format!("Install on {platform}");
            let fact = Fact::new(label, format!("any of: {install}"));
            writer.fact(fact.detail(notices));
        }
    }
    let knowledge = writer.knowledge;
    let gateways = names(knowledge, &vendor.push_gateways);
    writer.fact(Fact::new("Notices also need", gateways));
    writer.fact(Fact::new("Stops without", names(knowledge, &vendor.needs.hard)));
    writer.fact(Fact::new("Suffers without", names(knowledge, &vendor.needs.soft)));
    let network = &vendor.network;
    let traits = Fact::new("On the wire", wording::listed(&network.traits));
    writer.fact(traits.detail(words::sentence(&network.note)));
}

/// Vendors that carry something of the same and hang on little of the same, best first.
pub fn backups(writer: &mut Writer, vendor: &Vendor) {
    writer.section("4. What can back it up?");
    let knowledge = writer.knowledge;
    let mut others: Vec<Backup> = knowledge
        .vendors
        .values()
        .filter(|other| other.id != vendor.id && other.status == VendorStatus::Active)
        .filter(|other| !other.inherits.contains(&vendor.id))
        .map(|other| Backup::new(vendor, other))
        .filter(|backup| backup.carried > 0)
        .collect();
    others.sort_by_key(|b| (b.shared.len(), Reverse(b.carried), b.ways.len(), &b.vendor.id));
    for backup in others {
        let carries: Vec<&str> = backup.vendor.capabilities.iter().map(|one| one.word()).collect();
        let shares = match (backup.shared.as_slice(), backup.ways.as_slice()) {
            ([], []) => "shares nothing it needs".to_owned(),
            ([], _) => "shares only ways to install and notify".to_owned(),
            (shared, _) => format!("shares {}", names(knowledge, shared)),
        };
        let ways = match backup.ways.as_slice() {
            [] => String::new(),
            ways => format!("Ways in common: {}.", names(knowledge, ways)),
        };
        let text = format!("{shares}; carries {}", carries.join(", "));
        writer.fact(Fact::new(&backup.vendor.name, text).detail(ways));
    }
    writer.brief(BRIEF, "for all vendors: blackstart knowledge list vendor");
}

struct Backup<'k> {
    vendor: &'k Vendor,
    /// How much of the same it carries.
    carried: usize,
    /// Nodes without which both stop.
    shared: Vec<String>,
    /// Nodes by which both are installed or notified; each may have others.
    ways: Vec<String>,
}

impl<'k> Backup<'k> {
    fn new(vendor: &Vendor, other: &'k Vendor) -> Self {
        let both = |mine: BTreeSet<&String>, theirs: &BTreeSet<&String>| -> Vec<String> {
            mine.intersection(theirs).map(|node| (*node).clone()).collect()
        };
        let carried = vendor.capabilities.iter().filter(|c| other.capabilities.contains(c));
        Self {
            vendor: other,
            carried: carried.count(),
            shared: both(stops(vendor), &stops(other)),
            ways: both(ways(vendor), &ways(other)),
        }
    }
}

/// Nodes whose loss stops it, its owner included.
fn stops(vendor: &Vendor) -> BTreeSet<&String> {
    let hosts = if vendor.hosting.any_one { [].as_slice() } else { &vendor.hosting.nodes };
    let needs = vendor.needs.hard.iter().chain(hosts).chain(&vendor.push_gateways);
    needs.chain([&vendor.owner.node]).collect()
}

fn ways(vendor: &Vendor) -> BTreeSet<&String> {
    vendor.install.values().chain(vendor.push.values()).flatten().collect()
}

/// Names of nodes with commas.
pub fn names(knowledge: &Knowledge, ids: &[String]) -> String {
    let name = |id: &String| knowledge.nodes.get(id).map_or(id.clone(), |node| node.name.clone());
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}
