// The paper: pages are counted in the PDF that the browser prints.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { file, use_browser, visit } from "./support.mjs";

use_browser();

// The text of each page.
const print = async (page, name) => {
  const path = file(`${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  const pages = text.split("\f");
  pages.pop();
  for (const [at, one] of pages.entries()) assert.ok(one.trim().length > 40, `${name}: page ${at + 1} is empty`);
  return pages;
};

// Boxes of a fixed height of which something does not fit.
const cut = async (page, selector) => {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 990 });
  return page.$$eval(selector, (all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
};

// How many pages stand before the first plan.
const front = 1;

const reports = ["meridian-freight", "lantern-newsroom", "northgate-bank", "minimal"];

for (const name of reports) {
  test(`${name}: the board page is exactly one page, and pages have numbers`, () =>
    visit(`${name}.html`, {}, async (page) => {
      await page.check("#paper-body");
      const pages = await print(page, `${name}-body`);
      if (name === "meridian-freight") assert.ok(pages.length <= 14, `${pages.length} pages without annexes`);
      const board = pages.findIndex((one) => /^1\s+Board page/.test(one.trim()));
      assert.ok(board > 0, "no page begins with the board page");
      assert.match(pages[board + 1].trim(), /^2\s+Scope/, "what follows begins the next page");
      assert.equal(await cut(page, "#board"), 0);
      for (const [at, one] of pages.entries()) {
        assert.match(one.trim().split("\n").at(-1).trim(), new RegExp(`\\b${at + 1} ?/ ?${pages.length}$`));
      }
    }));

  test(`${name}: each switch-over plan is exactly one sheet`, () =>
    visit(`${name}.html`, {}, async (page) => {
      await page.check("#paper-plans");
      const titles = await page.$$eval(".plan h3", (all) => all.map((one) => one.childNodes[0].textContent.trim()));
      assert.ok(titles.length > 0);
      const pages = await print(page, `${name}-plans`);
      const plans = pages.filter((one) => /Switch-over plan ·/.test(one));
      assert.equal(plans.length, titles.length);
      assert.equal(pages.length, titles.length + front, "the page before the plans says how to use them");
      assert.equal(await cut(page, ".plan"), 0);
    }));
}

test("a table that goes on repeats its head", () =>
  visit("meridian-freight.html", {}, async (page) => {
    const pages = await print(page, "whole");
    const register = pages.filter((one) => /Inherent\s+Residual\s+Level\s+Target\s+NIST\s+Grade/.test(one));
    assert.ok(register.length > 3, `${register.length} pages have the head of the register`);
    await page.locator("#register table.sortable th").first().getByRole("button").waitFor();
  }));
