//! Which columns a sheet may have, and where their values go.

/// Which table of the profile a sheet fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    Regions,
    Channels,
    Activities,
}

impl Sheet {
    /// The table of the profile.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Regions => "region",
            Self::Channels => "channel",
            Self::Activities => "activity",
        }
    }

    /// The key by which an entry is found again.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Regions => "country",
            Self::Channels | Self::Activities => "id",
        }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// An id, or a name from which an id is made.
    Id,
    Country,
    Countries,
    Vendor,
    /// A channel of the profile, by id or name.
    Channel,
    People,
    /// 1 to 4.
    Tier,
    Share,
    Amount,
    Span,
    Day,
    /// A word of the profile, such as `passed`.
    Word,
    /// Several of them.
    Words,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub sheet: Sheet,
    /// As in the documentation. In a header, case, spaces, hyphens and underscores do not matter.
    pub name: &'static str,
    /// Other names that people use.
    pub also: &'static [&'static str],
    /// Tables and key below the entry; `[]` after a table that is a list.
    pub path: &'static [&'static str],
    pub kind: Kind,
}

const fn column(
    sheet: Sheet,
    name: &'static str,
    also: &'static [&'static str],
    path: &'static [&'static str],
    kind: Kind,
) -> Column {
    Column { sheet, name, also, path, kind }
}

/// Every column, by sheet.
pub const COLUMNS: &[Column] = &[
    column(Sheet::Regions, "country", &["region", "code"], &["country"], Kind::Country),
    column(
        Sheet::Regions,
        "staff",
        &["employees", "headcount", "people"],
        &["staff"],
        Kind::People,
    ),
    column(Sheet::Regions, "partners", &["contractors"], &["partners"], Kind::People),
    column(Sheet::Regions, "managed", &["managed devices"], &["devices", "managed"], Kind::Share),
    column(Sheet::Regions, "android", &[], &["devices", "android"], Kind::Share),
    column(Sheet::Regions, "ios", &["iphone"], &["devices", "ios"], Kind::Share),
    column(Sheet::Channels, "id", &[], &["id"], Kind::Id),
    column(Sheet::Channels, "name", &["channel", "tool"], &["name"], Kind::Text),
    column(Sheet::Channels, "vendor", &["provider", "product", "app"], &["vendor"], Kind::Vendor),
    column(Sheet::Channels, "regions", &["countries"], &["regions"], Kind::Countries),
    column(Sheet::Channels, "accounts", &[], &["accounts"], Kind::Word),
    column(
        Sheet::Channels,
        "stored_in",
        &["data location"],
        &["data[]", "stored_in"],
        Kind::Countries,
    ),
    column(Sheet::Channels, "stance", &[], &["requests", "stance"], Kind::Word),
    column(Sheet::Channels, "reviewed", &[], &["requests", "reviewed"], Kind::Day),
    column(
        Sheet::Channels,
        "provisioned",
        &["installed"],
        &["restrictions", "provisioned"],
        Kind::Share,
    ),
    column(Sheet::Channels, "tested", &[], &["restrictions", "tested"], Kind::Day),
    column(Sheet::Activities, "id", &[], &["id"], Kind::Id),
    column(Sheet::Activities, "name", &["activity", "process"], &["name"], Kind::Text),
    column(Sheet::Activities, "owner", &["process owner"], &["owner"], Kind::Text),
    column(Sheet::Activities, "tier", &["priority", "criticality"], &["tier"], Kind::Tier),
    column(Sheet::Activities, "regions", &["countries"], &["regions"], Kind::Countries),
    column(Sheet::Activities, "needs", &[], &["needs"], Kind::Words),
    column(Sheet::Activities, "mtpd", &["mtd", "mao"], &["mtpd"], Kind::Span),
    column(Sheet::Activities, "rto", &[], &["rto"], Kind::Span),
    column(Sheet::Activities, "mbco", &[], &["mbco"], Kind::Share),
    column(Sheet::Activities, "loss_per_hour", &["loss"], &["loss_per_hour"], Kind::Amount),
    column(Sheet::Activities, "channel", &["runs on"], &["channel"], Kind::Channel),
    column(
        Sheet::Activities,
        "fallback",
        &["backup", "alternative"],
        &["fallback[]", "channel"],
        Kind::Channel,
    ),
    column(Sheet::Activities, "activation", &[], &["fallback[]", "activation"], Kind::Span),
    column(Sheet::Activities, "tested", &["last test"], &["fallback[]", "tested"], Kind::Day),
    column(Sheet::Activities, "result", &["test result"], &["fallback[]", "result"], Kind::Word),
];

/// The columns of a sheet.
pub fn columns(sheet: Sheet) -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().filter(move |column| column.sheet == sheet)
}

/// A name as it is compared.
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The column that a header means.
pub fn named(sheet: Sheet, header: &str) -> Option<&'static Column> {
    let wanted = plain(header);
    let fits = |column: &&Column| {
        plain(column.name) == wanted || column.also.iter().any(|name| plain(name) == wanted)
    };
    columns(sheet).find(fits)
}
