//! `portfolio`: many profiles, in batches, so that memory does not grow with their number.

mod lines;
mod progress;
mod source;
mod summed;
mod writer;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::{
    progress::Progress,
    source::{Given, Source},
    summed::Summing,
    writer::Writer,
};
use super::{clock, knowledge, parallel::Threads, templates};
use crate::{
    cli::{PortfolioArgs, PortfolioFormat},
    document::Refusal,
    exit::Exit,
    failure::Failure,
    knowledge::Knowledge,
    portfolio::{Member, Row, Shared, assess_member, member_losses},
    profile,
    ui::Ui,
};

/// Assesses all of them. Files with problems are listed and do not stop the rest.
pub fn run(args: &PortfolioArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let templates = templates::load(args.templates.as_deref())?;
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    let as_of = clock::day(args.context.as_of);
    let mut source = Source::open(args)?;
    if args.emit_lines {
        return lines::emit(&mut source, ui);
    }
    let threads = args.threads.map_or_else(Threads::default, |count| Threads(usize::from(count)));
    let overview = overview(args);
    let trials = if overview { args.trials } else { 0 };
    let job = Job { knowledge: &knowledge, as_of, overview, trials };
    let mut writer = Writer::open(args, ui)?;
    let mut summing = Summing::new(job.trials);
    let mut progress = Progress::new();
    loop {
        let batch = source.batch(threads.0 * BATCH)?;
        if batch.is_empty() {
            break;
        }
        let done = threads.map(batch.len(), |at| job.member(&batch[at]));
        for (given, result) in batch.iter().zip(done) {
            match result {
                Ok(member) => {
                    writer.row(&member.row, ui)?;
                    summing.add(*member);
                }
                Err(refusal) => {
                    writer.refused(given.name(), &refusal, ui)?;
                    summing.refused(given.name(), &refusal);
                }
            }
        }
        progress.tell(summing.seen());
    }
    progress.end();
    for one in &summing.left_out {
        ui.note(&format!("not assessed: {}: {}", one.file, one.why));
    }
    if summing.refused > summing.left_out.len() {
        let more = summing.refused - summing.left_out.len();
        ui.note(&format!("not assessed: {more} more"));
    }
    let refused = summing.refused > 0;
    writer.finish(&summing.view(&knowledge, as_of), &templates, ui)?;
    Ok(if refused { Exit::Problems } else { Exit::Done })
}

/// Profiles that each thread takes at a time.
const BATCH: usize = 32;

/// Is there more to write than rows?
fn overview(args: &PortfolioArgs) -> bool {
    !args.jsonl && !matches!(args.format, PortfolioFormat::Csv | PortfolioFormat::Jsonl)
}

/// What is done with each profile.
struct Job<'k> {
    knowledge: &'k Knowledge,
    as_of: Date,
    /// Is it summed up what members have in common?
    overview: bool,
    /// Simulated years.
    trials: u32,
}

/// What is left of a member once its estate is gone.
pub struct Done {
    pub row: Row,
    pub shared: Option<Shared>,
    pub losses: Vec<f64>,
    /// What a euro costs in its currency.
    pub rate: Option<f64>,
}

impl Job<'_> {
    fn member(&self, given: &Given) -> Result<Box<Done>, Refusal> {
        let text = given.text()?;
        let (profile, document) = profile::load(given.name(), &text, self.knowledge, self.as_of)?;
        let knowledge = self.knowledge.with_vendors(&profile.vendor);
        let member = assess_member(&document, &profile, &knowledge, self.as_of)?;
        let rate = member.estate.costs.per_euro;
        Ok(Box::new(Done {
            shared: self.overview.then(|| {
                let mut shared = Shared::default();
                shared.add(&member, rate);
                shared
            }),
            losses: self.losses(&member),
            rate,
            row: member.row,
        }))
    }
}

impl Job<'_> {
    /// Losses of the member in each simulated year.
    fn losses(&self, member: &Member) -> Vec<f64> {
        if self.trials == 0 { Vec::new() } else { member_losses(member, self.trials) }
    }
}

/// Names that more than one file has.
fn namesakes(seen: &BTreeMap<String, usize>) -> Vec<String> {
    seen.iter().filter(|(_, count)| **count > 1).map(|(name, _)| name.clone()).collect()
}
