//! Reading a file: the one place of this module that touches a disk.

use std::{
    fs::{self, File, FileType},
    io::{self, ErrorKind, Read},
    path::Path,
};

use super::{Code, Document, Problem, Refusal, count, limits, limits::Limit};

/// The text of a file that a person wrote. Nothing is opened before it is known to be an ordinary
/// file of moderate size, since opening a pipe waits for its other end.
pub fn read(path: &Path) -> Result<String, Refusal> {
    read_within(path, Limit::PROFILE)
}

/// The text of a template, which may be empty: that leaves a part of a report out.
pub fn read_template(path: &Path) -> Result<String, Refusal> {
    read_within(path, Limit::TEMPLATE)
}

/// The text of an earlier report, which a program wrote and which may be larger.
pub fn read_report(path: &Path) -> Result<String, Refusal> {
    read_within(path, Limit::REPORT)
}

/// The text of a numerical model, which a program wrote and which may be larger.
pub fn read_model(path: &Path) -> Result<String, Refusal> {
    read_within(path, Limit::MODEL)
}

fn read_within(path: &Path, limit: Limit) -> Result<String, Refusal> {
    let name = path.display().to_string();
    let about = fs::metadata(path).map_err(|error| refused(&name, &error))?;
    if about.is_dir() {
        let message = format!("`{name}` is a folder, and a file is wanted");
        return Err(Refusal::unread(&name, Code::IsDirectory, message, &[]));
    }
    if !about.is_file() {
        let message = format!("`{name}` is {}, and a file is wanted", noun(about.file_type()));
        let help = "to read from another program, let it write a file first";
        return Err(Refusal::unread(&name, Code::NotAFile, message, &[help]));
    }
    if about.len() > limit.bytes as u64 {
        return Err(alone(&name, "", limits::too_large(about.len(), limit)));
    }
    read_all(&name, File::open(path).map_err(|error| refused(&name, &error))?, limit)
}

/// The text that a reader gives, under the name that problems shall carry: standard input, for one.
pub fn read_from(name: &str, reader: impl Read) -> Result<String, Refusal> {
    read_all(name, reader, Limit::PROFILE)
}

fn read_all(name: &str, reader: impl Read, limit: Limit) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    let most = limit.bytes as u64 + 1;
    reader.take(most).read_to_end(&mut bytes).map_err(|error| refused(name, &error))?;
    if bytes.len() > limit.bytes {
        return Err(alone(name, "", limits::too_large(most, limit)));
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(name, error.as_bytes()))?;
    if !limit.empty && text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(alone(name, "", limits::empty()));
    }
    Ok(text)
}

fn alone(name: &str, text: &str, problem: Problem) -> Refusal {
    Refusal::new(Document::unplaced(name, text), vec![problem])
}

fn refused(name: &str, error: &io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::NotFound => {
            let message = format!("there is no file `{name}`");
            let help = "is the path right, seen from the folder where the command runs?";
            Refusal::unread(name, Code::MissingFile, message, &[help])
        }
        ErrorKind::PermissionDenied => {
            let message = format!("`{name}` may not be read by this user");
            Refusal::unread(name, Code::Unreadable, message, &["change its permissions"])
        }
        _ => Refusal::unread(name, Code::Unreadable, format!("cannot read `{name}`: {error}"), &[]),
    }
}

#[cfg(unix)]
fn noun(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn noun(_: FileType) -> &'static str {
    "a device"
}

/// Shows the text as far as it can be read, so that the reader finds the place in an editor.
fn not_utf8(name: &str, bytes: &[u8]) -> Refusal {
    let (good, bad) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, &[][..]),
        Err(error) => {
            let (good, bad) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(good).unwrap_or_default(), bad)
        }
    };
    let line = count_lines(good);
    let byte = bad.first().copied().unwrap_or_default();
    let message = format!("not UTF-8 text: byte {} on line {line} is 0x{byte:02x}", good.len() + 1);
    let help = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it looks like UTF-16: save it as UTF-8",
        _ => "save it as UTF-8 in the editor that wrote it",
    };
    let text = format!("{good}\u{fffd}");
    let problem = Problem::new(Code::NotUtf8, good.len()..text.len(), message)
        .label(format!("readable up to here, {} in all", count(bytes.len(), "byte")))
        .help(help);
    alone(name, &text, problem)
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::document::MAX_BYTES;

    fn code(path: &Path) -> Code {
        read(path).unwrap_err().problems[0].code
    }

    fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn reads_an_ordinary_file() {
        assert_eq!(read(file(b"format = 1\n").path()).unwrap(), "format = 1\n");
    }

    #[test]
    fn refuses_what_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(code(folder.path()), Code::IsDirectory);
        assert_eq!(code(&folder.path().join("nothing.toml")), Code::MissingFile);
        assert_eq!(code(&file(b"").path().join("below.toml")), Code::Unreadable);
    }

    #[cfg(unix)]
    #[test]
    fn refuses_devices_and_pipes_without_waiting_for_them() {
        assert_eq!(code(Path::new("/dev/zero")), Code::NotAFile);
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(code(&pipe), Code::NotAFile);
        }
    }

    #[cfg(unix)]
    #[test]
    fn refuses_what_may_not_be_read() {
        use std::os::unix::fs::PermissionsExt;
        let file = file(b"format = 1\n");
        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser reads it all the same.
        if File::open(file.path()).is_err() {
            assert_eq!(code(file.path()), Code::Unreadable);
        }
    }

    #[test]
    fn refuses_large_files_by_their_size_and_by_their_length() {
        let sparse = file(b"");
        sparse.as_file().set_len(1 << 40).unwrap();
        assert_eq!(code(sparse.path()), Code::TooLarge);
        let endless = read_from("-", io::repeat(b'x')).unwrap_err();
        assert_eq!(endless.problems[0].code, Code::TooLarge);
        assert_eq!(
            read(file(&b" # x\n".repeat(MAX_BYTES / 5)).path()).unwrap().len(),
            MAX_BYTES / 5 * 5
        );
    }

    #[test]
    fn refuses_white_space() {
        for bytes in [&b""[..], b" \n\t\r\n", b"\xef\xbb\xbf\n"] {
            assert_eq!(code(file(bytes).path()), Code::Empty);
        }
    }

    #[test]
    fn names_the_byte_and_the_line_that_are_not_utf8() {
        let refusal = read(file(b"a = 1\nname = \"caf\xe9\"\n").path()).unwrap_err();
        assert_eq!(refusal.problems[0].message, "not UTF-8 text: byte 18 on line 2 is 0xe9");
        assert_eq!(refusal.document.line_column(refusal.problems[0].span.start), (2, 12));
        let wide = read(file(b"\xff\xfea\0").path()).unwrap_err();
        assert!(wide.problems[0].help[0].contains("UTF-16"));
    }
}
