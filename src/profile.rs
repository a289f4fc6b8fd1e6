//! The profile of an organisation, as written.

mod load;
mod names;
mod refer;
mod rules;
mod scalar;
mod types;

pub use load::load;
pub use refer::Names;
pub use scalar::{Day, LossRate, Span};
pub use types::*;
