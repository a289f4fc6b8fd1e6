//! Is a breach of the MTPD more likely than the organisation tolerates?

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    engine::band::Band,
    words,
};

/// `breach-over-appetite`, by activity and region.
pub fn breach_over_appetite(facts: &Facts) -> Vec<Finding> {
    let over =
        facts.cases().filter(|case| case.residual.breach.value > case.activity.appetite.value);
    over.map(|case| {
        let (breach, appetite) = (case.residual.breach, case.activity.appetite.value);
        let grave = breach.value > 5.0 * appetite || breach.value >= 0.5;
        let severity = if grave { Severity::Critical } else { Severity::High };
        let details = band_line(breach, case.inherent.breach.value).into_iter().collect();
        let remedy = "Add or test a fallback that survives the same campaign, or accept the risk \
            in writing";
        case.finding(FindingCode::BreachOverAppetite, severity, title(case), details, remedy)
    })
    .collect()
}

fn title(case: Case) -> String {
    let (activity, region) = (&case.activity.name, &case.region.name);
    let mtpd = words::hours(case.activity.mtpd.value);
    let appetite = words::probability(case.activity.appetite.value);
    let breach = case.residual.breach.value;
    if breach >= 1.0 {
        return format!(
            "{activity} in {region} is certain to be down longer than its MTPD of {mtpd}; the \
             appetite is {appetite}"
        );
    }
    format!(
        "{activity} in {region}: {} probability of being down longer than its MTPD of {mtpd} \
         within 12 months; the appetite is {appetite}",
        words::probability(breach)
    )
}

/// Nothing to say of the band of what is certain.
fn band_line(breach: Band, inherent: f64) -> Option<String> {
    (breach.value < 1.0).then(|| {
        format!(
            "80 % band {} to {}; without fallbacks {}",
            words::probability(breach.low),
            words::probability(breach.high),
            words::probability(inherent)
        )
    })
}
