//! This run after earlier ones.

use super::figures;
use crate::{
    assess::{Assessment, Facts},
    compare::change::is_material,
    engine::band::Band,
    report::{
        earlier::{Earlier, Ranged},
        view::{TrendPoint, TrendView},
    },
    words,
};

/// Earlier runs by day, then this one.
pub fn trend(facts: &Facts, assessment: &Assessment, earlier: &[Earlier]) -> TrendView {
    let mut runs: Vec<&Earlier> = earlier.iter().collect();
    runs.sort_by_key(|run| run.as_of);
    runs.dedup_by_key(|run| run.as_of);
    let Some(last) = runs.last() else {
        let sentence = "No earlier run was given to compare with.".to_owned();
        return TrendView { sentence, points: Vec::new() };
    };
    let mut points: Vec<TrendPoint> = runs.iter().map(|run| before(facts, run)).collect();
    points.push(now(facts, assessment));
    TrendView { sentence: sentence(facts, assessment, last), points }
}

fn band(figure: Ranged) -> Band {
    let value = figure.value;
    Band { low: figure.low.unwrap_or(value), value, high: figure.high.unwrap_or(value) }
}

fn before(facts: &Facts, run: &Earlier) -> TrendPoint {
    let currency = &facts.estate.currency.value;
    TrendPoint {
        as_of: run.as_of.to_string(),
        method: run.method().to_owned(),
        score: figures::points(band(run.score())),
        level: figures::level_name(run.score().value),
        eal: figures::money_per_year(band(run.eal()), currency),
        further_breach: figures::probability(band(run.further_breach())),
        over_appetite: run.over_appetite(),
        open_findings: run.open_findings(),
    }
}

fn now(facts: &Facts, assessment: &Assessment) -> TrendPoint {
    let headline = &assessment.headline;
    let open = assessment.findings.iter().filter(|finding| finding.accepted.is_none());
    TrendPoint {
        as_of: facts.estate.as_of.to_string(),
        method: facts.estate.knowledge.method.version.clone(),
        score: figures::points(headline.score),
        level: headline.level.name().to_owned(),
        eal: figures::money_per_year(headline.eal, &facts.estate.currency.value),
        further_breach: figures::probability(headline.further_breach),
        over_appetite: headline.over_appetite,
        open_findings: open.count(),
    }
}

/// A change of method must never look like a change of risk.
fn sentence(facts: &Facts, assessment: &Assessment, last: &Earlier) -> String {
    let currency = &facts.estate.currency.value;
    let headline = &assessment.headline;
    let (old, new) = (last.score().value.round(), headline.score.value.round());
    let material = facts.estate.knowledge.method.harm.material_points;
    let moved = match new - old {
        by if !is_material(by, material) => {
            format!("no material change of the score from {old:.0}")
        }
        by if by > 0.0 => format!("the score is up {by:.0} from {old:.0}"),
        by => format!("the score is down {:.0} from {old:.0}", -by),
    };
    let method = &facts.estate.knowledge.method.version;
    let caution = if last.method() == method {
        String::new()
    } else {
        format!(
            " The method changed in between, from {} to {method}: part of the difference is not a \
             change of risk.",
            last.method()
        )
    };
    format!(
        "Since {}: {moved}; expected loss {} after {}; above appetite {} after {}.{caution}",
        last.as_of,
        words::money(headline.eal.value, currency),
        words::money(last.eal().value, currency),
        headline.over_appetite,
        last.over_appetite(),
    )
}
