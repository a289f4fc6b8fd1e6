//! JSON as every command prints it.

use serde::Serialize;

use crate::{failure::Failure, report};

/// Pretty, ending in a newline, and safe to show.
pub fn json(value: &impl Serialize) -> Result<String, Failure> {
    report::json(value).map_err(|error| Failure::internal(error.to_string()))
}
