//! The page and the document, by the templates.

use super::view::DrillView;
use crate::report::{TemplateError, Templates};

/// One self-contained page.
pub fn html(view: &DrillView, templates: &Templates) -> Result<String, TemplateError> {
    templates.page("html/drill", view)
}

/// GitHub-flavoured Markdown.
pub fn markdown(view: &DrillView, templates: &Templates) -> Result<String, TemplateError> {
    templates.page("markdown/drill", view)
}
