//! Formatted text at the end of a string.

use std::fmt::{Arguments, Write};

/// `add(&mut out, format_args!(...))`.
pub fn add(out: &mut String, text: Arguments) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(text);
}
