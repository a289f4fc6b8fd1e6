//! Which of the numbers that nobody knows well would change the answer most.

pub mod factor;
pub mod sobol;
pub mod tornado;
