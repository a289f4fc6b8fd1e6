//! From the text of a profile to a profile that can be resolved, or to everything that stands in
//! the way.

use jiff::civil::Date;

use super::{
    Profile,
    refer::{self, Names},
    rules::{self, Seen},
};
use crate::document::{self, Code, Document, Problem, Refusal};

/// Reads and judges a profile. `name` is what problems call it; `as_of` is the day on which it is
/// judged.
pub fn load(
    name: &str,
    text: &str,
    names: &dyn Names,
    as_of: Date,
) -> Result<(Profile, Document), Refusal> {
    let (profile, document) =
        document::load::<Profile>(name, text).map_err(|refusal| beside(refusal, names, as_of))?;
    let seen = Seen { profile: &profile, document: &document, as_of };
    let problems = judge(&seen, names);
    if problems.is_empty() {
        Ok((profile, document))
    } else {
        Err(Refusal::new(document, problems))
    }
}

fn judge(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let mut problems = rules::check(seen);
    problems.extend(refer::check(seen, names));
    problems
}

/// Adds what the later stages find in the sound rest of a file whose shape is refused.
fn beside(mut refusal: Refusal, names: &dyn Names, as_of: Date) -> Refusal {
    refer::explain(&refusal.document, &mut refusal.problems, names);
    let Some(profile) = document::rest::<Profile>(&refusal) else { return refusal };
    let seen = Seen { profile: &profile, document: &refusal.document, as_of };
    let more: Vec<Problem> = judge(&seen, names)
        .into_iter()
        .filter(|problem| stands(problem, &refusal.problems, &refusal.document))
        .collect();
    let mut problems = refusal.problems;
    problems.extend(more);
    Refusal::new(refusal.document, problems)
}

/// Keys by which other parts of a profile are named: where one is faulty, a name that leads nowhere
/// may be the fault of the key.
const NAMING: [&str; 6] = ["id", "country", "region", "channel", "channels", "regions"];

/// Does a problem hold whatever the faulty values were meant to be?
fn stands(problem: &Problem, faults: &[Problem], document: &Document) -> bool {
    let given = |fault: &&Problem| !matches!(fault.code, Code::UnknownKey | Code::MissingKey);
    let inside = |fault: &Problem| problem.path.steps().starts_with(fault.path.steps());
    if !document.holds(&problem.path) || faults.iter().filter(given).any(inside) {
        return false;
    }
    let alone = matches!(
        problem.code,
        Code::UnknownVendor
            | Code::UnknownCountry
            | Code::UnknownScenario
            | Code::UnknownNode
            | Code::FutureDate
            | Code::ImplausibleDate
    );
    let naming = |fault: &Problem| {
        let missing = fault.code == Code::MissingKey || fault.code == Code::UnknownKey;
        missing || fault.path.last_key().is_some_and(|key| NAMING.contains(&key))
    };
    alone || !faults.iter().any(naming)
}
