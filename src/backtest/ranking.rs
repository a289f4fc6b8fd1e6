//! The forecast for the first year that cannot be scored yet.

use super::{
    forecast::{Known, Way},
    panel::Panel,
    record::{Next, Ranking},
};

/// All countries, the highest forecast first.
pub fn next(panel: &Panel, known: &Known) -> Next {
    let prior = known.prior();
    let own = known.forecast(Way::OwnRate);
    let rule = known.forecast(Way::TierAndSize);
    let one = |(country, (probability, own_rate)): (usize, (f64, f64))| {
        let (code, cell) = (panel.codes[country], known.cells[country]);
        Ranking {
            code: code.to_owned(),
            name: panel.knowledge.country_name(code).to_owned(),
            probability,
            own_rate,
            tier: cell.tier + 1,
            large: cell.large,
            starts: known.totals[country],
        }
    };
    let mut countries: Vec<Ranking> = rule.into_iter().zip(own).enumerate().map(one).collect();
    // Stable, so that equals stay in the order of their codes.
    countries.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let means = |half: usize| [0, 2, 4, 6].map(|tier| prior.means[tier + half]);
    Next { year: known.year, shape: prior.shape, small: means(0), large: means(1), countries }
}
