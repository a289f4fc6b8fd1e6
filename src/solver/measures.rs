//! Choosing measures under a budget, exactly.
//!
//! A [`space::Space`] is a model that holds everything any candidate would bring, and for each
//! candidate the numbers it would change. Losses add up over activities and countries, so each is
//! a [`part::Part`] that is tabulated over the measures that touch it; sets of measures are then
//! compared by looking up tables. Parts that no measure ties together are searched by themselves
//! ([`component`]), and their cost-loss frontiers are merged ([`frontier`]).

pub mod branch;
pub mod choice;
pub mod component;
pub mod field;
pub mod frontier;
pub mod greedy;
pub mod part;
pub mod rivals;
pub mod search;
pub mod space;
pub mod table;
pub mod tabulate;
