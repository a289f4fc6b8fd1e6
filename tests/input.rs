//! Bad input through the real binary: a located message, exit code 1, nothing written, no panic.

use crate::support::{Ran, Tool};

const GOOD: &str = "format = 1\n[organization]\nname = \"Acme\"\nhome = \
    \"DE\"\n[[region]]\ncountry = \"RU\"\nstaff = 40\n[[channel]]\nid = \"chat\"\nvendor = \
        \"whatsapp\"\n[[activity]]\nid = \"support\"\nchannel = \"chat\"\n";

/// Assesses a text as `acme.toml` and proves that it was refused without a trace.
#[track_caller]
fn refused(text: impl AsRef<[u8]>) -> Ran {
    let args = [
        "assess",
        "acme.toml",
        "--as-of",
        "2026-11-22",
        "--format",
        "html,json",
        "--output",
        "out",
    ];
    let ran = Tool::new(&args).file("acme.toml", text).run().code(1);
    assert_eq!(ran.files(), ["acme.toml"], "something was written");
    assert!(ran.stdout.is_empty(), "{}", ran.stdout);
    for word in ["panicked", "RUST_BACKTRACE", "src/"] {
        assert!(!ran.stderr.contains(word), "{}", ran.stderr);
    }
    ran
}

#[track_caller]
fn changed(from: &str, to: &str) -> Ran {
    assert!(GOOD.contains(from));
    refused(GOOD.replacen(from, to, 1))
}

#[test]
fn the_good_one_is_good() {
    Tool::new(&["check", "acme.toml", "--as-of", "2026-11-22"])
        .file("acme.toml", GOOD)
        .run()
        .code(0);
}

#[test]
fn missing_file() {
    let ran = Tool::new(&["assess", "nowhere.toml"]).run().code(1).says("nowhere.toml");
    assert!(ran.files().is_empty());
}

#[test]
fn a_folder() {
    Tool::new(&["assess", "."]).run().code(1).says("folder");
}

#[test]
fn not_utf8() {
    refused(b"format = 1\nname = \"\xff\xfe\"\n").says("UTF-8").says("acme.toml");
}

#[test]
fn empty() {
    refused("").says("empty");
    refused("  \n\t\n").says("empty");
}

#[test]
fn ten_megabytes() {
    refused("a = [[[[[[[[[[\n".repeat(700_000)).says("too-large");
}

#[test]
fn syntax_errors_are_located() {
    refused("format = 1\n[organization]\nname = Acme\nhome = = \"DE\"\n")
        .says("acme.toml:3:")
        .says("acme.toml:4:");
}

#[test]
fn unknown_key() {
    changed("staff = 40", "staf = 40").says("acme.toml:7:1").says("did you mean `staff`?");
}

#[test]
fn wrong_type() {
    changed("staff = 40", "staff = \"forty\"").says("acme.toml:7:9").says("wrong-type");
}

#[test]
fn unknown_vendor() {
    changed("\"whatsapp\"", "\"watsapp\"").says("acme.toml:10:10").says("did you mean `whatsapp`?");
}

#[test]
fn unknown_country() {
    changed("country = \"RU\"", "country = \"XQ\"").says("acme.toml:6:11").says("unknown-country");
}

#[test]
fn a_fallback_that_names_no_channel() {
    refused(format!("{GOOD}[[activity.fallback]]\nchannel = \"smoke\"\n"))
        .says("acme.toml:15:11")
        .says("unknown-channel");
}

#[test]
fn duplicate_ids() {
    refused(format!("{GOOD}[[activity]]\nid = \"support\"\nchannel = \"chat\"\n"))
        .says("duplicate-id")
        .says("acme.toml:15:6");
}

#[test]
fn dates_in_the_future() {
    refused(format!("{GOOD}[[activity.fallback]]\nchannel = \"chat\"\ntested = 2027-01-01\n"))
        .says("future-date")
        .says("acme.toml:16:10");
}

