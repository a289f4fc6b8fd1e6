// The form of a profile: a TOML file is opened, filled in, checked and saved, all on this machine.
//
// The fields come from the schema. What stands in the tables below only says in which order they are
// shown, what they are called and which names they take; a key that no table knows is shown as well.
(() => {
  "use strict";

  const { parse, stringify, TomlDate } = TOML;
  const data = JSON.parse(document.getElementById("data").textContent);

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

  // Small helpers.

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  // Text with what stands in backticks set as code. Nothing in it is read as markup.
  const prose = (text) => text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));

  const button = (label, act, attributes = {}) => {
    const element = make("button", { type: "button", ...attributes }, ...(Array.isArray(label) ? label : [label]));
    element.addEventListener("click", act);
    return element;
  };

  let made = 0;
  const unique = (start) => `${start}-${(made += 1)}`;

  // Says whether something has changed since it was last asked. What has not is not drawn anew, which
  // would take the focus from whoever is in it.
  const memory = () => {
    let last = null;
    return (now) => {
      const text = JSON.stringify(now);
      const other = text !== last;
      last = text;
      return other;
    };
  };

  const later = (work, wait) => {
    let timer = 0;
    const run = (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => work(...given), wait);
    };
    run.now = (...given) => {
      clearTimeout(timer);
      work(...given);
    };
    return run;
  };

  // A quiet voice for those who do not see what has changed.
  const voice = make("div", { class: "hidden", role: "status" });
  document.body.append(voice);
  const say = (text) => { voice.textContent = text; };

  const count = (number, noun) => {
    if (number === 1) return `1 ${noun}`;
    return /[^aeo]y$/.test(noun) ? `${number} ${noun.slice(0, -1)}ies` : `${number} ${noun}s`;
  };

  const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const small = (text) => (/^[A-Z]{2}|^iOS/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`);

  const joined = (words, joint) =>
    words.length < 3 ? words.join(` ${joint} `) : `${words.slice(0, -1).join(", ")}, ${joint} ${words.at(-1)}`;

  // Characters that could move the cursor or turn the line round are written out wherever text is
  // shown as text.
  const ACTIVE = new RegExp(
    "[\\p{Cc}\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164" +
      "\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]", "gu",
  );
  const written = (character) => ["\\u{", character.codePointAt(0).toString(16), "}"].join("");
  const inert = (text) => text.replace(ACTIVE, written);

  // What a person wrote, in backticks, cut where it would fill the line.
  const quoted = (text) => {
    const characters = [...text];
    return characters.length > 60 ? `\`${characters.slice(0, 60).join("")}…\`` : `\`${text}\``;
  };
  const listed = (words, joint) => joined(words.map(quoted), joint);

  // A number as people read it, in full and with thousands apart.
  const plain = (number) => {
    const text = String(number);
    return text.includes("e") ? number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 }) : text;
  };
  const bound = (number) => plain(number).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

  // Values: whole numbers are `bigint`, other numbers `number`, so that both are written as they were.

  const isTable = (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  const isDate = (value) => value instanceof TomlDate;
  const isPlain = (value) => !Array.isArray(value) && !isTable(value);
  const table = (entries = {}) => Object.assign(Object.create(null), entries);

  const sort = (value) => {
    if (typeof value === "string") return "text";
    if (typeof value === "bigint") return "whole";
    if (typeof value === "number") return "number";
    if (typeof value === "boolean") return "truth";
    if (isDate(value)) return "date";
    return Array.isArray(value) ? "list" : "table";
  };

  const dayOf = (date) => date.toISOString().slice(0, 10);
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isRealDay = (text) => {
    const date = isDay(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  };
  const day = (text) => new TomlDate(text);

  // What was typed, as a value of the kind that the field takes. Text that is none stays text, so that
  // it is kept, and `check` says what is wrong with it.
  const typedValue = (node, text) => {
    const number = ["whole", "number", "either"].includes(node.kind);
    if (number && /^[+-]?\d+$/.test(text)) return BigInt(text);
    if (number && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
    if (number && text === "nan") return NaN;
    if (node.kind === "date" && isRealDay(text)) return day(text);
    if (node.kind === "truth" && ["true", "false"].includes(text)) return text === "true";
    return text;
  };

  // The schema.

  const pointed = (reference) => {
    const parts = reference.slice(2).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    return parts.reduce((at, part) => at?.[part], data.schema);
  };

  const variants = (schema, word) => (schema[word] ?? []).filter((one) => one.type !== "null");

  const isWord = (schema) => {
    const last = resolved(schema).schema;
    const words = (last.enum ?? []).some((one) => typeof one === "string");
    return last.type === "string" || last.pattern !== undefined || words;
  };

  // One place of the schema, with references followed and "or nothing" taken away: TOML has no
  // nothing.
  const nodes = new WeakMap();
  const resolved = (schema) => {
    if (typeof schema !== "object") return resolved({});
    if (!nodes.has(schema)) nodes.set(schema, resolve(schema));
    return nodes.get(schema);
  };

  const resolve = (schema) => {
    const found = { schema, type: "", notes: [], optional: false, settled: false, examples: [] };
    for (let at = schema; at; at = below(at)) {
      found.schema = at;
      if (at.$ref) found.type = at.$ref.split("/").at(-1);
      if (at.description) found.notes.push(at.description.split(/\s+/).join(" "));
      found.examples.push(...(at.examples ?? []));
      found.settled ||= "default" in at && at.default !== null;
      found.optional ||= "default" in at || [].concat(at.type ?? []).includes("null");
      found.optional ||= (at.anyOf ?? []).some((one) => one.type === "null");
    }
    found.offered = variants(found.schema, "anyOf").flatMap((one) => one.enum ?? []);
    [found.kind, found.choices] = kindOf(found.schema);
    return found;
  };

  // What a place refers to, where it says no more than that.
  const below = (schema) => {
    if (schema.$ref) return pointed(schema.$ref);
    const all = schema.allOf ?? variants(schema, "anyOf");
    return all.length === 1 ? all[0] : null;
  };

  const KINDS = {
    object: "table", array: "list", string: "text", integer: "whole", number: "number", boolean: "truth",
  };

  const typeWord = (schema) => [].concat(schema.type ?? []).find((word) => word !== "null");

  // What a value may be, and the words where it is one of several.
  const kindOf = (schema) => {
    const words = (schema.enum ?? []).filter((one) => typeof one === "string").map((word) => ({ word }));
    for (const one of variants(schema, "oneOf")) {
      const own = [...(one.enum ?? []), ...("const" in one ? [one.const] : [])];
      words.push(...own.map((word) => ({ word, note: one.description })));
    }
    if (words.length > 0) return ["choice", words];
    const all = variants(schema, "anyOf");
    const word = typeWord(schema) === "string" || all.every(isWord);
    if (all.length > 0) return [word ? "text" : "either", []];
    const kind = KINDS[typeWord(schema)] ?? "any";
    return [kind === "text" && schema.format === "date" ? "date" : kind, []];
  };

  const alternatives = (node) => variants(node.schema, "anyOf").map(resolved);
  const entryOf = (node) => {
    if (node.schema.items === undefined) return null;
    const entry = resolved(node.schema.items);
    return node.names ? asName(entry, {}) : entry;
  };
  const fixedLength = ({ schema }) => (schema.minItems === schema.maxItems ? schema.minItems ?? 0 : 0);
  const isOpen = (node) => node.schema.additionalProperties !== false;

  // Keys in the order of the file: as the table above or the schema lists them, then any others.
  const orders = new Map();
  const keysOf = (node) => {
    if (orders.has(node.schema)) return orders.get(node.schema);
    const all = Object.keys(node.schema.properties ?? {});
    const first = [...(ORDER[node.type] ?? []), ...(node.schema.required ?? [])].filter((key) => all.includes(key));
    const keys = [...new Set([...first, ...all])];
    orders.set(node.schema, keys);
    return keys;
  };

  const property = (node, key) => {
    const known = node.schema.properties;
    const others = node.schema.additionalProperties;
    if (known && Object.hasOwn(known, key)) return named(resolved(known[key]), referred(node.type, key), key);
    return isTable(others) ? named(resolved(others), referred(node.type, key), key) : null;
  };

  // What takes a name is text, whichever names the schema has to offer: one that is not among them is
  // judged by what it names.
  const named = (node, list, key) => {
    if (!list) return node;
    const country = ["home", "country"].includes(key);
    return asName(node, country ? { minLength: 2, maxLength: 2 } : { minLength: 1, maxLength: 60 });
  };

  const names = new WeakMap();
  const asName = (node, bounds) => {
    if (node.kind === "list") return node.names ? node : { ...node, names: true };
    const word = node.kind === "choice" || (node.kind === "text" && node.offered.length > 0);
    if (!word) return node;
    if (!names.has(node)) {
      names.set(node, { ...node, kind: "text", choices: [], offered: [], schema: { ...bounds, ...node.schema } });
    }
    return names.get(node);
  };

  // A file may leave out what has a default or may be nothing, whatever a schema lists.
  const isRequired = (node, key) => (node.schema.required ?? []).includes(key) && !property(node, key).optional;

  const rootNode = { ...resolved(data.schema), type: "Profile" };

  const referred = (owner, key) => REFERS[`${owner}.${key}`] ?? REFERS[key] ?? "";

  const worded = (owner, key) => {
    const own = WORDS[`${owner}.${key}`] ?? WORDS[key];
    const text = key.replaceAll("_", " ");
    return own ?? capital(text);
  };
  const nounOf = (key) => NOUNS[key] ?? key.replaceAll("_", " ").replace(/([^s])s$/, "$1");
  const withArticle = (noun) => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

  // What a key takes, for "`x` takes …".
  const takes = (node) => {
    if (node.kind === "list") {
      const kind = entryOf(node)?.kind;
      const names = { table: "tables", text: "words", choice: "words", whole: "numbers", number: "numbers" };
      if (!names[kind]) return "a list";
      const fixed = fixedLength(node);
      return fixed ? `a list of ${fixed} ${names[kind]}` : `a list of ${names[kind]}`;
    }
    if (node.kind === "either") return alternatives(node).map(takes).join(" or ");
    if (node.kind === "text" && node.type === "Span") return "a span of time, in quotes";
    if (node.kind === "text" && node.type === "PartialDate") return "a date in quotes";
    return {
      table: "a table", choice: "one of its words, in quotes", text: "text, in quotes", date: "a date, without quotes",
      whole: "a whole number", number: "a number", truth: "`true` or `false`", any: "a value",
    }[node.kind];
  };

  // Would a person who wrote this value have meant this kind?
  const resembles = (node, value) => {
    const alike = { text: ["text", "choice"], whole: ["whole", "number"], number: ["whole", "number"] };
    return (alike[sort(value)] ?? [sort(value)]).includes(node.kind);
  };

  // TOML: writing.

  // What is no day of the calendar is written as it was typed, so that `check` says the same of it.
  const isNoDay = (node, value) => {
    const typed = node?.kind === "date" && typeof value === "string";
    return typed && isDay(value) && !isRealDay(value);
  };

  const keyText = (key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : scalarText(key));
  const scalarText = (value) => {
    const text = stringify({ v: value }, { numbersAsFloat: true }).slice(4).trimEnd();
    return typeof value === "string" ? text.replace(ACTIVE, escaped) : text;
  };

  // Characters that cannot be seen are escaped, so that whoever reads the file sees them.
  const escaped = (character) => {
    const code = character.codePointAt(0).toString(16).toUpperCase();
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  };

  const inlineText = (value, node) => {
    if (Array.isArray(value)) {
      const entry = node && entryOf(node);
      return `[${value.map((one) => inlineText(one, entry)).join(", ")}]`;
    }
    if (isTable(value)) {
      const pairs = sorted(value, node).map((key) => {
        const inside = node && property(node, key);
        return `${keyText(key)} = ${inlineText(value[key], inside)}`;
      });
      return pairs.length > 0 ? `{ ${pairs.join(", ")} }` : "{}";
    }
    return isNoDay(node, value) ? value : scalarText(value);
  };

  const WIDEST = 100;

  // One key in one line, or a long list in as many as it takes.
  const pairLines = (indent, key, value, node) => {
    const line = `${indent}${keyText(key)} = ${inlineText(value, node)}`;
    if (line.length <= WIDEST || !Array.isArray(value) || value.length < 2) return [line];
    const lines = [];
    let now = `${indent} `;
    for (const one of value) {
      const text = ` ${inlineText(one, node && entryOf(node))},`;
      if (now.length + text.length > WIDEST && now.trim() !== "") {
        lines.push(now);
        now = `${indent} `;
      }
      now += text;
    }
    return [`${indent}${keyText(key)} = [`, ...lines, now, `${indent}]`];
  };

  // Keys of a table as they are written: those of the schema in its order, then any others.
  const sorted = (value, node) => {
    const known = node ? keysOf(node) : [];
    const others = Object.keys(value).filter((key) => !known.includes(key));
    return [...known.filter((key) => Object.hasOwn(value, key)), ...others];
  };

  const isTables = (value) => Array.isArray(value) && value.length > 0 && value.every(isTable);

  const writeTable = (value, node, header, lines) => {
    const indent = "  ".repeat(Math.max(0, header.length - 1));
    const below = [];
    for (const key of sorted(value, node)) {
      const inside = node && property(node, key);
      const apart = (isTable(value[key]) || isTables(value[key])) && !IN_LINE.includes(key);
      if (apart) below.push([key, inside]);
      else lines.push(...pairLines(indent, key, value[key], inside));
    }
    for (const [key, inside] of below) {
      const here = [...header, keyText(key)];
      const space = "  ".repeat(here.length - 1);
      const entries = isTable(value[key]) ? [value[key]] : value[key];
      for (const one of entries) {
        const name = here.join(".");
        lines.push("", isTable(value[key]) ? `${space}[${name}]` : `${space}[[${name}]]`);
        writeTable(one, isTable(value[key]) ? inside : inside && entryOf(inside), here, lines);
      }
    }
  };

  const SCHEMA_LINE = "#:schema ./blackstart.schema.json";

  const toToml = (profile) => {
    const lines = [SCHEMA_LINE];
    writeTable(profile, rootNode, [], lines);
    return `${lines.join("\n")}\n`;
  };

  // TOML: reading.

  const MOST_BYTES = 1 << 20;
  const DEEPEST = 16;

  // The offset behind the string that opens at `at`; one that is never closed ends with its line.
  const stringEnd = (text, at) => {
    const quote = text[at];
    const triple = text.startsWith(quote.repeat(3), at);
    let now = at + (triple ? 3 : 1);
    for (; now < text.length; now += 1) {
      if (text[now] === "\n" && !triple) return now;
      if (text[now] === "\\" && quote === '"' && text[now + 1] !== "\n") now += 1;
      else if (text[now] === quote && !triple) return now + 1;
      else if (text[now] === quote && text.startsWith(quote.repeat(3), now)) return now + 3;
    }
    return text.length;
  };

  // A look at the text before it is parsed: how many lines have comments, where it is too deep, and
  // dates that no calendar has. The parser would move those into the next month without a word, so
  // they are put into quotes for it.
  const scan = (text) => {
    const found = { comments: 0, tooDeep: -1, text: "" };
    const open = [];
    let [depth, dots, kept] = [0, 0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (character === "#") {
        const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
        if (!text.startsWith("#:schema", at)) found.comments += 1;
        at = end - 1;
      } else if (character === '"' || character === "'") {
        at = stringEnd(text, at) - 1;
      } else if (/[0-9]/.test(character) && !/[\w.:+-]/.test(text[at - 1] ?? "")) {
        const word = /^[\w:+.-]+/.exec(text.slice(at, at + 40))[0];
        if (isDay(word) && !isRealDay(word)) {
          found.text += `${text.slice(kept, at)}"${word}"`;
          kept = at + word.length;
        }
        if (isDay(word)) at += word.length - 1;
      } else if (character === "[" || character === "{") {
        open.push(dots + 1);
        depth += dots + 1;
        dots = 0;
      } else if (character === "]" || character === "}") {
        depth -= open.pop() ?? 0;
        dots = 0;
      } else if (character === "," || character === "\n") {
        dots = 0;
      } else if (character === ".") {
        dots += 1;
      }
      if (depth + dots > DEEPEST && found.tooDeep < 0) found.tooDeep = at;
    }
    found.text += text.slice(kept);
    return found;
  };

  const lineColumn = (text, offset) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: [...before.at(-1)].length + 1 };
  };

  // A file that cannot be opened: what is wrong, and where.
  const refusal = (message, place = {}) => Object.assign(new Error(message), { refused: true, ...place });

  const fromToml = (text) => {
    const blank = text.replace(/^\ufeff/, "").split("\n").every((line) => /^\s*(#|$)/.test(line));
    if (blank) throw refusal("the file holds nothing but white space and comments");
    const looked = scan(text);
    if (looked.tooDeep >= 0) {
      const message = `tables or lists stand inside each other more than ${DEEPEST} levels deep`;
      throw refusal(message, lineColumn(text, looked.tooDeep));
    }
    try {
      return { profile: parse(looked.text, { integersAsBigInt: true }), comments: looked.comments };
    } catch (error) {
      const message = String(error.message).split("\n")[0].replace("Invalid TOML document: ", "");
      const { line, column } = error;
      throw refusal(message, { line, column, excerpt: text.split("\n")[line - 1] });
    }
  };

  const decoded = (bytes) => {
    const reads = (length, stream) => {
      try {
        const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        return decoder.decode(bytes.subarray(0, length), { stream });
      } catch {
        return null;
      }
    };
    const whole = reads(bytes.length, false);
    if (whole !== null) return whole;
    // The shortest beginning that cannot be read ends with the byte that does not fit.
    let [good, bad] = [0, bytes.length + 1];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (reads(middle, true) === null) bad = middle;
      else good = middle;
    }
    while (reads(good, false) === null) good -= 1;
    const line = reads(good, false).split("\n").length;
    const byte = bytes[good].toString(16).padStart(2, "0");
    throw refusal(`not UTF-8 text: byte ${good + 1} on line ${line} is 0x${byte}`);
  };

  // Names: of the knowledge base, and of what the form holds.

  let profile = table();

  const entries = (value) => (Array.isArray(value) ? value.filter(isTable) : []);
  const texts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
  const numbered = (value) => (Array.isArray(value) ? value : []).map((one, index) => [index, one]);

  const countryNames = new Map(data.countries.map(({ code, name }) => [code, name]));
  const nodeIds = new Set(data.nodes.map(({ id }) => id));
  const sourceIds = data.sources && new Set(data.sources.map(({ id }) => id));
  const measureIds = new Set(data.measures.map(({ id }) => id));
  const scenarioIds = new Set(data.scenarios.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const vendorsByWord = new Map();
  for (const one of data.vendors) for (const alias of one.aliases ?? []) vendorsByWord.set(alias, one);
  for (const one of data.vendors) vendorsByWord.set(one.id, one);

  const ownVendors = (of) => entries(of.vendor).filter(({ id }) => typeof id === "string");
  const vendorOf = (of, word) => ownVendors(of).find(({ id }) => id === word) ?? vendorsByWord.get(word);
  const vendorWords = (of) => [...ownVendors(of).map(({ id }) => id), ...vendorsByWord.keys()];

  // "Did you mean": the candidate nearest to a word. Case, hyphens and underscores do not count; a
  // third of the letters may differ.
  const LONGEST = 64;
  const folded = (word) => word.trim().toLowerCase().replace(/[_ ]/g, "-");

  // Letters to change, to add, to drop, or to swap with their neighbour.
  const distance = (a, b) => {
    const [from, to] = [[...a], [...b]];
    const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= from.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= to.length; j += 1) {
        const other = from[i - 1] === to[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + other);
        const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
        if (swapped) least = Math.min(least, rows[i - 2][j - 2] + 1);
        rows[i].push(least);
      }
    }
    return rows[from.length][to.length];
  };

  const nearest = (word, candidates) => {
    if (word === "" || word.length > LONGEST) return null;
    const own = folded(word);
    const most = Math.max(1, Math.floor([...own].length / 3));
    let best = null;
    for (const candidate of candidates) {
      if (candidate.length > LONGEST) continue;
      const other = folded(candidate);
      const far = own === other ? 0 : distance(own, other);
      const nearer = !best || far < best.far || (far === best.far && candidate < best.candidate);
      if (far <= most && nearer) best = { far, candidate };
    }
    return best?.candidate ?? null;
  };

  const initials = (name) =>
    name.split(/\s+/).filter((word) => !["of", "the", "and"].includes(word)).map((word) => word[0] ?? "").join("");

  // The country that was meant: by code, by name, by the initials of its name, by a part of its name,
  // or by a name that is nearly right.
  const countryMeant = (text, sure = false) => {
    const lower = text.trim().toLowerCase();
    if (lower === "") return null;
    const all = data.countries.map(({ code, name }) => ({ code, name, lower: name.toLowerCase() }));
    const find = (fits) => {
      const fitting = all.filter(fits);
      return sure && fitting.length > 1 ? null : fitting[0];
    };
    const near = () => {
      const name = lower.length > 3 && !sure ? nearest(lower, all.map((one) => one.name)) : null;
      return all.find((one) => one.name === name);
    };
    return (
      find((one) => one.code.toLowerCase() === lower) ??
      find((one) => one.lower === lower) ??
      find((one) => initials(one.lower) === lower) ??
      find((one) => lower.length > 3 && one.lower.startsWith(lower)) ??
      find((one) => lower.length > 4 && one.lower.includes(lower)) ??
      near() ??
      null
    );
  };

  // Checking: the same rules as those of `blackstart check`, in the same words.

  // The day on which it is judged: a page may lie on a disk for a while.
  const today = new Date().toISOString().slice(0, 10);
  const asOf = data.as_of > today ? data.as_of : today;

  const pathText = (path) =>
    path
      .map((step, index) => {
        if (typeof step === "number") return `[${step}]`;
        const key = /^[A-Za-z0-9_-]+$/.test(step) ? step : JSON.stringify(step);
        return index > 0 ? `.${key}` : key;
      })
      .join("");

  const startsWith = (path, start) => start.every((step, index) => path[index] === step);
  const lastKey = (path) => path.findLast((step) => typeof step === "string");
  const reach = (tree, path) => path.reduce((value, step) => value?.[step], tree);

  // One thing that is wrong. `at` is the field that shows it, where that is another one.
  const problem = (code, path, message, more = {}) => ({ code, path, message, help: [], ...more });
  const instead = (value, advice) => ({ fix: { value, advice } });
  const meant = (near) => instead(near, `did you mean \`${near}\`?`);
  const leaveOut = (path) => ({ drop: true, advice: `leave \`${lastKey(path)}\` out` });

  const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

  const hoursOf = (text) => {
    const unit = { m: 1 / 60, h: 1, d: 24, w: 168 }[text.at(-1)];
    const number = text.slice(0, -1);
    if (!unit || !/^(\d+\.?\d*|\.\d+)$/.test(number)) return null;
    const hours = Number(number) * unit;
    return hours > 87600 ? null : hours;
  };

  // A span as a person would write it.
  const spanText = (hours) => {
    const whole = (each) => hours >= each && Math.abs((hours / each) % 1) < 1e-9;
    if (whole(168)) return `${plain(hours / 168)}w`;
    if (whole(24)) return `${plain(hours / 24)}d`;
    return whole(1) ? `${plain(hours)}h` : `${plain(Math.round(hours * 60))}m`;
  };

  // "24 hours" is "24h", and "1 month" is "30d": never "1m", which is a minute.
  const spanMeant = (text) => {
    const [, number, unit] = /^([0-9.]*)(.*)$/s.exec(text.trim().toLowerCase());
    const units = [
      ["m", 1, "min mins minute minutes"], ["h", 1, "h hr hrs hour hours"], ["d", 1, "d day days"],
      ["w", 1, "w wk week weeks"], ["d", 30, "month months"], ["d", 365, "year years"],
    ];
    const found = units.find(([, , words]) => words.split(" ").includes(unit.trim()));
    if (!found || !/^(\d+\.?\d*|\.\d+)$/.test(number)) return null;
    return `${plain(Number(number) * found[1])}${found[0]}`;
  };

  const isPartialDate = (text) => {
    const [, year, month = "01", date = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
    return year !== undefined && isRealDay(`${year}-${month}-${date}`);
  };

  // Types that are read from text: is it in the form that they take?
  const FORMS = { Span: (text) => hoursOf(text) !== null, PartialDate: isPartialDate };

  // The shape of the tree: keys, types, choices, lengths and bounds.
  const shapeProblems = (tree) => {
    const found = [];
    const above = [];
    const add = (...given) => found.push(problem(...given));

    const walkTable = (node, path, value) => {
      let missing = keysOf(node).filter((key) => isRequired(node, key) && !Object.hasOwn(value, key));
      above.push([path, node]);
      for (const key of Object.keys(value)) {
        const inside = property(node, key);
        if (inside) walk(inside, [...path, key], value[key]);
        else if (!isOpen(node)) {
          const near = unknownKey(node, path, key, missing);
          // A misspelt key is one fault, not an unknown key and a missing one.
          missing = missing.filter((one) => one !== near);
        }
      }
      above.pop();
      for (const key of missing) {
        const owner = path.length > 0 ? `\`${pathText(path)}\`` : "the file";
        const more = property(node, key).kind === "table" ? { advice: `add \`${key}\`` } : {};
        add("missing-key", path, `${owner} has no \`${key}\``, { at: [...path, key], key, ...more });
      }
    };

    const unknownKey = (node, path, key) => {
      const place = path.length > 0 ? ` in \`${pathText(path)}\`` : "";
      const near = nearest(key, keysOf(node));
      const outer = above.slice(0, -1).findLast(([, one]) => keysOf(one).includes(key));
      const more = near && !outer ? { rename: near, advice: `did you mean \`${near}\`?` } : {};
      if (outer) {
        const owner = outer[0].length > 0 ? `\`${pathText(outer[0])}\`` : "the file itself";
        more.help = [`\`${key}\` is a key of ${owner}: write it there`];
      }
      add("unknown-key", [...path, key], `unknown key ${quoted(key)}${place}`, more);
      return near;
    };

    const walk = (node, path, value) => {
      const kind = sort(value);
      if (node.kind === "any") return;
      if (node.kind === "either") walkEither(node, path, value);
      else if (node.kind === "table" && kind === "table") walkTable(node, path, value);
      else if (node.kind === "list" && kind === "list") walkList(node, path, value);
      else if (node.kind === "choice" && kind === "text") walkChoice(node, path, value);
      else if (node.kind === "text" && kind === "text") walkText(node, path, value);
      else if (node.kind === "date" && kind === "date") walkDate(path, value);
      else if (isNoDay(node, value)) add("bad-date", path, `${quoted(value)} is not a date`, { noDay: true });
      else if (["whole", "number"].includes(node.kind) && ["whole", "number"].includes(kind)) {
        walkNumber(node, path, value);
      } else if (!(node.kind === "truth" && kind === "truth")) wrongType(node, path, value);
    };

    const walkEither = (node, path, value) => {
      const alike = alternatives(node).find((one) => resembles(one, value));
      if (alike) walk(alike, path, value);
      else wrongType(node, path, value);
    };

    const walkList = (node, path, value) => {
      const { minItems: least, maxItems: most } = node.schema;
      const fits = (least === undefined || value.length >= least) && (most === undefined || value.length <= most);
      const better = value.length === 0 && node.optional ? leaveOut(path) : {};
      if (!fits) add("wrong-length", path, `\`${pathText(path)}\` ${wantedEntries(least, most)}`, better);
      const entry = entryOf(node);
      if (entry) value.forEach((one, index) => walk(entry, [...path, index], one));
    };

    const walkChoice = (node, path, value) => {
      const words = node.choices.map(({ word }) => word);
      if (words.includes(value)) return;
      const near = nearest(value, words);
      const more = { help: [`choose ${listed(words, "or")}`], ...(near ? meant(near) : {}) };
      add("unknown-value", path, `\`${pathText(path)}\` cannot be ${quoted(value)}`, more);
    };

    const walkText = (node, path, value) => {
      const place = `\`${pathText(path)}\``;
      const length = [...value].length;
      const { minLength: least, maxLength: most } = node.schema;
      const odd = value.match(CONTROL)?.[0];
      const reads = FORMS[node.type] ?? (() => true);
      if (odd) {
        const fix = instead(value.replace(CONTROL, ""), "remove the character");
        add("bad-character", path, `${place} holds the invisible character ${written(odd)}`, fix);
      } else if (least !== undefined && length < least) {
        const country = ["home", "country"].includes(lastKey(path)) && length > 0;
        const better = length === 0 && node.optional ? leaveOut(path) : {};
        if (country) found.push(unknownCountry(path, unquoted(value)));
        else add("wrong-length", path, `${place} ${wantedLength(length, least, most)}`, better);
      } else if (most !== undefined && length > most) {
        if (["home", "country"].includes(lastKey(path))) found.push(unknownCountry(path, unquoted(value)));
        else add("wrong-length", path, `${place} ${wantedLength(length, least, most)}`);
      } else if (!reads(value)) {
        const better = node.type === "Span" ? spanMeant(value) : null;
        const fix = better && hoursOf(better) !== null ? instead(better, "write the unit as one letter") : {};
        add(node.type === "Span" ? "bad-span" : "bad-date", path, `${place} cannot be ${quoted(value)}`, fix);
      }
    };

    const walkDate = (path, value) => {
      const place = `\`${pathText(path)}\``;
      if (value.isDateTime()) {
        const fix = instead(day(value.toISOString().slice(0, 10)), "leave the time out");
        add("bad-date", path, `${place} takes a date without a time`, fix);
      } else if (value.isTime()) {
        add("bad-date", path, `${place} takes a date, not a time`);
      }
    };

    const walkNumber = (node, path, value) => {
      const place = `\`${pathText(path)}\``;
      const number = Number(value);
      const { low, high } = limits(node.schema);
      if (Number.isNaN(number) || (typeof value === "number" && !Number.isFinite(number))) {
        add("out-of-range", path, `${place} is not a number`);
      } else if (!Number.isFinite(number) || Math.abs(number) > 1.7e38) {
        add("out-of-range", path, `${place} is too large to be read`);
      } else if (node.kind === "whole" && typeof value === "number") {
        const better = number % 1 === 0 && Math.abs(number) < 1e15;
        const fix = better ? instead(BigInt(number), "write it without the point") : {};
        add("wrong-type", path, `${place} takes a whole number`, fix);
      } else if ((low !== undefined && number < low) || (high !== undefined && number > high)) {
        const share = high === 1 && low !== undefined && number > 1 && number <= 100 && path[0] !== "format";
        const fix = share ? instead(number / 100, "a share is written from 0 to 1, not in per cent") : {};
        const newer = pathText(path) === "format" && number > high;
        const help = newer ? ["the file was written for a newer blackstart: update this one"] : [];
        add("out-of-range", path, `${place} must ${wantedNumber(low, high)}`, { ...fix, help, newer });
      }
    };

    const wrongType = (node, path, value) => {
      const dated = node.kind === "date" || node.type === "PartialDate";
      const code = dated && ["text", "date"].includes(sort(value)) ? "bad-date" : "wrong-type";
      add(code, path, `\`${pathText(path)}\` takes ${takes(node)}`, retyped(node, value));
    };

    walkTable(rootNode, [], tree);
    const newer = found.find((one) => one.newer);
    // Whatever else seems wrong with a file of a newer format is likely right in that format.
    return newer ? [{ ...newer, unsure: found.length > 1 }] : found;
  };

  const wantedEntries = (least, most) => {
    if (least !== undefined && least === most) return `takes ${count(least, "entry")}`;
    if (least !== undefined && most !== undefined) return `takes ${least} to ${count(most, "entry")}`;
    return least === undefined ? `takes at most ${count(most, "entry")}` : `takes at least ${count(least, "entry")}`;
  };

  const wantedLength = (length, least, most) => {
    if (length === 0 && least !== undefined) return "must not be empty";
    if (least !== undefined && least === most) return `must have ${count(least, "character")}`;
    if (least !== undefined && length < least) return `must have at least ${count(least, "character")}`;
    return `must have at most ${count(most, "character")}`;
  };

  const wantedNumber = (low, high) => {
    if (low === undefined) return `be at most ${bound(high)}`;
    if (high === undefined) return `be at least ${bound(low)}`;
    return low === high ? `be ${bound(low)}` : `lie between ${bound(low)} and ${bound(high)}`;
  };

  const limits = ({ minimum, maximum, format }) => {
    const held = { uint8: [0, 255], uint16: [0, 65535], uint32: [0, 4294967295], uint64: [0, 9e15] }[format] ?? [];
    return { low: minimum ?? held[0], high: maximum ?? held[1] };
  };

  // The small change that would give a value of the right type.
  const retyped = (node, value) => {
    if (node.kind === "text" && node.type !== "Span" && ["whole", "date"].includes(sort(value))) {
      return instead(scalarText(value), "put it in quotes");
    }
    if (typeof value === "string") {
      const typed = typedValue(node, value);
      const broken = node.kind === "whole" && sort(typed) === "number";
      if (typeof typed !== "string" && resembles(node, typed) && !broken) {
        return instead(typed, "write it without quotes");
      }
    }
    if (node.kind === "list" && isTable(value) && entryOf(node)?.kind === "table") {
      return instead([value], "double the brackets: there may be several");
    }
    if (node.kind === "table" && isTables(value) && value.length === 1) {
      return instead(value[0], "use single brackets: there is only one");
    }
    if (node.kind === "list" && entryOf(node) && resembles(entryOf(node), value) && !(node.schema.minItems > 1)) {
      return instead([value], "put it in a list");
    }
    return {};
  };

  // A text as it stands in the file.
  const unquoted = (text) => scalarText(text).replace(/^["']+|["']+$/g, "");

  const unknownCountry = (path, code) => {
    const near = countryMeant(code);
    const message = `${quoted(code)} is not the code of a country`;
    if (near) {
      const fix = instead(near.code, `did you mean \`${near.code}\`, ${near.name}?`);
      return problem("unknown-country", path, message, fix);
    }
    const help = ["countries are written as ISO 3166-1 alpha-2 codes, such as `DE`"];
    return problem("unknown-country", path, message, { help });
  };

  // Whole numbers of more than 64 bits cannot be read at all.
  const isStorable = (value) => {
    if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
    if (Array.isArray(value)) return value.every(isStorable);
    return !isTable(value) || Object.values(value).every(isStorable);
  };

  // The tree without its faults, so that the rules can judge the sound rest. What is needed and
  // faulty has a stand-in, which nobody uses. None where no stand-in would do, such as for a date.
  const mended = (tree, problems) => {
    const faulty = new Set(problems.map(({ path }) => pathText(path)));
    let whole = !problems.some(({ noDay, unsure }) => noDay || unsure) && isStorable(tree);

    const broken = (path) =>
      problems.some((one) => one.code === "wrong-type" && one.path.length > path.length && startsWith(one.path, path));

    const mendTable = (node, path, value) => {
      const sound = table();
      for (const key of keysOf(node)) {
        const inside = property(node, key);
        let own = Object.hasOwn(value, key) ? mend(inside, [...path, key], value[key]) : undefined;
        if (own === undefined && isRequired(node, key)) own = standIn(inside);
        if (own !== undefined) sound[key] = own;
      }
      return sound;
    };

    const mend = (node, path, value) => {
      if (node.kind === "table" && isTable(value)) return mendTable(node, path, value);
      if (node.kind === "either" && broken(path) && !faulty.has(pathText(path))) whole = false;
      if (node.kind === "list" && Array.isArray(value)) {
        const entry = entryOf(node);
        if (fixedLength(node) && fixedLength(node) !== value.length) whole = false;
        return value.map((one, index) => (entry ? mend(entry, [...path, index], one) ?? standIn(entry) : one));
      }
      return faulty.has(pathText(path)) ? undefined : value;
    };

    const standIn = (node) => {
      const entry = node.kind === "list" ? entryOf(node) : null;
      if (["date", "any"].includes(node.kind) || node.type === "Span" || node.type === "PartialDate") whole = false;
      if (node.kind === "table") return mendTable(node, [], table());
      if (node.kind === "list") {
        return Array.from({ length: entry ? node.schema.minItems ?? 0 : 0 }, () => standIn(entry));
      }
      if (node.kind === "choice") return node.choices[0].word;
      if (node.kind === "either") return alternatives(node).length > 0 ? standIn(alternatives(node)[0]) : false;
      return { whole: 1n, number: 1, truth: false }[node.kind] ?? "";
    };

    const sound = mendTable(rootNode, [], tree);
    return whole ? sound : null;
  };

  // Rules between the fields, and names that lead nowhere. Everything has its type by now.
  const ruleProblems = (tree) => {
    const found = [];
    const add = (...given) => found.push(problem(...given));
    const all = (key) => entries(tree[key]);
    const regions = all("region").map(({ country }) => country);
    const channelOf = (id) => all("channel").find((one) => one.id === id);
    const usedIn = (channel) => channel.regions ?? regions;
    const inUse = (channel, country) => usedIn(channel).includes(country) && regions.includes(country);
    const primaries = (activity, path) => [
      ...(activity.channel === undefined ? [] : [[[...path, "channel"], activity.channel]]),
      ...numbered(activity.channels).map(([index, one]) => [[...path, "channels", index, "id"], one.id]),
    ];
    // Where an activity is done: as written, or wherever its channels are in use.
    const doneIn = (activity) =>
      activity.regions ??
      primaries(activity, []).flatMap(([, id]) => (channelOf(id) ? usedIn(channelOf(id)) : []));
    const list = (path, key, value) => numbered(value).map(([index, one]) => [[...path, key, index], one]);
    const each = (key) => numbered(tree[key]).map(([index, one]) => [[key, index], one]);
    const ids = (key) => each(key).map(([path, { id }]) => [[...path, "id"], id]);

    const duplicates = (noun, named, help) => {
      const first = new Set();
      for (const [path, id] of named) {
        if (first.has(id)) add("duplicate-id", path, `${noun} ${quoted(id)} stands twice`, { help: [help] });
        first.add(id);
      }
    };

    const badId = ([path, id]) => {
      if (/^[a-z0-9_.-]*$/.test(id)) return;
      const better = id.trim().toLowerCase().split(/\s+/).join("-").replace(/[^a-z0-9_.-]/g, "");
      const fix = better ? instead(better, `write \`${better}\`, here and wherever the id is used`) : {};
      const help = ["ids have lower-case letters a to z, digits, `-`, `_`, and `.`; `name` may have all"];
      add("bad-id", path, `${quoted(id)} cannot be an id`, { help, ...fix });
    };

    const checkIds = () => {
      for (const key of ["channel", "activity", "measure", "vendor"]) ids(key).forEach(badId);
      for (const key of ["channel", "activity", "measure", "vendor"]) duplicates(key, ids(key), "rename one of them");
      const countries = each("region").map(([path, { country }]) => [[...path, "country"], country]);
      duplicates("region", countries, "put both into one");
      for (const [path, region] of each("region")) {
        const days = list(path, "elections", region.elections).map(([here, one]) => [here, dayOf(one)]);
        duplicates("the election day", days, "once is enough");
      }
      for (const [path, activity] of each("activity")) {
        const shares = list(path, "channels", activity.channels).map(([here, { id }]) => [[...here, "id"], id]);
        duplicates("the activity's channel", shares, "add up their shares");
      }
    };

    const unknownRegion = (path, country) => {
      if (regions.includes(country)) return;
      const near = regions.find((one) => one.toLowerCase() === country.toLowerCase());
      const message = `${quoted(country)} is not one of the profile's regions`;
      const help = [`add a \`[[region]]\` for it, or use one of the profile's regions: ${listed(regions, "or")}`];
      add("unknown-region", path, message, near ? meant(near) : { help });
    };

    const listedRegions = (path, value) => {
      const named = list(path, "regions", value);
      duplicates("region", named, "once is enough");
      for (const [here, country] of named) unknownRegion(here, country);
    };

    const checkRegions = () => {
      for (const [path, channel] of each("channel")) listedRegions(path, channel.regions);
      for (const [path, measure] of each("measure")) listedRegions(path, measure.regions);
      for (const [path, announced] of each("announced")) unknownRegion([...path, "region"], announced.region);
      for (const [path, activity] of each("activity")) {
        listedRegions(path, activity.regions);
        unserved(path, activity);
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          listedRegions(here, fallback.regions);
          uncovered(here, activity, fallback);
        }
      }
    };

    // Regions of an activity in which none of its channels is in use.
    const unserved = (path, activity) => {
      const named = primaries(activity, path).map(([, id]) => id);
      const known = named.map(channelOf);
      if (known.length === 0 || known.includes(undefined)) return;
      for (const [here, country] of list(path, "regions", activity.regions)) {
        if (!regions.includes(country) || known.some((channel) => inUse(channel, country))) continue;
        const message = `${listed(named, "or")} is not in use in \`${country}\``;
        const help = [`add \`${country}\` to the channel's \`regions\`, or another channel to the activity`];
        add("channel-not-in-region", here, message, { help });
      }
    };

    // What a fallback cannot cover: countries where its channel is not in use, or the activity is not
    // done.
    const uncovered = (path, activity, fallback) => {
      const channel = channelOf(fallback.channel);
      if (!channel) return;
      const done = doneIn(activity);
      if (fallback.regions === undefined) {
        if (done.length === 0 || done.some((country) => inUse(channel, country))) return;
        const message = `\`${channel.id}\` is in use in no region of the activity: not in ${listed(done, "or")}`;
        const help = [`add those countries to the \`regions\` of channel \`${channel.id}\``];
        add("channel-not-in-region", [...path, "channel"], message, { help });
      }
      for (const [here, country] of list(path, "regions", fallback.regions)) {
        if (!regions.includes(country)) continue;
        if (!inUse(channel, country)) {
          const help = [`add \`${country}\` to the \`regions\` of channel \`${channel.id}\``];
          add("channel-not-in-region", here, `\`${channel.id}\` is not in use in \`${country}\``, { help });
        } else if (!done.includes(country)) {
          const help = [`add \`${country}\` to the activity's \`regions\`, or take it out here`];
          add("region-not-in-activity", here, `activity \`${activity.id}\` is not done in \`${country}\``, { help });
        }
      }
    };

    // A channel id that no channel has. Vendors are often written where the channel's own id belongs.
    const unknownChannel = (path, id) => {
      if (channelOf(id)) return;
      const known = all("channel").map((one) => one.id);
      const ofVendor = all("channel").find(({ vendor }) => vendor === id)?.id;
      const near = nearest(id, known);
      let more = { help: [`the profile's channels: ${listed(known, "and")}`] };
      if (ofVendor) more = instead(ofVendor, `\`${id}\` is the vendor; did you mean its channel \`${ofVendor}\`?`);
      else if (near) more = meant(near);
      add("unknown-channel", path, `there is no channel ${quoted(id)}`, more);
    };

    const checkChannels = () => {
      for (const [path, activity] of each("activity")) {
        oneOrSeveral(path, activity);
        const running = primaries(activity, path);
        for (const [here, id] of running) unknownChannel(here, id);
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          const place = [...here, "channel"];
          if (running.length === 1 && running[0][1] === fallback.channel) {
            const message = `${quoted(fallback.channel)} is what activity ${quoted(activity.id)} runs on`;
            const help = ["a fallback must be another channel: what has failed cannot replace itself"];
            add("fallback-is-primary", place, message, { help });
          } else unknownChannel(place, fallback.channel);
        }
      }
      for (const [path, measure] of each("measure")) {
        for (const [here, change] of list(path, "effect", measure.effect)) {
          if (change.channel !== undefined) unknownChannel([...here, "channel"], change.channel);
        }
      }
    };

    const oneOrSeveral = (path, activity) => {
      const name = quoted(activity.id);
      if (activity.channel !== undefined && activity.channels !== undefined) {
        const help = ["keep `channel` if there is one, `channels` if there are several with shares"];
        const message = `activity ${name} has both \`channel\` and \`channels\``;
        add("channel-or-channels", [...path, "channels"], message, { help });
      } else if (activity.channel === undefined && activity.channels === undefined) {
        const more = { at: [...path, "channel"], key: "channel" };
        add("channel-or-channels", path, `activity ${name} has no channel`, more);
      }
      if (activity.channels === undefined) return;
      const sum = activity.channels.reduce((total, { share }) => total + Number(share), 0);
      if (Math.abs(sum - 1) <= 0.001) return;
      const message = `the shares of activity ${name} sum to ${plain(Math.round(sum * 1000) / 1000)}, not 1`;
      const help = ["each person uses one channel: what one has less, another has more"];
      add("shares-not-one", [...path, "channels"], message, { help });
    };

    const checkContacts = () => {
      for (const [path, contact] of each("contact")) listedRegions(path, contact.regions);
      ids("contact").forEach(badId);
      duplicates("contact", ids("contact"), "rename one of them");
      for (const [path, activity] of each("activity")) {
        if (activity.switchover) parts([...path, "switchover"], activity, activity.switchover);
      }
    };

    const parts = (path, activity, switchover) => {
      const known = [...new Set(all("contact").map(({ id }) => id))].sort();
      for (const key of ["decides", "deputy", "it", "partners", "tells"]) {
        const named = list(path, key, switchover[key]);
        for (const [here, id] of named) {
          const contact = all("contact").find((one) => one.id === id);
          if (contact) elsewhere(here, activity, contact);
          else {
            const near = nearest(id, known);
            const add_one = "add a `[[contact]]` with that id";
            const help = [known.length > 0 ? `${add_one}, or use one of ${listed(known, "or")}` : add_one];
            add("unknown-contact", here, `the profile has no contact ${quoted(id)}`, near ? meant(near) : { help });
          }
        }
        duplicates("contact", named, "once is enough");
      }
      for (const [here, id] of list(path, "deputy", switchover.deputy)) {
        if (!(switchover.decides ?? []).includes(id)) continue;
        const help = ["name somebody else, or leave the deputy out and fill it in by hand"];
        add("deputy-decides", here, `contact ${quoted(id)} decides and is the deputy too`, { help });
      }
    };

    const elsewhere = (path, activity, contact) => {
      const done = doneIn(activity);
      const serves = (country) => contact.regions === undefined || contact.regions.includes(country);
      if (done.length === 0 || done.some(serves)) return;
      const message = `contact ${quoted(contact.id)} is one for ${listed(contact.regions, "and")} only`;
      const help = [`activity \`${activity.id}\` is done in ${listed(done, "and")}`];
      add("contact-not-in-region", path, message, { help });
    };

    const checkTime = () => {
      for (const [path, activity] of each("activity")) objectives(path, activity);
      phoneLife(["organization"], tree.organization);
      for (const [path, region] of each("region")) {
        phoneLife(path, region);
        for (const [here, one] of list(path, "elections", region.elections)) believable(here, one);
      }
      for (const [path, announced] of each("announced")) believable([...path, "effective"], announced.effective);
      for (const [path, channel] of each("channel")) {
        past([...path, "requests", "reviewed"], channel.requests?.reviewed);
        past([...path, "restrictions", "tested"], channel.restrictions?.tested);
      }
      for (const [path, activity] of each("activity")) {
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          past([...here, "tested"], fallback.tested);
        }
      }
    };

    const objectives = (path, activity) => {
      if (activity.mtpd === undefined) return;
      const mtpd = hoursOf(activity.mtpd);
      if (mtpd <= 0) {
        const message = "an activity with an MTPD of 0 may not stop at all, which nothing can promise";
        add("bad-span", [...path, "mtpd"], message, { help: ["use a short span, such as \"5m\""] });
      } else if (activity.rto !== undefined && hoursOf(activity.rto) > mtpd) {
        const message = `the RTO of ${spanText(hoursOf(activity.rto))} is above the MTPD of ${spanText(mtpd)}`;
        const help = ["recovery has to be done before the disruption becomes intolerable"];
        add("rto-above-mtpd", [...path, "rto"], message, { help });
      }
    };

    const phoneLife = (path, { phone_life: life }) => {
      if (life === undefined || hoursOf(life) >= 720) return;
      const place = [...path, "phone_life"];
      const span = spanText(hoursOf(life));
      const message = `\`${pathText(place)}\` is ${span}, and phones are kept for longer than a month`;
      const help = ["`m` stands for minutes: three years are \"156w\", 30 months are \"130w\""];
      add("bad-span", place, message, { help });
    };

    const believable = (path, date) => {
      if (date === undefined || (dayOf(date) >= "2000" && dayOf(date) < "2101")) return;
      const message = `\`${pathText(path)}\` is ${dayOf(date)}, which cannot be meant`;
      add("implausible-date", path, message, { help: ["check the year"] });
    };

    const past = (path, date) => {
      if (date === undefined || dayOf(date) <= asOf) return;
      const message = `\`${pathText(path)}\` is ${dayOf(date)}, which has not come yet`;
      add("future-date", path, message, { help: ["only what has been done counts: leave the date out until then"] });
    };

    const checkNumbers = () => {
      for (const [path, { country, devices = {} }] of each("region")) {
        const { android, ios } = devices;
        if (android === undefined || ios === undefined || Number(android) + Number(ios) <= 1.0001) continue;
        const shares = `${plain(android)} Android and ${plain(ios)} iOS`;
        const message = `the phones of ${quoted(country)} are ${shares}, more than 1`;
        const help = ["each is a share of all phones there; what neither has runs something else"];
        add("devices-not-one", [...path, "devices", "ios"], message, { help });
      }
      for (const [path, activity] of each("activity")) {
        impact(path, activity);
        const place = [...path, "loss_per_hour"];
        const loss = activity.loss_per_hour;
        const index = [].concat(loss ?? []).findIndex((one) => Number(one) > 1e12);
        const message = "a loss of more than 1,000,000,000,000 an hour is not believable";
        if (index >= 0) add("out-of-range", Array.isArray(loss) ? [...place, index] : place, message);
      }
    };

    const impact = (path, activity) => {
      const levels = list(path, "impact", activity.impact).map(([here, level]) => [here, Number(level)]);
      const outside = levels.filter(([, level]) => !(level >= 0 && level <= 5));
      const help = ["impact levels run from 0 (none) to 5 (the organisation may not survive it)"];
      for (const [here] of outside) {
        add("out-of-range", here, `\`${pathText(here)}\` must lie between 0 and 5`, { help });
      }
      const falls = levels.find(([, level], index) => index > 0 && level < levels[index - 1][1]);
      if (outside.length > 0 || !falls) return;
      const message = `the impact on activity ${quoted(activity.id)} falls as the outage lasts`;
      const order = ["the levels are those after an hour, a day, a week, and a month without it"];
      add("impact-falls", falls[0], message, { help: order });
    };

    const checkMeasures = () => {
      const known = all("activity").map(({ id }) => id);
      for (const [path, measure] of each("measure")) {
        for (const [here, id] of list(path, "requires", measure.requires)) required(here, measure, id);
        incomplete([...path, "id"], measure);
        for (const [here, change] of list(path, "effect", measure.effect)) {
          vague([...here, "kind"], change);
          for (const [place, id] of list(here, "activities", change.activities)) {
            if (known.includes(id)) continue;
            const near = nearest(id, known);
            const more = near ? meant(near) : { help: ["use the id of an `[[activity]]`"] };
            add("unknown-activity", place, `the profile has no activity ${quoted(id)}`, more);
          }
        }
      }
    };

    const required = (path, measure, id) => {
      const own = new Map(all("measure").map((one) => [one.id, one]));
      if (!own.has(id) && !measureIds.has(id)) {
        const near = nearest(id, [...own.keys(), ...measureIds]);
        const help = ["`blackstart knowledge list measures` shows those that are known"];
        add("unknown-measure", path, `there is no measure ${quoted(id)}`, near ? meant(near) : { help });
        return;
      }
      const seen = new Set();
      for (const open = [id]; open.length > 0;) {
        const one = open.pop();
        if (one === measure.id) {
          const turn = `${quoted(measure.id)} requires ${quoted(id)}, which requires it in turn`;
          const message = id === measure.id ? `the measure ${quoted(id)} requires itself` : turn;
          const help = ["leave one of the requirements out, or make one measure of both"];
          add("circular-requirement", path, message, { help });
          return;
        }
        if (!seen.has(one)) open.push(...(own.get(one)?.requires ?? []));
        seen.add(one);
      }
    };

    const incomplete = (path, measure) => {
      const changes = (measure.effect ?? []).length > 0;
      if (measureIds.has(measure.id) || (measure.cost !== undefined && changes)) return;
      const lacking = [measure.cost === undefined && "`cost`", !changes && "an `[[measure.effect]]`"].filter(Boolean);
      const near = nearest(measure.id, measureIds);
      const help = [near ? `did you mean \`${near}\`?` : "say what it costs, and what it changes"];
      add("measure-incomplete", path, `the measure ${quoted(measure.id)} lacks ${lacking.join(" and ")}`, { help });
    };

    // An effect must have the keys of its kind.
    const vague = (path, { kind, channel, vendor, activation, factor, switch_time: time, employees }) => {
      const lacks = {
        "add-fallback": (channel === undefined) === (vendor === undefined) && "`channel` or `vendor`, one of them",
        "shorten-activation": activation === undefined && factor === undefined && "`activation` or `factor`",
        "shorten-switch": time === undefined && factor === undefined && "`switch_time` or `factor`",
        "reduce-hit": factor === undefined && "`factor`",
        provision: employees === undefined && "`employees`",
      }[kind];
      if (lacks) add("measure-incomplete", path, `an effect of this kind needs ${lacks}`);
    };

    const checkAcceptances = () => {
      const named = each("acceptance").map(([path, { finding }]) => [[...path, "finding"], finding]);
      duplicates("the acceptance of", named, "keep the one that holds");
      for (const [path, finding] of named) {
        if (finding.split(":").every((part) => part === "*" || /^[A-Za-z0-9_.-]+$/.test(part))) continue;
        const help = [
          "copy the id from the report: `stale-test:dispatch:RU`", "`*` stands for any part: `stale-test:*:RU`",
        ];
        add("bad-finding", path, `${quoted(finding)} is not the id of a finding`, { help });
      }
    };

    const unknownVendor = (path, id) => {
      if (id === undefined || vendorOf(tree, id)) return;
      const named = vendorWords(tree).find((word) => vendorOf(tree, word).name?.toLowerCase() === id.toLowerCase());
      const near = nearest(id, vendorWords(tree)) ?? named;
      const help = ["`blackstart knowledge list vendors` shows those that are known"];
      add("unknown-vendor", path, `the knowledge base has no vendor ${quoted(id)}`, near ? meant(near) : { help });
    };

    const unknownScenario = (path, id) => {
      if (scenarioIds.has(id)) return;
      const named = data.scenarios.find(({ name }) => name.toLowerCase() === id.toLowerCase())?.id;
      const near = named ?? nearest(id.toLowerCase(), data.scenarios.map((one) => one.id));
      const help = ["`blackstart knowledge list scenarios` shows them all"];
      add("unknown-scenario", path, `the knowledge base has no scenario ${quoted(id)}`, near ? meant(near) : { help });
    };

    const unknownNode = (path, id) => {
      if (id.startsWith("own.")) {
        if (/^own\.[a-z0-9_.-]+$/.test(id)) return;
        const help = ["write `own.` and a word in lower-case letters, digits, `-`, `_`, and `.`"];
        add("bad-id", path, `${quoted(id)} cannot be the id of a node of your own`, { help });
      } else if (!nodeIds.has(id)) {
        const near = nearest(id, nodeIds);
        const help = ["for something of your own, write `own.` and a word of yours"];
        add("unknown-node", path, `the knowledge base has no node ${quoted(id)}`, near ? meant(near) : { help });
      }
    };

    const country = (path, code) => {
      if (code !== undefined && !countryNames.has(code)) found.push(unknownCountry(path, code));
    };

    const checkNames = () => {
      country(["organization", "home"], tree.organization.home);
      for (const [path, region] of each("region")) country([...path, "country"], region.country);
      for (const [path, channel] of each("channel")) {
        unknownVendor([...path, "vendor"], channel.vendor);
        const alternatives = list([...path, "contract"], "alternatives", channel.contract?.alternatives);
        for (const [here, id] of alternatives) unknownVendor(here, id);
        for (const [here, id] of list(path, "depends_on", channel.depends_on)) unknownNode(here, id);
        for (const key of ["hosted_in", "licensed_in"]) {
          for (const [here, code] of list(path, key, channel[key])) country(here, code);
        }
        for (const [here, kept] of list(path, "data", channel.data)) {
          for (const key of ["stored_in", "subjects"]) {
            for (const [place, code] of list(here, key, kept[key])) country(place, code);
          }
        }
      }
      for (const [path, announced] of each("announced")) {
        unknownScenario([...path, "scenario"], announced.scenario);
        for (const [here, id] of list(path, "vendors", announced.vendors)) unknownVendor(here, id);
      }
      for (const [path, measure] of each("measure")) {
        for (const [here, change] of list(path, "effect", measure.effect)) {
          unknownVendor([...here, "vendor"], change.vendor);
          for (const [place, id] of list(here, "scenarios", change.scenarios)) unknownScenario(place, id);
        }
      }
    };

    // What an activity needs, against what its channels carry, as far as the page knows.
    const checkCapabilities = () => {
      for (const [path, activity] of each("activity")) {
        const running = primaries(activity, path);
        const known = running.map(([, id]) => {
          const channel = channelOf(id);
          return channel && (channel.carries ?? vendorOf(tree, channel.vendor)?.capabilities);
        });
        if (known.length === 0 || known.includes(undefined)) continue;
        const carried = [...new Set(known.flat())].sort();
        const needs = list(path, "needs", activity.needs ?? ["text"]);
        const help = [carried.length > 0 ? `it carries ${listed(carried, "and")}` : "it carries nothing"];
        for (const [here, need] of needs.filter(([, one]) => !carried.includes(one))) {
          const place = activity.needs ? here : running[0][0];
          const names = listed(running.map(([, id]) => id), "or");
          add("capability-missing", place, `${names} does not carry ${need}`, { help });
        }
      }
    };

    // Vendors of the profile itself: made of what is known.
    const checkOwnVendors = () => {
      for (const [path, vendor] of each("vendor")) {
        if (vendorsByWord.has(vendor.id)) {
          const message = `the knowledge base has a vendor ${quoted(vendor.id)} already`;
          const help = ["use it as it is, or give yours another id"];
          add("duplicate-id", [...path, "id"], message, { help });
        }
        const { owner = {}, local_entities: local = {}, hosting = {}, needs = {} } = vendor;
        const parts = [
          ["owner.node", owner.node], ["owner.jurisdictions", owner.jurisdictions],
          ["install", Object.values(vendor.install ?? {}).flat()], ["push", Object.values(vendor.push ?? {}).flat()],
          ["push_gateways", vendor.push_gateways], ["hosting.nodes", hosting.nodes],
          ["needs.hard", needs.hard], ["needs.soft", needs.soft],
        ];
        for (const [place, named] of parts) {
          const lost = [].concat(named ?? []).filter((one) => !one.startsWith("own.") && !nodeIds.has(one));
          for (const id of lost) {
            const here = [...path, ...place.split(".")];
            const help = ["`blackstart knowledge list nodes` shows those it has"];
            add("unknown-node", here, `the knowledge base has no node ${quoted(id)}`, { help });
          }
        }
        const places = [
          ["owner", [...(owner.countries ?? []), ...[].concat(owner.headquarters ?? [])]],
          ["local_entities", [...(local.present_in ?? []), ...(local.absent_in ?? [])]],
          ["allowed_in", vendor.allowed_in ?? []],
          ["block", entries(vendor.block).flatMap((block) => block.country ?? [])],
        ];
        const cited = [
          ["sources", vendor.sources], ["stance.sources", vendor.stance?.sources],
          ["block", entries(vendor.block).map(({ source }) => source)], ["attention.source", vendor.attention?.source],
        ];
        for (const [place, ids] of sourceIds ? cited : []) {
          for (const id of [].concat(ids ?? []).filter((one) => !sourceIds.has(one))) {
            const help = ["leave it out, or describe the source in a folder for `--knowledge DIR`"];
            const here = [...path, ...place.split(".")];
            add("unknown-source", here, `the knowledge base has no source ${quoted(id)}`, { help });
          }
        }
        for (const [key, codes] of places) {
          for (const code of codes.filter((one) => !countryNames.has(one))) {
            const help = ["countries are written as ISO 3166-1 alpha-2 codes, such as `DE`"];
            add("unknown-country", [...path, key], `${quoted(code)} is not the code of a country`, { help });
          }
        }
      }
    };

    checkIds();
    checkRegions();
    checkChannels();
    checkContacts();
    checkTime();
    checkNumbers();
    checkMeasures();
    checkAcceptances();
    checkOwnVendors();
    checkNames();
    checkCapabilities();
    return found;
  };

  // Keys by which other parts of a profile are named: where one is faulty, a name that leads nowhere
  // may be the fault of the key.
  const NAMING = ["id", "country", "region", "channel", "channels", "regions"];
  const ALONE = [
    "unknown-vendor", "unknown-country", "unknown-scenario", "unknown-node", "future-date", "implausible-date",
  ];
  // What concerns nothing but its own place.
  const LOCAL = [
    "bad-id", "duplicate-id", "bad-span", "rto-above-mtpd", "impact-falls", "devices-not-one", "shares-not-one",
    "channel-or-channels", "bad-finding", "deputy-decides", "out-of-range",
  ];

  // Does a problem of the sound rest hold, whatever the faulty values were meant to be?
  const stands = (tree, faults) => {
    const given = faults.filter(({ code }) => !["unknown-key", "missing-key"].includes(code));
    const naming = faults.some(
      ({ code, path }) => ["unknown-key", "missing-key"].includes(code) || NAMING.includes(lastKey(path)),
    );
    return ({ code, path }) => {
      if (reach(tree, path) === undefined || given.some((fault) => startsWith(path, fault.path))) return false;
      return ALONE.includes(code) || !naming;
    };
  };

  // Problems of the sound rest. `check` waits with some of them until nothing is missing any more;
  // while a card is being filled in that would be late, so they are shown early.
  const restProblems = (tree, faults) => {
    const sound = faults.length > 0 ? mended(tree, faults) : tree;
    const found = sound ? ruleProblems(sound) : [];
    if (faults.length === 0) return found;
    const now = stands(tree, faults);
    const soon = stands(tree, faults.filter((one) => !isQuiet(one)));
    const early = found.filter((one) => !now(one) && LOCAL.includes(one.code) && soon(one));
    return [...found.filter(now), ...early.map((one) => ({ ...one, early: true }))];
  };

  // Every problem, each once, in the order of the file.
  const problemsOf = (tree) => {
    const faults = shapeProblems(tree);
    const more = restProblems(tree, faults);
    const once = new Map();
    for (const one of [...faults, ...more]) {
      const target = targetOf(one);
      const own = [one.code, pathText(one.path), one.message].join("\n");
      if (!once.has(own)) once.set(own, { ...one, message: inert(one.message), at: target, rank: rank(target) });
    }
    return [...once.values()].sort((a, b) => compareRanks(a.rank, b.rank));
  };

  // Where a path stands in the file, as numbers that can be compared.
  const rank = (path) => {
    let node = rootNode;
    return path.map((step) => {
      if (typeof step === "number") {
        node = node && node.kind === "list" ? entryOf(node) : null;
        return step;
      }
      const index = node ? keysOf(node).indexOf(step) : -1;
      node = node && index >= 0 ? property(node, step) : null;
      return index < 0 ? 1000 : index;
    });
  };

  const compareRanks = (a, b) => {
    const index = a.findIndex((one, position) => one !== b[position]);
    if (index < 0) return a.length - b.length;
    return index < b.length ? a[index] - b[index] : 1;
  };

  // The form.

  // Places of the profile that fields read and write. A table that is not there yet is made by the
  // first field in it that is filled in, and left out again with the last.
  let begun = new WeakSet();
  const visited = new WeakMap();

  // A table with what can only have one value, and with those tables in it that must be there.
  const begin = (node) => {
    const fresh = table();
    begun.add(fresh);
    for (const key of node ? keysOf(node) : []) {
      const inside = property(node, key);
      const { minimum, maximum } = inside.schema;
      if (!isRequired(node, key)) continue;
      if (inside.kind === "table") fresh[key] = begin(inside);
      else if (inside.kind === "whole" && minimum !== undefined && minimum === maximum) fresh[key] = BigInt(minimum);
    }
    return fresh;
  };

  const top = { path: () => [], read: () => profile, hold: () => profile, tidy: () => {} };

  const keyPlace = (above, key, node, kept) => {
    const place = {
      path: () => [...above.path(), key],
      read: () => (isTable(above.read()) ? above.read()[key] : undefined),
      write: (value) => { above.hold()[key] = value; },
      clear: () => {
        if (isTable(above.read())) delete above.read()[key];
        above.tidy();
      },
      hold: () => {
        if (!isTable(place.read())) place.write(begin(node));
        return place.read();
      },
      tidy: () => {
        const value = place.read();
        if (!kept && isTable(value) && Object.keys(value).length === 0) place.clear();
      },
      // Somebody has been here: what is missing is missing.
      visit: () => {
        const owner = above.read();
        if (isTable(owner)) visited.set(owner, (visited.get(owner) ?? new Set()).add(key));
      },
    };
    return place;
  };

  const entryPlace = (list, entry) => ({
    path: () => [...list.path(), list.read().indexOf(entry)],
    read: () => entry,
    hold: () => entry,
    tidy: () => {},
  });

  const shownText = (value) => {
    if (value === undefined) return "";
    return typeof value === "string" ? value : scalarText(value);
  };

  // What can only have been meant, once a field is left: quotes around it, per cent, a comma for a
  // point, thousands set apart, and the name of what has an id.
  const settledText = (node, list, text) => {
    let clean = text.trim().replace(/^"(.*)"$/, "$1");
    const share = node.schema.maximum <= 1 && /^(\d+(?:[.,]\d+)?)\s*%$/.exec(clean);
    if (share) clean = plain(Number(share[1].replace(",", ".")) / 100);
    if (node.kind === "number" && node.schema.maximum <= 5) clean = clean.replace(/^(\d+),(\d+)$/, "$1.$2");
    if (node.kind === "whole" && /^\d{1,3}([ ,'\u00a0\u202f]\d{3})+$/.test(clean)) clean = clean.replace(/\D/g, "");
    return list ? meantBy(list, clean) : clean;
  };

  // Lists of names that are offered. Each has ids with names; some have other words too.

  const pairs = (key) => entries(profile[key]).map(({ id, name }) => ({ id, name })).filter(({ id }) => id);
  const known = {
    countries: () => data.countries.map(({ code, name }) => ({ id: code, name })),
    regions: () => entries(profile.region).map(({ country: id }) => ({ id, name: countryNames.get(id) })),
    vendors: () => [...pairs("vendor"), ...data.vendors],
    scenarios: () => data.scenarios,
    nodes: () => data.nodes,
    measures: () => [...pairs("measure").filter(({ id }) => !measureIds.has(id)), ...data.measures],
    channels: () => pairs("channel"),
    activities: () => pairs("activity"),
    contacts: () => pairs("contact"),
  };
  const CHANGING = ["vendors", "measures", "regions", "channels", "activities", "contacts"];

  const nameBy = (list, id) => {
    if (!list || typeof id !== "string") return "";
    if (list === "countries" || list === "regions") return countryNames.get(id) ?? "";
    const { name } = (list === "vendors" ? vendorOf(profile, id) : known[list]().find((one) => one.id === id)) ?? {};
    return typeof name === "string" ? name : "";
  };

  // The id that a person meant who wrote a name, an alias, or an id in other letters.
  const meantBy = (list, text) => {
    if (text === "" || known[list]().some(({ id }) => id === text)) return text;
    if (list === "countries" || list === "regions") return countryMeant(text, true)?.code ?? text;
    const wanted = folded(text);
    const short = (name) => folded(name.split(" (")[0]);
    const fits = ({ id, name, aliases = [] }) => {
      const words = typeof name === "string" ? [folded(name), short(name)] : [];
      return folded(String(id)) === wanted || aliases.some((one) => folded(one) === wanted) || words.includes(wanted);
    };
    const fitting = known[list]().filter(fits);
    return fitting.length > 0 && new Set(fitting.map(({ id }) => id)).size === 1 ? fitting[0].id : text;
  };

  const offers = make("div", { hidden: "" });
  const offered = new Map();

  const offer = (list) => {
    const now = known[list]().filter(({ id }) => typeof id === "string");
    const own = JSON.stringify(now.map(({ id, name }) => [id, name]));
    if (!offered.has(list)) {
      offered.set(list, { element: make("datalist", { id: `offer-${list}` }), own: "" });
      offers.append(offered.get(list).element);
    }
    const held = offered.get(list);
    if (held.own === own) return;
    held.own = own;
    const options = now.map(({ id, name }) => make("option", { value: id }, shownName(name)));
    held.element.replaceChildren(...options);
  };
  const shownName = (name) => (typeof name === "string" ? inert(name) : "");

  // Ids that a schema offers where no table of this page knows the key.
  const offerWords = (words) => {
    const id = unique("offer");
    offers.append(make("datalist", { id }, ...words.map((value) => make("option", { value }))));
    return id;
  };

  // Parts of a field.

  // What a file brings along is counted at the top, and not called out one by one.
  let calls = false;
  const quietly = (act) => {
    const before = calls;
    calls = false;
    act();
    calls = before;
  };

  // Problems of a field, in the words of `check`, each with the change that would remedy it.
  const problemBox = (id, repaired) => {
    const element = make("div", { class: "problems", id });
    const isNew = memory();
    const show = (own) => {
      const loud = own.filter((one) => !isQuiet(one));
      const told = loud.map(({ message, help, fix, advice }) => [message, help, fix?.advice ?? advice]);
      if (isNew(told)) element.replaceChildren(...loud.map((one) => problemLine(one, repaired)));
      return loud.length > 0;
    };
    return { element, show };
  };

  const problemLine = (one, repaired) => {
    const spoken = calls ? { role: "alert", "aria-live": "polite" } : {};
    const line = make("div", { class: "problem", "data-code": one.code, "data-message": one.message, ...spoken });
    line.append(make("p", {}, ...prose(one.message)));
    const advice = one.fix?.advice ?? one.advice;
    if (advice) {
      line.append(button(prose(inert(advice)), () => {
        repair(one);
        repaired();
      }, { class: "fix" }));
    } else if (one.help.length > 0) {
      line.append(make("p", { class: "help" }, ...prose(inert(one.help.join("; ")))));
    }
    return line;
  };

  // What is missing in a card that was just begun is no fault yet, unless somebody has passed by.
  const targetOf = (one) => one.at ?? one.path;
  const isQuiet = (one) => {
    if (!one.key) return false;
    const { key } = one;
    const owner = reach(profile, targetOf(one).slice(0, -1));
    return isTable(owner) && begun.has(owner) && !visited.get(owner)?.has(key);
  };

  const repair = ({ code, at: target, fix, rename, drop }) => {
    const owner = reach(profile, target.slice(0, -1));
    const key = target.at(-1);
    const before = owner[key];
    if (code === "missing-key") owner[key] = begin(placeNode(target));
    else if (fix) owner[key] = fix.value;
    else if (rename) owner[rename] ??= before;
    if (rename || drop) delete owner[key];
    const named = key === "id" && NAMED[placeType(target.slice(0, -1))];
    if (named && fix) follow(named, before, fix.value);
    changed();
    refresh.now();
  };

  // The schema of a path, and the type of the table there.
  const placeNode = (path) => {
    const step = (node, key) => (typeof key === "number" ? entryOf(node) : property(node, key));
    return path.reduce((node, key) => node && step(node, key), rootNode);
  };
  const placeType = (path) => placeNode(path)?.type ?? "";

  const frame = (about) => {
    const id = unique("field");
    const hint = about.hint ? make("p", { class: "hint", id: `${id}-hint` }, ...prose(about.hint)) : "";
    const described = [hint && hint.id, `${id}-problems`].filter(Boolean).join(" ");
    const need = about.required ? make("span", { class: "need" }, "needed") : "";
    return { id, hint, described, need };
  };

  // A key is needed only where its table is there: what a whole optional table needs waits for its
  // first field.
  const demand = (about, need, control) => {
    if (!need) return;
    need.hidden = !about.asked();
    if (need.hidden) control.removeAttribute("aria-required");
    else control.setAttribute("aria-required", "true");
  };

  const labelLine = (about, id, need) => {
    const label = make("label", { for: id }, about.label, need ? " " : "", need);
    return make("p", { class: "name" }, label, " ", keyCode(about.key));
  };

  // The key as it stands in the file, for those who know the file.
  const keyCode = (key) => make("code", { class: "key", "aria-hidden": "true" }, key);

  const legendLine = (about, kind) => {
    const words = make(about.level ? `h${about.level}` : "span", { class: "title" }, about.label);
    const need = about.required && ["list", "numbers"].includes(kind);
    const mark = need ? [" ", make("span", { class: "need" }, "needed")] : [];
    return make("legend", { class: "name" }, words, ...mark, " ", keyCode(about.key));
  };

  const PLACEHOLDERS = { Span: "4h", Day: "2026-04-30", PartialDate: "2026-04" };
  const placeholder = (node, list) => {
    const [example] = node.examples;
    if (list) return ["countries", "regions"].includes(list) ? "Code or name" : "Id or name";
    return typeof example === "string" || typeof example === "number" ? String(example) : PLACEHOLDERS[node.type] ?? "";
  };

  // One field for one value.

  const textField = (place, node, about) => {
    const { id, hint, described, need } = frame(about);
    const long = node.schema.maxLength > 200 || /[\r\n]/.test(shownText(place.read()));
    const free = node.kind === "text" && !about.list && !FORMS[node.type] && about.key !== "id";
    const control = make(long ? "textarea" : "input", { id, "aria-describedby": described, autocomplete: "off" });
    if (long) control.rows = 2;
    else control.type = "text";
    if (!free) control.spellcheck = false;
    if (["whole", "number"].includes(node.kind)) control.inputMode = node.kind === "whole" ? "numeric" : "decimal";
    control.placeholder = placeholder(node, about.list);
    if (about.list) control.setAttribute("list", `offer-${about.list}`);
    else if (node.offered.length > 0) control.setAttribute("list", offerWords(node.offered));

    const name = make("span", { class: "known" });
    const box = problemBox(`${id}-problems`, () => control.focus());
    let before = place.read();

    const write = (text) => {
      if (text === "") place.clear();
      else place.write(typedValue(node, text));
      changed();
    };
    control.addEventListener("focus", () => { before = place.read(); });
    control.addEventListener("input", () => write(free ? control.value : control.value.trim()));
    control.addEventListener("change", () => {
      const text = free ? control.value : settledText(node, about.list, control.value);
      if (text !== control.value) {
        control.value = text;
        write(text);
        if (about.list && nameBy(about.list, text)) say(`${nameBy(about.list, text)} is ${text}`);
      }
      if (about.naming && follow(about.naming, before, place.read())) before = place.read();
      place.visit();
      refresh.now();
    });
    control.addEventListener("blur", () => {
      place.visit();
      refresh();
    });

    const show = (branch) => {
      const now = shownText(place.read());
      const same = control.value === now.replace(/\r\n?/g, "\n");
      if (!same && document.activeElement !== control) control.value = now;
      name.textContent = about.list ? shownName(nameBy(about.list, place.read())) : "";
      demand(about, need, control);
      invalid(control, box.show(branch.all));
    };
    const around = make("div", { class: "control" }, control, ...(about.list ? [name] : []));
    const line = labelLine(about, id, need);
    const element = make("div", { class: long ? "field wide" : "field" }, line, around, hint, box.element);
    return { element, show, focus: () => control.focus() };
  };

  const invalid = (control, yes) => {
    if (yes) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  };

  const choiceField = (place, node, about) => {
    const { id, hint, described, need } = frame(about);
    const control = make("select", { id, "aria-describedby": described });
    const truth = node.kind === "truth";
    const choices = truth ? [{ word: "true", text: "Yes" }, { word: "false", text: "No" }] : node.choices;
    const said = ({ word, note, text }) => text ?? (note ? `${word}: ${small(note)}` : word);
    const options = choices.map((one) => make("option", { value: one.word }, said(one).replace(/\.$/, "")));
    const none = make("option", { value: "" });
    const odd = make("option", { value: "odd" });
    const box = problemBox(`${id}-problems`, () => control.focus());
    control.append(none, ...options);
    control.addEventListener("change", () => {
      if (control.value === "odd" && odd.isConnected) return;
      if (control.value === "") place.clear();
      else place.write(typedValue(node, control.value));
      place.visit();
      changed();
      refresh.now();
    });
    control.addEventListener("blur", () => {
      place.visit();
      refresh();
    });
    const show = (branch) => {
      const value = place.read();
      const among = truth ? typeof value === "boolean" : choices.some(({ word }) => word === value);
      const fits = value === undefined || among;
      if (fits) odd.remove();
      else {
        odd.textContent = inert(scalarText(value));
        if (!odd.isConnected) control.append(odd);
      }
      control.value = fits ? shownText(value) : "odd";
      none.textContent = about.required && about.asked() ? "Choose one" : "Not said";
      demand(about, need, control);
      invalid(control, box.show(branch.all));
    };
    const around = make("div", { class: "control" }, control);
    const element = make("div", { class: "field" }, labelLine(about, id, need), around, hint, box.element);
    return { element, show, focus: () => control.focus() };
  };

  // Fields for a list of values.

  const group = (about, kind, box, ...inside) => {
    const { id, hint } = frame(about);
    const described = [hint && hint.id, box.element.id].filter(Boolean).join(" ");
    const attributes = { class: `field ${kind}`, id, "aria-describedby": described };
    return make("fieldset", attributes, legendLine(about, kind), hint, ...inside);
  };

  // Where silence and an empty list mean different things, both can be said.
  const emptyBox = (place, node, about) => {
    const sayable = !node.schema.minItems && !node.settled;
    const control = make("input", { type: "checkbox", id: unique("empty") });
    const label = make("label", { for: control.id }, `None, and that is known (${about.key} = [])`);
    const element = make("p", { class: "empty" }, control, " ", label);
    control.addEventListener("change", () => {
      if (control.checked) place.write([]);
      else place.clear();
      place.visit();
      changed();
      refresh.now();
    });
    const show = () => {
      const value = place.read();
      control.checked = Array.isArray(value) && value.length === 0;
      element.hidden = !sayable || (Array.isArray(value) && value.length > 0);
    };
    return { element, show };
  };

  // Adds or takes out one value of a list of words.
  const without = (place, index) => {
    const left = place.read().filter((_, at) => at !== index);
    if (left.length > 0) place.write(left);
    else place.clear();
    place.visit();
    changed();
    refresh.now();
  };
  const withOne = (place, value) => {
    place.write([...(place.read() ?? []), value]);
    place.visit();
    changed();
  };

  // A box to tick for each word that the list may hold.
  const ticksField = (place, node, about) => {
    const ticks = make("div", { class: "ticks" });
    const box = problemBox(unique("problems"), () => ticks.querySelector("input")?.focus());
    const none = emptyBox(place, node, about);
    const entry = entryOf(node);
    const isNew = memory();

    const choices = () => {
      if (entry.kind === "choice") return entry.choices.map(({ word, note }) => ({ word, name: note ?? "" }));
      return known[about.list]().filter(({ id }) => id).map(({ id, name }) => ({ word: id, name: name ?? "" }));
    };
    const tick = ({ word, name }, odd) => {
      const control = make("input", { type: "checkbox", id: unique("tick"), value: String(word) });
      control.addEventListener("change", () => {
        const index = (place.read() ?? []).indexOf(word);
        if (control.checked && index < 0) withOne(place, word);
        else if (!control.checked && index >= 0) without(place, index);
        refresh.now();
      });
      const label = make("label", { for: control.id }, make("b", {}, inert(shownText(word))));
      if (name) label.append(" ", make("span", {}, inert(name)));
      const element = make("p", { class: odd ? "tick odd" : "tick" }, control, " ", label);
      const show = (value, wrong) => {
        control.checked = value.includes(word);
        invalid(control, wrong);
      };
      return { element, show };
    };
    let all = [];
    const show = (branch) => {
      const value = place.read() ?? [];
      const offered = choices();
      const odd = [...new Set(value)].filter((word) => !offered.some((one) => one.word === word));
      if (isNew([offered, odd.map(shownText)])) {
        const focused = ticks.contains(document.activeElement) ? document.activeElement.value : null;
        all = [...offered.map((one) => tick(one, false)), ...odd.map((word) => tick({ word, name: "" }, true))];
        ticks.replaceChildren(...all.map(({ element }) => element));
        if (all.length === 0) ticks.append(make("p", { class: "hint" }, "Add a region first."));
        if (focused) Array.from(ticks.querySelectorAll("input")).find((one) => one.value === focused)?.focus();
      }
      const wrong = box.show(branch.all);
      for (const one of all) one.show(value, wrong);
      none.show();
    };
    const element = group(about, "list", box, ticks, none.element, box.element);
    return { element, show, focus: () => (ticks.querySelector("input") ?? element).focus() };
  };

  // Words one by one: each with its name and a button that takes it out, and a field for the next.
  const wordsField = (place, node, about) => {
    const { id, hint, described, need } = frame(about);
    const entry = entryOf(node);
    const list = make("ul", { class: "tokens" });
    const control = make("input", { id, type: "text", autocomplete: "off", "aria-describedby": described });
    control.spellcheck = false;
    if (about.list) control.setAttribute("list", `offer-${about.list}`);
    else if (entry.offered.length > 0) control.setAttribute("list", offerWords(entry.offered));
    control.placeholder = placeholder(entry, about.list);
    const box = problemBox(`${id}-problems`, () => control.focus());
    const none = emptyBox(place, node, about);
    const isNew = memory();

    const parted = about.list || entry.kind !== "text";
    const add = () => {
      for (const part of parted ? control.value.split(/[,;]+/) : [control.value]) {
        const text = settledText(entry, about.list, part);
        if (text === "") continue;
        const value = typedValue(entry, text);
        const there = (place.read() ?? []).some((one) => shownText(one) === shownText(value));
        if (!there) withOne(place, value);
        const name = about.list ? nameBy(about.list, text) : "";
        say(there ? `${text} is there already` : `${name || text} added`);
      }
      control.value = "";
    };
    control.addEventListener("keydown", (event) => {
      const ends = event.key === "Enter" || (parted && event.key === ",");
      if (!ends || control.value.trim() === "") return;
      event.preventDefault();
      add();
      refresh.now();
    });
    control.addEventListener("change", () => {
      add();
      refresh.now();
    });
    control.addEventListener("blur", () => {
      place.visit();
      refresh();
    });

    const token = (value, index, faulty) => {
      const name = about.list ? nameBy(about.list, value) : "";
      const text = inert(shownText(value));
      const drop = button("×", () => {
        without(place, index);
        say(`${text} taken out`);
        (list.querySelectorAll("button")[Math.min(index, list.children.length - 1)] ?? control).focus();
      }, { class: "drop", "aria-label": `Take out ${name ? `${text}, ${name}` : text}` });
      const parts = [make("b", {}, text), ...(name ? [" ", make("span", {}, inert(name))] : []), drop];
      return make("li", { class: faulty ? "token faulty" : "token" }, ...parts);
    };
    const show = (branch) => {
      const value = place.read() ?? [];
      const faulty = value.map((_, index) => branch.below.has(index));
      const shown = value.map((one, index) => [shownText(one), nameBy(about.list, one), faulty[index]]);
      if (isNew(shown)) list.replaceChildren(...value.map((one, index) => token(one, index, faulty[index])));
      list.hidden = value.length === 0;
      none.show();
      demand(about, need, control);
      invalid(control, box.show(branch.all));
    };
    const element = make(
      "div", { class: "field words" },
      labelLine(about, id, need), list, make("div", { class: "control" }, control), none.element, hint, box.element,
    );
    return { element, show, focus: () => control.focus() };
  };

  // As many numbers as the list must have, side by side.
  const numbersField = (place, node, about) => {
    const size = fixedLength(node);
    const names = BANDS[about.key] ?? Array.from({ length: size }, (_, index) => String(index + 1));
    const box = problemBox(unique("problems"), () => row.focus());
    const row = numbersRow(place, entryOf(node), names, box.element.id);
    const show = (branch) => {
      row.show();
      row.invalid(box.show(branch.all));
    };
    return { element: group(about, "numbers", box, row.element, box.element), show, focus: row.focus };
  };

  const numbersRow = (place, entry, names, described) => {
    const cell = { type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": described };
    const controls = names.map(() => make("input", { ...cell, id: unique("number") }));
    const label = (control, index) => make("label", { for: control.id }, names[index]);
    const cells = controls.map((control, index) => make("p", {}, label(control, index), control));
    const write = () => {
      const filled = controls.map((control) => control.value.trim()).filter((text) => text !== "");
      if (filled.length > 0) place.write(filled.map((text) => typedValue(entry, text)));
      else place.clear();
      changed();
    };
    for (const control of controls) {
      control.addEventListener("input", write);
      control.addEventListener("change", () => {
        control.value = settledText(entry, "", control.value);
        write();
        place.visit();
        refresh.now();
      });
    }
    return {
      element: make("div", { class: "row" }, ...cells),
      // Numbers that are being filled in stay in their fields, also where some before them are empty.
      show: () => {
        const value = [].concat(place.read() ?? []);
        const typed = controls.map((control) => control.value.trim()).filter((text) => text !== "");
        if (JSON.stringify(typed) === JSON.stringify(value.map(shownText))) return;
        if (controls.includes(document.activeElement)) return;
        controls.forEach((control, index) => { control.value = shownText(value[index]); });
      },
      invalid: (yes) => controls.forEach((control) => invalid(control, yes)),
      focus: () => controls[0].focus(),
    };
  };

  // One number for all times, or one for each.
  const rateField = (place, node, about) => {
    const [, many] = alternatives(node);
    const names = BANDS[about.key] ?? Array.from({ length: fixedLength(many) }, (_, index) => String(index + 1));
    const box = problemBox(unique("problems"), () => one.focus());
    const single = { ...place, write: ([value]) => place.write(value) };
    const one = numbersRow(single, alternatives(node)[0], ["each hour"], box.element.id);
    const several = numbersRow(place, entryOf(many), names, box.element.id);
    const held = { one: undefined, several: undefined };
    const set = unique("rate");
    const radio = (value, text) => {
      const control = make("input", { type: "radio", name: set, value, id: unique("rate") });
      control.addEventListener("change", () => {
        held[value === "one" ? "several" : "one"] = place.read();
        if (held[value] === undefined) place.clear();
        else place.write(held[value]);
        changed();
        arrange(value);
        refresh.now();
      });
      return { control, element: make("p", {}, control, " ", make("label", { for: control.id }, text)) };
    };
    const radios = { one: radio("one", "One number"), several: radio("several", "One for each time") };
    let chosen = "";
    const arrange = (value) => {
      chosen = value;
      radios[value].control.checked = true;
      one.element.hidden = value !== "one";
      several.element.hidden = value === "one";
    };
    const show = (branch) => {
      const value = place.read();
      if (chosen === "" || value !== undefined) arrange(Array.isArray(value) ? "several" : "one");
      one.show();
      several.show();
      const wrong = box.show(branch.all);
      one.invalid(wrong);
      several.invalid(wrong);
    };
    const choice = make("div", { class: "ways" }, radios.one.element, radios.several.element);
    const element = group(about, "numbers", box, choice, one.element, several.element, box.element);
    return { element, show, focus: () => (chosen === "one" ? one : several).focus() };
  };

  // A value of a kind that has no field of its own, as it stands in the file.
  const rawField = (place, node, about) => {
    const { id, hint, described, need } = frame(about);
    const control = make("textarea", { id, rows: "2", class: "raw", "aria-describedby": described });
    control.spellcheck = false;
    const box = problemBox(`${id}-problems`, () => control.focus());
    const words = "This is no value of TOML; the last that was one is kept.";
    const fault = make("p", { class: "problem", role: "alert" }, words);
    fault.hidden = true;
    control.addEventListener("change", () => {
      fault.hidden = true;
      try {
        if (control.value.trim() === "") place.clear();
        else place.write(parse(`v = ${control.value.trim()}`, { integersAsBigInt: true }).v);
        changed();
      } catch {
        fault.hidden = false;
      }
      place.visit();
      refresh.now();
    });
    const show = (branch) => {
      const value = place.read();
      const now = value === undefined ? "" : inlineText(value, node);
      if (document.activeElement !== control && fault.hidden) control.value = now;
      invalid(control, box.show(branch.all));
    };
    const element = make(
      "div", { class: "field wide" },
      labelLine(about, id, need), make("div", { class: "control" }, control), hint, fault, box.element,
    );
    return { element, show, focus: () => control.focus() };
  };

  // A value that its field cannot show: kept as it is, until somebody takes it out.
  const oddField = (place, node, about) => {
    const { id, hint } = frame(about);
    const box = problemBox(`${id}-problems`, () => {});
    const value = make("code", { class: "odd" });
    const drop = button(`Take out ${about.key}`, () => {
      place.clear();
      changed();
      refresh.now();
    });
    const title = make("p", { class: "name" }, make("span", { class: "title" }, about.label), " ", keyCode(about.key));
    const show = (branch) => {
      const text = place.read() === undefined ? "" : inert(inlineText(place.read(), node));
      value.textContent = text.length > 300 ? `${text.slice(0, 300)}…` : text;
      box.show(branch.all);
    };
    const element = make("div", { class: "field wide" }, title, make("p", {}, value), hint, box.element, drop);
    return { element, show, focus: () => drop.focus() };
  };

  // Fields for tables.

  // The problems of a place, and of all places below it.
  const branchOf = () => ({ own: [], below: new Map(), all: [] });
  const NOTHING = branchOf();
  const under = (branch, step) => branch.below.get(step) ?? NOTHING;

  const grown = (found) => {
    const root = branchOf();
    for (const one of found) {
      let branch = root;
      branch.all.push(one);
      for (const step of one.at) {
        if (!branch.below.has(step)) branch.below.set(step, branchOf());
        branch = branch.below.get(step);
        branch.all.push(one);
      }
      branch.own.push(one);
    }
    return root;
  };

  const fits = (node, value) => {
    if (value === undefined || node.kind === "any") return true;
    const entry = node.kind === "list" ? entryOf(node) : null;
    if (entry?.kind === "table") return Array.isArray(value) && value.every(isTable);
    const most = fixedLength(node) || Infinity;
    if (node.kind === "list") return Array.isArray(value) && value.every(isPlain) && value.length <= most;
    if (node.kind === "table") return isTable(value);
    if (node.kind === "either") return [].concat(value).every(isPlain) && [].concat(value).length <= 4;
    return isPlain(value);
  };

  const isRate = (node) => {
    const [one, many, ...rest] = alternatives(node);
    return one?.kind === "number" && many?.kind === "list" && fixedLength(many) > 0 && rest.length === 0;
  };

  const fieldFor = (place, node, about) => {
    const entry = node.kind === "list" ? entryOf(node) : null;
    if (!fits(node, place.read())) return oddField(place, node, about);
    if (node.kind === "table" && keysOf(node).length > 0) return groupField(place, node, about);
    if (entry?.kind === "table") return tablesField(place, node, about);
    if (entry?.kind === "choice" || (entry && about.list === "regions")) return ticksField(place, node, about);
    if (entry && fixedLength(node)) return numbersField(place, node, about);
    if (entry && ["text", "date", "whole", "number"].includes(entry.kind)) return wordsField(place, node, about);
    if (node.kind === "choice" || node.kind === "truth") return choiceField(place, node, about);
    if (node.kind === "either" && isRate(node)) return rateField(place, node, about);
    if (["text", "date", "whole", "number"].includes(node.kind)) return textField(place, node, about);
    return rawField(place, node, about);
  };

  // A field that is made anew when a value no longer fits into it, or fits again.
  const slot = (place, node, about, build = fieldFor) => {
    const element = make("div", { class: "slot" });
    let inner = null;
    let fitting = null;
    const settle = () => {
      const now = fits(node, place.read());
      if (now === fitting) return;
      fitting = now;
      inner = build(place, node, about);
      element.replaceChildren(inner.element);
    };
    settle();
    return {
      element,
      show: (branch) => {
        settle();
        inner.show(branch);
      },
      focus: (path) => inner.focus(path),
      listed: () => inner.listed?.() ?? [],
    };
  };

  const aboutKey = (owner, key, level) => {
    const node = property(owner, key);
    const question = QUESTIONS[`${owner.type}.${key}`];
    return {
      key,
      label: question ?? worded(owner.type, key),
      level: question ? level : 0,
      hint: question ? "" : node.notes[0] ?? "",
      required: isRequired(owner, key) || EITHER[`${owner.type}.${key}`] !== undefined,
      list: referred(owner.type, key),
      naming: key === "id" ? NAMED[owner.type] : undefined,
      below: level,
    };
  };

  const childOf = (place, node, key, level) => {
    const other = EITHER[`${node.type}.${key}`];
    const asked = () => isTable(place.read()) && !Object.hasOwn(place.read(), other ?? "");
    const about = { ...aboutKey(node, key, level), asked };
    return slot(keyPlace(place, key, property(node, key), isRequired(node, key)), property(node, key), about);
  };

  // Which keys stand in front, and which behind "More".
  const split = (node) => {
    const all = keysOf(node);
    const needed = all.filter((key) => isRequired(node, key));
    if (FRONT[node.type]) {
      const front = FRONT[node.type].filter((key) => all.includes(key));
      front.push(...needed.filter((key) => !front.includes(key)));
      return [front, all.filter((key) => !front.includes(key))];
    }
    return all.length > 12 ? [needed, all.filter((key) => !needed.includes(key))] : [all, []];
  };

  // A disclosure that says what is behind it, what of it is filled in, and how much is wrong.
  const disclosure = (names, filled) => {
    const tail = make("span", { class: "tail" });
    const more = `: ${names.map(small).join(", ")}`;
    const summary = make("summary", {}, make("b", {}, "More"), make("span", { class: "what" }, more), " ", tail);
    const element = make("details", { class: "behind" }, summary);
    const show = (branches) => {
      const found = branches.flatMap(({ all }) => all);
      tail.textContent = [filled() > 0 ? `${filled()} filled in` : "", tally(found)].filter(Boolean).join(", ");
      tail.classList.toggle("wrong", !found.every(isQuiet));
    };
    return { element, show };
  };

  // "2 problems", or what is still to come where there is none.
  const tally = (found) => {
    const loud = found.filter((one) => !isQuiet(one)).length;
    if (loud > 0) return count(loud, "problem");
    return found.length > 0 ? `${found.length} still needed` : "";
  };

  // The fields of a table, without a frame.
  const tableFields = (place, node, level) => {
    const [front, back] = split(node);
    const children = new Map([...front, ...back].map((key) => [key, childOf(place, node, key, level)]));
    const box = problemBox(unique("problems"), () => {});
    const strays = strayKeys(place, node);
    const element = make("div", { class: "fields" }, box.element, strays.element);
    element.append(...front.map((key) => children.get(key).element));
    const filled = () => back.filter((key) => isTable(place.read()) && Object.hasOwn(place.read(), key)).length;
    const behind = disclosure(back.map((key) => worded(node.type, key)), filled);
    if (back.length > 0) {
      behind.element.append(make("div", { class: "fields" }, ...back.map((key) => children.get(key).element)));
      element.append(behind.element);
    }
    const show = (branch) => {
      box.show(branch.own);
      strays.show(branch);
      for (const [key, child] of children) child.show(under(branch, key));
      behind.show(back.map((key) => under(branch, key)));
    };
    const focus = ([key, ...rest]) => {
      if (back.includes(key)) behind.element.open = true;
      if (children.has(key)) children.get(key).focus(rest);
      else if (!strays.focus(key)) (children.get(front[0]) ?? children.get(back[0]))?.focus([]);
    };
    return { element, box, show, focus };
  };

  // Keys that the schema does not know. They are kept and written back.
  const strayKeys = (place, node) => {
    const element = make("div", { class: "strays" });
    const rows = new Map();
    const isNew = memory();
    const row = (key, own) => {
      const value = inert(inlineText(place.read()[key], null));
      const short = value.length > 200 ? `${value.slice(0, 200)}…` : value;
      const code = make("code", {}, `${inert(keyText(key))} = ${short}`);
      const drop = button(`Take out ${inert(key)}`, () => {
        delete place.read()[key];
        place.tidy();
        changed();
        refresh.now();
      });
      const lines = own.map((one) => problemLine(one, () => {}));
      return { drop, element: make("div", { class: "stray" }, code, " ", drop, ...lines) };
    };
    const show = (branch) => {
      const value = place.read();
      const strays = isTable(value) && !isOpen(node) ? Object.keys(value).filter((key) => !property(node, key)) : [];
      const told = (key) => under(branch, key).all.map((one) => one.message);
      if (!isNew(strays.map((key) => [key, inlineText(value[key], null), told(key)]))) return;
      rows.clear();
      for (const key of strays) rows.set(key, row(key, under(branch, key).all));
      element.replaceChildren(...Array.from(rows.values(), (one) => one.element));
    };
    const focus = (key) => {
      rows.get(key)?.drop.focus();
      return rows.has(key);
    };
    return { element, show, focus };
  };

  const groupField = (place, node, about) => {
    const fields = tableFields(place, node, about.below + 1);
    const element = group(about, about.level ? "question" : "table", fields.box, fields.element);
    return { element, show: fields.show, focus: (path) => fields.focus(path) };
  };

  // A list of tables inside of a card: each entry in a frame of its own.
  const tablesField = (place, node, about) => {
    const noun = nounOf(about.key);
    const items = make("div", { class: "items" });
    const box = problemBox(unique("problems"), () => adder.focus());
    const none = emptyBox(place, node, about);
    const adder = button(`Add ${withArticle(noun)}`, () => {
      const entry = begin(entryOf(node));
      place.write([...(place.read() ?? []), entry]);
      changed();
      refresh.now();
      held.get(entry).fields.focus([]);
      say(`${noun} added`);
    }, { class: "add" });
    const held = new Map();
    const undo = undoLine(place, (entry) => held.get(entry)?.fields.focus([]));

    const item = (entry) => {
      const fields = tableFields(entryPlace(place, entry), entryOf(node), about.below + 1);
      const title = make("span", {});
      const legend = make("legend", {}, title);
      const drop = button(`Take out this ${noun}`, () => {
        const index = place.read().indexOf(entry);
        const name = title.textContent;
        undo.take(entry, index, name);
        changed();
        refresh.now();
        undo.focus();
      }, { class: "drop-entry" });
      return { fields, title, element: make("fieldset", { class: "item" }, legend, fields.element, drop) };
    };
    const show = (branch) => {
      const value = place.read() ?? [];
      for (const entry of held.keys()) if (!value.includes(entry)) held.delete(entry);
      for (const entry of value) if (!held.has(entry)) held.set(entry, item(entry));
      const elements = value.map((entry) => held.get(entry).element);
      arrange(items, undo.among(elements));
      value.forEach((entry, index) => {
        const { title, fields } = held.get(entry);
        title.textContent = `${capital(noun)} ${index + 1}${entryTail(entry)}`;
        fields.show(under(branch, index));
      });
      none.show();
      box.show(branch.own);
    };
    const focus = ([index, ...rest]) => {
      const entry = (place.read() ?? [])[index];
      if (entry) held.get(entry).fields.focus(rest);
      else adder.focus();
    };
    const kind = about.level ? "question entries" : "entries";
    const element = group(about, kind, box, items, none.element, adder, box.element);
    return { element, show, focus };
  };

  // What an entry is about, for its legend.
  const entryTail = ({ kind, channel, id, country, scope }) => {
    const parts = [kind, nameBy("channels", channel ?? id) || channel || id, country, scope];
    const words = parts.filter((one) => typeof one === "string" && one !== "");
    return words.length > 0 ? `: ${inert(words.join(", "))}` : "";
  };

  // Puts elements into an order without moving those that stand right: moving one loses the focus.
  const arrange = (parent, elements) => {
    for (const child of Array.from(parent.children)) if (!elements.includes(child)) child.remove();
    elements.forEach((element, index) => {
      if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
    });
  };

  // What was taken out of a list can be put back where it stood.
  const undoLine = (place, restored) => {
    const text = make("span", {});
    let taken = null;
    const back = button("Put it back", () => {
      const { entry, index } = taken;
      taken = null;
      const value = [...(place.read() ?? [])];
      value.splice(index, 0, entry);
      place.write(value);
      changed();
      refresh.now();
      restored(entry);
      say("It is back");
    });
    const element = make("p", { class: "undo" }, text, " ", back);
    return {
      take: (entry, index, name) => {
        const left = place.read().filter((one) => one !== entry);
        if (left.length > 0) place.write(left);
        else place.clear();
        taken = { entry, index };
        text.textContent = `${name} is taken out.`;
        say(text.textContent);
      },
      // The line stands where the entry stood.
      among: (elements) => {
        const all = [...elements];
        if (taken) all.splice(taken.index, 0, element);
        return all;
      },
      focus: () => back.focus(),
    };
  };

  // Where an id of the form is renamed, what names it follows: not to an id that is another's already,
  // where it could never be told apart again.
  const follow = (list, before, after) => {
    if (texts([before, after]).length < 2 || before === "" || before === after) return false;
    const ids = known[list]().map(({ id }) => id);
    if (ids.includes(before) || ids.filter((id) => id === after).length !== 1) return false;
    let changes = 0;
    const walk = (node, value) => {
      if (Array.isArray(value) && node?.kind === "list") for (const one of value) walk(entryOf(node), one);
      if (!isTable(value) || node?.kind !== "table") return;
      for (const key of Object.keys(value)) {
        const inside = property(node, key);
        const names = key !== "id" || node.type === "ChannelShare" ? referred(node.type, key) : "";
        if (names === list && value[key] === before) {
          value[key] = after;
          changes += 1;
        } else if (names === list && Array.isArray(value[key]) && value[key].includes(before)) {
          value[key] = value[key].map((one) => (one === before ? after : one));
          changes += 1;
        } else walk(inside, value[key]);
      }
    };
    walk(rootNode, profile);
    if (changes > 0) say(`Also renamed where it is used: ${count(changes, "place")}`);
    return true;
  };

  // Cards: one for each entry of a list that the file begins with `[[…]]`.

  const titleOf = (value) => {
    const country = countryNames.get(value.country ?? value.region);
    const scenario = nameBy("scenarios", value.scenario) || value.scenario;
    const announced = scenario && [scenario, country].filter(Boolean).join(", ");
    const words = [value.name, announced, country, value.id, value.finding, value.country];
    return words.find((word) => typeof word === "string" && word !== "") ?? "";
  };

  // What a closed card tells of its entry.
  const tailOf = (value) => {
    const counted = (key) => (typeof value[key] === "bigint" ? `${bound(Number(value[key]))} ${key}` : "");
    const people = ["staff", "partners"].map(counted).filter(Boolean);
    const channels = texts([value.channel, ...entries(value.channels).map(({ id }) => id)]);
    const on = channels.map((id) => nameBy("channels", id) || id).join(" and ");
    const vendor = nameBy("vendors", value.vendor);
    const parts = [vendor, people.join(", "), on && `on ${on}`, value.role, value.stage, value.owner];
    return parts.filter((one) => typeof one === "string" && one !== "").slice(0, 2).join(", ");
  };

  const card = (place, node, noun, level, drop) => {
    const id = unique("card");
    const title = make(`h${level}`, {});
    const tail = make("span", { class: "tail" });
    const wrong = make("span", { class: "wrong" });
    const summary = make("summary", {}, title, tail, wrong);
    const element = make("details", { class: "card", id }, summary);
    let fields = null;
    let branch = NOTHING;
    // A closed card has no fields: a profile may have some hundred cards of thirty fields each.
    const build = () => {
      if (fields) return;
      fields = tableFields(place, node, level + 1);
      const foot = make("p", { class: "foot" }, button(`Take out this ${noun}`, drop, { class: "drop-entry" }));
      element.append(make("div", { class: "body" }, fields.element, foot));
      quietly(() => fields.show(branch));
    };
    element.addEventListener("toggle", () => { if (element.open) build(); });
    const open = () => {
      build();
      element.open = true;
    };
    const show = (now) => {
      branch = now;
      const value = place.read();
      const own = value.id ?? value.country;
      title.replaceChildren(inert(titleOf(value)) || `New ${noun}`);
      if (typeof own === "string" && own !== titleOf(value)) title.append(" ", make("code", {}, inert(own)));
      tail.textContent = inert(tailOf(value));
      wrong.textContent = tally(branch.all);
      wrong.classList.toggle("quiet", branch.all.every(isQuiet));
      fields?.show(branch);
    };
    const focus = (path) => {
      open();
      fields.focus(path);
    };
    const name = () => inert(titleOf(place.read())) || `New ${noun}`;
    return { id, element, show, open, focus, name, found: () => branch.all };
  };

  // More cards than these start out closed.
  const FEW = 3;

  const cardsField = (place, node, about) => {
    const noun = nounOf(about.key);
    const level = about.alone ? 3 : 4;
    const cards = make("div", { class: "cards" });
    const box = problemBox(unique("problems"), () => adder.focus());
    const held = new Map();
    const undo = undoLine(place, (entry) => held.get(entry)?.focus([]));
    const adder = button(`Add ${withArticle(noun)}`, () => {
      const entry = begin(entryOf(node));
      place.write([...(place.read() ?? []), entry]);
      changed();
      refresh.now();
      held.get(entry).focus([]);
      say(`New ${noun} added`);
    }, { class: "add" });
    let first = true;

    const newCard = (entry) =>
      card(entryPlace(place, entry), entryOf(node), noun, level, () => {
        undo.take(entry, place.read().indexOf(entry), `${capital(noun)} ${held.get(entry).name()}`);
        changed();
        refresh.now();
        undo.focus();
      });
    const show = (branch) => {
      const value = place.read() ?? [];
      for (const entry of held.keys()) if (!value.includes(entry)) held.delete(entry);
      for (const entry of value) {
        if (held.has(entry)) continue;
        held.set(entry, newCard(entry));
        if (first && value.length <= FEW && (about.early || begun.has(entry))) held.get(entry).open();
      }
      first = false;
      value.forEach((entry, index) => held.get(entry).show(under(branch, index)));
      arrange(cards, undo.among(value.map((entry) => held.get(entry).element)));
      box.show(branch.own);
    };
    const focus = ([index, ...rest]) => {
      const entry = (place.read() ?? [])[index];
      if (entry) held.get(entry).focus(rest);
      else adder.focus();
    };
    const listed = () => (place.read() ?? []).map((entry) => held.get(entry)).filter(Boolean);
    const title = about.alone ? "" : make(`h${level - 1}`, { class: "title" }, about.label, " ", keyCode(about.key));
    const repeated = SECTIONS.some((one) => about.alone && about.hint === `${one.title}.`);
    const hint = about.hint && !repeated ? make("p", { class: "hint" }, ...prose(about.hint)) : "";
    const head = make("div", { class: "list-head" }, title, hint);
    return { element: make("div", { class: "card-list" }, head, box.element, cards, adder), show, focus, listed };
  };

  // The page.

  const main = document.getElementById("main");
  const masthead = document.getElementById("title");
  const contents = document.getElementById("contents");

  let file = "profile.toml";
  let dirty = false;
  let saved = "";
  let problems = [];
  let sections = [];

  const ownName = (path) => String(path).split(/[\\/]/).at(-1) || "profile.toml";

  const changed = () => {
    dirty = true;
    refresh();
    keep();
  };

  // A key of the file, at the top of a section.
  const rootField = (key) => {
    const node = property(rootNode, key);
    const place = keyPlace(top, key, node, isRequired(rootNode, key));
    const alone = SECTIONS.some(({ keys }) => keys.length === 1 && keys[0] === key);
    const early = SECTIONS.slice(0, -1).some(({ keys }) => keys.includes(key));
    const about = { ...aboutKey(rootNode, key, 3), list: "", alone, early, asked: () => true };
    const cards = node.kind === "list" && entryOf(node)?.kind === "table";
    const build = (...given) => (cards && fits(node, place.read()) ? cardsField(...given) : fieldFor(...given));
    return { key, cards, ...slot(place, node, about, build) };
  };

  const sectionOf = ({ id, title, keys, more = [] }, last) => {
    const named = SECTIONS.flatMap((one) => [...one.keys, ...(one.more ?? [])]);
    const others = last ? keysOf(rootNode).filter((key) => !named.includes(key)) : [];
    const present = (list) => list.filter((key) => property(rootNode, key)).map(rootField);
    const [front, back] = [present([...keys, ...others]), present(more)];
    const strays = last ? strayKeys(top, rootNode) : null;
    const element = make("section", { id, "aria-labelledby": `${id}-title` });
    element.append(make("h2", { id: `${id}-title` }, title), ...(strays ? [strays.element] : []));
    const cards = front.filter((one) => one.cards || property(rootNode, one.key).kind === "table");
    const single = front.filter((one) => !cards.includes(one));
    element.append(...cards.map((one) => one.element));
    if (single.length > 0) element.append(make("div", { class: "fields" }, ...single.map((one) => one.element)));
    const filled = () => back.filter(({ key }) => Object.hasOwn(profile, key)).length;
    const behind = disclosure(back.map(({ key }) => worded("Profile", key)), filled);
    if (back.length > 0) {
      behind.element.append(...back.map((one) => one.element));
      element.append(behind.element);
    }
    return {
      id, title, element,
      holds: (key) => [...front, ...back].some((one) => one.key === key) || (last && !property(rootNode, key)),
      show: (branch) => {
        strays?.show(branch);
        for (const one of [...front, ...back]) one.show(under(branch, one.key));
        behind.show(back.map(({ key }) => under(branch, key)));
      },
      focus: ([key, ...rest]) => {
        if (back.some((one) => one.key === key)) behind.element.open = true;
        const field = [...front, ...back].find((one) => one.key === key);
        if (field) field.focus(rest);
        else strays?.focus(key);
      },
      cards: () => front.flatMap((one) => one.listed()),
    };
  };

  // Leads to the field of a problem, through whatever is closed.
  const reveal = (path) => {
    const section = sections.find((one) => one.holds(path[0]));
    section?.focus(path);
    const field = document.activeElement?.closest(".field, .stray");
    (field ?? document.activeElement)?.scrollIntoView({ block: "center" });
  };

  // Which card a path lies in, in words.
  const whereabouts = ([key, index]) => {
    const entry = typeof index === "number" ? reach(profile, [key, index]) : null;
    if (!isTable(entry)) return "";
    const noun = nounOf(key);
    return inert(titleOf(entry)) || `${capital(noun)} ${index + 1}`;
  };

  const summary = make("section", { id: "problems", class: "summary", "aria-labelledby": "problems-title" });

  const summaryIsNew = memory();
  const showSummary = () => {
    const loud = problems.filter((one) => !isQuiet(one));
    const quiet = problems.filter(isQuiet);
    const told = (one) => [one.message, one.at, whereabouts(one.at)];
    if (!summaryIsNew([loud.map(told), quiet.map(told)])) return;
    const title = make("h2", { id: "problems-title", tabindex: "-1" });
    const link = (one, text) => {
      const anchor = make("a", { href: "#problems" }, ...text);
      anchor.addEventListener("click", (event) => {
        event.preventDefault();
        reveal(one.at);
      });
      const where = whereabouts(one.at);
      return make("li", { "data-code": one.code, "data-message": one.message }, where ? `${where}: ` : "", anchor);
    };
    const lists = [];
    if (loud.length > 0) lists.push(make("ol", {}, ...loud.map((one) => link(one, prose(one.message)))));
    if (quiet.length > 0) {
      const lead = loud.length > 0 ? "Still needed:" : "These fields are still needed. All others can wait.";
      lists.push(make("p", {}, lead));
      lists.push(make("ul", { class: "needed" }, ...quiet.map((one) => link(one, [labelAt(one.at)]))));
    }
    if (loud.length > 0) title.textContent = count(loud.length, "problem");
    else title.textContent = quiet.length > 0 ? "What is needed" : "No problems";
    if (problems.length === 0) lists.push(make("p", {}, ...prose("`blackstart check` accepts this profile.")));
    summary.className = `summary ${loud.length > 0 ? "wrong" : quiet.length > 0 ? "open" : "right"}`;
    summary.replaceChildren(title, ...lists);
  };

  const labelAt = (path) => small(worded(placeType(path.slice(0, -1)), path.at(-1)));

  // The file: what state it is in, and what can be done with it.

  const bar = document.getElementById("bar");
  const state = document.getElementById("state");
  const picker = make("input", { type: "file", accept: ".toml", hidden: "", "aria-label": "Open a profile" });
  // On a narrow screen the first word has to do.
  const twoPart = (word, rest) => [word, make("span", { class: "rest" }, rest)];
  const opener = button(twoPart("Open", " a file"), () => picker.click());
  const copier = button(twoPart("Copy", " as TOML"), () => copy());
  const saver = button(twoPart("Save", ""), () => save(), { class: "main" });
  document.getElementById("actions").append(opener, picker, copier, saver);

  const stateLink = make("a", { href: "#problems" });
  stateLink.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("problems-title").focus();
    summary.scrollIntoView({ block: "start" });
  });
  const stateWords = make("span", {});
  state.append(stateWords, stateLink);

  const showState = () => {
    stateLink.textContent = tally(problems) || "no problems";
    stateLink.className = problems.every(isQuiet) ? "" : "wrong";
    const now = dirty ? "not saved yet" : saved;
    stateWords.replaceChildren(make("b", {}, inert(file)), ` ${now}, `);
    saver.lastChild.textContent = ` ${inert(file)}`;
    const name = profile.organization?.name;
    const untitled = saved === "new" ? "A new profile" : inert(file);
    masthead.textContent = (typeof name === "string" && inert(name)) || untitled;
    document.title = `${masthead.textContent}: profile`;
  };

  const contentsAreNew = memory();
  const showContents = () => {
    const entry = (target, name, found, act) => {
      const anchor = make("a", { href: `#${target}` }, name);
      if (act) anchor.addEventListener("click", act);
      const tone = found.every(isQuiet) ? "tail" : "wrong";
      if (found.length > 0) anchor.append(" ", make("span", { class: tone }, tally(found)));
      return make("li", {}, anchor);
    };
    const all = sections.map((section) => ({ section, cards: section.cards() }));
    const told = (one) => [one.id, one.name(), tally(one.found())];
    if (!contentsAreNew(all.map(({ cards }) => cards.map(told)))) return;
    const lists = all.map(({ section, cards }) => {
      const item = entry(section.id, section.title, []);
      const inside = cards.map((one) => {
        const open = () => {
          one.open();
          one.element.querySelector("summary").focus();
        };
        return entry(one.id, one.name(), one.found(), open);
      });
      if (inside.length > 0) item.append(make("ol", {}, ...inside));
      return item;
    });
    contents.replaceChildren(make("p", { class: "kicker" }, "Contents"), make("ol", {}, ...lists));
  };

  // The text as it will be saved.
  const preview = make("details", { id: "preview", class: "behind" });
  const previewText = make("pre", { tabindex: "0", "aria-label": "The file as it will be saved" });
  preview.append(make("summary", {}, make("b", {}, "The file as it will be saved")), previewText);
  const showPreview = () => {
    if (!preview.open) return;
    const text = toToml(profile);
    if (previewText.textContent !== text) previewText.textContent = text;
  };
  preview.addEventListener("toggle", showPreview);

  const refresh = later(() => {
    problems = problemsOf(profile);
    for (const list of CHANGING) offer(list);
    const branch = grown(problems);
    for (const section of sections) section.show(branch);
    showSummary();
    showState();
    showContents();
    showPreview();
  }, 120);

  // What a field holds that was not left yet.
  const settleField = () => {
    const active = document.activeElement;
    if (!main.contains(active) || !active.matches("input, textarea")) return;
    active.blur();
    active.focus();
  };

  // From here on nothing is quiet: the file is said to be done.
  const speakUp = () => {
    begun = new WeakSet();
    refresh.now();
  };

  const outcome = () => {
    const found = problems.filter(({ early }) => !early).length;
    if (found === 0) return "`blackstart check` accepts it";
    return `\`blackstart check\` will find ${count(found, "problem")} in it`;
  };

  const save = () => {
    settleField();
    const address = URL.createObjectURL(new Blob([toToml(profile)], { type: "application/toml" }));
    const link = make("a", { href: address, download: file, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    dirty = false;
    saved = "saved";
    forget(session);
    speakUp();
    tell("saved", [`Saved as ${inert(file)}: ${outcome()}.`]);
  };

  const copy = async () => {
    settleField();
    speakUp();
    try {
      await navigator.clipboard.writeText(toToml(profile));
      tell("saved", [`Copied: ${outcome()}.`]);
    } catch {
      // Where a page may not use the clipboard, its reader may.
      preview.open = true;
      showPreview();
      previewText.focus();
      getSelection().selectAllChildren(previewText);
      tell("saved", ["The text is selected below: copy it with the keys or the menu of your browser."]);
    }
  };

  // Notices at the top of the page, one of each kind.

  const notices = make("div", { id: "notices" });

  const tell = (kind, text, ...actions) => {
    hush(kind);
    const lines = text.map((line) => make("p", {}, ...prose(line)));
    const element = make("div", { class: "notice", "data-kind": kind, tabindex: "-1" }, ...lines);
    const close = () => element.remove();
    const buttons = actions.map(([label, act]) => button(label, () => {
      close();
      act();
    }));
    if (buttons.length === 0) buttons.push(button("Close", close));
    element.append(make("p", { class: "actions" }, ...buttons));
    notices.append(element);
    say(text.join(" ").replaceAll("`", ""));
    return element;
  };

  const hush = (kind) => {
    for (const one of Array.from(notices.children)) if (one.dataset.kind === kind) one.remove();
  };

  // Puts a profile into the form.
  const fill = (own, name) => {
    calls = false;
    profile = own;
    file = ownName(name);
    saved = "unchanged";
    dirty = false;
    sections = SECTIONS.map((section, index) => sectionOf(section, index === SECTIONS.length - 1));
    main.replaceChildren(notices, summary, ...sections.map(({ element }) => element), preview);
    refresh.now();
    calls = true;
  };

  const fillText = (text, name) => {
    const { profile: own, comments } = fromToml(text);
    for (const kind of ["comments", "fault", "saved", "new"]) hush(kind);
    fill(own, name);
    const lines = count(comments, "line");
    if (comments > 0) tell("comments", [`This file has ${lines} of comments. Saving from here drops them.`]);
  };

  // Tells why a file was not opened, and where it must be mended.
  const refuse = (error, name) => {
    if (!error.refused) throw error;
    const place = error.line ? ` line ${error.line}, column ${error.column}:` : "";
    const element = tell("fault", [`${inert(name)} was not opened.${place} ${inert(error.message)}`]);
    element.classList.add("wrong");
    if (error.excerpt !== undefined) {
      const cut = error.excerpt.length > 160 ? `${error.excerpt.slice(0, 160)}…` : error.excerpt;
      element.firstChild.after(make("pre", {}, `${error.line} | ${inert(cut)}`));
    }
    element.setAttribute("role", "alert");
    element.focus();
  };

  const openText = (text, name) => {
    try {
      fillText(text, name);
    } catch (error) {
      refuse(error, name);
      return;
    }
    masthead.focus();
    say(`${inert(file)} is open: ${tally(problems) || "no problems"}`);
  };

  const open = async (chosen) => {
    const name = ownName(chosen.name);
    try {
      if (chosen.size > MOST_BYTES) {
        const size = bound(chosen.size);
        throw refusal(`the file has ${size} bytes; at most 1 MiB (${bound(MOST_BYTES)} bytes) is read`);
      }
      const text = decoded(new Uint8Array(await chosen.arrayBuffer()));
      insteadOf(name, () => openText(text, name));
    } catch (error) {
      refuse(error, name);
    }
  };

  // What is not saved is not replaced without a question.
  const insteadOf = (name, act) => {
    if (!dirty) {
      act();
      return;
    }
    const question = [`What you have filled in is not saved. Open ${inert(name)} in its place?`];
    const drop = () => {
      forget(session);
      act();
    };
    const stay = () => masthead.focus();
    tell("question", question, [`Open ${inert(name)}`, drop], ["Keep what is here", stay]).focus();
  };

  picker.addEventListener("change", () => {
    const [chosen] = picker.files;
    if (chosen) open(chosen);
    picker.value = "";
  });

  // A file may be dropped anywhere.
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!carriesFile(event)) return;
    event.preventDefault();
    const [chosen] = event.dataTransfer.files;
    if (chosen) open(chosen);
  });

  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });

  // Work in progress is kept in the browser, where a page on a disk may do that. Each window has a
  // draft of its own; what an earlier one left behind is offered, and stays until somebody decides.

  const SHELF = `blackstart form ${location.pathname} `;
  let session = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

  const shelved = (work) => {
    try {
      return work(window.localStorage);
    } catch {
      return null;
    }
  };

  const forget = (one) => shelved((shelf) => shelf.removeItem(SHELF + one));

  const keep = later(() => {
    if (!dirty) return;
    const draft = { at: new Date().toISOString(), file, text: toToml(profile) };
    shelved((shelf) => shelf.setItem(SHELF + session, JSON.stringify(draft)));
  }, 400);

  const drafts = () =>
    shelved((shelf) => {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
      const own = keys.filter((key) => key.startsWith(SHELF));
      return own.map((key) => ({ one: key.slice(SHELF.length), ...readDraft(shelf, key) }));
    }) ?? [];

  const readDraft = (shelf, key) => {
    try {
      const { at, file: name, text } = JSON.parse(shelf.getItem(key));
      return { at: new Date(at), name: String(name), profile: fromToml(text).profile };
    } catch {
      return {};
    }
  };

  const offerDrafts = () => {
    for (const { one, at, name, profile: own } of drafts()) {
      if (!own || Number.isNaN(at.getTime())) {
        forget(one);
        continue;
      }
      const two = (number) => String(number).padStart(2, "0");
      const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
      const title = own.organization?.name;
      const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
      const what = [...texts([title, name]).map(inert), time].join(", ");
      const lines = [`Go on with what you had on ${date}?`, `${what}. It was not saved as a file.`];
      const goOn = () => insteadOf(name, () => {
        hush("new");
        hush("comments");
        fill(own, name);
        session = one;
        dirty = true;
        showState();
        masthead.focus();
      });
      tell(`draft ${one}`, lines, ["Go on", goOn], ["Discard it", () => forget(one)]);
    }
  };

  addEventListener("pagehide", () => keep.now());
  addEventListener("beforeunload", (event) => {
    keep.now();
    if (dirty) event.preventDefault();
  });

  // The smallest profile that is of use: one country, one channel, one activity.
  const fresh = () => {
    const own = begin(rootNode);
    for (const key of keysOf(rootNode)) {
      const entry = entryOf(property(rootNode, key));
      if (isRequired(rootNode, key) && entry?.kind === "table") own[key] = [begin(entry)];
    }
    return own;
  };

  document.body.append(offers);
  masthead.tabIndex = -1;
  bar.hidden = false;
  contents.hidden = false;
  for (const list of Object.keys(known)) offer(list);

  fill(fresh(), data.file ?? "profile.toml");
  saved = "new";
  showState();
  if (data.text === null) {
    tell("new", [
      "To begin with, a profile needs the name of your organisation and the country of its head office, one country " +
        "where people work, one channel that they talk over, and one activity that must keep working. " +
        "All else can wait: what is left out is assumed, and the report says so.",
    ]);
  } else {
    try {
      fillText(data.text, data.file ?? "profile.toml");
    } catch (error) {
      refuse(error, data.file ?? "profile.toml");
    }
  }
  offerDrafts();
})();
