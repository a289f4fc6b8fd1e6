//! The knowledge base: vendors, jurisdictions, scenarios, precedents, nodes, measures, sources and rates.

mod date;
mod jurisdiction;
mod measure;
mod method;
mod node;
mod precedent;
mod rates;
mod scenario;
mod source;
mod vendor;
mod vocabulary;

pub use date::PartialDate;
pub use jurisdiction::*;
pub use measure::*;
pub use method::*;
pub use node::*;
pub use precedent::*;
pub use rates::*;
pub use scenario::*;
pub use source::*;
pub use vendor::*;
pub use vocabulary::*;
