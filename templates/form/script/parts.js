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
