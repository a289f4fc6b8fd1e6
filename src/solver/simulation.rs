//! Monte Carlo simulation of a model: the independent check of the exact engine, and the engine for
//! what has no closed form (overlapping outages, random activation times, contagion, several
//! years, joint figures of very many vendors).
//!
//! It starts no threads: a caller runs chunks as it likes and adds the tallies in order. Named draws
//! make the result the same for any number of threads.

pub mod arrivals;
pub mod interval;
pub mod options;
pub mod random;
pub mod setup;
pub mod tally;
pub mod trial;
