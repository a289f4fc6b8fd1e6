//! Does each fallback exist, work, reach enough people, start in time, and is it lawful?

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    estate::Fallback,
    knowledge::Legality,
    likelihood::readiness::Tested,
    words,
};

/// `no-fallback`: none at all in that region.
pub fn no_fallback(facts: &Facts) -> Vec<Finding> {
    let bare = facts.cases().filter(|case| case.instance.fallbacks.is_empty());
    bare.map(|case| {
        let title = format!("{} in {} has no fallback", case.activity.name, case.region.name);
        let remedy = "Name a channel that does not share what the present one needs, and test it";
        finding(case, FindingCode::NoFallback, by_tier(case), title, Vec::new(), remedy)
    })
    .collect()
}

/// `untested-fallback`.
pub fn untested(facts: &Facts) -> Vec<Finding> {
    let never =
        |_: &Facts, f: &Fallback| (f.tested == Tested::Never).then(|| "never tested".to_owned());
    grouped(
        facts,
        FindingCode::UntestedFallback,
        Severity::Medium,
        "was never tested",
        never,
        "Test it with the people who would use it, and write the date and result in the profile",
    )
}

/// `failed-test`.
pub fn failed(facts: &Facts) -> Vec<Finding> {
    let failed = |_: &Facts, f: &Fallback| {
        (f.tested == Tested::Failed).then(|| match f.tested_on {
            Some(day) => format!("failed on {day}"),
            None => "failed, date not given".to_owned(),
        })
    };
    grouped(
        facts,
        FindingCode::FailedTest,
        Severity::High,
        "failed its last test",
        failed,
        "Repair what failed and repeat the test",
    )
}

/// `stale-test`.
pub fn stale(facts: &Facts) -> Vec<Finding> {
    let stale = |facts: &Facts, f: &Fallback| match (f.tested, f.tested_on) {
        (Tested::Passed(days), Some(day))
            if f64::from(days) > facts.estate.knowledge.method.readiness.stale_days =>
        {
            Some(format!("last tested {days} days ago, on {day}"))
        }
        _ => None,
    };
    grouped(
        facts,
        FindingCode::StaleTest,
        Severity::Medium,
        "was last tested too long ago",
        stale,
        "Repeat the test",
    )
}

/// `short-reach`.
pub fn short_reach(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let mbco = case.activity.mbco.value;
        let line = |f: &Fallback| {
            (f.reach < mbco).then(|| {
                let partners = if case.region.partners > 0 {
                    format!(" and {} of partners", words::share(f.partners.value))
                } else {
                    String::new()
                };
                format!(
                    "{} reaches {} of employees{partners}; at least {} are needed",
                    facts.channel(f.channel).name,
                    words::share(f.employees.value),
                    words::share(mbco)
                )
            })
        };
        let details: Vec<String> = case.instance.fallbacks.iter().filter_map(line).collect();
        if !details.is_empty() {
            let title = subject(facts, case, &details, "reaches too few people");
            findings.push(finding(
                case,
                FindingCode::ShortReach,
                Severity::Medium,
                title,
                details,
                "Enrol the missing people, partners included, before it is needed",
            ));
        }
    }
    findings
}

/// `slow-fallback`.
pub fn slow(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let rto = case.activity.rto.value;
        let line = |f: &Fallback| {
            (f.activation.value > rto).then(|| {
                let assumed = if f.activation.assumed() { " (assumed)" } else { "" };
                format!(
                    "{} starts after {}{assumed}; the RTO is {}",
                    facts.channel(f.channel).name,
                    words::hours(f.activation.value),
                    words::hours(rto)
                )
            })
        };
        let details: Vec<String> = case.instance.fallbacks.iter().filter_map(line).collect();
        if !details.is_empty() {
            let title = subject(facts, case, &details, "starts later than the RTO");
            findings.push(finding(
                case,
                FindingCode::SlowFallback,
                Severity::Low,
                title,
                details,
                "Shorten the switch: accounts ready, numbers printed, one person who decides",
            ));
        }
    }
    findings
}

