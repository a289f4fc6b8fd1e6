// What the script of the report adds, and that nothing is missing without it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { use_browser, visit } from "./support.mjs";

use_browser();

const report = "meridian-freight.html";

const column = (page, index) =>
  page.$$eval(
    "#register table.sortable > tbody",
    (bodies, index) => bodies.filter((body) => !body.hidden).map((body) => body.rows[0].cells[index].innerText.trim()),
    index,
  );

const head = (page, name) => page.locator("#register table.sortable th", { hasText: name });

test("the register is sorted by a click, and says so", () =>
  visit(report, {}, async (page) => {
    const before = await column(page, 4);
    const numbers = before.map(Number);
    assert.ok(numbers.length > 50 && numbers.every(Number.isFinite));
    assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a), "the highest first, as written");
    await head(page, "Residual").getByRole("button").click();
    await head(page, "Residual").getByRole("button").click();
    assert.equal(await head(page, "Residual").getAttribute("aria-sort"), "ascending");
    assert.deepEqual((await column(page, 4)).map(Number), [...numbers].sort((a, b) => a - b));
    await head(page, "Level").getByRole("button").click();
    const order = ["Very low", "Low", "Moderate", "High", "Very high"];
    const levels = (await column(page, 5)).map((level) => order.findIndex((word) => level.startsWith(word)));
    assert.ok(new Set(levels).size > 2 && !levels.includes(-1), String(levels));
    const up = [...levels].sort((a, b) => a - b);
    assert.ok([up, [...up].reverse()].some((sorted) => String(sorted) === String(levels)), "by rank, not by letter");
    assert.equal(await head(page, "Residual").getAttribute("aria-sort"), null);
  }));

test("the register is filtered by words and by choice", () =>
  visit(report, {}, async (page) => {
    const all = (await column(page, 0)).length;
    const bar = page.getByRole("group", { name: "Filter the register" });
    await bar.getByLabel("Country").selectOption("Turkey");
    const turkey = await column(page, 0);
    assert.ok(turkey.length > 0 && turkey.length < all);
    assert.equal(await bar.locator("output").innerText(), `${turkey.length} of ${all} shown`);
    await bar.getByLabel("Words").fill("zzz no such word");
    assert.deepEqual(await column(page, 0), []);
    await bar.getByLabel("Words").fill("");
    await bar.getByLabel("Country").selectOption("");
    assert.equal((await column(page, 0)).length, all);
  }));

test("every link inside of the page leads to something that can be seen", () =>
  visit(report, {}, async (page) => {
    const lost = await page.evaluate(async () => {
      const targets = new Set(Array.from(document.querySelectorAll('a[href^="#"]'), (a) => a.getAttribute("href")));
      const lost = [];
      for (const target of targets) {
        const turned = new Promise((done) => addEventListener("hashchange", done, { once: true }));
        location.hash = target;
        await turned;
        const element = document.getElementById(decodeURIComponent(target.slice(1)));
        if (!element || element.getClientRects().length === 0) lost.push(target);
      }
      return targets.size > 100 ? lost : [`only ${targets.size} links`];
    });
    assert.deepEqual(lost, []);
  }));

test("an address opens what it names, also where it was filtered out", () =>
  visit(report, {}, async (page) => {
    const row = page.locator("#register table.sortable > tbody").last();
    const id = await row.getAttribute("id");
    await page.getByLabel("Words").fill("zzz");
    assert.equal(await row.isVisible(), false);
    await page.evaluate((id) => { location.hash = `#${encodeURIComponent(id)}`; }, id);
    await row.waitFor({ state: "visible" });
    assert.equal(await row.locator("details").first().evaluate((one) => one.open), true);
  }));

test("a link to each section can be copied", () =>
  visit(report, {}, async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const buttons = page.getByRole("button", { name: "Copy a link to" });
    const sections = await page.locator("main h2[id]").count();
    assert.ok((await buttons.count()) >= sections && sections > 20);
    await page.getByRole("button", { name: /Copy a link to: .*Risk register/ }).click();
    assert.equal(new URL(page.url()).hash, "#register");
    await page.getByRole("status").filter({ hasText: /link/i }).waitFor({ state: "attached" });
  }));

test("the keyboard reaches the report, the filter and the reasons", () =>
  visit(report, {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
    const first = page.locator("#register details summary").first();
    await first.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#register details").first().evaluate((one) => one.open), true);
  }));

test("without scripts everything is there, and nothing that does not work", () =>
  visit(report, { scripts: false }, async (page) => {
    const rows = await page.locator("#register table.sortable > tbody").count();
    assert.ok(rows > 50);
    for (const row of [0, rows - 1]) {
      assert.ok(await page.locator("#register table.sortable > tbody").nth(row).isVisible());
    }
    assert.equal(await page.locator("button, .filter").count(), 0);
    for (const section of await page.locator("main section[id]").all()) assert.ok(await section.isVisible());
  }));
