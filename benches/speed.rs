//! How fast the program computes, as one table.
//!
//! Run with `cargo bench --bench speed`; `cargo bench --bench speed -- --json` prints the same rows
//! for other programs, with the workload.

// A bench prints, fails by panicking and reads the clock.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::print_stdout)]

mod engine;
mod plain;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// How often a row is run, after one run that does not count.
const RUNS: usize = 31;

/// One line of the table.
struct Row {
    name: String,
    /// What one run gets through, and what it is counted in.
    work: f64,
    unit: &'static str,
    run: Box<dyn FnMut()>,
    runs: usize,
}

impl Row {
    fn new<T>(
        name: &str,
        work: f64,
        unit: &'static str,
        mut run: impl FnMut() -> T + 'static,
    ) -> Self {
        let run = Box::new(move || drop(black_box(run())));
        Self { name: name.to_owned(), work, unit, run, runs: RUNS }
    }

    /// Fewer runs, for what takes long.
    fn slow(self) -> Self {
        Self { runs: RUNS / 4, ..self }
    }
}

/// Trials of the whole model that are timed.
const TRIALS: u32 = 1_000_000;

/// Everything that is measured. A further row is a further closure.
fn rows() -> Vec<Row> {
    let mut rows = plain_rows();
    let (example, meridian) = (engine::worked_example(), engine::meridian());
    let both = [("worked example", example.clone()), ("meridian-freight", meridian)];
    for (name, model) in both {
        let own = model.clone();
        let run = move || engine::exact(&own);
        rows.push(Row::new(&format!("exact, {name}"), 1.0, "solutions", run));
        let run = move || engine::laws(&model);
        rows.push(Row::new(&format!("laws of the year, {name}"), 1.0, "models", run));
    }
    let campaigns = engine::campaigns(&example, TRIALS) as f64;
    for threads in [1, 2] {
        let (plural, own) = (if threads == 1 { "" } else { "s" }, example.clone());
        let name = format!("simulation, 1 M trials, {threads} thread{plural}");
        let run = move || engine::simulate(&own, TRIALS, threads);
        rows.push(Row::new(&name, campaigns, "campaigns", run).slow());
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = move || engine::assess(folder.path());
    rows.push(Row::new("assess meridian-freight, 3 files", 1.0, "runs", run));
    rows
}

fn plain_rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for count in [1_usize, 10] {
        for threads in [1, 2] {
            let scenarios = plain::scenarios(count);
            let plural = if threads == 1 { "" } else { "s" };
            let name = format!("plain, {count:>2} x 1 M years, {threads} thread{plural}");
            let work = count as f64 * f64::from(plain::YEARS);
            let run = move || plain::run(&scenarios, threads);
            rows.push(Row::new(&name, work, "scenario-years", run));
        }
    }
    rows
}

/// A row with its times in seconds.
struct Measured {
    row: Row,
    best: f64,
    median: f64,
}

impl Measured {
    fn new(mut row: Row) -> Self {
        (row.run)();
        let mut times: Vec<Duration> = (0..row.runs)
            .map(|_| {
                let start = Instant::now();
                (row.run)();
                start.elapsed()
            })
            .collect();
        times.sort();
        Self { row, best: times[0].as_secs_f64(), median: times[times.len() / 2].as_secs_f64() }
    }

    fn line(&self) -> String {
        let throughput = per_second(self.row.work / self.best, self.row.unit);
        let (best, median) = (duration(self.best), duration(self.median));
        format!("{:<36}{best:>10}{median:>10}{throughput:>24}", self.row.name)
    }

    fn json(&self) -> Value {
        json!({
            "name": self.row.name,
            "best_s": self.best,
            "median_s": self.median,
            "work": self.row.work,
            "unit": self.row.unit,
        })
    }
}

/// Seconds, in the unit in which they have few digits.
fn duration(seconds: f64) -> String {
    match seconds {
        s if s >= 1.0 => format!("{s:.2} s"),
        s if s >= 1e-3 => format!("{:.2} ms", s * 1e3),
        s => format!("{:.2} µs", s * 1e6),
    }
}

fn per_second(rate: f64, unit: &str) -> String {
    match rate {
        r if r >= 1e6 => format!("{:.0} M {unit}/s", r / 1e6),
        r if r >= 1e3 => format!("{:.0} k {unit}/s", r / 1e3),
        r => format!("{r:.1} {unit}/s"),
    }
}

fn main() {
    let rows = rows().into_iter().map(Measured::new);
    if std::env::args().any(|argument| argument == "--json") {
        let scenarios: Vec<Value> = plain::SCENARIOS
            .iter()
            .map(|(rate, low, high)| json!({ "rate": rate, "low": low, "high": high }))
            .collect();
        let workload = json!({ "years": plain::YEARS, "scenarios": scenarios });
        let rows: Vec<Value> = rows.map(|measured| measured.json()).collect();
        println!("{:#}", json!({ "workload": workload, "runs": RUNS, "rows": rows }));
    } else {
        println!("{:<36}{:>10}{:>10}{:>24}", "", "best", "median", "at best");
        rows.for_each(|measured| println!("{}", measured.line()));
    }
}
