//! Switch-over plans: for each activity in each region a ladder of channels with the triggers
//! between them, the people, the steps, and what has to be done before.

pub mod before;
pub mod campaigns;
pub mod ladder;
pub mod notice;
pub mod people;
pub mod plan;
pub mod rung;

pub use plan::{Plan, plans};
