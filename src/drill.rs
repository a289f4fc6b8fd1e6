//! Table-top exercises: a script of something that really happened, filled with the organisation's
//! own activities, fallbacks and clocks.
//!
//! [`drill`] makes one view; [`terminal`], [`html`] and [`markdown`] only set it.

mod brief;
mod build;
mod cards;
mod choose;
mod clocks;
mod dilemma;
mod evaluation;
mod fill;
mod flaw;
mod notice;
mod paste;
mod render;
mod roles;
mod situation;
mod struck;
mod terminal;
mod view;

pub use build::{Asked, drill};
pub use notice::Notice;
pub use render::{html, markdown};
pub use terminal::terminal;
pub use view::DrillView;
