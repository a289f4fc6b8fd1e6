//! Streams, campaigns and units of each region, with what they rest on.

use super::circumstances::{holding, of_country};
use crate::{
    estate::{Deployment, Estate, graph::exposed},
    knowledge::{Hit, Scenario, Target, Vendor},
    likelihood::{
        evidence::{Grade, grade},
        hit::{HitChance, node_hit, reach, response, vendor_hit},
        ledger::{LedgerCampaign, campaigns},
        rate::{Posterior, posterior},
        share::{Shares, shares},
    },
    model::{Arrivals, Campaign, Stream, Unit},
};

/// What a campaign of the model rests on.
#[derive(Debug, Clone)]
pub struct CampaignOrigin {
    pub region: usize,
    /// Scenario id.
    pub scenario: String,
    pub posterior: Posterior,
    /// Share of the counted scenarios in the stream (see [`Shares`]).
    pub counted: f64,
    /// Campaigns of this scenario in the country's ledger, and of all scenarios of the stream.
    pub own: usize,
    pub own_all: usize,
    pub grade: Grade,
    /// Precedent ids of this scenario in this country, latest first.
    pub precedents: Vec<String>,
    pub units: Vec<UnitOrigin>,
    /// Share of campaigns of this kind in the stream.
    pub share: f64,
    /// Chance that such a campaign reaches the organisation's people, where it is not certain.
    pub reach: Option<HitChance>,
}

/// What a unit rests on.
#[derive(Debug, Clone)]
pub struct UnitOrigin {
    /// Vendor id; none for shared nodes.
    pub vendor: Option<String>,
    /// Position of the hit in its scenario.
    pub hit: usize,
    pub chance: HitChance,
}

/// Everything about campaigns.
#[derive(Default)]
pub struct Built {
    pub streams: Vec<Stream>,
    pub campaigns: Vec<Campaign>,
    pub origins: Vec<CampaignOrigin>,
    /// Campaigns of each region.
    pub by_region: Vec<std::ops::Range<usize>>,
}

/// Streams and campaigns of every region.
pub fn build(estate: &Estate) -> Built {
    let mut built = Built::default();
    for region in 0..estate.regions.len() {
        let country = &estate.regions[region].code;
        let first = built.campaigns.len();
        let ledger = campaigns(estate.knowledge, country, estate.as_of);
        for (key, stream) in &estate.knowledge.rates.streams.stream {
            let scenarios: Vec<&Scenario> = estate
                .knowledge
                .scenarios
                .values()
                .filter(|scenario| scenario.stream == *key)
                .collect();
            if scenarios.is_empty() {
                continue;
            }
            let posterior = posterior(estate.knowledge, stream, country);
            let shares = shares(estate.knowledge, key, &ledger);
            built.streams.push(Stream {
                name: format!("{country} {key}"),
                place: region,
                // The data set counts only some scenarios; the rate of all campaigns is larger by
                // their share.
                arrivals: Arrivals::GammaPoisson {
                    alpha: posterior.alpha,
                    beta: posterior.beta * shares.counted,
                },
            });
            let at =
                Here { estate, region, ledger: &ledger, posterior: &posterior, shares: &shares };
            for scenario in scenarios {
                at.add(&mut built, scenario);
            }
        }
        built.by_region.push(first..built.campaigns.len());
    }
    built
}

struct Here<'a> {
    estate: &'a Estate<'a>,
    region: usize,
    ledger: &'a [LedgerCampaign<'a>],
    posterior: &'a Posterior,
    shares: &'a Shares,
}

