//! The simulation itself: scenario by scenario over blocks of years.

use std::{f64::consts::LOG2_E, ops::Range};

use super::{
    normal::{FREE_BITS, Ziggurat},
    part::Part,
    poisson::Counts,
    power::Powers,
    scenario::{Refusal, Scenario, Severity},
    stream::{Stream, name_key},
};

/// Years in a block. Their totals fit the first cache, and the free bits of a word choose one.
pub const BLOCK: usize = 1 << FREE_BITS;

/// Events that are made at a time.
const ROW: usize = 128;

/// Blocks that a number of years takes. The last one is drawn whole and cut.
pub fn blocks(years: u32) -> u32 {
    years.div_ceil(1 << FREE_BITS)
}

/// A scenario made ready.
#[derive(Debug, Clone)]
struct Line {
    key: u64,
    /// Events in a block.
    counts: Counts,
    severity: Severity,
}

/// Scenarios made ready under one seed.
#[derive(Debug, Clone)]
pub struct Portfolio {
    seed: u64,
    lines: Vec<Line>,
    ziggurat: Ziggurat,
    powers: Powers,
}

impl Portfolio {
    /// Checks scenarios and prepares their tables.
    pub fn new(seed: u64, scenarios: &[Scenario]) -> Result<Self, Refusal> {
        let mut lines: Vec<Line> = Vec::with_capacity(scenarios.len());
        for scenario in scenarios {
            scenario.check()?;
            let key = name_key(&scenario.name);
            if lines.iter().any(|line| line.key == key) {
                return Err(Refusal::Name { name: scenario.name.clone() });
            }
            let counts = Counts::new(scenario.rate * BLOCK as f64);
            lines.push(Line { key, counts, severity: scenario.severity });
        }
        Ok(Self { seed, lines, ziggurat: Ziggurat::default(), powers: Powers::default() })
    }

    /// The total of each year of one block.
    pub fn block(&self, block: u32, totals: &mut [f64; BLOCK]) {
        totals.fill(0.0);
        for line in &self.lines {
            let mut stream = Stream::keyed(self.seed, line.key, u64::from(block));
            let events = line.counts.at(stream.unit());
            self.add(&mut stream, events, line.severity, totals);
        }
    }

    /// Simulates a range of the blocks of a run of so many years.
    ///
    /// Parts of one run, put in the order of their blocks, say the same however it was divided.
    // The totals are meant to stay in the first cache, and a stack holds them many times.
    #[allow(clippy::large_stack_arrays)]
    pub fn simulate(&self, years: u32, range: Range<u32>) -> Part {
        let mut totals = [0.0; BLOCK];
        let first = |block: u32| block.min(blocks(years)) as usize * BLOCK;
        let years = years as usize;
        let mut part =
            Part::with_room(first(range.end).min(years).saturating_sub(first(range.start)));
        for block in range {
            let left = years.saturating_sub(block as usize * BLOCK).min(BLOCK);
            if left == 0 {
                break;
            }
            self.block(block, &mut totals);
            part.add(&mut totals[..left]);
        }
        part
    }

