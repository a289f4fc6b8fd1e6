//! The whole distribution of a year: loss of the organisation, hours of an activity.
//!
//! One campaign's severity is a mixture over states, durations and working fallbacks. The law of a
//! year is that of a compound sum, and its Fourier transform is a function of the severity's.

pub mod atoms;
pub mod law;
pub mod severity;
pub mod sharer;
pub mod spectrum;
pub mod states;
pub mod working;
pub mod year;
