//! The report as one HTML file that asks the network for nothing and runs nothing.

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
        registry.register_helper(name, Box::new(Hash(base64(&Sha256::digest(text.as_bytes())))));
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

/// As content policies want their hashes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at) & 63) as usize;
            text.push(if at > group.len() { '=' } else { char::from(LETTERS[index]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_rfc_4648_has_it() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn text_cannot_become_markup_or_act() {
        assert_eq!(escape("<b> & \"q\"\nx"), "&lt;b&gt; &amp; &quot;q&quot; x");
        assert_eq!(escape("\u{202e}evil\u{1b}[31m"), "\\u{202e}evil\\u{1b}[31m");
    }
}
