//! "Driver dispatch in Russia and Turkey": activities with their countries, in few words.

use crate::{
    assess::{Case, Facts},
    words,
};

/// One activity in one country.
pub fn place(case: Case) -> String {
    format!("{} in {}", case.activity.name, case.region.name)
}

/// Cases, each activity once with its countries.
pub fn by_activity(facts: &Facts, cases: &[usize]) -> Vec<String> {
    let pairs = cases.iter().map(|index| {
        let case = facts.case(*index);
        (case.activity.name.as_str(), Some(case.region.name.as_str()))
    });
    grouped(pairs)
}

/// Names with their countries, each name once, in the order of first mention.
pub fn grouped<'a>(pairs: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, country) in pairs {
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, countries)) => countries.extend(country),
            None => groups.push((name, country.into_iter().collect())),
        }
    }
    let told = |(name, mut countries): (&str, Vec<&str>)| {
        countries.dedup();
        if countries.is_empty() {
            name.to_owned()
        } else {
            format!("{name} in {}", words::list(&countries))
        }
    };
    groups.into_iter().map(told).collect()
}
