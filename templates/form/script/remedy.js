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
