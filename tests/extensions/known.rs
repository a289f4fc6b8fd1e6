//! A model that is solved from another one has the same figures, to the last bit.

use blackstart::{
    engine::{known::Known, solve::residual},
    model::{Arrivals, Model},
};

use super::properties::models;

/// Changes of one number, each of another kind. Those that a table depends on, and those it does not.
const CHANGES: [fn(&mut Model); 18] = [
    |_| {},
    |model| model.scale.comply_duration *= 0.5,
    |model| model.scale.loss_bands_hours[0] *= 0.5,
    |model| model.streams[0].arrivals = Arrivals::Scheduled { chance: 0.7 },
    |model| model.campaigns[0].weight *= 0.5,
    |model| model.campaigns[0].weight = 0.0,
    |model| model.campaigns[0].response_cost += 500.0,
    |model| model.campaigns[0].never_ends = 0.5,
    |model| model.campaigns[0].median_hours *= 2.0,
    |model| model.campaigns[0].sigma *= 0.5,
    |model| model.campaigns[0].discloses ^= true,
    |model| model.campaigns[0].chill = 0.4,
    |model| model.campaigns[0].notice_hours += 24.0,
    |model| model.campaigns[0].units[0].hit *= 0.5,
    |model| model.campaigns[0].units[0].response = [0.3, 0.3, 0.4],
    |model| model.activities[0].mtpd_hours *= 0.5,
    |model| model.activities[0].fallbacks.clear(),
    |model| model.activities.reverse(),
];

#[test]
fn what_is_known_changes_no_figure() {
    let mut moved = [0; CHANGES.len()];
    for model in models() {
        let known = Known::new(&model);
        let before = residual(&model);
        for (change, moved) in CHANGES.iter().zip(&mut moved) {
            let mut other = model.clone();
            change(&mut other);
            let anew = residual(&other);
            assert_eq!(known.residual(&other), anew);
            *moved += usize::from(anew != before);
        }
    }
    // Each but the first does something, or the test would say little.
    assert_eq!(moved[0], 0);
    assert!(moved[1..].iter().all(|count| *count > 0), "{moved:?}");
}

/// What is the same is not computed again.
#[test]
fn tables_that_are_known_are_taken_over() {
    use blackstart::engine::{clock::Clocks, exposed::Exposed, summed::tables};
    for model in models() {
        let known = Known::new(&model);
        let mut other = model.clone();
        other.campaigns[0].sigma *= 0.5;
        let (before, after) = (Clocks::new(&model), Clocks::new(&other));
        for (index, activity) in model.activities.iter().enumerate() {
            let exposed = Exposed::new(&model, activity, true);
            let own = |model: &Model| known.of(model, index, &exposed);
            let first = tables(&model, &before, &exposed, own(&model));
            let second = tables(&other, &after, &exposed, own(&other));
            for ((campaign, one), (_, two)) in first.iter().zip(&second) {
                assert_eq!(std::sync::Arc::ptr_eq(one, two), *campaign != 0);
            }
        }
    }
}
