//! Section 5: what the expected loss hangs on.

use super::figures;
use crate::{
    assess::Facts, report::view::ImportanceView, resilience::importance::Importance, words,
};

/// Smaller shares are left out.
const LEAST: f64 = 0.005;

/// Units by their importance, the largest first.
pub fn importance(facts: &Facts) -> Vec<ImportanceView> {
    let all = facts.analysis.importance.iter().filter(|one| one.share >= LEAST);
    all.map(|one| view(facts, one)).collect()
}

fn view(facts: &Facts, one: &Importance) -> ImportanceView {
    let name = if one.shared {
        let mut names: Vec<&str> =
            one.unit.split(' ').map(|id| words::without_note(facts.node_name(id))).collect();
        names.sort_unstable();
        names.dedup();
        words::list(&names)
    } else {
        facts.vendor_name(&one.unit).to_owned()
    };
    ImportanceView {
        sentence: format!(
            "If {name} never failed, the expected loss would be {} lower.",
            words::share(one.share)
        ),
        name,
        kind: if one.shared { "shared" } else { "vendor" }.to_owned(),
        share: figures::share(one.share),
    }
}
