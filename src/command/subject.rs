//! What a command is about: a profile that was read, with the knowledge base that it is judged by.

use std::{borrow::Cow, path::Path};

use jiff::civil::Date;

use super::parallel::Threads;
use crate::{
    analysis::analyse,
    assess::{Facts, unanswered::worth_answering},
    document::{Document, Refusal, file},
    estate::resolve,
    failure::Failure,
    knowledge::Knowledge,
    model::bounded,
    modelling::model,
    profile::{self, Profile},
    simulation::options::Options,
};

/// A profile that is accepted, on a day.
pub struct Subject<'k> {
    pub profile: Profile,
    pub document: Document,
    /// With the vendors that the profile describes itself.
    pub knowledge: Cow<'k, Knowledge>,
    pub as_of: Date,
}

impl<'k> Subject<'k> {
    /// Reads and judges a file.
    pub fn read(path: &Path, knowledge: &'k Knowledge, as_of: Date) -> Result<Self, Refusal> {
        let text = file::read(path)?;
        Self::of(&path.display().to_string(), &text, knowledge, as_of)
    }

    /// Judges a text.
    pub fn of(
        name: &str,
        text: &str,
        knowledge: &'k Knowledge,
        as_of: Date,
    ) -> Result<Self, Refusal> {
        let (profile, document) = profile::load(name, text, knowledge, as_of)?;
        let knowledge = knowledge.with_vendors(&profile.vendor);
        Ok(Self { profile, document, knowledge, as_of })
    }

    /// Computes, and hands the facts on.
    pub fn weigh<R>(
        &self,
        threads: Threads,
        then: impl FnOnce(&Facts) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let estate = resolve(&self.profile, &self.knowledge, self.as_of);
        let modelled = model(&estate);
        bounded(&self.document, &modelled.model)
            .map_err(|refusal| Failure::Refused(vec![refusal]))?;
        let analysis = analyse(&modelled.model, Options::default(), &threads)?;
        let open = worth_answering(&estate, &modelled.model, &threads);
        then(&Facts {
            estate: &estate,
            modelled: &modelled,
            outcome: &analysis.outcome,
            analysis: &analysis,
            open: &open,
        })
    }
}
