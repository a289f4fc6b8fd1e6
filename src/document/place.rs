//! A text, and where in it each key and value stands.

use std::{collections::BTreeMap, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::KeyPath;

/// Byte ranges of one key and its value. For an entry of a list both are the entry; for a table
/// under a header both lie in the header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub key: Range<usize>,
    pub value: Range<usize>,
}

/// A text with a name and with places.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// File name as the reader knows it.
    pub name: String,
    pub text: String,
    pub places: BTreeMap<KeyPath, Place>,
}

impl Document {
    /// A document whose places are not known, or not yet.
    pub fn unplaced(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.to_owned(), places: BTreeMap::new() }
    }

    /// The place of a path, or of its nearest ancestor that is written down: a default has no place
    /// of its own.
    pub fn locate(&self, path: &KeyPath) -> Place {
        let mut path = path.clone();
        loop {
            if let Some(place) = self.places.get(&path) {
                return place.clone();
            }
            match path.parent() {
                Some(parent) => path = parent,
                None => return Place::default(),
            }
        }
    }

    /// Is this path written down?
    pub fn holds(&self, path: &KeyPath) -> bool {
        self.places.contains_key(path)
    }

    /// Line and column of a byte offset, both from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.boundary(offset);
        let before = &self.text[..offset];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        // A byte-order mark takes no room on any screen, so it takes no column either.
        let column = before[start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }

    /// The range, moved into the text and on to whole characters.
    pub fn clamp(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.boundary(span.start);
        start..self.boundary(span.end.max(start))
    }

    fn boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// Notes the place of everything in the tree.
    pub(super) fn note(&mut self, root: &DeTable<'_>) {
        note_table(&mut self.places, &KeyPath::root(), root);
    }
}

fn note_table(places: &mut BTreeMap<KeyPath, Place>, path: &KeyPath, table: &DeTable<'_>) {
    for (key, value) in table {
        let path = path.clone().key(key.get_ref());
        note_inside(places, &path, value);
        places.insert(path, Place { key: key.span(), value: value.span() });
    }
}

fn note_inside(
    places: &mut BTreeMap<KeyPath, Place>,
    path: &KeyPath,
    value: &Spanned<DeValue<'_>>,
) {
    match value.get_ref() {
        DeValue::Table(table) => note_table(places, path, table),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let path = path.clone().index(index);
                note_inside(places, &path, item);
                places.insert(path, Place { key: item.span(), value: item.span() });
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        let mut document = Document::unplaced("test.toml", text);
        let (tree, _) = DeTable::parse_recoverable(text);
        document.note(tree.get_ref());
        document
    }

    #[test]
    fn locates_keys_values_and_entries() {
        let text = "[[channel]]\nid = \"a\"\nregions = [\"RU\", \"TR\"]\n";
        let document = document(text);
        let place = document.locate(&KeyPath::parse("channel[0].regions[1]"));
        assert_eq!(&text[place.value], "\"TR\"");
        let place = document.locate(&KeyPath::parse("channel[0].id"));
        assert_eq!((&text[place.key], &text[place.value]), ("id", "\"a\""));
    }

    #[test]
    fn falls_back_to_the_nearest_ancestor() {
        let text = "[[channel]]\nid = \"a\"\n";
        let document = document(text);
        let place = document.locate(&KeyPath::parse("channel[0].requests.stance"));
        assert_eq!(&text[place.value], "[[channel]]");
        assert_eq!(document.locate(&KeyPath::from("appetite")), Place::default());
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let document = document("\u{feff}a = \"é\" \nb = 1");
        assert_eq!(document.line_column(0), (1, 1));
        assert_eq!(document.line_column(3), (1, 1));
        assert_eq!(document.line_column(11), (1, 8));
        assert_eq!(document.line_column(usize::MAX), (2, 6));
    }

    #[test]
    fn clamps_to_whole_characters() {
        let document = Document::unplaced("test.toml", "é");
        assert_eq!(document.clamp(&(1..9)), 0..2);
        assert_eq!(document.clamp(&(5..9)), 2..2);
    }
}
