//! Lines that take the result of the exercise back into the profile.

use super::{
    situation::{Spare, Stake},
    view::PasteView,
};
use crate::{
    document::inert,
    estate::Estate,
    profile::{self, Span},
};

/// One block for each lawful fallback of an activity that was played.
pub fn blocks(estate: &Estate, stake: &Stake) -> Vec<PasteView> {
    let lawful = stake.spares.iter().filter(|spare| spare.deployment.lawfulness.counts());
    lawful.map(|spare| block(estate, stake, spare)).collect()
}

fn block(estate: &Estate, stake: &Stake, spare: &Spare) -> PasteView {
    let (activity, channel) = (&stake.activity.id, &spare.channel.id);
    let here = &estate.regions[stake.instance.region].code;
    let others = others(estate, stake, spare, here);
    let mut lines = Vec::new();
    // Ids of a checked profile hold no line break; others could not leave their line either.
    let mut line = |text: &str| lines.push(inert(text).into_owned());
    line(&format!("# Activity {}, fallback {} in {here}.", quoted(activity), quoted(channel)));
    if others.is_empty() {
        line("# It takes the place of the [[activity.fallback]] block that is there.");
    } else {
        let list: Vec<String> = others.iter().map(|code| quoted(code)).collect();
        line("# It is added to the activity. In the block that is there, keep the others:");
        line(&format!("# regions = [{}]", list.join(", ")));
    }
    line("# Fill in, take the first mark of each line away, and only then paste it.");
    line("[[activity.fallback]]");
    line(&format!("channel = {}", quoted(channel)));
    line(&format!("regions = [{}]", quoted(here)));
    line(&format!("# tested = {}", estate.as_of));
    line("# result = \"passed\"  # or \"failed\"");
    let activation = Span::from_hours(spare.fallback.activation.value);
    line(&format!(
        "# activation = \"\"  # as measured, such as \"45m\"; planned: \"{activation}\""
    ));
    for who in stake.audiences() {
        let planned = who.of(spare.fallback);
        line(&format!(
            "# {} = 0.00  # share that answered by the RTO; planned: {planned}",
            who.word()
        ));
    }
    PasteView { activity: activity.clone(), channel: channel.clone(), lines }
}

/// Other countries that the block of the profile covers.
fn others(estate: &Estate, stake: &Stake, spare: &Spare, here: &str) -> Vec<String> {
    let written: &profile::Activity = &estate.profile.activity[stake.instance.activity];
    let covers = |one: &&profile::Fallback| {
        one.channel == spare.channel.id
            && one.regions.as_ref().is_none_or(|codes| codes.iter().any(|code| code == here))
    };
    let explicit = written.fallback.iter().find(covers).and_then(|one| one.regions.clone());
    let codes = explicit.unwrap_or_else(|| {
        let same = estate.instances.iter().filter(|one| {
            one.activity == stake.instance.activity
                && one.fallbacks.iter().any(|f| f.channel == spare.fallback.channel)
        });
        same.map(|one| estate.regions[one.region].code.clone()).collect()
    });
    codes.into_iter().filter(|code| code != here).collect()
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
