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
