//! Whom a campaign hits, and how the vendor answers.

use super::ledger::LedgerCampaign;
use crate::knowledge::{
    Chance, Circumstance, Hit, Knowledge, Method, Posture, Scenario, Vendor, VendorKind, class,
};

/// Chance of a hit with the rule that gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct HitChance {
    pub chance: f64,
    /// Prior from the rule that applied.
    pub prior: f64,
    /// Why that rule applied.
    pub reason: String,
    /// Ledger campaigns of the scenario in this country, and how many of them hit the vendor.
    pub campaigns: usize,
    pub hits: usize,
}

impl HitChance {
    /// A hit that follows from the campaign.
    pub fn certain(reason: &str) -> Self {
        Self { chance: 1.0, prior: 1.0, reason: reason.to_owned(), campaigns: 0, hits: 0 }
    }
}

/// Chance that a campaign of a scenario hits a vendor, under the circumstances that hold.
pub fn vendor_hit(
    knowledge: &Knowledge,
    scenario: &Scenario,
    hit: &Hit,
    vendor: &Vendor,
    holds: &[Circumstance],
    ledger: &[LedgerCampaign],
) -> HitChance {
    let rule = applying(hit, holds);
    let prior = rule.map_or(0.0, |rule| rule_chance(&knowledge.method, rule, vendor));
    let own: Vec<&LedgerCampaign> = ledger
        .iter()
        .filter(|campaign| campaign.scenario == scenario.id && touches_vendors(campaign))
        .collect();
    let hits = own.iter().filter(|campaign| names(knowledge, campaign, vendor)).count();
    let strength = knowledge.method.shrinkage.hits;
    let shrunk = (strength * prior + hits as f64) / (strength + own.len() as f64);
    HitChance {
        // A carrier that no order names stays out of reach however many apps were hit.
        chance: if prior == 0.0 { 0.0 } else { shrunk },
        prior,
        reason: rule.map(|rule| rule.reason.clone()).unwrap_or_default(),
        campaigns: own.len(),
        hits,
    }
}

/// Chance that a campaign reaches the organisation's people, where the scenario says that it may not.
pub fn reach(scenario: &Scenario, holds: &[Circumstance]) -> Option<HitChance> {
    let rule = first(&scenario.reach, holds)?;
    let chance = rule.value.unwrap_or(1.0);
    Some(HitChance { chance, prior: chance, reason: rule.reason.clone(), campaigns: 0, hits: 0 })
}

/// The rule for a hit on shared nodes: no vendor, no ledger.
pub fn node_hit(hit: &Hit, holds: &[Circumstance]) -> HitChance {
    let rule = applying(hit, holds);
    let prior = rule.and_then(|rule| rule.value).unwrap_or(0.0);
    HitChance {
        chance: prior,
        prior,
        reason: rule.map(|r| r.reason.clone()).unwrap_or_default(),
        campaigns: 0,
        hits: 0,
    }
}

fn applying<'h>(hit: &'h Hit, holds: &[Circumstance]) -> Option<&'h Chance> {
    first(&hit.chance, holds)
}

fn first<'h>(rules: &'h [Chance], holds: &[Circumstance]) -> Option<&'h Chance> {
    rules.iter().find(|rule| rule.when.iter().all(|circumstance| holds.contains(circumstance)))
}

fn rule_chance(method: &Method, rule: &Chance, vendor: &Vendor) -> f64 {
    let attention = || rule.attention_times.unwrap_or(0.0) * attention(method, vendor);
    rule.value.unwrap_or_else(attention).min(1.0)
}

/// Share of campaigns against messengers that hit the vendor.
pub fn attention(method: &Method, vendor: &Vendor) -> f64 {
    let by_kind = match vendor.kind {
        VendorKind::ConsumerApp => method.attention.consumer_app,
        VendorKind::EnterpriseSaas => method.attention.enterprise_saas,
        VendorKind::SelfHosted => method.attention.self_hosted,
        VendorKind::StateBacked => method.attention.state_backed,
        VendorKind::Medium => method.attention.medium,
    };
    vendor.attention.as_ref().map_or(by_kind, |attention| attention.share)
}

fn touches_vendors(campaign: &LedgerCampaign) -> bool {
    let words = || campaign.records.iter().flat_map(|record| &record.vendors);
    words().any(|word| word != class::INTERNET && word != class::VPN && word != class::MOBILE)
}

fn names(knowledge: &Knowledge, campaign: &LedgerCampaign, vendor: &Vendor) -> bool {
    let words = campaign.records.iter().flat_map(|record| &record.vendors);
    let is_app = vendor.kind == VendorKind::ConsumerApp;
    words.into_iter().any(|word| {
        knowledge
            .vendor(word)
            .is_some_and(|named| named.id == vendor.id || vendor.inherits.contains(&named.id))
            || (is_app && (word == class::MESSENGERS || word == class::VENDORS))
    })
}

/// Probabilities of comply, resist, exit for a posture.
pub fn response(method: &Method, posture: Posture) -> [f64; 3] {
    match posture {
        Posture::Resist => method.response.resist,
        Posture::Comply => method.response.comply,
        Posture::Exit => method.response.exit,
        Posture::Mixed => method.response.mixed,
        Posture::Customer => method.response.customer,
    }
}
