//! House rules that a machine can check.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::support::root;

/// Text of every source file, tests aside.
fn sources(folder: &Path, into: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            into.push((path.display().to_string(), code));
        }
    }
}

fn code() -> Vec<(String, String)> {
    let mut all = Vec::new();
    sources(&root().join("src"), &mut all);
    assert!(all.len() > 50);
    all
}

/// Every string literal of a file.
fn literals(code: &str) -> BTreeSet<&str> {
    let uncommented = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    uncommented.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

#[test]
fn no_id_of_the_knowledge_base_stands_in_the_source() {
    let knowledge = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let mut ids: BTreeSet<&str> = knowledge.vendor_words().into_iter().collect();
    ids.extend(knowledge.scenarios.keys().map(String::as_str));
    ids.extend(
        knowledge.scenarios.values().flat_map(|scenario| &scenario.aliases).map(String::as_str),
    );
    ids.extend(knowledge.countries.keys().map(String::as_str));
    ids.extend(knowledge.countries.values().map(String::as_str));
    ids.extend(knowledge.nodes.keys().map(String::as_str));
    ids.extend(knowledge.measures.keys().map(String::as_str));
    ids.extend(knowledge.precedents.iter().map(|precedent| precedent.id.as_str()));
    ids.extend(knowledge.announcements.iter().map(|announcement| announcement.id.as_str()));
    // Words of the vocabularies, and some of English, that an id happens to share.
    let shared = [
        "app-store-removal",
        "block",
        "drills",
        "internet-shutdown",
        "line",
        "max",
        "meta",
        "radio",
        "real-name-sim",
        "sector-ban",
        "vpn-restriction",
    ];
    let levers: BTreeSet<&str> =
        blackstart::knowledge::LeverKind::ALL.iter().map(|kind| kind.word()).collect();
    ids.retain(|id| !shared.contains(id) && !levers.contains(id) && *id != "EU");
    let mut found = Vec::new();
    for (path, code) in code() {
        for literal in literals(&code).intersection(&ids) {
            found.push(format!("{path}: {literal}"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_middle_is_pure() {
    let pure = [
        "advise",
        "compare",
        "gate.rs",
        "history",
        "portfolio",
        "snapshot",
        "drill",
        "form.rs",
        "gallery.rs",
        "import",
        "interview",
        "schema",
        "typed.rs",
        "estate",
        "modelling",
        "solver/",
        "model.rs",
        "model/",
        "solution",
        "assess",
        "likelihood",
        "backtest",
        "report",
        "browse",
    ];
    let forbidden = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "std::thread",
        "SystemTime",
        "Instant",
        "static mut",
        "Timestamp::now",
        "Mutex",
        "OnceLock",
        "LazyLock",
        "thread_local",
    ];
    let all = code();
    let inside = |folder: &str| -> Vec<&(String, String)> {
        let below = |path: &str| path.split("/src/").nth(1).unwrap().starts_with(folder);
        all.iter().filter(|(path, _)| below(path)).collect()
    };
    for folder in pure {
        let files = inside(folder);
        assert!(!files.is_empty(), "{folder} is not there any more");
        for (path, code) in files {
            for word in forbidden {
                assert!(!code.contains(word), "{path} has {word}");
            }
        }
    }
}

/// docs/security.md promises it of the whole program.
#[test]
fn nothing_speaks_to_a_network_or_starts_a_program() {
    for (path, code) in code() {
        for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream", "process::Command"] {
            assert!(!code.contains(word), "{path} has {word}");
        }
    }
}

/// Figures can be checked by themselves: the solver knows nothing but numbers.
#[test]
fn the_solver_depends_on_no_part_of_the_program() {
    let manifest = fs::read_to_string(root().join("src/solver/Cargo.toml")).unwrap();
    for word in ["toml", "clap", "jiff", "handlebars", "blackstart ="] {
        let asked = manifest.lines().any(|line| line.starts_with(word));
        assert!(!asked, "the solver depends on {word}");
    }
}

#[test]
fn the_simulation_stands_alone() {
    let all = code();
    let own: Vec<_> = all.iter().filter(|(path, _)| path.contains("/solver/compound")).collect();
    assert!(own.len() > 5, "{} files", own.len());
    for (path, code) in own {
        assert!(!code.contains("crate::"), "{path} knows the rest of the crate");
    }
}

#[test]
fn files_are_small() {
    let mut lengths: Vec<(usize, String)> =
        code().into_iter().map(|(path, code)| (code.lines().count(), path)).collect();
    lengths.sort();
    let (longest, path) = lengths.last().unwrap();
    assert!(*longest <= 460, "{path} has {longest} lines");
    assert!(lengths[lengths.len() / 2].0 <= 140, "median {}", lengths[lengths.len() / 2].0);
}

#[test]
fn every_seed_passes_the_checks_that_an_overlay_passes() {
    let names = blackstart::knowledge::EMBEDDED.iter().map(|(name, _)| *name);
    let overlay: BTreeMap<String, String> = names
        .map(|name| {
            let text = fs::read_to_string(root().join("seeds").join(name)).unwrap();
            (name.to_owned(), text)
        })
        .collect();
    if let Err(faults) = blackstart::knowledge::load(&overlay) {
        let lines: Vec<String> = faults.iter().take(20).map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    }
}

#[test]
fn the_knowledge_base_serves_the_examples() {
    let knowledge = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let medium = blackstart::knowledge::VendorKind::Medium;
    let media = knowledge.vendors.values().filter(|vendor| vendor.kind == medium).count();
    assert!(knowledge.vendors.len() - media >= 16 && media >= 8);
    let with_levers = knowledge.jurisdictions.values().filter(|j| !j.lever.is_empty()).count();
    assert!(with_levers >= 12);
    assert_eq!(knowledge.scenarios.len(), 14);
}
