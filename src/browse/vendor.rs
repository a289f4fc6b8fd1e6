//! A vendor as a brief that answers four questions: what is stored where, how requests are handled,
//! what restrictions do to it, and what can back it up.

use jiff::civil::Date;

use super::{
    Fact, Kind, Page, Writer, announcement, dispute, in_force, record, vendor_ways, wording,
};
use crate::{
    knowledge::{Block, Confidence, Knowledge, Vendor},
    words,
};

pub fn page(knowledge: &Knowledge, vendor: &Vendor, as_of: Date) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Vendor, &vendor.id, &vendor.name);
    overview(&mut writer, vendor);
    storage(&mut writer, vendor);
    requests(&mut writer, vendor);
    vendor_ways::paths(&mut writer, vendor);
    standing(&mut writer, vendor, as_of);
    vendor_ways::backups(&mut writer, vendor);
    let happened = record::records(knowledge, |p| {
        p.date.first_day() <= as_of && record::names(knowledge, p, &vendor.id)
    });
    record::section(&mut writer, "The record", &happened, &format!("--vendor {}", vendor.id));
    announcement::section(&mut writer, as_of, |one| {
        let mut named = one.vendors.iter().filter_map(|word| knowledge.vendor(word));
        named.any(|named| named.id == vendor.id)
    });
    together(&mut writer, vendor);
    dispute::section(&mut writer, |about| {
        about.vendors.iter().any(|id| knowledge.vendor(id).is_some_and(|one| one.id == vendor.id))
    });
    writer.section("Seen on");
    for id in &vendor.sources {
        if let Some(source) = knowledge.sources.get(id) {
            writer.cited(Fact::new(&source.publisher, &source.title), [id]);
        }
    }
    writer.finish()
}

/// A fact from a field of the file: sourced where the file says so, else general knowledge.
fn field(writer: &mut Writer, vendor: &Vendor, name: &str, fact: Fact) {
    let sourced = vendor.sourced_fields.iter().any(|field| field == name);
    let confidence = if sourced { Confidence::Sourced } else { Confidence::Known };
    let own = writer.overlaid(&format!("vendor {}: {name}", vendor.id))
        || writer.overlaid(&format!("vendor {}", vendor.id));
    writer.fact(fact.sure(confidence).own(own));
}

fn overview(writer: &mut Writer, vendor: &Vendor) {
    writer.section("At a glance");
    let kind = format!("{}, {}", wording::spaced(vendor.kind.word()), vendor.status);
    field(writer, vendor, "kind", Fact::new("Kind", kind));
    let owner = &vendor.owner;
    let seat = owner
        .headquarters
        .as_ref()
        .map(|code| format!(", head office in {}", writer.knowledge.country_name(code)));
    let owner = format!("{}{}", owner.name, seat.unwrap_or_default());
    field(writer, vendor, "owner", Fact::new("Owner", owner));
    let carries: Vec<&str> = vendor.capabilities.iter().map(|one| one.word()).collect();
    field(writer, vendor, "capabilities", Fact::new("Carries", carries.join(", ")));
    let phone = format!(
        "{}; activation code by SMS: {}",
        wording::spaced(vendor.phone_number.word()),
        vendor.sms_activation
    );
    field(writer, vendor, "phone_number", Fact::new("Needs a phone number", phone));
    let reach = Fact::new("Needs a network", wording::spaced(vendor.reach.word()));
    field(writer, vendor, "reach", reach);
    let [low, high] = vendor.price.usd_per_user_month;
    let price = format!("{}, USD {low} to {high} per user and month", vendor.price.model);
    field(writer, vendor, "price", Fact::new("Price", price).detail(&vendor.price.note));
    let aliases = Fact::new("Also called", vendor.aliases.join(", "));
    writer.fact(aliases);
    writer.fact(Fact::new("Last reviewed", vendor.reviewed.to_string()));
}

