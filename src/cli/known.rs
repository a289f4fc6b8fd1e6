//! Ids of the knowledge base, for completions. A word that is not among them is taken all the same: it
//! may be an alias, a name, or an id of an overlay, and the command that looks it up says so better.

use std::ffi::OsStr;

use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, StringValueParser, TypedValueParser},
};

use crate::knowledge::embedded_ids;

/// A word that can be completed from folders of the knowledge base.
#[derive(Debug, Clone, Copy)]
pub struct Known(&'static [&'static str]);

/// A country, by code.
pub const COUNTRY: Known = Known(&["jurisdictions"]);
/// A vendor or medium.
pub const VENDOR: Known = Known(&["vendors"]);
/// A scenario.
pub const SCENARIO: Known = Known(&["scenarios"]);
/// Anything that has a page.
pub const ANY: Known = Known(&["vendors", "jurisdictions", "scenarios", "measures", "drills"]);

impl TypedValueParser for Known {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let countries = |folder: &str| folder == "jurisdictions";
        let ids = self.0.iter().flat_map(move |folder| {
            embedded_ids(folder)
                .map(move |id| if countries(folder) { id.to_uppercase() } else { id.to_owned() })
        });
        Some(Box::new(ids.map(PossibleValue::new)))
    }
}
