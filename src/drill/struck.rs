//! What a scenario strikes in the exercise, taken from the model: vendors and shared nodes.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    estate::Estate,
    knowledge::{Scenario, Target},
    model::Use,
    modelling::Modelled,
};

/// Service that is lost in rounding.
pub const NEARLY: f64 = 0.999;

/// Units of the model that are struck, with their names.
#[derive(Debug, Clone, Default)]
pub struct Struck {
    units: BTreeMap<(usize, usize), String>,
    /// Chance of a hit of the likeliest, given such a campaign.
    pub likeliest: f64,
    /// Do vendors that comply disclose?
    pub discloses: bool,
}

impl Struck {
    /// Strikes the likeliest vendor or network of the region, and all that are at least `breadth`
    /// times as likely.
    pub fn new(
        estate: &Estate,
        modelled: &Modelled,
        region: usize,
        scenario: &Scenario,
        breadth: f64,
    ) -> Self {
        let mut all = Vec::new();
        for (index, origin) in modelled.campaigns.iter().enumerate() {
            if origin.region != region || origin.scenario != scenario.id {
                continue;
            }
            let units = modelled.model.campaigns[index].units.iter().zip(&origin.units);
            for (unit, (known, from)) in units.enumerate() {
                let hit = &scenario.hit[from.hit];
                let name = match (&from.vendor, hit.target) {
                    (Some(vendor), _) => vendor_name(estate, vendor),
                    (None, Target::Paths) => node_names(estate, &hit.paths),
                    (None, _) => node_names(estate, &hit.nodes),
                };
                all.push(((index, unit), known.hit, name));
            }
        }
        let likeliest = all.iter().map(|(_, hit, _)| *hit).fold(0.0, f64::max);
        let units = all.into_iter().filter(|(_, hit, _)| *hit >= breadth * likeliest);
        Self {
            units: units.map(|(unit, _, name)| (unit, name)).collect(),
            likeliest,
            discloses: scenario.discloses,
        }
    }

    pub fn nothing(&self) -> bool {
        self.units.is_empty()
    }

    /// Names of what is struck.
    pub fn names(&self) -> Vec<String> {
        let names: BTreeSet<&String> = self.units.values().collect();
        names.into_iter().cloned().collect()
    }

    /// Names of what is struck that the channel needs.
    pub fn by(&self, used: &Use) -> Vec<String> {
        let felt = |one: &crate::model::Exposure| one.left < NEARLY || self.discloses;
        let names: BTreeSet<&String> = (used.exposure.iter().filter(|one| felt(one)))
            .filter_map(|one| self.units.get(&(one.campaign, one.unit)))
            .collect();
        names.into_iter().cloned().collect()
    }

    /// Service left on a channel, of normal service; what is in force today is lost before.
    pub fn left(&self, used: &Use) -> f64 {
        let hits =
            used.exposure.iter().filter(|one| self.units.contains_key(&(one.campaign, one.unit)));
        hits.fold(used.baseline, |left, one| {
            let given_up = self.discloses && used.suspend_on_disclosure;
            left.min(if given_up { 0.0 } else { one.left })
        })
    }
}

fn vendor_name(estate: &Estate, id: &str) -> String {
    estate.knowledge.vendor(id).map_or_else(|| id.to_owned(), |vendor| vendor.name.clone())
}

fn node_names(estate: &Estate, ids: &[String]) -> String {
    let is_network = |id: &String| {
        estate
            .knowledge
            .nodes
            .get(id)
            .is_some_and(|node| node.category == super::situation::NETWORK)
    };
    // Several parts of it at once are what people call by one name.
    if ids.len() > 1 && ids.iter().all(is_network) {
        return "the internet".to_owned();
    }
    let name = |id: &String| {
        let node = estate.knowledge.nodes.get(id);
        node.map_or_else(|| id.clone(), |node| node.name.clone())
    };
    crate::words::list(&ids.iter().map(name).collect::<Vec<_>>())
}
