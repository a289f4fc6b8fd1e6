//! The JSON report: the view as it is.

use super::view::ReportView;

/// Pretty, ending in a newline; keys in the order of docs/json.md.
pub fn json(view: &ReportView) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(view).map(|text| text + "\n")
}
