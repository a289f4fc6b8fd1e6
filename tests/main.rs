//! One integration binary, so that it is linked once.

// A test fails by panicking.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod assess;
mod attribution;
mod backtest;
mod browser;
mod changes;
mod check;
mod commands;
mod docs;
mod drill;
mod editor;
mod estate;
mod example;
mod formats;
mod hostile;
mod house;
mod house_style;
mod import;
mod init;
mod input;
mod knowledge;
mod measures;
mod portfolio;
mod previous;
mod problems;
mod promises;
mod quarters;
mod schema;
mod sensitivity;
mod smoke;
mod solve;
mod support;
mod switchover;
mod templates;
mod verdicts;
