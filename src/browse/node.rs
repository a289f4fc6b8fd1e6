//! One piece of shared infrastructure: who hangs on it, and what scenarios do to it.

use super::{Fact, Kind, Page, Writer, wording};
use crate::knowledge::{Knowledge, Node, Vendor};

pub fn page(knowledge: &Knowledge, node: &Node) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Node, &node.id, &node.name);
    writer.section("At a glance");
    let own = writer.overlaid(&format!("node {}", node.id));
    let kind = format!("{}, needed to {}", wording::spaced(&node.category), node.phase);
    writer.cited(Fact::new("Kind", kind).own(own), &node.sources);
    writer.fact(Fact::new("Where", &node.place));
    writer.fact(Fact::new("To hang on it less", &node.mitigation));
    let means = node.means.map(wording::means).unwrap_or_default();
    writer.fact(Fact::new("Means whose use the law may restrict", means));
    writer.section("What scenarios do to it");
    for effect in &node.effect {
        let scenario = knowledge.scenario(&effect.scenario);
        let name = scenario.map_or(effect.scenario.as_str(), |one| one.name.as_str());
        writer.fact(Fact::new(name, &effect.what));
    }
    writer.section("Who hangs on it");
    for (label, test) in USES {
        let vendors = knowledge.vendors.values().filter(|vendor| test(vendor, &node.id));
        let names: Vec<&str> = vendors.map(|vendor| vendor.name.as_str()).collect();
        writer.fact(Fact::new(*label, names.join(", ")));
    }
    let measures = knowledge.measures.values().filter(|m| m.shared_nodes.contains(&node.id));
    let titles: Vec<&str> = measures.map(|measure| measure.title.as_str()).collect();
    writer.fact(Fact::new("Measures that share it", titles.join("; ")));
    writer.finish()
}

type Use = (&'static str, fn(&Vendor, &String) -> bool);

/// The ways a vendor can hang on a node.
const USES: &[Use] = &[
    ("Stop without it", |v, id| v.needs.hard.contains(id) || v.push_gateways.contains(id)),
    ("Suffer without it", |v, id| v.needs.soft.contains(id)),
    ("Are hosted on it", |v, id| v.hosting.nodes.contains(id)),
    ("Are installed through it", |v, id| v.install.values().any(|nodes| nodes.contains(id))),
    ("Send notices through it", |v, id| v.push.values().any(|nodes| nodes.contains(id))),
    ("Belong to it or answer to it", |v, id| {
        v.owner.node == *id || v.owner.jurisdictions.contains(id)
    }),
];

/// How many vendors hang on a node in any way.
pub fn users(knowledge: &Knowledge, id: &String) -> usize {
    knowledge.vendors.values().filter(|v| USES.iter().any(|(_, test)| test(v, id))).count()
}
