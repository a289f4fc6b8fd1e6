//! Tables of a solution for the terminal.

use super::{
    Solution,
    laws::LawFigures,
    simulated::{Mean, SimulationFigures},
};
use crate::{
    analysis::Comparison,
    engine::band::Band,
    ui::{
        Ui,
        layout::{Column, table},
    },
    words::{self, figure},
};

/// Rows of each table that a terminal shows; the JSON output has them all.
const MOST: usize = 40;

fn rows<T>(ui: &Ui, columns: &[Column], all: &[T], row: impl Fn(&T) -> Vec<String>) -> String {
    if all.is_empty() {
        return String::new();
    }
    let shown: Vec<Vec<String>> = all.iter().take(MOST).map(row).collect();
    let mut out = table(ui, columns, &shown);
    if all.len() > MOST {
        let rest = words::count(all.len() - MOST, "more row");
        crate::ui::layout::line(&mut out, ui, 2, &format!("{rest}; --format json has all."));
    }
    out
}

pub fn activities(solution: &Solution, ui: &Ui) -> String {
    let columns = [
        Column::text("Activity"),
        Column::text("Today"),
        Column::number("Hours"),
        Column::number("Loss"),
        Column::number("Switching"),
        Column::number("Breach"),
        Column::number("Score"),
    ];
    rows(ui, &columns, &solution.activities, |one| {
        let own = &one.residual;
        vec![
            one.name.clone(),
            one.standing.to_owned(),
            figure(own.hours),
            figure(own.loss),
            figure(own.switch_cost),
            figure(own.breach.value),
            figure(own.score),
        ]
    })
}

pub fn places(solution: &Solution, ui: &Ui) -> String {
    let columns = [
        Column::text("Place"),
        Column::number("Campaigns"),
        Column::number("Loss"),
        Column::number("Their cost"),
        Column::number("Any breach"),
    ];
    rows(ui, &columns, &solution.places, |one| {
        let joint = &one.any_breach;
        let breach = if joint.bounded() {
            format!("{} to {}", figure(joint.low), figure(joint.high))
        } else {
            figure(joint.value)
        };
        vec![
            one.name.clone(),
            figure(one.campaigns),
            figure(one.loss),
            figure(one.campaign_cost),
            breach,
        ]
    })
}

fn banded(name: String, one: &Band) -> Vec<String> {
    vec![name, figure(one.value), figure(one.low), figure(one.high)]
}

/// Every so many points of the curve a terminal shows one.
const EVERY: usize = 10;

pub fn law(law: &LawFigures, ui: &Ui) -> String {
    let columns = [
        Column::text("Figure"),
        Column::number("Value"),
        Column::number("Low"),
        Column::number("High"),
    ];
    let named = [
        ("P50", &law.p50),
        ("P90", &law.p90),
        ("P95", &law.p95),
        ("P99", &law.p99),
        ("CVaR95", &law.cvar95),
        ("CVaR99", &law.cvar99),
    ];
    let mut all: Vec<Vec<String>> =
        named.iter().map(|(name, one)| banded((*name).to_owned(), one)).collect();
    let points = law.exceedance.iter().step_by(EVERY).filter(|point| point.above > 0.0);
    all.extend(points.map(|point| {
        banded(format!("Chance of more than {}", figure(point.above)), &point.chance)
    }));
    table(ui, &columns, &all)
}

pub fn simulation(simulation: &SimulationFigures, ui: &Ui) -> String {
    let columns = [
        Column::text("Of a trial"),
        Column::number("Value"),
        Column::number("Standard error"),
        Column::number("95 % from"),
        Column::number("to"),
    ];
    let mean = |name: String, one: &Mean| {
        let mut row = banded(name, &one.mean);
        row.insert(2, figure(one.standard_error));
        row
    };
    let plain = |name: &str, one: &Band| {
        let mut row = banded(name.to_owned(), one);
        row.insert(2, String::new());
        row
    };
    let law = &simulation.loss_law;
    let mut all = vec![
        mean("Loss".to_owned(), &simulation.loss),
        plain("Loss, P95", &law.p95),
        plain("Loss, CVaR95", &law.cvar95),
        mean("Harm".to_owned(), &simulation.harm),
        plain("Chance of any breach", &simulation.any_breach),
    ];
    for activity in simulation.activities.iter().take(MOST) {
        all.push(mean(format!("Hours of {}", activity.name), &activity.hours));
    }
    table(ui, &columns, &all)
}

/// Those that differ most.
pub fn comparisons(solution: &Solution, ui: &Ui, most: usize) -> String {
    let columns = [
        Column::text("Figure"),
        Column::number("Exact"),
        Column::number("Simulated"),
        Column::number("Error"),
        Column::number("z"),
    ];
    let size = |one: &Comparison| one.z.map_or(-1.0, f64::abs);
    let mut all: Vec<&Comparison> = solution.comparisons.iter().collect();
    all.sort_by(|a, b| size(b).total_cmp(&size(a)));
    all.truncate(most);
    rows(ui, &columns, &all, |one| {
        vec![
            words::sentence(&one.quantity.to_string()),
            figure(one.exact),
            figure(one.simulated),
            figure(one.error),
            words::score(one.z, 2),
        ]
    })
}
