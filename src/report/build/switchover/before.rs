//! What must have been done before, in words.

use crate::{
    advise::switchover::{
        Plan,
        before::{Missing, Urgency},
    },
    assess::Facts,
    knowledge::Lack,
    report::view::BeforeView,
};

/// Rows that fit on the sheet; what is urgent comes first.
const ROWS: usize = 6;

/// One row for each thing that is missing, those that cannot wait first.
pub fn before(facts: &Facts, plan: &Plan) -> Vec<BeforeView> {
    let mut missing: Vec<&Missing> = plan.before.iter().collect();
    missing.sort_by_key(|one| (one.urgency != Urgency::Now, one.lack));
    missing.into_iter().take(ROWS).map(|one| row(facts, one)).collect()
}

fn row(facts: &Facts, one: &Missing) -> BeforeView {
    let lead_time = one.measure.map_or_else(
        || "lead time not known".to_owned(),
        |measure| {
            let [from, to] = measure.lead_time_days;
            // Only for a new channel is the measure more than another word for the same thing.
            let named = if one.lack == Lack::NoSurvivingChannel {
                format!(", soonest: {}", measure.title)
            } else {
                String::new()
            };
            format!("{from:.0} to {to:.0} days{named}")
        },
    );
    BeforeView {
        lack: one.lack.word().to_owned(),
        about: one.channel.map(|channel| facts.channel(channel).name.clone()),
        text: one.before.text.clone(),
        lead_time,
        urgency: match one.urgency {
            Urgency::Now => "do it now",
            Urgency::InTime => "notice is enough",
            Urgency::Unknown => "do it now: lead time not known",
        }
        .to_owned(),
    }
}
