//! Reading a model from a file, and everything that can be wrong with one.
//!
//! The model itself belongs to the solver, which takes it as it is and trusts it.

pub mod check;
mod find;
mod read;
mod shape;
mod size;

pub use blackstart_solver::model::{
    Activity, Arrivals, Campaign, Exposure, FORMAT, Fallback, Model, Scale, Shrinking, Stream,
    Unit, Use, YEAR_HOURS,
};
pub use read::read;
pub use size::bounded;
