//! The interview: from answers in plain words to a profile.
//!
//! Which question comes next is a function of the answers so far, so going back is leaving the last
//! answer out, and going on later is reading the answers again. Nothing here asks or prints.

mod answers;
mod describe;
mod question;
mod reading;
mod script;
mod written;

pub use answers::{Answer, Answers};
pub use question::{Kind, Question};
pub use reading::read;
pub use script::{Step, next};
pub use written::profile;
