//! What to do about it: measures under a budget, and plans to switch over.

pub mod advice;
pub mod catalogue;
pub mod decision;
pub mod step;
pub mod switchover;
pub mod target;
pub mod worth;

use crate::{analysis::Spread, estate::Estate, modelling::Modelled};

use advice::{Advice, Wanted, advise};
use catalogue::{Catalogue, Limits, catalogue};

/// The catalogue with what was chosen from it.
#[derive(Debug, Clone)]
pub struct Advised {
    pub catalogue: Catalogue,
    pub advice: Advice,
    pub limits: Limits,
}

impl Advised {
    /// Builds the catalogue and searches it. `modelled` is the model without measures.
    pub fn new(
        estate: &Estate,
        modelled: &Modelled,
        limits: Limits,
        wanted: Wanted,
        spread: &dyn Spread,
    ) -> Self {
        let catalogue = catalogue(estate, modelled, limits);
        let advice = advise(&catalogue, wanted, spread);
        Self { catalogue, advice, limits }
    }

    /// With the budget of the profile and the limits of the method.
    pub fn by_profile(estate: &Estate, modelled: &Modelled, spread: &dyn Spread) -> Self {
        let (limits, wanted) = (Limits::of(estate), Wanted::of(estate));
        Self::new(estate, modelled, limits, wanted, spread)
    }
}
