//! What the documents say is what the program does.

use std::collections::BTreeSet;

use crate::support::{Tool, keys, root};

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// Code blocks of a Markdown file that carry a language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_key_of_the_track_record_is_documented() {
    let args = ["backtest", "--outcome", "block", "--resamples", "20", "--format", "json"];
    let ran = Tool::new(&args).run().code(0);
    let mut found = BTreeSet::new();
    keys(&serde_json::from_str(&ran.stdout).unwrap(), &mut found);
    assert!(found.len() > 50);
    let docs = text("docs/backtest.md");
    let missing: Vec<&String> =
        found.iter().filter(|key| !docs.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/backtest.md says nothing of {missing:?}");
}

#[test]
fn what_may_be_claimed_is_said_in_the_same_words() {
    use blackstart::backtest::claims::{ABOUT, MAY, MAY_NOT};
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let method = words(&text("docs/method.md"));
    let section = method.split("## 18.").nth(1).unwrap().split("## 19.").next().unwrap();
    let (may, may_not) = section.split_once("**May not be claimed.**").unwrap();
    for (claims, said) in [(MAY, may), (MAY_NOT, may_not)] {
        assert_eq!(said.matches(" - ").count(), claims.len(), "{said}");
        for claim in claims {
            assert!(said.contains(&format!("- {}", words(claim))), "{claim}");
        }
    }
    assert!(may.contains(ABOUT));
}

#[test]
fn the_readme_begins_with_the_two_commands() {
    let readme = text("README.md");
    let first = blocks(&readme, "sh")[0];
    let commands: Vec<&str> = first.lines().collect();
    assert_eq!(
        commands,
        ["cargo run --release -- assess profiles/meridian-freight.toml", "cargo test"]
    );
    assert!(text(".ci/run").lines().any(|line| line == "cargo test"));
}

#[test]
fn the_readme_shows_what_the_first_command_prints() {
    let args = ["assess", "meridian-freight.toml", "--as-of", "2026-11-22"];
    let ran = Tool::new(&args).profile("meridian-freight.toml").run().code(0);
    let readme = text("README.md");
    for line in blocks(&readme, "text")[0].lines().filter(|line| *line != "[...]") {
        assert!(ran.stdout.lines().any(|printed| printed == line), "not printed: {line}");
    }
}

#[test]
fn the_readme_shows_what_check_prints() {
    let profile = text("profiles/minimal.toml")
        .replace("\"whatsapp\"", "\"watsapp\"")
        .replace("staff = 40", "staff = \"forty\"");
    let args = ["check", "acme.toml", "--as-of", "2026-11-22"];
    let ran = Tool::new(&args).file("acme.toml", profile).run().code(1);
    let readme = text("README.md");
    assert_eq!(blocks(&readme, "text")[1].trim_end(), ran.stderr.trim_end());
}

/// Every document, by its path from the root.
fn documents() -> Vec<String> {
    let mut names = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    for entry in std::fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            names.push(format!("docs/{}", path.file_name().unwrap().to_str().unwrap()));
        }
    }
    names.sort();
    names
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    for name in documents() {
        let file = root().join(&name);
        for target in text(&name).split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            let path = target.split('#').next().unwrap();
            if path.is_empty() || path.starts_with("http") {
                continue;
            }
            let place = file.parent().unwrap().join(path);
            assert!(place.exists(), "{name} links to {target}, which is not there");
        }
    }
}

/// Lines that are no command of blackstart: they build it, or compare it with other programs.
const OTHERS: [&str; 4] = ["cargo ", "python3 ", "venv/bin/", "SNAPSHOTS="];

