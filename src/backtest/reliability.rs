//! Did what was forecast with some probability happen that often?

use super::{record::Bin, score::Case};

/// Counts forecasts between the edges, the lower edge of each bin included.
pub fn table(cases: &[Case], edges: &[f64]) -> Vec<Bin> {
    let from = std::iter::once(0.0).chain(edges.iter().copied());
    let to = edges.iter().copied().chain([1.0]);
    from.zip(to).map(|(from, to)| bin(cases, from, to)).collect()
}

fn bin(cases: &[Case], from: f64, to: f64) -> Bin {
    let inside = |case: &&Case| {
        case.forecast >= from && (case.forecast < to || (to >= 1.0 && case.forecast <= to))
    };
    let inside: Vec<&Case> = cases.iter().filter(inside).collect();
    let number = inside.len() as f64;
    let some = |sum: f64| (!inside.is_empty()).then(|| sum / number);
    Bin {
        from,
        to,
        country_years: inside.len(),
        mean_forecast: some(inside.iter().map(|case| case.forecast).sum()),
        observed: some(inside.iter().filter(|case| case.happened).count() as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_forecast_is_in_one_bin() {
        let case = |(country, forecast): (usize, f64)| Case {
            country,
            forecast,
            happened: forecast > 0.4,
        };
        let forecasts = [0.0, 0.1, 0.1, 0.3, 0.5, 1.0];
        let cases: Vec<Case> = forecasts.into_iter().enumerate().map(case).collect();
        let bins = table(&cases, &[0.1, 0.5, 0.6]);
        assert_eq!(bins.iter().map(|bin| bin.country_years).collect::<Vec<_>>(), [1, 3, 1, 1]);
        assert_eq!(bins[1].observed, Some(0.0));
        assert_eq!(bins[3].mean_forecast, Some(1.0));
        assert_eq!(table(&[], &[0.5])[0].observed, None);
    }
}
