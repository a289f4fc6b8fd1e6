//! Vendors that a profile describes itself: known under their ids, and made of what is known.

use super::Names;
use crate::{
    document::{Code, KeyPath, Problem, quoted},
    knowledge::Vendor,
    profile::rules::{Seen, numbered},
};

/// The names of the knowledge base together with the profile's own vendors.
pub(super) struct Joined<'a> {
    pub names: &'a dyn Names,
    pub own: &'a [Vendor],
}

impl Names for Joined<'_> {
    fn vendor(&self, id: &str) -> Option<&Vendor> {
        self.own.iter().find(|one| one.id == id).or_else(|| self.names.vendor(id))
    }

    fn vendor_ids(&self) -> Vec<&str> {
        let own = self.own.iter().map(|one| one.id.as_str());
        own.chain(self.names.vendor_ids()).collect()
    }

    fn country(&self, code: &str) -> Option<&str> {
        self.names.country(code)
    }

    fn countries(&self) -> Vec<(&str, &str)> {
        self.names.countries()
    }

    fn has_scenario(&self, id: &str) -> bool {
        self.names.has_scenario(id)
    }

    fn scenarios(&self) -> Vec<(&str, &str)> {
        self.names.scenarios()
    }

    fn has_node(&self, id: &str) -> bool {
        self.names.has_node(id)
    }

    fn node_ids(&self) -> Vec<&str> {
        self.names.node_ids()
    }

    fn has_source(&self, id: &str) -> bool {
        self.names.has_source(id)
    }

    fn measure_ids(&self) -> Vec<&str> {
        self.names.measure_ids()
    }
}

/// What a profile's own vendors name, and whether their ids are free.
pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, vendor) in numbered("vendor", &seen.profile.vendor) {
        problems.extend(taken(seen, names, &path, vendor));
        problems.extend(parts(seen, names, &path, vendor));
    }
    problems
}

fn taken(seen: &Seen<'_>, names: &dyn Names, path: &KeyPath, vendor: &Vendor) -> Option<Problem> {
    let known = names.vendor(&vendor.id)?;
    let message = format!("the knowledge base has a vendor {} already", quoted(&vendor.id));
    Some(
        seen.at(Code::DuplicateId, path.clone().key("id"), message).label(known.name.clone()).help(
            "use it as it is, give yours another id, or lay your facts over it with \
                   `--knowledge DIR`",
        ),
    )
}

/// Every name inside of a vendor that leads nowhere.
fn parts(seen: &Seen<'_>, names: &dyn Names, path: &KeyPath, vendor: &Vendor) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut node = |path: KeyPath, ids: Vec<&str>| {
        for id in ids.into_iter().filter(|id| !id.starts_with("own.") && !names.has_node(id)) {
            let message = format!("the knowledge base has no node {}", quoted(id));
            let problem = seen.at(Code::UnknownNode, path.clone(), message);
            problems.push(problem.help("`blackstart knowledge list nodes` shows those it has"));
        }
    };
    let inside = |table: &str, key: &str| path.clone().key(table).key(key);
    node(inside("owner", "node"), vec![&vendor.owner.node]);
    node(inside("owner", "jurisdictions"), strs(&vendor.owner.jurisdictions));
    for (key, table) in [("install", &vendor.install), ("push", &vendor.push)] {
        node(path.clone().key(key), table.values().flatten().map(String::as_str).collect());
    }
    node(path.clone().key("push_gateways"), strs(&vendor.push_gateways));
    node(inside("hosting", "nodes"), strs(&vendor.hosting.nodes));
    node(inside("needs", "hard"), strs(&vendor.needs.hard));
    node(inside("needs", "soft"), strs(&vendor.needs.soft));
    problems.extend(countries(seen, names, path, vendor));
    problems.extend(sources(seen, names, path, vendor));
    problems
}

fn strs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

fn countries(seen: &Seen<'_>, names: &dyn Names, path: &KeyPath, vendor: &Vendor) -> Vec<Problem> {
    let owner = vendor.owner.countries.iter().chain(&vendor.owner.headquarters);
    let blocks = vendor.block.iter().filter_map(|block| block.country.as_ref());
    let entities = &vendor.local_entities;
    let entities = entities.present_in.iter().chain(&entities.absent_in);
    let at = |key: &str| path.clone().key(key);
    let named = owner
        .map(|code| (at("owner"), code))
        .chain(entities.map(|code| (at("local_entities"), code)))
        .chain(vendor.allowed_in.iter().map(|code| (at("allowed_in"), code)))
        .chain(blocks.map(|code| (at("block"), code)));
    let unknown = named.filter(|(_, code)| names.country(code).is_none());
    unknown
        .map(|(path, code)| {
            let message = format!("{} is not the code of a country", quoted(code));
            seen.at(Code::UnknownCountry, path, message)
                .help("countries are written as ISO 3166-1 alpha-2 codes, such as `DE`")
        })
        .collect()
}

fn sources(seen: &Seen<'_>, names: &dyn Names, path: &KeyPath, vendor: &Vendor) -> Vec<Problem> {
    let at = |key: &str| path.clone().key(key);
    let own = vendor.sources.iter().map(|id| (at("sources"), id));
    let stance = vendor.stance.sources.iter().map(|id| (at("stance").key("sources"), id));
    let blocks = vendor.block.iter().map(|block| (at("block"), &block.source));
    let attention = vendor.attention.iter().map(|one| (at("attention").key("source"), &one.source));
    let named = own.chain(stance).chain(blocks).chain(attention);
    let unknown = named.filter(|(_, id)| !names.has_source(id));
    unknown
        .map(|(path, id)| {
            let message = format!("the knowledge base has no source {}", quoted(id));
            seen.at(Code::UnknownSource, path, message)
                .help("leave it out, or describe the source in a folder for `--knowledge DIR`")
        })
        .collect()
}
