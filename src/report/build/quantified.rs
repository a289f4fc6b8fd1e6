//! Section 7: the law of the year, the check of the engines against each other.

use super::figures;
use crate::{
    analysis::{
        Analysis, Engine, YearLaw,
        compare::{Comparison, Quantity},
    },
    assess::{Case, Facts},
    engine::band::Band,
    report::view::{CheckRow, CheckView, CurvePoint, HoursView, LossRow, LossView, Quantified},
    words,
};

/// Everything of the section but the cases.
pub fn quantified(facts: &Facts) -> Quantified {
    let analysis = facts.analysis;
    Quantified {
        loss: loss(&analysis.loss, &facts.estate.currency.value),
        hours: facts.cases().filter_map(|case| hours(analysis, case)).collect(),
        check: check(analysis),
        engines: engines(facts),
    }
}

/// Names and meanings of the quantiles, then of the tails.
const ROWS: [(&str, &str); 6] = [
    ("P50", "half of all years lose less"),
    ("P90", "nine years in ten lose less"),
    ("P95", "19 years in 20 lose less (value at risk)"),
    ("P99", "99 years in 100 lose less"),
    ("CVaR95", "mean of the worst year in 20"),
    ("CVaR99", "mean of the worst year in 100"),
];

fn loss(law: &YearLaw, currency: &str) -> LossView {
    let money = |band| figures::of_law(law, figures::money_per_year(band, currency));
    let rows = ROWS.into_iter().zip(law.quantiles.iter().chain(&law.tails));
    let point = |(loss, chance): &(f64, Band)| CurvePoint {
        loss: money(Band::certain(*loss)),
        probability: figures::of_law(law, figures::probability(*chance)),
    };
    LossView {
        engine: law.engine.name().to_owned(),
        mean: money(Band::certain(law.mean)),
        none: figures::probability(Band::certain(law.none)),
        rows: rows
            .map(|((name, meaning), band)| LossRow {
                name: name.to_owned(),
                meaning: meaning.to_owned(),
                loss: money(*band),
            })
            .collect(),
        curve: law.curve.iter().map(point).collect(),
    }
}

fn hours(analysis: &Analysis, case: Case) -> Option<HoursView> {
    let law = analysis.hours.get(case.index)?.as_ref()?;
    let [p50, p90, p95, p99] = law.quantiles.map(figures::hours_per_year);
    Some(HoursView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        mean: figures::hours_per_year(Band::certain(case.residual.totals.hours)),
        p50,
        p90,
        p95,
        p99,
    })
}

fn check(analysis: &Analysis) -> CheckView {
    let simulated = &analysis.simulated;
    let compared = simulated.comparisons.iter().filter_map(|one| one.z);
    let (count, worst) =
        compared.fold((0, 0.0_f64), |(count, worst), z| (count + 1, worst.max(z.abs())));
    CheckView {
        sentence: format!(
            "{} simulated years (seed {}) give the same figures: of {} compared, the one that is \
             furthest apart differs by {worst:.1} standard errors; beyond 4 the run would have failed.",
            words::grouped(f64::from(simulated.options.trials)),
            simulated.options.seed,
            words::count(count, "figure"),
        ),
        trials: simulated.options.trials,
        seed: simulated.options.seed,
        rows: simulated.comparisons.iter().map(row).collect(),
    }
}

fn row(one: &Comparison) -> CheckRow {
    let number = |x: f64| match one.quantity {
        Quantity::Eal | Quantity::Cvar95 | Quantity::PlaceLoss(_) | Quantity::Loss(_) => {
            words::grouped(x)
        }
        Quantity::Hours(_) => format!("{x:.2} h"),
        Quantity::Harm | Quantity::AnyBreach | Quantity::Breach(_) => format!("{x:.5}"),
    };
    let z = one
        .z
        .map_or_else(|| "too rare to compare".to_owned(), |z| format!("{z:+.1} standard errors"));
    CheckRow {
        quantity: one.quantity.to_string(),
        exact: one.exact,
        simulated: one.simulated,
        standard_error: one.error,
        z: one.z,
        text: format!(
            "{} exactly, {} ± {} simulated: {z}",
            number(one.exact),
            number(one.simulated),
            number(one.error)
        ),
    }
}

/// Which engine gave which figure.
fn engines(facts: &Facts) -> Vec<String> {
    let mut lines = vec![
        "Expected losses, hours, harms, scores and breach probabilities of activities are exact: \
         closed forms over all states of a campaign."
            .to_owned(),
    ];
    lines.push(match facts.analysis.loss.engine {
        Engine::Simulation => "Percentiles of annual loss come from the simulation, since there \
            are too many joint states to enumerate; their bands are 95 % intervals of the trials."
            .to_owned(),
        Engine::Exact | Engine::Transform => "Percentiles of annual loss and hours come from the \
            law of the year by Fourier transform; bands of loss are those of the rates."
            .to_owned(),
    });
    if !facts.outcome.residual.any_breach.joint.exact() {
        lines.push(
            "The chance that any activity breaches comes from the simulation, since there are too \
             many vendors to enumerate together; its band is the 95 % interval of the trials."
                .to_owned(),
        );
    }
    lines
}
