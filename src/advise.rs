//! What to do about it: from an assessment to plans.

pub mod switchover;
