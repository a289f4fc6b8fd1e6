//! What may be claimed of the rate rule, and what may not: the one place where these sentences
//! stand. Tests hold the first list against the scores and docs/method.md against both.

/// What the sentences are about.
pub const ABOUT: &str = "Of forecasts for 2018 to 2025 with the knowledge base as shipped";

/// Introduces [`MAY`].
pub const MAY_TITLE: &str = "May be claimed";

/// Introduces [`MAY_NOT`].
pub const MAY_NOT_TITLE: &str = "May not be claimed";

/// Each is true of what was measured.
pub const MAY: &[&str] = &[
    "It ranks countries: of two country-years, one with a start and one without, the one with the \
     start had the higher forecast in four of five cases or more, for each of the four outcomes.",
    "Its squared error is lower than that of the base rate and lower than that of persistence, for \
     each of the four outcomes; the 95 % intervals leave out zero.",
    "Its squared error is lower than that of a country's own record for messengers, for all \
     campaigns together and for shutdowns; for blocks the gain cannot be told from chance.",
    "Where nothing of the kind had been counted before, tier and size still rank countries better \
     than chance does, and a country's own record does not.",
    "For blocks its forecasts can be read as frequencies: in each bin of the reliability table the \
     share that happened is within three percentage points of the mean forecast.",
    "The same input gives the same figures, and every figure can be followed to its inputs and \
     their basis.",
];

/// Each would go beyond what was measured.
pub const MAY_NOT: &[&str] = &[
    "When in the year a campaign comes: only whether one starts within it was scored.",
    "That a country is next: at the top of the list, too, a forecast is a probability.",
    "Which vendor or service a campaign hits: only whether one starts in the country was scored.",
    "Any skill for call limits, store removals, mandates, bans, exits and every other kind that \
     STOP does not count: their likelihoods are judgement.",
    "Calibration for messengers, for all campaigns together and for shutdowns: their forecasts \
     were too low on average.",
    "As much skill in years to come: the structure was chosen on the scored years, so the first \
     clean test is 2026, and counts and indices were completed and revised after the fact, so live \
     skill is likely to be lower.",
    "That a country without a count is calm: STOP misses quiet and standing bans.",
    "That an organisation's own handful of countries confirms or refutes the rule.",
];
