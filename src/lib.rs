//! blackstart tells an organisation which conversations stop when a government leans on its
//! messaging vendors, how bad that is, and what to switch to.
//!
//! Data flows one way and changes its type at each step:
//!
//! ```text
//! profile.toml --load--> Document --check--> Profile --\
//!                                                       resolve --> Estate --model--> Model --solve--> Outcome
//! seeds/**.toml --load--> Document --check--> Knowledge-/   |                                            |
//!                                                           +------------ assess ------------------------+
//!                                                                        |
//!                                                                    Assessment --> ReportView --render--> report
//! ```
//!
//! A [`model`] can be read again and solved alone: [`solution`] shows what the engines say of it.
//!
//! From estate and model alone comes a [`drill`], an exercise for the people who would have to act.
//!
//! Beside that stands [`compound`], a simulation of yearly losses that knows none of the rest.
//!
//! Three rules hold everywhere. Knowledge is data: no vendor, country or scenario id stands in this
//! source. The middle ([`estate`], [`model`], [`engine`], [`assess`]) and [`compound`] are pure: no
//! I/O, no clock, no thread, no global. Templates and renderers compute nothing.

pub mod advise;
pub mod assess;
pub mod backtest;
pub mod browse;
pub mod cli;
pub mod command;
pub mod compare;
pub mod document;
pub mod drill;
pub mod estate;
pub mod exit;
pub mod failure;
pub mod form;
pub mod gallery;
pub mod gate;
pub mod history;
pub mod import;
pub mod interview;
pub mod knowledge;
pub mod likelihood;
pub mod model;
pub mod modelling;
pub mod portfolio;
pub mod profile;
pub mod report;
pub mod schema;
pub mod snapshot;
pub mod solution;
pub mod typed;
pub mod ui;
pub mod words;

pub use blackstart_solver::{
    analysis, compound, distribution, empirical, engine, measures, resilience, sensitivity,
    simulation,
};
