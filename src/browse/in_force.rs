//! Measures of states against vendors, as facts of a page.

use jiff::civil::Date;

use super::{Fact, Writer, wording};
use crate::{
    knowledge::{Block, BlockStatus, Knowledge, Vendor},
    words,
};

/// Every block with its vendor that a test lets through, by vendor name or country, then date.
pub fn blocks(
    knowledge: &Knowledge,
    test: impl Fn(&Vendor, &Block) -> bool,
) -> Vec<(&Vendor, &Block)> {
    let all = knowledge.vendors.values();
    let pairs = all.flat_map(|vendor| vendor.block.iter().map(move |block| (vendor, block)));
    let mut kept: Vec<(&Vendor, &Block)> = pairs.filter(|(v, b)| test(v, b)).collect();
    kept.sort_by(|(a, x), (b, y)| {
        (&a.name, &x.country, x.from).cmp(&(&b.name, &y.country, y.from))
    });
    kept
}

/// Does it hold in the country, or world-wide?
pub fn binds(block: &Block, country: &str) -> bool {
    block.country.as_deref().is_none_or(|code| code == country)
}

/// Adds one block under a label: the vendor on a country's page, the country on a vendor's.
pub fn add(writer: &mut Writer, label: &str, vendor: &Vendor, block: &Block, as_of: Date) {
    let mut text = wording::scope(block.scope).to_owned();
    if block.country.is_none() && label == vendor.name {
        text.push_str(" world-wide");
    }
    text.push_str(&when(block, as_of));
    let sectors = match block.sectors.as_slice() {
        [] => String::new(),
        sectors => format!("Binds {}.", wording::listed(sectors)),
    };
    let place = block.country.as_deref().unwrap_or("world-wide");
    let from = block.from.map(|from| format!(" {from}")).unwrap_or_default();
    let name = format!("vendor {}: block {place} {}{from}", vendor.id, block.scope.word());
    let own = writer.overlaid(&name) || writer.overlaid(&format!("vendor {}", vendor.id));
    let fact = Fact::new(label, text)
        .sure(block.confidence)
        .own(own)
        .detail(words::sentence(&block.note))
        .detail(sectors);
    writer.cited(fact, [&block.source]);
}

fn when(block: &Block, as_of: Date) -> String {
    let from = block.from.map(|from| {
        let verb = if from.first_day() > as_of { "from" } else { "since" };
        (verb, from)
    });
    match (from, block.to, block.status) {
        (Some((_, from)), Some(to), _) => format!(", {from} to {to}"),
        (None, Some(to), _) => format!(", until {to}"),
        (Some((verb, from)), None, status) => format!(", {verb} {from}{}", standing(status)),
        (None, None, status) => format!(", start not known{}", standing(status)),
    }
}

/// What a word of standing adds to an open date.
const fn standing(status: BlockStatus) -> &'static str {
    match status {
        BlockStatus::InForce => "",
        BlockStatus::Lifted => ", lifted since",
        BlockStatus::Superseded => ", followed by a wider measure",
        BlockStatus::Intermittent => ", on and off",
        BlockStatus::Pending => ", not yet in force",
        BlockStatus::UnverifiedEnd => ", end not verified",
    }
}
