//! How much of the expected loss hangs on one unit.

use crate::{
    analysis::Spread,
    engine::known::Known,
    model::{Campaign, Unit},
};

/// One unit: a vendor, or shared nodes that fall together.
#[derive(Debug, Clone, PartialEq)]
pub struct Importance {
    /// As the model names it.
    pub unit: String,
    pub shared: bool,
    /// Share of the expected annual loss that would be gone if the unit never failed.
    pub share: f64,
}

/// Fussell and Vesely's importance of each unit, the largest first. `whole` is the expected annual
/// loss. Shares are not additive: a loss that takes two units counts for both.
///
/// The loss is a sum over campaigns, so only those that hit the unit have to be solved again.
pub fn importance(known: &Known, whole: f64, spread: &dyn Spread) -> Vec<Importance> {
    let mut units: Vec<(&str, bool)> = (known.model().campaigns.iter().flat_map(hit))
        .map(|unit| (unit.name.as_str(), unit.shared))
        .collect();
    units.sort_unstable();
    units.dedup_by(|a, b| a.0 == b.0);
    let mut all = spread.map(units.len(), |at| {
        let (unit, shared) = units[at];
        let share = if whole > 0.0 { saved(known, unit) / whole } else { 0.0 };
        Importance { unit: unit.to_owned(), shared, share }
    });
    all.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.unit.cmp(&b.unit)));
    all
}

fn hit(campaign: &Campaign) -> impl Iterator<Item = &Unit> {
    campaign.units.iter().filter(|unit| unit.hit > 0.0)
}

/// Expected annual loss that would not be there without hits on a unit.
fn saved(known: &Known, name: &str) -> f64 {
    let mut with = known.model().clone();
    for campaign in &mut with.campaigns {
        if !hit(campaign).any(|unit| unit.name == name) {
            campaign.weight = 0.0;
        }
    }
    let mut without = with.clone();
    let units = without.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units);
    for unit in units.filter(|unit| unit.name == name) {
        unit.hit = 0.0;
    }
    known.residual(&with).eal.value - known.residual(&without).eal.value
}
