//! How a unit answers a campaign.

/// The answer of a unit in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    NotHit,
    Comply,
    Resist,
    Exit,
}

impl Answer {
    pub const ALL: [Self; 4] = [Self::NotHit, Self::Comply, Self::Resist, Self::Exit];

    /// Probability for a unit.
    pub fn chance(self, hit: f64, response: [f64; 3]) -> f64 {
        match self {
            Self::NotHit => 1.0 - hit,
            Self::Comply => hit * response[0],
            Self::Resist => hit * response[1],
            Self::Exit => hit * response[2],
        }
    }
}

/// Points in the life of a campaign at which the service level is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// What the measure itself leaves, before a vendor has had time to leave.
    Announced,
    /// From the first minute to the end of complied outages.
    Early,
    /// From there to the end of the campaign.
    Late,
    /// Afterwards.
    After,
}

impl Moment {
    /// What a hit unit leaves at this point.
    pub fn left(self, answer: Answer, left: f64, never_ends: bool) -> f64 {
        match (answer, self) {
            (Answer::Exit, Self::Early | Self::Late | Self::After) => 0.0,
            (Answer::Resist, Self::After) if !never_ends => 1.0,
            (Answer::Exit | Answer::Resist, _)
            | (Answer::Comply, Self::Announced | Self::Early) => left,
            (Answer::NotHit, _) | (Answer::Comply, Self::Late | Self::After) => 1.0,
        }
    }
}
