//! What docs/security.md promises: nothing that a file holds stops the program with a panic, every problem has
//! its place in the text, and results depend on nothing but the input.

use std::collections::BTreeMap;

use blackstart::{
    document::{Style, render},
    knowledge::{self, Archive},
    model, profile, snapshot,
};

use crate::{
    quarters::Desk,
    support::{Tool, root},
};

/// Random numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

/// What people, editors and enemies put into files.
const BITS: [&str; 24] = [
    "[[",
    "]]",
    "\"",
    "'",
    "\"\"\"",
    "=",
    "{",
    "}",
    ",",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "1e999",
    "-1",
    "nan",
    "99999999999999999999",
    "0000-00-00",
    "2026-02-30",
    "[[channel]]",
    "[a.b.c.d.e.f.g]",
    "id",
    "\r",
    "é",
    "{{evil}}",
];

/// A text with a few changes: pieces put in, taken out, doubled, or moved.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut pieces: Vec<String> = text.split_inclusive(['\n', ' ']).map(str::to_owned).collect();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(pieces.len());
        match dice.roll(5) {
            0 => pieces.insert(at, BITS[dice.roll(BITS.len())].to_owned()),
            1 if pieces.len() > 1 => drop(pieces.remove(at)),
            2 => {
                let copy = pieces[at].clone();
                pieces.insert(at, copy);
            }
            3 => {
                let other = dice.roll(pieces.len());
                pieces.swap(at, other);
            }
            _ => {
                let cut: String = pieces[at].chars().take(dice.roll(4)).collect();
                pieces[at] = cut + BITS[dice.roll(BITS.len())];
            }
        }
    }
    pieces.concat()
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

#[test]
fn every_problem_of_a_spoiled_profile_has_its_place_and_can_be_shown() {
    let knowledge = knowledge::load(&BTreeMap::new()).unwrap();
    let day = "2026-11-22".parse().unwrap();
    let (mut dice, mut refused) = (Dice(0x5eed), 0);
    for name in ["profiles/minimal.toml", "profiles/meridian-freight.toml", "profiles/starter.toml"]
    {
        let text = read(name);
        for _ in 0..250 {
            let spoiled = mutated(&text, &mut dice);
            let Err(refusal) = profile::load("spoiled.toml", &spoiled, &knowledge, day) else {
                continue;
            };
            refused += 1;
            assert!(!refusal.problems.is_empty());
            for problem in &refusal.problems {
                let span = &problem.span;
                assert!(span.start <= span.end && span.end <= spoiled.len(), "{span:?}\n{spoiled}");
                assert!(spoiled.is_char_boundary(span.start) && spoiled.is_char_boundary(span.end));
            }
            for short in [false, true] {
                let said = render(&refusal, Style { color: false, graphics: true, short });
                assert!(!said.contains(['\u{202e}', '\u{1b}', '\u{0}']), "{said}");
            }
        }
    }
    assert!(refused > 500, "{refused} of 750 were refused");
}

#[test]
fn spoiled_files_of_programs_are_refused_without_a_panic() {
    let snapshot = read("tests/snapshots/format-1.json");
    let sample: String = snapshot.chars().take(3000).collect();
    let model = read("tests/golden/model.json");
    let mut dice = Dice(0xfee1);
    for _ in 0..300 {
        assert!(snapshot::read(&mutated(&sample, &mut dice)).is_err());
        let spoiled = mutated(&model, &mut dice);
        if let Err(refusal) = model::read("model.json", &spoiled) {
            assert!(!render(&refusal, Style::default()).is_empty());
        }
        assert!(Archive::read(&mutated("{\"document\": \"knowledge\"}", &mut dice)).is_none());
    }
    for _ in 0..8 {
        // Whole, but for one change: its digest does not match, or it is no JSON any more.
        let at = 3000 + dice.roll(snapshot.len() - 6000);
        let mut bytes = snapshot.clone().into_bytes();
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(snapshot::read(&text).is_err(), "a change at {at} was not seen");
    }
    assert!(snapshot::read(&snapshot).is_ok());
}

#[test]
fn overlays_of_noise_are_faults_and_no_panic() {
    let text = "format = 1\n[harm]\nmaterial_points = 4.0\n[review]\nfacts_months = 6\n";
    let mut dice = Dice(0xba5e);
    for _ in 0..40 {
        let overlay = BTreeMap::from([("method.toml".to_owned(), mutated(text, &mut dice))]);
        if let Err(faults) = knowledge::load(&overlay) {
            assert!(faults.iter().all(|fault| !fault.to_string().is_empty()));
        }
    }
}

/// What would fill the memory or the day is refused by name of the limit.
#[test]
fn what_is_too_much_is_refused_with_the_limit() {
    let base = read("profiles/minimal.toml");
    let channel = |n: usize| format!("[[channel]]\nid = \"c{n}\"\nvendor = \"signal\"\n");
    let fallback = |n: usize| format!("[[activity.fallback]]\nchannel = \"c{n}\"\n");
    let nested = format!("x = {}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let many =
        |count: usize, one: &dyn Fn(usize) -> String| -> String { (0..count).map(one).collect() };
    for (text, said) in [
        (format!("{base}{nested}"), "[too-deep]"),
        (format!("{base}x = [{}]", "1,".repeat(300_000)), "[too-many]"),
        (format!("{base}{}", many(20_000, &channel)), "[wrong-length]"),
        (format!("{base}{}", many(100_000, &channel)), "[too-large]"),
        (format!("{base}{}", many(10_000, &fallback)), "[wrong-length]"),
        (format!("{base}# {}", "x".repeat(2 << 20)), "[too-large]"),
    ] {
        let ran = Tool::new(&["check", "big.toml"]).file("big.toml", text).run().code(1);
        assert!(
            ran.stderr.contains(said),
            "no {said} in {}",
            &ran.stderr[..ran.stderr.len().min(2000)]
        );
    }
}

#[test]
fn locale_time_zone_and_user_change_no_byte() {
    let desk = Desk::new();
    let args =
        ["assess", "acme.toml", "--as-of", "2026-11-22", "--format", "html,markdown,json,csv"];
    for (folder, locale, zone) in [
        ("a", "C", "UTC"),
        ("b", "tr_TR.UTF-8", "Pacific/Kiritimati"),
        ("c", "ar_EG.UTF-8", "America/Adak"),
    ] {
        let mut command = desk.command();
        command.args(args).args(["--output", folder]).env("LC_ALL", locale).env("TZ", zone);
        command.env("USER", folder).env("HOSTNAME", folder).env("HOME", folder);
        assert!(command.output().unwrap().status.success());
    }
    for file in ["acme.html", "acme.md", "acme.json", "acme.register.csv"] {
        let first = desk.read(&format!("a/{file}"));
        assert!(first == desk.read(&format!("b/{file}")), "{file}");
        assert!(first == desk.read(&format!("c/{file}")), "{file}");
        // Reports tell nothing of the machine that made them.
        assert!(!first.contains(desk.folder.path().to_str().unwrap()), "{file}");
    }
}

#[test]
fn problems_on_one_line_stay_on_one_line() {
    let text = read("profiles/minimal.toml").replace("whatsapp", "what\\nsapp\\u202e");
    let ran =
        Tool::new(&["check", "a.toml", "--message-format", "short"]).file("a.toml", text).run();
    let ran = ran.code(1);
    assert!(!ran.stderr.contains('\u{202e}'), "{}", ran.stderr);
}
