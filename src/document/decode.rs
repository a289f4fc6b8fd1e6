//! serde, on the tree that the shape walk has accepted. It has the last word on types that read
//! themselves.

use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};
use toml::{Spanned, de::DeTable};

use super::{Code, Document, KeyPath, Problem};

pub(super) fn decode<T: DeserializeOwned>(
    document: &Document,
    tree: Spanned<DeTable<'_>>,
) -> Result<T, Box<Problem>> {
    serde_path_to_error::deserialize(toml::de::Deserializer::from(tree)).map_err(|error| {
        let path = key_path(error.path());
        let place = document.locate(&path).value;
        let span = error.inner().span().unwrap_or(place);
        let message = format!("`{path}` is not accepted: {}", error.inner().message());
        Box::new(Problem::new(Code::BadValue, span, message).at(path))
    })
}

fn key_path(path: &Path) -> KeyPath {
    path.iter().fold(KeyPath::root(), |path, segment| match segment {
        Segment::Seq { index } => path.index(*index),
        Segment::Map { key } => path.key(key),
        Segment::Enum { .. } | Segment::Unknown => path,
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Sample {
        addresses: Vec<std::net::IpAddr>,
    }

    #[test]
    fn the_last_word_has_a_path_and_a_place() {
        let text = "addresses = [\"10.0.0.1\", \"10.0.0\"]\n";
        let (tree, _) = DeTable::parse_recoverable(text);
        let document = Document::unplaced("test.toml", text);
        let problem = decode::<Sample>(&document, tree).unwrap_err();
        assert_eq!(problem.path.to_string(), "addresses[1]");
        assert_eq!(&text[problem.span], "\"10.0.0\"");
    }
}
