//! Candidates that another one makes needless, and sets that hold something needless.

use super::{
    choice::Choice,
    space::{Slot, Space},
    table::Table,
};

/// Candidates without those that another one beats: it costs no more, asks for no more, and makes
/// everything at least as good that they make better.
pub fn rivals(space: &Space, slots: &[Slot], candidates: Choice) -> Choice {
    let required = space.required();
    let beaten = |a: &usize| {
        candidates.iter().any(|b| {
            let both = || beats(space, slots, *a, b);
            b != *a && beats(space, slots, b, *a) && (b < *a || !both())
        })
    };
    candidates.iter().filter(|a| required.contains(*a) || !beaten(a)).collect()
}

/// Does `b` do all that `a` does, for no more, and nothing that could cost more elsewhere?
fn beats(space: &Space, slots: &[Slot], b: usize, a: usize) -> bool {
    let (one, other) = (&space.candidates[b], &space.candidates[a]);
    let modest = one.cost <= other.cost
        && other.requires.holds(one.requires)
        && one.opens.iter().all(|place| other.opens.contains(place));
    modest
        && slots.iter().all(|slot| {
            let offer = |candidate: usize| slot.offers.iter().find(|(own, _)| *own == candidate);
            match (offer(b), offer(a)) {
                (_, None) => offer(b).is_none() || !slot.field.may_cost(),
                (None, Some(_)) => false,
                (Some((_, with)), Some((_, without))) => {
                    !slot.field.improves(*without, *with)
                        && (with.to_bits() == without.to_bits() || !slot.field.may_cost())
                }
            }
        })
}

/// Does a set hold a candidate that does nothing beside the others? What some candidate builds on may
/// be of use later.
pub fn needless(space: &Space, tables: &[Table], choice: Choice) -> bool {
    let at_work = tables.iter().map(|table| table.part().key(choice));
    let needed = at_work.fold(space.required(), Choice::or);
    !needed.holds(choice)
}
