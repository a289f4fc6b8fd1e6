//! How fast an installed app gets rarer once it can no longer be installed.
//!
//! A phone that has the app keeps it until it is replaced, and a person who has it stays until
//! they leave. Either ends it, independently, at a constant rate: so the share of people who still
//! have it halves again and again after the same time.

/// Hours of a year.
const YEAR: f64 = 8760.0;

/// Hours after which half of those who have an app installed have it no longer.
///
/// ```text
/// hazard     = 1 / phone life + staff turnover        a year
/// half-life  = ln 2 / hazard
/// ```
///
/// `phone_life_hours` is the mean life of a phone, `staff_turnover` the share of staff that leaves
/// in a year. Where neither phone nor person ever changes, the half-life is infinite.
pub fn installed_half_life_hours(phone_life_hours: f64, staff_turnover: f64) -> f64 {
    std::f64::consts::LN_2 * YEAR / (YEAR / phone_life_hours + staff_turnover)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_values_of_the_formula() {
        let years = |life: f64, staff| installed_half_life_hours(life * YEAR, staff) / YEAR;
        assert!((years(3.0, 0.0) - 3.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!((years(3.0, 0.15) - 1.434_097_614_951_0).abs() < 1e-9);
        assert!((years(1.0, 1.0) - std::f64::consts::LN_2 / 2.0).abs() < 1e-12);
    }

    #[test]
    fn more_turnover_never_lasts_longer_and_no_change_lasts_for_ever() {
        let base = installed_half_life_hours(20_000.0, 0.2);
        assert!(installed_half_life_hours(20_000.0, 0.3) < base);
        assert!(installed_half_life_hours(10_000.0, 0.2) < base);
        assert!(installed_half_life_hours(f64::INFINITY, 0.0).is_infinite());
    }
}
