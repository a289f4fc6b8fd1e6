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
