//! Views of the examples, made without the binary.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use blackstart::{
    advise::Advised,
    analysis::analyse,
    assess::{Facts, assess, unanswered::worth_answering},
    command::parallel::Threads,
    estate,
    knowledge::{self, Knowledge},
    modelling,
    profile::Profile,
    report::{self, PlanReport, ReportView, Templates, earlier::Earlier},
    simulation::options::Options,
};

use super::root;

pub fn profile(name: &str) -> Profile {
    let path = root().join("profiles").join(format!("{name}.toml"));
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn views_of(profile: &Profile) -> (ReportView, PlanReport) {
    static KNOWLEDGE: LazyLock<Knowledge> =
        LazyLock::new(|| knowledge::load(&BTreeMap::new()).unwrap());
    let knowledge = KNOWLEDGE.with_vendors(&profile.vendor);
    let estate = estate::resolve(profile, &knowledge, "2026-11-22".parse().unwrap());
    let modelled = modelling::model(&estate);
    let options = Options { trials: 4_096, ..Options::default() };
    let threads = Threads::default();
    let analysis = analyse(&modelled.model, options, &threads).unwrap();
    let open = worth_answering(&estate, &modelled.model, &threads);
    let facts = Facts {
        estate: &estate,
        modelled: &modelled,
        outcome: &analysis.outcome,
        analysis: &analysis,
        open: &open,
    };
    let advised = Advised::by_profile(&estate, &modelled, &threads);
    let assessment = assess(&facts);
    let first = report::build(&facts, &assessment, &advised, &[]);
    let earlier = [earlier(&first, "2026-05-22"), earlier(&first, "2026-08-22")];
    (report::build(&facts, &assessment, &advised, &earlier), report::plan(&facts, &advised))
}

/// A report as if it had been of another day.
fn earlier(view: &ReportView, day: &str) -> Earlier {
    let mut value = serde_json::to_value(view).unwrap();
    value["as_of"] = day.into();
    let (name, currency) = (&view.organization.name, &view.organization.currency);
    let as_of = view.as_of.parse().unwrap();
    Earlier::read(&value.to_string(), name, currency, as_of).unwrap()
}

pub fn view_of(profile: &Profile) -> ReportView {
    views_of(profile).0
}

/// Examples that come with blackstart.
pub const PROFILES: [&str; 4] =
    ["lantern-newsroom", "meridian-freight", "minimal", "northgate-bank"];

/// The view of an example. Many tests look at the same one, which is made once.
pub fn example(name: &str) -> &'static ReportView {
    static VIEWS: [OnceLock<ReportView>; PROFILES.len()] =
        [const { OnceLock::new() }; PROFILES.len()];
    let at = PROFILES.iter().position(|known| *known == name).unwrap();
    VIEWS[at].get_or_init(|| view_of(&profile(name)))
}

/// The same in HTML and Markdown.
pub fn rendered(name: &str) -> &'static (String, String) {
    static PAGES: [OnceLock<(String, String)>; PROFILES.len()] =
        [const { OnceLock::new() }; PROFILES.len()];
    let at = PROFILES.iter().position(|known| *known == name).unwrap();
    PAGES[at].get_or_init(|| both(example(name)))
}

pub fn both(view: &ReportView) -> (String, String) {
    let templates = Templates::embedded().unwrap();
    (report::html(view, &templates).unwrap(), report::markdown(view, &templates).unwrap())
}

/// The page without its script, which must be the one that its policy lets in.
pub fn without_script(html: &str) -> String {
    let text = std::fs::read_to_string(root().join("templates/script.js")).unwrap();
    let script = format!("<script>{text}</script>");
    let parts: Vec<&str> = html.split(&script).collect();
    assert_eq!(parts.len(), 2, "the script stands there once, as it is");
    parts.concat()
}
