//! Which measures an organisation could take: those of the knowledge base, priced for each of its
//! countries, and its own. What the law, the time or the estate rules out is kept with the reason.

pub mod build;
pub mod changes;
pub mod cost;
pub mod difference;
pub mod excluded;
pub mod extended;
pub mod offer;

pub use build::{Catalogue, Group, Limits, Offered, catalogue};
pub use cost::Cost;
pub use excluded::{Excluded, Reason};
pub use offer::{Change, Means, Offer};
