//! From a space to the frontier of everything.

use std::collections::BTreeSet;

use super::{
    branch::{Effort, cheapest, frontier},
    choice::Choice,
    component::components,
    frontier::{Frontier, Point},
    greedy::greedy,
    part::{Part, Question},
    rivals::rivals,
    space::{Slot, Space},
    table::Table,
    tabulate::tabulate,
};
use crate::{analysis::Spread, model::Model};

/// For what is asked of single activities, which is quickly computed.
const THOROUGH: Effort = Effort { budgets: 3, nodes: 400 };

/// For what is asked of all activities of a country together.
const QUICK: Effort = Effort { budgets: 1, nodes: 60 };

/// What is made small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// Expected annual loss.
    Loss,
    /// How likely any activity breaches its MTPD.
    Breach,
    /// By how much chances of a breach are above appetite.
    Appetite,
}

/// A frontier and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub frontier: Frontier<Choice>,
    /// By how much a set that was not looked at could be better; 0 where all were, infinite where
    /// nothing was searched.
    pub gap: f64,
    /// Values of parts that were computed.
    pub values: usize,
}

/// The parts of an objective.
pub fn parts(space: &Space, slots: &[Slot], objective: Objective) -> Vec<Part> {
    let model = &space.model;
    let mut parts = Vec::new();
    for place in space.places.iter().copied() {
        let of =
            |activities: &[usize], question| Part::new(model, slots, place, activities, question);
        let own: Vec<usize> = (0..model.activities.len())
            .filter(|index| model.activities[*index].place == place)
            .collect();
        match objective {
            Objective::Loss => {
                for one in &own {
                    parts.push(of(&[*one], Question::Standing));
                    let felt = felt(model, *one).into_iter();
                    parts.extend(felt.map(|campaign| of(&[*one], Question::Campaign(campaign))));
                }
                parts.push(of(&[], Question::Campaigns));
            }
            Objective::Breach => parts.push(of(&own, Question::Breaches)),
            Objective::Appetite => parts
                .extend(own.iter().map(|one| of(&[*one], Question::Above(space.appetite[*one])))),
        }
    }
    parts
}

/// Campaigns that an activity or one of its fallbacks is exposed to.
fn felt(model: &Model, activity: usize) -> BTreeSet<usize> {
    let activity = &model.activities[activity];
    let standby = activity.fallbacks.iter().map(|fallback| &fallback.channel);
    let channels = activity.channels.iter().chain(standby);
    channels.flat_map(|channel| &channel.exposure).map(|exposure| exposure.campaign).collect()
}

/// Every set that no other beats in cost and objective; where they cannot all be tried, the best for
/// the budget and for some others.
pub fn search(
    space: &Space,
    objective: Objective,
    (budget, effort): (f64, usize),
    spread: &dyn Spread,
) -> Found {
    let (thorough, quick) = (THOROUGH.times(effort), QUICK.times(effort));
    let slots = space.slots();
    let parts = parts(space, &slots, objective);
    let tied = components(space, &parts);
    let untouched: f64 = (parts.iter().filter(|part| part.touched.is_empty()))
        .map(|part| part.value(Choice::default()))
        .sum();
    let start = Point { cost: 0.0, value: untouched, choice: Choice::default() };
    let mut found = Found { frontier: [start].into_iter().collect(), gap: 0.0, values: 0 };
    for component in tied {
        let candidates = rivals(space, &slots, component.candidates);
        let mut tables: Vec<Table> =
            component.parts.iter().map(|part| Table::new(&parts[*part])).collect();
        if effort == 0 {
            let own = greedy(space, &mut tables, candidates, f64::INFINITY);
            found.gap = f64::INFINITY;
            found.frontier = found.frontier.merged(&own, |a, b| a.or(*b));
            continue;
        }
        let exact = tabulate(space, &mut tables, candidates, spread);
        let own = exact.unwrap_or_else(|| {
            let searched = match objective {
                Objective::Loss => frontier(space, &mut tables, candidates, budget, thorough),
                Objective::Breach => frontier(space, &mut tables, candidates, budget, quick),
                Objective::Appetite => cheapest(space, &mut tables, candidates, thorough),
            };
            found.gap += searched.gap.max(0.0);
            searched.frontier
        });
        found.values += tables.iter().map(Table::len).sum::<usize>();
        found.frontier = found.frontier.merged(&own, |a, b| a.or(*b));
    }
    found
}
