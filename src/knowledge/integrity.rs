//! Do the parts of a knowledge base fit together? Every id that is named must be defined.

use std::collections::BTreeSet;

use super::{
    Backtest, Confidence, Fault, Knowledge, Lint, Measure, PLACEHOLDERS, PartialDate, class,
    drill_check, placeholders,
};

/// All faults, in the order of kinds and ids.
pub fn check(knowledge: &Knowledge) -> Vec<Fault> {
    let mut faults = Vec::new();
    vendors(knowledge, &mut faults);
    scenarios(knowledge, &mut faults);
    jurisdictions(knowledge, &mut faults);
    precedents(knowledge, &mut faults);
    announcements(knowledge, &mut faults);
    others(knowledge, &mut faults);
    let file = "borders.csv".to_owned();
    Checker { knowledge, file, faults: &mut faults }.countries(knowledge.borders.keys());
    disputes(knowledge, &mut faults);
    drill_check::check(knowledge, &mut faults);
    ladder(knowledge, &mut faults);
    switchover(knowledge, &mut faults);
    rates(knowledge, &mut faults);
    stresses(knowledge, &mut faults);
    faults
}

struct Checker<'k> {
    knowledge: &'k Knowledge,
    file: String,
    faults: &'k mut Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, code: Lint, what: String) {
        self.faults.push(Fault::new(code, self.file.clone(), what));
    }

    fn nodes<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if !self.knowledge.nodes.contains_key(id) {
                self.fault(Lint::UndefinedNode, format!("node `{id}` is not defined"));
            }
        }
    }

    fn sources<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if !self.knowledge.sources.contains_key(id) {
                self.fault(Lint::UndefinedSource, format!("source `{id}` is not defined"));
            }
        }
    }

    fn scenarios<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if self.knowledge.scenario(id).is_none() {
                self.fault(Lint::UndefinedScenario, format!("scenario `{id}` is not defined"));
            }
        }
    }

    fn countries<'a>(&mut self, codes: impl IntoIterator<Item = &'a String>) {
        for code in codes {
            if !self.knowledge.countries.contains_key(code)
                && !self.knowledge.jurisdictions.contains_key(code)
            {
                self.fault(
                    Lint::UndefinedCountry,
                    format!("country `{code}` is not in countries.csv"),
                );
            }
        }
    }

    fn precedents<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if self.knowledge.precedent(id).is_none() {
                self.fault(Lint::UndefinedPrecedent, format!("precedent `{id}` is not defined"));
            }
        }
    }

    fn vendors<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            if self.knowledge.vendor(id).is_none() {
                self.fault(Lint::UndefinedVendor, format!("vendor `{id}` is not defined"));
            }
        }
    }

    fn requirements(&mut self, measure: &Measure) {
        let known = &self.knowledge.measures;
        for id in measure.requires.iter().filter(|id| !known.contains_key(*id)) {
            self.fault(Lint::UndefinedMeasure, format!("measure `{id}` is not defined"));
        }
        let mut reached: BTreeSet<&String> = BTreeSet::new();
        let mut open: Vec<&String> = measure.requires.iter().collect();
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                open.extend(known.get(id).into_iter().flat_map(|one| &one.requires));
            }
        }
        if reached.contains(&measure.id) {
            let what = "it requires itself, directly or by way of others".to_owned();
            self.fault(Lint::CircularRequirement, what);
        }
    }

    fn sourced(&mut self, confidence: Confidence, has_source: bool, what: &str) {
        if confidence == Confidence::Sourced && !has_source {
            self.fault(Lint::NoSource, format!("{what} is called sourced but names no source"));
        }
    }
}

fn stresses(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    let file = "method.toml".to_owned();
    let scenarios = knowledge.method.stress.iter().map(|stress| &stress.scenario);
    Checker { knowledge, file, faults }.scenarios(scenarios);
}

fn vendors(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for vendor in knowledge.vendors.values() {
        let mut check = Checker { knowledge, file: format!("vendors/{}.toml", vendor.id), faults };
        check.nodes([&vendor.owner.node]);
        check.nodes(&vendor.owner.jurisdictions);
        check.nodes(vendor.install.values().flatten());
        check.nodes(vendor.push.values().flatten());
        check.nodes(&vendor.push_gateways);
        check.nodes(&vendor.hosting.nodes);
        check.nodes(vendor.needs.hard.iter().chain(&vendor.needs.soft));
        check.countries(vendor.owner.countries.iter().chain(&vendor.owner.headquarters));
        check.countries(
            vendor.local_entities.present_in.iter().chain(&vendor.local_entities.absent_in),
        );
        check.countries(&vendor.allowed_in);
        check.countries(vendor.block.iter().filter_map(|block| block.country.as_ref()));
        check.sources(&vendor.sources);
        check.sources(&vendor.stance.sources);
        check.sources(vendor.attention.iter().map(|attention| &attention.source));
        check.sources(vendor.block.iter().map(|block| &block.source));
        check.sourced(vendor.stance.confidence, !vendor.stance.sources.is_empty(), "the stance");
        check.vendors(&vendor.inherits);
        check.precedents(vendor.block.iter().filter_map(|block| block.precedent.as_ref()));
    }
}

