//! Which fallbacks work in an outage, and with what chance.

use crate::engine::plan::Outage;

/// One case: the first full fallback that works, and the partial ones that do, as positions in the
/// outage's lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Working {
    pub chance: f64,
    pub full: Option<usize>,
    /// One bit for each partial fallback.
    pub partial: u32,
}

/// Partial fallbacks of one outage that are told apart.
const MOST_PARTIAL: usize = 8;

/// Which full fallback is the first that works, with its chance.
pub fn firsts(outage: &Outage) -> Vec<(f64, Option<usize>)> {
    let mut firsts = Vec::with_capacity(outage.full.len() + 1);
    let mut still = 1.0;
    for (at, standby) in outage.full.iter().enumerate() {
        firsts.push((still * standby.ready, Some(at)));
        still *= 1.0 - standby.ready;
    }
    firsts.push((still, None));
    firsts.retain(|(chance, _)| *chance > 0.0);
    firsts
}

/// All cases of an outage, or none if there are too many. Full fallbacks are sorted by activation,
/// so only the first that works matters.
pub fn working(outage: &Outage) -> Option<Vec<Working>> {
    if outage.partial.len() > MOST_PARTIAL {
        return None;
    }
    let firsts = firsts(outage);
    let mut cases = Vec::with_capacity(firsts.len() << outage.partial.len());
    for (chance, full) in firsts {
        for partial in 0..1_u32 << outage.partial.len() {
            let each = outage.partial.iter().enumerate().map(|(bit, standby)| {
                if partial >> bit & 1 == 1 { standby.ready } else { 1.0 - standby.ready }
            });
            let chance = chance * each.product::<f64>();
            if chance > 0.0 {
                cases.push(Working { chance, full, partial });
            }
        }
    }
    Some(cases)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::plan::Standby;

    #[test]
    fn cases_share_the_whole_chance() {
        let standby = |index, ready| Standby { index, activation: 4.0, ready, reach: 0.3 };
        let outage = Outage {
            week: 0,
            until: None,
            stages: Vec::new(),
            full: vec![standby(0, 0.5), standby(1, 0.9)],
            partial: vec![standby(2, 0.3), standby(3, 0.8)],
        };
        let cases = working(&outage).unwrap();
        assert_eq!(cases.len(), 3 * 4);
        assert!((cases.iter().map(|case| case.chance).sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
