//! `check`: what a practitioner would question, what can be repaired, and what to answer next.

use serde_json::Value;

use crate::support::{Ran, Tool, root};

const DAY: &str = "2026-11-22";

fn minimal() -> String {
    std::fs::read_to_string(root().join("profiles/minimal.toml")).unwrap()
}

fn check(profile: &str, more: &[&str]) -> Ran {
    let args = [&["check", "acme.toml", "--as-of", DAY], more].concat();
    Tool::new(&args).file("acme.toml", profile).run()
}

fn warnings(profile: &str) -> Vec<(String, u64, String)> {
    let ran = check(profile, &["--message-format", "json"]).code(0);
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    let all = value["files"][0]["warnings"].as_array().unwrap().clone();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    all.iter()
        .map(|one| (text(one, "id"), one["line"].as_u64().unwrap(), text(one, "path")))
        .collect()
}

/// Is it raised at that place, and silenced by an acceptance?
fn raised(profile: &str, id: &str, path: &str) {
    let all = warnings(profile);
    let found = all.iter().find(|(own, _, _)| own == id);
    let (_, line, at) = found.unwrap_or_else(|| panic!("no {id} in {all:?}"));
    assert_eq!(at, path);
    let key = path.rsplit('.').next().unwrap().split('[').next().unwrap();
    let written = profile.lines().nth(usize::try_from(*line).unwrap() - 1).unwrap();
    let fits = written.contains(key) || written.starts_with("[[") || *line == 1;
    assert!(fits, "{id} points at {written:?}");
    let accepted = format!(
        "{profile}\n[[acceptance]]\nfinding = \"{id}\"\nreason = \"known\"\nowner = \"CIO\"\nuntil \
         = 2027-01-31\n"
    );
    assert!(!warnings(&accepted).iter().any(|(own, _, _)| own == id), "{id} is accepted");
}

#[test]
fn recovery_at_the_last_moment_is_questioned() {
    let profile = |rto: &str| format!("{}mtpd = \"1d\"\nrto = \"{rto}\"\n", minimal());
    raised(&profile("24h"), "rto-at-mtpd:support:all", "activity[0].rto");
    raised(&profile("22h"), "rto-at-mtpd:support:all", "activity[0].rto");
    assert!(!warnings(&profile("21h")).iter().any(|(id, _, _)| id.starts_with("rto-at-mtpd")));
}

#[test]
fn an_impact_that_does_not_reach_its_tier_is_questioned() {
    let profile = |last: u8| format!("{}tier = 1\nimpact = [1, 2, 3, {last}]\n", minimal());
    raised(&profile(4), "impact-below-tier:support:all", "activity[0].impact");
    assert!(!warnings(&profile(5)).iter().any(|(id, _, _)| id.starts_with("impact")));
}

#[test]
fn a_fallback_in_the_same_tenant_is_questioned() {
    let more = |vendor: &str, needs: &str| {
        let channel = "[[channel]]\nid = \"chat\"";
        let second = format!("[[channel]]\nid = \"b\"\nvendor = \"{vendor}\"\n{needs}\n{channel}");
        minimal().replace(channel, &second).replace(
            "vendor = \"whatsapp\"\n[[activity]]",
            &format!("vendor = \"whatsapp\"\n{needs}\n[[activity]]"),
        ) + "[[activity.fallback]]\nchannel = \"b\"\n"
    };
    let id = "same-tenant:support:all";
    raised(&more("whatsapp", ""), id, "activity[0].fallback");
    raised(&more("signal", "depends_on = [\"own.sso\"]"), id, "activity[0].fallback");
    assert!(!warnings(&more("signal", "")).iter().any(|(own, _, _)| own == id));
}

#[test]
fn people_without_a_channel_and_activities_without_owner_are_questioned() {
    let two = minimal().replace(
        "[[channel]]\nid = \"chat\"",
        "[[region]]\ncountry = \"TR\"\nstaff = 9\n[[channel]]\nid = \"chat\"\nregions = [\"RU\"]",
    );
    raised(&two, "people-without-channel:people:TR", "region[1]");
    raised(&minimal(), "no-owner:support:all", "activity[0]");
    let owned = format!("{}owner = \"Head\"\n", minimal());
    assert!(!warnings(&owned).iter().any(|(id, _, _)| id.starts_with("no-owner")));
}

#[test]
fn answers_older_than_two_quarters_are_questioned() {
    let profile = |day: &str| {
        minimal().replace(
            "[[activity]]",
            &format!("[channel.requests]\nstance = \"comply\"\nreviewed = {day}\n[[activity]]"),
        )
    };
    raised(&profile("2026-05-21"), "review-overdue:chat:all", "channel[0].requests");
    assert!(!warnings(&profile("2026-05-22")).iter().any(|(id, _, _)| id.starts_with("review")));
}

#[test]
fn facts_older_than_a_given_age_are_questioned() {
    let said = |months: &str| {
        let args = ["--facts-months", months, "--message-format", "short"];
        let args = [&["check", "acme.toml", "--as-of", "2027-03-01"][..], &args].concat();
        Tool::new(&args).file("acme.toml", minimal()).run().code(0).stderr
    };
    assert!(said("2").contains("old-facts"), "{}", said("2"));
    assert!(!said("24").contains("old-facts"));
}

