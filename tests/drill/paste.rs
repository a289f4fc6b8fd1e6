//! What an exercise found goes back into the profile.

use blackstart::{estate, likelihood::readiness::Tested, profile};

use super::{KNOWLEDGE, exercises};
use crate::support::{root, views::profile as example};

/// The lines, filled in as somebody at the table would.
fn filled(lines: &[String], result: &str) -> String {
    let mut out = String::new();
    for line in lines {
        let line = match line.strip_prefix("# ") {
            Some(rest) if rest.starts_with("tested = ") => rest.to_owned(),
            Some(rest) if rest.starts_with("result = ") => rest.replacen("passed", result, 1),
            Some(rest) if rest.starts_with("activation = ") => rest.replacen("\"\"", "\"45m\"", 1),
            Some(rest) if rest.starts_with("employees = ") || rest.starts_with("partners = ") => {
                rest.replacen("0.00", "0.72", 1)
            }
            _ => line.clone(),
        };
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// The block of the profile that begins at its channel and country, with its end.
fn block<'t>(text: &'t str, activity: &str, channel: &str, country: &str) -> &'t str {
    let start = text.find(&format!("[[activity]]\nid = \"{activity}\"")).unwrap();
    let blocks = text[start..].match_indices("[[activity.fallback]]").map(|(at, _)| start + at);
    for at in blocks {
        let length = text[at + 2..].find("[[").map_or(text.len() - at, |end| end + 2);
        let block = &text[at..at + length];
        let regions = block.lines().find(|line| line.trim().starts_with("regions"));
        if block.contains(&format!("channel = \"{channel}\""))
            && regions.is_none_or(|line| line.contains(country))
        {
            return block;
        }
    }
    panic!("no block of {activity} on {channel} in {country}");
}

fn tested(text: &str, activity: &str, channel: &str, country: &str) -> (Tested, f64, f64, f64) {
    let day = "2026-11-23".parse().unwrap();
    let (profile, _) =
        profile::load("own.toml", text, &*KNOWLEDGE, day).unwrap_or_else(|refusal| {
            panic!("{:?}\n{text}", refusal.problems);
        });
    let estate = estate::resolve(&profile, &KNOWLEDGE, day);
    let instance = estate.instances.iter().find(|one| {
        estate.activities[one.activity].id == activity && estate.regions[one.region].code == country
    });
    let mut fallbacks = instance.unwrap().fallbacks.iter();
    let one = fallbacks.find(|one| estate.channels[one.channel].id == channel).unwrap();
    (one.tested, one.readiness, one.activation.value, one.employees.value)
}

#[test]
fn filled_lines_are_accepted_and_change_the_readiness() {
    let text = std::fs::read_to_string(root().join("profiles/meridian-freight.toml")).unwrap();
    let view = exercises(&example("meridian-freight"), &["TR"])
        .into_iter()
        .find(|view| view.scenario.id == "network-block")
        .unwrap();
    let paste = view.paste.iter().find(|one| one.activity == "dispatch").unwrap();
    assert_eq!(paste.channel, "sms-gateway");
    let docs = std::fs::read_to_string(root().join("docs/drill.md")).unwrap();
    assert!(docs.contains(&paste.lines.join("\n")), "docs/drill.md shows other lines");
    let old = block(&text, "dispatch", "sms-gateway", "TR");
    let before = tested(&text, "dispatch", "sms-gateway", "TR");
    assert_eq!(before.0, Tested::Never);
    for (result, expected) in [("passed", Tested::Passed(1)), ("failed", Tested::Failed)] {
        let new = text.replacen(old, &format!("{}\n", filled(&paste.lines, result)), 1);
        let after = tested(&new, "dispatch", "sms-gateway", "TR");
        assert_eq!(after.0, expected);
        assert!((after.2 - 0.75).abs() < 1e-9 && (after.3 - 0.72).abs() < 1e-9, "{after:?}");
        assert!((after.1 > before.1) == (result == "passed"), "{after:?}");
        // The other country keeps its own block.
        assert_eq!(
            tested(&new, "dispatch", "sms-gateway", "RU").0,
            tested(&text, "dispatch", "sms-gateway", "RU").0
        );
    }
}

#[test]
fn a_block_for_several_countries_is_split() {
    let text = std::fs::read_to_string(root().join("profiles/meridian-freight.toml")).unwrap();
    let view = exercises(&example("meridian-freight"), &["NL"])
        .into_iter()
        .find(|view| view.scenario.id == "internet-shutdown")
        .unwrap();
    let paste = view.paste.iter().find(|one| one.activity == "customs").unwrap();
    let keep = paste.lines.iter().find_map(|line| line.strip_prefix("# regions = ")).unwrap();
    assert_eq!(keep, "[\"TR\", \"AE\", \"IN\"]");
    let old = block(&text, "customs", "teams", "NL");
    let narrowed = old.replacen("activation", &format!("regions = {keep}\n  activation"), 1);
    let new = format!("{narrowed}{}\n", filled(&paste.lines, "failed"));
    let new = text.replacen(old, &new, 1);
    assert_eq!(tested(&new, "customs", "teams", "NL").0, Tested::Failed);
    assert_eq!(tested(&new, "customs", "teams", "TR").0, tested(&text, "customs", "teams", "TR").0);
}

#[test]
fn unfilled_lines_claim_nothing() {
    for view in super::views() {
        for paste in &view.paste {
            let block: toml::Table = paste.lines.join("\n").parse().unwrap();
            let fallback = &block["activity"]["fallback"][0];
            assert!(fallback.get("tested").is_none() && fallback.get("result").is_none());
        }
    }
}
