// Every kind of page, for every reader: contrast, names, order, width, and no word to the network.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { barriers, folder, overflow, use_browser, visit } from "./support.mjs";

use_browser();

const looks = {
  light: { width: 1280 },
  dark: { width: 1280, scheme: "dark" },
  phone: { width: 320 },
};

// Each kind of page in each look. Other reports have the same parts, so their width is all that differs.
const whole = [
  "comparison.html", "drill.html", "history.html", "meridian-freight.html", "plan.html", "portfolio.html",
];

for (const name of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
  for (const [look, options] of Object.entries(looks)) {
    const all = whole.includes(name);
    if (look !== "phone" && !all) continue;
    test(`${name} has no barrier, ${look}`, () =>
      visit(name, options, async (page) => {
        if (all) assert.deepEqual(await barriers(page), []);
        assert.equal(await overflow(page), 0, "wider than the window");
      }));
  }
}
