//! What only a browser can tell. The pages are made here and looked at by `tests/browser/*.mjs`, with
//! playwright-core and axe-core on the Chromium of the system.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use blackstart::report::{self, Templates};

use crate::{
    hostile::hostile,
    quarters::Desk,
    support::{Tool, root, views::PROFILES},
};

/// What a command writes, put into the folder under a name of its own.
fn keep(folder: &Path, name: &str, args: &[&str], profile: &str) {
    let file = format!("{profile}.toml");
    let ran = Tool::new(args).profile(&file).run().code(0);
    fs::write(folder.join(name), ran.stdout).unwrap();
}

fn documents_of(folder: &Path, profile: &str) {
    let file = format!("{profile}.toml");
    let args =
        ["assess", &file, "--as-of", "2026-11-22", "--format", "html,json", "--output", "out"];
    let ran = Tool::new(&args).profile(&file).run().code(0);
    for (ending, written) in [("html", "html"), ("assessment.json", "json")] {
        let text = ran.read(&format!("out/{profile}.{written}"));
        fs::write(folder.join(format!("{profile}.{ending}")), text).unwrap();
    }
}

/// What two quarters of one organisation, and a group, look like.
fn quarters(folder: &Path) {
    let desk = Desk::new();
    for day in ["2026-03-31", "2026-06-30"] {
        let text = fs::read_to_string(root().join(format!("profiles/history/{day}.toml"))).unwrap();
        desk.put("quarter.toml", &text);
        desk.put(&format!("members/{day}.toml"), &text);
        let args = ["assess", "quarter.toml", "--as-of", day, "--save", "kept", "--format", "csv"];
        desk.run(&args).code(0);
    }
    desk.put("members/bad.toml", "format = 1\n");
    for (name, code, args) in [
        ("comparison", 0, &["compare", "kept/meridian-freight", "--fail-on", "stale"][..]),
        ("history", 0, &["history", "kept", "--as-of", "2027-07-01"][..]),
        ("portfolio", 1, &["portfolio", "members", "--as-of", "2026-11-22", "--trials", "500"][..]),
    ] {
        for (ending, format) in [("html".to_owned(), "html"), (format!("{name}.json"), "json")] {
            let ran = desk.run(&[args, &["--format", format]].concat()).code(code);
            let stem = if format == "html" { name } else { "quarters" };
            fs::write(folder.join(format!("{stem}.{ending}")), ran.stdout).unwrap();
        }
    }
}

/// One of each of the other pages is enough: their parts are those of the report.
fn others(folder: &Path) {
    let (profile, file) = ("meridian-freight", "meridian-freight.toml");
    for (page, json, args) in [
        ("plan.html", "meridian-freight.plan.json", &["plan", file, "--budget", "60000"][..]),
        (
            "drill.html",
            "meridian-freight.drill.json",
            &["drill", file, "--scenario", "network-block", "--region", "RU"][..],
        ),
    ] {
        for (name, format) in [(page, "html"), (json, "json")] {
            let all = [args, &["--as-of", "2026-11-22", "--format", format]].concat();
            keep(folder, name, &all, profile);
        }
    }
}

/// The form by itself, and with each example open in it.
fn forms(folder: &Path) {
    keep(folder, "form.html", &["form", "--as-of", "2026-11-22"], "minimal");
    for profile in PROFILES {
        let file = format!("{profile}.toml");
        let args = ["form", &file, "--as-of", "2026-11-22"];
        keep(folder, &format!("form-{profile}.html"), &args, profile);
    }
}

#[test]
#[ignore = "needs Chromium, Node and poppler; .ci/run installs them and runs it"]
fn pages_hold_in_a_browser() {
    let scratch = tempfile::tempdir().unwrap();
    // Who works on a page names a folder to keep them in.
    let kept = std::env::var_os("PAGES").map(PathBuf::from);
    let folder = kept.unwrap_or_else(|| scratch.path().to_path_buf());
    for profile in PROFILES {
        documents_of(&folder, profile);
    }
    others(&folder);
    quarters(&folder);
    forms(&folder);
    let page = report::html(hostile(), &Templates::embedded().unwrap()).unwrap();
    fs::write(folder.join("hostile.html"), page).unwrap();
    let status = Command::new("node")
        .args(["--test", "--test-concurrency=2", "--test-reporter=spec"])
        .current_dir(root().join("tests/browser"))
        .env("PAGES", &folder)
        .env("BLACKSTART", env!("CARGO_BIN_EXE_blackstart"))
        .status()
        .unwrap();
    assert!(status.success(), "see above");
}
