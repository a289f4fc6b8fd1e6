//! Section 5: how much hangs on one vendor, owner, legal order or country.

use std::collections::BTreeMap;

use super::figures;
use crate::{
    assess::{Case, Facts},
    report::view::Concentration,
};

/// Smaller shares are left out.
const LEAST: f64 = 0.005;

/// The dimensions, in the order in which they are shown.
const KINDS: [&str; 4] = ["vendor", "owner", "jurisdiction", "country"];

/// What hangs on one name: expected loss without fallbacks, people, activities by region.
#[derive(Default, Clone, Copy)]
struct Weight {
    loss: f64,
    people: f64,
    cases: usize,
}

/// Share of activities by what their channels hang on, the largest first. Shares of legal orders may
/// add up to more than the whole, for a vendor may answer to several.
pub fn concentration(facts: &Facts) -> Vec<Concentration> {
    let whole = facts.cases().fold(Weight::default(), |sum, case| Weight {
        loss: sum.loss + loss(case),
        people: sum.people + f64::from(case.instance.people),
        cases: sum.cases + 1,
    });
    KINDS.iter().flat_map(|kind| of_kind(facts, kind, whole)).collect()
}

fn loss(case: Case) -> f64 {
    case.inherent.totals.loss + case.inherent.switch_cost
}

fn of_kind(facts: &Facts, kind: &str, whole: Weight) -> Vec<Concentration> {
    let mut by_name: BTreeMap<String, Weight> = BTreeMap::new();
    for case in facts.cases() {
        let mut here: BTreeMap<String, f64> = BTreeMap::new();
        for share in &case.activity.channels {
            if facts.deployment(share.channel, case.instance.region).is_some() {
                for name in names(facts, kind, case, share.channel) {
                    *here.entry(name).or_default() += share.share;
                }
            }
        }
        for (name, share) in here {
            let weight = by_name.entry(name).or_default();
            weight.loss += loss(case) * share;
            weight.people += f64::from(case.instance.people) * share;
            weight.cases += 1;
        }
    }
    let part = |own: f64, all: f64| if all > 0.0 { own / all } else { 0.0 };
    let mut rows: Vec<(String, Weight)> = by_name.into_iter().collect();
    rows.sort_by(|a, b| b.1.loss.total_cmp(&a.1.loss).then(b.1.people.total_cmp(&a.1.people)));
    let view = |(name, weight): (String, Weight)| Concentration {
        kind: kind.to_owned(),
        name,
        share: figures::share(part(weight.loss, whole.loss)),
        people: figures::share(part(weight.people, whole.people)),
        cases: weight.cases,
    };
    let counts = |one: &Concentration| one.share.value.max(one.people.value) >= LEAST;
    rows.into_iter().map(view).filter(counts).collect()
}

fn names(facts: &Facts, kind: &str, case: Case, channel: usize) -> Vec<String> {
    let vendor = facts.channel(channel).vendor;
    match kind {
        "vendor" => vec![vendor.name.clone()],
        "owner" => vec![vendor.owner.name.clone()],
        "country" => vec![case.region.name.clone()],
        _ => {
            let all = vendor.owner.jurisdictions.iter();
            all.map(|node| facts.node_name(node).to_owned()).collect()
        }
    }
}
