//! Random models, always the same ones.

use blackstart::{
    model::{
        Activity, Arrivals, Campaign, Exposure, Fallback, Model, Shrinking, Stream, Unit, Use,
    },
    simulation::random::splitmix64,
};

use super::build;

/// A row of numbers from a seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(splitmix64(seed))
    }

    fn bits(&mut self) -> u64 {
        self.0 = splitmix64(self.0);
        self.0
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }

    /// Between two numbers, evenly in their logarithm.
    fn scaled(&mut self, low: f64, high: f64) -> f64 {
        self.between(low.ln(), high.ln()).exp()
    }

    fn often(&mut self, chance: f64) -> bool {
        self.share() < chance
    }

    fn count(&mut self, low: u64, high: u64) -> usize {
        usize::try_from(low + self.bits() % (high - low + 1)).unwrap()
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.count(0, of.len() as u64 - 1)]
    }

    /// Parts of one.
    fn parts(&mut self, count: usize) -> Vec<f64> {
        let parts: Vec<f64> = (0..count).map(|_| self.between(0.2, 1.0)).collect();
        let sum: f64 = parts.iter().sum();
        parts.into_iter().map(|part| part / sum).collect()
    }
}

/// A model of so many places, each with one or two activities.
pub fn model(dice: &mut Dice, places: usize) -> Model {
    let streams: Vec<Stream> = (0..dice.count(places.min(3) as u64, 3))
        .map(|at| stream(dice, &format!("S{at}"), at % places))
        .collect();
    let mut campaigns: Vec<Campaign> = Vec::new();
    for at in 0..streams.len() {
        let count = dice.count(1, 2);
        for weight in dice.parts(count) {
            let name = format!("K{}", dice.count(0, 2));
            campaigns.push(Campaign { name, weight, ..campaign(dice, at) });
        }
    }
    let mut activities = Vec::new();
    for place in 0..places {
        let here: Vec<usize> = (0..campaigns.len())
            .filter(|at| streams[campaigns[*at].stream].place == place)
            .collect();
        for _ in 0..dice.count(1, 2) {
            let name = format!("A{}", activities.len());
            activities.push(activity(dice, &name, place, &campaigns, &here));
        }
    }
    let mut model = build::model(streams, campaigns, activities);
    model.places = (0..places).map(|place| format!("P{place}")).collect();
    model.scale.partial_fallbacks = dice.often(0.8);
    model
}

fn stream(dice: &mut Dice, name: &str, place: usize) -> Stream {
    let arrivals = if dice.often(0.3) {
        Arrivals::Scheduled { chance: dice.between(0.2, 0.9) }
    } else {
        Arrivals::GammaPoisson { alpha: dice.between(0.5, 3.0), beta: dice.between(1.0, 4.0) }
    };
    Stream { name: name.to_owned(), place, arrivals }
}

fn campaign(dice: &mut Dice, stream: usize) -> Campaign {
    let units = (0..dice.count(1, 4)).map(|at| random_unit(dice, &format!("V{at}"))).collect();
    let discloses = dice.often(0.3);
    Campaign {
        never_ends: dice.one_of(&[0.0, 0.3, 1.0]),
        median_hours: dice.scaled(5.0, 1_000.0),
        sigma: dice.between(0.5, 2.0),
        response_cost: dice.between(0.0, 2_000.0),
        discloses,
        chill: if discloses { dice.one_of(&[0.0, 0.2, 0.5]) } else { 0.0 },
        notice_hours: dice.one_of(&[0.0, 0.0, 12.0]),
        ..build::campaign(stream, units)
    }
}

fn random_unit(dice: &mut Dice, name: &str) -> Unit {
    let response = match dice.count(0, 5) {
        0 => build::COMPLY,
        1 => build::RESIST,
        2 => build::EXIT,
        _ => dice.parts(3).try_into().unwrap(),
    };
    let hit = dice.one_of(&[1.0, 0.8, 0.5, 0.3]);
    let cost = [dice.between(0.0, 900.0), dice.between(0.0, 900.0), 0.0];
    Unit { cost, ..build::unit(name, hit, response) }
}

/// A channel that feels one unit, sometimes two, of the campaigns of its place.
fn channel(dice: &mut Dice, name: &str, share: f64, all: &[Campaign], here: &[usize]) -> Use {
    let mut used = build::channel(name, share, &[]);
    for at in here {
        let count = all[*at].units.len();
        let first = dice.count(0, count as u64 - 1);
        let second = dice.often(0.2).then(|| (first + 1) % count).filter(|unit| *unit != first);
        for unit in [Some(first).filter(|_| dice.often(0.8)), second].into_iter().flatten() {
            used.exposure.push(exposure(dice, *at, unit));
        }
    }
    used.suspend_on_disclosure = dice.often(0.3);
    if dice.often(0.1) {
        used.baseline = dice.between(0.1, 0.9);
    }
    used
}

fn exposure(dice: &mut Dice, campaign: usize, unit: usize) -> Exposure {
    let left = dice.one_of(&[0.0, 0.3, 0.6, 0.8, 0.9]);
    let shrinks = dice.often(0.3).then(|| Shrinking {
        half_life_hours: dice.scaled(200.0, 9_000.0),
        floor: left * dice.between(0.0, 0.8),
    });
    Exposure { campaign, unit, left, shrinks }
}

fn activity(
    dice: &mut Dice,
    name: &str,
    place: usize,
    all: &[Campaign],
    here: &[usize],
) -> Activity {
    let count = dice.count(1, 3);
    let shares = dice.parts(count);
    let channels: Vec<Use> = (shares.into_iter().enumerate())
        .map(|(at, share)| channel(dice, &format!("C{at}"), share, all, here))
        .collect();
    let fallbacks = (0..dice.count(0, 3)).map(|at| Fallback {
        name: format!("{name}:F{at}"),
        activation_hours: dice.one_of(&[0.0, 4.0, 24.0, 72.0, 300.0]),
        reach: dice.between(0.2, 1.0),
        readiness: dice.between(0.3, 0.95),
        channel: if dice.often(0.5) {
            channel(dice, &format!("F{at}"), 1.0, all, here)
        } else {
            build::channel(&format!("F{at}"), 1.0, &[])
        },
    });
    let fallbacks = fallbacks.collect();
    let mut impact = [(); 4].map(|()| dice.between(0.0, 5.0));
    impact.sort_by(f64::total_cmp);
    Activity {
        part: dice.between(0.3, 1.0),
        mbco: dice.between(0.3, 0.95),
        mtpd_hours: dice.scaled(4.0, 400.0),
        switch_hours: dice.scaled(100.0, 2_160.0),
        switch_cost: dice.between(0.0, 5_000.0),
        loss_per_hour: [(); 4].map(|()| dice.between(0.0, 100.0)),
        impact,
        disclosure_impact: dice.between(0.0, 4.0),
        drift_after_hours: dice.scaled(5.0, 300.0),
        drift_chance: dice.one_of(&[0.0, 0.3]),
        fallbacks,
        ..build::activity(name, place, channels)
    }
}
