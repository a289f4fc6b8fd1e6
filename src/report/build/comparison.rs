//! From two runs to the view of their comparison.

use super::{figures, indicators::gates};
use crate::{
    compare::{
        Attribution, Change, Reading, Way,
        change::{in_short, is_material, named},
        corner::{CaseMoved, Moved},
        edits::{place, shown},
        reading::{Case, Figure as Reported},
        shapley::{Factor, Parts},
        worth::{Difference, MOST, Worth},
    },
    engine::band::Band,
    gate::Judged,
    report::view::{
        CaseMovedView, ChangeView, ComparisonView, EditView, Figure, IndicatorMovedView, MovedView,
        PartView, RunView,
    },
    words,
};

/// A run with what its report does not say.
pub struct Run<'a> {
    pub reading: &'a Reading,
    pub tool: &'a str,
    /// SHA-256 of the knowledge base.
    pub knowledge: &'a str,
}

/// Everything a comparison is made of.
pub struct Compared<'a> {
    pub before: Run<'a>,
    pub after: Run<'a>,
    pub changes: &'a [Change],
    /// None where the profile of a side cannot be judged any more.
    pub attribution: Option<&'a Attribution>,
    /// None where there are too many edits.
    pub edits: Option<&'a [Worth]>,
    pub notes: &'a [String],
    pub gates: &'a [Judged],
    /// Points below which a score has not moved.
    pub material: f64,
}

/// Smaller moves of a score are not listed, in points.
const LEAST_POINTS: f64 = 0.05;

/// Differences as views.
pub fn changes(all: &[Change]) -> Vec<ChangeView> {
    let view = |one: &Change| ChangeView {
        id: one.id(),
        code: one.code.word().to_owned(),
        way: match one.code.way() {
            Way::Worse => "worse",
            Way::Neither => "neither",
            Way::Better => "better",
        }
        .to_owned(),
        title: one.title.clone(),
    };
    all.iter().map(view).collect()
}

/// Builds the view.
pub fn comparison(compared: &Compared) -> ComparisonView {
    let after = compared.after.reading;
    ComparisonView {
        document: "comparison".to_owned(),
        format: 1,
        tool: concat!("blackstart ", env!("CARGO_PKG_VERSION")).to_owned(),
        organization: after.organization.name.clone(),
        currency: after.organization.currency.clone(),
        before: run(&compared.before),
        after: run(&compared.after),
        sentence: sentence(compared),
        figures: moved(compared),
        notes: compared.notes.to_vec(),
        changes: changes(compared.changes),
        cases: cases(compared),
        edits: edits(compared),
        edits_note: edits_note(compared),
        indicators: indicators(compared),
        gates: gates(compared.gates),
    }
}

fn run(run: &Run) -> RunView {
    RunView {
        as_of: run.reading.as_of.to_string(),
        method: run.reading.method.version.clone(),
        tool: run.tool.to_owned(),
        knowledge: run.knowledge.to_owned(),
        inside: run.reading.verdict.inside,
        level: run.reading.verdict.level.clone(),
    }
}

fn sentence(compared: &Compared) -> String {
    let (before, after) = (compared.before.reading, compared.after.reading);
    let (old, new) = (before.verdict.score.value, after.verdict.score.value);
    let score = if is_material(new - old, compared.material) {
        let way = if new > old { "up" } else { "down" };
        format!("the score is {way} from {old:.0} to {new:.0}")
    } else {
        format!("no material change of the score ({old:.0}, now {new:.0})")
    };
    let level = if before.verdict.level == after.verdict.level {
        format!("still {}", after.verdict.level)
    } else {
        format!("{} before, {} now", before.verdict.level, after.verdict.level)
    };
    format!(
        "Since {}: {score}, {level}; expected loss {} after {}. Changes: {}.",
        before.as_of,
        after.verdict.eal.text,
        before.verdict.eal.text,
        in_short(compared.changes)
    )
}

/// How a change of a figure is printed.
#[derive(Clone, Copy)]
enum Kind {
    Points,
    Money,
    Chance,
}

/// A difference with its sign: "+2", "-EUR 12,400".
fn signed(value: f64, kind: Kind, currency: &str) -> Figure {
    let size = value.abs();
    let (unit, text) = match kind {
        Kind::Points => ("points".to_owned(), format!("{size:.1}")),
        Kind::Money => (format!("{currency} per year"), words::money(size, currency)),
        Kind::Chance => ("probability".to_owned(), format!("{:.1} pp", size * 100.0)),
    };
    let nothing = !text.contains(|c: char| ('1'..='9').contains(&c));
    let sign = match (nothing, value > 0.0) {
        (true, _) => "",
        (false, true) => "+",
        (false, false) => "-",
    };
    Figure {
        value,
        unit,
        low: None,
        high: None,
        text: format!("{sign}{text}"),
        band: None,
        band_note: None,
    }
}

fn reported(figure: &Reported, kind: Kind, currency: &str) -> Figure {
    let band = Band::certain(figure.value);
    let plain = match kind {
        Kind::Points => figures::points(band),
        Kind::Money => figures::money_per_year(band, currency),
        Kind::Chance => figures::probability(band),
    };
    Figure { text: figure.text.clone(), band: figure.band.clone(), ..plain }
}

