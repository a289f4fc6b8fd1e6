use blackstart::{
    analysis::*,
    distribution::year::*,
    engine::solve::*,
    estate::resolve,
    knowledge, modelling, profile,
    sensitivity::{factor::*, tornado::*},
    simulation::{options::*, setup::*},
};
use std::time::Instant;
fn t<R>(n: &str, k: u32, mut f: impl FnMut() -> R) -> R {
    let mut r = f();
    let a = Instant::now();
    for _ in 0..k {
        r = f();
    }
    println!("{n:30} {:9.3} ms", a.elapsed().as_secs_f64() * 1e3 / k as f64);
    r
}
fn main() {
    let path = std::env::args().nth(1).unwrap_or("profiles/meridian-freight.toml".into());
    let text = std::fs::read_to_string(&path).unwrap();
    let k = t("knowledge", 3, || knowledge::load(&Default::default()).unwrap());
    let day = "2026-11-22".parse().unwrap();
    let (p, _) = t("profile", 3, || profile::load("x", &text, &k, day).unwrap());
    let e = t("resolve", 10, || resolve(&p, &k, day));
    let m = t("model", 10, || modelling::model(&e));
    let m = &m.model;
    println!(
        "activities {} campaigns {} streams {} places {}",
        m.activities.len(),
        m.campaigns.len(),
        m.streams.len(),
        m.places.len()
    );
    let o = t("solve both", 10, || solve(m));
    t("run residual", 10, || residual(m));
    if std::env::args().nth(2).is_some() {
        t("solve loop", 600, || solve(m));
        return;
    }
    t("clone model", 10, || m.clone());
    let tr = hours_transforms();
    let y = t("Year::new", 10, || Year::new(m));
    let s = t("loss severities 2000", 3, || y.loss(REPORT.resolution));
    if let Some(s) = &s {
        t("loss spectrum+law", 3, || s.law(REPORT).is_some());
        println!("atoms mean {} vs {} dev {}", s.mean(), o.residual.eal.value, s.deviation());
    } else {
        println!("NO JOINT");
    }
    let s2 = t("loss severities coarse", 3, || y.loss(COARSE.resolution));
    if let Some(s) = &s2 {
        t("coarse law", 3, || s.law(COARSE).is_some());
    }
    t("hours laws all", 2, || {
        (0..m.activities.len()).map(|a| hours_law(&y, &tr, a, &o)).filter(|x| x.is_none()).count()
    });
    t("one bar", 3, || Bar::new(m, Factor::Hits));
    let sim = t("Simulation::new", 3, || Simulation::new(m, Options::default()));
    t("100k trials", 1, || {
        let mut t = sim.tally();
        for c in 0..sim.chunks() {
            t.append(sim.run_chunk(c));
        }
        println!("campaigns {}", t.campaigns.iter().sum::<u64>());
        t.trials
    });
}
