//! Spreadsheets that people already have, put into a profile.
//!
//! A sheet is read row by row into values of the profile; the values are put into the text of the
//! profile, where comments, order and everything that no row speaks of stay as they are.

mod column;
mod merge;
mod sheet;

pub use column::{COLUMNS, Column, Sheet};
pub use merge::{Changes, merge};
pub use sheet::{Row, read};
