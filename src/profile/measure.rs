//! Measures as written: what the organisation could do, at its own prices.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::Span;
use crate::knowledge::EffectKind;

/// Something the organisation could do in advance. With the id of a measure of the knowledge base it
/// replaces what it says of that one; with another id it is a measure of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Short id, or that of a measure of the knowledge base.
    #[validate(length(min = 1, max = 60))]
    #[schemars(extend("x-names" = "measure"))]
    pub id: String,
    /// Name as it should stand in the plan. Default: that of the knowledge base, or the id.
    #[validate(length(min = 1, max = 120))]
    pub name: Option<String>,
    /// Cost of the next twelve months in all its regions, set-up included, in the profile's
    /// currency. Default: priced from the knowledge base.
    #[validate(range(min = 0.0, max = 1e15))]
    pub cost: Option<f64>,
    /// From the decision until it is ready. Default: that of the knowledge base, or none.
    pub lead_time: Option<Span>,
    /// Countries for which it is bought, as one thing. Default: every region, each by itself where
    /// the measure is one of the knowledge base and no cost is given.
    #[validate(length(min = 1, max = 200))]
    #[schemars(extend("x-names" = "country"))]
    pub regions: Option<Vec<String>>,
    /// Ids of measures that must be taken with it.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schemars(extend("x-names" = "measure"))]
    pub requires: Vec<String>,
    /// Is it open, in place already, or ruled out? Default: open.
    pub status: Option<MeasureStatus>,
    /// Why it is ruled out, or since when it is in place.
    #[validate(length(min = 1, max = 400))]
    pub reason: Option<String>,
    /// What it changes. Default: what the knowledge base says.
    #[serde(default)]
    #[validate(nested, length(max = 20))]
    pub effect: Vec<MeasureChange>,
}

/// Whether a measure can still be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureStatus {
    /// It can be taken or left.
    Open,
    /// It is there: the figures of the profile have it.
    InPlace,
    /// It will not be taken.
    RuledOut,
}

/// One change that a measure makes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeasureChange {
    /// The kind of change; the other keys belong to it.
    pub kind: EffectKind,
    /// Activities that it is for. Default: every one in the measure's regions.
    #[validate(length(min = 1, max = 500))]
    pub activities: Option<Vec<String>>,
    /// `add-fallback`: the channel of the profile that becomes a fallback. `retest`,
    /// `shorten-activation`: the fallback that is meant. Default: every one.
    #[validate(length(min = 1, max = 60))]
    pub channel: Option<String>,
    /// `add-fallback`: vendor or medium of a channel that is new.
    #[validate(length(min = 1, max = 60))]
    #[schemars(extend("x-names" = "vendor"))]
    pub vendor: Option<String>,
    /// `add-fallback`, `shorten-activation`: time to switch over, with the measure.
    pub activation: Option<Span>,
    /// `add-fallback`: share of employees reached. `provision`: share of people set up.
    #[validate(range(min = 0.0, max = 1.0))]
    pub employees: Option<f64>,
    /// `add-fallback`: share of partners reached. Default: as many as employees.
    #[validate(range(min = 0.0, max = 1.0))]
    pub partners: Option<f64>,
    /// `shorten-switch`: time to leave the vendor for good, with the measure.
    pub switch_time: Option<Span>,
    /// `reduce-hit`: scenarios whose hits get rarer. Default: those that the knowledge base says it
    /// counters, or every one.
    #[validate(length(min = 1, max = 50))]
    #[schemars(extend("x-names" = "scenario"))]
    pub scenarios: Option<Vec<String>>,
    /// `shorten-activation`, `shorten-switch`, `reduce-hit`: what remains, 0 to 1.
    #[validate(range(min = 0.0, max = 1.0))]
    pub factor: Option<f64>,
}
