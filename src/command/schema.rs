//! `schema`: what a document may hold, for editors and programs.

use super::{json::json, knowledge};
use crate::{
    cli::{SchemaArgs, SchemaOf},
    exit::Exit,
    failure::Failure,
    schema::{Document, profile_schema, schema},
    ui::Ui,
};

/// Prints the schema.
pub fn run(args: &SchemaArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let of = match args.of {
        SchemaOf::Profile => {
            let knowledge = knowledge::load(args.knowledge.as_deref())?;
            ui.result(&json(&profile_schema(&knowledge))?)?;
            return Ok(Exit::Done);
        }
        SchemaOf::Assessment => Document::Assessment,
        SchemaOf::Plan => Document::Plan,
        SchemaOf::Drill => Document::Drill,
        SchemaOf::Comparison => Document::Comparison,
        SchemaOf::History => Document::History,
        SchemaOf::Portfolio => Document::Portfolio,
    };
    ui.result(&json(&schema(of))?)?;
    Ok(Exit::Done)
}
