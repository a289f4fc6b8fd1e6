//! The best next measure for the money, again and again: not the best set, but a good one to begin
//! with.

use super::{
    choice::Choice,
    component::with_required,
    frontier::{Frontier, Point},
    space::Space,
    table::Table,
};

/// Sums of the tables for a choice.
pub fn total(tables: &mut [Table], choice: Choice) -> f64 {
    tables.iter_mut().map(|table| table.value(choice)).sum()
}

/// Every set on the way, from none up to where nothing helps any more or the budget is spent.
pub fn greedy(
    space: &Space,
    tables: &mut [Table],
    candidates: Choice,
    budget: f64,
) -> Frontier<Choice> {
    let mut best =
        Point { cost: 0.0, value: total(tables, Choice::default()), choice: Choice::default() };
    let mut path = vec![best];
    loop {
        let mut next: Option<(f64, Point<Choice>)> = None;
        for one in candidates.minus(best.choice).iter() {
            let choice = best.choice.or(with_required(space, one));
            let cost = space.cost(choice);
            if cost > budget || !space.allows(choice) {
                continue;
            }
            let value = total(tables, choice);
            let gain = (best.value - value) / (cost - best.cost).max(1e-9);
            if value < best.value && next.as_ref().is_none_or(|(most, _)| gain > *most) {
                next = Some((gain, Point { cost, value, choice }));
            }
        }
        match next {
            Some((_, point)) => {
                best = point;
                path.push(point);
            }
            None => return path.into_iter().collect(),
        }
    }
}
