//! Two runs of one organisation: what is different, and why.
//!
//! What is different is read off the two reports. Why is computed anew: the old and the new profile,
//! knowledge base, day and method in all 16 combinations, and the change of each figure shared out
//! between the four.

pub mod change;
pub mod corner;
pub mod edits;
pub mod reading;
pub mod shapley;
pub mod worth;

pub use change::{Change, ChangeCode, Way, changes};
pub use corner::{Attribution, Side, attribute};
pub use reading::Reading;
