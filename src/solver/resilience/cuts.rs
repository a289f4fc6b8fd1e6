//! Minimal cut sets: the smallest sets of nodes whose loss stops an activity.
//!
//! A channel needs several groups of nodes, and of each group any one: it is lost when a whole group
//! is. An activity is lost when all its channels are. So the cut sets of a channel are its groups,
//! those of the activity are unions of one cut set of each channel, and the minimal ones are those
//! that contain no other. Channels are folded in one by one (Berge's algorithm), which gives the
//! same sets as MOCUS on the fault tree.

use std::collections::BTreeSet;

/// A set of nodes, by number.
pub type Cut = BTreeSet<usize>;

/// Minimal cut sets up to an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// The smallest first, then by number.
    pub sets: Vec<Cut>,
    /// Were larger sets left out?
    pub cut_off: bool,
}

/// Sets that are kept while channels are folded in.
const MOST_SETS: usize = 4_096;

/// Minimal cut sets of channels that all must be lost, with at most `order` nodes. `channels` holds
/// the groups of each channel.
pub fn minimal_cuts(channels: &[Vec<Cut>], order: usize) -> Cuts {
    let mut cuts = Cuts { sets: vec![Cut::new()], cut_off: false };
    if channels.is_empty() {
        return Cuts::default();
    }
    for groups in channels {
        let mut grown: Vec<Cut> = Vec::new();
        for set in &cuts.sets {
            for group in groups {
                let union: Cut = set.union(group).copied().collect();
                if union.len() <= order {
                    grown.push(union);
                } else {
                    cuts.cut_off = true;
                }
            }
        }
        cuts.sets = minimal(grown);
        if cuts.sets.len() > MOST_SETS {
            cuts.sets.truncate(MOST_SETS);
            cuts.cut_off = true;
        }
    }
    cuts
}

/// Those that contain no other, the smallest first.
pub fn minimal(mut sets: Vec<Cut>) -> Vec<Cut> {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Cut> = Vec::new();
    for set in sets {
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(nodes: &[usize]) -> Cut {
        nodes.iter().copied().collect()
    }

    fn singles(nodes: &[usize]) -> Vec<Cut> {
        nodes.iter().map(|node| cut(&[*node])).collect()
    }

    /// The worked example: networks 0 and 1 (internet, telephone), vendors 2, 3 and 4.
    #[test]
    fn cut_sets_of_the_worked_example() {
        for (channels, wanted) in [
            (
                vec![singles(&[2, 0]), singles(&[3, 0]), singles(&[1])],
                vec![vec![0, 1], vec![1, 2, 3]],
            ),
            (vec![singles(&[2, 0]), singles(&[1])], vec![vec![0, 1], vec![1, 2]]),
            (vec![singles(&[3, 0]), singles(&[2, 0])], vec![vec![0], vec![2, 3]]),
            (vec![singles(&[4, 0])], vec![vec![0], vec![4]]),
            (vec![singles(&[2, 0]), singles(&[4, 0])], vec![vec![0], vec![2, 4]]),
        ] {
            let found = minimal_cuts(&channels, 3);
            let wanted: Vec<Cut> = wanted.iter().map(|nodes| cut(nodes)).collect();
            assert_eq!(found.sets, wanted);
            assert!(!found.cut_off);
        }
    }

    #[test]
    fn a_group_of_which_one_suffices_must_be_lost_whole() {
        let store_or_site = cut(&[5, 6]);
        let channels = [vec![store_or_site.clone(), cut(&[1])], vec![cut(&[5]), cut(&[2])]];
        let found = minimal_cuts(&channels, 2);
        assert_eq!(found.sets, [cut(&[1, 2]), cut(&[1, 5]), store_or_site]);
        assert!(found.cut_off);
    }

    #[test]
    fn hundreds_of_channels_do_not_explode() {
        let channels: Vec<Vec<Cut>> =
            (0..300).map(|own| (0..6).map(|at| cut(&[own * 5 + at])).collect()).collect();
        let found = minimal_cuts(&channels, 2);
        assert!(found.sets.is_empty() && found.cut_off);
        let shared: Vec<Vec<Cut>> =
            (0..300).map(|own| vec![cut(&[0]), cut(&[1]), cut(&[own + 2])]).collect();
        assert_eq!(minimal_cuts(&shared, 2).sets, singles(&[0, 1]));
    }

    #[test]
    fn without_channels_there_is_nothing_to_cut() {
        assert!(minimal_cuts(&[], 2).sets.is_empty());
    }
}
