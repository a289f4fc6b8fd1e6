//! The script of the form, put together from its parts.

/// The parts in the order in which each finds what it needs. They stand in one function, which the
/// first opens and the last closes, so that none of them leaves a name behind on the page.
macro_rules! script {
    ($($part:literal),+ $(,)?) => {
        concat!($(include_str!(concat!("../../templates/form/script/", $part, ".js")), "\n"),+)
    };
}

pub(super) const SCRIPT: &str = script!(
    "begin",
    "tables",
    "helpers",
    "values",
    "schema",
    "write",
    "read",
    "names",
    "check",
    "remedy",
    "rules/survey",
    "rules/estate",
    "rules/people",
    "rules/time",
    "rules/measures",
    "rules/names",
    "sound",
    "places",
    "offers",
    "parts",
    "field",
    "list",
    "table",
    "cards",
    "page",
    "file",
    "notices",
    "open",
    "drafts",
    "start",
);
