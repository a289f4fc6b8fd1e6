//! Acceptances: each names a finding, and no two the same.

use super::{Code, Problem, Seen, numbered, quoted};

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let findings: Vec<_> = numbered("acceptance", &seen.profile.acceptance)
        .map(|(path, acceptance)| (path.key("finding"), acceptance.finding.clone()))
        .collect();
    let mut problems =
        super::ids::duplicates(seen, "the acceptance of", "keep the one that holds", &findings);
    for (path, finding) in findings {
        if !finding.split(':').all(is_part) {
            let message = format!("{} is not the id of a finding", quoted(&finding));
            problems.push(
                seen.at(Code::BadFinding, path, message)
                    .label("not in the form of one")
                    .help("copy the id from the report: `stale-test:dispatch:RU`")
                    .help("`*` stands for any part: `stale-test:*:RU`"),
            );
        }
    }
    problems
}

fn is_part(part: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    part == "*" || (!part.is_empty() && part.chars().all(fits))
}
