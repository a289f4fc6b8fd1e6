//! What is already in force against a channel on the day of the assessment.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::knowledge::{
    Block, BlockScope, BlockStatus, Capability, Confidence, Knowledge, PartialDate, Scenario,
    Target, Vendor,
};

use super::graph::{Group, exposed};

/// One measure in force.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// Scenario id.
    pub scenario: String,
    pub scope: BlockScope,
    pub since: Option<PartialDate>,
    /// No page says that it ended, and none that it has not.
    pub end_unverified: bool,
    pub note: String,
    /// Source id.
    pub source: String,
    pub confidence: Confidence,
    pub precedent: Option<String>,
    /// Service left per capability.
    pub left: BTreeMap<Capability, f64>,
}

/// The circumstances of one channel in one region.
pub struct Circumstances<'a> {
    pub knowledge: &'a Knowledge,
    pub vendor: &'a Vendor,
    pub country: &'a str,
    pub sector: Option<&'a str>,
    pub as_of: Date,
    pub groups: &'a [Group],
    pub provisioned: f64,
    pub install_without_store: bool,
}

/// Measures in force, the gravest first, then by date.
pub fn in_force(at: &Circumstances) -> Vec<InForce> {
    let inherited = at.vendor.inherits.iter().filter_map(|id| at.knowledge.vendor(id));
    let blocks = std::iter::once(at.vendor).chain(inherited).flat_map(|vendor| &vendor.block);
    let mut list: Vec<InForce> = blocks
        .filter(|block| block.country.as_deref().is_none_or(|country| country == at.country))
        .filter(|block| binds(block, at.sector) && block.holds(at.as_of))
        .filter_map(|block| state(at, block))
        .collect();
    list.sort_by(|a, b| {
        weight(a)
            .total_cmp(&weight(b))
            .then_with(|| (&a.scenario, a.since).cmp(&(&b.scenario, b.since)))
    });
    list.dedup_by(|a, b| a.scenario == b.scenario && a.since == b.since);
    list
}

fn weight(one: &InForce) -> f64 {
    one.left.values().sum()
}

/// A ban of named sectors binds only them; of an organisation that names no sector it binds none.
fn binds(block: &Block, sector: Option<&str>) -> bool {
    let named = block.scope != BlockScope::SectorBan || block.sectors.is_empty();
    named || sector.is_some_and(|sector| block.sectors.iter().any(|barred| barred == sector))
}

fn state(at: &Circumstances, block: &Block) -> Option<InForce> {
    let scenario =
        at.knowledge.scenarios.values().find(|s| s.in_force_as.contains(&block.scope))?;
    Some(InForce {
        scenario: scenario.id.clone(),
        scope: block.scope,
        since: block.from,
        end_unverified: block.status == BlockStatus::UnverifiedEnd,
        note: block.note.clone(),
        source: block.source.clone(),
        confidence: block.confidence,
        precedent: block.precedent.clone(),
        left: left(at, scenario),
    })
}

fn left(at: &Circumstances, scenario: &Scenario) -> BTreeMap<Capability, f64> {
    let mut levels: BTreeMap<Capability, f64> = Capability::ALL.iter().map(|c| (*c, 1.0)).collect();
    for (order, hit) in scenario.hit.iter().enumerate() {
        for (capability, level) in &mut levels {
            let written = hit.left.get(capability).copied().unwrap_or(0.0);
            let here = match hit.target {
                Target::EachVendor => written,
                Target::Paths => path_level(
                    at.groups,
                    hit.phase,
                    &hit.paths,
                    written,
                    at.provisioned,
                    at.install_without_store,
                ),
                // What a scenario hits beside its first target, it hits only at times.
                Target::Nodes if order == 0 && exposed(at.groups, hit.phase, &hit.nodes) > 0.0 => {
                    written
                }
                Target::Nodes => 1.0,
            };
            *level = level.min(here);
        }
    }
    levels
}

/// Service left when paths to install or register are cut: people who are set up keep it until they
/// change phones, those who are not stay out; nobody with another path is touched.
pub fn path_level(
    groups: &[Group],
    phase: crate::knowledge::Phase,
    paths: &[String],
    left: f64,
    provisioned: f64,
    install_without_store: bool,
) -> f64 {
    let bypass = install_without_store && phase == crate::knowledge::Phase::Install;
    let people = if bypass { 0.0 } else { exposed(groups, phase, paths) };
    1.0 - people * (1.0 - left * provisioned)
}
