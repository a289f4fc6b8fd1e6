//! Ids: written so that they can stand in finding ids and file names, and each only once.

use super::{Code, KeyPath, Problem, Seen, numbered, quoted};

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let ids = |paths: Vec<(KeyPath, &str)>| -> Vec<_> {
        paths.into_iter().map(|(path, id)| (path.key("id"), id.to_owned())).collect()
    };
    let channels =
        ids(seen.channels().map(|(path, channel)| (path, channel.id.as_str())).collect());
    let activities =
        ids(seen.activities().map(|(path, activity)| (path, activity.id.as_str())).collect());
    let measures = ids(numbered("measure", &seen.profile.measure)
        .map(|(path, measure)| (path, measure.id.as_str()))
        .collect());
    let vendors = ids(numbered("vendor", &seen.profile.vendor)
        .map(|(path, vendor)| (path, vendor.id.as_str()))
        .collect());
    let countries: Vec<_> = numbered("region", &seen.profile.region)
        .map(|(path, region)| (path.key("country"), region.country.clone()))
        .collect();
    let mut problems: Vec<_> = channels
        .iter()
        .chain(&activities)
        .chain(&measures)
        .chain(&vendors)
        .filter_map(|(path, id)| bad_id(seen, path, id))
        .collect();
    problems.extend(duplicates(seen, "channel", "rename one of them", &channels));
    problems.extend(duplicates(seen, "activity", "rename one of them", &activities));
    problems.extend(duplicates(seen, "measure", "rename one of them", &measures));
    problems.extend(duplicates(seen, "vendor", "rename one of them", &vendors));
    problems.extend(duplicates(seen, "region", "put both into one", &countries));
    for (path, region) in numbered("region", &seen.profile.region) {
        let days: Vec<_> = numbered("elections", region.elections.as_deref().unwrap_or_default())
            .map(|(rest, day)| (path.clone().join(&rest), day.to_string()))
            .collect();
        problems.extend(duplicates(seen, "the election day", "once is enough", &days));
    }
    for (path, activity) in seen.activities() {
        let shares: Vec<_> = numbered("channels", activity.channels.as_deref().unwrap_or_default())
            .map(|(rest, share)| (path.clone().join(&rest).key("id"), share.id.clone()))
            .collect();
        problems.extend(duplicates(seen, "the activity's channel", "add up their shares", &shares));
    }
    problems
}

pub(super) fn bad_id(seen: &Seen<'_>, path: &KeyPath, id: &str) -> Option<Problem> {
    if id.chars().all(fits) {
        return None;
    }
    let problem = seen
        .at(Code::BadId, path.clone(), format!("{} cannot be an id", quoted(id)))
        .label("holds other characters than ids may")
        .help("ids have lower-case letters a to z, digits, `-`, `_`, and `.`; `name` may have all");
    let plain = plain(id);
    Some(if plain.is_empty() {
        problem
    } else {
        let advice = format!("write `{plain}`, here and wherever the id is used");
        problem.patch(seen.value(path), format!("\"{plain}\""), advice)
    })
}

fn fits(character: char) -> bool {
    character.is_ascii_lowercase()
        || character.is_ascii_digit()
        || matches!(character, '-' | '_' | '.')
}

/// The id with what does not fit left out, and white space turned into hyphens.
fn plain(id: &str) -> String {
    let lower = id.trim().to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join("-").chars().filter(|&c| fits(c)).collect()
}

/// Second and later uses of an id, each with the first beside it.
pub(super) fn duplicates(
    seen: &Seen<'_>,
    noun: &str,
    remedy: &str,
    ids: &[(KeyPath, String)],
) -> Vec<Problem> {
    let mut first = std::collections::BTreeMap::new();
    let mut problems = Vec::new();
    for (path, id) in ids {
        let Some(earlier) = first.get(id.as_str()) else {
            first.insert(id.as_str(), path);
            continue;
        };
        let message = format!("{noun} {} stands twice", quoted(id));
        problems.push(
            seen.at(Code::DuplicateId, path.clone(), message)
                .label("a second time")
                .also(seen.value(earlier), "the first time")
                .help(remedy),
        );
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn ids_are_made_plain() {
        assert_eq!(plain("Driver Dispatch"), "driver-dispatch");
        assert_eq!(plain("a:b*"), "ab");
        assert_eq!(plain("漢字"), "");
    }
}
