//! JSON Schemas of what people write and of what programs read.

mod examples;
mod names;
mod reference;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value;

use crate::{
    drill::DrillView,
    knowledge::Knowledge,
    profile::Profile,
    report::{ComparisonView, HistoryView, PlanReport, PortfolioView, ReportView},
};

pub use reference::reference;

/// A document that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The profile, in the draft that editors of TOML read.
    Profile,
    /// The JSON report of an assessment.
    Assessment,
    /// The JSON of a plan.
    Plan,
    /// The JSON of a drill.
    Drill,
    /// The JSON of a comparison.
    Comparison,
    /// The JSON of a history.
    History,
    /// The JSON of a portfolio.
    Portfolio,
}

/// The schema of a document.
pub fn schema(of: Document) -> Value {
    match of {
        // What is written by people is read: a list that may be left out is not required.
        Document::Profile => {
            let settings = SchemaSettings::draft07().for_deserialize();
            let mut schema = made::<Profile>(settings, "blackstart profile");
            examples::add(&mut schema);
            schema
        }
        Document::Assessment => read::<ReportView>("blackstart assessment, format 1"),
        Document::Plan => read::<PlanReport>("blackstart plan, format 1"),
        Document::Drill => read::<DrillView>("blackstart drill, format 1"),
        Document::Comparison => read::<ComparisonView>("blackstart comparison, format 1"),
        Document::History => read::<HistoryView>("blackstart history, format 1"),
        Document::Portfolio => read::<PortfolioView>("blackstart portfolio, format 1"),
    }
}

/// The schema of the profile, with the ids that a knowledge base knows as suggestions.
pub fn profile_schema(knowledge: &Knowledge) -> Value {
    let mut schema = schema(Document::Profile);
    names::suggest(&mut schema, knowledge);
    schema
}

/// Of a document that programs read: what is always written is required.
fn read<T: JsonSchema>(title: &str) -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_serialize(), title)
}

fn made<T: JsonSchema>(settings: SchemaSettings, title: &str) -> Value {
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}
