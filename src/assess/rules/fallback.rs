//! Does each fallback exist, work, reach enough people, start in time, and is it lawful?

use crate::{
    assess::{
        facts::{Case, Facts},
        finding::{Finding, FindingCode, Severity},
    },
    estate::{Deployment, Fallback},
    knowledge::Legality,
    likelihood::readiness::Tested,
    profile::Audience,
    words,
};

/// `no-fallback`: none in that region that a company may use.
pub fn no_fallback(facts: &Facts) -> Vec<Finding> {
    let bare = facts.cases().filter(|case| facts.lawful_fallbacks(*case).is_empty());
    bare.map(|case| {
        let which =
            if case.instance.fallbacks.is_empty() { "no fallback" } else { "no lawful fallback" };
        let title = format!("{} in {} has {which}", case.activity.name, case.region.name);
        let remedy = "Name a channel that does not share what the present one needs, and test it";
        case.finding(FindingCode::NoFallback, by_tier(case), title, Vec::new(), remedy)
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
        let details: Vec<String> = case
            .instance
            .fallbacks
            .iter()
            .filter(|fallback| fallback.reach < case.activity.mbco.value)
            .map(|fallback| reach_line(facts, case, fallback))
            .collect();
        if !details.is_empty() {
            let title = subject(case, &details, "reaches too few people");
            let remedy = "Enrol the missing people, partners included, before it is needed";
            let code = FindingCode::ShortReach;
            findings.push(case.finding(code, Severity::Medium, title, details, remedy));
        }
    }
    findings
}

/// Who is reached, and what limits it.
fn reach_line(facts: &Facts, case: Case, fallback: &Fallback) -> String {
    let each: Vec<String> = case
        .instance
        .audience
        .iter()
        .map(|audience| match audience {
            Audience::Employees => {
                format!("{} of employees", words::share(fallback.employees.value))
            }
            Audience::Partners => format!("{} of partners", words::share(fallback.partners.value)),
        })
        .collect();
    let named = case.instance.audience.iter().map(|audience| match audience {
        Audience::Employees => fallback.employees.value,
        Audience::Partners => fallback.partners.value,
    });
    let limited = fallback.reach < named.fold(1.0, f64::min);
    let limit = if limited {
        format!(
            ", but only {} of users have it installed and registered",
            words::share(fallback.reach)
        )
    } else {
        String::new()
    };
    format!(
        "{} reaches {}{limit}; at least {} of each are needed",
        facts.channel(fallback.channel).name,
        words::list(&each),
        words::share(case.activity.mbco.value)
    )
}

/// `slow-fallback`.
pub fn slow(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let (rto, mtpd) = (case.activity.rto.value, case.activity.mtpd.value);
        let late: Vec<&Fallback> =
            case.instance.fallbacks.iter().filter(|f| f.activation.value > rto).collect();
        let line = |fallback: &&Fallback| {
            let assumed = if fallback.activation.assumed() { " (assumed)" } else { "" };
            let start = words::hours(fallback.activation.value);
            let name = &facts.channel(fallback.channel).name;
            format!("{name} starts after {start}{assumed}; the RTO is {}", words::hours(rto))
        };
        let details: Vec<String> = late.iter().map(line).collect();
        if !details.is_empty() {
            let beyond = late.iter().any(|fallback| fallback.activation.value > mtpd);
            let severity = if beyond { Severity::High } else { Severity::Low };
            let verb =
                if beyond { "starts later than the MTPD" } else { "starts later than the RTO" };
            let title = subject(case, &details, verb);
            let remedy =
                "Shorten the switch: accounts ready, numbers printed, one person who decides";
            let code = FindingCode::SlowFallback;
            findings.push(case.finding(code, severity, title, details, remedy));
        }
    }
    findings
}

/// `unlawful-fallback`: prohibited, unclear, or without the permit it needs.
pub fn unlawful(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for case in facts.cases() {
        let barred: Vec<(&Fallback, &Deployment)> = (case.instance.fallbacks.iter())
            .filter_map(|fallback| {
                Some((fallback, facts.deployment(fallback.channel, case.instance.region)?))
            })
            .filter(|(_, deployment)| !deployment.lawfulness.counts())
            .collect();
        if barred.is_empty() {
            continue;
        }
        let is = |value: Legality| barred.iter().any(|(_, one)| one.lawfulness.value == value);
        let severity = if is(Legality::Prohibited) { Severity::High } else { Severity::Medium };
        let remedy = if is(Legality::Licence) {
            "Get the permit and write `licensed_in` in the profile, or choose another means"
        } else if is(Legality::Unclear) {
            "Ask counsel, and choose another means until the answer is there"
        } else {
            "Choose another means"
        };
        let details: Vec<String> =
            barred.iter().map(|(fallback, one)| law_line(facts, case, fallback, one)).collect();
        let title = subject(
            case,
            &details,
            "does not count, because its use there is not settled as lawful",
        );
        let laws = barred.iter().filter_map(|(_, one)| one.lawfulness.law.as_ref());
        let mut one = case.finding(FindingCode::UnlawfulFallback, severity, title, details, remedy);
        one.sources = laws.filter_map(|law| law.law.source.clone()).collect();
        findings.push(one);
    }
    findings
}

fn law_line(facts: &Facts, case: Case, fallback: &Fallback, deployment: &Deployment) -> String {
    let word = match deployment.lawfulness.value {
        Legality::Prohibited => "prohibited for a company",
        Legality::Licence => "a permit is needed, and the profile does not say that it is held",
        Legality::Unclear | Legality::Lawful => "legal position unclear",
    };
    let law = deployment.lawfulness.law.as_ref();
    let basis = law.map(|law| law.law.basis.as_str()).filter(|basis| !basis.is_empty());
    let basis = basis.map_or(String::new(), |basis| format!(". {basis}"));
    format!("{} in {}: {word}{basis}", facts.channel(fallback.channel).name, case.region.name)
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
            let title = subject(case, &details, verb);
            findings.push(case.finding(code, severity, title, details, remedy));
        }
    }
    findings
}

fn subject(case: Case, details: &[String], verb: &str) -> String {
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
        ("does not count, because its use", "do not count, because their use"),
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
