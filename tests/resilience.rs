//! What defeats an activity together with its fallbacks, in the worked example.

use blackstart::{analysis::InTurn, engine::known::Known, resilience::importance::importance};

use crate::example::solved_from_expected_rates;

#[test]
fn campaigns_that_defeat_every_channel() {
    let (_, outcome, _) = solved_from_expected_rates();
    // Disruptions a year, those that defeat every channel by dependency, those that do so with
    // readiness counted.
    let wanted = [
        [0.380, 0.0092, 0.093],
        [0.515, 0.0092, 0.081],
        [0.184, 0.155, 0.170],
        [0.040, 0.040, 0.040],
        [0.034, 0.015, 0.020],
    ];
    for (activity, wanted) in outcome.residual.activities.iter().zip(wanted) {
        let sum = |read: fn(&blackstart::engine::outcome::Cell) -> f64| -> f64 {
            activity.cells.iter().map(read).sum()
        };
        let found = [activity.disruptions, sum(|cell| cell.defeats), sum(|cell| cell.unrelieved)];
        for (found, wanted) in found.into_iter().zip(wanted) {
            assert!((found - wanted).abs() < 6e-4, "{found} {wanted}");
        }
    }
}

#[test]
fn importance_of_the_units() {
    let (model, outcome, _) = solved_from_expected_rates();
    let all = importance(&Known::new(&model), outcome.residual.eal.value, &InTurn);
    for (name, wanted) in [("V1", 0.51), ("net", 0.34), ("V2", 0.29), ("V3", 0.04)] {
        let found = all.iter().find(|one| one.unit == name).unwrap().share;
        assert!((found - wanted).abs() < 0.006, "{name} {found}");
    }
}
