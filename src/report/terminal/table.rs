//! Tables, wrapped lines and colour for the terminal.

use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

use crate::{document::inert, ui::Ui};

/// A column of a table.
pub struct Column {
    name: &'static str,
    number: bool,
}

impl Column {
    pub const fn text(name: &'static str) -> Self {
        Self { name, number: false }
    }

    pub const fn number(name: &'static str) -> Self {
        Self { name, number: true }
    }
}

/// How to print a piece of text.
#[derive(Clone, Copy)]
pub enum Style {
    Bold,
}

/// With escapes where colour is on.
pub fn paint(ui: &Ui, text: &str, style: Style) -> String {
    match style {
        Style::Bold if ui.color => format!("\u{1b}[1m{text}\u{1b}[0m"),
        Style::Bold => text.to_owned(),
    }
}

/// A table, or with `plain` one line a row: "Activity: dispatch; country: Russia".
pub fn table(ui: &Ui, columns: &[Column], rows: Vec<Vec<String>>) -> String {
    if ui.plain {
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = columns
                .iter()
                .zip(row)
                .map(|(column, cell)| format!("{}: {}", column.name, inert(cell)))
                .collect();
            wrap(&cells.join("; "), ui.width, 2).join("\n") + "\n"
        };
        return rows.iter().map(line).collect();
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.force_no_tty();
    table.set_width(u16::try_from(ui.width).unwrap_or(80));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(columns.iter().map(|column| column.name));
    for row in rows {
        let cells = columns.iter().zip(row).map(|(column, text)| {
            let cell = Cell::new(inert(&text));
            if column.number { cell.set_alignment(CellAlignment::Right) } else { cell }
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    let drawn = table.to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

/// Words wrapped to a width, each line indented, continuation lines a little more. Text of people
/// comes out inert.
pub fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut current = " ".repeat(indent);
    let mut empty = true;
    for word in inert(text).split_whitespace() {
        let length = current.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width {
            lines.push(std::mem::replace(&mut current, " ".repeat(indent + 2)));
            empty = true;
        }
        if !empty {
            current.push(' ');
        }
        current.push_str(word);
        empty = false;
    }
    if !empty {
        lines.push(current);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn wraps_at_the_width_and_keeps_every_word() {
        let lines = wrap("one two three four five", 12, 2);
        assert_eq!(lines, ["  one two", "    three", "    four", "    five"]);
    }

    #[test]
    fn control_characters_come_out_inert() {
        assert!(!wrap("a\u{1b}[31mb\u{202e}c", 40, 0).concat().contains(['\u{1b}', '\u{202e}']));
    }
}
