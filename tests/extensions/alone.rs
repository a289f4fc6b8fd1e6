//! One activity by itself, as the search for a plan asks, has the figures that it has in the whole.

use blackstart::engine::{
    alone::{activity, breaches, campaign_costs},
    clock::Clocks,
    solve::solve,
    standing::Standing,
};

use super::properties::{at_most, models};

fn same(what: &str, one: f64, other: f64) {
    at_most(what, one, other);
    at_most(what, other, one);
}

#[test]
fn an_activity_alone_has_the_figures_of_the_whole() {
    let mut down = 0;
    for model in models() {
        let (outcome, clocks) = (solve(&model), Clocks::new(&model));
        for (one, whole) in model.activities.iter().zip(&outcome.residual.activities) {
            let alone = activity(&model, &clocks, one);
            same("loss", alone.loss, whole.totals.loss);
            same("over", alone.over, whole.totals.over);
            same("switching", alone.switch_cost, whole.switch_cost);
            same("breach", alone.breach, whole.breach.value);
            let disrupted = match &whole.standing {
                Standing::Disrupted(disruption) => Some(disruption.breaches),
                _ => None,
            };
            assert_eq!(alone.down, disrupted.is_some());
            assert_eq!(alone.breaches_today, disrupted == Some(true));
            down += u32::from(alone.down);
        }
        let costs: f64 = outcome.residual.places.iter().map(|place| place.campaign_cost).sum();
        same("campaigns", campaign_costs(&model), costs);
    }
    assert!(down > 10, "{down}");
}

#[test]
fn breaches_of_a_country_alone_are_those_of_the_whole() {
    for model in models().filter(|model| model.places.len() == 1) {
        let outcome = solve(&model);
        let alone = breaches(&model, &Clocks::new(&model), &model.activities);
        let further = outcome.residual.further_breach.joint.high;
        same("further breach", 1.0 - libm::exp(-alone.further), further);
        let certain = outcome.residual.any_breach.joint.low >= 1.0;
        assert_eq!(alone.today > 0, certain);
    }
}
