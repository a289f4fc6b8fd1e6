//! Campaigns of one country as the ledger tells them.

use jiff::civil::Date;

use crate::knowledge::{Counting, Knowledge, Precedent, RecordKind};

/// Actions of one scenario that began close to each other.
#[derive(Debug, Clone)]
pub struct LedgerCampaign<'k> {
    /// Scenario id, aliases resolved.
    pub scenario: &'k str,
    pub start: Date,
    pub records: Vec<&'k Precedent>,
}

/// Campaigns that took effect in the window before `as_of`, by scenario, then date.
///
/// Threats, proposals and relaxations are not campaigns; further steps of an incident are not
/// counted again.
pub fn campaigns<'k>(
    knowledge: &'k Knowledge,
    country: &str,
    as_of: Date,
) -> Vec<LedgerCampaign<'k>> {
    let counting = &knowledge.method.counting;
    let mut records: Vec<(&str, &Precedent)> = records(knowledge, country, as_of, counting)
        .filter_map(|record| Some((knowledge.scenario(&record.scenario)?.id.as_str(), record)))
        .collect();
    records.sort_by_key(|(scenario, record)| (*scenario, record.date.first_day(), &record.id));
    let mut campaigns: Vec<LedgerCampaign> = Vec::new();
    for (scenario, record) in records {
        let start = record.date.first_day();
        match campaigns.last_mut() {
            Some(last)
                if last.scenario == scenario
                    && days(last.start, start) <= counting.merge_within_days =>
            {
                last.records.push(record);
            }
            _ => campaigns.push(LedgerCampaign { scenario, start, records: vec![record] }),
        }
    }
    campaigns
}

fn records<'k>(
    knowledge: &'k Knowledge,
    country: &str,
    as_of: Date,
    counting: &Counting,
) -> impl Iterator<Item = &'k Precedent> {
    let first = as_of.saturating_sub(jiff::Span::new().years(counting.window_years));
    let own = knowledge.precedents.iter().filter(move |precedent| precedent.country == country);
    own.filter(move |precedent| {
        let start = precedent.date.first_day();
        precedent.record == RecordKind::Restriction && start > first && start <= as_of
    })
}

/// Whole days from one date to a later one.
pub fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_counted_across_months() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(days(day("2026-01-31"), day("2026-03-01")), 29);
        assert_eq!(days(day("2026-03-01"), day("2026-01-31")), -29);
    }
}
