//! The few lines of a text that a snippet shows, made safe and short.

use std::ops::Range;

use super::super::inert;

/// Longest line that is shown whole, in characters.
const WIDEST: usize = 160;
/// What is shown of a longer line before its mark, and in all.
const BEFORE: usize = 40;
const WINDOW: usize = 120;

/// Lines of a text. Lines between those of interest are left empty, which keeps the numbering.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// Number of the first line.
    pub(super) line: usize,
    /// Is a line shown otherwise than it is written?
    pub(super) altered: bool,
    places: Vec<Option<Range<usize>>>,
}

impl Excerpt {
    /// The first lines of some spans; the first span is the one that matters most.
    pub(super) fn of(text: &str, spans: &[Range<usize>]) -> Self {
        let mut starts: Vec<_> = spans.iter().map(|span| line_start(text, span.start)).collect();
        starts.sort_unstable();
        starts.dedup();
        let first = starts.first().copied().unwrap_or_default();
        let mut excerpt = Self {
            text: String::new(),
            line: newlines(&text[..first]) + 1,
            altered: false,
            places: vec![None; spans.len()],
        };
        let mut done = first;
        for start in starts {
            excerpt.text.extend(std::iter::repeat_n('\n', newlines(&text[done..start])));
            excerpt.add_line(text, start, spans);
            done = start;
        }
        excerpt
    }

    /// Where a span stands in the excerpt.
    pub(super) fn place(&self, span: usize) -> Range<usize> {
        self.places.get(span).cloned().flatten().unwrap_or(0..0)
    }

    /// Is a span inside the window that is shown?
    pub(super) fn shows(&self, span: usize) -> bool {
        self.places.get(span).is_some_and(Option::is_some)
    }

    fn add_line(&mut self, text: &str, start: usize, spans: &[Range<usize>]) {
        let line = text[start..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let here: Vec<_> = spans
            .iter()
            .enumerate()
            .filter(|(_, span)| line_start(text, span.start) == start)
            .map(|(number, span)| {
                let from = (span.start - start).min(line.len());
                (number, from..(span.end - start).clamp(from, line.len()))
            })
            .collect();
        let mark = here.first().map_or(0, |(_, span)| span.start);
        let window = window(line, mark);
        let shift = self.push(line, &window);
        for (number, span) in here {
            if window.contains(&span.start) || span.start == window.end {
                let end = span.end.min(window.end);
                self.places[number] = Some(shift.at(span.start)..shift.at(end));
            }
        }
    }

    /// Adds what the window shows of a line, and tells where each of its bytes has gone.
    fn push(&mut self, line: &str, window: &Range<usize>) -> Shift {
        let mut shift = Shift { moves: Vec::new(), end: (window.end, 0) };
        if window.start > 0 {
            self.text.push('…');
        }
        for (offset, character) in line[window.clone()].char_indices() {
            shift.moves.push((window.start + offset, self.text.len()));
            if character == '\t' {
                self.text.push(character);
            } else {
                self.altered |= inert::is_active(character);
                inert::push(&mut self.text, character);
            }
        }
        shift.end.1 = self.text.len();
        if window.end < line.len() {
            self.text.push('…');
        }
        self.altered |= window.len() < line.len();
        shift
    }
}

/// From bytes of the text to bytes of the excerpt.
struct Shift {
    moves: Vec<(usize, usize)>,
    end: (usize, usize),
}

impl Shift {
    fn at(&self, offset: usize) -> usize {
        match self.moves.binary_search_by_key(&offset, |&(from, _)| from) {
            Ok(index) => self.moves[index].1,
            Err(_) => self.end.1,
        }
    }
}

/// The part of a line that is shown.
fn window(line: &str, mark: usize) -> Range<usize> {
    if line.chars().nth(WIDEST).is_none() {
        return 0..line.len();
    }
    let start = line[..mark].char_indices().rev().take(BEFORE).last().map_or(mark, |(at, _)| at);
    let end = line[start..].char_indices().nth(WINDOW).map_or(line.len(), |(at, _)| start + at);
    start..end
}

/// A replacement is shown, not applied, so a long one may be cut.
pub(super) fn shortened(text: &str) -> &str {
    text.char_indices().nth(WINDOW).map_or(text, |(end, _)| &text[..end])
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    #[test]
    fn keeps_lines_and_numbers() {
        let excerpt = Excerpt::of("a\nbb\nc\ndd\r\ne\n", &[8..9, 2..7]);
        assert_eq!((excerpt.text.as_str(), excerpt.line), ("bb\n\ndd", 2));
        assert_eq!((excerpt.place(0), excerpt.place(1)), (5..6, 0..2));
        assert!(!excerpt.altered);
    }

    #[test]
    fn follows_spans_through_what_is_written_out() {
        let excerpt = Excerpt::of("\u{202e}x = 1", &[std::ops::Range { start: 3, end: 4 }]);
        assert_eq!(excerpt.text, "\\u{202e}x = 1");
        assert_eq!(&excerpt.text[excerpt.place(0)], "x");
        assert!(excerpt.altered);
    }

    #[test]
    fn a_mark_at_the_end_of_the_text_is_kept() {
        let excerpt = Excerpt::of("a = \n", &[std::ops::Range { start: 5, end: 5 }]);
        assert_eq!((excerpt.line, excerpt.place(0)), (2, 0..0));
    }
}
