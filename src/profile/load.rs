//! From the text of a profile to a profile that can be resolved, or to everything that stands in
//! the way.

use jiff::civil::Date;

use super::{
    Profile,
    refer::{self, Names},
    rules::{self, Seen},
};
use crate::document::{self, Document, Refusal};

/// Reads and judges a profile. `name` is what problems call it; `as_of` is the day on which it is
/// judged.
pub fn load(
    name: &str,
    text: &str,
    names: &dyn Names,
    as_of: Date,
) -> Result<(Profile, Document), Refusal> {
    let (profile, document) = document::load::<Profile>(name, text).map_err(|mut refusal| {
        refer::explain(&refusal.document, &mut refusal.problems, names);
        refusal
    })?;
    let seen = Seen { profile: &profile, document: &document, as_of };
    let mut problems = rules::check(&seen);
    problems.extend(refer::check(&seen, names));
    if problems.is_empty() {
        Ok((profile, document))
    } else {
        Err(Refusal::new(document, problems))
    }
}
