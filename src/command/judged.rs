//! What `assess`, `plan` and `sensitivity` have in common: from a profile to everything that is known
//! of it.

use std::path::Path;

use super::{clock, knowledge, parallel::Threads, subject::Subject};
use crate::{assess::Facts, cli::Context, failure::Failure};

/// Reads a profile, computes, and hands the facts on.
pub fn judged<R>(
    path: &Path,
    context: &Context,
    threads: Threads,
    then: impl FnOnce(&Facts) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let knowledge = knowledge::load(context.knowledge.as_deref())?;
    let subject = Subject::read(path, &knowledge, clock::day(context.as_of))
        .map_err(|refusal| Failure::Refused(vec![refusal]))?;
    subject.weigh(threads, then)
}
