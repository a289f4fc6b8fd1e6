//! The profile of an organisation, as written.

mod activity;
mod channel;
mod load;
mod measure;
mod names;
mod refer;
mod rules;
mod scalar;
mod switchover;
mod types;

pub use activity::*;
pub use channel::*;
pub use load::load;
pub use measure::*;
pub use refer::Names;
pub use scalar::{Day, LossRate, Span};
pub use switchover::*;
pub use types::*;
