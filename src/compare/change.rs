//! What is different between two runs: values with a code, a stable id, and a sentence.

use serde::Serialize;

use super::reading::{Case, Reading, level_rank};
use crate::words;

macro_rules! codes {
    ($($variant:ident = $word:literal, $way:ident, $description:literal;)+) => {
        /// Every kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum ChangeCode { $(#[doc = $description] #[serde(rename = $word)] $variant),+ }

        impl ChangeCode {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in ids and JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// For better or for worse.
            pub const fn way(self) -> Way {
                match self { $(Self::$variant => Way::$way),+ }
            }

            /// One sentence.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description),+ }
            }
        }
    };
}

codes! {
    AppetiteExceeded = "appetite-exceeded", Worse, "An activity was inside its appetite and is above it now.";
    Stopped = "stopped", Worse, "An activity that ran is below its MBCO now.";
    LevelUp = "level-up", Worse, "The score has crossed into a higher level.";
    ScoreUp = "score-up", Worse, "The score has risen by a material number of points.";
    FindingOpened = "finding-opened", Worse, "A finding is open that was not.";
    AcceptanceEnded = "acceptance-ended", Worse, "A finding that was accepted is open again.";
    SeverityUp = "severity-up", Worse, "An open finding is graver than it was.";
    MovedToFallback = "moved-to-fallback", Worse, "An activity runs on its fallback and ran on its own \
        channel before.";
    ActivityNew = "activity-new", Neither, "An activity is assessed in a country where it was not.";
    ActivityGone = "activity-gone", Neither, "An activity is no longer assessed in a country.";
    FindingAccepted = "finding-accepted", Neither, "An open finding has been accepted.";
    SeverityDown = "severity-down", Better, "An open finding is less grave than it was.";
    FindingClosed = "finding-closed", Better, "A finding that was open is gone.";
    ScoreDown = "score-down", Better, "The score has fallen by a material number of points.";
    LevelDown = "level-down", Better, "The score has crossed into a lower level.";
    Restored = "restored", Better, "An activity is back at its MBCO or on its own channel.";
    AppetiteMet = "appetite-met", Better, "An activity was above its appetite and is inside it now.";
}

/// For better or for worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Worse,
    Neither,
    Better,
}

/// Subject and region of a change of the organisation as a whole.
pub const WHOLE: &str = "all";

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub code: ChangeCode,
    /// Activity id, id of a finding, or `all`.
    pub subject: String,
    /// Country code, or `all`.
    pub region: String,
    pub title: String,
}

impl Change {
    fn of(code: ChangeCode, subject: &str, region: &str, title: String) -> Self {
        Self { code, subject: subject.to_owned(), region: region.to_owned(), title }
    }

    /// `code:subject:region`, the same in every format.
    pub fn id(&self) -> String {
        format!("{}:{}:{}", self.code.word(), self.subject, self.region)
    }
}

/// All changes, the worst kind first. `material` is the number of points below which a score has not
/// moved.
pub fn changes(old: &Reading, new: &Reading, material: f64) -> Vec<Change> {
    let mut found = Vec::new();
    found.extend(whole(old, new, material));
    for case in &new.cases {
        match old.case(&case.activity, &case.region) {
            Some(before) => found.extend(of_case(before, case, material)),
            None => found.push(appeared(case)),
        }
    }
    let gone = old.cases.iter().filter(|case| new.case(&case.activity, &case.region).is_none());
    found.extend(gone.map(disappeared));
    found.extend(of_findings(old, new));
    found.sort_by_key(|one| one.code);
    found
}

fn whole(old: &Reading, new: &Reading, material: f64) -> Vec<Change> {
    let (before, after) = (&old.verdict, &new.verdict);
    let place = Place { subject: WHOLE, region: WHOLE, name: "The organisation" };
    moved(&place, (before.score.value, after.score.value), (&before.level, &after.level), material)
}

/// What a change is about, and what it is called.
struct Place<'a> {
    subject: &'a str,
    region: &'a str,
    name: &'a str,
}

/// Has a score moved by so many points? Where every point is material, none is still no change.
pub fn is_material(by: f64, points: f64) -> bool {
    by.abs() > 0.0 && by.abs() >= points
}

/// Score and level.
fn moved(
    place: &Place,
    (before, after): (f64, f64),
    (level_before, level_after): (&str, &str),
    material: f64,
) -> Vec<Change> {
    let mut found = Vec::new();
    let make = |code, title| Change::of(code, place.subject, place.region, title);
    let by = after - before;
    if is_material(by, material) {
        let code = if by > 0.0 { ChangeCode::ScoreUp } else { ChangeCode::ScoreDown };
        let title = format!("{}: score {before:.0} to {after:.0}", place.name);
        found.push(make(code, title));
    }
    let (low, high) = (level_rank(level_before), level_rank(level_after));
    if low != high {
        let code = if high > low { ChangeCode::LevelUp } else { ChangeCode::LevelDown };
        let title = format!("{}: level {level_before} to {level_after}", place.name);
        found.push(make(code, title));
    }
    found
}

