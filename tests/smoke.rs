//! The ways in that the fuzz targets use, with a little of what they feed them: text of any kind, and files
//! that are valid but for a few changes. `scripts/fuzz.sh` goes on where this ends.

use proptest::{
    collection::vec,
    prelude::{ProptestConfig, Strategy, any, prop_oneof},
    prop_compose, proptest,
    sample::{Index, select},
    test_runner::RngSeed,
};

#[path = "../fuzz/entry.rs"]
mod entry;

use crate::support::root;

/// What people, editors and enemies put into files.
const BITS: [&str; 28] = [
    "[[",
    "]]",
    "\"",
    "'",
    "\"\"\"",
    "=",
    "{",
    "}",
    ",",
    ";",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "1e999",
    "-1",
    "nan",
    "null",
    "99999999999999999999",
    "0000-00-00",
    "2026-02-30",
    "[[channel]]",
    "[a.b.c.d.e.f.g]",
    "id",
    "\r",
    "é",
    "{{evil}}",
    "{{#each ",
    "{{> x}}",
];

/// One change to a text that is cut into words.
#[derive(Debug, Clone)]
enum Edit {
    Insert(Index, &'static str),
    Remove(Index),
    Double(Index),
    Swap(Index, Index),
    Cut(Index, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), select(&BITS[..])).prop_map(|(at, bit)| Edit::Insert(at, bit)),
        at().prop_map(Edit::Remove),
        at().prop_map(Edit::Double),
        (at(), at()).prop_map(|(one, other)| Edit::Swap(one, other)),
        (at(), 0..4_usize).prop_map(|(at, kept)| Edit::Cut(at, kept)),
    ]
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut pieces: Vec<String> =
        text.split_inclusive(['\n', ' ', ',']).map(str::to_owned).collect();
    for edit in edits {
        let count = pieces.len();
        if count == 0 {
            break;
        }
        match edit {
            Edit::Insert(at, bit) => pieces.insert(at.index(count), (*bit).to_owned()),
            Edit::Remove(at) => drop(pieces.remove(at.index(count))),
            Edit::Double(at) => pieces.insert(at.index(count), pieces[at.index(count)].clone()),
            Edit::Swap(one, other) => pieces.swap(one.index(count), other.index(count)),
            Edit::Cut(at, kept) => {
                let piece = &mut pieces[at.index(count)];
                *piece = piece.chars().take(*kept).collect();
            }
        }
    }
    pieces.concat()
}

/// A file of this repository under a first line, or none.
fn file(head: &str, name: &str) -> String {
    format!("{head}{}", std::fs::read_to_string(root().join(name)).unwrap())
}

prop_compose! {
    /// One of some texts with a few changes.
    fn spoiled(texts: Vec<String>)(text in select(texts), edits in vec(edit(), 1..5)) -> String {
        edited(&text, &edits)
    }
}

/// Mostly a spoiled file, at times any text at all.
fn text_like(texts: Vec<String>) -> impl Strategy<Value = String> {
    prop_oneof![8 => spoiled(texts.clone()), 1 => select(texts), 1 => any::<String>()]
}

/// The same cases on every machine, as many as `PROPTEST_CASES` says or these.
fn config(cases: u32) -> ProptestConfig {
    let told = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig {
        cases: told.unwrap_or(cases),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(0x5eed),
        ..ProptestConfig::default()
    }
}

#[test]
fn profiles() {
    let names = ["minimal", "meridian-freight", "starter"];
    let texts = names.map(|name| file("", &format!("profiles/{name}.toml"))).to_vec();
    proptest!(config(300), |(text in text_like(texts))| entry::profile(&text));
}

#[test]
fn overlays() {
    let texts = ["method.toml", "ladder.toml", "switchover.toml"]
        .map(|name| file(&format!("{name}\n"), &format!("seeds/{name}")))
        .to_vec();
    proptest!(config(30), |(text in text_like(texts))| entry::overlay(&text));
}

#[test]
fn models() {
    let texts = vec![file("", "tests/golden/model.json")];
    proptest!(config(200), |(text in text_like(texts))| entry::model(&text));
}

#[test]
fn snapshots() {
    let texts = vec![file("", "tests/snapshots/format-1.json")];
    proptest!(config(10), |(text in text_like(texts))| entry::snapshot(&text));
}

#[test]
fn templates() {
    let names = ["markdown/board.hbs", "html/report.hbs", "markdown/report.hbs"];
    let texts = names.map(|name| file(&format!("{name}\n"), &format!("templates/{name}"))).to_vec();
    proptest!(config(30), |(text in text_like(texts))| entry::template(&text));
}

#[test]
fn sheets() {
    let texts = [
        "regions\ncountry,staff\nDE,40\nIN,8\n",
        "channels\nid;vendor\nchat;signal\n",
        "activities\nid,name,mtpd,channels\nhelp,\"Help, desk\",4h,chat\n",
    ];
    let texts = texts.map(str::to_owned).to_vec();
    proptest!(config(300), |(text in text_like(texts))| entry::sheet(&text));
}

/// What the fuzzer has found stays found.
#[test]
fn what_was_found_is_mended() {
    let found = |target: &str| -> Vec<String> {
        let folder = std::fs::read_dir(root().join("fuzz/found").join(target)).unwrap();
        let bytes = |entry: std::fs::DirEntry| std::fs::read(entry.path()).unwrap();
        folder.map(|entry| String::from_utf8_lossy(&bytes(entry.unwrap())).into_owned()).collect()
    };
    let (overlays, templates) = (found("overlay"), found("template"));
    assert!(overlays.len() >= 5 && templates.len() >= 3);
    for text in &overlays {
        entry::overlay(text);
    }
    for text in &templates {
        entry::template(text);
    }
}
