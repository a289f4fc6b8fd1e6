//! The commands as a whole: completions, manual pages, and the reference that is made from the help.

use std::{env, fmt::Write, fs};

use blackstart::cli::Cli;
use clap::CommandFactory;

use crate::support::{Tool, root};

#[test]
fn completions_know_vendors_countries_and_scenarios() {
    for (shell, begins) in [
        ("bash", "_blackstart()"),
        ("zsh", "#compdef"),
        ("fish", "function __fish"),
        ("powershell", ""),
    ] {
        let script = Tool::new(&["completions", shell]).run().code(0).stdout;
        assert!(begins.is_empty() || script.contains(begins), "{shell}");
        for word in ["whatsapp", "network-block", "TR", "scenario", "portmanteau"] {
            let wanted = word != "portmanteau";
            assert_eq!(script.contains(word), wanted, "{word} in the script of {shell}");
        }
    }
}

#[test]
fn a_word_that_no_completion_has_is_still_looked_up() {
    let ran = Tool::new(&["knowledge", "show", "Russia"]).run().code(0);
    assert!(ran.stdout.contains("Russia"));
    Tool::new(&["knowledge", "show", "watsapp"]).run().code(1).says("whatsapp");
}

#[test]
fn every_command_has_a_manual_page() {
    let page = Tool::new(&["man"]).run().code(0).stdout;
    assert!(page.contains(".TH blackstart 1"), "{page}");
    let ran = Tool::new(&["man", "--output", "man1"]).run().code(0);
    let mut wanted = vec!["man1/blackstart.1".to_owned()];
    each("blackstart", &Cli::command(), &mut |name, _| {
        wanted.push(format!("man1/{}.1", name.replace(' ', "-")));
    });
    wanted.sort();
    assert_eq!(ran.files(), wanted);
    assert!(ran.read("man1/blackstart-knowledge-show.1").contains("blackstart knowledge show"));
}

/// Every command below, with its name as it is typed.
fn each(name: &str, command: &clap::Command, found: &mut impl FnMut(String, &clap::Command)) {
    for below in command.get_subcommands() {
        let name = format!("{name} {}", below.get_name());
        found(name.clone(), below);
        each(&name, below, found);
    }
}

/// docs/commands.md is made from the help, so it cannot say anything else.
#[test]
fn the_reference_of_the_commands_is_current() {
    let mut text = String::from(
        "# Commands\n\nMade from the help of the program: `blackstart COMMAND --help` prints the \
         same. Exit codes are told in\n[exit-codes.md](exit-codes.md).\n",
    );
    let mut names = vec!["blackstart".to_owned()];
    each("blackstart", &Cli::command(), &mut |name, _| names.push(name));
    for name in names {
        let mut args: Vec<&str> = name.split(' ').skip(1).collect();
        args.push("--help");
        let help = Tool::new(&args).run().code(0).stdout;
        assert!(
            name == "blackstart"
                || help.contains("Examples:")
                || help.contains("Commands:")
                || name.split(' ').count() > 2,
            "{name} shows no example"
        );
        writeln!(text, "\n## {name}\n\n```text\n{}\n```", help.trim_end()).unwrap();
    }
    let path = root().join("docs/commands.md");
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &text).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == text,
        "docs/commands.md is not what the help says: SNAPSHOTS=overwrite cargo test"
    );
}

#[test]
fn every_help_fits_into_a_terminal() {
    each("blackstart", &Cli::command(), &mut |name, _| {
        let mut args: Vec<&str> = name.split(' ').skip(1).collect();
        args.push("--help");
        let help = Tool::new(&args).run().code(0).stdout;
        for line in help.lines() {
            assert!(line.chars().count() <= 100, "{name}: {line}");
        }
    });
}
