//! Reports: one view, several formats. Renderers only format.

mod build;
pub mod chart;
pub mod csv;
pub mod earlier;
pub mod html;
mod json;
pub mod markdown;
pub mod templates;
mod terminal;
mod terminal_sheet;
pub mod view;

pub use build::{build, plan, sensitivity};
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use templates::{TemplateError, Templates, refusals};
pub use terminal::{measures::plan_text, terminal};
pub use terminal_sheet::sheet;
pub use view::{PlanReport, ReportView, SensitivityView};
