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

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Searched {
    pub frontier: Frontier<Choice>,
    /// No set of the same cost can be lower than a value of the frontier by more than this.
    pub gap: f64,
}

/// How far a search goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Budgets for which the best set is searched, beside that which was asked for.
    pub budgets: usize,
    /// Nodes of one search. Beyond it the best set known is given, and how much better one could
    /// be.
    pub nodes: usize,
}

impl Effort {
    /// The same, so many times as far.
    #[must_use]
    pub const fn times(self, times: usize) -> Self {
        Self {
            budgets: self.budgets.saturating_mul(times),
            nodes: self.nodes.saturating_mul(times),
        }
    }
}

/// Searches for budgets at which a greedy choice changes, for the one asked for, and for no limit.
pub fn frontier(
    space: &Space,
    tables: &mut [Table],
    candidates: Choice,
    budget: f64,
    effort: Effort,
) -> Searched {
    let start = greedy(space, tables, candidates, f64::INFINITY);
    let order = ordered(space, tables, candidates);
    let costs: Vec<f64> = start.points().iter().map(|point| point.cost).collect();
    let stride = costs.len().div_ceil(effort.budgets.max(1)).max(1);
    let budgets = costs.into_iter().step_by(stride).chain([budget, f64::INFINITY]);
    let mut found = Searched { frontier: start, gap: 0.0 };
    for limit in budgets {
        let Some(best) = found.frontier.within(limit).copied() else { continue };
        let mut search = Search::new(space, tables, &order, (limit, effort.nodes), best);
        search.go(0, Choice::default());
        found.gap = found.gap.max(search.best.value - search.lowest_left);
        let best = search.best;
        found.frontier.offer(best);
    }
    found
}

/// The cheapest set that brings the value down to nothing, or else the one that comes closest; with
/// the empty set.
pub fn cheapest(
    space: &Space,
    tables: &mut [Table],
    candidates: Choice,
    effort: Effort,
) -> Searched {
    let start = greedy(space, tables, candidates, f64::INFINITY);
    let order = ordered(space, tables, candidates);
    let mut found = Searched { frontier: Frontier::default(), gap: 0.0 };
    found.frontier.offer(start.points()[0]);
    let mut limit = f64::INFINITY;
    let mut closest = start.points()[start.points().len() - 1];
    loop {
        let known = start.within(limit).copied().unwrap_or(start.points()[0]);
        let mut search = Search::new(space, tables, &order, (limit, effort.nodes), known);
        search.go(0, Choice::default());
        let better = search.best.value < closest.value || limit.is_infinite();
        let nothing = search.best.value <= 0.0;
        if better || nothing {
            closest = search.best;
        }
        // Below nothing there is nothing: only a cheaper set with the same value is of use.
        if !nothing || closest.cost <= 0.0 {
            break;
        }
        limit = closest.cost * (1.0 - 1e-9) - 1e-9;
    }
    found.frontier.offer(closest);
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
    most_nodes: usize,
    best: Point<Choice>,
    nodes: usize,
    /// The lowest bound of a branch that was given up.
    lowest_left: f64,
}

impl<'a, 'p> Search<'a, 'p> {
    fn new(
        space: &'a Space<'a>,
        tables: &'a mut [Table<'p>],
        order: &'a [usize],
        (limit, most_nodes): (f64, usize),
        best: Point<Choice>,
    ) -> Self {
        let lowest_left = f64::INFINITY;
        Self { space, tables, order, limit, most_nodes, best, nodes: 0, lowest_left }
    }

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
            if self.nodes > self.most_nodes {
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
