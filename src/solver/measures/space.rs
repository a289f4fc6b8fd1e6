//! Everything that could be chosen.

use std::collections::BTreeMap;

use super::{choice::Choice, field::Field};
use crate::model::Model;

/// A measure, or a measure in one country, that can be taken or left.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub name: String,
    /// For the twelve months ahead, in the profile's currency.
    pub cost: f64,
    /// Candidates without which it cannot be taken.
    pub requires: Choice,
    /// Places in which it opens a channel that people have to learn.
    pub opens: Vec<usize>,
    /// What it makes of which number. Of several measures that change the same number the strongest
    /// counts: they do not add up.
    pub changes: Vec<(Field, f64)>,
}

/// Places that no measure ties to others, and the candidates there.
#[derive(Debug, Clone)]
pub struct Space<'m> {
    /// The whole model with all that any candidate would bring.
    pub model: &'m Model,
    pub places: Vec<usize>,
    /// At most [`Choice::MOST`].
    pub candidates: Vec<Candidate>,
    /// New channels that one place can take.
    pub most_new_channels: usize,
    /// Highest tolerable chance of a breach, by activity of the model.
    pub appetite: &'m [f64],
}

/// A number with what candidates make of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub field: Field,
    /// Without any measure.
    pub base: f64,
    /// Candidates that improve it, the strongest first.
    pub offers: Vec<(usize, f64)>,
}

impl Candidate {
    /// Could it make something dearer while it makes something better? Leaving a vendor sooner means
    /// leaving more often, and a new channel can be hit.
    pub fn may_cost(&self) -> bool {
        self.changes.iter().any(|(field, _)| field.may_cost())
    }
}

impl Slot {
    /// The best of those chosen.
    pub fn best(&self, choice: Choice) -> f64 {
        let offer = self.offers.iter().find(|(candidate, _)| choice.contains(*candidate));
        offer.map_or(self.base, |(_, value)| *value)
    }
}

impl Space<'_> {
    /// Every number that candidates improve.
    pub fn slots(&self) -> Vec<Slot> {
        let mut offers: BTreeMap<Field, Vec<(usize, f64)>> = BTreeMap::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            for (field, value) in &candidate.changes {
                if field.improves(*value, field.get(self.model)) {
                    offers.entry(*field).or_default().push((index, *value));
                }
            }
        }
        let slot = |(field, mut offers): (Field, Vec<(usize, f64)>)| {
            let order = |a: &(usize, f64), b: &(usize, f64)| match () {
                () if field.improves(a.1, b.1) => std::cmp::Ordering::Less,
                () if field.improves(b.1, a.1) => std::cmp::Ordering::Greater,
                () => a.0.cmp(&b.0),
            };
            offers.sort_by(order);
            offers.dedup_by_key(|(candidate, _)| *candidate);
            Slot { field, base: field.get(self.model), offers }
        };
        offers.into_iter().map(slot).collect()
    }

    pub fn cost(&self, choice: Choice) -> f64 {
        choice.iter().map(|candidate| self.candidates[candidate].cost).sum()
    }

    /// What any candidate builds on.
    pub fn required(&self) -> Choice {
        let each = self.candidates.iter().map(|one| one.requires);
        each.fold(Choice::default(), Choice::or)
    }

    /// Is everything there that a candidate of the choice requires, and no place asked too much of?
    pub fn allows(&self, choice: Choice) -> bool {
        let met = choice.iter().all(|one| choice.holds(self.candidates[one].requires));
        met && self.few_new(choice)
    }

    /// Does no place get more new channels than it can take?
    pub fn few_new(&self, choice: Choice) -> bool {
        self.places.iter().all(|place| {
            let opens = |one: &usize| self.candidates[*one].opens.contains(place);
            choice.iter().filter(opens).count() <= self.most_new_channels
        })
    }
}

/// The whole model with a choice of measures in each space.
pub fn applied(spaces: &[Space], choices: &[Choice]) -> Option<Model> {
    let mut model = spaces.first()?.model.clone();
    for (space, choice) in spaces.iter().zip(choices) {
        apply(&mut model, &space.slots(), *choice);
    }
    Some(model)
}

/// Sets every number to the best that a choice gives, and takes away what nobody brings.
pub fn apply(model: &mut Model, slots: &[Slot], choice: Choice) {
    let mut absent: Vec<(usize, usize)> = Vec::new();
    for slot in slots {
        let value = slot.best(choice);
        slot.field.set(model, value);
        if let (Field::Offered { activity, fallback }, true) = (slot.field, value <= 0.0) {
            absent.push((activity, fallback));
        }
    }
    // After the chances of hits, which may have been set for a unit that is not in use.
    for slot in slots {
        if let (Field::InUse { campaign, unit }, true) = (slot.field, slot.best(choice) <= 0.0) {
            model.campaigns[campaign].units[unit].hit = 0.0;
        }
    }
    absent.sort_unstable();
    for (activity, fallback) in absent.into_iter().rev() {
        model.activities[activity].fallbacks.remove(fallback);
    }
}