/// A folder in which the commands of a document can run: a profile, an overlay, and the sheets that
/// the document shows.
fn folder_for(name: &str, document: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = |file: &str| folder.path().join(file);
    std::fs::create_dir(place("profiles")).unwrap();
    for entry in std::fs::read_dir(root().join("profiles")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, place("profiles").join(path.file_name().unwrap())).unwrap();
        }
    }
    if name != "docs/first-report.md" {
        // The larger example takes ten times as long, and few commands name what only it has.
        let names = ["drill ", "--activity", "--region", "quarters/"];
        let large = names.iter().any(|word| document.contains(word));
        let example = if large { "meridian-freight" } else { "minimal" };
        std::fs::copy(place(&format!("profiles/{example}.toml")), place("acme.toml")).unwrap();
    }
    let copy = |from: &str, to: &str| {
        std::fs::create_dir_all(place(to).parent().unwrap()).unwrap();
        std::fs::copy(root().join("profiles").join(from), place(to)).unwrap();
    };
    if document.contains("profiles/history/") {
        for day in ["2026-06-30", "2026-09-30"] {
            copy(&format!("history/{day}.toml"), &format!("profiles/history/{day}.toml"));
        }
    }
    if document.contains("quarters/") {
        for day in ["2026-06-30", "2026-09-30"] {
            copy(&format!("history/{day}.toml"), &format!("quarters/{day}.toml"));
        }
    }
    if document.contains("members") {
        copy("minimal.toml", "members/a.toml");
        copy("lantern-newsroom.toml", "members/b/c.toml");
    }
    std::fs::create_dir(place("own")).unwrap();
    std::fs::write(place("own/method.toml"), "format = 1\n[review]\nfacts_months = 6\n").unwrap();
    let titles = document.split("```csv\n").map(|before| {
        let line = before.trim_end().lines().last().unwrap_or_default();
        line.trim_matches('`').to_owned()
    });
    for (title, sheet) in titles.zip(blocks(document, "csv")) {
        if title.contains(".csv") {
            std::fs::write(place(&title), sheet).unwrap();
        }
    }
    folder
}

#[test]
fn every_command_of_the_documents_works() {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_blackstart")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", binary.display());
    let mut ran = 0;
    for name in documents() {
        let document = text(&name);
        let folder = folder_for(&name, &document);
        for line in blocks(&document, "sh").into_iter().flat_map(str::lines) {
            let line = line
                .replace("cargo run --release -- ", "blackstart ")
                .replace("cargo run -- ", "blackstart ");
            if line.trim().is_empty()
                || OTHERS.iter().any(|other| line.starts_with(other))
                || line == ".ci/run"
                || line.starts_with("git ")
            {
                continue;
            }
            let line = line.replace(
                "--knowledge seeds",
                &format!("--knowledge {}", root().join("seeds").display()),
            );
            let mut child = std::process::Command::new("sh")
                .args(["-c", &line])
                .current_dir(folder.path())
                .env_clear()
                .env("PATH", &path)
                .stdin(std::process::Stdio::piped())
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap();
            if line.contains("--ask") {
                let answers = crate::init::ANSWERS.join("\n");
                std::io::Write::write_all(child.stdin.as_mut().unwrap(), answers.as_bytes())
                    .unwrap();
            }
            let out = child.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&out.stderr).into_owned();
            assert!(out.status.success(), "{name}: {line}\n{said}");
            ran += 1;
        }
    }
    assert!(ran > 50, "{ran} commands");
}

#[test]
fn the_contents_name_every_document() {
    let contents = text("docs/SUMMARY.md");
    for name in documents().iter().filter_map(|name| name.strip_prefix("docs/")) {
        if name != "SUMMARY.md" {
            assert!(contents.contains(&format!("]({name})")), "{name}");
        }
    }
}

#[test]
fn the_columns_of_spreadsheets_are_documented() {
    use blackstart::import::{COLUMNS, Sheet};
    let docs = text("docs/import.md");
    for column in COLUMNS {
        let heading = match column.sheet {
            Sheet::Regions => "## `--regions`",
            Sheet::Channels => "## `--channels`",
            Sheet::Activities => "## `--activities`",
        };
        let section = docs.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
        let row = section.lines().find(|line| line.starts_with(&format!("| `{}` |", column.name)));
        let row = row.unwrap_or_else(|| panic!("{heading} {}", column.name));
        for name in column.also {
            assert!(row.contains(name), "{} is also called {name}", column.name);
        }
    }
}

#[test]
fn the_announced_measure_of_the_documentation_is_accepted_in_a_profile() {
    let docs = text("docs/knowledge.md");
    let own = blocks(&docs, "toml").into_iter().find(|block| block.contains("Counsel in Delhi"));
    let region = "[[region]]\ncountry = \"IN\"\nstaff = 9\nelections = []\nphone_life = \"156w\"\n";
    let profile = format!("{}\n{region}{}", text("profiles/minimal.toml"), own.unwrap());
    let args = ["check", "acme.toml", "--as-of", "2026-11-22"];
    Tool::new(&args).file("acme.toml", profile).run().code(0);
}
