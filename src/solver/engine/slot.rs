//! Units as one activity tells their answers apart.
//!
//! Answers that have the same effect on the activity share an outcome, and answers that never occur
//! have none: a fallback's vendor that is blocked is gone however it answers. That keeps the states
//! few.

use super::answer::Answer;
use crate::model::{Campaign, Exposure, Unit, Use};

/// One unit.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Index of the unit in the campaign.
    pub unit: usize,
    /// Outcome of each answer, in the order of [`Answer::ALL`].
    pub of: [usize; 4],
    /// One answer for each outcome, and the chance of the outcome.
    pub outcomes: Vec<(Answer, f64)>,
}

/// How a unit matters to an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A fallback needs it; hit is hit, whatever the answer.
    Lost,
    /// A fallback needs it, and an exit takes more than the campaign itself.
    LostOrGone,
    /// A channel in use needs it, or access is at stake: every answer differs.
    Full,
}

impl Slot {
    pub fn new(index: usize, unit: &Unit, role: Role) -> Self {
        let class = |answer: Answer| match (role, answer) {
            (_, Answer::NotHit) => 0,
            (_, Answer::Comply)
            | (Role::Lost | Role::LostOrGone, Answer::Resist)
            | (Role::Lost, Answer::Exit) => 1,
            (Role::Full, Answer::Resist) => 2,
            (Role::LostOrGone | Role::Full, Answer::Exit) => 3,
        };
        let mut outcomes: Vec<(usize, Answer, f64)> = Vec::with_capacity(4);
        let mut of = [0; 4];
        for (position, answer) in Answer::ALL.into_iter().enumerate() {
            let chance = answer.chance(unit.hit, unit.response);
            let known = outcomes.iter().position(|(own, _, _)| *own == class(answer));
            match known {
                Some(at) => {
                    outcomes[at].2 += chance;
                    of[position] = at;
                }
                None if chance > 0.0 => {
                    of[position] = outcomes.len();
                    outcomes.push((class(answer), answer, chance));
                }
                // It never occurs, so where it would lead does not matter.
                None => {}
            }
        }
        let outcomes = outcomes.into_iter().map(|(_, answer, chance)| (answer, chance)).collect();
        Self { unit: index, of, outcomes }
    }
}

/// Exposures of a channel to the units of a campaign that can be hit.
pub fn felt<'u>(
    channel: &'u Use,
    campaign: &'u Campaign,
    index: usize,
) -> impl Iterator<Item = &'u Exposure> {
    let own = channel.exposure.iter().filter(move |exposure| exposure.campaign == index);
    own.filter(|exposure| campaign.units[exposure.unit].hit > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(hit: f64, response: [f64; 3]) -> Unit {
        Unit { name: String::new(), shared: false, hit, response, cost: [0.0; 3] }
    }

    #[test]
    fn outcomes_keep_the_whole_chance() {
        for role in [Role::Lost, Role::LostOrGone, Role::Full] {
            for (hit, response) in
                [(0.3, [0.1, 0.8, 0.1]), (1.0, [0.0, 1.0, 0.0]), (0.5, [0.0, 0.0, 1.0])]
            {
                let slot = Slot::new(0, &unit(hit, response), role);
                let sum: f64 = slot.outcomes.iter().map(|(_, chance)| chance).sum();
                assert!((sum - 1.0).abs() < 1e-12, "{role:?} {slot:?}");
            }
        }
    }

    #[test]
    fn what_never_occurs_has_no_outcome() {
        assert_eq!(Slot::new(0, &unit(1.0, [0.0, 1.0, 0.0]), Role::Full).outcomes.len(), 1);
        assert_eq!(Slot::new(0, &unit(0.5, [0.1, 0.8, 0.1]), Role::Lost).outcomes.len(), 2);
        assert_eq!(Slot::new(0, &unit(0.5, [0.1, 0.8, 0.1]), Role::Full).outcomes.len(), 4);
    }
}