fn scenarios(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for scenario in knowledge.scenarios.values() {
        let mut check =
            Checker { knowledge, file: format!("scenarios/{}.toml", scenario.id), faults };
        if !knowledge.rates.streams.stream.contains_key(&scenario.stream) {
            check.fault(
                Lint::UndefinedStream,
                format!("stream `{}` is not in rates/streams.toml", scenario.stream),
            );
        }
        for hit in &scenario.hit {
            check.nodes(hit.nodes.iter().chain(&hit.paths));
            let last_always = hit.chance.last().is_some_and(|chance| chance.when.is_empty());
            if !last_always {
                check.fault(
                    Lint::OpenChance,
                    "the last chance of a hit must hold always: give it no `when`".to_owned(),
                );
            }
            if hit
                .chance
                .iter()
                .any(|chance| chance.value.is_some() == chance.attention_times.is_some())
            {
                check.fault(
                    Lint::OpenChance,
                    "a chance has either `value` or `attention_times`".to_owned(),
                );
            }
        }
        let response = scenario.response.as_ref().map(|r| r.comply + r.resist + r.exit);
        if response.is_some_and(|sum| (sum - 1.0).abs() > 1e-9) {
            check.fault(
                Lint::AnswersSum,
                "the three answers of `response` do not sum to 1".to_owned(),
            );
        }
    }
}

fn jurisdictions(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for jurisdiction in knowledge.jurisdictions.values() {
        let file = format!("jurisdictions/{}.toml", jurisdiction.code.to_lowercase());
        let mut check = Checker { knowledge, file, faults };
        check.countries(&jurisdiction.members);
        for lever in &jurisdiction.lever {
            check.sources(&lever.law.source);
            check.sourced(lever.confidence, lever.law.source.is_some(), lever.kind.word());
        }
        for means in &jurisdiction.legality {
            check.sources(&means.law.source);
            check.sourced(means.confidence, means.law.source.is_some(), means.means.word());
        }
    }
}

fn precedents(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for precedent in &knowledge.precedents {
        let file = format!("precedents/{}.toml", precedent.country.to_lowercase());
        let mut check = Checker { knowledge, file, faults };
        check.scenarios([&precedent.scenario]);
        check.sources([&precedent.source]);
        check.countries([&precedent.country]);
        let unknown = precedent
            .vendors
            .iter()
            .find(|v| v.starts_with("all-") && !class::ALL.contains(&v.as_str()));
        if let Some(unknown) = unknown {
            check.fault(
                Lint::UndefinedClass,
                format!("`{unknown}` in {} is not a class of vendors", precedent.id),
            );
        }
        let ends_early =
            precedent.end.is_some_and(|end| end.last_day() < precedent.date.first_day());
        if ends_early {
            check.fault(Lint::EndsEarly, format!("{} ends before it begins", precedent.id));
        }
    }
}

fn announcements(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for one in &knowledge.announcements {
        let file = format!("announced/{}.toml", one.country.to_lowercase());
        let mut check = Checker { knowledge, file, faults };
        check.scenarios([&one.scenario]);
        check.countries([&one.country]);
        check.vendors(&one.vendors);
        check.sources(&one.source);
        check.sourced(one.confidence, one.source.is_some(), &one.id);
        let begin = one.announced.map(PartialDate::first_day);
        let ends = [one.effective, one.withdrawn, one.done];
        if ends.iter().flatten().any(|end| begin.is_some_and(|begin| end.last_day() < begin)) {
            check.fault(Lint::EndsEarly, format!("{} ends before it was announced", one.id));
        }
        if one.withdrawn.is_some() && one.done.is_some() {
            check.fault(Lint::ClosedTwice, format!("{} is both withdrawn and done", one.id));
        }
    }
}

