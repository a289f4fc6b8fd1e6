//! How often campaigns come, of which kind, whom they hit, and how well that is known.

pub mod election;
pub mod evidence;
pub mod hit;
pub mod ledger;
pub mod rate;
pub mod readiness;
pub mod share;
pub mod turnover;
