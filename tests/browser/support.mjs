// One browser for a file of tests, and pages that note whatever a page must not do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Where `cargo test` has put the pages.
export const folder = process.env.PAGES;
assert.ok(folder, "PAGES names the folder of the pages: run `.ci/run`, or the ignored test `browser`");

export const file = (name) => join(folder, name);

let browser;

export const use_browser = () => {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  after(() => browser.close());
};

// Opens a page, hands it to `work`, and fails when it complained, asked the network for something, or
// opened a dialog.
export const visit = async (name, { width = 1280, scheme = "light", scripts = true } = {}, work) => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const address = pathToFileURL(file(name)).href;
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    const local = request.url() === address || request.url().startsWith("blob:");
    if (!local) faults.push(`asked for ${request.url()}`);
  });
  page.on("dialog", async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  try {
    await page.goto(address);
    await work(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
};

// What axe has against a page, one line each.
export const barriers = async (page) => {
  // The policy of a page lets in no script but its own; a debugger may.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
};

// How far a page is wider than its window, in pixels.
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
