//! Names in a profile that only the knowledge base can resolve: vendors, countries, scenarios, nodes,
//! and what vendors carry.

mod capabilities;
mod countries;
mod measures;
mod nodes;
mod own;
mod scenarios;
mod vendors;

use super::rules::Seen;
use crate::{
    document::{Document, Problem},
    knowledge::Vendor,
};

/// What a profile may name. The knowledge base has more to say; this is all that reading a profile
/// needs.
pub trait Names {
    /// A vendor or medium, by its id or an alias.
    fn vendor(&self, id: &str) -> Option<&Vendor>;
    /// Every id and alias, for suggestions.
    fn vendor_ids(&self) -> Vec<&str>;
    /// The name of a country, by its code.
    fn country(&self, code: &str) -> Option<&str>;
    /// Every country as code and name, for suggestions.
    fn countries(&self) -> Vec<(&str, &str)>;
    /// Is there a scenario of that id or alias?
    fn has_scenario(&self, id: &str) -> bool;
    /// Every scenario as id and name, for suggestions.
    fn scenarios(&self) -> Vec<(&str, &str)>;
    /// Is there a node of that id?
    fn has_node(&self, id: &str) -> bool;
    /// Every node id, for suggestions.
    fn node_ids(&self) -> Vec<&str>;
    /// Is there a source of that id?
    fn has_source(&self, id: &str) -> bool;
    /// Every measure, by id.
    fn measure_ids(&self) -> Vec<&str>;
}

/// Every name that resolves to nothing.
pub fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let joined = own::Joined { names, own: &seen.profile.vendor };
    let mut problems = own::check(seen, names);
    let names: &dyn Names = &joined;
    problems.extend(vendors::check(seen, names));
    problems.extend(countries::check(seen, names));
    problems.extend(scenarios::check(seen, names));
    problems.extend(nodes::check(seen, names));
    problems.extend(capabilities::check(seen, names));
    problems.extend(measures::check(seen, names));
    problems
}

/// Countries that the shape walk refused for their length alone: a name where a code belongs is
/// better explained here.
pub fn explain(document: &Document, problems: &mut [Problem], names: &dyn Names) {
    countries::explain(document, problems, names);
}