#[test]
fn negative_and_nan_numbers() {
    changed("staff = 40", "staff = -40").says("acme.toml:7:9");
    refused(format!("{GOOD}mbco = nan\n")).says("acme.toml:14:8");
    refused(format!("{GOOD}loss_per_hour = -5\n")).says("acme.toml:14:17");
    refused(format!("{GOOD}switch_cost = inf\n")).says("acme.toml:14:15");
}

#[test]
fn rto_above_mtpd() {
    refused(format!("{GOOD}mtpd = \"4h\"\nrto = \"24h\"\n"))
        .says("rto-above-mtpd")
        .says("acme.toml:15:7");
}

#[test]
fn problems_of_every_stage_in_one_run() {
    let text = GOOD.replace("staff = 40", "staf = 40").replace("\"whatsapp\"", "\"watsapp\"");
    let text = format!("{text}mbco = \"half\"\nmtpd = \"4h\"\nrto = \"24h\"\nswitch_cost = -1\n");
    refused(text)
        .says("acme.toml:7:1")
        .says("acme.toml:10:10")
        .says("did you mean `whatsapp`?")
        .says("acme.toml:14:8")
        .says("acme.toml:17:15")
        .says("4 problems");
    let text = GOOD.replace("staff = 40", "staff = \"forty\"").replace("\"DE\"", "\"XX\"");
    refused(format!("{text}mtpd = \"4h\"\nrto = \"24h\"\n"))
        .says("unknown-country")
        .says("wrong-type")
        .says("rto-above-mtpd")
        .says("3 problems");
}

#[test]
fn a_fault_in_a_name_does_not_breed_others() {
    let ran = refused(GOOD.replace("id = \"chat\"", "id = 7")).says("1 problem in");
    assert!(!ran.stderr.contains("unknown-channel"));
    let ran = refused(GOOD.replace("[[channel]]", "[[chanel]]"));
    assert!(!ran.stderr.contains("unknown-channel"), "{}", ran.stderr);
}

#[test]
fn an_output_that_cannot_be_written_fails_before_the_work() {
    let args = [
        "assess",
        "acme.toml",
        "--as-of",
        "2026-11-22",
        "--format",
        "html,json",
        "--output",
        "taken/out",
    ];
    let ran = Tool::new(&args)
        .file("acme.toml", GOOD)
        .file("taken", "a file")
        .run()
        .code(1)
        .says("cannot write");
    assert_eq!(ran.files(), ["acme.toml", "taken"]);
    assert!(!ran.stderr.contains("wrote"));
}

#[test]
fn several_formats_without_a_folder_are_wrong_usage() {
    let args = ["assess", "acme.toml", "--format", "html,json"];
    Tool::new(&args).file("acme.toml", GOOD).run().code(2).says("--output");
}

#[test]
fn a_bad_overlay_is_located_and_nothing_is_written() {
    let run = |name: &str, text: &str| {
        let args =
            ["assess", "acme.toml", "--knowledge", "own", "--format", "json", "--output", "out"];
        Tool::new(&args).file("acme.toml", GOOD).file(name, text).run().code(1)
    };
    let ran = run("own/vendors/acme.toml", "format = 1\nid = 5\n").says("vendors/acme.toml:2:6");
    assert_eq!(ran.files(), ["acme.toml", "own/vendors/acme.toml"]);
    run("own/nonsense.toml", "a = 1").says("nonsense.toml");
    run("own/sources/mine.toml", "format = 1\n[[source]]\nid = \"x\"\n").says("sources/mine.toml");
}

#[test]
fn problems_as_short_lines_and_as_json() {
    let text = GOOD.replace("staff = 40", "staf = 40");
    let run = |format: &str| {
        Tool::new(&["check", "acme.toml", "--message-format", format])
            .file("acme.toml", &text)
            .run()
            .code(1)
    };
    run("short").says("acme.toml:7:1: unknown-key");
    let json: serde_json::Value = serde_json::from_str(&run("json").stdout).unwrap();
    assert_eq!(json["files"][0]["problems"][0]["code"], "unknown-key");
}