    /// Adds events to years of their own choice.
    fn add(&self, stream: &mut Stream, events: u32, cost: Severity, totals: &mut [f64; BLOCK]) {
        let (mu, sigma) = (cost.mu * LOG2_E, cost.sigma * LOG2_E);
        let mut words = [0; ROW];
        let mut costs = [0.0; ROW];
        let mut left = events as usize;
        while left > 0 {
            stream.fill(&mut words);
            for (cost, word) in costs.iter_mut().zip(&words) {
                *cost = self.ziggurat.deviate(*word, stream);
            }
            for cost in &mut costs {
                *cost = self.powers.exp2(mu + sigma * *cost);
            }
            let some = left.min(ROW);
            for (word, cost) in words.iter().zip(&costs).take(some) {
                // Only the free bits count.
                #[allow(clippy::cast_possible_truncation)]
                let year = *word as usize % BLOCK;
                totals[year] += cost;
            }
            left -= some;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compound::Summary;

    fn scenario(name: &str, rate: f64, mu: f64, sigma: f64) -> Scenario {
        Scenario { name: name.to_owned(), rate, severity: Severity { mu, sigma } }
    }

    fn three() -> Portfolio {
        let scenarios = [
            scenario("fire", 0.05, 11.0, 0.9),
            scenario("flood", 0.7, 9.0, 1.4),
            scenario("theft", 2.0, 8.0, 0.5),
        ];
        Portfolio::new(20_261_122, &scenarios).unwrap()
    }

    fn whole(portfolio: &Portfolio, years: u32) -> Part {
        portfolio.simulate(years, 0..blocks(years))
    }

    fn one(rate: f64, mu: f64, sigma: f64) -> Portfolio {
        Portfolio::new(5, &[scenario("only", rate, mu, sigma)]).unwrap()
    }

    #[test]
    fn mean_and_variance_are_the_closed_forms() {
        let years = 400_000;
        for (rate, mu, sigma) in [(2.0, 0.0, 0.5), (0.1, 3.0, 0.8), (0.02, -2.0, 0.3)] {
            let part = whole(&one(rate, mu, sigma), years);
            let severity = Severity { mu, sigma };
            let count = f64::from(years);
            let mean = rate * severity.moment(1.0);
            let variance = rate * severity.moment(2.0);
            // The fourth cumulant of a compound Poisson sum is rate times the fourth moment.
            let fourth = rate * severity.moment(4.0) + 3.0 * variance * variance;
            let found = Summary::of(std::slice::from_ref(&part)).mean;
            let squares = part.losses.iter().map(|loss| (loss - mean).powi(2)).sum::<f64>();
            let spread = (squares + part.quiet as f64 * mean * mean) / count;
            assert!((found - mean).abs() < 5.0 * (variance / count).sqrt(), "{found} {mean}");
            let error = ((fourth - variance * variance) / count).sqrt();
            assert!((spread - variance).abs() < 5.0 * error, "{spread} {variance}");
        }
    }

    #[test]
    fn totals_are_exceeded_as_often_as_by_fourier_inversion() {
        // Poisson(2) times lognormal(0, 1), inverted on a grid of 2^23 by another program.
        let expected = [
            (0.0, 1.0 - 0.135_335_283),
            (1.0, 0.696_349_530),
            (2.0, 0.526_258_413),
            (5.0, 0.219_812_266),
            (10.0, 0.055_781_497),
            (20.0, 0.006_181_352),
        ];
        let years = 400_000;
        let part = whole(&one(2.0, 0.0, 1.0), years);
        let count = f64::from(years);
        for (amount, share) in expected {
            let above = part.losses.iter().filter(|loss| **loss > amount).count() as f64;
            let error = (share * (1.0 - share) / count).sqrt();
            assert!((above / count - share).abs() < 5.0 * error, "{above} above {amount}");
        }
        let summary = Summary::of(&[part]);
        for (level, loss) in [(50, 2.178), (90, 7.796), (95, 10.429), (99, 17.521)] {
            assert!((summary.percentiles[level] / loss - 1.0).abs() < 0.02, "{level}");
        }
    }

    #[test]
    fn certain_costs_leave_the_poisson_count() {
        let years = 200_000;
        let part = whole(&one(2.0, 0.0, 0.0), years);
        let mut probability = libm::exp(-2.0);
        for k in 0_u32..8 {
            let count = f64::from(k);
            let found = part.losses.iter().filter(|loss| (**loss - count).abs() < 0.5).count();
            let found = if k == 0 { part.quiet as f64 } else { found as f64 };
            let expected = f64::from(years) * probability;
            assert!((found - expected).abs() < 5.0 * expected.sqrt(), "{k}: {found}");
            probability *= 2.0 / (count + 1.0);
        }
        let percentiles = Summary::of(&[part]).percentiles;
        for (level, count) in [(13, 0.0), (14, 1.0), (50, 2.0), (90, 4.0), (99, 6.0)] {
            assert!((percentiles[level] - count).abs() < 0.5, "{level}");
        }
    }

    #[test]
    fn any_division_of_the_work_gives_the_same_bits() {
        let portfolio = three();
        let years = 20_000;
        let alone = Summary::of(&[whole(&portfolio, years)]);
        for threads in 1..=3 {
            let ends = |thread| blocks(years) * thread / threads;
            let parts: Vec<Part> = std::thread::scope(|scope| {
                let portfolio = &portfolio;
                let start = |thread| {
                    scope.spawn(move || portfolio.simulate(years, ends(thread)..ends(thread + 1)))
                };
                let handles: Vec<_> = (0..threads).map(start).collect();
                handles.into_iter().map(|handle| handle.join().unwrap()).collect()
            });
            let together = Summary::of(&parts);
            assert_eq!(together.mean.to_bits(), alone.mean.to_bits());
            let bits = |summary: &Summary| summary.percentiles.map(f64::to_bits);
            assert_eq!(bits(&together), bits(&alone));
        }
    }

    #[test]
    fn a_run_gives_these_bits_on_every_machine() {
        let part = whole(&three(), 10_000);
        let hash = part.losses.iter().fold(0_u64, |hash, loss| {
            hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ loss.to_bits()
        });
        let mean = Summary::of(std::slice::from_ref(&part)).mean;
        assert_eq!(
            (part.quiet, hash, mean.to_bits()),
            (642, 17_467_719_142_145_133_847, 4_672_925_740_252_572_593)
        );
    }

    #[test]
    fn more_years_leave_those_before_alone() {
        let portfolio = three();
        let (few, many) = (whole(&portfolio, 5_000), whole(&portfolio, 9_000));
        assert_eq!(few.losses, many.losses[..few.losses.len()]);
        assert_eq!((few.years(), many.years()), (5_000, 9_000));
    }

    #[test]
    #[allow(clippy::large_stack_arrays)]
    fn another_scenario_leaves_the_draws_of_the_others_alone() {
        let (a, b) = (scenario("fire", 0.3, 0.0, 1.0), scenario("flood", 0.5, 1.0, 1.0));
        let of = |scenarios: &[Scenario]| {
            let mut totals = [0.0; BLOCK];
            Portfolio::new(1, scenarios).unwrap().block(3, &mut totals);
            totals
        };
        let (first, second) = (of(std::slice::from_ref(&a)), of(std::slice::from_ref(&b)));
        let both = of(&[b, a]);
        for year in 0..BLOCK {
            let sum = first[year] + second[year];
            assert!((both[year] - sum).abs() <= 1e-12 * sum);
        }
    }

    #[test]
    fn edges_are_defined() {
        let portfolio = three();
        assert_eq!(whole(&portfolio, 0).years(), 0);
        assert_eq!(whole(&portfolio, 1).years(), 1);
        assert_eq!(portfolio.simulate(4097, 1..9).years(), 1);
        assert_eq!(portfolio.simulate(10, 7..9).years(), 0);
        for scenarios in [vec![scenario("never", 0.0, 0.0, 1.0)], vec![]] {
            let part = whole(&Portfolio::new(1, &scenarios).unwrap(), 5_000);
            assert_eq!((part.quiet, part.losses.len()), (5_000, 0));
            let summary = Summary::of(&[part]);
            assert!(summary.mean == 0.0 && summary.percentiles.iter().all(|loss| *loss == 0.0));
        }
    }

    #[test]
    fn what_cannot_be_simulated_is_refused() {
        let twice = [scenario("fire", 1.0, 0.0, 1.0), scenario("fire", 2.0, 0.0, 1.0)];
        let refusal = Portfolio::new(1, &twice).unwrap_err();
        assert_eq!(refusal, Refusal::Name { name: "fire".to_owned() });
        let refusal = Portfolio::new(1, &[scenario("fire", f64::NAN, 0.0, 1.0)]).unwrap_err();
        assert!(matches!(refusal, Refusal::Rate { .. }));
    }
}
