//! A solution on a terminal: wrapped, and never wider than asked. All of it is in the JSON output.

use super::{Solution, Whole, figures::JointFigure, simulated::SimulationFigures, tables};
use crate::{
    analysis::Engine,
    engine::band::Band,
    ui::{
        Ui,
        layout::{heading, line},
    },
    words::{self, figure},
};

/// All of it, the organisation first.
pub fn text(solution: &Solution, ui: &Ui) -> String {
    let mut out = String::new();
    top(&mut out, ui, solution);
    law(&mut out, ui, solution);
    section(&mut out, ui, "Activities, a year (exact)", &tables::activities(solution, ui));
    section(&mut out, ui, "Places, a year (exact)", &tables::places(solution, ui));
    if let Some(simulation) = &solution.simulation {
        simulated(&mut out, ui, simulation);
        compared(&mut out, ui, solution);
    }
    out
}

fn section(out: &mut String, ui: &Ui, title: &str, table: &str) {
    if !table.is_empty() {
        out.push('\n');
        heading(out, ui, title);
        out.push_str(table);
    }
}

fn top(out: &mut String, ui: &Ui, solution: &Solution) {
    let about = &solution.model;
    heading(
        out,
        ui,
        &format!(
            "Model of {} in {}, {} and {}, method {}",
            words::count(about.activities, "activity"),
            words::count(about.places, "place"),
            words::count(about.streams, "stream"),
            words::count(about.campaigns, "campaign"),
            about.method
        ),
    );
    let width = words::share(about.band);
    let Whole { loss, harm, score, .. } = &solution.organization.residual;
    let bare = &solution.organization.inherent;
    for (name, own, inherent) in [
        ("Expected loss a year", loss, &bare.loss),
        ("Annual harm", harm, &bare.harm),
        ("Score", score, &bare.score),
    ] {
        line(
            out,
            ui,
            2,
            &format!(
                "{name}: {} ({width} band {}); without fallbacks {} (exact)",
                figure(own.value),
                between(own),
                figure(inherent.value)
            ),
        );
    }
    any_breach(out, ui, solution, &width);
}

fn between(banded: &Band) -> String {
    format!("{} to {}", figure(banded.low), figure(banded.high))
}

fn any_breach(out: &mut String, ui: &Ui, solution: &Solution, width: &str) {
    let joint = &solution.organization.residual.any_breach;
    let bare = &solution.organization.inherent.any_breach;
    let [low, high] = joint.bounds.map(figure);
    let band = format!("{} to {}", figure(joint.low), figure(joint.high));
    let own = match joint.engine {
        _ if joint.bounded() => format!("between {low} and {high} (bounds of the exact engine)"),
        Engine::Simulation => {
            format!("{} (simulation, 95 % interval {band})", figure(joint.value))
        }
        _ => format!("{} ({width} band {band}; exact)", figure(joint.value)),
    };
    line(
        out,
        ui,
        2,
        &format!("Chance of any breach of an MTPD: {own}; without fallbacks {}", bare_words(bare)),
    );
    if joint.engine == Engine::Simulation {
        let text = format!(
            "The joint states are too many to enumerate, so joint figures are simulated; the \
             exact engine gives bounds, {low} to {high}."
        );
        line(out, ui, 2, &text);
    } else if joint.bounded() {
        let text = "The joint states are too many to enumerate; a simulation of one year, without \
                    overlaps, contagion or drawn activation, would give the figure.";
        line(out, ui, 2, text);
    }
}

fn bare_words(joint: &JointFigure) -> String {
    if joint.bounded() {
        format!("{} to {} (bounds)", figure(joint.low), figure(joint.high))
    } else {
        figure(joint.value)
    }
}

fn law(out: &mut String, ui: &Ui, solution: &Solution) {
    out.push('\n');
    let Some(law) = &solution.loss_law else {
        heading(out, ui, "Law of the year's loss");
        let text = "Not computed: the joint states are too many for a transform, and no plain year \
                    was simulated.";
        line(out, ui, 2, text);
        return;
    };
    heading(out, ui, &format!("Law of the year's loss ({})", law.engine.name()));
    let band = match law.engine {
        Engine::Simulation => "95 % intervals of the trials".to_owned(),
        _ => format!("{} bands of the rates", words::share(solution.model.band)),
    };
    line(
        out,
        ui,
        2,
        &format!(
            "Mean {}, standard deviation {}, chance of no loss {}; {band}",
            figure(law.mean),
            figure(law.deviation),
            figure(law.none)
        ),
    );
    out.push_str(&tables::law(law, ui));
}

fn simulated(out: &mut String, ui: &Ui, simulation: &SimulationFigures) {
    let options = &simulation.options;
    let years = words::count(options.years as usize, "year");
    let trials = words::grouped(f64::from(options.trials));
    out.push('\n');
    heading(out, ui, &format!("Simulation: {trials} trials of {years}, seed {}", options.seed));
    let mut extra = Vec::new();
    if options.overlaps {
        extra.push("overlapping outages count once".to_owned());
    }
    if options.activation_sigma > 0.0 {
        extra.push(format!("activation times vary with sigma {}", options.activation_sigma));
    }
    if options.contagion > 0.0 {
        let chance = options.contagion;
        extra.push(format!("each neighbour copies a campaign with chance {chance}"));
    }
    if !extra.is_empty() {
        line(out, ui, 2, &words::sentence(&words::list(&extra)));
    }
    out.push_str(&tables::simulation(simulation, ui));
}

/// Comparisons that a terminal shows; the JSON output has them all.
const MOST: usize = 12;

fn compared(out: &mut String, ui: &Ui, solution: &Solution) {
    if solution.comparisons.is_empty() {
        let text = "Nothing to compare: the exact engine computes one year, without overlaps, \
                    contagion or drawn activation.";
        line(out, ui, 2, text);
        return;
    }
    let judged = solution.comparisons.iter().filter(|one| one.z.is_some()).count();
    let title = format!(
        "Exact against simulated: {judged} of {} comparisons have a z",
        solution.comparisons.len()
    );
    section(out, ui, &title, &tables::comparisons(solution, ui, MOST));
    if solution.comparisons.len() > MOST {
        let text = format!("The first {MOST} by size of z; --format json has all.");
        line(out, ui, 2, &text);
    }
}
