//! How likely an activity is still below its MBCO some time after a campaign has begun.

use super::{
    clock::{Clock, Clocks},
    exposed::Exposed,
    frame::Frame,
    plan::{Outage, Plan},
    plans::{Plans, ends},
    table::Case,
};
use crate::model::{Activity, Model};

/// Chance that an activity is below its MBCO at each of the times, in hours from the start of a
/// campaign, given that the campaign stops it at all. Without fallbacks if so asked. Zeros where the
/// campaign never stops it.
///
/// For a state of the campaign the activity is down at `t` while an outage has begun, its end (of a
/// complied outage, of the campaign, or never) has not come, it has not left for good, and no
/// fallback that restores the MBCO works by then: `P(end > t) * prod(1 - readiness)`.
pub fn below(
    model: &Model,
    activity: &Activity,
    campaign: usize,
    fallbacks: bool,
    times: &[f64],
) -> Vec<f64> {
    let clocks = Clocks::new(model);
    let exposed = Exposed::new(model, activity, fallbacks);
    if !exposed.campaigns.contains(&campaign) {
        return vec![0.0; times.len()];
    }
    let case = exposed.case(model, &clocks, campaign);
    let frame = Frame::new(&case);
    let plans = Plans::new(&frame.setting(&case), &frame.slots);
    let stopped: f64 = states(&case, &plans).map(|(chance, plan)| chance * stops(plan)).sum();
    if stopped <= 0.0 {
        return vec![0.0; times.len()];
    }
    let at = |hours: &f64| {
        let down = states(&case, &plans).map(|(chance, plan)| chance * down(&case, plan, *hours));
        (down.sum::<f64>() / stopped).clamp(0.0, 1.0)
    };
    times.iter().map(at).collect()
}

/// Chance and plan of every state that can occur.
fn states<'p>(case: &Case, plans: &'p Plans) -> impl Iterator<Item = (f64, &'p Plan)> {
    ends(case.campaign).flat_map(|(part, never)| {
        let own = plans.of[usize::from(never)].iter().map(|at| &plans.distinct[*at]);
        plans.chances.iter().zip(own).map(move |(chance, plan)| (chance * part, plan))
    })
}

fn stops(plan: &Plan) -> f64 {
    if plan.outages.is_empty() { 0.0 } else { 1.0 }
}

fn down(case: &Case, plan: &Plan, hours: f64) -> f64 {
    let covers = |outage: &&Outage| {
        let until = outage.cut().unwrap_or(case.activity.switch_hours);
        outage.onset() <= hours && hours < until.min(case.activity.switch_hours)
    };
    plan.outages.iter().find(covers).map_or(0.0, |outage| {
        let lasts = case.clocks.get(outage.end()).map_or(1.0, |clock: &&Clock| {
            if hours <= 0.0 { 1.0 } else { clock.at(hours).survival }
        });
        let working = outage.full.iter().filter(|one| one.activation <= hours);
        lasts * working.map(|one| 1.0 - one.ready).product::<f64>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::solve::solve;

    fn example() -> Model {
        serde_json::from_str(include_str!("../../../tests/golden/model.json")).unwrap()
    }

    /// The integral of the chance over time is the expected length of an outage, which the closed
    /// forms give too.
    #[test]
    fn hours_of_an_outage_are_the_area_under_the_curve() {
        let model = example();
        let outcome = solve(&model);
        let mut compared = 0;
        for (index, activity) in model.activities.iter().enumerate() {
            for (fallbacks, run) in [(true, &outcome.residual), (false, &outcome.inherent)] {
                for cell in run.activities[index].cells.iter().filter(|one| one.frequency > 0.0) {
                    let step = 0.25;
                    let times: Vec<f64> = (0_u32..10_000)
                        .map(|at| (f64::from(at) + 0.5) * step)
                        .take_while(|time| *time < activity.switch_hours)
                        .collect();
                    let chances = below(&model, activity, cell.campaign, fallbacks, &times);
                    let hours: f64 = chances.iter().map(|chance| chance * step).sum();
                    let wanted = cell.totals.hours / cell.frequency;
                    assert!((hours / wanted - 1.0).abs() < 2e-3, "{hours} against {wanted}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 20);
    }

    #[test]
    fn it_only_falls_where_service_does_not_shrink_and_fallbacks_only_help() {
        let model = example();
        let times: Vec<f64> = (0..400).map(f64::from).collect();
        for (index, activity) in model.activities.iter().enumerate() {
            let cells = &solve(&model).residual.activities[index].cells;
            for cell in cells.iter().filter(|one| one.frequency > 0.0) {
                let with = below(&model, activity, cell.campaign, true, &times);
                let without = below(&model, activity, cell.campaign, false, &times);
                assert!(with.windows(2).all(|pair| pair[1] <= pair[0] + 1e-12));
                assert!(with.iter().zip(&without).all(|(a, b)| *a <= b + 1e-12));
                assert!((with[0] - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_campaign_that_does_not_touch_it_leaves_it_up() {
        let model = example();
        let far = model
            .campaigns
            .iter()
            .position(|one| model.streams[one.stream].place != model.activities[0].place);
        let chances = below(&model, &model.activities[0], far.unwrap(), true, &[0.0, 10.0]);
        assert_eq!(chances, [0.0, 0.0]);
    }
}
