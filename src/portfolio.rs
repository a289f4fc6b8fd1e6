//! Many organisations: a row for each, and what one campaign would hit across all of them.

mod group;
mod member;
mod shared;

pub use group::{Group, GroupLaw, member_losses};
pub use member::{Counts, Member, Row, assess_member};
pub use shared::{Hit, Shared, Weight};
