//! From answers to the text of a profile, with a comment where a value could be made more exact.

use std::fmt::Write;

use jiff::civil::Date;

use super::{answers::Answers, describe};
use crate::{
    knowledge::{Capability, Knowledge},
    typed::{id, vendor},
};

/// Writes the profile.
pub fn profile(answers: &Answers, knowledge: &Knowledge, as_of: Date) -> String {
    let mut out = format!(
        "#:schema ./blackstart.schema.json\n# Written from an interview on {as_of}. What is left out \
         is assumed, and marked so in the report;\n# `blackstart check` names the fields most worth \
         adding. All keys: docs/profile.md\nformat = 1\n",
    );
    let text = &mut out;
    organization(text, answers);
    channels(text, answers, knowledge);
    activities(text, answers, knowledge);
    for own in describe::vendors(answers, knowledge, as_of) {
        // What the knowledge base can hold can be written.
        let table = toml::to_string(&Own { vendor: vec![own] }).unwrap_or_default();
        push(text, &format!("\n# Not in the knowledge base: a description of your own.\n{table}"));
    }
    out
}

#[derive(serde::Serialize)]
struct Own {
    vendor: Vec<crate::knowledge::Vendor>,
}

/// Writing to a string cannot fail.
fn push(out: &mut String, text: &str) {
    let _ = out.write_str(text);
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn list(codes: &[&str]) -> String {
    let all: Vec<String> = codes.iter().map(|code| quoted(code)).collect();
    format!("[{}]", all.join(", "))
}

fn organization(out: &mut String, answers: &Answers) {
    let get = |id: &str| answers.given(id).unwrap_or_default();
    push(
        out,
        &format!(
            "\n[organization]\nname = {}\nhome = {}\n",
            quoted(get("name")),
            quoted(get("home"))
        ),
    );
    match answers.given("sector") {
        Some(sector) => push(out, &format!("sector = {}\n", quoted(sector))),
        None => push(out, "# sector = \"logistics\"\n"),
    }
    push(out, "# currency = \"EUR\"\n");
    for code in answers.list("regions") {
        let staff = answers.given(&format!("staff:{code}")).unwrap_or("0");
        push(
            out,
            &format!("\n[[region]]\ncountry = {}\nstaff = {staff}\n# partners = 0\n", quoted(code)),
        );
    }
}

/// Every tool that is in use or in reserve, the ones in use first.
fn all_tools(answers: &Answers) -> Vec<&str> {
    let mut tools = answers.list("tools");
    for activity in answers.list("activities") {
        for tool in answers.list(&format!("fallback:{activity}")) {
            if !tools.contains(&tool) {
                tools.push(tool);
            }
        }
    }
    tools
}

fn channels(out: &mut String, answers: &Answers, knowledge: &Knowledge) {
    for tool in all_tools(answers) {
        let vendor = vendor(tool, knowledge).unwrap_or_else(|| id(tool));
        push(out, &format!("\n[[channel]]\nid = {}\n", quoted(&id(tool))));
        push(out, &format!("name = {}\n", quoted(&describe::name(tool, knowledge))));
        push(out, &format!("vendor = {}\n", quoted(&vendor)));
        push(out, "# accounts = \"managed\"  # or \"personal\"\n");
        let places = answers.list(&format!("data:{tool}"));
        if !places.is_empty() {
            push(out, "\n  [[channel.data]]  # 1. What user data is stored, and where?\n");
            push(out, &format!("  kind = \"content\"\n  stored_in = {}\n", list(&places)));
        }
        if let Some(stance) = answers.given(&format!("requests:{tool}")) {
            push(out, "\n  [channel.requests]  # 2. How does it handle metadata requests?\n");
            push(out, &format!("  stance = {}\n", quoted(stance)));
        }
        if let Some(share) = answers.given(&format!("restrictions:{tool}")) {
            push(out, "\n  [channel.restrictions]  # 3. What if downloads are restricted?\n");
            push(out, &format!("  provisioned = {share}\n"));
        }
    }
}

fn activities(out: &mut String, answers: &Answers, knowledge: &Knowledge) {
    let tools = answers.list("tools");
    let mut taken: Vec<String> = Vec::new();
    for activity in answers.list("activities") {
        let own = free(&id(activity), &mut taken);
        let chosen = answers.given(&format!("channel:{activity}"));
        let channel = chosen.or_else(|| tools.first().copied()).unwrap_or_default();
        push(out, &format!("\n[[activity]]\nid = {}\nname = {}\n", quoted(&own), quoted(activity)));
        if let Some(owner) = answers.given(&format!("owner:{activity}")) {
            push(out, &format!("owner = {}\n", quoted(owner)));
        }
        let tier = answers.given(&format!("tier:{activity}")).unwrap_or("2");
        push(out, &format!("tier = {tier}\nchannel = {}\n", quoted(&id(channel))));
        push(out, &needs(channel, answers, knowledge));
        push(out, "# mtpd = \"24h\"\n# rto = \"4h\"\n# loss_per_hour = 0\n");
        for tool in answers.list(&format!("fallback:{activity}")) {
            if tool == channel {
                continue;
            }
            push(
                out,
                "\n  [[activity.fallback]]  # 4. Is there a backup for employees and partners?\n",
            );
            push(out, &format!("  channel = {}\n", quoted(&id(tool))));
            if let Some(day) = answers.given(&format!("tested:{activity}:{tool}")) {
                push(out, &format!("  tested = {day}\n  result = \"passed\"\n"));
            }
        }
    }
}

/// An activity on a phone needs voice: text is the default of the profile.
fn needs(channel: &str, answers: &Answers, knowledge: &Knowledge) -> String {
    let like = answers.given(&format!("like:{channel}"));
    let vendor = knowledge.vendor(like.unwrap_or(channel));
    let text = vendor.is_none_or(|one| one.capabilities.contains(&Capability::Text));
    if text { "# needs = [\"text\"]\n".to_owned() } else { "needs = [\"voice\"]\n".to_owned() }
}

/// The id, or the id with a number where it is taken.
fn free(id: &str, taken: &mut Vec<String>) -> String {
    let mut own = id.to_owned();
    let mut number = 2;
    while taken.contains(&own) {
        own = format!("{id}-{number}");
        number += 1;
    }
    taken.push(own.clone());
    own
}
