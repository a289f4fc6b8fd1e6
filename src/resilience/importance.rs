//! How much of the expected loss hangs on one unit.

use crate::{
    engine::solve::residual,
    model::{Campaign, Model},
};

/// Fussell and Vesely's importance of each unit: the share of the expected annual loss that would
/// be gone if the unit never failed. Shares are not additive: a loss that takes two units counts
/// for both.
pub fn importance(model: &Model) -> Vec<(String, f64)> {
    let whole = residual(model).eal.value;
    let mut names: Vec<&str> =
        model.campaigns.iter().flat_map(units).map(|unit| unit.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut all: Vec<(String, f64)> = names
        .into_iter()
        .map(|name| {
            let left = residual(&without(model, name)).eal.value;
            (name.to_owned(), if whole > 0.0 { 1.0 - left / whole } else { 0.0 })
        })
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all
}

fn units(campaign: &Campaign) -> impl Iterator<Item = &crate::model::Unit> {
    campaign.units.iter().filter(|unit| unit.hit > 0.0)
}

/// The model in which a unit never fails.
fn without(model: &Model, name: &str) -> Model {
    let mut spared = model.clone();
    let units = spared.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units);
    for unit in units.filter(|unit| unit.name == name) {
        unit.hit = 0.0;
    }
    spared
}
