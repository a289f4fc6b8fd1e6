//! The risk level that NIST SP 800-30 Rev. 1 would give: Table I-2, from a level of likelihood and a
//! level of impact. It is shown beside the level of the score, since many organisations report by it.

use crate::engine::score::Level;

/// Table I-2: a row for each likelihood and a column for each impact, both from very low up.
const TABLE: [[Level; 5]; 5] = {
    use Level::{High as H, Low as L, Moderate as M, VeryHigh as VH, VeryLow as VL};
    [[VL, VL, VL, L, L], [VL, L, L, L, M], [VL, L, M, M, H], [VL, L, M, H, VH], [VL, L, M, H, VH]]
};

/// The level of the table.
pub fn level(likelihood: Level, impact: Level) -> Level {
    TABLE[likelihood as usize][impact as usize]
}

/// Do the two levels differ by two or more?
pub fn far(own: Level, nist: Level) -> bool {
    (own as usize).abs_diff(nist as usize) >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{engine::score::score, model};

    /// The method counts how often the table and the level of the score agree.
    #[test]
    fn the_table_is_close_to_the_scale() {
        let model = model::read("", include_str!("../../tests/golden/model.json")).unwrap();
        let centre = |level: Level| 10_f64.powf(-2.25 + 0.5 * f64::from(level as u8));
        let (mut same, mut near) = (0, 0);
        for likelihood in Level::ALL {
            for impact in Level::ALL {
                let harm = centre(likelihood) * centre(impact);
                let own = Level::of_score(score(&model.scale, harm));
                let nist = level(likelihood, impact);
                same += usize::from(own == nist);
                near += usize::from(!far(own, nist));
            }
        }
        assert_eq!((same, near), (15, 24));
    }
}
