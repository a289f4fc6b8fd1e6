//! What templates may ask for beside the values of the view. Helpers choose words and names; none
//! computes a number.

use std::collections::BTreeSet;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason,
    ScopedJson,
};
use serde_json::Value;

/// Those that all formats have.
pub const COMMON: [&str; 4] = ["filled", "list", "slug", "web"];

/// Those of HTML pages.
pub const HTML: [&str; 2] = ["script_hash", "style_hash"];

/// Those of Markdown.
pub const MARKDOWN: [&str; 3] = ["address", "mermaid", "mono"];

/// Adds the helpers that all formats have.
pub fn register(registry: &mut Handlebars) {
    registry.register_helper("list", Box::new(Words(list)));
    registry.register_helper("slug", Box::new(Words(slug)));
    registry.register_helper("web", Box::new(Words(web)));
}

/// Adds `filled`, which asks whether a template has any text: a part that a house leaves out need not
/// stand in the contents. `empty` are the templates that have none.
pub fn register_filled(registry: &mut Handlebars, empty: BTreeSet<String>) {
    registry.register_helper("filled", Box::new(Filled(empty)));
}

struct Filled(BTreeSet<String>);

impl HelperDef for Filled {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let name = parameter(helper)?.as_str().filter(|name| registry.has_template(name));
        let name = name.ok_or_else(|| {
            RenderErrorReason::Other("`filled` needs the name of a template".to_owned())
        })?;
        Ok(ScopedJson::Derived((!self.0.contains(name)).into()))
    }
}

/// A helper of one parameter whose result is escaped like any value, or judged by `#if`.
struct Words(fn(&Value) -> Option<Value>);

impl HelperDef for Words {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let value = parameter(helper)?;
        let words = (self.0)(value).ok_or_else(|| {
            RenderErrorReason::Other(format!("`{}` cannot use this value", helper.name()))
        })?;
        Ok(ScopedJson::Derived(words))
    }
}

/// The only parameter, which strict mode does not demand to be there.
pub fn parameter<'a>(helper: &'a Helper) -> Result<&'a Value, RenderError> {
    let name = helper.name();
    let given = helper
        .params()
        .first()
        .ok_or_else(|| RenderErrorReason::Other(format!("`{name}` needs a value to work on")))?;
    if given.is_value_missing() {
        let path = given.relative_path().cloned();
        return Err(RenderErrorReason::MissingVariable(path).into());
    }
    Ok(given.value())
}

/// "a, b, c".
fn list(value: &Value) -> Option<Value> {
    let items: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
    Some(items?.join(", ").into())
}

/// A level, a severity or a verdict as the name of a class.
fn slug(value: &Value) -> Option<Value> {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    Some(value.as_str()?.chars().map(letter).collect::<String>().into())
}

/// Is it an address that a reader may be led to?
fn web(value: &Value) -> Option<Value> {
    match value {
        Value::Null => Some(false.into()),
        other => other.as_str().map(|url| is_web(url).into()),
    }
}

/// Only pages: no script, no data, no file, no address that a program would run.
pub fn is_web(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !url.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}
