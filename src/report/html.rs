//! The report as one HTML file that asks the network for nothing and runs nothing
//! but its own small script.

use std::collections::BTreeSet;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, html_escape,
};
use sha2::{Digest, Sha256};

use super::{
    chart::Page,
    templates::{TemplateError, Templates},
    view::ReportView,
};
use crate::document::inert;

/// Renders the view.
pub fn html(view: &ReportView, templates: &Templates) -> Result<String, TemplateError> {
    templates.html(&Page::new(view))
}

/// Sets what only this format needs: how to escape, and the hashes by which the policy of a page lets
/// its own style and script in and nothing else.
pub(super) fn prepare(registry: &mut Handlebars, style: &str, script: &str) {
    registry.register_escape_fn(escape);
    for (name, text) in [("style_hash", style), ("script_hash", script)] {
        registry
            .register_helper(name, Box::new(Hash(BASE64.encode(Sha256::digest(text.as_bytes())))));
    }
}

/// A helper that writes a hash.
struct Hash(String);

impl HelperDef for Hash {
    fn call<'reg: 'rc, 'rc>(
        &self,
        _: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        out.write(&self.0)?;
        Ok(())
    }
}

/// Text of a person as text of a page. A line break is a space there anyway; other characters that
/// act instead of being seen are written out. A number stays on the line of its per cent sign.
fn escape(text: &str) -> String {
    let flat = text.replace(['\n', '\r', '\t'], " ");
    html_escape(&inert(&flat).replace(" %", "\u{a0}%"))
}

/// Anchors to which a page leads and which it does not have: those of parts that a house leaves out.
pub fn dead_ends(page: &str) -> Vec<String> {
    let between =
        |start: &'static str| page.split(start).skip(1).filter_map(|rest| rest.split('"').next());
    let there: BTreeSet<&str> = between(" id=\"").collect();
    let led: BTreeSet<&str> = between(" href=\"#").filter(|name| !there.contains(name)).collect();
    led.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_that_are_not_there_are_found() {
        let page =
            "<a href=\"#a\">1</a><a class=\"x\" href=\"#b\">2</a><p id=\"b\"><a href=\"x#c\">";
        assert_eq!(dead_ends(page), ["a"]);
    }

    #[test]
    fn text_cannot_become_markup_or_act() {
        assert_eq!(escape("<b> & \"q\"\nx"), "&lt;b&gt; &amp; &quot;q&quot; x");
        assert_eq!(escape("\u{202e}evil\u{1b}[31m"), "\\u{202e}evil\\u{1b}[31m");
    }
}
