//! The knowledge base: vendors, jurisdictions, scenarios, precedents, nodes, measures, sources and rates.

mod base;
mod date;
mod files;
mod integrity;
mod jurisdiction;
mod load;
mod measure;
mod method;
mod node;
mod precedent;
mod rates;
mod scenario;
mod source;
mod tables;
mod vendor;
mod vocabulary;

pub use base::Knowledge;
pub use date::PartialDate;
pub use files::{EMBEDDED, Entries, FileKind, Ladder, Overlay};
pub use jurisdiction::*;
pub use load::{Fault, load};
pub use measure::*;
pub use method::*;
pub use node::*;
pub use precedent::*;
pub use rates::*;
pub use scenario::*;
pub use source::*;
pub use vendor::*;
pub use vocabulary::*;
