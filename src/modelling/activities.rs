//! Activities of the model, with what each campaign leaves of each channel.

use super::{campaigns::Built, circumstances::binding};
use crate::{
    estate::{
        Activity, Channel, Deployment, Estate, Fallback, Instance, graph::exposed,
        in_force::path_level,
    },
    knowledge::{Capability, Hit, LeverKind, Target},
    model,
};

/// Indices of instances, and their activities in the model.
pub fn build(estate: &Estate, built: &Built) -> (Vec<usize>, Vec<model::Activity>) {
    let all = estate.instances.iter().enumerate();
    all.map(|(index, instance)| (index, Builder { estate, built, instance }.activity())).unzip()
}

struct Builder<'a> {
    estate: &'a Estate<'a>,
    built: &'a Built,
    instance: &'a Instance,
}

impl Builder<'_> {
    fn activity(&self) -> model::Activity {
        let activity = &self.estate.activities[self.instance.activity];
        let region = &self.estate.regions[self.instance.region];
        let part = self.instance.part;
        let confidentiality = &self.estate.knowledge.method.confidentiality;
        let pushed = binding(self.estate, &region.code, LeverKind::StateMessenger);
        let channels = activity
            .channels
            .iter()
            .filter_map(|share| self.channel(activity, share.channel, share.share));
        model::Activity {
            name: format!("{}:{}", activity.id, region.code),
            place: self.instance.region,
            part,
            mbco: activity.mbco.value,
            mtpd_hours: activity.mtpd.value,
            switch_hours: activity.switch_time.value,
            switch_cost: activity.switch_cost.value * part,
            loss_per_hour: activity.loss_per_hour.value.map(|loss| loss * part),
            impact: activity.impact.value,
            disclosure_impact: activity.disclosure_impact,
            drift_after_hours: confidentiality.drift_after_hours,
            drift_chance: if pushed { confidentiality.drift } else { 0.0 },
            channels: scaled(channels.collect()),
            fallbacks: self
                .instance
                .fallbacks
                .iter()
                .filter_map(|f| self.fallback(activity, f))
                .collect(),
        }
    }

    fn channel(&self, activity: &Activity, channel: usize, share: f64) -> Option<model::Use> {
        let deployment = self.estate.deployment(channel, self.instance.region)?;
        let known = &self.estate.channels[channel];
        Some(model::Use {
            name: known.id.clone(),
            share,
            baseline: deployment.service(&activity.needs.value),
            suspend_on_disclosure: known.suspend_on_disclosure,
            exposure: self.exposure(known, deployment, &activity.needs.value),
        })
    }

    /// A fallback that the law does not let one use is none.
    fn fallback(&self, activity: &Activity, fallback: &Fallback) -> Option<model::Fallback> {
        let deployment = self.estate.deployment(fallback.channel, self.instance.region)?;
        if !deployment.lawfulness.counts() {
            return None;
        }
        Some(model::Fallback {
            name: format!("{}:{}", activity.id, self.estate.channels[fallback.channel].id),
            activation_hours: fallback.activation.value,
            reach: fallback.reach,
            readiness: fallback.readiness,
            channel: self.channel(activity, fallback.channel, 1.0)?,
        })
    }

    fn exposure(
        &self,
        channel: &Channel,
        deployment: &Deployment,
        needs: &[Capability],
    ) -> Vec<model::Exposure> {
        let mut exposure = Vec::new();
        for index in self.built.by_region[self.instance.region].clone() {
            let origin = &self.built.origins[index];
            let Some(scenario) = self.estate.knowledge.scenarios.get(&origin.scenario) else {
                continue;
            };
            for (unit, from) in origin.units.iter().enumerate() {
                let felt = from.vendor.as_ref().is_none_or(|vendor| *vendor == channel.vendor.id);
                let hit = &scenario.hit[from.hit];
                if let Some(left) = left(channel, deployment, hit, needs).filter(|_| felt) {
                    let shrinks = self.shrinking(channel, deployment, hit);
                    exposure.push(model::Exposure { campaign: index, unit, left, shrinks });
                }
            }
        }
        exposure
    }
}

impl Builder<'_> {
    /// Installed apps and accounts are lost as phones and staff are replaced. Those who have another
    /// path are not touched.
    fn shrinking(
        &self,
        channel: &Channel,
        deployment: &Deployment,
        hit: &Hit,
    ) -> Option<model::Shrinking> {
        let half_life_hours = self.estate.regions[self.instance.region].installed_half_life_hours;
        let paths = hit.target == Target::Paths && half_life_hours.is_finite();
        paths.then(|| model::Shrinking {
            half_life_hours,
            floor: path_level(
                &deployment.groups,
                hit.phase,
                &hit.paths,
                0.0,
                0.0,
                channel.install_without_store.value,
            ),
        })
    }
}

/// Service that a hit leaves on a channel for these needs; none where the hit does not reach it.
fn left(
    channel: &Channel,
    deployment: &Deployment,
    hit: &Hit,
    needs: &[Capability],
) -> Option<f64> {
    let table =
        needs.iter().map(|need| hit.left.get(need).copied().unwrap_or(0.0)).fold(1.0, f64::min);
    match hit.target {
        Target::EachVendor => Some(table),
        Target::Paths => {
            let level = path_level(
                &deployment.groups,
                hit.phase,
                &hit.paths,
                table,
                channel.provisioned.value,
                channel.install_without_store.value,
            );
            (level < 1.0).then_some(level)
        }
        Target::Nodes => {
            let people = exposed(&deployment.groups, hit.phase, &hit.nodes);
            (people > 0.0).then_some(1.0 - people * (1.0 - table))
        }
    }
}

/// Channels that are not in use in the region leave their share to the others.
fn scaled(mut channels: Vec<model::Use>) -> Vec<model::Use> {
    let sum: f64 = channels.iter().map(|channel| channel.share).sum();
    if sum > 0.0 {
        for channel in &mut channels {
            channel.share /= sum;
        }
    }
    channels
}
