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

// Each kind of page in each look. Another report has the same parts, so one look is enough for it.
const whole = ["drill.html", "meridian-freight.html", "minimal.html", "plan.html"];

for (const name of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
  for (const [look, options] of Object.entries(looks)) {
    if (look !== "phone" && !whole.includes(name)) continue;
    test(`${name} has no barrier, ${look}`, () =>
      visit(name, options, async (page) => {
        assert.deepEqual(await barriers(page), []);
        assert.equal(await overflow(page), 0, "wider than the window");
      }));
  }
}
