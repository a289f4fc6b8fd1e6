//! "Did you mean": the candidate nearest to a word, if one is near enough to be worth saying.

/// Longer words are not typing mistakes, and comparing them takes long.
const LONGEST: usize = 64;

/// The candidate nearest to `word`. Case, hyphens and underscores do not count; a third of the
/// letters may differ.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let plain = folded(word);
    let most = (plain.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (distance(&plain, &folded(candidate)), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}

fn folded(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

fn distance(word: &str, candidate: &str) -> usize {
    if word == candidate { 0 } else { strsim::osa_distance(word, candidate).max(1) }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_word_that_was_meant() {
        let keys = ["name", "sector", "home", "breach_probability"];
        assert_eq!(nearest("nmae", keys), Some("name"));
        assert_eq!(nearest("Sector", keys), Some("sector"));
        assert_eq!(nearest("breach-probability", keys), Some("breach_probability"));
        assert_eq!(nearest("hom", keys), Some("home"));
    }

    #[test]
    fn says_nothing_rather_than_nonsense() {
        let keys = ["name", "sector"];
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest(&"n".repeat(1000), keys), None);
    }

    #[test]
    fn a_tie_goes_to_the_first_in_the_alphabet() {
        assert_eq!(nearest("ab", ["ac", "aa"]), Some("aa"));
    }
}
