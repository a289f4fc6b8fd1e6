//! Which script: one of the country itself first, then the one on which most is documented.

use std::{cmp::Reverse, collections::BTreeSet};

use crate::knowledge::{Confidence, Drill, Knowledge, Scenario};

/// A script, and why it was chosen.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'k> {
    pub drill: &'k Drill,
    /// Did it happen in the country of the exercise?
    pub own_country: bool,
    /// Precedents of the scenario with a source that was seen, and precedents in all.
    pub sourced: usize,
    pub precedents: usize,
}

/// The script for a scenario in a country; none where no script exercises the scenario.
///
/// First those that happened in that country; among them, or among all, the one with most sourced
/// precedents of the scenario, then with most precedents; then the first by id.
pub fn choose<'k>(
    knowledge: &'k Knowledge,
    scenario: &Scenario,
    country: &str,
) -> Option<Choice<'k>> {
    let exercises =
        |drill: &&Drill| drill.scenarios.iter().any(|id| knowledge.means(id, &scenario.id));
    let choices = knowledge.drills.values().filter(exercises).map(|drill| {
        let told: BTreeSet<&String> = drill.card.iter().flat_map(|card| &card.precedents).collect();
        let sourced = told.iter().filter_map(|id| knowledge.precedent(id)).filter(|one| {
            one.confidence == Confidence::Sourced && knowledge.means(&one.scenario, &scenario.id)
        });
        Choice {
            drill,
            own_country: drill.country == country,
            sourced: sourced.count(),
            precedents: told.len(),
        }
    });
    choices.min_by_key(|one| {
        (!one.own_country, Reverse(one.sourced), Reverse(one.precedents), &one.drill.id)
    })
}

impl Choice<'_> {
    /// Why this one, in a sentence.
    pub fn why(&self, country: &str, scenario: &str) -> String {
        let documented = format!(
            "it has {} of the scenario with a source that was seen",
            crate::words::count(self.sourced, "precedent")
        );
        if self.own_country {
            format!("It happened in {country} itself. Among scripts of that country, {documented}.")
        } else {
            format!(
                "No script of {scenario} happened in {country}. Of all, this is the best \
                 documented: {documented}."
            )
        }
    }
}
