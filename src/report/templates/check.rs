//! Goes through every path of every template. Rendering in strict mode does not: `#if` of a value
//! that does not exist is silently false, and what stands in a branch not taken is never looked at.

use std::collections::BTreeSet;

use handlebars::{
    Path,
    template::{
        BlockParam, HelperTemplate, Parameter, Subexpression, Template, TemplateElement,
        TemplateMapping,
    },
};

use super::{Spot, TemplateError, file_name, shape::Shape};
use crate::document::nearest;

/// Helpers of handlebars itself.
const BUILT_IN: [&str; 17] = [
    "and", "each", "eq", "gt", "gte", "if", "len", "log", "lookup", "lt", "lte", "ne", "not", "or",
    "raw", "unless", "with",
];

/// Finds templates by name.
pub type Find<'t> = &'t dyn Fn(&str) -> Option<&'t Template>;

/// A check of templates that begin at some root.
pub struct Check<'t> {
    find: Find<'t>,
    helpers: &'t [&'t str],
    pub errors: Vec<TemplateError>,
    /// Templates that some root includes.
    pub seen: BTreeSet<String>,
}

/// Where a walk stands: the values around it, the innermost last, and names that blocks have given.
#[derive(Clone)]
struct Scope<'s> {
    values: Vec<&'s Shape>,
    given: Vec<(String, Option<&'s Shape>)>,
}

/// What a path leads to.
enum Found<'s> {
    Shape(&'s Shape),
    /// Something that only a run can tell.
    Open,
}

impl<'t> Check<'t> {
    /// `helpers` are those of the format, beside the built-in ones.
    pub fn new(find: Find<'t>, helpers: &'t [&'t str]) -> Self {
        Self { find, helpers, errors: Vec::new(), seen: BTreeSet::new() }
    }

    /// Walks a template and all that it includes.
    pub fn root(&mut self, name: &str, shape: &Shape) {
        self.partial(name, &Scope { values: vec![shape], given: Vec::new() }, 0);
    }

    fn partial(&mut self, name: &str, scope: &Scope, depth: usize) {
        // Partials that include each other are refused before.
        if let (Some(template), true) = ((self.find)(name), depth < 64) {
            self.seen.insert(name.to_owned());
            self.template(name, template, scope, depth);
        }
    }

    fn template(&mut self, name: &str, template: &Template, scope: &Scope, depth: usize) {
        for (at, element) in template.elements.iter().enumerate() {
            let spot = spot(name, template.mapping.get(at));
            match element {
                TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                    self.expression(&spot, helper, scope);
                }
                TemplateElement::HelperBlock(helper) => {
                    self.block(name, &spot, helper, scope, depth);
                }
                TemplateElement::PartialExpression(partial)
                | TemplateElement::PartialBlock(partial) => {
                    let Parameter::Name(called) = &partial.name else { continue };
                    // A partial is a step further in, with or without a value of its own.
                    let shape = match partial.params.first() {
                        None => scope.values.last().copied(),
                        Some(param) => match self.parameter(&spot, param, scope) {
                            Some(Found::Shape(shape)) => Some(shape),
                            _ => None,
                        },
                    };
                    let inner = shape.map(|shape| scope.further(shape));
                    // With named parameters the values there are not known.
                    if let (Some(inner), true) = (inner, partial.hash.is_empty()) {
                        self.partial(called, &inner, depth + 1);
                    } else {
                        self.seen.insert(called.clone());
                    }
                }
                _ => {}
            }
        }
    }

    fn block(
        &mut self,
        name: &str,
        spot: &Spot,
        helper: &HelperTemplate,
        scope: &Scope,
        depth: usize,
    ) {
        let called = helper.name.as_name().unwrap_or_default();
        let value = helper.params.first().map(|param| self.parameter(spot, param, scope));
        for param in helper.params.iter().skip(1) {
            self.parameter(spot, param, scope);
        }
        let inner = match (called, value) {
            ("each", Some(Some(Found::Shape(Shape::List(item))))) => Some(scope.into(item, helper)),
            ("with", Some(Some(Found::Shape(shape)))) => Some(scope.into(shape, helper)),
            ("each" | "with", _) => None,
            _ => {
                self.helper(spot, called);
                Some(scope.clone())
            }
        };
        if let (Some(body), Some(inner)) = (&helper.template, &inner) {
            self.template(name, body, inner, depth);
        }
        if let Some(body) = &helper.inverse {
            self.template(name, body, scope, depth);
        }
    }

    fn expression(&mut self, spot: &Spot, helper: &HelperTemplate, scope: &Scope) {
        if helper.params.is_empty() && helper.hash.is_empty() {
            let plain = helper.name.as_name().is_some_and(|name| self.knows(name));
            if !plain {
                self.parameter(spot, &helper.name, scope);
            }
            return;
        }
        if let Some(called) = helper.name.as_name() {
            self.helper(spot, called);
        }
        for param in helper.params.iter().chain(helper.hash.values()) {
            self.parameter(spot, param, scope);
        }
    }

