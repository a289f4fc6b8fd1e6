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
