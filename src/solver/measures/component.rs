//! Measures and parts that have to be looked at together: those that some measure, requirement or
//! limit ties to each other. Between components only the budget is shared.

use super::{choice::Choice, part::Part, space::Space};

/// Candidates and parts that hang together.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    pub candidates: Choice,
    /// Indices of parts; none of them is touched by any other candidate.
    pub parts: Vec<usize>,
}

/// All components that hold a candidate, by their first one. Candidates that change nothing, and are
/// not required by one that does, are in none.
pub fn components(space: &Space, parts: &[Part]) -> Vec<Component> {
    let mut groups: Vec<Choice> = Vec::new();
    for part in parts {
        join(&mut groups, part.touched);
    }
    let useful: Choice = groups.iter().copied().fold(Choice::default(), Choice::or);
    for one in useful.iter() {
        join(&mut groups, with_required(space, one));
    }
    for place in &space.places {
        let opens = |one: &usize| space.candidates[*one].opens.contains(place);
        let own: Choice = useful.iter().filter(opens).collect();
        if own.len() > space.most_new_channels {
            join(&mut groups, own);
        }
    }
    groups.sort_by_key(|group| group.iter().next());
    let of = |candidates: Choice| Component {
        candidates,
        parts: (0..parts.len())
            .filter(|part| !parts[*part].touched.and(candidates).is_empty())
            .collect(),
    };
    groups.into_iter().map(of).collect()
}

/// A candidate with all that it requires, and what that requires.
pub fn with_required(space: &Space, candidate: usize) -> Choice {
    let mut all = Choice::default().with(candidate);
    loop {
        let required = all.iter().map(|one| space.candidates[one].requires);
        let grown = required.fold(all, Choice::or);
        if grown == all {
            return all;
        }
        all = grown;
    }
}

/// Joins a set with all groups that it meets.
fn join(groups: &mut Vec<Choice>, mut set: Choice) {
    if set.is_empty() {
        return;
    }
    groups.retain(|group| {
        let apart = group.and(set).is_empty();
        if !apart {
            set = set.or(*group);
        }
        apart
    });
    groups.push(set);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_meet_are_one() {
        let mut groups = Vec::new();
        for set in [vec![0, 1], vec![2], vec![3, 4], vec![1, 3], vec![]] {
            join(&mut groups, set.into_iter().collect());
        }
        groups.sort();
        let wanted: Vec<Choice> =
            vec![[2].into_iter().collect(), [0, 1, 3, 4].into_iter().collect()];
        assert_eq!(groups, wanted);
    }
}