fn moved(compared: &Compared) -> Vec<MovedView> {
    let currency = compared.after.reading.organization.currency.as_str();
    let (before, after) = (&compared.before.reading.verdict, &compared.after.reading.verdict);
    let why = compared.attribution;
    let row =
        |id: &str, name: &str, kind: Kind, [a, b]: [&Reported; 2], why: Option<(Moved, f64)>| {
            let by = b.value - a.value;
            let restated =
                why.map(|(_, old)| old - a.value).filter(|by| by.abs() > 1e-9 * a.value.abs());
            MovedView {
                id: id.to_owned(),
                name: name.to_owned(),
                before: reported(a, kind, currency),
                after: reported(b, kind, currency),
                change: signed(by, kind, currency),
                material: matches!(kind, Kind::Points)
                    .then_some(is_material(by, compared.material)),
                parts: why.map_or_else(Vec::new, |(moved, _)| {
                    parts(&moved.shapley, Some(&moved.waterfall), kind, currency)
                }),
                restated: restated.map(|by| signed(by, kind, currency)),
            }
        };
    vec![
        row(
            "score",
            "Score",
            Kind::Points,
            [&before.score, &after.score],
            why.map(|why| (why.score, why.old.score)),
        ),
        row(
            "eal",
            "Expected loss a year",
            Kind::Money,
            [&before.eal, &after.eal],
            why.map(|why| (why.eal, why.old.eal)),
        ),
        row(
            "any-breach",
            "Any breach within a year",
            Kind::Chance,
            [&before.any_breach, &after.any_breach],
            why.map(|why| (why.any_breach, why.old.any_breach)),
        ),
        row(
            "further-breach",
            "A further breach within a year",
            Kind::Chance,
            [&before.further_breach, &after.further_breach],
            why.map(|why| (why.further_breach, why.old.further_breach)),
        ),
    ]
}

fn parts(shares: &Parts, steps: Option<&Parts>, kind: Kind, currency: &str) -> Vec<PartView> {
    let part = |factor: Factor| PartView {
        factor: factor.name().to_owned(),
        share: signed(shares.of(factor), kind, currency),
        step: signed(steps.unwrap_or(shares).of(factor), kind, currency),
    };
    Factor::ALL.map(part).to_vec()
}

fn cases(compared: &Compared) -> Vec<CaseMovedView> {
    let currency = compared.after.reading.organization.currency.as_str();
    let both = compared.after.reading.cases.iter().filter_map(|after| {
        let before = compared.before.reading.case(&after.activity, &after.region)?;
        Some((before, after))
    });
    let mut rows: Vec<CaseMovedView> = both
        .filter(|(before, after)| (after.score.value - before.score.value).abs() >= LEAST_POINTS)
        .map(|(before, after)| {
            let key = (after.activity.clone(), after.region.clone());
            let why = compared.attribution.and_then(|why| why.cases.get(&key));
            case(before, after, why, currency)
        })
        .collect();
    rows.sort_by(|a, b| b.change.value.abs().total_cmp(&a.change.value.abs()));
    rows
}

fn case(before: &Case, after: &Case, why: Option<&CaseMoved>, currency: &str) -> CaseMovedView {
    CaseMovedView {
        activity: after.activity.clone(),
        name: after.name.clone(),
        region: after.region.clone(),
        country: after.country.clone(),
        before: reported(&before.score, Kind::Points, currency),
        after: reported(&after.score, Kind::Points, currency),
        change: signed(after.score.value - before.score.value, Kind::Points, currency),
        parts: why.map_or_else(Vec::new, |why| parts(&why.score, None, Kind::Points, currency)),
        loss: signed(after.loss.value - before.loss.value, Kind::Money, currency),
    }
}

fn edits(compared: &Compared) -> Vec<EditView> {
    let tells = |one: &&Worth| match &one.change {
        None => true,
        Some(by) => {
            let most = by.most.as_ref().map_or(0.0, |(_, points)| points.abs());
            by.score.abs().max(most) >= LEAST_POINTS || by.eal.abs() >= 1.0
        }
    };
    let all = compared.edits.unwrap_or_default().iter();
    all.filter(tells).map(|one| edit(compared, one)).collect()
}

fn edit(compared: &Compared, one: &Worth) -> EditView {
    let currency = compared.after.reading.organization.currency.as_str();
    let figure = |kind: Kind, of: fn(&Difference) -> f64| {
        one.change.as_ref().map(|by| signed(of(by), kind, currency))
    };
    let most = one.change.as_ref().and_then(|by| by.most.as_ref());
    let name = |((activity, region), _): &((String, String), f64)| {
        compared.after.reading.case(activity, region).map(named)
    };
    EditView {
        place: place(&one.edit.path),
        before: shown(one.edit.before.as_ref()),
        after: shown(one.edit.after.as_ref()),
        score: figure(Kind::Points, |by| by.score),
        eal: figure(Kind::Money, |by| by.eal),
        further_breach: figure(Kind::Chance, |by| by.further_breach),
        most: most.and_then(name),
        most_change: most.map(|(_, points)| signed(*points, Kind::Points, currency)),
    }
}

fn edits_note(compared: &Compared) -> Option<String> {
    let Some(all) = compared.edits else {
        return Some(format!(
            "The profile differs in more than {MOST} places, too many to tell apart one by one."
        ));
    };
    let quiet = all.len() - edits(compared).len();
    (quiet > 0).then(|| {
        format!(
            "{} of the profile changed no figure worth telling.",
            words::count(quiet, "other edit")
        )
    })
}

fn indicators(compared: &Compared) -> Vec<IndicatorMovedView> {
    let before = &compared.before.reading.indicators;
    let view = |now: &crate::compare::reading::Indicator| {
        let old = before.iter().find(|one| one.id == now.id);
        IndicatorMovedView {
            id: now.id.clone(),
            name: now.name.clone(),
            before: old.map(|one| one.text.clone()),
            after: now.text.clone(),
            state_before: old.map(|one| one.state.clone()),
            state: now.state.clone(),
            note: now.note.clone(),
        }
    };
    compared.after.reading.indicators.iter().map(view).collect()
}