impl Here<'_> {
    fn add(&self, built: &mut Built, scenario: &Scenario) {
        let share = self.shares.by_scenario.get(&scenario.id).copied().unwrap_or(0.0);
        let reach = reach(scenario, &of_country(self.estate, self.region));
        let (units, origins): (Vec<Unit>, Vec<UnitOrigin>) =
            self.units(scenario).into_iter().unzip();
        built.campaigns.push(Campaign {
            name: scenario.id.clone(),
            stream: built.streams.len() - 1,
            weight: share * reach.as_ref().map_or(1.0, |reach| reach.chance),
            never_ends: scenario.duration.never_ends,
            median_hours: scenario.duration.median_hours,
            sigma: scenario.duration.sigma,
            response_cost: self.estate.costs.response.value,
            discloses: scenario.discloses,
            chill: 0.0,
            notice_hours: 0.0,
            units,
        });
        let own: Vec<&LedgerCampaign> =
            self.ledger.iter().filter(|c| c.scenario == scenario.id).collect();
        let mut precedents: Vec<_> = own
            .iter()
            .flat_map(|c| &c.records)
            .map(|r| (r.date.first_day(), r.id.clone()))
            .collect();
        precedents.sort_by(|a, b| b.cmp(a));
        built.origins.push(CampaignOrigin {
            region: self.region,
            scenario: scenario.id.clone(),
            posterior: self.posterior.clone(),
            counted: self.shares.counted,
            own: own.len(),
            own_all: self.shares.own.values().sum(),
            grade: grade(
                &self.estate.knowledge.method.counting,
                scenario,
                self.ledger,
                self.estate.as_of,
                self.posterior.in_panel,
            ),
            precedents: precedents.into_iter().map(|(_, id)| id).collect(),
            units: origins,
            share,
            reach,
        });
    }

    fn deployments(&self) -> impl Iterator<Item = &Deployment> {
        self.estate.deployments.iter().filter(|one| one.region == self.region)
    }

    fn units(&self, scenario: &Scenario) -> Vec<(Unit, UnitOrigin)> {
        let mut units = Vec::new();
        for (index, hit) in scenario.hit.iter().enumerate() {
            match hit.target {
                Target::EachVendor | Target::Paths => {
                    self.vendor_units(&mut units, scenario, index, hit);
                }
                Target::Nodes => self.node_unit(&mut units, scenario, index, hit),
            }
        }
        units
    }

    /// One unit for each vendor in use here that the hit can reach.
    fn vendor_units(
        &self,
        units: &mut Vec<(Unit, UnitOrigin)>,
        scenario: &Scenario,
        index: usize,
        hit: &Hit,
    ) {
        let mut vendors: Vec<&Vendor> =
            self.deployments().map(|one| self.estate.channels[one.channel].vendor).collect();
        vendors.sort_by(|a, b| a.id.cmp(&b.id));
        vendors.dedup_by(|a, b| a.id == b.id);
        for vendor in vendors {
            let own: Vec<&Deployment> = self
                .deployments()
                .filter(|one| self.estate.channels[one.channel].vendor.id == vendor.id)
                .collect();
            let holds = holding(self.estate, scenario, vendor, self.region, &own);
            let chance =
                vendor_hit(self.estate.knowledge, scenario, hit, vendor, &holds, self.ledger);
            if chance.chance > 0.0 {
                let unit = self.unit(
                    scenario,
                    &vendor.id,
                    false,
                    chance.chance,
                    self.answers(scenario, &own),
                );
                units.push((
                    unit,
                    UnitOrigin { vendor: Some(vendor.id.clone()), hit: index, chance },
                ));
            }
        }
    }

    /// One unit for shared nodes, where a channel in use here needs one of them.
    fn node_unit(
        &self,
        units: &mut Vec<(Unit, UnitOrigin)>,
        scenario: &Scenario,
        index: usize,
        hit: &Hit,
    ) {
        let felt = self.deployments().any(|one| exposed(&one.groups, hit.phase, &hit.nodes) > 0.0);
        let chance = node_hit(hit, &of_country(self.estate, self.region));
        if felt && chance.chance > 0.0 {
            let unit =
                self.unit(scenario, &hit.nodes.join(" "), true, chance.chance, [0.0, 1.0, 0.0]);
            units.push((unit, UnitOrigin { vendor: None, hit: index, chance }));
        }
    }

    /// How the vendor answers: fixed by the scenario, or by its posture as the organisation or the
    /// knowledge base sees it.
    fn answers(&self, scenario: &Scenario, own: &[&Deployment]) -> [f64; 3] {
        if let Some(fixed) = &scenario.response {
            return [fixed.comply, fixed.resist, fixed.exit];
        }
        let method = &self.estate.knowledge.method;
        let posture = own.first().map(|one| self.estate.channels[one.channel].posture.value);
        posture.map_or(method.response.mixed, |posture| response(method, posture))
    }

    fn unit(
        &self,
        scenario: &Scenario,
        name: &str,
        shared: bool,
        hit: f64,
        response: [f64; 3],
    ) -> Unit {
        let costs = &self.estate.costs;
        let default = |euro: f64| euro * costs.per_euro.unwrap_or(0.0);
        let mandated = scenario.cost.comply + scenario.cost.resist + scenario.cost.exit > 0.0;
        let complied =
            costs.complied.filter(|_| mandated).unwrap_or_else(|| default(scenario.cost.comply));
        let resisted =
            costs.resisted.filter(|_| mandated).unwrap_or_else(|| default(scenario.cost.resist));
        Unit {
            name: name.to_owned(),
            shared,
            hit,
            response,
            cost: [complied, resisted, default(scenario.cost.exit)],
        }
    }
}
