//! `solve`: the engines alone, on a model.

use super::{json::json, parallel::Threads};
use crate::{
    cli::{SolutionFormat, SolveArgs},
    document::file,
    exit::Exit,
    failure::Failure,
    model,
    simulation::options::Options,
    solution::{self, Solution},
    ui::Ui,
};

/// Reads, solves, prints.
pub fn run(args: &SolveArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let options = if args.no_simulation { None } else { Some(options(args)?) };
    let refused = |refusal| Failure::Refused(vec![refusal]);
    let text = file::read_model(&args.model).map_err(refused)?;
    let name = args.model.display().to_string();
    let model = model::read(&name, &text).map_err(refused)?;
    let threads = args.threads.map_or_else(Threads::default, |count| Threads(count.into()));
    let solution = Solution::new(&model, options, &threads)?;
    let text = match args.format {
        SolutionFormat::Terminal => solution::text(&solution, ui),
        SolutionFormat::Json => json(&solution)?,
    };
    ui.result(&text)?;
    Ok(Exit::Done)
}

/// What does not fit a number of the options is out of their range too.
fn options(args: &SolveArgs) -> Result<Options, Failure> {
    let options = Options {
        trials: u32::try_from(args.trials).unwrap_or(0),
        seed: args.seed,
        years: u32::try_from(args.years).unwrap_or(0),
        overlaps: args.overlaps,
        activation_sigma: args.activation_sigma,
        contagion: args.contagion,
    };
    let hint = "blackstart solve --help has every option with its range";
    options.check().map_err(|fault| Failure::usage(fault.to_string(), hint))?;
    Ok(options)
}
