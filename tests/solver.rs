//! The engines against the figures of the method, against each other, and against what must hold for
//! any model. They need nothing but the solver, so they are built and run in seconds.

// A test fails by panicking.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

// The example serves the tests of the whole program too.
extern crate blackstart_solver as blackstart;

mod distribution;
mod example;
mod extensions;
mod golden;
mod resilience;
mod simulation;
