//! Scenarios by country: all rows of the register that share both, together.

use std::collections::BTreeMap;

use super::figures;
use crate::{
    assess::{Assessment, Facts},
    engine::{band::Band, score::score},
    report::view::{MapCell, MapRow},
};

/// The sum of the harms of each country, with the number of rows in it.
type Cells = BTreeMap<usize, (f64, usize)>;

/// One row for each scenario of the register, the most harmful first. Harms add up, scores do not.
pub fn scenario_map(facts: &Facts, assessment: &Assessment) -> Vec<MapRow> {
    let mut sums: BTreeMap<&str, Cells> = BTreeMap::new();
    for row in &assessment.register {
        let (harm, rows) =
            sums.entry(&row.scenario).or_default().entry(row.region).or_insert((0.0, 0));
        *harm += row.residual;
        *rows += 1;
    }
    let whole = |cells: &Cells| -> f64 { cells.values().map(|(harm, _)| harm).sum() };
    let mut ordered: Vec<(&str, Cells)> = sums.into_iter().collect();
    ordered.sort_by(|a, b| whole(&b.1).total_cmp(&whole(&a.1)).then(a.0.cmp(b.0)));
    ordered
        .into_iter()
        .map(|(scenario, cells)| MapRow {
            scenario: scenario.to_owned(),
            name: facts.scenario_name(scenario).to_owned(),
            cells: (0..facts.estate.regions.len())
                .map(|region| cell(facts, region, cells.get(&region)))
                .collect(),
        })
        .collect()
}

fn cell(facts: &Facts, region: usize, sum: Option<&(f64, usize)>) -> MapCell {
    let place = &facts.estate.regions[region];
    let points = sum.map(|(harm, _)| score(&facts.modelled.model.scale, *harm));
    MapCell {
        region: place.code.clone(),
        country: place.name.clone(),
        score: points.map(|points| figures::points(Band::certain(points))),
        level: points.map(figures::level_name),
        rows: sum.map_or(0, |(_, rows)| *rows),
    }
}
