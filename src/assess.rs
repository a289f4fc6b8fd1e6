//! Estate and outcome joined: findings, the risk register with its reasons, and the four questions.

pub mod acceptance;
pub mod assessment;
pub mod cut_sets;
pub mod dependence;
pub mod facts;
pub mod finding;
pub mod indicators;
pub mod nist;
pub mod place;
pub mod questions;
pub mod reasons;
pub mod register;
mod rules;
pub mod stops;
pub mod stress;
pub mod unanswered;
pub mod verdict;

pub use assessment::{Assessment, Headline, assess, brief};
pub use facts::{Case, Facts};
