//! Where the organisation stands: one row an activity, and what must be known before the start.

use super::{
    choose::Choice,
    clocks::Timeline,
    notice::Notice,
    situation::{Spare, Stake, State},
    struck::Struck,
    view::{NoticeView, SpareView, StakeView},
};
use crate::{knowledge::Scenario, likelihood::readiness::Tested, words};

/// Below this chance, given such a campaign, a hit is called unlikely.
const UNLIKELY: f64 = 0.1;

/// Rows, in the order of the profile.
pub fn stakes(stakes: &[Stake], timeline: &Timeline) -> Vec<StakeView> {
    stakes.iter().map(|stake| row(stake, timeline)).collect()
}

fn row(stake: &Stake, timeline: &Timeline) -> StakeView {
    let activity = stake.activity;
    StakeView {
        id: activity.id.clone(),
        name: activity.name.clone(),
        owner: activity.owner.clone().unwrap_or_else(|| super::roles::BLANK.to_owned()),
        channels: stake.channel_names().into_iter().map(str::to_owned).collect(),
        today: words::share(stake.today),
        under: words::share(stake.under),
        minimum: words::share(activity.mbco.value),
        state: stake.state().word().to_owned(),
        rto: timeline.clock(stake, activity.rto.value),
        mtpd: timeline.clock(stake, activity.mtpd.value),
        fallbacks: stake.spares.iter().map(|spare| spare_row(stake, spare)).collect(),
    }
}

fn spare_row(stake: &Stake, spare: &Spare) -> SpareView {
    let reach = stake.audiences().into_iter();
    let reach = reach.map(|who| format!("{} {}", who.word(), words::share(who.of(spare.fallback))));
    let day = spare.fallback.tested_on.map(|day| format!(" {day}")).unwrap_or_default();
    SpareView {
        channel: spare.channel.id.clone(),
        name: spare.channel.name.clone(),
        verdict: spare.verdict().to_owned(),
        activation: words::hours(spare.fallback.activation.value),
        reach: reach.collect::<Vec<_>>().join(", "),
        tested: match spare.fallback.tested {
            Tested::Never => "never".to_owned(),
            Tested::Failed => format!("failed{day}"),
            Tested::Passed(_) => format!("passed{day}"),
        },
        flaws: spare.flaws.iter().map(|flaw| flaw.statement(spare, stake)).collect(),
    }
}

/// What notices are made from.
pub struct Briefing<'a> {
    pub scenario: &'a Scenario,
    pub choice: &'a Choice<'a>,
    pub organization: &'a str,
    pub country: &'a str,
    pub script_country: &'a str,
    pub struck: &'a Struck,
    pub stakes: &'a [Stake<'a>],
    pub not_played: &'a [&'a Stake<'a>],
}

impl Briefing<'_> {
    /// The gravest first.
    pub fn notices(&self) -> Vec<NoticeView> {
        let mut notices = self.of_scenario();
        for stake in self.stakes {
            notices.extend(self.of_stake(stake));
        }
        if !self.not_played.is_empty() {
            let names: Vec<&str> =
                self.not_played.iter().map(|stake| stake.activity.name.as_str()).collect();
            notices.push(Notice::NotPlayed.says(format!(
                "More stops than one exercise can play. Without a card of their own: {}. Run it \
                 again with --activity.",
                words::list(&names)
            )));
        }
        if !self.choice.own_country {
            notices.push(Notice::OtherCountry.says(format!(
                "The script happened in {}, not in {}. Take names and laws from your own country, \
                 and pace and order from the script.",
                self.script_country, self.country
            )));
        }
        notices
    }

    fn of_scenario(&self) -> Vec<NoticeView> {
        let mut notices = Vec::new();
        let (organization, country, struck) = (self.organization, self.country, self.struck);
        let name = &self.scenario.name;
        if self.stakes.is_empty() {
            notices.push(Notice::NoActivity.says(format!(
                "The profile has no activity in {country}: the exercise has no card of your own."
            )));
        }
        if struck.nothing() {
            notices.push(Notice::StrikesNothing.says(format!(
                "{name} strikes nothing that {organization} uses in {country}. The exercise is a \
                 what-if: one card supposes a loss."
            )));
        } else if struck.discloses && !self.stakes.iter().any(|s| s.state() == State::Stops) {
            notices.push(Notice::Disclosure.says(format!(
                "{name} takes no service. What is at stake is who can read along. One card \
                 supposes that you leave the channel."
            )));
        } else if !self.stakes.iter().any(Stake::stopped) {
            notices.push(Notice::StopsNothing.says(format!(
                "{name} strikes {}, and no activity played falls below its minimum. One card \
                 supposes a loss.",
                words::list(&struck.names())
            )));
        }
        if !struck.nothing() && struck.likeliest < UNLIKELY {
            notices.push(Notice::Unlikely.says(format!(
                "Even the likeliest to be struck is hit in {} of such campaigns. The exercise \
                 strikes it all the same.",
                words::probability(struck.likeliest)
            )));
        }
        notices
    }

    fn of_stake(&self, stake: &Stake) -> Option<NoticeView> {
        let (name, country) = (&stake.activity.name, self.country);
        if stake.spares.is_empty() {
            let text = format!("{name} has no fallback in {country}.");
            return Some(Notice::NoFallback.says(text));
        }
        if stake.stopped() && !stake.spares.iter().any(Spare::holds) {
            return Some(Notice::NoFallbackHolds.says(format!(
                "No fallback of {name} holds in {country}: each is unlawful, down, or stopped by \
                 the same campaign."
            )));
        }
        if stake.state() == State::DownToday {
            return Some(Notice::DownToday.says(format!(
                "{name} is below its minimum in {country} today, before the exercise begins."
            )));
        }
        None
    }
}
