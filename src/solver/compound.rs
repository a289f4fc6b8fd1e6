//! A compound Poisson portfolio by simulation: how much is lost in a year, and how often more.
//!
//! Each scenario strikes Poisson(`rate`) times a year; each strike costs a lognormal amount, in any
//! unit of the caller's; strikes and costs are all independent. A simulated year's total is the sum
//! over all scenarios. [`Portfolio::simulate`] draws years; [`Summary::of`] describes them.
//!
//! The layout is what makes it fast. Years come in blocks of [`BLOCK`]. By the splitting property
//! of the Poisson process (Kingman, Poisson Processes, 1993, section 5.1), a scenario's strikes in
//! a block of n years are Poisson(n times `rate`) in number, each in a year of its own choice. So
//! one count is drawn for a block, not one for each year, and amounts are made in long plain loops.
//!
//! Bits never depend on the machine or on threads. Only operations that IEEE 754 rounds exactly are
//! used (sum, product, quotient, root), in a written order; the exponential of the inner loop is
//! our own and what else is needed comes from the libm crate. Each scenario and block has its own
//! random stream, so that blocks can be drawn anywhere in any order, and adding a scenario leaves
//! the draws of the others alone.
//!
//! Nothing here knows the rest of the crate, does I/O or starts a thread: the caller shares blocks
//! out.

pub mod normal;
pub mod part;
pub mod poisson;
pub mod portfolio;
pub mod power;
pub mod scenario;
pub mod stream;
pub mod summary;

pub use part::Part;
pub use portfolio::{BLOCK, Portfolio, blocks};
pub use scenario::{Refusal, Scenario, Severity};
pub use summary::Summary;
