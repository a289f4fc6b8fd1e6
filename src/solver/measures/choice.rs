//! A set of candidates.

/// Candidates by number. At most [`Choice::MOST`] can be told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice(u128);

impl Choice {
    /// Candidates that a choice can hold.
    pub const MOST: usize = 128;

    /// The first `count` candidates.
    pub fn all(count: usize) -> Self {
        (0..count).collect()
    }

    pub const fn contains(self, candidate: usize) -> bool {
        self.0 >> candidate & 1 == 1
    }

    #[must_use]
    pub const fn with(self, candidate: usize) -> Self {
        Self(self.0 | 1 << candidate)
    }

    #[must_use]
    pub const fn without(self, candidate: usize) -> Self {
        Self(self.0 & !(1 << candidate))
    }

    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    pub const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// In ascending order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let next = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            Some(next)
        })
    }
}

impl FromIterator<usize> for Choice {
    fn from_iter<I: IntoIterator<Item = usize>>(candidates: I) -> Self {
        candidates.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_sets() {
        let choice: Choice = [127, 0, 5].into_iter().collect();
        assert_eq!(choice.iter().collect::<Vec<_>>(), [0, 5, 127]);
        assert_eq!(choice.len(), 3);
        assert!(choice.contains(127) && !choice.contains(1));
        assert_eq!(choice.without(0).minus(Choice::all(6)).iter().collect::<Vec<_>>(), [127]);
        assert!(Choice::all(128).holds(choice));
    }
}
