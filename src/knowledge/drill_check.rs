//! Does the script of an exercise follow the record it is built on?

use super::{BLANKS, Drill, DrillCard, Fault, Knowledge, Lint, PartialDate, Precedent};
use crate::likelihood::ledger::days;

/// All faults of all scripts, by id.
pub fn check(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for drill in knowledge.drills.values() {
        let mut script = Script { knowledge, drill, faults };
        script.names();
        script.cards();
        script.order();
        script.coverage();
    }
}

/// Notes the scenarios that no script exercises.
pub fn unexercised(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for scenario in knowledge.scenarios.values() {
        let exercised =
            |drill: &Drill| drill.scenarios.iter().any(|id| knowledge.means(id, &scenario.id));
        if !knowledge.drills.values().any(exercised) {
            let file = format!("scenarios/{}.toml", scenario.id);
            let what = format!("no drill exercises `{}`", scenario.id);
            faults.push(Fault::new(Lint::NoDrill, file, what));
        }
    }
}

impl Knowledge {
    /// Does a word mean the scenario of this id?
    pub fn means(&self, word: &str, scenario: &str) -> bool {
        self.scenario(word).is_some_and(|one| one.id == scenario)
    }
}

impl DrillCard {
    /// When it happened: the day that is written, or that of the first precedent.
    pub fn day(&self, knowledge: &Knowledge) -> Option<PartialDate> {
        let told = || knowledge.precedent(self.precedents.first()?).map(|one| one.date);
        self.date.or_else(told)
    }
}

struct Script<'k> {
    knowledge: &'k Knowledge,
    drill: &'k Drill,
    faults: &'k mut Vec<Fault>,
}

impl Script<'_> {
    fn fault(&mut self, code: Lint, what: String) {
        self.faults.push(Fault::new(code, format!("drills/{}.toml", self.drill.id), what));
    }

    fn names(&mut self) {
        for id in self.drill.scenarios.iter().chain(&self.drill.chain) {
            if self.knowledge.scenario(id).is_none() {
                self.fault(Lint::UndefinedScenario, format!("scenario `{id}` is not defined"));
            }
        }
        if !self.knowledge.countries.contains_key(&self.drill.country) {
            let what = format!("country `{}` is not in countries.csv", self.drill.country);
            self.fault(Lint::UndefinedCountry, what);
        }
    }

    fn cards(&mut self) {
        for (index, card) in self.drill.card.iter().enumerate() {
            let place = format!("card {} ({})", index + 1, card.title);
            if !self.knowledge.ladder.stage.iter().any(|stage| stage.stage == card.stage) {
                let what = format!("{place}: stage {} is not in ladder.toml", card.stage);
                self.fault(Lint::UndefinedStage, what);
            }
            for text in card.texts() {
                if let Some(blank) = unfilled(text) {
                    let what = format!(
                        "{place}: nothing fills `{blank}`; the blanks are {}",
                        BLANKS.join(", ")
                    );
                    self.fault(Lint::DrillBlank, what);
                }
            }
            for id in &card.precedents {
                self.base(&place, card, id);
            }
        }
    }

    /// A card rests on precedents of the story's country and scenarios, within their days.
    fn base(&mut self, place: &str, card: &DrillCard, id: &str) {
        let knowledge = self.knowledge;
        let Some(precedent) = knowledge.precedent(id) else {
            let what = format!("{place}: precedent `{id}` is not defined");
            return self.fault(Lint::UndefinedPrecedent, what);
        };
        let mut named = self.drill.scenarios.iter().chain(&self.drill.chain);
        let scenario = knowledge.scenario(&precedent.scenario);
        if !named.any(|word| scenario.is_some_and(|one| knowledge.means(word, &one.id))) {
            let what = format!(
                "{place}: `{id}` is of the scenario `{}`, which neither `scenarios` nor `chain` names",
                precedent.scenario
            );
            self.fault(Lint::DrillBase, what);
        }
        if precedent.country != self.drill.country {
            let what = format!("{place}: `{id}` is not a precedent of {}", self.drill.country);
            self.fault(Lint::DrillBase, what);
        }
        let outside = card.date.is_some_and(|date| !within(precedent, date));
        if outside {
            let what = format!("{place}: its date is before or after `{id}`");
            self.fault(Lint::DrillBase, what);
        }
    }

    fn order(&mut self) {
        let first = self.drill.card.first().map(|card| card.minute);
        if first.is_some_and(|minute| minute != 0) {
            self.fault(Lint::DrillOrder, "the first card is handed out at minute 0".to_owned());
        }
        let real = |card: &DrillCard| card.day(self.knowledge).map(|d| (d.first_day(), card.hour));
        let late: Vec<usize> = (1..self.drill.card.len())
            .filter(|index| {
                let (before, after) = (&self.drill.card[index - 1], &self.drill.card[*index]);
                before.minute >= after.minute || real(before) > real(after)
            })
            .collect();
        for index in late {
            let what = format!(
                "card {} does not come after card {index}: minutes rise, and days do not fall",
                index + 1
            );
            self.fault(Lint::DrillOrder, what);
        }
    }

    fn coverage(&mut self) {
        for id in &self.drill.scenarios {
            let mut told = self.drill.card.iter().flat_map(|card| &card.precedents);
            let covered = told.any(|one| {
                let precedent = self.knowledge.precedent(one);
                precedent.is_some_and(|p| {
                    self.knowledge
                        .scenario(id)
                        .is_some_and(|s| self.knowledge.means(&p.scenario, &s.id))
                })
            });
            if !covered {
                let what = format!("no card has a precedent of the scenario `{id}`");
                self.fault(Lint::DrillBase, what);
            }
        }
    }
}

/// From the announcement of a measure to its end, or open.
fn within(precedent: &Precedent, date: PartialDate) -> bool {
    let notice = precedent.notice_days.unwrap_or(0.0);
    let begun = f64::from(days(date.last_day(), precedent.date.first_day())) <= notice;
    let open = precedent.end.is_none_or(|end| date.first_day() <= end.last_day());
    begun && open
}

/// The first text in braces that is not a blank.
fn unfilled(text: &str) -> Option<&str> {
    text.match_indices('{').find_map(|(at, _)| {
        let rest = &text[at..];
        let known = BLANKS.iter().any(|blank| rest.starts_with(blank));
        (!known).then(|| rest.find('}').map_or(rest, |end| &rest[..=end]))
    })
}

#[cfg(test)]
mod tests {
    use super::unfilled;

    #[test]
    fn only_known_blanks_are_filled() {
        assert_eq!(unfilled("in {country}: {channels}"), None);
        assert_eq!(unfilled("in {county} now"), Some("{county}"));
        assert_eq!(unfilled("an open {"), Some("{"));
    }
}
