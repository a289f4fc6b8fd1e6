//! One file a command. Each reads what it needs, runs the pure middle, and hands the result to the
//! [`Ui`].

mod assess;
mod backtest;
mod check;
mod clock;
mod compare;
mod completions;
mod drill;
mod folder;
mod form;
mod history;
mod import;
mod init;
mod json;
mod judged;
mod knowledge;
mod man;
mod output;
pub mod parallel;
mod plan;
mod portfolio;
mod previous;
mod schema;
mod sensitivity;
mod snapshots;
mod solve;
mod subject;
mod templates;

use crate::{
    cli::{Cli, Command},
    exit::Exit,
    failure::Failure,
    ui::Ui,
};

/// Runs the command that was asked for.
pub fn run(cli: Cli, ui: &mut Ui) -> Result<Exit, Failure> {
    match cli.command {
        Command::Init(args) => init::run(&args, ui),
        Command::Import(args) => import::run(&args.what, ui),
        Command::Form(args) => form::run(&args, ui),
        Command::Assess(args) => assess::run(&args, ui),
        Command::Check(args) => check::run(&args, ui),
        Command::Compare(args) => compare::run(&args, ui),
        Command::History(args) => history::run(&args, ui),
        Command::Portfolio(args) => portfolio::run(&args, ui),
        Command::Plan(args) => plan::run(&args, ui),
        Command::Drill(args) => drill::run(&args, ui),
        Command::Sensitivity(args) => sensitivity::run(&args, ui),
        Command::Knowledge(args) => knowledge::run(&args.command, ui),
        Command::Backtest(args) => backtest::run(&args, ui),
        Command::Solve(args) => solve::run(&args, ui),
        Command::Schema(args) => schema::run(&args, ui),
        Command::Templates(args) => templates::run(&args, ui),
        Command::Completions(args) => completions::run(args.shell, ui),
        Command::Man(args) => man::run(&args, ui),
    }
}
