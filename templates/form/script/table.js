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
