  // Tables.

  // Sections of the page, with the keys of the file that each holds. The last takes what is left.
  const SECTIONS = [
    { id: "organisation", title: "Your organisation", keys: ["organization", "region"], more: ["appetite", "costs"] },
    { id: "channels", title: "What people talk over", keys: ["channel"] },
    { id: "activities", title: "What must keep working", keys: ["activity"] },
    { id: "more", title: "More", keys: ["contact", "announced", "measure", "acceptance", "vendor"] },
  ];

  // What a card shows at once, by type and in this order. The rest stands behind "More".
  const FRONT = {
    Organization: ["name", "home", "sector", "currency"],
    Region: ["country", "staff", "partners", "devices"],
    Channel: ["id", "name", "vendor", "accounts", "regions", "data", "requests", "restrictions"],
    Activity: [
      "id", "name", "channel", "channels", "regions", "owner", "tier", "mtpd", "rto", "mbco", "needs", "fallback",
    ],
  };

  // Keys in the order of the file, by type: the schema has no order that would serve a reader.
  const ORDER = {
    Profile: [
      "format", "organization", "appetite", "costs", "region", "channel", "activity", "contact", "announced", "measure",
      "vendor", "acceptance",
    ],
    Organization: ["name", "sector", "home", "currency"],
    Region: ["country", "staff", "partners", "devices", "staff_turnover", "phone_life", "elections"],
    Channel: [
      "id", "name", "vendor", "regions", "accounts", "carries", "depends_on", "hosted_in", "licensed_in", "data",
      "requests", "restrictions", "contract",
    ],
    Activity: [
      "id", "name", "owner", "tier", "regions", "needs", "audience", "mtpd", "rto", "mbco", "impact", "loss_per_hour",
      "switch_time", "switch_cost", "disclosure_impact", "channel", "channels", "fallback", "switchover",
    ],
    Fallback: ["channel", "regions", "activation", "employees", "partners", "tested", "result"],
    Contact: ["id", "name", "role", "phone", "other", "regions"],
    Measure: ["id", "name", "cost", "lead_time", "regions", "requires", "status", "reason", "effect"],
    MeasureChange: [
      "kind", "activities", "channel", "vendor", "activation", "employees", "partners", "switch_time", "scenarios",
      "factor",
    ],
    Announced: ["region", "scenario", "vendors", "stage", "effective", "note"],
    Acceptance: ["finding", "reason", "owner", "until"],
    StoredData: ["kind", "stored_in", "subjects"],
    Requests: ["stance", "notifies_customer", "reviewed", "suspend_on_access_mandate"],
    Restrictions: ["install_without_store", "provisioned", "tested"],
    Contract: ["substitutability", "exit_plan", "reintegration", "alternatives", "notice"],
    Switchover: ["decides", "deputy", "it", "partners", "tells", "code_word", "meeting_point", "meeting_time"],
    Devices: ["managed", "android", "ios"],
    Costs: ["response_per_campaign", "mandate_complied", "mandate_resisted"],
    Vendor: [
      "format", "id", "name", "aliases", "kind", "status", "capabilities", "phone_number", "sms_activation", "reach",
      "reviewed", "sources", "owner", "encryption", "metadata", "data", "hosting", "network", "needs", "stance",
      "price",
    ],
    Owner: ["name", "node", "headquarters", "countries", "jurisdictions"],
    Block: ["country", "scope", "from", "to", "status", "source", "confidence", "note"],
  };

  // What is needed where another key does not stand in its place.
  const EITHER = { "Activity.channel": "channels" };

  // The four questions on which a continuity plan for messaging rests.
  const QUESTIONS = {
    "Channel.data": "1. What user data is stored, and where?",
    "Channel.requests": "2. How does the platform handle metadata requests?",
    "Channel.restrictions": "3. What happens if local authorities restrict downloads or network access?",
    "Activity.fallback": "4. Is there a backup communications plan for employees and partners?",
  };

  // Which names a key takes: those of the knowledge base, or those that stand in the form. A key of
  // one type may differ from the same key of the others.
  const REFERS = {
    "Profile.region": "", "Profile.channel": "", "Profile.vendor": "",
    home: "countries", country: "countries", hosted_in: "countries", licensed_in: "countries",
    stored_in: "countries", subjects: "countries", headquarters: "countries", countries: "countries",
    allowed_in: "countries", present_in: "countries", absent_in: "countries",
    region: "regions", regions: "regions", "DataLocation.regions": "",
    vendor: "vendors", vendors: "vendors", alternatives: "vendors", inherits: "vendors",
    scenario: "scenarios", scenarios: "scenarios",
    depends_on: "nodes", node: "nodes", nodes: "nodes", hard: "nodes", soft: "nodes",
    jurisdictions: "nodes", push_gateways: "nodes",
    channel: "channels", "ChannelShare.id": "channels",
    activities: "activities", requires: "measures", "Measure.id": "measures",
    decides: "contacts", deputy: "contacts", it: "contacts", tells: "contacts",
    "Switchover.partners": "contacts",
  };

  // Keys that are no plain words.
  const WORDS = {
    organization: "Organisation", id: "Id", mtpd: "MTPD", rto: "RTO", mbco: "MBCO", ios: "iOS", it: "IT",
    tier1: "Tier 1", tier2: "Tier 2", tier3: "Tier 3", tier4: "Tier 4",
    "Profile.region": "Regions", "Profile.channel": "Channels", "Profile.activity": "Activities",
    "Profile.contact": "Contacts", "Profile.announced": "Announced measures",
    "Profile.measure": "Measures of your own", "Profile.acceptance": "Accepted findings",
    "Profile.vendor": "Vendors of your own", "Activity.channels": "Several channels", "ChannelShare.id": "Channel",
  };

  // One entry of a list of tables.
  const NOUNS = {
    region: "region", channel: "channel", activity: "activity", contact: "contact", measure: "measure",
    announced: "announced measure", acceptance: "accepted finding", vendor: "vendor",
    data: "kind of data", channels: "channel with its share",
  };

  // Names of the numbers in a list of fixed length.
  const BANDS = {
    impact: ["after an hour", "after a day", "after a week", "after a month"],
    loss_per_hour: ["first hour", "first day", "first week", "after that"],
    usd_per_user_month: ["from", "to"],
  };

  // Tables that are short enough to stand in one line of the file.
  const IN_LINE = ["devices", "breach_probability", "channels"];

  // Ids that others name, and by which list.
  const NAMED = {
    Channel: "channels", Activity: "activities", Contact: "contacts", Measure: "measures", Vendor: "vendors",
  };
