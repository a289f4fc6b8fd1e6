// Sorting and filtering of tables, links to sections, and what a reader asked for in the address.
// Everything is there without it.
(() => {
  "use strict";

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const make = (name, attributes, text) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // What the address names may lie in something closed.
  const reveal = () => {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.hidden) target.hidden = false;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    for (const own of all(":scope > .why details", target)) own.open = true;
    target.scrollIntoView();
  };

  // A quiet voice for those who do not see what has changed.
  const voice = make("div", { class: "hidden", role: "status" });
  document.body.append(voice);

  // Links.
  for (const heading of all("main h2[id], main h3[id]")) {
    const place = heading.id.endsWith("-title") ? heading.closest("[id]:not(h2)") : heading;
    const button = make("button", { type: "button", class: "link" }, "Copy link");
    button.setAttribute("aria-label", `Copy a link to: ${heading.textContent.trim()}`);
    button.addEventListener("click", async () => {
      const address = new URL(`#${encodeURIComponent(place.id)}`, location.href).href;
      history.replaceState(null, "", address);
      let done = false;
      try {
        await navigator.clipboard.writeText(address);
        done = true;
      } catch {
        // Files may not use the clipboard; the address bar has it.
      }
      button.textContent = done ? "Copied" : "In the address bar";
      voice.textContent = done ? "Link copied" : "The link stands in the address bar";
      setTimeout(() => { button.textContent = "Copy link"; }, 1500);
    });
    heading.append(" ", button);
  }

  // Rows of a table: bodies where each row has a body of its own, else the rows of the only body.
  const rows = (table) => (table.tBodies.length > 1 ? Array.from(table.tBodies) : Array.from(table.tBodies[0]?.rows ?? []));
  const cell = (row, index) => (row.cells ? row : row.rows[0]).cells[index];
  const key = (row, index) => {
    const one = cell(row, index);
    const value = one?.dataset.value;
    if (value !== undefined && value !== "") return Number(value);
    const text = (one?.textContent ?? "").trim();
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text.toLowerCase();
  };
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return a.localeCompare(b, "en");
  };

  const levels = ["very low", "low", "moderate", "high", "very high"];
  const ranked = (value) => (levels.includes(value) ? levels.indexOf(value) : value);

  const sorters = [];
  for (const table of all("table.sortable")) {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, index) => {
      const button = make("button", { type: "button", class: "sort" });
      button.append(...head.childNodes);
      head.append(button);
      sorters.push({ head, button });
      button.addEventListener("click", () => {
        // Numbers are asked for from the highest down, words from A.
        const down = head.classList.contains("n") || rows(table).some((row) => cell(row, index)?.dataset.value);
        const now = head.getAttribute("aria-sort");
        const order = now ? (now === "ascending" ? "descending" : "ascending") : down ? "descending" : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const keyed = rows(table).map((row) => [ranked(key(row, index)), row]);
        keyed.sort((a, b) => (order === "ascending" ? compare(a[0], b[0]) : compare(b[0], a[0])));
        for (const [, row] of keyed) row.parentElement.append(row);
        voice.textContent = `Sorted by ${button.textContent.trim()}, ${order}`;
      });
    });
  }

  // A browser repeats the head of a table on each sheet only where no control stands in it.
  addEventListener("beforeprint", () => {
    for (const { head, button } of sorters) head.replaceChildren(...button.childNodes);
  });
  addEventListener("afterprint", () => {
    for (const { head, button } of sorters) {
      if (head.firstChild !== button) button.append(...head.childNodes);
      head.replaceChildren(button);
    }
  });

  for (const table of all("table.filterable")) {
    const bodies = rows(table);
    if (bodies.length < 2) continue;
    const bar = make("div", { class: "filter", role: "group", "aria-label": "Filter the register" });
    const field = (name, control) => {
      const label = make("label", {}, `${name} `);
      label.append(control);
      bar.append(label);
      control.addEventListener("input", apply);
      return control;
    };
    const choice = (name, from) => {
      const select = make("select", {});
      select.append(make("option", { value: "" }, "all"));
      const values = Array.from(new Set(bodies.map((body) => body.dataset[from])));
      values.sort((a, b) => compare(ranked(a.toLowerCase()), ranked(b.toLowerCase())));
      for (const value of values) select.append(make("option", { value }, value));
      return field(name, select);
    };
    const count = make("output", { class: "small" });
    const words = field("Words", make("input", { type: "search", autocomplete: "off" }));
    const chosen = {
      level: choice("Level", "level"),
      country: choice("Country", "country"),
      scenario: choice("Scenario", "scenario"),
      grade: choice("Grade", "grade"),
    };
    bar.append(count);
    table.before(bar);
    const texts = new Map(bodies.map((body) => [body, body.textContent.toLowerCase()]));
    function apply() {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const body of bodies) {
        const fits = Object.entries(chosen).every(([from, select]) => !select.value || body.dataset[from] === select.value);
        body.hidden = !(fits && wanted.every((word) => texts.get(body).includes(word)));
        if (!body.hidden) shown += 1;
      }
      count.textContent = `${shown} of ${bodies.length} shown`;
    }
    apply();
  }

  // Reasons in one stroke.
  for (const section of all("#register, #evidence")) {
    const own = all("details", section);
    if (own.length < 2) continue;
    const button = make("button", { type: "button", class: "toggle" }, "Open all");
    button.addEventListener("click", () => {
      const open = button.textContent === "Open all";
      for (const one of own) one.open = open;
      button.textContent = open ? "Close all" : "Open all";
    });
    section.querySelector("h2").append(" ", button);
  }

  addEventListener("hashchange", reveal);
  reveal();
})();
