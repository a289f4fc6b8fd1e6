//! Streams, campaigns and units of each region, with what they rest on.

use super::circumstances::{holding, of_country};
use crate::{
    estate::{Announced, Deployment, Estate, graph::exposed},
    knowledge::{Hit, Scenario, Target, Vendor},
    likelihood::{
        election::factor,
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
    pub cause: Cause,
    pub grade: Grade,
    /// Precedent ids of this scenario in this country, latest first.
    pub precedents: Vec<String>,
    pub units: Vec<UnitOrigin>,
}

/// Why such a campaign is expected.
#[derive(Debug, Clone)]
pub enum Cause {
    /// Campaigns come at a rate that is counted.
    Counted(Box<Counted>),
    /// It is announced: the index of the measure in the estate, and its chance.
    Announced { measure: usize, chance: f64 },
}

/// What the frequency of counted campaigns rests on.
#[derive(Debug, Clone)]
pub struct Counted {
    pub posterior: Posterior,
    /// Share of the counted scenarios in the stream (see [`Shares`]).
    pub counted: f64,
    /// Campaigns of this scenario in the country's ledger, and of all scenarios of the stream.
    pub own: usize,
    pub own_all: usize,
    /// Share of campaigns of this kind in the stream.
    pub share: f64,
    /// Chance that such a campaign reaches the organisation's people, where it is not certain.
    pub reach: Option<HitChance>,
    /// What an election that is due, or none, does to the rate.
    pub election: f64,
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
            let due_share = estate.knowledge.method.elections.due_share;
            let of_elections = stream.election_share.unwrap_or(0.0);
            let election = factor(of_elections, due_share, estate.regions[region].election);
            built.streams.push(Stream {
                name: format!("{country} {key}"),
                place: region,
                // The data set counts only some scenarios; the rate of all campaigns is larger by
                // their share.
                arrivals: Arrivals::GammaPoisson {
                    alpha: posterior.alpha,
                    beta: posterior.beta * shares.counted / election,
                },
            });
            let at = Here { estate, region, ledger: &ledger };
            let counted = At { posterior: &posterior, shares: &shares, election };
            for scenario in scenarios {
                at.add_counted(&mut built, scenario, &counted);
            }
        }
        let at = Here { estate, region, ledger: &ledger };
        let ahead = estate.announced.iter().enumerate();
        for (measure, one) in ahead.filter(|(_, one)| one.region == region) {
            at.add_announced(&mut built, measure, one);
        }
        built.by_region.push(first..built.campaigns.len());
    }
    built
}

/// One region.
struct Here<'a> {
    estate: &'a Estate<'a>,
    region: usize,
    ledger: &'a [LedgerCampaign<'a>],
}

/// One stream of a region.
struct At<'a> {
    posterior: &'a Posterior,
    shares: &'a Shares,
    election: f64,
}

impl Here<'_> {
    fn add_counted(&self, built: &mut Built, scenario: &Scenario, at: &At) {
        let share = at.shares.by_scenario.get(&scenario.id).copied().unwrap_or(0.0);
        let reach = reach(scenario, &of_country(self.estate, self.region));
        let weight = share * reach.as_ref().map_or(1.0, |reach| reach.chance);
        let own = self.ledger.iter().filter(|c| c.scenario == scenario.id).count();
        let counted = Counted {
            posterior: at.posterior.clone(),
            counted: at.shares.counted,
            own,
            own_all: at.shares.own.values().sum(),
            share,
            reach,
            election: at.election,
        };
        let grade = grade(
            &self.estate.knowledge.method.counting,
            scenario,
            self.ledger,
            self.estate.as_of,
            at.posterior.in_panel,
        );
        let units = self.units(scenario);
        let cause = Cause::Counted(Box::new(counted));
        self.push(built, scenario, [weight, scenario.notice_hours()], (cause, grade), units);
    }

    /// A measure that is announced comes at most once. Vendors that it names are hit for certain if
    /// it comes, others not at all; where it names none, hits are as in any such campaign.
    fn add_announced(&self, built: &mut Built, measure: usize, announced: &Announced) {
        let Some(scenario) = self.estate.knowledge.scenarios.get(&announced.scenario) else {
            return;
        };
        let chance = self.estate.knowledge.method.announced.chance(announced.stage);
        let mut units = self.units(scenario);
        if !announced.vendors.is_empty() {
            units.retain(|(_, origin)| {
                let named = |vendor: &String| announced.vendors.contains(vendor);
                origin.vendor.as_ref().is_none_or(named)
            });
            for (unit, origin) in &mut units {
                unit.hit = 1.0;
                origin.chance = HitChance::certain("the measure names it");
            }
        }
        if units.is_empty() {
            return;
        }
        let country = &self.estate.regions[self.region].code;
        built.streams.push(Stream {
            name: format!("{country} announced {}", announced.id),
            place: self.region,
            arrivals: Arrivals::Scheduled { chance },
        });
        let warned = announced.effective.and_then(|day| {
            let days = self.estate.as_of.until(day).ok()?.get_days();
            Some(f64::from(days) * 24.0)
        });
        let notice = warned.map_or(scenario.notice_hours(), |warned| warned.max(0.0));
        let cause = Cause::Announced { measure, chance };
        self.push(built, scenario, [1.0, notice], (cause, Grade::D), units);
    }

    fn push(
        &self,
        built: &mut Built,
        scenario: &Scenario,
        [weight, notice_hours]: [f64; 2],
        (cause, grade): (Cause, Grade),
        units: Vec<(Unit, UnitOrigin)>,
    ) {
        let (units, origins): (Vec<Unit>, Vec<UnitOrigin>) = units.into_iter().unzip();
        let chill = self.estate.knowledge.method.confidentiality.chill;
        built.campaigns.push(Campaign {
            name: scenario.id.clone(),
            stream: built.streams.len() - 1,
            weight,
            never_ends: scenario.duration.never_ends,
            median_hours: scenario.duration.median_hours,
            sigma: scenario.duration.sigma,
            response_cost: self.estate.costs.response.value,
            discloses: scenario.discloses,
            chill: if scenario.discloses { chill } else { 0.0 },
            notice_hours,
            units,
        });
        built.origins.push(CampaignOrigin {
            region: self.region,
            scenario: scenario.id.clone(),
            cause,
            grade,
            precedents: self.precedents(scenario),
            units: origins,
        });
    }

    /// Latest first.
    fn precedents(&self, scenario: &Scenario) -> Vec<String> {
        let own = self.ledger.iter().filter(|campaign| campaign.scenario == scenario.id);
        let mut dated: Vec<_> = own
            .flat_map(|campaign| &campaign.records)
            .map(|record| (record.date.first_day(), record.id.clone()))
            .collect();
        dated.sort_by(|a, b| b.cmp(a));
        dated.into_iter().map(|(_, id)| id).collect()
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
