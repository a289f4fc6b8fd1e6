//! Gates: what a script wants to be stopped by, judged on a report and on the run it is compared with.

use std::{collections::BTreeSet, fmt, str::FromStr};

use crate::{
    assess::finding::FindingCode,
    compare::{
        Change, Reading, Way,
        reading::{Case, level_rank},
    },
    document::{inert, nearest, quoted},
    engine::score::Level,
    exit::Exit,
    words,
};

/// One gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// No breach probability is above appetite.
    Appetite,
    /// Nothing is worse than in the run that this one is compared with.
    Regression,
    /// No test, review, fact or acceptance is too old.
    Stale,
    /// No finding of this code is open.
    Finding(FindingCode),
    /// Neither the organisation nor an activity is at this level or above.
    Level(Level),
}

/// Findings that say that something is too old.
const STALE: [FindingCode; 4] = [
    FindingCode::StaleTest,
    FindingCode::ReviewOverdue,
    FindingCode::OldFacts,
    FindingCode::AcceptanceExpired,
];

impl Gate {
    /// The exit code of a run that fails it.
    pub const fn exit(self) -> Exit {
        match self {
            Self::Appetite | Self::Finding(_) | Self::Level(_) => Exit::OverAppetite,
            Self::Regression => Exit::Worse,
            Self::Stale => Exit::Stale,
        }
    }
}

impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Appetite => write!(f, "appetite"),
            Self::Regression => write!(f, "regression"),
            Self::Stale => write!(f, "stale"),
            Self::Finding(code) => write!(f, "finding:{}", code.word()),
            Self::Level(level) => write!(f, "level:{}", level_word(*level)),
        }
    }
}

fn level_word(level: Level) -> String {
    level.name().to_lowercase().replace(' ', "-")
}

impl FromStr for Gate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "appetite" => Ok(Self::Appetite),
            None if text == "regression" => Ok(Self::Regression),
            None if text == "stale" => Ok(Self::Stale),
            Some(("finding", code)) => FindingCode::ALL
                .iter()
                .find(|one| one.word() == code)
                .map(|one| Self::Finding(*one))
                .ok_or_else(|| {
                    unknown("code of a finding", code, FindingCode::ALL.iter().map(|c| c.word()))
                }),
            Some(("level", word)) => {
                let wanted = word.to_lowercase().replace([' ', '_'], "-");
                let found = Level::ALL.into_iter().find(|level| level_word(*level) == wanted);
                let names: Vec<String> = Level::ALL.into_iter().map(level_word).collect();
                found
                    .map(Self::Level)
                    .ok_or_else(|| unknown("level", word, names.iter().map(String::as_str)))
            }
            _ => Err(format!(
                "{} is no gate: use appetite, regression, stale, finding:CODE or level:LEVEL",
                quoted(&inert(text))
            )),
        }
    }
}

fn unknown<'a>(noun: &str, word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let hint = match nearest(word, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", words::list(&known.collect::<Vec<_>>())),
    };
    format!("{} is no {noun}: {hint}", quoted(&inert(word)))
}

/// How a gate was passed or failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub gate: Gate,
    pub passed: bool,
    /// In one line.
    pub reason: String,
    /// Ids of what failed it: findings, changes, or `activity:region`.
    pub ids: Vec<String>,
}

/// What gates are judged on.
pub struct Judging<'a> {
    pub now: &'a Reading,
    /// The run that this one is compared with, and what is different.
    pub before: Option<(&'a Reading, &'a [Change])>,
    /// Does only what that run did not have count?
    pub new_only: bool,
}

