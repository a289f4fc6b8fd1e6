//! Branch and bound, where the sets of a component are too many to try: candidates are taken in or
//! left out one by one, and a branch is dropped when no set on it can be better than the best one
//! known.
//!
//! What is left to decide is taken to be had for nothing, and all of it. That is a bound only where
//! nothing gets worse by it, so candidates that may cost something elsewhere are decided first.

use super::{
    choice::Choice,
    component::with_required,
    frontier::{Frontier, Point},
    greedy::{greedy, total},
    rivals::needless,
    space::Space,
    table::Table,
};

/// Nodes of one search. Beyond it the best set known is given, and how much better one could be.
pub const MOST_NODES: usize = 3_000;

/// Budgets for which the best set is searched, beside that which was asked for.
const MOST_BUDGETS: usize = 8;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Searched {
    pub frontier: Frontier<Choice>,
    /// No set of the same cost can be lower than a value of the frontier by more than this.
    pub gap: f64,
}

/// Searches for budgets at which a greedy choice changes, and for the whole.
pub fn frontier(space: &Space, tables: &mut [Table], candidates: Choice, budget: f64) -> Searched {
    let start = greedy(space, tables, candidates, budget);
    let order = ordered(space, tables, candidates);
    let costs: Vec<f64> = start.points().iter().map(|point| point.cost).collect();
    let stride = costs.len().div_ceil(MOST_BUDGETS).max(1);
    let budgets: Vec<f64> = costs.into_iter().step_by(stride).collect();
    let mut found = Searched { frontier: start, gap: 0.0 };
    for limit in budgets.into_iter().chain([budget]) {
        let Some(best) = found.frontier.within(limit).copied() else { continue };
        let mut search = Search {
            space,
            tables,
            order: &order,
            limit,
            best,
            nodes: 0,
            lowest_left: f64::INFINITY,
        };
        search.go(0, Choice::default());
        found.gap = found.gap.max(search.best.value - search.lowest_left);
        let best = search.best;
        found.frontier.offer(best);
    }
    found
}

/// Those that may cost something elsewhere first, new channels before others. Then by what they save
/// alone, the most first: once these are decided, bounds are close.
fn ordered(space: &Space, tables: &mut [Table], candidates: Choice) -> Vec<usize> {
    let nothing = total(tables, Choice::default());
    let rank = |one: usize| {
        let candidate = &space.candidates[one];
        (candidate.opens.is_empty(), !candidate.may_cost())
    };
    let mut each: Vec<(f64, usize)> = candidates
        .iter()
        .map(|one| {
            let choice = with_required(space, one);
            (nothing - total(tables, choice), one)
        })
        .collect();
    each.sort_by(|a, b| rank(a.1).cmp(&rank(b.1)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(&b.1)));
    each.into_iter().map(|(_, one)| one).collect()
}

struct Search<'a, 'p> {
    space: &'a Space<'a>,
    tables: &'a mut [Table<'p>],
    order: &'a [usize],
    limit: f64,
    best: Point<Choice>,
    nodes: usize,
    /// The lowest bound of a branch that was given up.
    lowest_left: f64,
}

impl Search<'_, '_> {
    fn go(&mut self, at: usize, chosen: Choice) {
        self.nodes += 1;
        let cost = self.space.cost(chosen);
        if self.space.allows(chosen) {
            let value = total(self.tables, chosen);
            let better = value < self.best.value - 1e-9 * self.best.value.abs();
            if better {
                self.best = Point { cost, value, choice: chosen };
            }
        }
        let affordable = |one: &&usize| cost + self.space.candidates[**one].cost <= self.limit;
        let rest = &self.order[at.min(self.order.len())..];
        let open: Choice = rest.iter().filter(affordable).copied().collect();
        if open.is_empty() {
            return;
        }
        if !open.iter().any(|one| self.space.candidates[one].may_cost()) {
            let bound = total(self.tables, chosen.or(open));
            if bound >= self.best.value - 1e-9 * self.best.value.abs() {
                return;
            }
            if self.nodes > MOST_NODES {
                self.lowest_left = self.lowest_left.min(bound);
                return;
            }
        }
        let next = rest.iter().position(|one| open.contains(*one)).unwrap_or(0);
        let (one, after) = (rest[next], at + next + 1);
        let grown = chosen.with(one);
        if self.space.few_new(grown) && !needless(self.space, self.tables, grown) {
            self.go(after, grown);
        }
        self.go(after, chosen);
    }
}