fn storage(writer: &mut Writer, vendor: &Vendor) {
    writer.section("1. What user data is stored, and where?");
    let data = &vendor.data;
    let at = Fact::new("Rests in", data.regions.join(", ")).detail(words::sentence(&data.note));
    field(writer, vendor, "data", at);
    let choice = match data.residency_options.as_slice() {
        [] => "no choice of country".to_owned(),
        options => options.join(", "),
    };
    field(writer, vendor, "data", Fact::new("Customers can choose", choice));
    let metadata = &vendor.metadata;
    let kept = match metadata.retained.as_slice() {
        [] => "nothing is known to be kept".to_owned(),
        retained => wording::listed(retained),
    };
    let kept = Fact::new("Metadata kept", kept).detail(words::sentence(&metadata.note));
    field(writer, vendor, "metadata", kept);
    let encryption = &vendor.encryption;
    let sealed = Fact::new("End-to-end encryption", encryption.level.word())
        .detail(words::sentence(&encryption.note));
    field(writer, vendor, "encryption", sealed);
    let hosting = if vendor.self_hostable { "yes" } else { "no" };
    field(writer, vendor, "self_hostable", Fact::new("Can be run by the customer", hosting));
}

fn requests(writer: &mut Writer, vendor: &Vendor) {
    writer.section("2. How does it handle requests of authorities?");
    let stance = &vendor.stance;
    let own = writer.overlaid(&format!("vendor {}: stance", vendor.id));
    let posture = Fact::new("Stance", stance.posture.word())
        .sure(stance.confidence)
        .own(own)
        .detail(&stance.evidence);
    writer.cited(posture, &stance.sources);
    let report = vendor.metadata.transparency_report.clone();
    let report = report.unwrap_or_else(|| "none known".to_owned());
    field(writer, vendor, "metadata", Fact::new("Transparency report", report));
    let orders = vendor_ways::names(writer.knowledge, &vendor.owner.jurisdictions);
    field(writer, vendor, "owner", Fact::new("Answers to", orders));
    let entities = &vendor.local_entities;
    let present = Fact::new("Can be served an order in", entities.present_in.join(", "));
    field(writer, vendor, "local_entities", present.detail(&entities.note));
    let absent = Fact::new("No entity in", entities.absent_in.join(", "));
    field(writer, vendor, "local_entities", absent);
    let allowed = Fact::new("Permitted by the regulator in", vendor.allowed_in.join(", "));
    field(writer, vendor, "allowed_in", allowed);
    if let Some(attention) = &vendor.attention {
        let share = format!("{} of campaigns against messengers", words::share(attention.share));
        let fact = Fact::new("Hit by", share).sure(Confidence::Sourced);
        writer.cited(fact, [&attention.source]);
    }
}

fn standing(writer: &mut Writer, vendor: &Vendor, as_of: Date) {
    let own = |one: &Vendor, _: &Block| one.id == vendor.id;
    let blocks = in_force::blocks(writer.knowledge, own);
    for (title, holds) in [("In force now", true), ("Ended, pending or overtaken", false)] {
        writer.section(title);
        for (_, block) in blocks.iter().filter(|(_, block)| block.holds(as_of) == holds) {
            let place = block.country.as_deref();
            let label = place.map_or("World-wide", |code| writer.knowledge.country_name(code));
            in_force::add(writer, label, vendor, block, as_of);
        }
    }
    writer.section("Blocks that it shares");
    for id in &vendor.inherits {
        writer.fact(Fact::new("As of", format!("vendor {id}, whose users it reaches")));
    }
}

/// Services that were hit within 30 days of a hit on this one.
fn together(writer: &mut Writer, vendor: &Vendor) {
    writer.section("When it is hit, hit within 30 days too");
    let rows = &writer.knowledge.rates.together;
    let mut own: Vec<_> = rows.iter().filter(|row| row.hit == vendor.id).collect();
    own.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.also.cmp(&b.also)));
    let episodes = own.first().map_or(0, |row| row.episodes);
    let shares: Vec<String> = own
        .iter()
        .map(|row| {
            let known = writer.knowledge.vendor(&row.also);
            let name = known.map_or(row.also.as_str(), |vendor| vendor.name.as_str());
            format!("{name} {}", words::share(row.share))
        })
        .collect();
    if !shares.is_empty() {
        let basis = words::count(usize::try_from(episodes).unwrap_or_default(), "episode");
        writer.fact(Fact::new(format!("Share of {basis}"), shares.join(", ")));
    }
}
