//! What to do about it: measures under a budget.

pub mod measures;
