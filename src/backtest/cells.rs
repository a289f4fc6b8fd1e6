//! Tier and population half of every country, as far as they were known a while before a year.

use std::collections::BTreeMap;

use super::panel::{Gap, Panel};

/// How many cells there are: four tiers, two halves each.
pub const CELLS: usize = 8;

/// Where a country stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// 0 for the least repressive half of all countries, to 3.
    pub tier: usize,
    pub large: bool,
}

impl Cell {
    /// 0 to 7.
    pub const fn index(self) -> usize {
        self.tier * 2 + self.large as usize
    }
}

/// Cells of all countries for a forecast of `year`.
pub fn cells(panel: &Panel, year: i16) -> Result<Vec<Cell>, Gap> {
    let seen = year - panel.parameters.lag_years;
    let tiers = tiers(panel, seen)?;
    if latest(panel.populations.values(), seen).is_none() {
        return Err(Gap::NoPopulation(seen));
    }
    let split = panel.knowledge.rates.streams.population_split_millions;
    let cell = |(code, tier): (&&str, usize)| {
        let known = panel.populations.get(*code).and_then(|years| years.range(..=seen).next_back());
        let large = known.is_some_and(|(_, people)| *people as f64 > split[tier] * 1e6);
        Cell { tier, large }
    };
    Ok(panel.codes.iter().zip(tiers).map(cell).collect())
}

/// The last year up to `seen` that a table knows of any country.
fn latest<'t, T: 't>(table: impl Iterator<Item = &'t BTreeMap<i16, T>>, seen: i16) -> Option<i16> {
    table.filter_map(|years| years.range(..=seen).next_back()).map(|(year, _)| *year).max()
}

fn tiers(panel: &Panel, seen: i16) -> Result<Vec<usize>, Gap> {
    let year = latest(panel.levers.values(), seen).ok_or(Gap::NoLevers(seen))?;
    let levers: Vec<Option<&Vec<f64>>> =
        panel.codes.iter().map(|code| panel.levers.get(*code)?.get(&year)).collect();
    let ranks = twice_ranks(&repression(&levers));
    let all = 2.0 * ranks.len() as f64;
    let tier = |(rank, known): (u32, bool)| {
        let share = f64::from(rank) / all;
        let cuts = panel.parameters.tier_cuts.iter().filter(|cut| share > **cut);
        if known { cuts.count() } else { 0 }
    };
    Ok(ranks.into_iter().zip(levers.iter().map(Option::is_some)).map(tier).collect())
}

/// Mean over the levers of the share of known countries that are less free, from 0 to below 1.
/// Unknown countries come first with 0. The order of the sums is that of the columns: it decides
/// in the last bit which of two countries with equal sums of ranks comes first.
fn repression(levers: &[Option<&Vec<f64>>]) -> Vec<f64> {
    let known: Vec<&Vec<f64>> = levers.iter().flatten().copied().collect();
    let columns = known.first().map_or(0, |first| first.len());
    let mut sums = vec![0.0; known.len()];
    for lever in 0..columns {
        let column: Vec<f64> = known.iter().map(|values| values[lever]).collect();
        for (sum, twice) in sums.iter_mut().zip(twice_ranks(&column)) {
            *sum += 1.0 - f64::from(twice) / 2.0 / known.len() as f64;
        }
    }
    let mut means = sums.into_iter().map(|sum| sum / columns as f64);
    levers.iter().map(|known| known.and_then(|_| means.next()).unwrap_or(0.0)).collect()
}

/// Ranks from 1, ascending, doubled; equal values share the mean of their ranks.
fn twice_ranks(values: &[f64]) -> Vec<u32> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = |value: &f64| {
        let below = sorted.partition_point(|other| other < value);
        let through = sorted.partition_point(|other| other <= value);
        u32::try_from(below + through + 1).unwrap_or(u32::MAX)
    };
    values.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(twice_ranks(&[3.0, 1.0, 3.0, 2.0]), [7, 2, 7, 4]);
        assert_eq!(twice_ranks(&[5.0; 4]), [5; 4]);
    }

    #[test]
    fn the_least_free_are_the_most_repressive_and_the_unknown_come_first() {
        let four = [vec![0.9, 3.0], vec![0.5, 2.0], vec![0.1, 2.0], vec![0.2, 1.0]];
        let levers = [Some(&four[0]), None, Some(&four[1]), Some(&four[2]), Some(&four[3])];
        assert_eq!(repression(&levers), [0.0, 0.0, 0.3125, 0.5625, 0.625]);
    }

    #[test]
    fn indices_of_cells_are_their_order() {
        let index = |tier, large| Cell { tier, large }.index();
        assert_eq!([index(0, false), index(0, true), index(3, true)], [0, 1, CELLS - 1]);
    }
}
