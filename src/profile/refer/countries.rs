//! Country codes, and the names and abbreviations that people write instead.

use crate::{
    document::{Code, Document, KeyPath, Problem, nearest, quoted},
    profile::{
        refer::Names,
        rules::{Seen, numbered},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    written(seen)
        .into_iter()
        .filter(|(_, code)| names.country(code).is_none())
        .map(|(path, code)| {
            let span = seen.value(&path);
            advise(Problem::new(Code::UnknownCountry, span, unknown(code)).at(path), code, names)
        })
        .collect()
}

/// Replaces what a length alone could say about a country.
pub(super) fn explain(document: &Document, problems: &mut [Problem], names: &dyn Names) {
    for problem in problems {
        let of_country = matches!(problem.path.last_key(), Some("home" | "country"));
        let text = document.text.get(problem.span.clone()).unwrap_or_default();
        let name = text.trim_matches(['"', '\'']);
        if problem.code != Code::WrongLength || !of_country || name.is_empty() {
            continue;
        }
        let new = Problem::new(Code::UnknownCountry, problem.span.clone(), unknown(name));
        *problem = advise(new.at(problem.path.clone()), name, names);
    }
}

fn unknown(code: &str) -> String {
    format!("{} is not the code of a country", quoted(code))
}

fn advise(problem: Problem, written: &str, names: &dyn Names) -> Problem {
    let span = problem.span.clone();
    let problem = problem.label("no such country");
    match meant(written, &names.countries()) {
        Some((code, name)) => {
            let exact = written.trim().to_lowercase();
            let sure = exact == code.to_lowercase() || exact == name.to_lowercase();
            let advice = format!("did you mean `{code}`, {name}?");
            let problem = problem.patch(span, format!("\"{code}\""), advice);
            if sure { problem.safe() } else { problem }
        }
        None => problem.help("countries are written as ISO 3166-1 alpha-2 codes, such as `DE`"),
    }
}

/// Every country that a profile writes, the lists of regions aside: those are compared with the
/// profile itself.
fn written<'a>(seen: &Seen<'a>) -> Vec<(KeyPath, &'a str)> {
    let profile = seen.profile;
    let home = KeyPath::from("organization").key("home");
    let mut found = vec![(home, profile.organization.home.as_str())];
    for (path, region) in numbered("region", &profile.region) {
        found.push((path.key("country"), &region.country));
    }
    for (path, channel) in seen.channels() {
        let mut add = |path: KeyPath, key, codes: &'a [String]| {
            found.extend(
                numbered(key, codes).map(|(rest, code)| (path.clone().join(&rest), code.as_str())),
            );
        };
        add(path.clone(), "hosted_in", channel.hosted_in.as_deref().unwrap_or_default());
        add(path.clone(), "licensed_in", channel.licensed_in.as_deref().unwrap_or_default());
        for (rest, data) in numbered("data", channel.data.as_deref().unwrap_or_default()) {
            let path = path.clone().join(&rest);
            add(path.clone(), "stored_in", &data.stored_in);
            add(path, "subjects", data.subjects.as_deref().unwrap_or_default());
        }
    }
    found
}

/// The country that was meant: by code, by name, by the initials of its name, or by a name that is
/// nearly right.
fn meant<'a>(written: &str, countries: &[(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let lower = written.trim().to_lowercase();
    if lower.is_empty() {
        return None;
    }
    let find = |fits: &dyn Fn(&str, &str) -> bool| {
        countries
            .iter()
            .copied()
            .find(|(code, name)| fits(&code.to_lowercase(), &name.to_lowercase()))
    };
    find(&|code, _| code == lower)
        .or_else(|| find(&|_, name| name == lower))
        .or_else(|| find(&|_, name| initials(name) == lower))
        .or_else(|| find(&|_, name| lower.len() > 3 && name.starts_with(&lower)))
        .or_else(|| find(&|_, name| lower.len() > 4 && name.contains(&lower)))
        .or_else(|| {
            let near = nearest(&lower, countries.iter().map(|(_, name)| *name))?;
            countries.iter().copied().find(|(_, name)| lower.len() > 3 && *name == near)
        })
}

/// "United Kingdom" is "uk", and "United States of America" is "usa".
fn initials(name: &str) -> String {
    let counts = |word: &&str| !matches!(*word, "of" | "the" | "and");
    name.split_whitespace().filter(counts).filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::meant;

    const COUNTRIES: [(&str, &str); 6] = [
        ("AE", "United Arab Emirates"),
        ("GB", "United Kingdom"),
        ("KZ", "Kazakhstan"),
        ("RU", "Russian Federation"),
        ("TR", "Türkiye"),
        ("US", "United States of America"),
    ];

    #[test]
    fn names_and_abbreviations_find_their_code() {
        for (written, code) in [
            ("UK", "GB"),
            ("USA", "US"),
            ("uae", "AE"),
            ("Russia", "RU"),
            ("ru", "RU"),
            ("Kasakhstan", "KZ"),
            ("united kingdom", "GB"),
            ("türkiye", "TR"),
        ] {
            assert_eq!(meant(written, &COUNTRIES).map(|found| found.0), Some(code), "{written}");
        }
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        for written in ["XX", "", "Q", "Atlantis", "R"] {
            assert_eq!(meant(written, &COUNTRIES), None, "{written}");
        }
    }
}
