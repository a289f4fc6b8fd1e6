//! What can be computed from a model, and nothing else.
//!
//! A [`model`] is numbers and indices. The closed forms are in [`engine`], the law of the year by
//! Fourier transform in [`distribution`], trials in [`simulation`]; [`sensitivity`] asks what the
//! figures would be with other numbers, [`resilience`] what a unit is worth to the whole, [`measures`]
//! which changes of numbers are worth their cost, and [`analysis`] brings them together.
//! [`compound`] is a simulation of yearly losses that knows none of the rest, and checks it, and
//! [`empirical`] the fit of a prior to counts.
//!
//! Everything here is pure: no I/O, no clock, no thread, no global. It is a package of its own
//! because numbers want an optimising compiler in tests too, and the rest of blackstart does not.

pub mod analysis;
pub mod compound;
pub mod distribution;
pub mod empirical;
pub mod engine;
pub mod measures;
pub mod model;
pub mod resilience;
pub mod sensitivity;
pub mod simulation;
