//! The figures of a profile under a knowledge base and a method, on a day: what is computed anew for
//! each combination of old and new.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::civil::Date;

use super::shapley::{Corners, Factor, Parts, shapley, waterfall};
use crate::{
    analysis::Spread,
    engine::{score::score, solve::solve},
    estate::resolve,
    knowledge::Knowledge,
    modelling::model,
    profile::Profile,
};

/// One side of a comparison.
pub struct Side<'a> {
    pub profile: &'a Profile,
    /// Without the vendors of the profile.
    pub knowledge: &'a Knowledge,
    pub as_of: Date,
}

/// An activity in a country, by their ids.
pub type Key = (String, String);

/// The figures that are explained.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    pub score: f64,
    pub eal: f64,
    pub any_breach: f64,
    pub further_breach: f64,
    pub cases: BTreeMap<Key, CaseFigures>,
}

/// Those of an activity in a country. An activity that is not there has none of each.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct CaseFigures {
    pub score: f64,
    pub loss: f64,
    pub breach: f64,
}

/// Computes them.
pub fn figures(profile: &Profile, knowledge: &Knowledge, as_of: Date) -> Figures {
    let knowledge = knowledge.with_vendors(&profile.vendor);
    let estate = resolve(profile, &knowledge, as_of);
    let modelled = model(&estate);
    let residual = solve(&modelled.model).residual;
    let scale = &modelled.model.scale;
    let cases = modelled.instances.iter().zip(&residual.activities).map(|(instance, outcome)| {
        let instance = &estate.instances[*instance];
        let key = (
            estate.activities[instance.activity].id.clone(),
            estate.regions[instance.region].code.clone(),
        );
        let figures = CaseFigures {
            score: score(scale, outcome.harm),
            loss: outcome.totals.loss + outcome.switch_cost,
            breach: outcome.breach.value,
        };
        (key, figures)
    });
    Figures {
        score: score(scale, residual.harm.value),
        eal: residual.eal.value,
        any_breach: residual.any_breach.band.value,
        further_breach: residual.further_breach.band.value,
        cases: cases.collect(),
    }
}

/// What moved each figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The old side as this program computes it today.
    pub old: Figures,
    pub new: Figures,
    pub score: Moved,
    pub eal: Moved,
    pub any_breach: Moved,
    pub further_breach: Moved,
    /// Points of each activity in each country that is on both sides.
    pub cases: BTreeMap<Key, CaseMoved>,
}

/// The parts of a change, by both ways of telling them apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    pub shapley: Parts,
    pub waterfall: Parts,
}

impl Moved {
    fn of(values: &Corners) -> Self {
        Self { shapley: shapley(values), waterfall: waterfall(values) }
    }
}

/// The parts of an activity's change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaseMoved {
    pub score: Parts,
    pub loss: Parts,
    pub breach: Parts,
}

/// Computes all combinations and shares the changes out.
pub fn attribute(old: &Side, new: &Side, spread: &dyn Spread) -> Attribution {
    let bases = bases(old, new);
    let at = |corner: usize| {
        let pick = |factor: Factor| usize::from(factor.is_new(corner));
        let side = [old, new];
        figures(
            side[pick(Factor::Profile)].profile,
            &bases[pick(Factor::Knowledge)][pick(Factor::Method)],
            side[pick(Factor::Time)].as_of,
        )
    };
    let all = spread.map(super::shapley::CORNERS, at);
    let values = |each: &dyn Fn(&Figures) -> f64| -> Corners {
        std::array::from_fn(|corner| each(&all[corner]))
    };
    let moved = |each: &dyn Fn(&Figures) -> f64| Moved::of(&values(each));
    let (first, last) = (&all[0], &all[all.len() - 1]);
    let both = first.cases.keys().filter(|key| last.cases.contains_key(*key));
    let cases = both.map(|key| {
        let of = |figures: &Figures| figures.cases.get(key).copied().unwrap_or_default();
        let parts = |each: fn(CaseFigures) -> f64| shapley(&values(&|one| each(of(one))));
        let moved = CaseMoved {
            score: parts(|one| one.score),
            loss: parts(|one| one.loss),
            breach: parts(|one| one.breach),
        };
        (key.clone(), moved)
    });
    Attribution {
        score: moved(&|one| one.score),
        eal: moved(&|one| one.eal),
        any_breach: moved(&|one| one.any_breach),
        further_breach: moved(&|one| one.further_breach),
        cases: cases.collect(),
        old: first.clone(),
        new: last.clone(),
    }
}

/// Facts of each side under the method of each side: `[facts][method]`.
fn bases<'a>(old: &Side<'a>, new: &Side<'a>) -> [[Cow<'a, Knowledge>; 2]; 2] {
    let vendors = |side: &Side| -> Vec<String> {
        side.profile.channel.iter().map(|channel| channel.vendor.clone()).collect()
    };
    let named: Vec<String> = [vendors(old), vendors(new)].concat();
    let facts = [
        completed(old.knowledge, new.knowledge, &named),
        completed(new.knowledge, old.knowledge, &named),
    ];
    facts.map(|facts| {
        [old, new].map(|side| {
            if side.knowledge.method == facts.method {
                return facts.clone();
            }
            let mut mixed = facts.clone().into_owned();
            mixed.method = side.knowledge.method.clone();
            Cow::Owned(mixed)
        })
    })
}

/// Vendors that only the other side knows are lent, or a profile that names them could not be judged.
fn completed<'a>(own: &'a Knowledge, other: &Knowledge, named: &[String]) -> Cow<'a, Knowledge> {
    let lent = named
        .iter()
        .filter(|id| own.vendor(id).is_none())
        .filter_map(|id| other.vendor(id).cloned());
    match lent.collect::<Vec<_>>() {
        lent if lent.is_empty() => Cow::Borrowed(own),
        lent => Cow::Owned(own.with_vendors(&lent).into_owned()),
    }
}
