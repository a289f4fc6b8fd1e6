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
