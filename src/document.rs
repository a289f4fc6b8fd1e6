//! TOML text with places: parse, check, locate, explain.
//!
//! A file that a person wrote goes through five stages: syntax, shape (the schema that the type
//! derives), serde, the type's own value rules, and whatever rules the caller adds. Every stage
//! reports all that it can see; the reading stops only between stages. Everything here is pure
//! except [`file`], the one place that touches a disk.

mod code;
mod decode;
pub mod file;
mod inert;
mod json;
mod limits;
mod load;
mod nearest;
mod path;
mod place;
mod problem;
mod refusal;
mod remark;
mod render;
mod shape;
mod syntax;
mod validated;
mod words;

pub use blackstart_solver::model::bound;
pub use code::Code;
pub use inert::{inert, inert_json, inert_lines};
pub use json::{remark_json, to_json};
pub use limits::MAX_BYTES;
pub use load::{load, rest};
pub use nearest::nearest;
pub use path::{KeyPath, Step};
pub use place::{Document, Place};
pub use problem::{Patch, Problem};
pub use refusal::Refusal;
pub use remark::Remark;
pub use render::{Style, remarks, render, summary};
pub use words::{count, list, quoted};
