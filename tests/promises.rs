//! What docs/security.md promises: what is too much is refused, a change of a snapshot is seen, and results depend on
//! nothing but the input. `tests/smoke.rs` has what any text at all may do.

use blackstart::{knowledge::Archive, snapshot};

use crate::{
    quarters::Desk,
    support::{Tool, root},
};

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// `tests/smoke.rs` spoils snapshots at their heads; here they are whole but for one figure.
#[test]
fn a_snapshot_in_which_one_figure_was_changed_is_refused() {
    let snapshot = read("tests/snapshots/format-1.json");
    let sevens: Vec<usize> = snapshot.match_indices('7').map(|(at, _)| at).collect();
    for at in sevens.iter().copied().step_by(sevens.len() / 8) {
        let mut text = snapshot.clone();
        text.replace_range(at..=at, "8");
        assert!(snapshot::read(&text).is_err(), "a change at {at} was not seen");
    }
    assert!(snapshot::read(&snapshot).is_ok());
    assert!(Archive::read("{\"document\": \"knowledge\"}").is_none());
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

/// Small as a file, and beyond what the engines can hold.
#[test]
fn a_profile_of_too_many_states_is_refused_wherever_it_is_solved() {
    let countries =
        "RU IR CN IN TR BR MM BY EG PK NG ET UG VN ID BD KZ TM UZ IQ SY SD ZM TZ KE ZA MX US";
    let fallbacks = ["telegram", "teams", "signal"];
    let mut text = "format = 1\n[organization]\nname = \"Big\"\nhome = \"DE\"\n".to_owned();
    for country in countries.split(' ') {
        text.extend([format!("[[region]]\ncountry = \"{country}\"\nstaff = 40\n")]);
    }
    for vendor in ["whatsapp"].iter().chain(&fallbacks) {
        text.extend([format!("[[channel]]\nid = \"{vendor}\"\nvendor = \"{vendor}\"\n")]);
    }
    for activity in 0..20 {
        text.extend([format!("[[activity]]\nid = \"a{activity}\"\nchannel = \"whatsapp\"\n")]);
        for vendor in fallbacks {
            text.extend([format!("[[activity.fallback]]\nchannel = \"{vendor}\"\n")]);
        }
    }
    let drill = ["drill", "m/big.toml", "--scenario", "network-block", "--region", "RU"];
    for args in
        [&["assess", "m/big.toml"][..], &["check", "m/big.toml"], &["portfolio", "m"], &drill]
    {
        let ran = Tool::new(args).file("m/big.toml", text.as_str()).run().code(1);
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(said.contains("at most 250,000 are taken"), "{args:?}: {said}");
    }
}
