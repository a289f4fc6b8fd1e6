//! A portfolio in words.

use std::collections::BTreeMap;

use super::figures;
use crate::{
    engine::{band::Band, score::Level},
    knowledge::Knowledge,
    portfolio::{GroupLaw, Hit, Row, Shared, Weight},
    report::view::{
        GroupView, LeftOutFile, LevelCount, MemberView, PortfolioView, SharedCampaign, SharedName,
    },
    words,
};

/// Currency of the group.
const EURO: &str = "EUR";

/// Rows of each table; the whole list is for CSV.
const ROWS: usize = 50;

/// What a portfolio is summed up from.
pub struct Summed<'a> {
    pub knowledge: &'a Knowledge,
    pub as_of: jiff::civil::Date,
    pub members: usize,
    /// By level.
    pub levels: &'a BTreeMap<Level, usize>,
    /// The highest scores, the highest first.
    pub top: &'a [Row],
    pub shared: &'a Shared,
    pub group: Option<GroupLaw>,
    pub namesakes: Vec<String>,
    pub left_out: Vec<LeftOutFile>,
    pub refused: usize,
    pub over_appetite: usize,
}

/// Builds the view.
pub fn portfolio(summed: Summed) -> PortfolioView {
    let all: f64 = summed.shared.countries.values().map(|weight| weight.loss).sum();
    PortfolioView {
        document: "portfolio".to_owned(),
        format: 1,
        tool: concat!("blackstart ", env!("CARGO_PKG_VERSION")).to_owned(),
        as_of: summed.as_of.to_string(),
        method: summed.knowledge.method.version.clone(),
        sentences: sentences(&summed, all),
        members: summed.members,
        levels: Level::ALL
            .into_iter()
            .rev()
            .map(|level| LevelCount {
                level: level.name().to_owned(),
                members: summed.levels.get(&level).copied().unwrap_or(0),
            })
            .collect(),
        ranking: summed.top.iter().map(member).collect(),
        more: summed.members - summed.top.len(),
        group: summed.group.map(group),
        campaigns: campaigns(&summed),
        vendors: names(&summed.shared.vendors, all),
        jurisdictions: names(&summed.shared.jurisdictions, all),
        countries: names(&summed.shared.countries, all),
        namesakes: summed.namesakes,
        left_out: summed.left_out,
        refused: summed.refused,
    }
}

fn sentences(summed: &Summed, all: f64) -> Vec<String> {
    let mut told = vec![format!(
        "{} assessed as of {}: {} with an activity above its appetite; expected loss of all together {} \
         a year.",
        words::count(summed.members, "member"),
        summed.as_of,
        summed.over_appetite,
        words::money(all, EURO)
    )];
    if summed.refused > 0 {
        let files = words::count(summed.refused, "file");
        told.push(format!("Not assessed, and named at the end: {files}."));
    }
    if let Some(law) = summed.group.filter(|law| law.left_out > 0) {
        told.push(format!(
            "{} in a currency without a rate to the euro: they are in no amount of the group.",
            words::count(law.left_out, "member")
        ));
    }
    told
}

fn member(row: &Row) -> MemberView {
    MemberView {
        file: row.file.clone(),
        organization: row.organization.clone(),
        score: figures::points(Band::certain(row.score)),
        level: row.level.clone(),
        eal: figures::money_per_year(Band::certain(row.eal), &row.currency),
        any_breach: figures::probability(Band::certain(row.any_breach)),
        over_appetite: row.over_appetite,
        grave: row.findings.critical + row.findings.high,
        worst_case: row.worst_case.clone(),
    }
}

fn group(law: GroupLaw) -> GroupView {
    let money = |band: Band| figures::simulated(figures::money(band, EURO));
    let added = Band::certain(law.cvar95_added);
    let share = if law.cvar95_added > 0.0 { law.cvar95.value / law.cvar95_added } else { 0.0 };
    GroupView {
        trials: law.trials,
        members: law.members,
        mean: figures::money_per_year(Band::certain(law.mean), EURO),
        none: figures::probability(Band::certain(law.none)),
        p50: money(law.p50),
        var95: money(law.var95),
        var99: money(law.var99),
        cvar95: money(law.cvar95),
        cvar95_added: figures::money(added, EURO),
        sentence: format!(
            "One campaign hits all members in its country at once, so the worst year in 20 of the group \
             ({}) is {} of the members' own worst years added up ({}): members do not all have theirs in \
             the same year.",
            words::money(law.cvar95.value, EURO),
            words::share(share),
            words::money(law.cvar95_added, EURO)
        ),
    }
}

fn campaigns(summed: &Summed) -> Vec<SharedCampaign> {
    let mut all: Vec<(&(String, String), &Hit)> = summed.shared.campaigns.iter().collect();
    all.retain(|(_, hit)| hit.members > 0);
    all.sort_by(|a, b| b.1.loss.total_cmp(&a.1.loss));
    let view = |((country, scenario), hit): (&(String, String), &Hit)| SharedCampaign {
        country: country.clone(),
        name: (summed.knowledge.scenarios.get(scenario))
            .map_or_else(|| scenario.clone(), |one| one.name.clone()),
        scenario: scenario.clone(),
        members: hit.members,
        defeated: hit.defeated,
        frequency: figures::frequency(hit.frequency),
        loss: figures::money(Band::certain(hit.loss), EURO),
    };
    all.into_iter().take(ROWS).map(view).collect()
}

fn names(from: &BTreeMap<String, Weight>, all: f64) -> Vec<SharedName> {
    let mut rows: Vec<(&String, &Weight)> = from.iter().collect();
    rows.sort_by(|a, b| b.1.loss.total_cmp(&a.1.loss).then(b.1.members.cmp(&a.1.members)));
    let view = |(name, weight): (&String, &Weight)| SharedName {
        name: name.clone(),
        members: weight.members,
        share: figures::share(if all > 0.0 { weight.loss / all } else { 0.0 }),
        loss: figures::money_per_year(Band::certain(weight.loss), EURO),
    };
    rows.into_iter().take(ROWS).map(view).collect()
}
