//! What to take for a budget, what each measure is worth, and what more money would buy.

use super::{
    catalogue::{Catalogue, Group},
    step::{Step, Steps, with},
    worth::{Worth, worth},
};
use crate::{
    analysis::{InTurn, Spread},
    engine::known::Known,
    estate::Estate,
    measures::{
        choice::Choice,
        component::with_required,
        frontier::{Frontier, Point},
        search::{Objective, search},
        space::Space,
    },
    model::Model,
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// For the twelve months ahead; none means that it is not limited.
    pub budget: Option<f64>,
    pub objective: Objective,
    /// How many times as far a search goes as usual; with 0 there is a greedy choice and no search.
    pub effort: usize,
}

impl Wanted {
    /// The least loss for the budget of the profile, chosen greedily.
    pub fn of(estate: &Estate) -> Self {
        let appetite = estate.profile.appetite.as_ref();
        let budget = appetite.and_then(|appetite| appetite.budget);
        Self { budget, objective: Objective::Loss, effort: 0 }
    }
}

/// A choice of candidates in each group of the catalogue.
pub type Choices = Vec<Choice>;

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    pub wanted: Wanted,
    /// Every set that no other beats in cost and expected loss.
    pub frontier: Vec<Point<Choices>>,
    /// Nothing done.
    pub now: Step,
    /// Sets worth looking at: corners of the frontier, and those that are named below. By cost.
    pub steps: Vec<Step>,
    /// The best set within the budget, by the objective asked for.
    pub chosen: Step,
    /// What each measure of it is worth.
    pub worth: Vec<Worth>,
    /// Of the sets looked at within the budget the one that is least likely to breach, or that loses
    /// least where the breach was made small; where it is another one.
    pub other: Option<Step>,
    /// Beyond it a further gain costs more than on average.
    pub knee: Option<Step>,
    pub inside: Inside,
    /// The lowest expected loss that any set gives.
    pub best: Step,
    /// All that can be taken together.
    pub everything: Step,
    /// By how much a set that was not looked at could be better; 0 where all were, infinite where
    /// nothing was searched.
    pub gap: f64,
}

/// How the appetite is met.
#[derive(Debug, Clone, PartialEq)]
pub enum Inside {
    /// It is, without any measure.
    Already,
    /// This is the cheapest set that does it.
    With(Box<Step>),
    /// No set does; this one comes closest.
    Never(Box<Step>),
}

/// Searches the catalogue.
pub fn advise(catalogue: &Catalogue, wanted: Wanted, spread: &dyn Spread) -> Advice {
    let spaces = spaces(catalogue);
    let ask = Ask { spaces: &spaces, spread };
    let [(loss, gap), (breach, _), (appetite, _)] = ask.frontiers(wanted);
    let budget = wanted.budget.unwrap_or(f64::INFINITY);
    let first = match wanted.objective {
        Objective::Loss | Objective::Appetite => &loss,
        Objective::Breach => &breach,
    };
    let none = vec![Choice::default(); spaces.len()];
    let within = |frontier: &Frontier<Choices>| {
        frontier.within(budget).map_or_else(|| none.clone(), |point| point.choice.clone())
    };
    let chosen = within(first);
    let inside = appetite.points().last();
    let best = loss.points().last().map_or_else(|| none.clone(), |point| point.choice.clone());
    let knee = knee(loss.points()).map(|point| point.choice.clone());
    let named = [
        none.clone(),
        chosen.clone(),
        within(&loss),
        best,
        ask.everything(),
        inside.map_or_else(|| none.clone(), |point| point.choice.clone()),
        knee.clone().unwrap_or_else(|| none.clone()),
    ];
    let mut all: Vec<Choices> = named.to_vec();
    all.extend(corners(loss.points()).into_iter().map(|point| point.choice.clone()));
    let nothing = with(catalogue, &spaces, &none);
    let from_nothing = Steps { catalogue, spaces: &spaces, known: Known::new(&nothing) };
    let computed = spread.map(all.len(), |at| from_nothing.step(&all[at]));
    let [now, taken, best, everything, inside_step, knee_step] =
        [0, 1, 3, 4, 5, 6].map(|at: usize| computed[at].clone());
    let affordable = computed.iter().filter(|one| one.cost <= budget);
    let other = match wanted.objective {
        Objective::Breach => affordable.min_by(|a, b| a.eal.total_cmp(&b.eal)),
        _ => affordable.min_by(|a, b| likely(a).total_cmp(&likely(b))),
    };
    let other = other.filter(|one| one.choices != taken.choices).filter(|one| {
        let lower = |of: fn(&Step) -> f64| of(one) < of(&taken) * (1.0 - 1e-6);
        if wanted.objective == Objective::Breach { lower(|s| s.eal) } else { lower(likely) }
    });
    let other = other.cloned();
    let mut steps: Vec<Step> = computed.into_iter().filter(|one| *one != everything).collect();
    steps.sort_by(|a, b| a.cost.total_cmp(&b.cost).then(b.eal.total_cmp(&a.eal)));
    steps.dedup_by(|a, b| a.choices == b.choices);
    let nearest =
        || steps.iter().min_by(|a, b| a.above.cmp(&b.above).then(a.cost.total_cmp(&b.cost)));
    let inside = match inside {
        _ if now.above == 0 => Inside::Already,
        None => match nearest() {
            Some(step) if step.above == 0 => Inside::With(Box::new(step.clone())),
            other => Inside::Never(Box::new(other.unwrap_or(&now).clone())),
        },
        Some(point) if point.value <= 0.0 => Inside::With(Box::new(inside_step)),
        _ => Inside::Never(Box::new(inside_step)),
    };
    Advice {
        worth: worth(&from_nothing, &now, &taken, spread),
        other,
        knee: knee.map(|_| knee_step),
        frontier: loss.points().to_vec(),
        chosen: taken,
        wanted,
        now,
        steps,
        inside,
        best,
        everything,
        gap,
    }
}

