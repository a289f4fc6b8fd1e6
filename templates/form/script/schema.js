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
