//! Every set of a component, by looking up tables: exact, for up to 22 candidates.

use std::collections::BTreeSet;

use super::{
    choice::Choice,
    frontier::{Frontier, Point},
    space::Space,
    table::Table,
};
use crate::analysis::Spread;

/// Candidates of a component whose sets are all tried.
pub const MOST: usize = 22;

/// Different values of parts that are computed for it.
pub const MOST_VALUES: usize = 6_000;

/// Candidates whose sets are looked up at once.
const HALF: usize = MOST / 2;

/// A component as numbers: candidates are bits, in the order of `candidates`.
struct Grid<'s> {
    space: &'s Space<'s>,
    candidates: Vec<usize>,
}

impl Grid<'_> {
    fn choice(&self, bits: u32) -> Choice {
        let own = self.candidates.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
        own.map(|(_, candidate)| *candidate).collect()
    }

    fn bits(&self, choice: Choice) -> u32 {
        let own = self.candidates.iter().enumerate();
        own.filter(|(_, one)| choice.contains(**one)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Sets in which everything required is there and no place is asked too much of.
    fn allowed(&self) -> Allowed {
        let requires =
            self.candidates.iter().map(|one| self.bits(self.space.candidates[*one].requires));
        let opened = |place: &usize| -> Choice {
            let opens = |one: &&usize| self.space.candidates[**one].opens.contains(place);
            self.candidates.iter().filter(opens).copied().collect()
        };
        let places = self.space.places.iter().map(|place| self.bits(opened(place)));
        Allowed {
            requires: requires.collect(),
            opened: places.filter(|bits| *bits != 0).collect(),
            most: u32::try_from(self.space.most_new_channels).unwrap_or(u32::MAX),
        }
    }
}

struct Allowed {
    requires: Vec<u32>,
    /// For each place the candidates that open a channel there.
    opened: Vec<u32>,
    most: u32,
}

impl Allowed {
    fn has(&self, bits: u32) -> bool {
        let few = self.opened.iter().all(|own| (own & bits).count_ones() <= self.most);
        let met =
            |(at, required): (usize, &u32)| bits >> at & 1 == 0 || required & bits == *required;
        few && self.requires.iter().enumerate().all(met)
    }
}

/// The whole frontier; none where it would take too many values.
pub fn tabulate(
    space: &Space,
    tables: &mut [Table],
    candidates: Choice,
    spread: &dyn Spread,
) -> Option<Frontier<Choice>> {
    if candidates.len() > MOST {
        return None;
    }
    let grid = Grid { space, candidates: candidates.iter().collect() };
    let allowed = grid.allowed();
    let mut keys: Vec<Vec<Choice>> = Vec::with_capacity(tables.len());
    let mut left = MOST_VALUES;
    for table in tables.iter() {
        let own = needed(table, space, candidates, left)?;
        left -= own.len();
        keys.push(own);
    }
    let mut columns: Vec<Column> = Vec::new();
    for (table, keys) in tables.iter_mut().zip(&keys) {
        table.fill(keys, spread);
        let column = Column::new(&grid, table, keys);
        // Parts that the same candidates touch are one column.
        match columns.iter_mut().find(|other| other.touched == column.touched) {
            Some(same) => same.add(&column),
            None => columns.push(column),
        }
    }
    let costs = Halves::new(grid.candidates.len(), |bits| space.cost(grid.choice(bits)));
    let mut frontier = Frontier::default();
    for bits in 0..1_u32 << grid.candidates.len() {
        let value: f64 = columns.iter().map(|column| column.value(bits)).sum();
        let (low, high) = costs.of(bits);
        let cost = low + high;
        let better = frontier.within(cost).is_none_or(|best| value < best.value);
        if better && value.is_finite() && allowed.has(bits) {
            frontier.offer(Point { cost, value, choice: grid.choice(bits) });
        }
    }
    Some(frontier)
}

/// Every key of a part that some allowed set may have; none where they are more than `most`.
///
/// Candidates are taken in one by one. Only keys are kept, since the key of a key with one more is
/// the key of the whole set with one more.
fn needed(table: &Table, space: &Space, candidates: Choice, most: usize) -> Option<Vec<Choice>> {
    let part = table.part();
    let mut keys: BTreeSet<Choice> = BTreeSet::from([Choice::default()]);
    for one in part.touched.and(candidates).iter() {
        let grown: Vec<Choice> = keys
            .iter()
            .map(|key| part.key(key.with(one)))
            .filter(|key| space.few_new(*key))
            .collect();
        keys.extend(grown);
        if keys.len() > most {
            return None;
        }
    }
    Some(keys.into_iter().collect())
}

/// A number for each half of the bits, to be put together.
struct Halves<T> {
    low: Vec<T>,
    high: Vec<T>,
}

impl<T: Copy> Halves<T> {
    fn new(bits: usize, each: impl Fn(u32) -> T) -> Self {
        let low = bits.min(HALF);
        Self {
            low: (0..1_u32 << low).map(&each).collect(),
            high: (0..1_u32 << (bits - low)).map(|high| each(high << HALF)).collect(),
        }
    }

    fn of(&self, bits: u32) -> (T, T) {
        (self.low[(bits & ((1 << HALF) - 1)) as usize], self.high[(bits >> HALF) as usize])
    }
}

/// The values of parts for every set of the candidates that touch them.
struct Column {
    touched: Vec<usize>,
    /// From the bits of all candidates to those that touch it.
    own: Halves<u32>,
    /// Of sets that are not allowed, infinite.
    values: Vec<f64>,
}

impl Column {
    fn new(grid: &Grid, table: &mut Table, keys: &[Choice]) -> Self {
        let part = table.part().touched;
        let all = grid.candidates.iter().enumerate();
        let own: Vec<(usize, usize)> = all
            .filter(|(_, one)| part.contains(**one))
            .map(|(at, candidate)| (at, *candidate))
            .collect();
        let compressed = |bits: u32| {
            let set = own.iter().enumerate().filter(|(_, (at, _))| bits >> *at & 1 == 1);
            set.fold(0, |packed, (to, _)| packed | 1 << to)
        };
        let touched: Vec<usize> = own.iter().map(|(_, candidate)| *candidate).collect();
        let known: Vec<f64> =
            keys.iter().map(|key| table.value(*key)).chain([f64::INFINITY]).collect();
        let positions = positions(table, keys, &touched);
        Self {
            own: Halves::new(grid.candidates.len(), compressed),
            values: positions.into_iter().map(|at| known[at as usize]).collect(),
            touched,
        }
    }

    fn add(&mut self, other: &Self) {
        for (value, more) in self.values.iter_mut().zip(&other.values) {
            *value += more;
        }
    }

    fn value(&self, bits: u32) -> f64 {
        let (low, high) = self.own.of(bits);
        self.values[(low | high) as usize]
    }
}

/// The position of the key of each set: from the set without its last candidate, by one step.
fn positions(table: &Table, keys: &[Choice], candidates: &[usize]) -> Vec<u32> {
    let find = |key: Choice| {
        let found = keys.binary_search(&key).unwrap_or(keys.len());
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let width = candidates.len();
    let steps: Vec<u32> = keys
        .iter()
        .flat_map(|key| candidates.iter().map(move |one| table.part().key(key.with(*one))))
        .map(find)
        .collect();
    let mut positions = vec![find(Choice::default()); 1 << width];
    for set in 1..positions.len() {
        let last = set.ilog2() as usize;
        let before = positions[set & !(1 << last)] as usize;
        let step = steps.get(before * width + last).copied();
        positions[set] = step.unwrap_or_else(|| find_none(keys));
    }
    positions
}

/// The position that stands for sets that are not allowed.
fn find_none(keys: &[Choice]) -> u32 {
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}
