//! What takes an activity down together with its fallbacks.

pub mod cuts;
pub mod importance;
