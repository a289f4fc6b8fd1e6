//! Is a fallback one? A judgement for each activity, region, scenario and fallback, with its reason.

pub mod cases;
pub mod chance;
pub mod counting;
pub mod evidence;
pub mod ground;
pub mod judge;
pub mod scene;
pub mod survival;
pub mod ties;
pub mod wording;

pub use cases::{CaseVerdicts, SceneVerdicts, verdicts};
pub use counting::{Counting, Verdict};
pub use ground::Ground;
