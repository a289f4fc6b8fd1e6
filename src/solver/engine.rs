//! The exact engine: closed forms over the states of campaigns. It takes a
//! [`Model`](crate::model::Model) and knows nothing of TOML, vendors or countries.

pub mod alone;
pub mod answer;
pub mod band;
pub mod below;
pub mod clock;
pub mod course;
pub mod curve;
pub mod effect;
pub mod exposed;
pub mod felt;
pub mod frame;
pub mod harm;
pub mod joint;
pub mod known;
pub mod lognormal;
pub mod normal;
pub mod outcome;
pub mod place;
pub mod plan;
pub mod plans;
pub mod score;
pub mod setting;
pub mod slot;
pub mod solve;
pub mod standing;
pub mod summed;
pub mod table;
