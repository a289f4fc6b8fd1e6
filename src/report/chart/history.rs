//! The trend of each organisation of a history.

use schemars::JsonSchema;
use serde::Serialize;

use super::trend::{self, Trend};
use crate::report::view::{HistoryView, RecordView};

/// A history with its charts: what the HTML template sees.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HistoryPage<'v> {
    #[serde(flatten)]
    pub view: &'v HistoryView,
    pub records: Vec<RecordPage<'v>>,
}

/// An organisation with its chart.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RecordPage<'v> {
    #[serde(flatten)]
    pub record: &'v RecordView,
    pub chart: Option<Trend>,
}

impl<'v> HistoryPage<'v> {
    pub fn new(view: &'v HistoryView) -> Self {
        let page = |record: &'v RecordView| RecordPage {
            chart: trend::draw(&record.points, &record.sentence),
            record,
        };
        Self { view, records: view.organizations.iter().map(page).collect() }
    }
}
