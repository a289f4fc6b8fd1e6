//! The knowledge base as pages, lists and search results: what a person looks up before believing
//! a report, or instead of running one.
//!
//! Everything here is pure. Pages are values; [`text`] and [`markdown`] only set them.

mod add;
mod announcement;
mod country;
mod dispute;
mod drill;
mod fallback;
mod find;
mod in_force;
mod kind;
mod ladder;
mod list;
mod markdown;
mod measure;
mod node;
mod page;
mod precedent;
mod rates;
mod record;
mod scenario;
mod search;
mod source;
mod stats;
mod text;
mod vendor;
mod vendor_ways;
mod wording;

use jiff::civil::Date;

use crate::knowledge::Knowledge;

pub use add::add;
pub use find::{Found, Subject, find};
pub use kind::Kind;
pub use list::{Filter, Listing, list};
pub use markdown::{
    check as markdown_check, found as markdown_found, listing as markdown_listing,
    page as markdown_page, plain as markdown_inert,
};
pub use page::{Fact, Page, Section, Writer};
pub use search::search;
pub use stats::{Stats, stats};
pub use text::{
    check as text_check, found as text_found, listing as text_listing, page as text_page,
    stats as text_stats,
};

/// The page about one thing, as it stands on a day. `None` for an id that is not defined.
pub fn page(knowledge: &Knowledge, subject: &Subject, as_of: Date) -> Option<Page> {
    let id = subject.id.as_str();
    match subject.kind {
        Kind::Vendor => Some(vendor::page(knowledge, knowledge.vendor(id)?, as_of)),
        Kind::Country => Some(country::page(knowledge, id, as_of)),
        Kind::Scenario => Some(scenario::page(knowledge, knowledge.scenario(id)?, as_of)),
        Kind::Precedent => Some(precedent::page(knowledge, knowledge.precedent(id)?)),
        Kind::Announcement => {
            Some(announcement::page(knowledge, knowledge.announcement(id)?, as_of))
        }
        Kind::Measure => Some(measure::page(knowledge, knowledge.measures.get(id)?)),
        Kind::Drill => Some(drill::page(knowledge, knowledge.drills.get(id)?)),
        Kind::Node => Some(node::page(knowledge, knowledge.nodes.get(id)?)),
        Kind::Ladder => ladder::page(knowledge, id),
        Kind::Source => Some(source::page(knowledge, knowledge.sources.get(id)?)),
    }
}
