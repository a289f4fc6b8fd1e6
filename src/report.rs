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

pub use build::{
    Compared, Run, Summed, build, changes, comparison, gates, history, plan, portfolio, sensitivity,
};
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use templates::{TemplateError, Templates, refusals};
pub use terminal::{
    comparison::comparison_text, history::history_text, measures::plan_text,
    portfolio::portfolio_text, terminal,
};
pub use terminal_sheet::sheet;
pub use view::{
    ComparisonView, HistoryView, PlanReport, PortfolioView, ReportView, SensitivityView,
};
