//! Sets of measures that no other set beats in both cost and value.

/// A set of measures with its cost and what remains to be lost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<C> {
    pub cost: f64,
    pub value: f64,
    pub choice: C,
}

/// By how much a value must be lower to be worth more money, as a share of it: below this it is
/// rounding.
const SLACK: f64 = 1e-9;

/// Points of rising cost and falling value.
#[derive(Debug, Clone, PartialEq)]
pub struct Frontier<C> {
    points: Vec<Point<C>>,
}

impl<C> Default for Frontier<C> {
    fn default() -> Self {
        Self { points: Vec::new() }
    }
}

impl<C> Frontier<C> {
    pub fn points(&self) -> &[Point<C>] {
        &self.points
    }

    /// The best that can be had for so much.
    pub fn within(&self, budget: f64) -> Option<&Point<C>> {
        let affordable = self.points.partition_point(|point| point.cost <= budget);
        self.points[..affordable].last()
    }

    /// Takes a point in, unless one that costs no more is as good.
    pub fn offer(&mut self, point: Point<C>) {
        if self.within(point.cost).is_some_and(|best| !lower(point.value, best.value)) {
            return;
        }
        let from = self.points.partition_point(|one| one.cost < point.cost);
        let beaten = self.points[from..].iter().take_while(|one| !lower(one.value, point.value));
        let to = from + beaten.count();
        self.points.splice(from..to, [point]);
    }

    /// Of two sets of parts that share nothing but the budget.
    #[must_use]
    pub fn merged<D, E>(&self, other: &Frontier<D>, join: impl Fn(&C, &D) -> E) -> Frontier<E> {
        let mut sums: Vec<Point<(usize, usize)>> = Vec::new();
        for (left, a) in self.points.iter().enumerate() {
            sums.extend(other.points.iter().enumerate().map(|(right, b)| Point {
                cost: a.cost + b.cost,
                value: a.value + b.value,
                choice: (left, right),
            }));
        }
        let best: Frontier<(usize, usize)> = sums.into_iter().collect();
        let joined = |point: Point<(usize, usize)>| {
            let (left, right) = point.choice;
            let choice = join(&self.points[left].choice, &other.points[right].choice);
            Point { cost: point.cost, value: point.value, choice }
        };
        Frontier { points: best.points.into_iter().map(joined).collect() }
    }
}

fn lower(a: f64, b: f64) -> bool {
    a < b - SLACK * b.abs()
}

impl<C> FromIterator<Point<C>> for Frontier<C> {
    /// Among equals the first wins, so that the order of candidates decides and nothing else.
    fn from_iter<I: IntoIterator<Item = Point<C>>>(points: I) -> Self {
        let mut all: Vec<Point<C>> = points.into_iter().collect();
        all.sort_by(|a, b| a.cost.total_cmp(&b.cost).then(a.value.total_cmp(&b.value)));
        let mut points: Vec<Point<C>> = Vec::new();
        for point in all {
            if points.last().is_none_or(|best| lower(point.value, best.value)) {
                points.push(point);
            }
        }
        Self { points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(cost: f64, value: f64) -> Point<()> {
        Point { cost, value, choice: () }
    }

    fn pairs(frontier: &Frontier<()>) -> Vec<(f64, f64)> {
        frontier.points().iter().map(|one| (one.cost, one.value)).collect()
    }

    #[test]
    fn offered_one_by_one_or_at_once() {
        let points =
            [(0.0, 9.0), (4.0, 5.0), (2.0, 7.0), (3.0, 7.0), (2.0, 6.0), (5.0, 5.0), (1.0, 9.5)];
        let at_once: Frontier<()> = points.iter().map(|(c, v)| point(*c, *v)).collect();
        let mut in_turn = Frontier::default();
        for (cost, value) in points {
            in_turn.offer(point(cost, value));
        }
        assert_eq!(pairs(&at_once), [(0.0, 9.0), (2.0, 6.0), (4.0, 5.0)]);
        assert_eq!(pairs(&in_turn), pairs(&at_once));
        assert_eq!(at_once.within(3.9).map(|one| one.value), Some(6.0));
        assert!(at_once.within(-1.0).is_none());
    }

    #[test]
    fn merged_is_the_best_of_all_sums() {
        let a: Frontier<()> = [point(0.0, 10.0), point(1.0, 4.0)].into_iter().collect();
        let b: Frontier<()> =
            [point(0.0, 8.0), point(2.0, 1.0), point(3.0, 0.5)].into_iter().collect();
        assert_eq!(
            pairs(&a.merged(&b, |(), ()| ())),
            [(0.0, 18.0), (1.0, 12.0), (2.0, 11.0), (3.0, 5.0), (4.0, 4.5)]
        );
    }
}
