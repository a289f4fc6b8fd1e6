//! The workload of the benches: independent scenarios with a yearly rate and a cost.

// Each bench is a program of its own and uses a part of this.
#![allow(dead_code)]

use blackstart::compound::{Part, Portfolio, Scenario, Severity, Summary, blocks};

/// Simulated years.
pub const YEARS: u32 = 1_000_000;

/// Events a year, and the amounts between which nine in ten of them cost.
pub const SCENARIOS: [(f64, f64, f64); 10] = [
    (0.05, 2e4, 5e5),
    (0.1, 5e4, 1e6),
    (0.2, 1e4, 2e5),
    (0.3, 1e5, 5e6),
    (0.5, 3e4, 3e5),
    (0.7, 8e3, 9e4),
    (0.9, 2e5, 8e6),
    (1.2, 1e4, 1e5),
    (1.6, 5e3, 6e4),
    (2.0, 2e4, 4e5),
];

/// The first so many scenarios.
pub fn scenarios(count: usize) -> Vec<Scenario> {
    let named = SCENARIOS.iter().take(count).enumerate();
    named
        .map(|(index, (rate, low, high))| Scenario {
            name: format!("scenario {index}"),
            rate: *rate,
            severity: Severity::from_interval(*low, *high),
        })
        .collect()
}

/// Everything that a user waits for, tables and percentiles included.
pub fn run(scenarios: &[Scenario], threads: u32) -> Summary {
    let portfolio = Portfolio::new(1, scenarios).expect("the workload is valid");
    let end = |thread| blocks(YEARS) * thread / threads;
    let part = |thread| portfolio.simulate(YEARS, end(thread)..end(thread + 1));
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || part(thread))).collect();
        let first = part(0);
        let others = others.into_iter().map(|other| other.join().expect("no thread panics"));
        std::iter::once(first).chain(others).collect()
    });
    Summary::of(&parts)
}
