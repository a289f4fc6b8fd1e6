//! How long the plain simulation takes, and how long its parts do.
//!
//! Run with `cargo bench --bench compound`.

// A bench fails by panicking.
#![allow(clippy::expect_used)]

mod plain;

use blackstart::compound::{Portfolio, Summary, blocks};

fn main() {
    divan::main();
}

#[divan::bench(args = [1, 10])]
fn everything(bencher: divan::Bencher, count: usize) {
    let scenarios = plain::scenarios(count);
    bencher.bench(|| plain::run(&scenarios, 1));
}

#[divan::bench(args = [1, 10])]
fn tables(bencher: divan::Bencher, count: usize) {
    let scenarios = plain::scenarios(count);
    bencher.bench(|| Portfolio::new(1, &scenarios));
}

#[divan::bench(args = [1, 10])]
fn percentiles(bencher: divan::Bencher, count: usize) {
    let portfolio = Portfolio::new(1, &plain::scenarios(count)).expect("the workload is valid");
    let parts = [portfolio.simulate(plain::YEARS, 0..blocks(plain::YEARS))];
    bencher.bench(|| Summary::of(&parts));
}