impl Judging<'_> {
    /// All of them, in the order in which they were asked for.
    pub fn all(&self, gates: &[Gate]) -> Vec<Judged> {
        gates.iter().map(|gate| self.judge(*gate)).collect()
    }

    fn judge(&self, gate: Gate) -> Judged {
        let ids = match gate {
            Gate::Appetite => self.over_appetite(),
            Gate::Regression => self.worse(),
            Gate::Stale => self.open(|code| STALE.iter().any(|one| one.word() == code)),
            Gate::Finding(code) => self.open(|one| one == code.word()),
            Gate::Level(level) => self.at_level(level),
        };
        let passed = ids.is_empty();
        let reason = if passed { "passed".to_owned() } else { reason(gate, &ids, self.new_only) };
        Judged { gate, passed, reason, ids }
    }

    fn over_appetite(&self) -> Vec<String> {
        self.cases(|case| case.over_appetite)
    }

    fn cases(&self, fails: impl Fn(&Case) -> bool) -> Vec<String> {
        let had: BTreeSet<String> =
            self.known(|one| one.cases.iter().filter(|case| fails(case)).map(id));
        let now = self.now.cases.iter().filter(|case| fails(case)).map(id);
        now.filter(|id| !had.contains(id)).collect()
    }

    fn at_level(&self, level: Level) -> Vec<String> {
        let least = level_rank(level.name());
        let reaches = |word: &str| level_rank(word) >= least;
        let whole = |one: &Reading| reaches(&one.verdict.level);
        let had = self.new_only && self.before.is_some_and(|(before, _)| whole(before));
        let own = (whole(self.now) && !had).then(|| "all".to_owned());
        own.into_iter().chain(self.cases(|case| reaches(&case.level))).collect()
    }

    fn open(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let had: BTreeSet<String> = self
            .known(|one| one.open().filter(|finding| wanted(&finding.code)).map(|f| f.id.clone()));
        let now = self.now.open().filter(|finding| wanted(&finding.code));
        now.map(|finding| finding.id.clone()).filter(|id| !had.contains(id)).collect()
    }

    fn worse(&self) -> Vec<String> {
        let changes = self.before.map_or(&[][..], |(_, changes)| changes);
        let worse = changes.iter().filter(|one| one.code.way() == Way::Worse);
        worse.map(Change::id).collect()
    }

    /// What the run before had already, where that does not count.
    fn known<'s, I: Iterator<Item = String>>(
        &'s self,
        ids: impl Fn(&'s Reading) -> I,
    ) -> BTreeSet<String> {
        let before = self.before.filter(|_| self.new_only);
        before.into_iter().flat_map(|(before, _)| ids(before)).collect()
    }
}

fn id(case: &Case) -> String {
    format!("{}:{}", case.activity, case.region)
}

/// Ids that are told on a terminal.
const TOLD: usize = 3;

fn reason(gate: Gate, ids: &[String], new_only: bool) -> String {
    let what = match gate {
        Gate::Appetite => "above appetite".to_owned(),
        Gate::Regression => "worse than the run it is compared with".to_owned(),
        Gate::Stale => "too old".to_owned(),
        Gate::Finding(code) => format!("open with the code {}", code.word()),
        Gate::Level(level) => format!("at level {} or above", level.name()),
    };
    let new = if new_only { " new" } else { "" };
    let mut told = words::list(&ids[..ids.len().min(TOLD)]);
    if ids.len() > TOLD {
        told = format!("{}, and {} more", ids[..TOLD].join(", "), ids.len() - TOLD);
    }
    format!("{}{new} {what}: {told}", ids.len())
}

/// The exit code of a run: that of the first gate that failed, by the order of the codes.
pub fn exit(judged: &[Judged]) -> Exit {
    let failed = judged.iter().filter(|one| !one.passed).map(|one| one.gate.exit());
    failed.min_by_key(|exit| exit.code()).unwrap_or(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates_are_read_and_written_alike() {
        for text in ["appetite", "regression", "stale", "finding:stale-test", "level:very-high"] {
            assert_eq!(text.parse::<Gate>().map(|gate| gate.to_string()), Ok(text.to_owned()));
        }
        let fault = |text: &str| text.parse::<Gate>().unwrap_err();
        assert!(fault("finding:stale-tset").contains("did you mean `stale-test`?"));
        assert!(fault("level:hgih").contains("did you mean `high`?"));
        assert!(fault("everything").contains("use appetite, regression"));
    }

    #[test]
    fn the_lowest_code_is_the_exit_code() {
        let judged = |gate, passed| Judged { gate, passed, reason: String::new(), ids: Vec::new() };
        assert_eq!(exit(&[]), Exit::Done);
        assert_eq!(exit(&[judged(Gate::Stale, false), judged(Gate::Appetite, true)]), Exit::Stale);
        let all = [judged(Gate::Stale, false), judged(Gate::Regression, false)];
        assert_eq!(exit(&all), Exit::Worse);
    }
}
