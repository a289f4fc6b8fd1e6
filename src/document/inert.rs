//! Text made safe to show: no character may move the cursor, change colours or turn the line round.

use std::{borrow::Cow, fmt::Write as _};

/// The text with every control, bidirectional and invisible character written out, as `\u{202e}`.
pub fn inert(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_active) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push(&mut safe, character);
    }
    Cow::Owned(safe)
}

/// Lines made safe one by one: their ends stay.
pub fn inert_lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(inert).collect();
    lines.join("\n")
}

/// JSON with each such character escaped in the way of JSON; it means the same. Between its tokens
/// JSON has none but line ends.
pub fn inert_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if character == '\n' || !is_active(character) {
            safe.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

/// Adds one character, written out if it must be.
pub(super) fn push(safe: &mut String, character: char) {
    if is_active(character) {
        safe.extend(character.escape_unicode());
    } else {
        safe.push(character);
    }
}

/// Must this character be written out before it is shown?
pub(super) fn is_active(character: char) -> bool {
    character.is_control()
        || turns_text(character)
        || matches!(character,
            '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}'
            | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn turns_text(character: char) -> bool {
    overrides_text(character) || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// Does it make text read otherwise than it is stored? Names in right-to-left scripts may need the
/// marks U+200E, U+200F and U+061C, so a file may hold those; it has no use for embeddings,
/// overrides and isolates.
pub(super) fn overrides_text(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{inert, inert_json};

    #[test]
    fn plain_text_of_any_script_is_left_alone() {
        for text in ["Meridian Freight", "Łódź – 東京 🚚", "می‌خواهم", "שלום"]
        {
            assert_eq!(inert(text), text);
        }
    }

    #[test]
    fn active_characters_are_written_out() {
        assert_eq!(inert("a\u{1b}[31m"), "a\\u{1b}[31m");
        assert_eq!(inert("\u{202e}x\u{2066}\n\0\u{85}"), "\\u{202e}x\\u{2066}\\u{a}\\u{0}\\u{85}");
        assert_eq!(inert("\u{feff}\u{200f}"), "\\u{feff}\\u{200f}");
    }

    #[test]
    fn json_means_the_same() {
        let text = "{\n  \"a\": \"\u{202e}x\u{e0001}é\u{85}\"\n}\n";
        let safe = inert_json(text);
        assert_eq!(safe, "{\n  \"a\": \"\\u202ex\\udb40\\udc01é\\u0085\"\n}\n");
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(read(&safe), read(text));
    }
}
