//! What the plan says in sentences, where it says that money does not help too.

use crate::{
    advise::{
        Advised,
        advice::{Advice, Inside},
        catalogue::Reason,
        step::Step,
    },
    estate::Estate,
    measures::search::Objective,
    words,
};

/// The whole of it in one or two sentences.
pub fn headline(estate: &Estate, advised: &Advised) -> String {
    let advice = &advised.advice;
    let money = |value: f64| words::money(value, &estate.currency.value);
    let taken = taken(&advice.chosen);
    if advised.catalogue.groups.iter().all(|group| group.candidates.is_empty()) {
        return "No measure is open: each is left out for the reason given below.".to_owned();
    }
    let Some(budget) = advice.wanted.budget else {
        return format!("With no limit, {}.", bought(estate, advice, taken));
    };
    if taken == 0 {
        let cheapest = advised
            .catalogue
            .groups
            .iter()
            .flat_map(|group| &group.candidates)
            .map(|candidate| candidate.cost)
            .fold(f64::INFINITY, f64::min);
        return if cheapest > budget {
            let least = money(cheapest);
            format!("{} buys no measure: the cheapest costs {least}.", money(budget))
        } else {
            format!("Nothing that {} buys makes a figure better.", money(budget))
        };
    }
    format!("Of {}, {}.", money(budget), bought(estate, advice, taken))
}

fn taken(step: &Step) -> usize {
    step.choices.iter().map(|choice| choice.len()).sum()
}

fn bought(estate: &Estate, advice: &Advice, taken: usize) -> String {
    let money = |value: f64| words::money(value, &estate.currency.value);
    let (now, chosen) = (&advice.now, &advice.chosen);
    let today = match (now.breaches_today, chosen.breaches_today) {
        (0, _) => String::new(),
        (before, 0) => {
            let down = words::count(before, "activity");
            format!("; {down} down today for longer than the MTPD would be up again")
        }
        (before, after) => {
            let down = words::count(before, "activity");
            format!("; of {down} down today for longer than the MTPD {after} would stay down")
        }
    };
    format!(
        "{} for {} bring the expected annual loss from {} to {} and the chance of a further breach \
         from {} to {}{today}",
        words::count(taken, "measure"),
        money(chosen.cost),
        money(now.eal),
        money(chosen.eal),
        words::probability(now.further_breach),
        words::probability(chosen.further_breach),
    )
}

/// What the frontier means.
pub fn sentences(estate: &Estate, advised: &Advised) -> Vec<String> {
    let advice = &advised.advice;
    let mut all = vec![inside(estate, advice)];
    all.extend(knee(estate, advice));
    all.extend(other(estate, advice));
    all.extend(more(estate, advice));
    all.extend(unclear(advised));
    all.push(exactness(estate, advice));
    all.push(
        "Of several measures that change the same number the strongest counts; they are not added \
         up. Figures are those once every measure is in place. Costs are estimates, so a plan is \
         an order of worth, not an offer."
            .to_owned(),
    );
    all
}

fn inside(estate: &Estate, advice: &Advice) -> String {
    let money = |value: f64| words::money(value, &estate.currency.value);
    match &advice.inside {
        Inside::Already => "Every activity is inside appetite without any measure.".to_owned(),
        Inside::With(step) => format!(
            "The cheapest set found that brings every activity inside appetite costs {} ({}).",
            money(step.cost),
            words::count(taken(step), "measure")
        ),
        Inside::Never(step) if advice.gap.is_infinite() => format!(
            "None of the sets looked at brings every activity inside appetite: the one that comes \
             closest costs {} and leaves {} above.",
            money(step.cost),
            words::count(step.above, "activity")
        ),
        Inside::Never(step) => format!(
            "No set of these measures brings every activity inside appetite, whatever it costs: \
             the one that comes closest costs {} and leaves {} above. What is left takes another \
             way of working, another vendor, or an appetite that says so.",
            money(step.cost),
            words::count(step.above, "activity")
        ),
    }
}

fn knee(estate: &Estate, advice: &Advice) -> Option<String> {
    let money = |value: f64| words::money(value, &estate.currency.value);
    let knee = advice.knee.as_ref()?;
    let gained = advice.now.eal - knee.eal;
    let all = advice.now.eal - advice.best.eal;
    Some(format!(
        "The knee is at {}: up to there money buys {} of all that can be gained, beyond it every \
         further gain is dearer than the average.",
        money(knee.cost),
        words::share(gained / all.max(1e-9))
    ))
}

/// The two objectives need not agree.
fn other(estate: &Estate, advice: &Advice) -> Option<String> {
    let money = |value: f64| words::money(value, &estate.currency.value);
    let other = advice.other.as_ref()?;
    let (lowest, what) = match advice.wanted.objective {
        Objective::Breach => ("expected annual loss", ""),
        _ => ("chance of a breach", "; `--objective breach` searches for the least"),
    };
    Some(format!(
        "The two objectives do not agree: of the sets looked at, the one with the lowest {lowest} \
         costs {}, with an expected annual loss of {} and a chance of a further breach of \
         {}{what}.",
        money(other.cost),
        money(other.eal),
        words::probability(other.further_breach)
    ))
}

/// More spending can make it worse.
fn more(estate: &Estate, advice: &Advice) -> Option<String> {
    let money = |value: f64| words::money(value, &estate.currency.value);
    let (best, all) = (&advice.best, &advice.everything);
    if all.cost <= best.cost {
        return None;
    }
    let worse = all.eal - best.eal;
    Some(if worse > 1e-6 * best.eal {
        format!(
            "More is not always better: no set loses less than {} a year, for {}. To take \
             all that can be taken together, for {}, would lose {} more: vendors that are left \
             sooner are left more often, and a new one can be hit too.",
            money(best.eal),
            money(best.cost),
            money(all.cost),
            money(worse)
        )
    } else {
        format!(
            "The lowest expected annual loss is {}, for {}; all that can be taken together \
             costs {} and gives {}.",
            money(best.eal),
            money(best.cost),
            money(all.cost),
            money(all.eal)
        )
    })
}

fn unclear(advised: &Advised) -> Option<String> {
    let mut titles: Vec<&str> = advised
        .catalogue
        .excluded
        .iter()
        .filter(|one| one.reason == Reason::Unclear)
        .map(|one| one.title.as_str())
        .collect();
    titles.sort_unstable();
    titles.dedup();
    let list = words::list(&titles);
    (!titles.is_empty()).then(|| {
        format!(
            "Left out until counsel has answered whether a company may use them: {list}. The \
             countries are in the list of what is left out."
        )
    })
}

fn exactness(estate: &Estate, advice: &Advice) -> String {
    if advice.gap.is_infinite() {
        return "Chosen measure by measure, the most saved for the next unit of money first. \
                `blackstart plan` searches, and may find better sets."
            .to_owned();
    }
    if advice.gap <= 0.0 {
        return "The search is exact: no set of these measures at the costs searched does better."
            .to_owned();
    }
    format!(
        "The search was cut short: a set that was not looked at could lose at most {} less a year.",
        words::money(advice.gap, &estate.currency.value)
    )
}
