//! The templates of the reports: those in the binary, each of which a person may replace by name.
//!
//! A template sees the [`ReportView`](super::ReportView) and nothing else. It cannot open a file,
//! run code or reach the network, and a value that the view does not have is an error.

mod check;
mod error;
mod helpers;
mod partials;
mod refuse;
mod shape;

pub use error::{Spot, TemplateError};
pub(super) use helpers::{is_web, parameter};
pub use refuse::refusals;

use std::collections::{BTreeMap, BTreeSet};

use handlebars::{
    Handlebars,
    template::{Template, TemplateElement},
};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{
    chart::{Charts, HistoryPage, Waterfalls},
    html, markdown,
    view::{ComparisonView, HistoryView, PlanReport, PortfolioView, ReportView},
};
use crate::{document::nearest, drill::DrillView, snapshot::sha256};
use check::Check;
use shape::Shape;

/// Name and text of each file below `templates/`.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// What the name of a file that is a template ends with; other files are included as they are.
const ENDING: &str = ".hbs";

/// The style of HTML pages.
const STYLE: &str = "style.css";

/// What a house adds to the style.
const HOUSE: &str = "house.css";

/// The script of the HTML report.
const SCRIPT: &str = "script.js";

/// Folders of the templates of each format; charts are drawn in HTML only.
const HTML: &[&str] = &["html/", "chart/"];
const MARKDOWN: &[&str] = &["markdown/"];

/// What a walk found.
struct Walked {
    errors: Vec<TemplateError>,
    /// Templates that some page includes.
    seen: BTreeSet<String>,
}

/// The templates of all formats, parsed and checked. Each format has its own way to escape.
#[derive(Debug)]
pub struct Templates {
    html: Handlebars<'static>,
    markdown: Handlebars<'static>,
    /// SHA-256 of all names and texts, as hex.
    hash: String,
}

impl Templates {
    /// Those in the binary.
    pub fn embedded() -> Result<Self, TemplateError> {
        Self::with_overrides(&BTreeMap::new())
    }

    /// Those in the binary, some replaced: from the name of a file, as in [`Templates::defaults`], to
    /// its text.
    pub fn with_overrides(overrides: &BTreeMap<String, String>) -> Result<Self, TemplateError> {
        let known = || EMBEDDED.iter().map(|(name, _)| *name);
        if let Some(name) = overrides.keys().find(|name| !known().any(|one| one == name.as_str())) {
            let nearest = nearest(name, known()).map(str::to_owned);
            return Err(TemplateError::UnknownTemplate { name: name.clone(), nearest });
        }
        // A report is the same bytes whatever line ends the tree was checked out with.
        let text = |name: &str, own: &str| {
            overrides.get(name).map_or(own, String::as_str).replace("\r\n", "\n")
        };
        let files: BTreeMap<&'static str, String> =
            EMBEDDED.iter().map(|(name, own)| (*name, text(name, own))).collect();

        let mut html = registry(HTML, &files)?;
        let text = |name: &str| files.get(name).map_or("", String::as_str);
        html::prepare(&mut html, &[text(STYLE), text(HOUSE)].concat(), text(SCRIPT));
        let mut markdown = registry(MARKDOWN, &files)?;
        markdown::prepare(&mut markdown);
        let all: Vec<String> =
            files.iter().map(|(name, text)| format!("{name}\0{text}\0")).collect();
        Ok(Self { html, markdown, hash: sha256(all.concat().as_bytes()) })
    }

    /// SHA-256 of all of them, as hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Names and texts of the files that make up the reports, all of which can be replaced.
    pub fn defaults() -> impl Iterator<Item = (&'static str, &'static str)> {
        EMBEDDED.iter().copied()
    }

    /// Every path that leads nowhere, and every helper that does not exist, on all pages; in the order
    /// of the templates.
    pub fn faults(&self) -> Vec<TemplateError> {
        let mut faults: Vec<TemplateError> =
            self.walked().into_iter().flat_map(|walked| walked.errors).collect();
        faults.sort_by_cached_key(ToString::to_string);
        faults.dedup();
        faults
    }

