//! The exact engine: closed forms over the states of campaigns. It takes a
//! [`Model`](crate::model::Model) and knows nothing of TOML, vendors or countries.

pub mod band;
pub mod curve;
pub mod harm;
pub mod joint;
pub mod lognormal;
pub mod normal;
pub mod outcome;
pub mod score;
pub mod slot;
pub mod solve;
pub mod standing;
pub mod state;
pub mod table;