/// What stands today counts more than any chance.
fn likely(step: &Step) -> f64 {
    step.breaches_today as f64 + step.further_breach
}

/// One for each group.
pub fn spaces(catalogue: &Catalogue) -> Vec<Space<'_>> {
    let space = |group: &Group| Space {
        model: &catalogue.model,
        places: group.regions.clone(),
        candidates: group.candidates.clone(),
        most_new_channels: catalogue.most_new_channels,
        appetite: &catalogue.appetite,
    };
    catalogue.groups.iter().map(space).collect()
}

struct Ask<'a> {
    spaces: &'a [Space<'a>],
    spread: &'a dyn Spread,
}

impl Ask<'_> {
    /// Of each objective over all groups, with how much better a set could be.
    fn frontiers(&self, wanted: Wanted) -> [(Frontier<Choices>, f64); 3] {
        const ALL: [Objective; 3] = [Objective::Loss, Objective::Breach, Objective::Appetite];
        let limits = (wanted.budget.unwrap_or(f64::INFINITY), wanted.effort);
        // Breaches of a country together take long, and are searched for only when asked for.
        let asked: &[usize] = match (wanted.objective, wanted.effort) {
            (Objective::Breach, 0) => &[1, 0],
            (Objective::Breach, _) => &[1, 0, 2],
            (_, 0) => &[0],
            _ => &[0, 2],
        };
        let tasks: Vec<(usize, usize)> = asked
            .iter()
            .flat_map(|objective| (0..self.spaces.len()).map(move |space| (*objective, space)))
            .collect();
        let found = self.spread.map(tasks.len(), |at| {
            let (objective, space) = tasks[at];
            search(&self.spaces[space], ALL[objective], limits, &InTurn)
        });
        [0, 1, 2].map(|objective| {
            let none = Point { cost: 0.0, value: 0.0, choice: Vec::new() };
            let mut all: Frontier<Choices> = [none].into_iter().collect();
            let mut gap = 0.0;
            if !asked.contains(&objective) {
                return (Frontier::default(), gap);
            }
            let own = tasks.iter().zip(&found).filter(|((of, _), _)| *of == objective);
            for (_, found) in own {
                gap += found.gap;
                all = all.merged(&found.frontier, |a, b| a.iter().copied().chain([*b]).collect());
            }
            (all, gap)
        })
    }

    /// All candidates of every space, the first of the new channels where they are too many.
    fn everything(&self) -> Choices {
        let all = |space: &Space| {
            let mut choice = Choice::default();
            for one in 0..space.candidates.len() {
                let grown = choice.or(with_required(space, one));
                if space.allows(grown) {
                    choice = grown;
                }
            }
            choice
        };
        self.spaces.iter().map(all).collect()
    }
}

/// The point farthest below the straight line from the first to the last, both axes scaled to 1.
fn knee<C>(points: &[Point<C>]) -> Option<&Point<C>> {
    let (first, last) = (points.first()?, points.last()?);
    let (width, height) = (last.cost - first.cost, first.value - last.value);
    if points.len() < 3 || width <= 0.0 || height <= 0.0 {
        return None;
    }
    let below = |point: &&Point<C>| {
        (first.value - point.value) / height - (point.cost - first.cost) / width
    };
    points.iter().max_by(|a, b| below(a).total_cmp(&below(b)))
}

/// Corners of the lower convex hull, where a further unit of money buys less than before: those that
/// gain something worth a row.
fn corners<C>(points: &[Point<C>]) -> Vec<&Point<C>> {
    let all = hull(points);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return all };
    let row = (first.value - last.value) * WORTH_A_ROW;
    let mut kept: Vec<&Point<C>> = Vec::new();
    for corner in all {
        if kept.last().is_none_or(|before| before.value - corner.value >= row) {
            kept.push(corner);
        }
    }
    kept
}

/// Share of all that can be gained.
const WORTH_A_ROW: f64 = 0.03;

fn hull<C>(points: &[Point<C>]) -> Vec<&Point<C>> {
    let mut hull: Vec<&Point<C>> = Vec::new();
    for point in points {
        while let [.., a, b] = hull[..] {
            let turns = (b.value - a.value) * (point.cost - a.cost)
                < (point.value - a.value) * (b.cost - a.cost);
            if turns {
                break;
            }
            hull.pop();
        }
        hull.push(point);
    }
    hull
}

/// The whole model with a set of measures.
pub fn with_measures(catalogue: &Catalogue, choices: &[Choice]) -> Model {
    with(catalogue, &spaces(catalogue), choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(f64, f64)]) -> Vec<Point<()>> {
        pairs.iter().map(|(cost, value)| Point { cost: *cost, value: *value, choice: () }).collect()
    }

    #[test]
    fn corners_and_knee() {
        let all = points(&[(0.0, 100.0), (1.0, 90.0), (2.0, 40.0), (5.0, 35.0), (10.0, 10.0)]);
        let hull: Vec<f64> = hull(&all).iter().map(|point| point.cost).collect();
        assert_eq!(hull, [0.0, 2.0, 10.0]);
        assert_eq!(knee(&all).map(|point| point.cost), Some(2.0));
        assert!(knee(&all[..2]).is_none());
    }
}
