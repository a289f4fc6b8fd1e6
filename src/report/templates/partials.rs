//! Which template includes which. Two that include each other would overflow the stack at
//! rendering, and an abort cannot be reported, so they are refused before.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{Parameter, Template, TemplateElement};

use super::{Spot, TemplateError, file_name};
use crate::document::nearest;

/// For each template the templates that it includes.
type Includes = BTreeMap<String, BTreeSet<String>>;

/// Refuses partials that do not exist, that are computed, or that include each other.
pub fn check<'t>(
    templates: impl Iterator<Item = (&'t str, &'t Template)>,
) -> Result<(), TemplateError> {
    let templates: BTreeMap<&str, &Template> = templates.collect();
    let mut includes = Includes::new();
    for (name, template) in &templates {
        let mut found = BTreeSet::new();
        for include in Include::all(name, template) {
            let spot = include.spot;
            let Some(partial) = include.partial else {
                return Err(TemplateError::ComputedPartial { spot });
            };
            if !templates.contains_key(partial) {
                let nearest = nearest(partial, templates.keys().copied()).map(str::to_owned);
                let name = partial.to_owned();
                return Err(TemplateError::UnknownPartial { spot, name, nearest });
            }
            found.insert(partial.to_owned());
        }
        includes.insert((*name).to_owned(), found);
    }
    let mut done = BTreeSet::new();
    includes.keys().try_for_each(|name| descend(name, &includes, &mut Vec::new(), &mut done))
}

/// Follows includes downwards; meeting a name that is still open is a cycle.
fn descend(
    name: &str,
    includes: &Includes,
    open: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Result<(), TemplateError> {
    if let Some(start) = open.iter().position(|other| other == name) {
        let cycle = open[start..].iter().map(String::as_str).chain([name]);
        return Err(TemplateError::Cycle { names: cycle.map(file_name).collect() });
    }
    if done.contains(name) {
        return Ok(());
    }
    open.push(name.to_owned());
    for below in includes.get(name).into_iter().flatten() {
        descend(below, includes, open, done)?;
    }
    open.pop();
    done.insert(name.to_owned());
    Ok(())
}

/// One `{{> name}}` with its place.
struct Include<'t> {
    spot: Spot,
    /// Absent when an expression computes the name.
    partial: Option<&'t str>,
}

impl<'t> Include<'t> {
    fn all(name: &str, template: &'t Template) -> Vec<Self> {
        let mut found = Vec::new();
        Self::collect(name, template, &mut found);
        found
    }

    fn collect(name: &str, template: &'t Template, found: &mut Vec<Self>) {
        for (index, element) in template.elements.iter().enumerate() {
            match element {
                TemplateElement::PartialExpression(one) | TemplateElement::PartialBlock(one) => {
                    let at = template.mapping.get(index).map(|place| (place.0, place.1));
                    let partial = match &one.name {
                        Parameter::Name(partial) => Some(partial.as_str()),
                        _ => None,
                    };
                    found.push(Self { spot: Spot { template: file_name(name), at }, partial });
                    one.template.iter().for_each(|body| Self::collect(name, body, found));
                }
                TemplateElement::HelperBlock(block) => {
                    let bodies = block.template.iter().chain(&block.inverse);
                    bodies.for_each(|body| Self::collect(name, body, found));
                }
                _ => {}
            }
        }
    }
}