fn others(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for measure in knowledge.measures.values() {
        let mut check =
            Checker { knowledge, file: format!("measures/{}.toml", measure.id), faults };
        check.scenarios(measure.counters.iter().chain(&measure.does_not_survive));
        check.nodes(&measure.shared_nodes);
        check.countries(&measure.counsel_first_in);
        check.nodes(measure.effect.iter().flat_map(|effect| &effect.depends_on));
        check.sources(&measure.sources);
        check.vendors(measure.effect.iter().filter_map(|effect| effect.vendor.as_ref()));
        check.requirements(measure);
    }
    for node in knowledge.nodes.values() {
        let mut check =
            Checker { knowledge, file: format!("nodes/{}.toml", node.category), faults };
        check.scenarios(node.effect.iter().map(|effect| &effect.scenario));
        check.countries(node.effect.iter().filter_map(|effect| effect.country.as_ref()));
        check.sources(&node.sources);
    }
    for source in knowledge.sources.values() {
        let mut check = Checker { knowledge, file: "sources".to_owned(), faults };
        if source.confidence == Confidence::Known && source.url.is_some() {
            check.fault(
                Lint::RecalledAddress,
                format!("source `{}` is recalled, so it has no address", source.id),
            );
        }
    }
}

fn disputes(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for dispute in knowledge.disputes.values() {
        let mut check = Checker { knowledge, file: "disputes.toml".to_owned(), faults };
        check.countries(&dispute.about.countries);
        check.vendors(&dispute.about.vendors);
        check.precedents(&dispute.about.precedents);
        check.sources(dispute.sides.iter().filter_map(|side| side.source.as_ref()));
        for side in &dispute.sides {
            check.sourced(side.confidence, side.source.is_some(), &side.claim);
        }
    }
}

fn ladder(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    let mut check = Checker { knowledge, file: "ladder.toml".to_owned(), faults };
    let known = |number: u32| knowledge.ladder.stage.iter().any(|stage| stage.stage == number);
    for rung in &knowledge.ladder.pace {
        check.sources(&rung.sources);
        if let Some(stage) = rung.go_at.filter(|stage| !known(*stage)) {
            check.fault(Lint::UndefinedStage, format!("stage {stage} is not in `[[stage]]`"));
        }
    }
    for one in &knowledge.ladder.lead_time {
        check.sources(&one.sources);
        check.scenarios(&one.into);
    }
}

fn switchover(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    let mut check = Checker { knowledge, file: "switchover.toml".to_owned(), faults };
    let mut seen = std::collections::BTreeSet::new();
    for step in &knowledge.switchover.step {
        check.sources(&step.sources);
        check.sourced(step.confidence, !step.sources.is_empty(), &step.id);
        if !seen.insert(&step.id) {
            check.fault(Lint::DuplicateId, format!("`{}` is already defined", step.id));
        }
    }
    let steps = knowledge.switchover.step.iter().map(|step| &step.text);
    let texts = steps.chain(knowledge.switchover.words.iter().map(|words| &words.text));
    for name in texts.flat_map(|text| placeholders(text)) {
        if !PLACEHOLDERS.contains(&name) {
            let known = PLACEHOLDERS.join(", ");
            let what = format!("`{{{name}}}` stands for nothing; names are {known}");
            check.fault(Lint::UnknownPlaceholder, what);
        }
    }
    for id in knowledge.switchover.before.iter().flat_map(|before| &before.measures) {
        if !knowledge.measures.contains_key(id) {
            check.fault(Lint::UndefinedMeasure, format!("measure `{id}` is not defined"));
        }
    }
}

fn rates(knowledge: &Knowledge, faults: &mut Vec<Fault>) {
    for duration in &knowledge.rates.durations {
        let file = "rates/durations.csv".to_owned();
        Checker { knowledge, file, faults }.scenarios([&duration.scenario]);
    }
    let history = &knowledge.rates.history;
    for name in history.replaced() {
        Checker { knowledge, file: name.to_owned(), faults }.countries(&history.codes(name));
    }
    let [first, last] = knowledge.rates.streams.years;
    if !(1900 <= first && first <= last && last <= 2200) {
        let what = "`years` takes a first and a last year from 1900 to 2200";
        faults.push(Fault::new(Lint::Unreadable, "rates/streams.toml", what));
    }
    let Backtest { tier_cuts, bins, .. } = &knowledge.rates.backtest;
    for (key, shares) in [("tier_cuts", tier_cuts.as_slice()), ("bins", bins)] {
        let ascend = shares.windows(2).all(|pair| pair[0] < pair[1]);
        if !ascend || shares.iter().any(|share| !(0.0..=1.0).contains(share)) {
            let what = format!("`{key}` takes ascending shares from 0 to 1");
            faults.push(Fault::new(Lint::Unreadable, "rates/backtest.toml", what));
        }
    }
}