/// `unlawful-fallback`: prohibited, unclear, or without the permit it needs.
pub fn unlawful(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let (mut details, mut sources, mut worst) = (Vec::new(), Vec::new(), Severity::Medium);
        for fallback in &case.instance.fallbacks {
            let Some(deployment) = facts.deployment(fallback.channel, case.instance.region) else {
                continue;
            };
            let lawfulness = &deployment.lawfulness;
            if lawfulness.counts() {
                continue;
            }
            let word = match lawfulness.value {
                Legality::Prohibited => "is prohibited for a company",
                Legality::Licence => "needs a permit that the profile does not say is held",
                Legality::Unclear | Legality::Lawful => {
                    "has an unclear legal position: counsel should answer"
                }
            };
            if lawfulness.value == Legality::Prohibited {
                worst = Severity::High;
            }
            let law = lawfulness.law.as_ref();
            let basis = law.map(|law| law.law.basis.as_str()).filter(|basis| !basis.is_empty());
            let basis = basis.map_or(String::new(), |basis| format!(": {basis}"));
            details.push(format!(
                "{} {word} in {}{basis}",
                facts.channel(fallback.channel).name,
                case.region.name
            ));
            sources.extend(law.and_then(|law| law.law.source.clone()));
        }
        if !details.is_empty() {
            let title = subject(
                facts,
                case,
                &details,
                "does not count, because the law does not let a company use it",
            );
            let remedy =
                "Get the permit and write `licensed_in` in the profile, or choose another means";
            let mut one =
                finding(case, FindingCode::UnlawfulFallback, worst, title, details, remedy);
            one.sources = sources;
            findings.push(one);
        }
    }
    findings
}

/// One finding for each case in which at least one fallback has the fault.
fn grouped(
    facts: &Facts,
    code: FindingCode,
    severity: Severity,
    verb: &str,
    fault: impl Fn(&Facts, &Fallback) -> Option<String>,
    remedy: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let line = |f: &Fallback| {
            fault(facts, f).map(|fault| format!("{}: {fault}", facts.channel(f.channel).name))
        };
        let details: Vec<String> = case.instance.fallbacks.iter().filter_map(line).collect();
        if !details.is_empty() {
            let title = subject(facts, case, &details, verb);
            findings.push(finding(case, code, severity, title, details, remedy));
        }
    }
    findings
}

fn subject(_: &Facts, case: Case, details: &[String], verb: &str) -> String {
    let which = if details.len() == 1 {
        "a fallback".to_owned()
    } else {
        format!("{} fallbacks", details.len())
    };
    let verb = if details.len() == 1 { verb.to_owned() } else { plural(verb) };
    format!("{} in {}: {which} {verb}", case.activity.name, case.region.name)
}

/// The verbs above for more than one fallback.
fn plural(verb: &str) -> String {
    let fixed = [
        ("was ", "were "),
        ("reaches ", "reach "),
        ("starts ", "start "),
        ("does not count", "do not count"),
        ("its last test", "their last tests"),
    ];
    fixed.iter().fold(verb.to_owned(), |verb, (one, many)| verb.replace(one, many))
}

fn by_tier(case: Case) -> Severity {
    match case.activity.tier.value {
        1 => Severity::Critical,
        2 => Severity::High,
        3 => Severity::Medium,
        _ => Severity::Low,
    }
}

fn finding(
    case: Case,
    code: FindingCode,
    severity: Severity,
    title: String,
    details: Vec<String>,
    remedy: &str,
) -> Finding {
    Finding {
        code,
        subject: case.activity.id.clone(),
        region: case.region.code.clone(),
        severity,
        title,
        details,
        remedy: remedy.to_owned(),
        owner: case.activity.owner.clone(),
        sources: Vec::new(),
        accepted: None,
    }
}
