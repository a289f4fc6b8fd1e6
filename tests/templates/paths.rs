//! Goes through every path of every template. Strict mode does not: `#if` of a value that does not
//! exist is silently false, and what stands in a branch not taken is never looked at.

use blackstart::report::Templates;
use handlebars::{
    Path,
    template::{HelperTemplate, Parameter, Subexpression, Template, TemplateElement},
};
use serde_json::Value;

/// Helpers of ours and those of handlebars that templates use.
const HELPERS: [&str; 12] =
    ["address", "band", "eq", "gt", "len", "list", "lt", "mono", "or", "slug", "style_hash", "web"];

/// Paths of all templates, each root with the shape of its view, that are not in that view.
pub fn unknown(templates: &Templates, roots: &[(&str, &Value)]) -> Vec<String> {
    let mut walk = Walk { templates, unknown: Vec::new(), seen: Vec::new() };
    for (root, shape) in roots {
        walk.partial(root, &[shape]);
    }
    for (name, _) in templates.parsed() {
        if !walk.seen.iter().any(|seen| seen == name) {
            walk.unknown.push(format!("{name} is never included"));
        }
    }
    walk.unknown
}

/// Two values in one: the keys of both, and lists as lists of one element that has all keys.
pub fn merge(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Object(mut one), Value::Object(other)) => {
            for (key, value) in other {
                let merged = merge(one.remove(&key).unwrap_or_default(), value);
                one.insert(key, merged);
            }
            Value::Object(one)
        }
        (Value::Array(one), Value::Array(other)) => {
            one.into_iter().chain(other).reduce(merge).map(flat).into_iter().collect()
        }
        (Value::Null, value) | (value, Value::Null) => flat(value),
        (value, _) => value,
    }
}

/// The value with each of its lists merged.
pub fn flat(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(flat).reduce(merge).into_iter().collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, flat(value))).collect()
        }
        other => other,
    }
}

struct Walk<'t> {
    templates: &'t Templates,
    unknown: Vec<String>,
    seen: Vec<String>,
}

impl<'t> Walk<'t> {
    fn partial(&mut self, name: &str, scopes: &[&Value]) {
        let found = self.templates.parsed().find(|(other, _)| *other == name);
        let (_, template) = found.unwrap_or_else(|| panic!("no template {name}"));
        self.seen.push(name.to_owned());
        self.template(name, template, scopes);
    }

    fn template(&mut self, name: &str, template: &'t Template, scopes: &[&Value]) {
        for element in &template.elements {
            match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                    self.expression(name, helper, scopes);
                }
                TemplateElement::HelperBlock(helper) => self.block(name, helper, scopes),
                TemplateElement::PartialExpression(partial) => {
                    let Parameter::Name(called) = &partial.name else { panic!("computed") };
                    assert!(partial.hash.is_empty(), "{name}: a partial with named parameters");
                    match partial.params.first() {
                        None => self.partial(called, scopes),
                        Some(param) => {
                            if let Some(inner) = self.parameter(name, param, scopes) {
                                self.partial(called, &[inner]);
                            }
                        }
                    }
                }
                other => panic!("{name}: templates have no {other:?}"),
            }
        }
    }

    fn block(&mut self, name: &str, helper: &'t HelperTemplate, scopes: &[&Value]) {
        let [param] = helper.params.as_slice() else { panic!("{name}: a block of one parameter") };
        let value = self.parameter(name, param, scopes);
        let inner = match helper.name.as_name() {
            Some("if" | "unless") => Some(scopes.to_vec()),
            Some("each") => value.map(|list| match list {
                Value::Array(items) if items.is_empty() => {
                    panic!("{name}: {param:?} has no example")
                }
                Value::Array(items) => [scopes, &[&items[0]]].concat(),
                _ => panic!("{name}: {param:?} is no list"),
            }),
            Some("with") => value.map(|value| [scopes, &[value]].concat()),
            other => panic!("{name}: a block {other:?}"),
        };
        if let (Some(body), Some(inner)) = (&helper.template, inner) {
            self.template(name, body, &inner);
        }
        if let Some(body) = &helper.inverse {
            self.template(name, body, scopes);
        }
    }

    fn expression(&mut self, name: &str, helper: &HelperTemplate, scopes: &[&Value]) {
        let called = match &helper.name {
            Parameter::Name(called) => called.as_str(),
            Parameter::Path(Path::Relative((_, raw))) if helper.params.is_empty() => {
                if !HELPERS.contains(&raw.as_str()) {
                    self.path(name, raw, scopes);
                }
                return;
            }
            Parameter::Path(Path::Relative((_, raw))) => raw.as_str(),
            other => panic!("{name}: an expression {other:?}"),
        };
        if helper.params.is_empty() && !HELPERS.contains(&called) {
            self.path(name, called, scopes);
            return;
        }
        assert!(HELPERS.contains(&called), "{name}: no helper {called}");
        for param in &helper.params {
            self.parameter(name, param, scopes);
        }
    }

    fn parameter<'v>(
        &mut self,
        name: &str,
        param: &Parameter,
        scopes: &[&'v Value],
    ) -> Option<&'v Value> {
        match param {
            Parameter::Name(raw) | Parameter::Path(Path::Relative((_, raw))) => {
                self.path(name, raw, scopes)
            }
            Parameter::Path(Path::Local(_)) | Parameter::Literal(_) => None,
            Parameter::Subexpression(inner) => {
                self.inner(name, inner, scopes);
                None
            }
            other => panic!("{name}: a parameter {other:?}"),
        }
    }

    fn inner(&mut self, name: &str, inner: &Subexpression, scopes: &[&Value]) {
        assert!(HELPERS.contains(&inner.name()), "{name}: no helper {}", inner.name());
        for param in inner.params().into_iter().flatten() {
            self.parameter(name, param, scopes);
        }
    }

    fn path<'v>(&mut self, name: &str, raw: &str, scopes: &[&'v Value]) -> Option<&'v Value> {
        let (mut rest, mut up) = (raw, 0);
        while let Some(below) = rest.strip_prefix("../") {
            (rest, up) = (below, up + 1);
        }
        let scope = scopes.len().checked_sub(up + 1).map(|at| scopes[at]);
        let mut steps = rest.split('.').filter(|step| !step.is_empty() && *step != "this");
        let found = scope.and_then(|scope| steps.try_fold(scope, |at, step| at.get(step)));
        if found.is_none() {
            self.unknown.push(format!("{name}: {raw}"));
        }
        found
    }
}
