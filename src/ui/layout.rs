//! Wrapped lines, headings and tables for the terminal. Text of people comes out inert.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, presets};

use super::Ui;
use crate::document::inert;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column<'n> {
    name: &'n str,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Number,
    Whole,
}

impl<'n> Column<'n> {
    pub const fn text(name: &'n str) -> Self {
        Self { name, form: Form::Text }
    }

    /// Set to the right.
    pub const fn number(name: &'n str) -> Self {
        Self { name, form: Form::Number }
    }

    /// Never broken: an id in two pieces cannot be copied.
    pub const fn whole(name: &'n str) -> Self {
        Self { name, form: Form::Whole }
    }
}

/// A table without lines, or with `plain` one line a row: "Activity: dispatch; country: Russia".
pub fn table(ui: &Ui, columns: &[Column], rows: &[Vec<String>]) -> String {
    if ui.plain {
        return rows.iter().map(|row| plain_row(ui, columns, row)).collect();
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.force_no_tty();
    table.set_width(u16::try_from(ui.width).unwrap_or(80));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(columns.iter().map(|column| column.name));
    for row in rows {
        let cells = columns.iter().zip(row).map(|(column, text)| {
            let cell = Cell::new(inert(text));
            match column.form {
                Form::Number => cell.set_alignment(CellAlignment::Right),
                Form::Text | Form::Whole => cell,
            }
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    for (index, _) in columns.iter().enumerate().filter(|(_, one)| one.form == Form::Whole) {
        if let Some(column) = table.column_mut(index) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let drawn = table.to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn plain_row(ui: &Ui, columns: &[Column], row: &[String]) -> String {
    let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> =
        cells.map(|(column, cell)| format!("{}: {cell}", column.name)).collect();
    let mut out = String::new();
    line(&mut out, ui, 2, &cells.join("; "));
    out
}

/// Adds a heading.
pub fn heading(out: &mut String, ui: &Ui, text: &str) {
    for one in wrap(text, ui.width, 0) {
        let painted = if ui.color { format!("\u{1b}[1m{one}\u{1b}[0m") } else { one };
        out.push_str(&painted);
        out.push('\n');
    }
}

/// Adds text, wrapped and indented.
pub fn line(out: &mut String, ui: &Ui, indent: usize, text: &str) {
    for one in wrap(text, ui.width, indent) {
        out.push_str(&one);
        out.push('\n');
    }
}

/// Adds a label and its text; later lines of the text stand below its first.
pub fn labelled(out: &mut String, ui: &Ui, label: &str, text: &str) {
    let margin = 2 + label.chars().count() + 1;
    for (at, one) in wrap(text, ui.width.saturating_sub(margin), 0).iter().enumerate() {
        let head = if at == 0 { label } else { "" };
        let line = format!("  {head:width$} {}", one.trim_start(), width = margin - 3);
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Lines of at most `width` characters; later ones are indented a little more. A word that is wider
/// than a line is cut.
fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut current = " ".repeat(indent);
    let mut empty = true;
    let most = width.saturating_sub(indent + 2);
    for word in inert(text).split_whitespace().flat_map(|word| pieces(word, most)) {
        let length = current.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width {
            lines.push(std::mem::replace(&mut current, " ".repeat(indent + 2)));
            empty = true;
        }
        if !empty {
            current.push(' ');
        }
        current.push_str(&word);
        empty = false;
    }
    if !empty {
        lines.push(current);
    }
    lines
}

fn pieces(word: &str, most: usize) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    characters.chunks(most.max(1)).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_fit_and_long_words_are_cut() {
        let lines = wrap("one two three abcdefghijklmnop", 12, 2);
        assert_eq!(lines, ["  one two", "    three", "    abcdefgh", "    ijklmnop"]);
    }

    #[test]
    fn control_characters_come_out_inert() {
        let text = wrap("a\u{1b}[31mb\u{202e}c", 40, 0).concat();
        assert!(!text.contains(['\u{1b}', '\u{202e}']));
    }
}