#[test]
fn every_warning_has_a_page_and_shows_its_place() {
    let ran = check(&minimal(), &[]).code(0);
    assert!(ran.stderr.contains("warning[no-owner]: Nobody is named who answers for support"));
    assert!(ran.stderr.contains("--> acme.toml:12:1"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("acme.toml: no problems, "), "{}", ran.stdout);
    let docs = std::fs::read_to_string(root().join("docs/findings.md")).unwrap();
    for (id, _, _) in warnings(&minimal()) {
        let code = id.split(':').next().unwrap();
        assert!(docs.contains(&format!("\n## {code}\n")), "{code}");
    }
}

#[test]
fn the_fields_most_worth_answering_come_with_the_line_to_add() {
    let ran = check(&minimal(), &[]).code(0);
    let (_, questions) = ran.stdout.split_once("Worth answering next").unwrap();
    let lines: Vec<&str> =
        questions.lines().filter(|line| line.starts_with("    ")).map(str::trim).collect();
    assert!(!lines.is_empty() && lines.len() <= 5);
    // A line that is said can be added as it stands.
    let (_, first) = questions.split_once("activity `support`").unwrap();
    let added = &first.lines().nth(1).unwrap().trim();
    assert!(lines.contains(added));
    let ran = check(&format!("{}{added}\n", minimal()), &[]).code(0);
    assert!(!ran.stdout.contains(*added));
}

#[test]
fn only_problems_are_shown_on_request() {
    let ran = check(&minimal(), &["--problems-only"]).code(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("acme.toml: no problems\n", ""));
}

const BROKEN: &str = "# keep this comment
format = 1
[organization]
name = Acme        # no quotes
home = \"Germany\"   # a name
[[region]]
country = \"russia\"
staff = 40.0       # a point
[[channel]]
id = \"chat\"
vendor = \"whatsapp\"
[[activity]]
id = \"support\"
channel = \"chat\"   # the end
mtpd = \"3 days\"
";

#[test]
fn what_can_only_be_meant_is_repaired_and_comments_stay() {
    let ran = check(BROKEN, &["--fix"]).code(0);
    let fixed = ran.read("acme.toml");
    for (from, to) in [
        ("name = Acme        #", "name = \"Acme\"        #"),
        ("\"Germany\"", "\"DE\""),
        ("\"russia\"", "\"RU\""),
        ("40.0", "40"),
        ("\"3 days\"", "\"3d\""),
    ] {
        assert!(BROKEN.contains(from) && fixed.contains(to), "{to}\n{fixed}");
    }
    let comments = |text: &str| text.matches('#').count();
    assert_eq!(comments(&fixed), comments(BROKEN));
    assert!(ran.stderr.contains("fixed 5 problems in acme.toml"), "{}", ran.stderr);
    assert_eq!(ran.files(), ["acme.toml"]);
}

#[test]
fn what_could_be_meant_otherwise_is_left_alone() {
    let profile = minimal().replace("\"whatsapp\"", "\"watsapp\"");
    let ran = check(&profile, &["--fix"]).code(1).says("unknown-vendor");
    assert_eq!(ran.read("acme.toml"), profile);
    let windows = BROKEN.replace('\n', "\r\n");
    let fixed = check(&format!("\u{feff}{windows}"), &["--fix"]).code(0).read("acme.toml");
    assert!(fixed.starts_with('\u{feff}') && fixed.matches("\r\n").count() == 15);
}

#[cfg(unix)]
#[test]
fn repairs_follow_a_link_and_keep_the_rights_of_the_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real.toml");
    std::fs::write(&real, BROKEN).unwrap();
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.toml");
    symlink(&real, &link).unwrap();
    let path = link.display().to_string();
    Tool::new(&["check", &path, "--fix", "--as-of", DAY]).run().code(0);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(std::fs::read_to_string(&real).unwrap().contains("\"DE\""));
    assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_vendor_of_the_profile_is_taken_like_any_other() {
    let ran = Tool::new(&["check", "acme.toml", "--as-of", DAY])
        .file("acme.toml", own_vendor(""))
        .run()
        .code(0);
    assert!(ran.stdout.contains("no problems"));
    let args = ["assess", "acme.toml", "--as-of", DAY, "--format", "markdown"];
    let report = Tool::new(&args).file("acme.toml", own_vendor("")).run().code(0).stdout;
    assert!(report.contains("Flurfunk"), "the name stands in the report");
    for (wrong, code) in [
        ("id = \"flurfunk\"=>id = \"signal\"", "duplicate-id"),
        ("\"own.owner-flurfunk\"=>\"owner.nobody\"", "unknown-node"),
        ("countries = [\"DE\"]=>countries = [\"XX\"]", "unknown-country"),
        ("sources = []=>sources = [\"nowhere\"]", "unknown-source"),
    ] {
        check(&own_vendor(wrong), &[]).code(1).says(code);
    }
}

/// The smallest profile on a vendor of its own; `change` is "from=>to".
fn own_vendor(change: &str) -> String {
    let vendor = "
[[vendor]]
format = 1
id = \"flurfunk\"
name = \"Flurfunk\"
kind = \"enterprise-saas\"
status = \"active\"
capabilities = [\"text\"]
phone_number = \"no\"
sms_activation = \"none\"
reach = \"internet\"
sources = []
reviewed = \"2026-11-01\"
owner = { name = \"Flurfunk\", node = \"own.owner-flurfunk\", countries = [\"DE\"] }
encryption = { level = \"none\" }
metadata = {}
data = {}
hosting = {}
network = {}
needs = {}
stance = { posture = \"comply\", confidence = \"judgement\" }
price = { model = \"free\", usd_per_user_month = [0, 0] }
";
    let text = minimal().replace("\"whatsapp\"", "\"flurfunk\"") + vendor;
    let (from, to) = change.split_once("=>").unwrap_or(("", ""));
    if from.is_empty() { text } else { text.replace(from, to) }
}