    /// Templates that no page includes.
    pub fn unused(&self) -> Vec<String> {
        let all = [&self.html, &self.markdown].into_iter().zip(self.walked());
        let mut names: Vec<String> = all
            .flat_map(|(registry, walked)| {
                let own = registry.get_templates().keys();
                own.filter(|name| !walked.seen.contains(*name))
                    .map(|name| file_name(name))
                    .collect::<Vec<_>>()
            })
            .filter(|name| name.ends_with(ENDING))
            .collect();
        names.sort();
        names
    }

    /// A walk through all pages of both formats.
    fn walked(&self) -> [Walked; 2] {
        let report = shape::<ReportView>();
        let page = report.clone().with("charts", shape::<Charts>());
        let (plan, drill) = (shape::<PlanReport>(), shape::<DrillView>());
        let compare = shape::<ComparisonView>();
        let portfolio = shape::<PortfolioView>();
        let history = shape::<HistoryView>();
        let kept = shape::<HistoryPage>();
        let drawn = compare.clone().with("charts", shape::<Waterfalls>());
        let pages = |registry: &Handlebars,
                     folder: &str,
                     own: &[&str],
                     [report, compare, history]: [&Shape; 3]| {
            let helpers = [&helpers::COMMON[..], own].concat();
            let find = |name: &str| registry.get_template(name);
            let mut check = Check::new(&find, &helpers);
            let pages = [
                ("report", report),
                ("plan", &plan),
                ("drill", &drill),
                ("compare", compare),
                ("history", history),
                ("portfolio", &portfolio),
            ];
            for (name, shape) in pages {
                check.root(&format!("{folder}/{name}"), shape);
            }
            Walked { errors: check.errors, seen: check.seen }
        };
        [
            pages(&self.html, "html", &helpers::HTML, [&page, &drawn, &kept]),
            pages(&self.markdown, "markdown", &helpers::MARKDOWN, [&report, &compare, &history]),
        ]
    }

    /// A page or document of its own beside the reports: `html/...` or `markdown/...`.
    pub fn page(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        let registry = if name.starts_with("html/") { &self.html } else { &self.markdown };
        render(registry, name, view)
    }

    pub(super) fn html(&self, view: &impl Serialize) -> Result<String, TemplateError> {
        render(&self.html, "html/report", view)
    }

    pub(super) fn markdown(&self, view: &impl Serialize) -> Result<String, TemplateError> {
        render(&self.markdown, "markdown/report", view)
    }
}

/// What a view looks like.
fn shape<T: JsonSchema>() -> Shape {
    Shape::of(&schema_for!(T).to_value())
}

fn render(
    registry: &Handlebars,
    name: &str,
    view: &impl Serialize,
) -> Result<String, TemplateError> {
    registry.render(name, view).map_err(|error| TemplateError::render(&error))
}

/// A registry of the templates in some folders, and of the files that are no templates.
fn registry(
    folders: &[&str],
    files: &BTreeMap<&'static str, String>,
) -> Result<Handlebars<'static>, TemplateError> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    helpers::register(&mut registry);
    for (file, text) in files {
        match file.strip_suffix(ENDING) {
            Some(name) if folders.iter().any(|folder| file.starts_with(folder)) => registry
                .register_template_string(name, text)
                .map_err(|error| TemplateError::syntax(file, &error))?,
            Some(_) => {}
            None => registry.register_template(file, verbatim(text)),
        }
    }
    let empty = files.iter().filter(|(_, text)| text.trim().is_empty());
    let empty = empty.filter_map(|(file, _)| file.strip_suffix(ENDING)).map(str::to_owned);
    helpers::register_filled(&mut registry, empty.collect());
    let templates = registry.get_templates().iter();
    partials::check(templates.map(|(name, template)| (name.as_str(), template)))?;
    Ok(registry)
}

/// A template without expressions, whatever braces are in the text.
fn verbatim(text: &str) -> Template {
    let mut template = Template::default();
    template.elements.push(TemplateElement::RawString(text.to_owned()));
    template
}

/// The file that holds the template of this name.
fn file_name(template: &str) -> String {
    if EMBEDDED.iter().any(|(file, _)| *file == template) {
        template.to_owned()
    } else {
        format!("{template}{ENDING}")
    }
}
