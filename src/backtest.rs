//! The track record of the rate rule: what it would have forecast in past years with what was known
//! then, and how that compares with what happened. docs/backtest.md has the formulas.
//!
//! ```text
//! Knowledge --Panel::read--> Panel --cells--> Cell a country and year --Known--> forecasts
//!     --Ranked--> Scores, once as they are and once for each draw of countries --> TrackRecord
//! ```

mod cells;
pub mod claims;
mod forecast;
mod gamma;
mod judged;
mod loss;
mod markdown;
mod newton;
mod onset;
mod panel;
mod prior;
mod ranking;
mod record;
pub(crate) mod reliability;
mod resample;
pub(crate) mod score;
mod sheet;
mod sheet_tables;
mod text;
mod track;

pub use forecast::Way;
pub use markdown::markdown;
pub use panel::{Gap, Panel};
pub use record::*;
pub use resample::{Estimate, WIDTH};
pub use text::text;
pub use track::{Asked, track};
