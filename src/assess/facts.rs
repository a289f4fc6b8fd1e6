//! Estate, model and outcome together: what rules and rows are made from.

use super::{
    finding::{Finding, FindingCode, Severity},
    unanswered::{Unanswered, Worth},
};
use crate::{
    analysis::Analysis,
    engine::{
        outcome::{ActivityOutcome, Outcome},
        standing::Standing,
    },
    estate::{Activity, Channel, Deployment, Estate, Fallback, Instance, Region, graph::NETWORK},
    modelling::Modelled,
};

/// Everything that is known of one organisation on one day.
pub struct Facts<'a> {
    pub estate: &'a Estate<'a>,
    pub modelled: &'a Modelled,
    pub outcome: &'a Outcome,
    pub analysis: &'a Analysis,
    /// Open fields that are worth answering, the most first.
    pub open: &'a [(Unanswered, Worth)],
}

/// One activity in one region with all that belongs to it.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// Position in the model and in both runs.
    pub index: usize,
    pub instance: &'a Instance,
    pub activity: &'a Activity,
    pub region: &'a Region,
    pub residual: &'a ActivityOutcome,
    pub inherent: &'a ActivityOutcome,
}

impl Case<'_> {
    /// A finding about this activity in this region.
    pub fn finding(
        &self,
        code: FindingCode,
        severity: Severity,
        title: String,
        details: Vec<String>,
        remedy: &str,
    ) -> Finding {
        Finding {
            code,
            subject: self.activity.id.clone(),
            region: self.region.code.clone(),
            severity,
            title,
            details,
            remedy: remedy.to_owned(),
            owner: self.activity.owner.clone(),
            sources: Vec::new(),
            accepted: None,
        }
    }
}

impl<'a> Facts<'a> {
    pub fn cases(&self) -> impl Iterator<Item = Case<'a>> + use<'a, '_> {
        (0..self.modelled.instances.len()).map(|index| self.case(index))
    }

    /// Those of one region.
    pub fn cases_in(&self, region: usize) -> impl Iterator<Item = Case<'a>> + use<'a, '_> {
        self.modelled.by_region[region].iter().map(|index| self.case(*index))
    }

    /// The case of an activity of the model.
    pub fn case(&self, index: usize) -> Case<'a> {
        let instance = &self.estate.instances[self.modelled.instances[index]];
        Case {
            index,
            instance,
            activity: &self.estate.activities[instance.activity],
            region: &self.estate.regions[instance.region],
            residual: &self.outcome.residual.activities[index],
            inherent: &self.outcome.inherent.activities[index],
        }
    }

    pub fn channel(&self, index: usize) -> &'a Channel<'a> {
        &self.estate.channels[index]
    }

    pub fn deployment(&self, channel: usize, region: usize) -> Option<&'a Deployment> {
        self.estate.deployment(channel, region)
    }

    /// The fallback of the estate that the model's fallback of this index stands for: unlawful ones
    /// are not in the model.
    pub fn lawful_fallbacks(&self, case: Case<'a>) -> Vec<&'a Fallback> {
        let counts = |fallback: &&Fallback| {
            self.deployment(fallback.channel, case.instance.region)
                .is_some_and(|one| one.lawfulness.counts())
        };
        case.instance.fallbacks.iter().filter(counts).collect()
    }

    /// The fallback an activity runs on today.
    pub fn acting(&self, case: Case<'a>) -> Option<&'a Fallback> {
        match case.residual.standing {
            Standing::OnFallback(index) => self.lawful_fallbacks(case).get(index).copied(),
            Standing::Normal | Standing::Disrupted(_) => None,
        }
    }

    /// Activities that use a channel in a region, as channel or fallback.
    pub fn users(&self, channel: usize, region: usize) -> Vec<Case<'a>> {
        let uses = |case: &Case| {
            let primary = case.activity.channels.iter().any(|share| share.channel == channel);
            primary || case.instance.fallbacks.iter().any(|fallback| fallback.channel == channel)
        };
        self.cases_in(region).filter(uses).collect()
    }

    /// "Telegram", or the vendor behind a channel's own name.
    pub fn vendor_of(&self, channel: usize) -> &'a str {
        &self.channel(channel).vendor.name
    }

    /// Name of a vendor, or its id.
    pub fn vendor_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.estate.knowledge.vendor(id).map_or(id, |vendor| &vendor.name)
    }

    /// Name of a node, or its id where it is the organisation's own.
    pub fn node_name<'n>(&'n self, id: &'n str) -> &'n str {
        match self.estate.knowledge.nodes.get(id) {
            // A reader need not know which of them a channel needs.
            Some(node) if node.category == NETWORK => "the public internet",
            Some(node) => &node.name,
            None => id.strip_prefix("own.").unwrap_or(id),
        }
    }

    pub fn scenario_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.estate.knowledge.scenarios.get(id).map_or(id, |scenario| &scenario.name)
    }
}