/// Words of a standing.
const NORMAL: &str = "normal";
const DOWN: &str = "disrupted";

fn of_case(before: &Case, after: &Case, material: f64) -> Vec<Change> {
    let name = named(after);
    let place = Place { subject: &after.activity, region: &after.region, name: &name };
    let scores = (before.score.value, after.score.value);
    let mut found = moved(&place, scores, (&before.level, &after.level), material);
    let mut push = |code, title| found.push(Change::of(code, place.subject, place.region, title));
    let (risk, most) = (&after.breach.text, &after.appetite.text);
    match (before.over_appetite, after.over_appetite) {
        (false, true) => push(
            ChangeCode::AppetiteExceeded,
            format!("{name}: breach probability {risk} is above the appetite of {most}"),
        ),
        (true, false) => push(
            ChangeCode::AppetiteMet,
            format!("{name}: breach probability {risk} is inside the appetite of {most}"),
        ),
        _ => {}
    }
    match (before.standing.as_str(), after.standing.as_str()) {
        (a, b) if a == b => {}
        (_, DOWN) => push(ChangeCode::Stopped, format!("{name}: below its MBCO today")),
        (DOWN, _) | (_, NORMAL) => {
            push(ChangeCode::Restored, format!("{name}: works again ({})", after.standing));
        }
        _ => push(ChangeCode::MovedToFallback, format!("{name}: runs on its fallback today")),
    }
    found
}

/// "Dispatch, Russia".
pub fn named(case: &Case) -> String {
    format!("{}, {}", case.name, case.country)
}

fn appeared(case: &Case) -> Change {
    let title = format!("{}: new, with a score of {}", named(case), case.score.text);
    Change::of(ChangeCode::ActivityNew, &case.activity, &case.region, title)
}

fn disappeared(case: &Case) -> Change {
    let title = format!("{}: no longer assessed; its score was {}", named(case), case.score.text);
    Change::of(ChangeCode::ActivityGone, &case.activity, &case.region, title)
}

fn of_findings(old: &Reading, new: &Reading) -> Vec<Change> {
    let mut found = Vec::new();
    let mut push = |code, id: &str, title: String| {
        // A finding has its region in its id.
        found.push(Change::of(code, id, WHOLE, title));
    };
    for after in &new.findings {
        let before = old.finding(&after.id);
        let was_open = before.is_some_and(|one| one.accepted.is_none());
        let title = &after.title;
        match (before, &after.accepted) {
            (_, None) if was_open => {
                let before = before.map_or("", |one| one.severity.as_str());
                let (low, high) = (severity_rank(before), severity_rank(&after.severity));
                let title = format!("{title}: {before} to {}", after.severity);
                if high > low {
                    push(ChangeCode::SeverityUp, &after.id, title);
                } else if high < low {
                    push(ChangeCode::SeverityDown, &after.id, title);
                }
            }
            (Some(_), None) => push(ChangeCode::AcceptanceEnded, &after.id, title.clone()),
            (None, None) => push(ChangeCode::FindingOpened, &after.id, title.clone()),
            (_, Some(by)) if was_open => {
                push(ChangeCode::FindingAccepted, &after.id, format!("{title} ({by})"));
            }
            _ => {}
        }
    }
    let gone = old.open().filter(|before| new.finding(&before.id).is_none());
    for before in gone {
        push(ChangeCode::FindingClosed, &before.id, before.title.clone());
    }
    found
}

/// The gravest is the highest.
fn severity_rank(word: &str) -> usize {
    ["Low", "Medium", "High", "Critical"].iter().position(|one| *one == word).unwrap_or(0)
}

/// "3 worse, 2 better".
pub fn in_short(changes: &[Change]) -> String {
    let count = |way: Way| changes.iter().filter(|one| one.code.way() == way).count();
    let parts: Vec<String> =
        [(Way::Worse, "worse"), (Way::Better, "better"), (Way::Neither, "other")]
            .into_iter()
            .filter(|(way, _)| count(*way) > 0)
            .map(|(way, word)| format!("{} {word}", count(way)))
            .collect();
    if parts.is_empty() { "nothing has changed".to_owned() } else { words::list(&parts) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_documented() {
        let docs = include_str!("../../docs/changes.md");
        let mut words: Vec<&str> = ChangeCode::ALL.iter().map(|code| code.word()).collect();
        for word in &words {
            assert!(
                docs.contains(&format!("## {word}\n")),
                "docs/changes.md says nothing of {word}"
            );
        }
        assert_eq!(
            docs.matches("\n## ").count(),
            words.len(),
            "docs/changes.md has other headings"
        );
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), ChangeCode::ALL.len());
    }
}
