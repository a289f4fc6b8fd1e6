//! The estate: a profile joined with the knowledge base. Names are resolved, defaults are explicit,
//! and what is already in force is known.

pub mod activity;
pub mod announced;
pub mod channel;
pub mod graph;
pub mod in_force;
pub mod region;
pub mod resolve;
pub mod storage;
pub mod told;

pub use activity::{Activity, Fallback, Instance, Share};
pub use announced::Announced;
pub use channel::{Channel, Deployment, Lawfulness};
pub use graph::Group;
pub use in_force::InForce;
pub use region::Region;
pub use resolve::{Costs, Estate, resolve};
pub use storage::Conflict;
pub use told::{Assumption, Origin, Told};
