//! What `assess` and `sensitivity` have in common: from a profile to everything that is known of it.

use std::path::Path;

use super::{clock, knowledge, parallel::Threads};
use crate::{
    analysis::analyse,
    assess::{Facts, unanswered::worth_answering},
    cli::Context,
    document::file,
    estate::resolve,
    failure::Failure,
    modelling::model,
    profile,
    simulation::options::Options,
};

/// Reads a profile, computes, and hands the facts on.
pub fn judged<R>(
    path: &Path,
    context: &Context,
    threads: Threads,
    then: impl FnOnce(&Facts) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let knowledge = knowledge::load(context.knowledge.as_deref())?;
    let as_of = clock::day(context.as_of);
    let refused = |refusal| Failure::Refused(vec![refusal]);
    let text = file::read(path).map_err(refused)?;
    let name = path.display().to_string();
    let (profile, _) = profile::load(&name, &text, &knowledge, as_of).map_err(refused)?;
    let estate = resolve(&profile, &knowledge, as_of);
    let modelled = model(&estate);
    let analysis = analyse(&modelled.model, Options::default(), &threads)?;
    let open = worth_answering(&estate, &threads);
    then(&Facts {
        estate: &estate,
        modelled: &modelled,
        outcome: &analysis.outcome,
        analysis: &analysis,
        open: &open,
    })
}
