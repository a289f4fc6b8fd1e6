//! How often campaigns come, of which kind, and whom they hit.

pub mod empirical;
