//! Does a fallback need what the channel it replaces needs?

use crate::{
    assess::{
        dependence::shared_with,
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
        verdict::ties::of_one_hand,
    },
    words::{self, list},
};

/// `shared-dependency`: the fallback shares a node without alternative, in a phase in which its
/// loss stops the channel.
pub fn shared_dependency(facts: &Facts) -> Vec<Finding> {
    facts.cases().filter_map(|case| finding(facts, case)).collect()
}

fn finding(facts: &Facts, case: Case) -> Option<Finding> {
    let mut details = Vec::new();
    let (mut same_vendor, mut same_hand) = (false, false);
    let fallbacks = facts.lawful_fallbacks(case);
    for fallback in &fallbacks {
        let shared = shared_with(facts, case, fallback.channel);
        if shared.is_empty() {
            continue;
        }
        let vendor = &facts.channel(fallback.channel).vendor.id;
        same_vendor |= case
            .activity
            .channels
            .iter()
            .any(|share| facts.channel(share.channel).vendor.id == *vendor);
        let mut names: Vec<&str> = shared.iter().map(|node| facts.node_name(node)).collect();
        names.sort_unstable();
        names.dedup();
        let hand = of_one_hand(facts, case, fallback.channel);
        same_hand |= hand;
        let note = if hand { ": one owner or sign-in, so who loses one loses both" } else { "" };
        let name = &facts.channel(fallback.channel).name;
        details.push(format!("{name} shares {}{note}", list(&names)));
    }
    if details.is_empty() {
        return None;
    }
    let all = details.len() == fallbacks.len();
    let which = if all {
        "every fallback that counts needs".to_owned()
    } else {
        let verb = if details.len() == 1 { "needs" } else { "need" };
        let whole = words::count(fallbacks.len(), "fallback");
        format!("{} of {whole} {verb}", details.len())
    };
    let severity = match (all || same_vendor || same_hand, case.activity.tier.value) {
        (true, 1 | 2) => Severity::High,
        (true, _) => Severity::Medium,
        (false, _) => Severity::Low,
    };
    let title = format!(
        "{} in {}: {which} something that the channel it replaces needs too",
        case.activity.name, case.region.name
    );
    let remedy = "Add a fallback that shares none of these: another owner, another network, \
        another sign-in";
    Some(case.finding(FindingCode::SharedDependency, severity, title, details, remedy))
}