    fn knows(&self, helper: &str) -> bool {
        BUILT_IN.contains(&helper) || self.helpers.contains(&helper)
    }

    fn helper(&mut self, spot: &Spot, called: &str) {
        if !called.is_empty() && !self.knows(called) {
            let mut known: Vec<String> =
                BUILT_IN.iter().chain(self.helpers).map(|&name| name.to_owned()).collect();
            known.sort();
            let nearest = nearest(called, known.iter().map(String::as_str)).map(str::to_owned);
            let (spot, name) = (spot.clone(), called.to_owned());
            self.errors.push(TemplateError::UnknownHelper { spot, name, known, nearest });
        }
    }

    fn parameter<'s>(
        &mut self,
        spot: &Spot,
        param: &Parameter,
        scope: &Scope<'s>,
    ) -> Option<Found<'s>> {
        match param {
            Parameter::Name(raw)
            | Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => {
                match raw.strip_prefix('@') {
                    Some(local) => self.local(spot, local, scope),
                    None => self.path(spot, raw, scope),
                }
            }
            Parameter::Subexpression(inner) => {
                self.inner(spot, inner, scope);
                Some(Found::Open)
            }
            _ => Some(Found::Open),
        }
    }

    fn inner(&mut self, spot: &Spot, inner: &Subexpression, scope: &Scope) {
        self.helper(spot, inner.name());
        for param in inner.params().into_iter().flatten() {
            self.parameter(spot, param, scope);
        }
    }

    /// `@root/...` leads to values; `@index` and its kin are none of the view.
    fn local<'s>(&mut self, spot: &Spot, raw: &str, scope: &Scope<'s>) -> Option<Found<'s>> {
        let (Some(rest), Some(root)) = (raw.strip_prefix("root"), scope.values.first()) else {
            return Some(Found::Open);
        };
        let whole = Scope { values: vec![root], given: Vec::new() };
        self.path(spot, rest.trim_start_matches(['/', '.']), &whole)
    }

    fn path<'s>(&mut self, spot: &Spot, raw: &str, scope: &Scope<'s>) -> Option<Found<'s>> {
        let (mut rest, mut up) = (raw, 0);
        while let Some(below) = rest.strip_prefix("../") {
            (rest, up) = (below, up + 1);
        }
        if rest == ".." {
            (rest, up) = ("", up + 1);
        }
        let steps: Vec<&str> = rest
            .split(['.', '/'])
            .map(|step| step.trim_matches(['[', ']']))
            .filter(|step| !step.is_empty() && *step != "this")
            .collect();
        let mut steps = steps.as_slice();
        let given = steps
            .first()
            .and_then(|first| scope.given.iter().rev().find(|(name, _)| name == first));
        let start = match given {
            Some((_, shape)) => {
                steps = &steps[1..];
                let Some(shape) = shape else { return Some(Found::Open) };
                Some(*shape)
            }
            None => scope.values.len().checked_sub(up + 1).map(|at| scope.values[at]),
        };
        let mut at = start?;
        for step in steps {
            let Some(next) = at.step(step) else {
                self.unknown(spot, raw, step, at);
                return None;
            };
            at = next;
        }
        Some(Found::Shape(at))
    }

    fn unknown(&mut self, spot: &Spot, path: &str, step: &str, at: &Shape) {
        let known: Vec<String> = at.names().into_iter().map(str::to_owned).collect();
        let nearest = nearest(step, known.iter().map(String::as_str)).map(str::to_owned);
        let (spot, path) = (spot.clone(), path.to_owned());
        self.errors.push(TemplateError::UnknownValue { spot, path, known, nearest });
    }
}

impl<'s> Scope<'s> {
    /// One step further in.
    fn further(&self, shape: &'s Shape) -> Self {
        let mut inner = self.clone();
        inner.values.push(shape);
        inner
    }

    /// One step further in, with the names that the block gives.
    fn into(&self, shape: &'s Shape, helper: &HelperTemplate) -> Self {
        let mut inner = self.further(shape);
        match &helper.block_param {
            Some(BlockParam::Single(Parameter::Name(name))) => {
                inner.given.push((name.clone(), Some(shape)));
            }
            Some(BlockParam::Pair((Parameter::Name(name), Parameter::Name(key)))) => {
                inner.given.push((name.clone(), Some(shape)));
                inner.given.push((key.clone(), None));
            }
            _ => {}
        }
        inner
    }
}

fn spot(name: &str, at: Option<&TemplateMapping>) -> Spot {
    Spot { template: file_name(name), at: at.map(|place| (place.0, place.1)) }
}
