// Text of people acts nowhere. The pages hold `<script>`, `javascript:`, handlers, and characters that
// turn the direction of writing.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { folder, use_browser, visit } from "./support.mjs";

use_browser();

const pages = readdirSync(folder).filter((name) => /^hostile.*\.html$/.test(name));

test("there are hostile pages", () => assert.ok(pages.length > 0));

for (const name of pages) {
  test(`${name} runs nothing and links nowhere it should not`, () =>
    visit(name, {}, async (page) => {
      const found = await page.evaluate(() => ({
        scripts: document.scripts.length,
        foreign: document.querySelectorAll("img, iframe, object, embed, form[action], base, link, video, audio").length,
        handlers: Array.from(document.querySelectorAll("*")).filter((one) =>
          Array.from(one.attributes).some((attribute) => attribute.name.startsWith("on") || attribute.name === "style"),
        ).length,
        links: Array.from(document.querySelectorAll("[href]"), (one) => one.getAttribute("href")).filter(
          (href) => !/^(#|https?:\/\/)/.test(href),
        ),
        text: document.body.textContent.includes("<script>alert(1)</script>"),
      }));
      assert.deepEqual(found, { scripts: 1, foreign: 0, handlers: 0, links: [], text: true });
      for (const summary of await page.locator("summary").all()) await summary.evaluate((one) => one.click());
      await page.mouse.move(200, 200);
      await page.mouse.move(600, 600);
    }));
}
