//! `schema`: what a document may hold, for editors and programs.

use super::json::json;
use crate::{
    cli::{SchemaArgs, SchemaOf},
    exit::Exit,
    failure::Failure,
    schema::{Document, schema},
    ui::Ui,
};

/// Prints the schema.
pub fn run(args: &SchemaArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let of = match args.of {
        SchemaOf::Profile => Document::Profile,
        SchemaOf::Assessment => Document::Assessment,
        SchemaOf::Plan => Document::Plan,
        SchemaOf::Drill => Document::Drill,
    };
    ui.result(&json(&schema(of))?)?;
    Ok(Exit::Done)
}
