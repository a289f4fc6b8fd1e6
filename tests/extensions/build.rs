//! Small models, and closed forms of a lognormal duration that share no code with the engine.

use blackstart::model::{
    Activity, Arrivals, Campaign, Exposure, FORMAT, Fallback, Model, Scale, Shrinking, Stream,
    Unit, Use,
};
use statrs::function::erf::erfc;

pub const COMPLY: [f64; 3] = [1.0, 0.0, 0.0];
pub const RESIST: [f64; 3] = [0.0, 1.0, 0.0];
pub const EXIT: [f64; 3] = [0.0, 0.0, 1.0];

pub fn scale() -> Scale {
    Scale {
        loss_bands_hours: [1.0, 24.0, 168.0],
        impact_anchors_hours: [1.0, 24.0, 168.0, 730.0],
        score_offset: 95.0,
        score_per_decade: 20.0,
        comply_duration: 0.1,
        partial_fallbacks: true,
        acting_readiness: 0.5,
        band: 0.8,
    }
}

pub fn gamma(name: &str, place: usize, alpha: f64, beta: f64) -> Stream {
    Stream { name: name.to_owned(), place, arrivals: Arrivals::GammaPoisson { alpha, beta } }
}

pub fn planned(name: &str, place: usize, chance: f64) -> Stream {
    Stream { name: name.to_owned(), place, arrivals: Arrivals::Scheduled { chance } }
}

pub fn unit(name: &str, hit: f64, response: [f64; 3]) -> Unit {
    Unit { name: name.to_owned(), shared: false, hit, response, cost: [0.0; 3] }
}

/// Every campaign of a stream, with a median of 100 hours and a sigma of 1.
pub fn campaign(stream: usize, units: Vec<Unit>) -> Campaign {
    Campaign {
        name: "block".to_owned(),
        stream,
        weight: 1.0,
        never_ends: 0.0,
        median_hours: 100.0,
        sigma: 1.0,
        response_cost: 0.0,
        discloses: false,
        chill: 0.0,
        notice_hours: 0.0,
        units,
    }
}

/// A channel that feels units `(campaign, unit)`, which leave so much of it.
pub fn channel(name: &str, share: f64, felt: &[(usize, usize, f64)]) -> Use {
    let exposure = felt.iter().map(|(campaign, unit, left)| Exposure {
        campaign: *campaign,
        unit: *unit,
        left: *left,
        shrinks: None,
    });
    Use {
        name: name.to_owned(),
        share,
        baseline: 1.0,
        suspend_on_disclosure: false,
        exposure: exposure.collect(),
    }
}

/// A fallback that no campaign touches.
pub fn fallback(name: &str, activation_hours: f64, readiness: f64, reach: f64) -> Fallback {
    Fallback {
        name: name.to_owned(),
        activation_hours,
        reach,
        readiness,
        channel: channel(name, 1.0, &[]),
    }
}

pub fn activity(name: &str, place: usize, channels: Vec<Use>) -> Activity {
    Activity {
        name: name.to_owned(),
        place,
        part: 1.0,
        mbco: 0.8,
        mtpd_hours: 48.0,
        switch_hours: 1_000.0,
        switch_cost: 0.0,
        loss_per_hour: [100.0; 4],
        impact: [0.0; 4],
        disclosure_impact: 0.0,
        drift_after_hours: 24.0,
        drift_chance: 0.0,
        channels,
        fallbacks: Vec::new(),
    }
}

pub fn model(streams: Vec<Stream>, campaigns: Vec<Campaign>, activities: Vec<Activity>) -> Model {
    let places = streams.iter().map(|stream| stream.place).max().unwrap_or(0) + 1;
    Model {
        format: FORMAT,
        method: "extensions".to_owned(),
        scale: scale(),
        places: (0..places).map(|place| format!("P{place}")).collect(),
        neighbours: Vec::new(),
        streams,
        campaigns,
        activities,
    }
}

/// The closed case of the method: alpha 2, beta 4, a hit with chance .5, LN(ln 100, 1), a fallback
/// after 10 hours with readiness .8, 1,000 hours to leave for good, 100 an hour, MTPD 48 hours.
pub fn closed_case() -> Model {
    let mut one = activity("A", 0, vec![channel("V1", 1.0, &[(0, 0, 0.0)])]);
    one.fallbacks.push(fallback("F1", 10.0, 0.8, 1.0));
    let campaign = campaign(0, vec![unit("V1", 0.5, RESIST)]);
    model(vec![gamma("P0", 0, 2.0, 4.0)], vec![campaign], vec![one])
}

/// The closed case with a hit that is certain and lasts until the organisation has left.
pub fn endless() -> Model {
    let mut model = closed_case();
    model.campaigns[0].never_ends = 1.0;
    model.campaigns[0].units[0].hit = 1.0;
    model.activities[0].fallbacks.clear();
    model
}

/// Lets what a unit leaves on a channel shrink.
pub fn shrink(used: &mut Use, half_life_hours: f64, floor: f64) {
    for exposure in &mut used.exposure {
        exposure.shrinks = Some(Shrinking { half_life_hours, floor });
    }
}

/// Mean campaigns a year of the closed case.
pub const RATE: f64 = 0.5;

/// A lognormal duration.
#[derive(Clone, Copy)]
pub struct Lasts {
    pub median: f64,
    pub sigma: f64,
}

/// The campaign of the closed case, and outages of vendors that comply with it.
pub const FULL: Lasts = Lasts { median: 100.0, sigma: 1.0 };
pub const SHORT: Lasts = Lasts { median: 10.0, sigma: 1.0 };

fn phi(z: f64) -> f64 {
    0.5 * erfc(-z / std::f64::consts::SQRT_2)
}

impl Lasts {
    pub fn beyond(self, hours: f64) -> f64 {
        phi((self.median / hours).ln() / self.sigma)
    }

    /// E[min(D, hours)].
    pub fn up_to(self, hours: f64) -> f64 {
        let z = (hours / self.median).ln() / self.sigma;
        let mean = self.median * (self.sigma * self.sigma / 2.0).exp();
        mean * phi(z - self.sigma) + hours * phi(-z)
    }

    /// Mean of a function of the duration, by the middle of many equal chances.
    pub fn mean(self, of: impl Fn(f64) -> f64) -> f64 {
        const STEPS: i32 = 200_000;
        let width = 16.0 / f64::from(STEPS);
        let each = (0..STEPS).map(|step| {
            let z = -8.0 + width * (f64::from(step) + 0.5);
            of(self.median * (self.sigma * z).exp()) * (-z * z / 2.0).exp()
        });
        each.sum::<f64>() * width / (2.0 * std::f64::consts::PI).sqrt()
    }
}

/// Harm value of an impact level.
pub fn v(level: f64) -> f64 {
    (10_f64.powf(level / 2.0) - 1.0) / (10_f64.powf(2.5) - 1.0)
}

/// Harm value of an outage of so many hours, with levels at 1, 24, 168 and 730 hours.
pub fn v_after(levels: [f64; 4], hours: f64) -> f64 {
    let anchors = [1.0, 24.0, 168.0, 730.0_f64];
    if hours <= 0.0 {
        return 0.0;
    }
    let after = anchors.iter().take_while(|anchor| **anchor < hours).count();
    let level = match after {
        0 => levels[0],
        4 => levels[3],
        _ => {
            let [from, to] = [anchors[after - 1], anchors[after]];
            let part = (hours / from).ln() / (to / from).ln();
            levels[after - 1] + (levels[after] - levels[after - 1]) * part
        }
    };
    v(level)
}
